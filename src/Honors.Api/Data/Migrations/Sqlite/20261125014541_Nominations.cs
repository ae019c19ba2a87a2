using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Honors.Api.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Nominations : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Nominations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TitleId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProcedureId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Nominator = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    NomineeKind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: true),
                    OrganizationId = table.Column<Guid>(type: "TEXT", nullable: true),
                    GroupName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Posthumous = table.Column<bool>(type: "INTEGER", nullable: false),
                    Summary = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Evidence = table.Column<string>(type: "TEXT", nullable: false),
                    Ground = table.Column<string>(type: "TEXT", nullable: true),
                    Confidential = table.Column<bool>(type: "INTEGER", nullable: false),
                    LateReason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Status = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    WaitsFor = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Steps = table.Column<string>(type: "TEXT", nullable: false),
                    SubmittedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    AnsweredInTime = table.Column<bool>(type: "INTEGER", nullable: true),
                    SortDay = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Drafted = table.Column<string>(type: "TEXT", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    RecordedIn = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Nominations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Nominations_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Nominations_Organizations_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Nominations_Organizations_RecordedBy",
                        column: x => x.RecordedBy,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Nominations_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Nominations_Procedures_ProcedureId",
                        column: x => x.ProcedureId,
                        principalTable: "Procedures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Nominations_Titles_TitleId",
                        column: x => x.TitleId,
                        principalTable: "Titles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "NominationAwards",
                columns: table => new
                {
                    Row = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NominationAwards", x => x.Row);
                    table.ForeignKey(
                        name: "FK_NominationAwards_Nominations_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "Nominations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "NominationDeeds",
                columns: table => new
                {
                    Row = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NominationDeeds", x => x.Row);
                    table.ForeignKey(
                        name: "FK_NominationDeeds_Nominations_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "Nominations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "NominationDeployments",
                columns: table => new
                {
                    Row = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NominationDeployments", x => x.Row);
                    table.ForeignKey(
                        name: "FK_NominationDeployments_Nominations_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "Nominations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "NominationMembers",
                columns: table => new
                {
                    Row = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NominationMembers", x => x.Row);
                    table.ForeignKey(
                        name: "FK_NominationMembers_Nominations_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "Nominations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_NominationMembers_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "NominationServiceHours",
                columns: table => new
                {
                    Row = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NominationServiceHours", x => x.Row);
                    table.ForeignKey(
                        name: "FK_NominationServiceHours_Nominations_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "Nominations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_NominationAwards_Id",
                table: "NominationAwards",
                column: "Id");

            migrationBuilder.CreateIndex(
                name: "IX_NominationAwards_OwnerId",
                table: "NominationAwards",
                column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_NominationDeeds_Id",
                table: "NominationDeeds",
                column: "Id");

            migrationBuilder.CreateIndex(
                name: "IX_NominationDeeds_OwnerId",
                table: "NominationDeeds",
                column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_NominationDeployments_Id",
                table: "NominationDeployments",
                column: "Id");

            migrationBuilder.CreateIndex(
                name: "IX_NominationDeployments_OwnerId",
                table: "NominationDeployments",
                column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_NominationMembers_OwnerId",
                table: "NominationMembers",
                column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_NominationMembers_PersonId",
                table: "NominationMembers",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_Nominations_OrganizationId",
                table: "Nominations",
                column: "OrganizationId");

            migrationBuilder.CreateIndex(
                name: "IX_Nominations_OwnerId_DueOn",
                table: "Nominations",
                columns: new[] { "OwnerId", "DueOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Nominations_OwnerId_SortDay_Id",
                table: "Nominations",
                columns: new[] { "OwnerId", "SortDay", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Nominations_PersonId",
                table: "Nominations",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_Nominations_ProcedureId_RecordedBy",
                table: "Nominations",
                columns: new[] { "ProcedureId", "RecordedBy" });

            migrationBuilder.CreateIndex(
                name: "IX_Nominations_RecordedBy_SortDay_Id",
                table: "Nominations",
                columns: new[] { "RecordedBy", "SortDay", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Nominations_TitleId",
                table: "Nominations",
                column: "TitleId");

            migrationBuilder.CreateIndex(
                name: "IX_NominationServiceHours_Id",
                table: "NominationServiceHours",
                column: "Id");

            migrationBuilder.CreateIndex(
                name: "IX_NominationServiceHours_OwnerId",
                table: "NominationServiceHours",
                column: "OwnerId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "NominationAwards");

            migrationBuilder.DropTable(
                name: "NominationDeeds");

            migrationBuilder.DropTable(
                name: "NominationDeployments");

            migrationBuilder.DropTable(
                name: "NominationMembers");

            migrationBuilder.DropTable(
                name: "NominationServiceHours");

            migrationBuilder.DropTable(
                name: "Nominations");
        }
    }
}
