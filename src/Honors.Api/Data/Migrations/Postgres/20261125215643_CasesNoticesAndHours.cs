using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Honors.Api.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class CasesNoticesAndHours : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Appeal",
                table: "Nominations",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "AppealBy",
                table: "Nominations",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "AppealOfficeId",
                table: "Nominations",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "AsWritten",
                table: "Nominations",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "NominatorPersonId",
                table: "Nominations",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "PassedToId",
                table: "Nominations",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "RefusedFor",
                table: "Nominations",
                type: "character varying(32)",
                maxLength: 32,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "AwaitsOwnSay",
                table: "Grounds",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "OwnSay",
                table: "Grounds",
                type: "text",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Cases",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    TitleId = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    NominatedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    ProcedureId = table.Column<Guid>(type: "uuid", nullable: false),
                    Confidential = table.Column<bool>(type: "boolean", nullable: false),
                    Stage = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    WaitsFor = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ExaminationDueOn = table.Column<DateOnly>(type: "date", nullable: true),
                    MergedIntoId = table.Column<Guid>(type: "uuid", nullable: true),
                    Likes = table.Column<int>(type: "integer", nullable: false),
                    Panel = table.Column<string>(type: "text", nullable: false),
                    Stops = table.Column<string>(type: "text", nullable: false),
                    Finding = table.Column<string>(type: "text", nullable: true),
                    Recommendations = table.Column<string>(type: "text", nullable: false),
                    SentUpToId = table.Column<Guid>(type: "uuid", nullable: true),
                    Steps = table.Column<string>(type: "text", nullable: false),
                    SortDay = table.Column<DateOnly>(type: "date", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Cases", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Cases_Cases_MergedIntoId",
                        column: x => x.MergedIntoId,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Cases_Nominations_Id",
                        column: x => x.Id,
                        principalTable: "Nominations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Cases_Organizations_NominatedBy",
                        column: x => x.NominatedBy,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Cases_Organizations_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Cases_Organizations_SentUpToId",
                        column: x => x.SentUpToId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Cases_Procedures_ProcedureId",
                        column: x => x.ProcedureId,
                        principalTable: "Procedures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Cases_Titles_TitleId",
                        column: x => x.TitleId,
                        principalTable: "Titles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CitizenReceipts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Hash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    Sealed = table.Column<string>(type: "character varying(1500)", maxLength: 1500, nullable: true, collation: "C"),
                    RecordedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordedIn = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CitizenReceipts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CitizenReceipts_Nominations_Id",
                        column: x => x.Id,
                        principalTable: "Nominations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SenderReadings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    NominationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Purpose = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    Read = table.Column<string>(type: "text", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordedIn = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SenderReadings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SenderReadings_Nominations_NominationId",
                        column: x => x.NominationId,
                        principalTable: "Nominations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DepartmentalChecks",
                columns: table => new
                {
                    Row = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    DepartmentId = table.Column<Guid>(type: "uuid", nullable: true),
                    Name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true, collation: "C"),
                    SentOn = table.Column<DateOnly>(type: "date", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Sent = table.Column<string>(type: "text", nullable: false),
                    Answer = table.Column<string>(type: "text", nullable: true),
                    AnsweredOn = table.Column<DateOnly>(type: "date", nullable: true),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DepartmentalChecks", x => x.Row);
                    table.ForeignKey(
                        name: "FK_DepartmentalChecks_Cases_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_DepartmentalChecks_Organizations_DepartmentId",
                        column: x => x.DepartmentId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Nominations_AppealOfficeId",
                table: "Nominations",
                column: "AppealOfficeId");

            migrationBuilder.CreateIndex(
                name: "IX_Nominations_NominatorPersonId",
                table: "Nominations",
                column: "NominatorPersonId");

            migrationBuilder.CreateIndex(
                name: "IX_Nominations_PassedToId",
                table: "Nominations",
                column: "PassedToId");

            migrationBuilder.CreateIndex(
                name: "IX_Cases_MergedIntoId",
                table: "Cases",
                column: "MergedIntoId");

            migrationBuilder.CreateIndex(
                name: "IX_Cases_NominatedBy_SortDay_Id",
                table: "Cases",
                columns: new[] { "NominatedBy", "SortDay", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Cases_OwnerId_DueOn",
                table: "Cases",
                columns: new[] { "OwnerId", "DueOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Cases_OwnerId_SortDay_Id",
                table: "Cases",
                columns: new[] { "OwnerId", "SortDay", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Cases_ProcedureId",
                table: "Cases",
                column: "ProcedureId");

            migrationBuilder.CreateIndex(
                name: "IX_Cases_SentUpToId_SortDay_Id",
                table: "Cases",
                columns: new[] { "SentUpToId", "SortDay", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Cases_TitleId",
                table: "Cases",
                column: "TitleId");

            migrationBuilder.CreateIndex(
                name: "IX_CitizenReceipts_Hash",
                table: "CitizenReceipts",
                column: "Hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DepartmentalChecks_AnsweredOn_DueOn",
                table: "DepartmentalChecks",
                columns: new[] { "AnsweredOn", "DueOn" });

            migrationBuilder.CreateIndex(
                name: "IX_DepartmentalChecks_DepartmentId",
                table: "DepartmentalChecks",
                column: "DepartmentId");

            migrationBuilder.CreateIndex(
                name: "IX_DepartmentalChecks_OwnerId",
                table: "DepartmentalChecks",
                column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_SenderReadings_NominationId",
                table: "SenderReadings",
                column: "NominationId");

            migrationBuilder.AddForeignKey(
                name: "FK_Nominations_Organizations_AppealOfficeId",
                table: "Nominations",
                column: "AppealOfficeId",
                principalTable: "Organizations",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Nominations_Organizations_PassedToId",
                table: "Nominations",
                column: "PassedToId",
                principalTable: "Organizations",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Nominations_People_NominatorPersonId",
                table: "Nominations",
                column: "NominatorPersonId",
                principalTable: "People",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Nominations_Organizations_AppealOfficeId",
                table: "Nominations");

            migrationBuilder.DropForeignKey(
                name: "FK_Nominations_Organizations_PassedToId",
                table: "Nominations");

            migrationBuilder.DropForeignKey(
                name: "FK_Nominations_People_NominatorPersonId",
                table: "Nominations");

            migrationBuilder.DropTable(
                name: "CitizenReceipts");

            migrationBuilder.DropTable(
                name: "DepartmentalChecks");

            migrationBuilder.DropTable(
                name: "SenderReadings");

            migrationBuilder.DropTable(
                name: "Cases");

            migrationBuilder.DropIndex(
                name: "IX_Nominations_AppealOfficeId",
                table: "Nominations");

            migrationBuilder.DropIndex(
                name: "IX_Nominations_NominatorPersonId",
                table: "Nominations");

            migrationBuilder.DropIndex(
                name: "IX_Nominations_PassedToId",
                table: "Nominations");

            migrationBuilder.DropColumn(
                name: "Appeal",
                table: "Nominations");

            migrationBuilder.DropColumn(
                name: "AppealBy",
                table: "Nominations");

            migrationBuilder.DropColumn(
                name: "AppealOfficeId",
                table: "Nominations");

            migrationBuilder.DropColumn(
                name: "AsWritten",
                table: "Nominations");

            migrationBuilder.DropColumn(
                name: "NominatorPersonId",
                table: "Nominations");

            migrationBuilder.DropColumn(
                name: "PassedToId",
                table: "Nominations");

            migrationBuilder.DropColumn(
                name: "RefusedFor",
                table: "Nominations");

            migrationBuilder.DropColumn(
                name: "AwaitsOwnSay",
                table: "Grounds");

            migrationBuilder.DropColumn(
                name: "OwnSay",
                table: "Grounds");
        }
    }
}
