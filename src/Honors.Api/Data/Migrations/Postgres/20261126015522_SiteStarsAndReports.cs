using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Honors.Api.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class SiteStarsAndReports : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_CitizenReceipts_Nominations_Id",
                table: "CitizenReceipts");

            migrationBuilder.DropForeignKey(
                name: "FK_SenderReadings_Nominations_NominationId",
                table: "SenderReadings");

            migrationBuilder.RenameColumn(
                name: "NominationId",
                table: "SenderReadings",
                newName: "LetterId");

            migrationBuilder.RenameIndex(
                name: "IX_SenderReadings_NominationId",
                table: "SenderReadings",
                newName: "IX_SenderReadings_LetterId");

            migrationBuilder.AddColumn<string>(
                name: "National",
                table: "ServiceRecords",
                type: "character varying(32)",
                maxLength: 32,
                nullable: false,
                defaultValue: "NotReported");

            migrationBuilder.AddColumn<string>(
                name: "NationalNumber",
                table: "ServiceRecords",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "NationalSteps",
                table: "ServiceRecords",
                type: "text",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<int>(
                name: "FileCount",
                table: "Objections",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Withdrawal",
                table: "Objections",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "PortraitFileId",
                table: "Grounds",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "ReturnedOn",
                table: "Cases",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "AnnouncedUntil",
                table: "AwardChanges",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Refused",
                table: "AuditEntries",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Times",
                table: "AuditEntries",
                type: "integer",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.CreateTable(
                name: "HonorReports",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    AwardId = table.Column<Guid>(type: "uuid", nullable: true),
                    TitleId = table.Column<Guid>(type: "uuid", nullable: true),
                    SealedWords = table.Column<string>(type: "character varying(12000)", maxLength: 12000, nullable: false, collation: "C"),
                    Answer = table.Column<string>(type: "text", nullable: true),
                    State = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    SortDay = table.Column<DateOnly>(type: "date", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordedIn = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HonorReports", x => x.Id);
                    table.ForeignKey(
                        name: "FK_HonorReports_Awards_AwardId",
                        column: x => x.AwardId,
                        principalTable: "Awards",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_HonorReports_Organizations_RecordedBy",
                        column: x => x.RecordedBy,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_HonorReports_Titles_TitleId",
                        column: x => x.TitleId,
                        principalTable: "Titles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "MinimumConsents",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    AskerId = table.Column<Guid>(type: "uuid", nullable: false),
                    Figure = table.Column<string>(type: "text", nullable: false),
                    Until = table.Column<DateOnly>(type: "date", nullable: false),
                    Consent = table.Column<string>(type: "text", nullable: false),
                    Given = table.Column<string>(type: "text", nullable: false),
                    RecorderId = table.Column<Guid>(type: "uuid", nullable: true),
                    Withdrawn = table.Column<string>(type: "text", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MinimumConsents", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MinimumConsents_Organizations_AskerId",
                        column: x => x.AskerId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MinimumConsents_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RollLines",
                columns: table => new
                {
                    AwardId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Year = table.Column<int>(type: "integer", nullable: false),
                    Pinyin = table.Column<string>(type: "character varying(1200)", maxLength: 1200, nullable: false, collation: "C"),
                    Strokes = table.Column<string>(type: "character varying(1200)", maxLength: 1200, nullable: false, collation: "C")
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
                    Row = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Kind = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Term = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    RecordId = table.Column<Guid>(type: "uuid", nullable: true),
                    VillageCode = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SearchTerms", x => x.Row);
                });

            migrationBuilder.CreateTable(
                name: "SpotChecks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    DivisionCode = table.Column<long>(type: "bigint", nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    To = table.Column<DateOnly>(type: "date", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Seed = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    NextSeed = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    Population = table.Column<int>(type: "integer", nullable: false),
                    ListDigest = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    Size = table.Column<int>(type: "integer", nullable: false),
                    Drawn = table.Column<string>(type: "text", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordedIn = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SpotChecks", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "StarPolicies",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    DivisionCode = table.Column<long>(type: "bigint", nullable: true),
                    Edition = table.Column<int>(type: "integer", nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    Thresholds = table.Column<string>(type: "text", nullable: false),
                    Source = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    Entered = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StarPolicies", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "UnitConfirmationSpans",
                columns: table => new
                {
                    Row = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Since = table.Column<long>(type: "bigint", nullable: false),
                    Until = table.Column<long>(type: "bigint", nullable: true),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UnitConfirmationSpans", x => x.Row);
                    table.ForeignKey(
                        name: "FK_UnitConfirmationSpans_UnitConfirmations_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "UnitConfirmations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "VerificationRuns",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: true),
                    To = table.Column<DateOnly>(type: "date", nullable: true),
                    Provenance = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true),
                    WithSigns = table.Column<bool>(type: "boolean", nullable: false),
                    Opened = table.Column<string>(type: "text", nullable: false),
                    Matching = table.Column<int>(type: "integer", nullable: false),
                    AfterOwnerId = table.Column<Guid>(type: "uuid", nullable: true),
                    AfterId = table.Column<Guid>(type: "uuid", nullable: true),
                    Done = table.Column<int>(type: "integer", nullable: false),
                    Left = table.Column<string>(type: "text", nullable: false),
                    FinishedAt = table.Column<long>(type: "bigint", nullable: true),
                    RecordedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordedIn = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_VerificationRuns", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "MinimumAnswers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ConsentId = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    AskerId = table.Column<Guid>(type: "uuid", nullable: false),
                    Figure = table.Column<string>(type: "text", nullable: false),
                    Reference = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false, collation: "C"),
                    IsMet = table.Column<bool>(type: "boolean", nullable: false),
                    AskedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Asked = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MinimumAnswers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MinimumAnswers_MinimumConsents_ConsentId",
                        column: x => x.ConsentId,
                        principalTable: "MinimumConsents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MinimumAnswers_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SpotCheckItems",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    SpotCheckId = table.Column<Guid>(type: "uuid", nullable: false),
                    Place = table.Column<int>(type: "integer", nullable: false),
                    RecordId = table.Column<Guid>(type: "uuid", nullable: false),
                    Hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    Result = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true),
                    Note = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true, collation: "C"),
                    Found = table.Column<string>(type: "text", nullable: true),
                    Concluded = table.Column<string>(type: "text", nullable: true),
                    Conclusion = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true, collation: "C"),
                    ConcludedAt = table.Column<long>(type: "bigint", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SpotCheckItems", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SpotCheckItems_ServiceRecords_RecordId",
                        column: x => x.RecordId,
                        principalTable: "ServiceRecords",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SpotCheckItems_SpotChecks_SpotCheckId",
                        column: x => x.SpotCheckId,
                        principalTable: "SpotChecks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "StarRatings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    Star = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Status = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    PolicyId = table.Column<Guid>(type: "uuid", nullable: false),
                    PolicyEdition = table.Column<int>(type: "integer", nullable: false),
                    ThresholdMinutes = table.Column<int>(type: "integer", nullable: false),
                    BasisMinutes = table.Column<int>(type: "integer", nullable: false),
                    AsOf = table.Column<DateOnly>(type: "date", nullable: false),
                    Applied = table.Column<string>(type: "text", nullable: false),
                    ApplicantId = table.Column<Guid>(type: "uuid", nullable: true),
                    Decided = table.Column<string>(type: "text", nullable: true),
                    DecisionReason = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true, collation: "C"),
                    ReopenedAt = table.Column<long>(type: "bigint", nullable: true),
                    ReopenedMinutes = table.Column<int>(type: "integer", nullable: true),
                    Reviews = table.Column<string>(type: "text", nullable: false, defaultValue: "[]"),
                    RecordedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordedIn = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StarRatings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_StarRatings_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_StarRatings_StarPolicies_PolicyId",
                        column: x => x.PolicyId,
                        principalTable: "StarPolicies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "StarBasis",
                columns: table => new
                {
                    Row = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    RecordId = table.Column<Guid>(type: "uuid", nullable: false),
                    Minutes = table.Column<int>(type: "integer", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StarBasis", x => x.Row);
                    table.ForeignKey(
                        name: "FK_StarBasis_StarRatings_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "StarRatings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ServiceRecords_RecordedBy_National_SortDay",
                table: "ServiceRecords",
                columns: new[] { "RecordedBy", "National", "SortDay" });

            migrationBuilder.CreateIndex(
                name: "IX_ServiceRecords_RecordedBy_Status_PersonId_Id",
                table: "ServiceRecords",
                columns: new[] { "RecordedBy", "Status", "PersonId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_HonorReports_AwardId",
                table: "HonorReports",
                column: "AwardId");

            migrationBuilder.CreateIndex(
                name: "IX_HonorReports_RecordedBy_SortDay_Id",
                table: "HonorReports",
                columns: new[] { "RecordedBy", "SortDay", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_HonorReports_TitleId",
                table: "HonorReports",
                column: "TitleId");

            migrationBuilder.CreateIndex(
                name: "IX_MinimumAnswers_AskerId",
                table: "MinimumAnswers",
                column: "AskerId");

            migrationBuilder.CreateIndex(
                name: "IX_MinimumAnswers_ConsentId_AskedOn",
                table: "MinimumAnswers",
                columns: new[] { "ConsentId", "AskedOn" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MinimumAnswers_PersonId",
                table: "MinimumAnswers",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_MinimumAnswers_Reference",
                table: "MinimumAnswers",
                column: "Reference",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MinimumConsents_AskerId",
                table: "MinimumConsents",
                column: "AskerId");

            migrationBuilder.CreateIndex(
                name: "IX_MinimumConsents_PersonId",
                table: "MinimumConsents",
                column: "PersonId");

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

            migrationBuilder.CreateIndex(
                name: "IX_SpotCheckItems_RecordId",
                table: "SpotCheckItems",
                column: "RecordId");

            migrationBuilder.CreateIndex(
                name: "IX_SpotCheckItems_SpotCheckId_Place",
                table: "SpotCheckItems",
                columns: new[] { "SpotCheckId", "Place" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SpotChecks_RecordedBy_Number",
                table: "SpotChecks",
                columns: new[] { "RecordedBy", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_StarBasis_OwnerId",
                table: "StarBasis",
                column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_StarPolicies_DivisionCode_Edition",
                table: "StarPolicies",
                columns: new[] { "DivisionCode", "Edition" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_StarRatings_PersonId",
                table: "StarRatings",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_StarRatings_PolicyId",
                table: "StarRatings",
                column: "PolicyId");

            migrationBuilder.CreateIndex(
                name: "IX_StarRatings_RecordedBy_ReopenedAt",
                table: "StarRatings",
                columns: new[] { "RecordedBy", "ReopenedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_StarRatings_RecordedBy_Status",
                table: "StarRatings",
                columns: new[] { "RecordedBy", "Status" });

            migrationBuilder.CreateIndex(
                name: "IX_UnitConfirmationSpans_OwnerId",
                table: "UnitConfirmationSpans",
                column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_VerificationRuns_RecordedBy",
                table: "VerificationRuns",
                column: "RecordedBy");

            migrationBuilder.AddForeignKey(
                name: "FK_SenderReadings_CitizenReceipts_LetterId",
                table: "SenderReadings",
                column: "LetterId",
                principalTable: "CitizenReceipts",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_SenderReadings_CitizenReceipts_LetterId",
                table: "SenderReadings");

            migrationBuilder.DropTable(
                name: "HonorReports");

            migrationBuilder.DropTable(
                name: "MinimumAnswers");

            migrationBuilder.DropTable(
                name: "RollLines");

            migrationBuilder.DropTable(
                name: "SearchTerms");

            migrationBuilder.DropTable(
                name: "SpotCheckItems");

            migrationBuilder.DropTable(
                name: "StarBasis");

            migrationBuilder.DropTable(
                name: "UnitConfirmationSpans");

            migrationBuilder.DropTable(
                name: "VerificationRuns");

            migrationBuilder.DropTable(
                name: "MinimumConsents");

            migrationBuilder.DropTable(
                name: "SpotChecks");

            migrationBuilder.DropTable(
                name: "StarRatings");

            migrationBuilder.DropTable(
                name: "StarPolicies");

            migrationBuilder.DropIndex(
                name: "IX_ServiceRecords_RecordedBy_National_SortDay",
                table: "ServiceRecords");

            migrationBuilder.DropIndex(
                name: "IX_ServiceRecords_RecordedBy_Status_PersonId_Id",
                table: "ServiceRecords");

            migrationBuilder.DropColumn(
                name: "National",
                table: "ServiceRecords");

            migrationBuilder.DropColumn(
                name: "NationalNumber",
                table: "ServiceRecords");

            migrationBuilder.DropColumn(
                name: "NationalSteps",
                table: "ServiceRecords");

            migrationBuilder.DropColumn(
                name: "FileCount",
                table: "Objections");

            migrationBuilder.DropColumn(
                name: "Withdrawal",
                table: "Objections");

            migrationBuilder.DropColumn(
                name: "PortraitFileId",
                table: "Grounds");

            migrationBuilder.DropColumn(
                name: "ReturnedOn",
                table: "Cases");

            migrationBuilder.DropColumn(
                name: "AnnouncedUntil",
                table: "AwardChanges");

            migrationBuilder.DropColumn(
                name: "Refused",
                table: "AuditEntries");

            migrationBuilder.DropColumn(
                name: "Times",
                table: "AuditEntries");

            migrationBuilder.RenameColumn(
                name: "LetterId",
                table: "SenderReadings",
                newName: "NominationId");

            migrationBuilder.RenameIndex(
                name: "IX_SenderReadings_LetterId",
                table: "SenderReadings",
                newName: "IX_SenderReadings_NominationId");

            migrationBuilder.AddForeignKey(
                name: "FK_CitizenReceipts_Nominations_Id",
                table: "CitizenReceipts",
                column: "Id",
                principalTable: "Nominations",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_SenderReadings_Nominations_NominationId",
                table: "SenderReadings",
                column: "NominationId",
                principalTable: "Nominations",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }
    }
}
