using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Honors.Api.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Corrections : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Ended",
                table: "VillageAssignments",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Ending",
                table: "VillageAssignments",
                type: "TEXT",
                maxLength: 32,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "HandedOverTo",
                table: "VillageAssignments",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "ReplacedById",
                table: "ServiceRecords",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "ReplacesId",
                table: "ServiceRecords",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ReversalReason",
                table: "ServiceRecords",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Reversed",
                table: "ServiceRecords",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Version",
                table: "PriorTotals",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "AwardChanges",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AwardId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Ground = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    Paper = table.Column<string>(type: "TEXT", nullable: true),
                    Facts = table.Column<string>(type: "TEXT", nullable: true),
                    Before = table.Column<string>(type: "TEXT", nullable: true),
                    Status = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Proposed = table.Column<string>(type: "TEXT", nullable: false),
                    Settled = table.Column<string>(type: "TEXT", nullable: true),
                    RejectionReason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AwardChanges", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AwardChanges_Awards_AwardId",
                        column: x => x.AwardId,
                        principalTable: "Awards",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Changes",
                columns: table => new
                {
                    RecordId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Position = table.Column<long>(type: "INTEGER", nullable: false),
                    IsErased = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Changes", x => x.RecordId);
                });

            migrationBuilder.CreateTable(
                name: "HelpLog",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    VillageAssignmentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    VillageCode = table.Column<long>(type: "INTEGER", nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    SortDay = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Household = table.Column<string>(type: "TEXT", maxLength: 8, nullable: true),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Matter = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Action = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Result = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    FollowUp = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    FollowUpResult = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    FollowedUp = table.Column<string>(type: "TEXT", nullable: true),
                    Evidence = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    HandedOverTo = table.Column<Guid>(type: "TEXT", nullable: true),
                    Recorded = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HelpLog", x => x.Id);
                    table.ForeignKey(
                        name: "FK_HelpLog_People_HandedOverTo",
                        column: x => x.HandedOverTo,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_HelpLog_VillageAssignments_VillageAssignmentId",
                        column: x => x.VillageAssignmentId,
                        principalTable: "VillageAssignments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ChangeReaders",
                columns: table => new
                {
                    Row = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Id = table.Column<Guid>(type: "TEXT", nullable: true),
                    DivisionCode = table.Column<long>(type: "INTEGER", nullable: true),
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ChangeReaders", x => x.Row);
                    table.ForeignKey(
                        name: "FK_ChangeReaders_Changes_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "Changes",
                        principalColumn: "RecordId",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_VillageAssignments_HandedOverTo",
                table: "VillageAssignments",
                column: "HandedOverTo");

            migrationBuilder.CreateIndex(
                name: "IX_AwardChanges_AwardId_Id",
                table: "AwardChanges",
                columns: new[] { "AwardId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ChangeReaders_OwnerId",
                table: "ChangeReaders",
                column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_Changes_Kind_Position",
                table: "Changes",
                columns: new[] { "Kind", "Position" });

            migrationBuilder.CreateIndex(
                name: "IX_Changes_Position",
                table: "Changes",
                column: "Position",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_HelpLog_HandedOverTo_VillageCode",
                table: "HelpLog",
                columns: new[] { "HandedOverTo", "VillageCode" });

            migrationBuilder.CreateIndex(
                name: "IX_HelpLog_VillageAssignmentId_SortDay_Id",
                table: "HelpLog",
                columns: new[] { "VillageAssignmentId", "SortDay", "Id" });

            migrationBuilder.AddForeignKey(
                name: "FK_VillageAssignments_People_HandedOverTo",
                table: "VillageAssignments",
                column: "HandedOverTo",
                principalTable: "People",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_VillageAssignments_People_HandedOverTo",
                table: "VillageAssignments");

            migrationBuilder.DropTable(
                name: "AwardChanges");

            migrationBuilder.DropTable(
                name: "ChangeReaders");

            migrationBuilder.DropTable(
                name: "HelpLog");

            migrationBuilder.DropTable(
                name: "Changes");

            migrationBuilder.DropIndex(
                name: "IX_VillageAssignments_HandedOverTo",
                table: "VillageAssignments");

            migrationBuilder.DropColumn(
                name: "Ended",
                table: "VillageAssignments");

            migrationBuilder.DropColumn(
                name: "Ending",
                table: "VillageAssignments");

            migrationBuilder.DropColumn(
                name: "HandedOverTo",
                table: "VillageAssignments");

            migrationBuilder.DropColumn(
                name: "ReplacedById",
                table: "ServiceRecords");

            migrationBuilder.DropColumn(
                name: "ReplacesId",
                table: "ServiceRecords");

            migrationBuilder.DropColumn(
                name: "ReversalReason",
                table: "ServiceRecords");

            migrationBuilder.DropColumn(
                name: "Reversed",
                table: "ServiceRecords");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "PriorTotals");
        }
    }
}
