using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Honors.Api.Data.Migrations.Sqlite
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
                type: "TEXT",
                maxLength: 32,
                nullable: false,
                defaultValue: "NotReported");

            migrationBuilder.AddColumn<string>(
                name: "NationalNumber",
                table: "ServiceRecords",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "NationalSteps",
                table: "ServiceRecords",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<int>(
                name: "FileCount",
                table: "Objections",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Withdrawal",
                table: "Objections",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "PortraitFileId",
                table: "Grounds",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "ReturnedOn",
                table: "Cases",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "AnnouncedUntil",
                table: "AwardChanges",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Refused",
                table: "AuditEntries",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Times",
                table: "AuditEntries",
                type: "INTEGER",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.CreateTable(
                name: "HonorReports",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    AwardId = table.Column<Guid>(type: "TEXT", nullable: true),
                    TitleId = table.Column<Guid>(type: "TEXT", nullable: true),
                    SealedWords = table.Column<string>(type: "TEXT", maxLength: 12000, nullable: false),
                    Answer = table.Column<string>(type: "TEXT", nullable: true),
                    State = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    SortDay = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    RecordedIn = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
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
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    AskerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Figure = table.Column<string>(type: "TEXT", nullable: false),
                    Until = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Consent = table.Column<string>(type: "TEXT", nullable: false),
                    Given = table.Column<string>(type: "TEXT", nullable: false),
                    RecorderId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Withdrawn = table.Column<string>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
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

            migrationBuilder.CreateTable(
                name: "SpotChecks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    DivisionCode = table.Column<long>(type: "INTEGER", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Seed = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    NextSeed = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Population = table.Column<int>(type: "INTEGER", nullable: false),
                    ListDigest = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Size = table.Column<int>(type: "INTEGER", nullable: false),
                    Drawn = table.Column<string>(type: "TEXT", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    RecordedIn = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SpotChecks", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "StarPolicies",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    DivisionCode = table.Column<long>(type: "INTEGER", nullable: true),
                    Edition = table.Column<int>(type: "INTEGER", nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Thresholds = table.Column<string>(type: "TEXT", nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Entered = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StarPolicies", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "UnitConfirmationSpans",
                columns: table => new
                {
                    Row = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Since = table.Column<long>(type: "INTEGER", nullable: false),
                    Until = table.Column<long>(type: "INTEGER", nullable: true),
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: false)
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
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Provenance = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    WithSigns = table.Column<bool>(type: "INTEGER", nullable: false),
                    Opened = table.Column<string>(type: "TEXT", nullable: false),
                    Matching = table.Column<int>(type: "INTEGER", nullable: false),
                    AfterOwnerId = table.Column<Guid>(type: "TEXT", nullable: true),
                    AfterId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Done = table.Column<int>(type: "INTEGER", nullable: false),
                    Left = table.Column<string>(type: "TEXT", nullable: false),
                    FinishedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    RecordedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    RecordedIn = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_VerificationRuns", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "MinimumAnswers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ConsentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AskerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Figure = table.Column<string>(type: "TEXT", nullable: false),
                    Reference = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    IsMet = table.Column<bool>(type: "INTEGER", nullable: false),
                    AskedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Asked = table.Column<string>(type: "TEXT", nullable: false)
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
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    SpotCheckId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Place = table.Column<int>(type: "INTEGER", nullable: false),
                    RecordId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Result = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    Note = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Found = table.Column<string>(type: "TEXT", nullable: true),
                    Concluded = table.Column<string>(type: "TEXT", nullable: true),
                    Conclusion = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    ConcludedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
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
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Star = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    PolicyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PolicyEdition = table.Column<int>(type: "INTEGER", nullable: false),
                    ThresholdMinutes = table.Column<int>(type: "INTEGER", nullable: false),
                    BasisMinutes = table.Column<int>(type: "INTEGER", nullable: false),
                    AsOf = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Applied = table.Column<string>(type: "TEXT", nullable: false),
                    ApplicantId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Decided = table.Column<string>(type: "TEXT", nullable: true),
                    DecisionReason = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    ReopenedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ReopenedMinutes = table.Column<int>(type: "INTEGER", nullable: true),
                    Reviews = table.Column<string>(type: "TEXT", nullable: false, defaultValue: "[]"),
                    RecordedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    RecordedIn = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
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
                    Row = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    RecordId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: false)
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
