using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Honors.Api.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Finding : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "PortraitFileId",
                table: "Grounds",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "RollLines",
                columns: table => new
                {
                    AwardId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    Pinyin = table.Column<string>(type: "TEXT", maxLength: 1200, nullable: false),
                    Strokes = table.Column<string>(type: "TEXT", maxLength: 1200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RollLines", x => x.AwardId);
                    table.ForeignKey(
                        name: "FK_RollLines_Awards_AwardId",
                        column: x => x.AwardId,
                        principalTable: "Awards",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SearchTerms",
                columns: table => new
                {
                    Row = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Term = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    RecordId = table.Column<Guid>(type: "TEXT", nullable: true),
                    VillageCode = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SearchTerms", x => x.Row);
                });

            migrationBuilder.CreateIndex(
                name: "IX_RollLines_Pinyin_AwardId",
                table: "RollLines",
                columns: new[] { "Pinyin", "AwardId" });

            migrationBuilder.CreateIndex(
                name: "IX_RollLines_Strokes_AwardId",
                table: "RollLines",
                columns: new[] { "Strokes", "AwardId" });

            migrationBuilder.CreateIndex(
                name: "IX_RollLines_Year_AwardId",
                table: "RollLines",
                columns: new[] { "Year", "AwardId" });

            migrationBuilder.CreateIndex(
                name: "IX_SearchTerms_Kind_Term_RecordId_VillageCode",
                table: "SearchTerms",
                columns: new[] { "Kind", "Term", "RecordId", "VillageCode" });

            migrationBuilder.CreateIndex(
                name: "IX_SearchTerms_RecordId",
                table: "SearchTerms",
                column: "RecordId");

            migrationBuilder.CreateIndex(
                name: "IX_SearchTerms_VillageCode",
                table: "SearchTerms",
                column: "VillageCode");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "RollLines");

            migrationBuilder.DropTable(
                name: "SearchTerms");

            migrationBuilder.DropColumn(
                name: "PortraitFileId",
                table: "Grounds");
        }
    }
}
