using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Honors.Api.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Consents : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Died_AsWritten",
                table: "People",
                type: "TEXT",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "Died_Earliest",
                table: "People",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "Died_Latest",
                table: "People",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Died_Text",
                table: "People",
                type: "TEXT",
                maxLength: 21,
                nullable: true);

            migrationBuilder.AlterColumn<string>(
                name: "Source",
                table: "Grounds",
                type: "TEXT",
                nullable: true,
                oldClrType: typeof(string),
                oldType: "TEXT");

            migrationBuilder.AddColumn<string>(
                name: "AllOf",
                table: "Grounds",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<string>(
                name: "Consent",
                table: "Grounds",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "CoversAllAwards",
                table: "Grounds",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Ended",
                table: "Grounds",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "EndingAskedBy",
                table: "Grounds",
                type: "TEXT",
                maxLength: 32,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "ShowsHours",
                table: "Grounds",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "ShowsPortrait",
                table: "Grounds",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "ShowsStory",
                table: "Grounds",
                type: "INTEGER",
                nullable: false,
                defaultValue: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "Until",
                table: "Grounds",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Guardianships",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    GuardianId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    FirstDay = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    LastDay = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Stated = table.Column<string>(type: "TEXT", nullable: false),
                    Confirmed = table.Column<string>(type: "TEXT", nullable: true),
                    RecordedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    RecordedIn = table.Column<long>(type: "INTEGER", nullable: false),
                    From_AsWritten = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    From_Earliest = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    From_Latest = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    From_Text = table.Column<string>(type: "TEXT", maxLength: 21, nullable: true),
                    Until_AsWritten = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Until_Earliest = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Until_Latest = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Until_Text = table.Column<string>(type: "TEXT", maxLength: 21, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Guardianships", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Guardianships_People_GuardianId",
                        column: x => x.GuardianId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Guardianships_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Guardianships_GuardianId",
                table: "Guardianships",
                column: "GuardianId");

            migrationBuilder.CreateIndex(
                name: "IX_Guardianships_PersonId",
                table: "Guardianships",
                column: "PersonId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Guardianships");

            migrationBuilder.DropColumn(
                name: "Died_AsWritten",
                table: "People");

            migrationBuilder.DropColumn(
                name: "Died_Earliest",
                table: "People");

            migrationBuilder.DropColumn(
                name: "Died_Latest",
                table: "People");

            migrationBuilder.DropColumn(
                name: "Died_Text",
                table: "People");

            migrationBuilder.DropColumn(
                name: "AllOf",
                table: "Grounds");

            migrationBuilder.DropColumn(
                name: "Consent",
                table: "Grounds");

            migrationBuilder.DropColumn(
                name: "CoversAllAwards",
                table: "Grounds");

            migrationBuilder.DropColumn(
                name: "Ended",
                table: "Grounds");

            migrationBuilder.DropColumn(
                name: "EndingAskedBy",
                table: "Grounds");

            migrationBuilder.DropColumn(
                name: "ShowsHours",
                table: "Grounds");

            migrationBuilder.DropColumn(
                name: "ShowsPortrait",
                table: "Grounds");

            migrationBuilder.DropColumn(
                name: "ShowsStory",
                table: "Grounds");

            migrationBuilder.DropColumn(
                name: "Until",
                table: "Grounds");

            migrationBuilder.AlterColumn<string>(
                name: "Source",
                table: "Grounds",
                type: "TEXT",
                nullable: false,
                defaultValue: "",
                oldClrType: typeof(string),
                oldType: "TEXT",
                oldNullable: true);
        }
    }
}
