using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Honors.Api.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class CasesNoticesAndHours : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_ServiceRecords_OrganizerId",
                table: "ServiceRecords");

            migrationBuilder.DropIndex(
                name: "IX_Awards_TitleId",
                table: "Awards");

            migrationBuilder.AddColumn<string>(
                name: "Appraisals",
                table: "ServiceRecords",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<long>(
                name: "CreditedAt",
                table: "ServiceRecords",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<int>(
                name: "CreditedMinutes",
                table: "ServiceRecords",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "DecidedAt",
                table: "ServiceRecords",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "DenialReason",
                table: "ServiceRecords",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Denied",
                table: "ServiceRecords",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "DeniedAt",
                table: "ServiceRecords",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "EnteredOn",
                table: "ServiceRecords",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            migrationBuilder.AddColumn<bool>(
                name: "IsEmergency",
                table: "ServiceRecords",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Kind",
                table: "ServiceRecords",
                type: "TEXT",
                maxLength: 32,
                nullable: false,
                defaultValue: "Service");

            migrationBuilder.AddColumn<string>(
                name: "LateReason",
                table: "ServiceRecords",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "LoggedAt",
                table: "ServiceRecords",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "ReversedAt",
                table: "ServiceRecords",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "RuleEdition",
                table: "ServiceRecords",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "RuleId",
                table: "ServiceRecords",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "SettledAt",
                table: "ServiceRecords",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Signs",
                table: "ServiceRecords",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<int>(
                name: "TravelMinutes",
                table: "ServiceRecords",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "VerifiedBeforeDenial",
                table: "ServiceRecords",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "VerifiedBeforeDenialAt",
                table: "ServiceRecords",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Credited",
                table: "ServiceDays",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Appeal",
                table: "Nominations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "AppealBy",
                table: "Nominations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "AppealOfficeId",
                table: "Nominations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "AsWritten",
                table: "Nominations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "NominatorPersonId",
                table: "Nominations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "PassedToId",
                table: "Nominations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "RefusedFor",
                table: "Nominations",
                type: "TEXT",
                maxLength: 32,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "AwaitsOwnSay",
                table: "Grounds",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "OwnSay",
                table: "Grounds",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsHead",
                table: "Employments",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "Confidential",
                table: "Awards",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<Guid>(
                name: "DecisionId",
                table: "Awards",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "GroupName",
                table: "Awards",
                type: "TEXT",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "NominatedBy",
                table: "Awards",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "NominationId",
                table: "Awards",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "NotPublished",
                table: "Awards",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Reward",
                table: "Awards",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Verb",
                table: "Awards",
                type: "TEXT",
                maxLength: 32,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Wishes",
                table: "Awards",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.CreateTable(
                name: "Absences",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganizationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    FirstDay = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    LastDay = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    From = table.Column<TimeOnly>(type: "TEXT", nullable: true),
                    To = table.Column<TimeOnly>(type: "TEXT", nullable: true),
                    Source = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Entered = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Absences", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Absences_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Absences_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AwardJointBodies",
                columns: table => new
                {
                    Row = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AwardJointBodies", x => x.Row);
                    table.ForeignKey(
                        name: "FK_AwardJointBodies_Awards_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "Awards",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AwardMembers",
                columns: table => new
                {
                    Row = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AwardMembers", x => x.Row);
                    table.ForeignKey(
                        name: "FK_AwardMembers_Awards_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "Awards",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_AwardMembers_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CitizenReceipts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Hash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    Sealed = table.Column<string>(type: "TEXT", maxLength: 1500, nullable: true),
                    RecordedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    RecordedIn = table.Column<long>(type: "INTEGER", nullable: false)
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
                name: "CreditingRules",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    DivisionCode = table.Column<long>(type: "INTEGER", nullable: true),
                    Edition = table.Column<int>(type: "INTEGER", nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Facts = table.Column<string>(type: "TEXT", nullable: false),
                    Entered = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CreditingRules", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Decisions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TitleId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    DocumentNumber = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    DecidedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ScanId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Ceremony = table.Column<string>(type: "TEXT", nullable: true),
                    Confidential = table.Column<bool>(type: "INTEGER", nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    SortDay = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Entered = table.Column<string>(type: "TEXT", nullable: false),
                    Confirmed = table.Column<string>(type: "TEXT", nullable: true),
                    Withdrawn = table.Column<string>(type: "TEXT", nullable: true),
                    WithdrawalReason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    RecordedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    RecordedIn = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Decisions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Decisions_Files_ScanId",
                        column: x => x.ScanId,
                        principalTable: "Files",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Decisions_Organizations_RecordedBy",
                        column: x => x.RecordedBy,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Decisions_Titles_TitleId",
                        column: x => x.TitleId,
                        principalTable: "Titles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Notices",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TitleId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Heading = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Basis = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Stage = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Order = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Period = table.Column<string>(type: "TEXT", nullable: false),
                    Acceptance = table.Column<string>(type: "TEXT", nullable: false),
                    Elsewhere = table.Column<string>(type: "TEXT", nullable: true),
                    IsElsewhere = table.Column<bool>(type: "INTEGER", nullable: false),
                    Drafted = table.Column<string>(type: "TEXT", nullable: false),
                    Published = table.Column<string>(type: "TEXT", nullable: true),
                    PublishedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    FirstDay = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    LastDay = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    OpenUntil = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    CountedBy = table.Column<string>(type: "TEXT", nullable: false),
                    Recounts = table.Column<string>(type: "TEXT", nullable: false),
                    SortDay = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    RecordedIn = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Notices", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Notices_Organizations_RecordedBy",
                        column: x => x.RecordedBy,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Notices_Titles_TitleId",
                        column: x => x.TitleId,
                        principalTable: "Titles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Recreditings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    DivisionCode = table.Column<long>(type: "INTEGER", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Records = table.Column<int>(type: "INTEGER", nullable: false),
                    MinutesBefore = table.Column<int>(type: "INTEGER", nullable: false),
                    MinutesAfter = table.Column<int>(type: "INTEGER", nullable: false),
                    Proposed = table.Column<string>(type: "TEXT", nullable: false),
                    Applied = table.Column<string>(type: "TEXT", nullable: true),
                    Skipped = table.Column<int>(type: "INTEGER", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    RecordedIn = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Recreditings", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SenderReadings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    NominationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Purpose = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Read = table.Column<string>(type: "TEXT", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    RecordedIn = table.Column<long>(type: "INTEGER", nullable: false)
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
                name: "ServiceFormerCredits",
                columns: table => new
                {
                    Row = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    Credited = table.Column<int>(type: "INTEGER", nullable: false),
                    RuleId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Since = table.Column<long>(type: "INTEGER", nullable: false),
                    Until = table.Column<long>(type: "INTEGER", nullable: false),
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ServiceFormerCredits", x => x.Row);
                    table.ForeignKey(
                        name: "FK_ServiceFormerCredits_ServiceRecords_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "ServiceRecords",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "UnitConfirmations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ServiceRecordId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    UnitId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Answer = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Minutes = table.Column<int>(type: "INTEGER", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    Status = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    ReplyDue = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Steps = table.Column<string>(type: "TEXT", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    RecordedIn = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UnitConfirmations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_UnitConfirmations_Organizations_UnitId",
                        column: x => x.UnitId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_UnitConfirmations_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_UnitConfirmations_ServiceRecords_ServiceRecordId",
                        column: x => x.ServiceRecordId,
                        principalTable: "ServiceRecords",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Vacations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganizationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    FirstDay = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    LastDay = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Entered = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Vacations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Vacations_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Cases",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TitleId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    NominatedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProcedureId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Confidential = table.Column<bool>(type: "INTEGER", nullable: false),
                    Stage = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    WaitsFor = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ExaminationDueOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    MergedIntoId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Likes = table.Column<int>(type: "INTEGER", nullable: false),
                    Panel = table.Column<string>(type: "TEXT", nullable: false),
                    Stops = table.Column<string>(type: "TEXT", nullable: false),
                    Finding = table.Column<string>(type: "TEXT", nullable: true),
                    Recommendations = table.Column<string>(type: "TEXT", nullable: false),
                    SentUpToId = table.Column<Guid>(type: "TEXT", nullable: true),
                    DecisionId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Steps = table.Column<string>(type: "TEXT", nullable: false),
                    SortDay = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Exemption = table.Column<string>(type: "TEXT", nullable: true)
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
                        name: "FK_Cases_Decisions_DecisionId",
                        column: x => x.DecisionId,
                        principalTable: "Decisions",
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
                name: "DecisionBodies",
                columns: table => new
                {
                    Row = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DecisionBodies", x => x.Row);
                    table.ForeignKey(
                        name: "FK_DecisionBodies_Decisions_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "Decisions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "DecisionEntries",
                columns: table => new
                {
                    Row = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    NominationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kin = table.Column<string>(type: "TEXT", nullable: true),
                    TeamIds = table.Column<string>(type: "TEXT", nullable: false),
                    VillageAssignmentIds = table.Column<string>(type: "TEXT", nullable: false),
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DecisionEntries", x => x.Row);
                    table.ForeignKey(
                        name: "FK_DecisionEntries_Decisions_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "Decisions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_DecisionEntries_Nominations_NominationId",
                        column: x => x.NominationId,
                        principalTable: "Nominations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Objections",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    NoticeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    EntryId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Arrival = table.Column<string>(type: "TEXT", nullable: false),
                    IsNamed = table.Column<bool>(type: "INTEGER", nullable: false),
                    HasLeads = table.Column<bool>(type: "INTEGER", nullable: false),
                    SealedWords = table.Column<string>(type: "TEXT", maxLength: 16000, nullable: false),
                    SealedObjector = table.Column<string>(type: "TEXT", maxLength: 1500, nullable: true),
                    ReceiptHash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    IsOpen = table.Column<bool>(type: "INTEGER", nullable: false),
                    Entered = table.Column<string>(type: "TEXT", nullable: false),
                    Accepted = table.Column<string>(type: "TEXT", nullable: true),
                    Refused = table.Column<string>(type: "TEXT", nullable: true),
                    Findings = table.Column<string>(type: "TEXT", nullable: false),
                    Answers = table.Column<string>(type: "TEXT", nullable: false),
                    HandedOn = table.Column<string>(type: "TEXT", nullable: true),
                    Archived = table.Column<string>(type: "TEXT", nullable: true),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    IsDuePending = table.Column<bool>(type: "INTEGER", nullable: false),
                    SortDay = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    RecordedIn = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Objections", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Objections_Notices_NoticeId",
                        column: x => x.NoticeId,
                        principalTable: "Notices",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Objections_Organizations_RecordedBy",
                        column: x => x.RecordedBy,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RecreditingLines",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    RecreditingId = table.Column<Guid>(type: "TEXT", nullable: false),
                    RecordId = table.Column<Guid>(type: "TEXT", nullable: false),
                    RecordVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    MinutesBefore = table.Column<int>(type: "INTEGER", nullable: false),
                    MinutesAfter = table.Column<int>(type: "INTEGER", nullable: false),
                    RuleBeforeId = table.Column<Guid>(type: "TEXT", nullable: true),
                    RuleAfterId = table.Column<Guid>(type: "TEXT", nullable: false),
                    DaysAfter = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RecreditingLines", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RecreditingLines_Recreditings_RecreditingId",
                        column: x => x.RecreditingId,
                        principalTable: "Recreditings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "DepartmentalChecks",
                columns: table => new
                {
                    Row = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    DepartmentId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    SentOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Sent = table.Column<string>(type: "TEXT", nullable: false),
                    Answer = table.Column<string>(type: "TEXT", nullable: true),
                    AnsweredOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: false)
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

            migrationBuilder.CreateTable(
                name: "NoticeEntries",
                columns: table => new
                {
                    Row = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    NominatedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    DivisionCode = table.Column<long>(type: "INTEGER", nullable: false),
                    Place = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Unit = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Deed = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Added = table.Column<string>(type: "TEXT", nullable: false),
                    CountedFrom = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    LastDay = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Changes = table.Column<string>(type: "TEXT", nullable: false),
                    Proposed = table.Column<string>(type: "TEXT", nullable: true),
                    Removal = table.Column<string>(type: "TEXT", nullable: true),
                    IsRemoved = table.Column<bool>(type: "INTEGER", nullable: false),
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NoticeEntries", x => x.Row);
                    table.ForeignKey(
                        name: "FK_NoticeEntries_Cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_NoticeEntries_Notices_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "Notices",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_NoticeEntries_Organizations_NominatedBy",
                        column: x => x.NominatedBy,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ObjectorReadings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ObjectionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Purpose = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Read = table.Column<string>(type: "TEXT", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    RecordedIn = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ObjectorReadings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ObjectorReadings_Objections_ObjectionId",
                        column: x => x.ObjectionId,
                        principalTable: "Objections",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ServiceRecords_OrganizerId_SortDay",
                table: "ServiceRecords",
                columns: new[] { "OrganizerId", "SortDay" });

            migrationBuilder.CreateIndex(
                name: "IX_ServiceRecords_RecordedBy_LoggedAt",
                table: "ServiceRecords",
                columns: new[] { "RecordedBy", "LoggedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_ServiceRecords_RecordedIn_SortDay",
                table: "ServiceRecords",
                columns: new[] { "RecordedIn", "SortDay" });

            migrationBuilder.CreateIndex(
                name: "IX_ServiceRecords_RuleId",
                table: "ServiceRecords",
                column: "RuleId");

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
                name: "IX_Awards_DecisionId",
                table: "Awards",
                column: "DecisionId");

            migrationBuilder.CreateIndex(
                name: "IX_Awards_NominatedBy",
                table: "Awards",
                column: "NominatedBy");

            migrationBuilder.CreateIndex(
                name: "IX_Awards_NominationId",
                table: "Awards",
                column: "NominationId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Awards_TitleId_SortDay",
                table: "Awards",
                columns: new[] { "TitleId", "SortDay" });

            migrationBuilder.CreateIndex(
                name: "IX_Absences_OrganizationId",
                table: "Absences",
                column: "OrganizationId");

            migrationBuilder.CreateIndex(
                name: "IX_Absences_PersonId_FirstDay",
                table: "Absences",
                columns: new[] { "PersonId", "FirstDay" });

            migrationBuilder.CreateIndex(
                name: "IX_AwardJointBodies_Id",
                table: "AwardJointBodies",
                column: "Id");

            migrationBuilder.CreateIndex(
                name: "IX_AwardJointBodies_OwnerId",
                table: "AwardJointBodies",
                column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_AwardMembers_OwnerId",
                table: "AwardMembers",
                column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_AwardMembers_PersonId",
                table: "AwardMembers",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_Cases_DecisionId",
                table: "Cases",
                column: "DecisionId");

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
                name: "IX_CreditingRules_DivisionCode_Edition",
                table: "CreditingRules",
                columns: new[] { "DivisionCode", "Edition" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DecisionBodies_Id",
                table: "DecisionBodies",
                column: "Id");

            migrationBuilder.CreateIndex(
                name: "IX_DecisionBodies_OwnerId",
                table: "DecisionBodies",
                column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_DecisionEntries_NominationId",
                table: "DecisionEntries",
                column: "NominationId");

            migrationBuilder.CreateIndex(
                name: "IX_DecisionEntries_OwnerId",
                table: "DecisionEntries",
                column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_Decisions_RecordedBy_SortDay_Id",
                table: "Decisions",
                columns: new[] { "RecordedBy", "SortDay", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Decisions_ScanId",
                table: "Decisions",
                column: "ScanId");

            migrationBuilder.CreateIndex(
                name: "IX_Decisions_SortDay_Id",
                table: "Decisions",
                columns: new[] { "SortDay", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Decisions_TitleId",
                table: "Decisions",
                column: "TitleId");

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
                name: "IX_NoticeEntries_CaseId",
                table: "NoticeEntries",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_NoticeEntries_NominatedBy",
                table: "NoticeEntries",
                column: "NominatedBy");

            migrationBuilder.CreateIndex(
                name: "IX_NoticeEntries_OwnerId",
                table: "NoticeEntries",
                column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_Notices_IsElsewhere_SortDay_Id",
                table: "Notices",
                columns: new[] { "IsElsewhere", "SortDay", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Notices_OpenUntil",
                table: "Notices",
                column: "OpenUntil");

            migrationBuilder.CreateIndex(
                name: "IX_Notices_RecordedBy_SortDay_Id",
                table: "Notices",
                columns: new[] { "RecordedBy", "SortDay", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Notices_TitleId",
                table: "Notices",
                column: "TitleId");

            migrationBuilder.CreateIndex(
                name: "IX_Objections_NoticeId_IsOpen",
                table: "Objections",
                columns: new[] { "NoticeId", "IsOpen" });

            migrationBuilder.CreateIndex(
                name: "IX_Objections_ReceiptHash",
                table: "Objections",
                column: "ReceiptHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Objections_RecordedBy_SortDay_Id",
                table: "Objections",
                columns: new[] { "RecordedBy", "SortDay", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ObjectorReadings_ObjectionId",
                table: "ObjectorReadings",
                column: "ObjectionId");

            migrationBuilder.CreateIndex(
                name: "IX_RecreditingLines_RecordId",
                table: "RecreditingLines",
                column: "RecordId");

            migrationBuilder.CreateIndex(
                name: "IX_RecreditingLines_RecreditingId_Id",
                table: "RecreditingLines",
                columns: new[] { "RecreditingId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_SenderReadings_NominationId",
                table: "SenderReadings",
                column: "NominationId");

            migrationBuilder.CreateIndex(
                name: "IX_ServiceFormerCredits_OwnerId",
                table: "ServiceFormerCredits",
                column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_UnitConfirmations_PersonId",
                table: "UnitConfirmations",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_UnitConfirmations_RecordedBy_Status",
                table: "UnitConfirmations",
                columns: new[] { "RecordedBy", "Status" });

            migrationBuilder.CreateIndex(
                name: "IX_UnitConfirmations_ServiceRecordId_UnitId",
                table: "UnitConfirmations",
                columns: new[] { "ServiceRecordId", "UnitId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_UnitConfirmations_UnitId",
                table: "UnitConfirmations",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_Vacations_OrganizationId_FirstDay",
                table: "Vacations",
                columns: new[] { "OrganizationId", "FirstDay" });

            migrationBuilder.AddForeignKey(
                name: "FK_Awards_Decisions_DecisionId",
                table: "Awards",
                column: "DecisionId",
                principalTable: "Decisions",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Awards_Nominations_NominationId",
                table: "Awards",
                column: "NominationId",
                principalTable: "Nominations",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Awards_Organizations_NominatedBy",
                table: "Awards",
                column: "NominatedBy",
                principalTable: "Organizations",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

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

            migrationBuilder.AddForeignKey(
                name: "FK_ServiceRecords_CreditingRules_RuleId",
                table: "ServiceRecords",
                column: "RuleId",
                principalTable: "CreditingRules",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Awards_Decisions_DecisionId",
                table: "Awards");

            migrationBuilder.DropForeignKey(
                name: "FK_Awards_Nominations_NominationId",
                table: "Awards");

            migrationBuilder.DropForeignKey(
                name: "FK_Awards_Organizations_NominatedBy",
                table: "Awards");

            migrationBuilder.DropForeignKey(
                name: "FK_Nominations_Organizations_AppealOfficeId",
                table: "Nominations");

            migrationBuilder.DropForeignKey(
                name: "FK_Nominations_Organizations_PassedToId",
                table: "Nominations");

            migrationBuilder.DropForeignKey(
                name: "FK_Nominations_People_NominatorPersonId",
                table: "Nominations");

            migrationBuilder.DropForeignKey(
                name: "FK_ServiceRecords_CreditingRules_RuleId",
                table: "ServiceRecords");

            migrationBuilder.DropTable(
                name: "Absences");

            migrationBuilder.DropTable(
                name: "AwardJointBodies");

            migrationBuilder.DropTable(
                name: "AwardMembers");

            migrationBuilder.DropTable(
                name: "CitizenReceipts");

            migrationBuilder.DropTable(
                name: "CreditingRules");

            migrationBuilder.DropTable(
                name: "DecisionBodies");

            migrationBuilder.DropTable(
                name: "DecisionEntries");

            migrationBuilder.DropTable(
                name: "DepartmentalChecks");

            migrationBuilder.DropTable(
                name: "NoticeEntries");

            migrationBuilder.DropTable(
                name: "ObjectorReadings");

            migrationBuilder.DropTable(
                name: "RecreditingLines");

            migrationBuilder.DropTable(
                name: "SenderReadings");

            migrationBuilder.DropTable(
                name: "ServiceFormerCredits");

            migrationBuilder.DropTable(
                name: "UnitConfirmations");

            migrationBuilder.DropTable(
                name: "Vacations");

            migrationBuilder.DropTable(
                name: "Cases");

            migrationBuilder.DropTable(
                name: "Objections");

            migrationBuilder.DropTable(
                name: "Recreditings");

            migrationBuilder.DropTable(
                name: "Decisions");

            migrationBuilder.DropTable(
                name: "Notices");

            migrationBuilder.DropIndex(
                name: "IX_ServiceRecords_OrganizerId_SortDay",
                table: "ServiceRecords");

            migrationBuilder.DropIndex(
                name: "IX_ServiceRecords_RecordedBy_LoggedAt",
                table: "ServiceRecords");

            migrationBuilder.DropIndex(
                name: "IX_ServiceRecords_RecordedIn_SortDay",
                table: "ServiceRecords");

            migrationBuilder.DropIndex(
                name: "IX_ServiceRecords_RuleId",
                table: "ServiceRecords");

            migrationBuilder.DropIndex(
                name: "IX_Nominations_AppealOfficeId",
                table: "Nominations");

            migrationBuilder.DropIndex(
                name: "IX_Nominations_NominatorPersonId",
                table: "Nominations");

            migrationBuilder.DropIndex(
                name: "IX_Nominations_PassedToId",
                table: "Nominations");

            migrationBuilder.DropIndex(
                name: "IX_Awards_DecisionId",
                table: "Awards");

            migrationBuilder.DropIndex(
                name: "IX_Awards_NominatedBy",
                table: "Awards");

            migrationBuilder.DropIndex(
                name: "IX_Awards_NominationId",
                table: "Awards");

            migrationBuilder.DropIndex(
                name: "IX_Awards_TitleId_SortDay",
                table: "Awards");

            migrationBuilder.DropColumn(
                name: "Appraisals",
                table: "ServiceRecords");

            migrationBuilder.DropColumn(
                name: "CreditedAt",
                table: "ServiceRecords");

            migrationBuilder.DropColumn(
                name: "CreditedMinutes",
                table: "ServiceRecords");

            migrationBuilder.DropColumn(
                name: "DecidedAt",
                table: "ServiceRecords");

            migrationBuilder.DropColumn(
                name: "DenialReason",
                table: "ServiceRecords");

            migrationBuilder.DropColumn(
                name: "Denied",
                table: "ServiceRecords");

            migrationBuilder.DropColumn(
                name: "DeniedAt",
                table: "ServiceRecords");

            migrationBuilder.DropColumn(
                name: "EnteredOn",
                table: "ServiceRecords");

            migrationBuilder.DropColumn(
                name: "IsEmergency",
                table: "ServiceRecords");

            migrationBuilder.DropColumn(
                name: "Kind",
                table: "ServiceRecords");

            migrationBuilder.DropColumn(
                name: "LateReason",
                table: "ServiceRecords");

            migrationBuilder.DropColumn(
                name: "LoggedAt",
                table: "ServiceRecords");

            migrationBuilder.DropColumn(
                name: "ReversedAt",
                table: "ServiceRecords");

            migrationBuilder.DropColumn(
                name: "RuleEdition",
                table: "ServiceRecords");

            migrationBuilder.DropColumn(
                name: "RuleId",
                table: "ServiceRecords");

            migrationBuilder.DropColumn(
                name: "SettledAt",
                table: "ServiceRecords");

            migrationBuilder.DropColumn(
                name: "Signs",
                table: "ServiceRecords");

            migrationBuilder.DropColumn(
                name: "TravelMinutes",
                table: "ServiceRecords");

            migrationBuilder.DropColumn(
                name: "VerifiedBeforeDenial",
                table: "ServiceRecords");

            migrationBuilder.DropColumn(
                name: "VerifiedBeforeDenialAt",
                table: "ServiceRecords");

            migrationBuilder.DropColumn(
                name: "Credited",
                table: "ServiceDays");

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

            migrationBuilder.DropColumn(
                name: "IsHead",
                table: "Employments");

            migrationBuilder.DropColumn(
                name: "Confidential",
                table: "Awards");

            migrationBuilder.DropColumn(
                name: "DecisionId",
                table: "Awards");

            migrationBuilder.DropColumn(
                name: "GroupName",
                table: "Awards");

            migrationBuilder.DropColumn(
                name: "NominatedBy",
                table: "Awards");

            migrationBuilder.DropColumn(
                name: "NominationId",
                table: "Awards");

            migrationBuilder.DropColumn(
                name: "NotPublished",
                table: "Awards");

            migrationBuilder.DropColumn(
                name: "Reward",
                table: "Awards");

            migrationBuilder.DropColumn(
                name: "Verb",
                table: "Awards");

            migrationBuilder.DropColumn(
                name: "Wishes",
                table: "Awards");

            migrationBuilder.CreateIndex(
                name: "IX_ServiceRecords_OrganizerId",
                table: "ServiceRecords",
                column: "OrganizerId");

            migrationBuilder.CreateIndex(
                name: "IX_Awards_TitleId",
                table: "Awards",
                column: "TitleId");
        }
    }
}
