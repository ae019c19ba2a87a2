using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Honors.Api.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "AuditEntries",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: true),
                    Operation = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    Resource = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false, collation: "C"),
                    TraceId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditEntries", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "CalendarYears",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Year = table.Column<int>(type: "integer", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    DaysOff = table.Column<string>(type: "text", nullable: false),
                    MakeUpDays = table.Column<string>(type: "text", nullable: false),
                    Source = table.Column<string>(type: "text", nullable: false),
                    Entered = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CalendarYears", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Changes",
                columns: table => new
                {
                    RecordId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    Position = table.Column<long>(type: "bigint", nullable: false),
                    IsErased = table.Column<bool>(type: "boolean", nullable: false),
                    MergedIntoId = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Changes", x => x.RecordId);
                });

            migrationBuilder.CreateTable(
                name: "Deeds",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    Kind = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    SortDay = table.Column<DateOnly>(type: "date", nullable: false),
                    TimeAsWritten = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true, collation: "C"),
                    Place = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    DivisionCode = table.Column<long>(type: "bigint", nullable: true),
                    Summary = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true, collation: "C"),
                    Evidence = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true, collation: "C"),
                    Helped = table.Column<string>(type: "text", nullable: false),
                    Source = table.Column<string>(type: "text", nullable: true),
                    Recorded = table.Column<string>(type: "text", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordedIn = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    When_AsWritten = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true, collation: "C"),
                    When_Earliest = table.Column<DateOnly>(type: "date", nullable: true),
                    When_Latest = table.Column<DateOnly>(type: "date", nullable: true),
                    When_Text = table.Column<string>(type: "character varying(21)", maxLength: 21, nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Deeds", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Deployments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    Kind = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Status = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, defaultValue: "FromSource"),
                    SortDay = table.Column<DateOnly>(type: "date", nullable: false),
                    Days = table.Column<string>(type: "text", nullable: true),
                    CallOuts = table.Column<string>(type: "text", nullable: true),
                    Place = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    Base = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    HostId = table.Column<Guid>(type: "uuid", nullable: true),
                    TaskedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    Summary = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true, collation: "C"),
                    Outcomes = table.Column<string>(type: "text", nullable: false),
                    Source = table.Column<string>(type: "text", nullable: true),
                    Recorded = table.Column<string>(type: "text", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordedIn = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Times = table.Column<string>(type: "text", nullable: false, defaultValue: "[]"),
                    Tasking = table.Column<string>(type: "text", nullable: true),
                    Vehicles = table.Column<string>(type: "text", nullable: false, defaultValue: "[]"),
                    Recorders = table.Column<string>(type: "text", nullable: false, defaultValue: "[]"),
                    Closed = table.Column<string>(type: "text", nullable: true),
                    Reopenings = table.Column<string>(type: "text", nullable: false, defaultValue: "[]"),
                    When_AsWritten = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true, collation: "C"),
                    When_Earliest = table.Column<DateOnly>(type: "date", nullable: true),
                    When_Latest = table.Column<DateOnly>(type: "date", nullable: true),
                    When_Text = table.Column<string>(type: "character varying(21)", maxLength: 21, nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Deployments", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Divisions",
                columns: table => new
                {
                    Code = table.Column<long>(type: "bigint", nullable: false),
                    Name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    Level = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    ParentCode = table.Column<long>(type: "bigint", nullable: true),
                    ValidFrom = table.Column<string>(type: "character varying(7)", maxLength: 7, nullable: true, collation: "C"),
                    ValidTo = table.Column<string>(type: "character varying(7)", maxLength: 7, nullable: true, collation: "C"),
                    SuccessorCode = table.Column<long>(type: "bigint", nullable: true),
                    Source = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Divisions", x => x.Code);
                });

            migrationBuilder.CreateTable(
                name: "Files",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false, collation: "C"),
                    Kind = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Format = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Size = table.Column<long>(type: "bigint", nullable: false),
                    Hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    SentHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    Width = table.Column<int>(type: "integer", nullable: true),
                    Height = table.Column<int>(type: "integer", nullable: true),
                    IsSensitive = table.Column<bool>(type: "boolean", nullable: false),
                    OwnerType = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: true),
                    Recorded = table.Column<string>(type: "text", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordedIn = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Files", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "IdempotencyRecords",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    Route = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false, collation: "C"),
                    Key = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false, collation: "C"),
                    Fingerprint = table.Column<byte[]>(type: "bytea", nullable: false),
                    Answer = table.Column<byte[]>(type: "bytea", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IdempotencyRecords", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Organizations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    Kind = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    TeamKind = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true),
                    DivisionCode = table.Column<long>(type: "bigint", nullable: false),
                    ParentId = table.Column<Guid>(type: "uuid", nullable: true),
                    CreditCode = table.Column<string>(type: "character varying(18)", maxLength: 18, nullable: true, collation: "C"),
                    RecordedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordedIn = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Organizations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Organizations_Organizations_ParentId",
                        column: x => x.ParentId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "People",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false, collation: "C"),
                    Name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    Gender = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    MergedIntoId = table.Column<Guid>(type: "uuid", nullable: true),
                    RecordedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordedIn = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Born_AsWritten = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true, collation: "C"),
                    Born_Earliest = table.Column<DateOnly>(type: "date", nullable: true),
                    Born_Latest = table.Column<DateOnly>(type: "date", nullable: true),
                    Born_Text = table.Column<string>(type: "character varying(21)", maxLength: 21, nullable: true, collation: "C"),
                    Died_AsWritten = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true, collation: "C"),
                    Died_Earliest = table.Column<DateOnly>(type: "date", nullable: true),
                    Died_Latest = table.Column<DateOnly>(type: "date", nullable: true),
                    Died_Text = table.Column<string>(type: "character varying(21)", maxLength: 21, nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_People", x => x.Id);
                    table.ForeignKey(
                        name: "FK_People_People_MergedIntoId",
                        column: x => x.MergedIntoId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ChangeReaders",
                columns: table => new
                {
                    Row = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Id = table.Column<Guid>(type: "uuid", nullable: true),
                    DivisionCode = table.Column<long>(type: "bigint", nullable: true),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false)
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

            migrationBuilder.CreateTable(
                name: "DeedActors",
                columns: table => new
                {
                    Row = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    Age = table.Column<int>(type: "integer", nullable: true),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DeedActors", x => x.Row);
                    table.ForeignKey(
                        name: "FK_DeedActors_Deeds_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "Deeds",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "DeedTeams",
                columns: table => new
                {
                    Row = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DeedTeams", x => x.Row);
                    table.ForeignKey(
                        name: "FK_DeedTeams_Deeds_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "Deeds",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "DeedVillageAssignments",
                columns: table => new
                {
                    Row = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DeedVillageAssignments", x => x.Row);
                    table.ForeignKey(
                        name: "FK_DeedVillageAssignments_Deeds_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "Deeds",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "DeploymentDivisions",
                columns: table => new
                {
                    Row = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Code = table.Column<long>(type: "bigint", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DeploymentDivisions", x => x.Row);
                    table.ForeignKey(
                        name: "FK_DeploymentDivisions_Deployments_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "Deployments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "DeploymentLogLines",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    DeploymentId = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    Text = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false, collation: "C"),
                    Recorded = table.Column<string>(type: "text", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordedIn = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DeploymentLogLines", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DeploymentLogLines_Deployments_DeploymentId",
                        column: x => x.DeploymentId,
                        principalTable: "Deployments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DeploymentTeams",
                columns: table => new
                {
                    Row = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    TeamId = table.Column<Guid>(type: "uuid", nullable: false),
                    HeadCount = table.Column<string>(type: "text", nullable: true),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DeploymentTeams", x => x.Row);
                    table.ForeignKey(
                        name: "FK_DeploymentTeams_Deployments_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "Deployments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "DeploymentVillageAssignments",
                columns: table => new
                {
                    Row = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DeploymentVillageAssignments", x => x.Row);
                    table.ForeignKey(
                        name: "FK_DeploymentVillageAssignments_Deployments_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "Deployments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "RosterLines",
                columns: table => new
                {
                    Row = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: true),
                    Name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true, collation: "C"),
                    MemberNumber = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true, collation: "C"),
                    TeamId = table.Column<Guid>(type: "uuid", nullable: true),
                    TeamName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true, collation: "C"),
                    Role = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Vehicle = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true, collation: "C"),
                    ReturnVehicle = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true, collation: "C"),
                    IsUnfit = table.Column<bool>(type: "boolean", nullable: false),
                    Segments = table.Column<string>(type: "text", nullable: false, defaultValue: "[]"),
                    Ending = table.Column<string>(type: "text", nullable: true),
                    Flags = table.Column<string>(type: "text", nullable: false, defaultValue: "[]"),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RosterLines", x => x.Row);
                    table.ForeignKey(
                        name: "FK_RosterLines_Deployments_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "Deployments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Titles",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    Class = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Level = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    AuthorityId = table.Column<Guid>(type: "uuid", nullable: true),
                    RecordedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordedIn = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Titles", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Titles_Organizations_AuthorityId",
                        column: x => x.AuthorityId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Titles_Organizations_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Accounts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Issuer = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    Subject = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    Name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    Kind = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: true),
                    ResponsibleId = table.Column<Guid>(type: "uuid", nullable: true),
                    RecordedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordedIn = table.Column<long>(type: "bigint", nullable: false),
                    SuspendedAt = table.Column<long>(type: "bigint", nullable: true),
                    SuspensionReason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Accounts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Accounts_Accounts_ResponsibleId",
                        column: x => x.ResponsibleId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Accounts_Organizations_RecordedBy",
                        column: x => x.RecordedBy,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Accounts_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Affiliations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    Stated = table.Column<string>(type: "text", nullable: false),
                    Confirmed = table.Column<string>(type: "text", nullable: true),
                    RecordedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordedIn = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Affiliations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Affiliations_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Corrections",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordId = table.Column<Guid>(type: "uuid", nullable: true),
                    AskedBy = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Wrong = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false, collation: "C"),
                    Received = table.Column<string>(type: "text", nullable: false),
                    ReceivedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    AnswerDue = table.Column<DateOnly>(type: "date", nullable: true),
                    Accepted = table.Column<bool>(type: "boolean", nullable: true),
                    Answer = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true, collation: "C"),
                    Answered = table.Column<string>(type: "text", nullable: true),
                    RecordedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordedIn = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Corrections", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Corrections_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Employments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Position = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true, collation: "C"),
                    FirstDay = table.Column<DateOnly>(type: "date", nullable: true),
                    LastDay = table.Column<DateOnly>(type: "date", nullable: true),
                    Stated = table.Column<string>(type: "text", nullable: false),
                    Confirmed = table.Column<string>(type: "text", nullable: true),
                    RecordedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordedIn = table.Column<long>(type: "bigint", nullable: false),
                    From_AsWritten = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true, collation: "C"),
                    From_Earliest = table.Column<DateOnly>(type: "date", nullable: true),
                    From_Latest = table.Column<DateOnly>(type: "date", nullable: true),
                    From_Text = table.Column<string>(type: "character varying(21)", maxLength: 21, nullable: true, collation: "C"),
                    Until_AsWritten = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true, collation: "C"),
                    Until_Earliest = table.Column<DateOnly>(type: "date", nullable: true),
                    Until_Latest = table.Column<DateOnly>(type: "date", nullable: true),
                    Until_Text = table.Column<string>(type: "character varying(21)", maxLength: 21, nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Employments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Employments_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Employments_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Grounds",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Source = table.Column<string>(type: "text", nullable: true),
                    Consent = table.Column<string>(type: "text", nullable: true),
                    ShowsName = table.Column<bool>(type: "boolean", nullable: false),
                    ShowsUnit = table.Column<bool>(type: "boolean", nullable: false),
                    ShowsStory = table.Column<bool>(type: "boolean", nullable: false, defaultValue: true),
                    ShowsHours = table.Column<bool>(type: "boolean", nullable: false),
                    ShowsPortrait = table.Column<bool>(type: "boolean", nullable: false),
                    AllOf = table.Column<string>(type: "text", nullable: false, defaultValue: "[]"),
                    CoversAllAwards = table.Column<bool>(type: "boolean", nullable: false),
                    Recorded = table.Column<string>(type: "text", nullable: false),
                    Until = table.Column<DateOnly>(type: "date", nullable: true),
                    EndedAt = table.Column<long>(type: "bigint", nullable: true),
                    Ended = table.Column<string>(type: "text", nullable: true),
                    EndingAskedBy = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true),
                    RecordedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordedIn = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Grounds", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Grounds_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Guardianships",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    GuardianId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    FirstDay = table.Column<DateOnly>(type: "date", nullable: true),
                    LastDay = table.Column<DateOnly>(type: "date", nullable: true),
                    Stated = table.Column<string>(type: "text", nullable: false),
                    Confirmed = table.Column<string>(type: "text", nullable: true),
                    RecordedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordedIn = table.Column<long>(type: "bigint", nullable: false),
                    From_AsWritten = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true, collation: "C"),
                    From_Earliest = table.Column<DateOnly>(type: "date", nullable: true),
                    From_Latest = table.Column<DateOnly>(type: "date", nullable: true),
                    From_Text = table.Column<string>(type: "character varying(21)", maxLength: 21, nullable: true, collation: "C"),
                    Until_AsWritten = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true, collation: "C"),
                    Until_Earliest = table.Column<DateOnly>(type: "date", nullable: true),
                    Until_Latest = table.Column<DateOnly>(type: "date", nullable: true),
                    Until_Text = table.Column<string>(type: "character varying(21)", maxLength: 21, nullable: true, collation: "C")
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

            migrationBuilder.CreateTable(
                name: "Identities",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Sealed = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    Match = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    Stated = table.Column<string>(type: "text", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordedIn = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Identities", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Identities_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "IdentityReadings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    Purpose = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    Read = table.Column<string>(type: "text", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordedIn = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IdentityReadings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_IdentityReadings_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "InsurancePolicies",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    TeamId = table.Column<Guid>(type: "uuid", nullable: true),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: true),
                    Insurer = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    PolicyNumber = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false, collation: "C"),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    Until = table.Column<DateOnly>(type: "date", nullable: false),
                    SortDay = table.Column<DateOnly>(type: "date", nullable: false),
                    Recorded = table.Column<string>(type: "text", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordedIn = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InsurancePolicies", x => x.Id);
                    table.ForeignKey(
                        name: "FK_InsurancePolicies_Organizations_TeamId",
                        column: x => x.TeamId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_InsurancePolicies_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Memberships",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    TeamId = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    MemberNumber = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true, collation: "C"),
                    RecordedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordedIn = table.Column<long>(type: "bigint", nullable: false),
                    From_AsWritten = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true, collation: "C"),
                    From_Earliest = table.Column<DateOnly>(type: "date", nullable: true),
                    From_Latest = table.Column<DateOnly>(type: "date", nullable: true),
                    From_Text = table.Column<string>(type: "character varying(21)", maxLength: 21, nullable: true, collation: "C"),
                    Until_AsWritten = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true, collation: "C"),
                    Until_Earliest = table.Column<DateOnly>(type: "date", nullable: true),
                    Until_Latest = table.Column<DateOnly>(type: "date", nullable: true),
                    Until_Text = table.Column<string>(type: "character varying(21)", maxLength: 21, nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Memberships", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Memberships_Organizations_TeamId",
                        column: x => x.TeamId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Memberships_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PersonMergers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    OtherId = table.Column<Guid>(type: "uuid", nullable: false),
                    Reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false, collation: "C"),
                    Evidence = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true, collation: "C"),
                    Status = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Proposed = table.Column<string>(type: "text", nullable: false),
                    Settled = table.Column<string>(type: "text", nullable: true),
                    RejectionReason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true, collation: "C"),
                    Separated = table.Column<string>(type: "text", nullable: true),
                    SeparationReason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true, collation: "C"),
                    RecordedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordedIn = table.Column<long>(type: "bigint", nullable: false),
                    SurvivorRecordedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    SurvivorRecordedIn = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PersonMergers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PersonMergers_People_OtherId",
                        column: x => x.OtherId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PersonMergers_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PriorTotals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    LastDay = table.Column<DateOnly>(type: "date", nullable: false),
                    Minutes = table.Column<int>(type: "integer", nullable: true),
                    Activities = table.Column<string>(type: "text", nullable: true),
                    PeopleHelped = table.Column<string>(type: "text", nullable: true),
                    Kinds = table.Column<string>(type: "text", nullable: false),
                    SpanAsWritten = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true, collation: "C"),
                    Source = table.Column<string>(type: "text", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordedIn = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    AsOf_AsWritten = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true, collation: "C"),
                    AsOf_Earliest = table.Column<DateOnly>(type: "date", nullable: true),
                    AsOf_Latest = table.Column<DateOnly>(type: "date", nullable: true),
                    AsOf_Text = table.Column<string>(type: "character varying(21)", maxLength: 21, nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PriorTotals", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PriorTotals_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ServiceRecords",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    Activity = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    Category = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Place = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true, collation: "C"),
                    Content = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true, collation: "C"),
                    OrganizerId = table.Column<Guid>(type: "uuid", nullable: false),
                    InCharge = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true, collation: "C"),
                    Evidence = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true, collation: "C"),
                    ServedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    SortDay = table.Column<DateOnly>(type: "date", nullable: false),
                    StartsAt = table.Column<long>(type: "bigint", nullable: true),
                    EndsAt = table.Column<long>(type: "bigint", nullable: true),
                    Minutes = table.Column<int>(type: "integer", nullable: false),
                    Provenance = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Status = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Logged = table.Column<string>(type: "text", nullable: false),
                    Settled = table.Column<string>(type: "text", nullable: true),
                    RejectionReason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true, collation: "C"),
                    Reversed = table.Column<string>(type: "text", nullable: true),
                    ReversalReason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    ReplacesId = table.Column<Guid>(type: "uuid", nullable: true),
                    ReplacedById = table.Column<Guid>(type: "uuid", nullable: true),
                    DeploymentId = table.Column<Guid>(type: "uuid", nullable: true),
                    ContestedWithId = table.Column<Guid>(type: "uuid", nullable: true),
                    ContestedWithBodyId = table.Column<Guid>(type: "uuid", nullable: true),
                    Decided = table.Column<string>(type: "text", nullable: true),
                    DecisionReason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    RecordedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordedIn = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ServiceRecords", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ServiceRecords_Deployments_DeploymentId",
                        column: x => x.DeploymentId,
                        principalTable: "Deployments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ServiceRecords_Organizations_OrganizerId",
                        column: x => x.OrganizerId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ServiceRecords_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "VillageAssignments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    VillageCode = table.Column<long>(type: "bigint", nullable: false),
                    VillageName = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    SendingUnitId = table.Column<Guid>(type: "uuid", nullable: true),
                    Role = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    OrderNumber = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true, collation: "C"),
                    DurationAsWritten = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true, collation: "C"),
                    SortDay = table.Column<DateOnly>(type: "date", nullable: false),
                    Help = table.Column<string>(type: "text", nullable: false),
                    Source = table.Column<string>(type: "text", nullable: true),
                    Ending = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true),
                    HandedOverTo = table.Column<Guid>(type: "uuid", nullable: true),
                    Ended = table.Column<string>(type: "text", nullable: true),
                    Recorded = table.Column<string>(type: "text", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordedIn = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    From_AsWritten = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true, collation: "C"),
                    From_Earliest = table.Column<DateOnly>(type: "date", nullable: true),
                    From_Latest = table.Column<DateOnly>(type: "date", nullable: true),
                    From_Text = table.Column<string>(type: "character varying(21)", maxLength: 21, nullable: true, collation: "C"),
                    Until_AsWritten = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true, collation: "C"),
                    Until_Earliest = table.Column<DateOnly>(type: "date", nullable: true),
                    Until_Latest = table.Column<DateOnly>(type: "date", nullable: true),
                    Until_Text = table.Column<string>(type: "character varying(21)", maxLength: 21, nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_VillageAssignments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_VillageAssignments_Organizations_SendingUnitId",
                        column: x => x.SendingUnitId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_VillageAssignments_People_HandedOverTo",
                        column: x => x.HandedOverTo,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_VillageAssignments_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Awards",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    TitleId = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: true),
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: true),
                    RecipientAsPrinted = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true, collation: "C"),
                    GrantingBodyId = table.Column<Guid>(type: "uuid", nullable: true),
                    SortDay = table.Column<DateOnly>(type: "date", nullable: false),
                    Ceremony = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    DocumentNumber = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true, collation: "C"),
                    Posthumous = table.Column<bool>(type: "boolean", nullable: false),
                    DivisionCode = table.Column<long>(type: "bigint", nullable: false),
                    Source = table.Column<string>(type: "text", nullable: false),
                    Status = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Recorded = table.Column<string>(type: "text", nullable: false),
                    Confirmed = table.Column<string>(type: "text", nullable: true),
                    RecordedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordedIn = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    ConferredOn_AsWritten = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true, collation: "C"),
                    ConferredOn_Earliest = table.Column<DateOnly>(type: "date", nullable: true),
                    ConferredOn_Latest = table.Column<DateOnly>(type: "date", nullable: true),
                    ConferredOn_Text = table.Column<string>(type: "character varying(21)", maxLength: 21, nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Awards", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Awards_Organizations_GrantingBodyId",
                        column: x => x.GrantingBodyId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Awards_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Awards_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Awards_Titles_TitleId",
                        column: x => x.TitleId,
                        principalTable: "Titles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Procedures",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    TitleId = table.Column<Guid>(type: "uuid", nullable: false),
                    Edition = table.Column<int>(type: "integer", nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    Facts = table.Column<string>(type: "text", nullable: false),
                    Entered = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Procedures", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Procedures_Titles_TitleId",
                        column: x => x.TitleId,
                        principalTable: "Titles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Grant",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Right = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: false),
                    GrantedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    From = table.Column<long>(type: "bigint", nullable: false),
                    Until = table.Column<long>(type: "bigint", nullable: true),
                    EndedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Grant", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Grant_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Grant_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "GroundRecords",
                columns: table => new
                {
                    Row = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GroundRecords", x => x.Row);
                    table.ForeignKey(
                        name: "FK_GroundRecords_Grounds_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "Grounds",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "MovedReferences",
                columns: table => new
                {
                    Row = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Where = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    RecordId = table.Column<Guid>(type: "uuid", nullable: false),
                    Place = table.Column<int>(type: "integer", nullable: true),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MovedReferences", x => x.Row);
                    table.ForeignKey(
                        name: "FK_MovedReferences_PersonMergers_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "PersonMergers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ServiceDays",
                columns: table => new
                {
                    Row = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    Minutes = table.Column<int>(type: "integer", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ServiceDays", x => x.Row);
                    table.ForeignKey(
                        name: "FK_ServiceDays_ServiceRecords_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "ServiceRecords",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ServiceRecordTeams",
                columns: table => new
                {
                    Row = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ServiceRecordTeams", x => x.Row);
                    table.ForeignKey(
                        name: "FK_ServiceRecordTeams_ServiceRecords_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "ServiceRecords",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ServiceRecordVillageAssignments",
                columns: table => new
                {
                    Row = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ServiceRecordVillageAssignments", x => x.Row);
                    table.ForeignKey(
                        name: "FK_ServiceRecordVillageAssignments_ServiceRecords_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "ServiceRecords",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "HelpLog",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    VillageAssignmentId = table.Column<Guid>(type: "uuid", nullable: false),
                    VillageCode = table.Column<long>(type: "bigint", nullable: false),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    SortDay = table.Column<DateOnly>(type: "date", nullable: false),
                    Household = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: true, collation: "C"),
                    Kind = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Matter = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    Action = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true, collation: "C"),
                    Result = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true, collation: "C"),
                    FollowUp = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true, collation: "C"),
                    FollowUpResult = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true, collation: "C"),
                    FollowedUp = table.Column<string>(type: "text", nullable: true),
                    Evidence = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true, collation: "C"),
                    HandedOverTo = table.Column<Guid>(type: "uuid", nullable: true),
                    Recorded = table.Column<string>(type: "text", nullable: false)
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
                name: "AwardChanges",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AwardId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false, collation: "C"),
                    Ground = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true),
                    Paper = table.Column<string>(type: "text", nullable: true),
                    Facts = table.Column<string>(type: "text", nullable: true),
                    Before = table.Column<string>(type: "text", nullable: true),
                    Status = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Proposed = table.Column<string>(type: "text", nullable: false),
                    Settled = table.Column<string>(type: "text", nullable: true),
                    RejectionReason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true, collation: "C")
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
                name: "AwardDeeds",
                columns: table => new
                {
                    Row = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AwardDeeds", x => x.Row);
                    table.ForeignKey(
                        name: "FK_AwardDeeds_Awards_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "Awards",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AwardDeployments",
                columns: table => new
                {
                    Row = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AwardDeployments", x => x.Row);
                    table.ForeignKey(
                        name: "FK_AwardDeployments_Awards_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "Awards",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AwardServiceHours",
                columns: table => new
                {
                    Row = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AwardServiceHours", x => x.Row);
                    table.ForeignKey(
                        name: "FK_AwardServiceHours_Awards_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "Awards",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AwardTeams",
                columns: table => new
                {
                    Row = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AwardTeams", x => x.Row);
                    table.ForeignKey(
                        name: "FK_AwardTeams_Awards_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "Awards",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AwardVillageAssignments",
                columns: table => new
                {
                    Row = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AwardVillageAssignments", x => x.Row);
                    table.ForeignKey(
                        name: "FK_AwardVillageAssignments_Awards_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "Awards",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Nominations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    TitleId = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    ProcedureId = table.Column<Guid>(type: "uuid", nullable: true),
                    Nominator = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    NomineeKind = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: true),
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: true),
                    GroupName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true, collation: "C"),
                    Posthumous = table.Column<bool>(type: "boolean", nullable: false),
                    Summary = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false, collation: "C"),
                    Evidence = table.Column<string>(type: "text", nullable: false),
                    Ground = table.Column<string>(type: "text", nullable: true),
                    Confidential = table.Column<bool>(type: "boolean", nullable: false),
                    LateReason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true, collation: "C"),
                    Status = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    WaitsFor = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Steps = table.Column<string>(type: "text", nullable: false),
                    SubmittedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    AnsweredInTime = table.Column<bool>(type: "boolean", nullable: true),
                    SortDay = table.Column<DateOnly>(type: "date", nullable: false),
                    Drafted = table.Column<string>(type: "text", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordedIn = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
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
                    Row = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false)
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
                    Row = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false)
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
                    Row = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false)
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
                    Row = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false)
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
                    Row = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false)
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
                name: "IX_Accounts_Issuer_Subject",
                table: "Accounts",
                columns: new[] { "Issuer", "Subject" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Accounts_PersonId",
                table: "Accounts",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_Accounts_RecordedBy",
                table: "Accounts",
                column: "RecordedBy");

            migrationBuilder.CreateIndex(
                name: "IX_Accounts_ResponsibleId",
                table: "Accounts",
                column: "ResponsibleId");

            migrationBuilder.CreateIndex(
                name: "IX_Affiliations_PersonId",
                table: "Affiliations",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_Resource_Id",
                table: "AuditEntries",
                columns: new[] { "Resource", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_AwardChanges_AwardId_Id",
                table: "AwardChanges",
                columns: new[] { "AwardId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_AwardDeeds_Id",
                table: "AwardDeeds",
                column: "Id");

            migrationBuilder.CreateIndex(
                name: "IX_AwardDeeds_OwnerId",
                table: "AwardDeeds",
                column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_AwardDeployments_Id",
                table: "AwardDeployments",
                column: "Id");

            migrationBuilder.CreateIndex(
                name: "IX_AwardDeployments_OwnerId",
                table: "AwardDeployments",
                column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_Awards_GrantingBodyId",
                table: "Awards",
                column: "GrantingBodyId");

            migrationBuilder.CreateIndex(
                name: "IX_Awards_OrganizationId",
                table: "Awards",
                column: "OrganizationId");

            migrationBuilder.CreateIndex(
                name: "IX_Awards_PersonId_SortDay_Id",
                table: "Awards",
                columns: new[] { "PersonId", "SortDay", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Awards_RecordedBy_SortDay_Id",
                table: "Awards",
                columns: new[] { "RecordedBy", "SortDay", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Awards_SortDay_Id",
                table: "Awards",
                columns: new[] { "SortDay", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Awards_TitleId",
                table: "Awards",
                column: "TitleId");

            migrationBuilder.CreateIndex(
                name: "IX_AwardServiceHours_Id",
                table: "AwardServiceHours",
                column: "Id");

            migrationBuilder.CreateIndex(
                name: "IX_AwardServiceHours_OwnerId",
                table: "AwardServiceHours",
                column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_AwardTeams_Id",
                table: "AwardTeams",
                column: "Id");

            migrationBuilder.CreateIndex(
                name: "IX_AwardTeams_OwnerId",
                table: "AwardTeams",
                column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_AwardVillageAssignments_Id",
                table: "AwardVillageAssignments",
                column: "Id");

            migrationBuilder.CreateIndex(
                name: "IX_AwardVillageAssignments_OwnerId",
                table: "AwardVillageAssignments",
                column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_CalendarYears_Year_Version",
                table: "CalendarYears",
                columns: new[] { "Year", "Version" },
                unique: true);

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
                name: "IX_Corrections_PersonId",
                table: "Corrections",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_DeedActors_OwnerId",
                table: "DeedActors",
                column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_DeedActors_PersonId",
                table: "DeedActors",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_Deeds_RecordedBy_SortDay_Id",
                table: "Deeds",
                columns: new[] { "RecordedBy", "SortDay", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Deeds_SortDay_Id",
                table: "Deeds",
                columns: new[] { "SortDay", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_DeedTeams_Id",
                table: "DeedTeams",
                column: "Id");

            migrationBuilder.CreateIndex(
                name: "IX_DeedTeams_OwnerId",
                table: "DeedTeams",
                column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_DeedVillageAssignments_Id",
                table: "DeedVillageAssignments",
                column: "Id");

            migrationBuilder.CreateIndex(
                name: "IX_DeedVillageAssignments_OwnerId",
                table: "DeedVillageAssignments",
                column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_DeploymentDivisions_Code",
                table: "DeploymentDivisions",
                column: "Code");

            migrationBuilder.CreateIndex(
                name: "IX_DeploymentDivisions_OwnerId",
                table: "DeploymentDivisions",
                column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_DeploymentLogLines_DeploymentId_At_Id",
                table: "DeploymentLogLines",
                columns: new[] { "DeploymentId", "At", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Deployments_RecordedBy_SortDay_Id",
                table: "Deployments",
                columns: new[] { "RecordedBy", "SortDay", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Deployments_SortDay_Id",
                table: "Deployments",
                columns: new[] { "SortDay", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_DeploymentTeams_OwnerId",
                table: "DeploymentTeams",
                column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_DeploymentTeams_TeamId",
                table: "DeploymentTeams",
                column: "TeamId");

            migrationBuilder.CreateIndex(
                name: "IX_DeploymentVillageAssignments_Id",
                table: "DeploymentVillageAssignments",
                column: "Id");

            migrationBuilder.CreateIndex(
                name: "IX_DeploymentVillageAssignments_OwnerId",
                table: "DeploymentVillageAssignments",
                column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_Divisions_ParentCode",
                table: "Divisions",
                column: "ParentCode");

            migrationBuilder.CreateIndex(
                name: "IX_Employments_OrganizationId",
                table: "Employments",
                column: "OrganizationId");

            migrationBuilder.CreateIndex(
                name: "IX_Employments_PersonId",
                table: "Employments",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_Files_Hash",
                table: "Files",
                column: "Hash");

            migrationBuilder.CreateIndex(
                name: "IX_Files_OwnerId_Id",
                table: "Files",
                columns: new[] { "OwnerId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Files_RecordedBy_Id",
                table: "Files",
                columns: new[] { "RecordedBy", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Grant_AccountId",
                table: "Grant",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_Grant_OrganizationId",
                table: "Grant",
                column: "OrganizationId");

            migrationBuilder.CreateIndex(
                name: "IX_GroundRecords_Id",
                table: "GroundRecords",
                column: "Id");

            migrationBuilder.CreateIndex(
                name: "IX_GroundRecords_OwnerId",
                table: "GroundRecords",
                column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_Grounds_PersonId",
                table: "Grounds",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_Guardianships_GuardianId",
                table: "Guardianships",
                column: "GuardianId");

            migrationBuilder.CreateIndex(
                name: "IX_Guardianships_PersonId",
                table: "Guardianships",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_HelpLog_HandedOverTo_VillageCode",
                table: "HelpLog",
                columns: new[] { "HandedOverTo", "VillageCode" });

            migrationBuilder.CreateIndex(
                name: "IX_HelpLog_VillageAssignmentId_SortDay_Id",
                table: "HelpLog",
                columns: new[] { "VillageAssignmentId", "SortDay", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_IdempotencyRecords_AccountId_Route_Key",
                table: "IdempotencyRecords",
                columns: new[] { "AccountId", "Route", "Key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_IdempotencyRecords_At",
                table: "IdempotencyRecords",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_Identities_Match",
                table: "Identities",
                column: "Match");

            migrationBuilder.CreateIndex(
                name: "IX_Identities_PersonId",
                table: "Identities",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_IdentityReadings_PersonId",
                table: "IdentityReadings",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_InsurancePolicies_PersonId_SortDay_Id",
                table: "InsurancePolicies",
                columns: new[] { "PersonId", "SortDay", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_InsurancePolicies_SortDay_Id",
                table: "InsurancePolicies",
                columns: new[] { "SortDay", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_InsurancePolicies_TeamId_SortDay_Id",
                table: "InsurancePolicies",
                columns: new[] { "TeamId", "SortDay", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Memberships_PersonId",
                table: "Memberships",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_Memberships_TeamId_Id",
                table: "Memberships",
                columns: new[] { "TeamId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_MovedReferences_OwnerId",
                table: "MovedReferences",
                column: "OwnerId");

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

            migrationBuilder.CreateIndex(
                name: "IX_Organizations_CreditCode",
                table: "Organizations",
                column: "CreditCode",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Organizations_DivisionCode",
                table: "Organizations",
                column: "DivisionCode");

            migrationBuilder.CreateIndex(
                name: "IX_Organizations_Kind_Id",
                table: "Organizations",
                columns: new[] { "Kind", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Organizations_Name",
                table: "Organizations",
                column: "Name");

            migrationBuilder.CreateIndex(
                name: "IX_Organizations_ParentId",
                table: "Organizations",
                column: "ParentId");

            migrationBuilder.CreateIndex(
                name: "IX_People_MergedIntoId",
                table: "People",
                column: "MergedIntoId");

            migrationBuilder.CreateIndex(
                name: "IX_People_Name",
                table: "People",
                column: "Name");

            migrationBuilder.CreateIndex(
                name: "IX_People_Number",
                table: "People",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_People_RecordedBy_Id",
                table: "People",
                columns: new[] { "RecordedBy", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_PersonMergers_OtherId",
                table: "PersonMergers",
                column: "OtherId");

            migrationBuilder.CreateIndex(
                name: "IX_PersonMergers_PersonId",
                table: "PersonMergers",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_PriorTotals_PersonId",
                table: "PriorTotals",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_Procedures_TitleId_Edition",
                table: "Procedures",
                columns: new[] { "TitleId", "Edition" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RosterLines_OwnerId",
                table: "RosterLines",
                column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_RosterLines_PersonId",
                table: "RosterLines",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_ServiceDays_Day",
                table: "ServiceDays",
                column: "Day");

            migrationBuilder.CreateIndex(
                name: "IX_ServiceDays_OwnerId",
                table: "ServiceDays",
                column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_ServiceRecords_ContestedWithBodyId",
                table: "ServiceRecords",
                column: "ContestedWithBodyId");

            migrationBuilder.CreateIndex(
                name: "IX_ServiceRecords_DeploymentId",
                table: "ServiceRecords",
                column: "DeploymentId");

            migrationBuilder.CreateIndex(
                name: "IX_ServiceRecords_OrganizerId",
                table: "ServiceRecords",
                column: "OrganizerId");

            migrationBuilder.CreateIndex(
                name: "IX_ServiceRecords_PersonId_SortDay_Id",
                table: "ServiceRecords",
                columns: new[] { "PersonId", "SortDay", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ServiceRecords_RecordedBy_SortDay_Id",
                table: "ServiceRecords",
                columns: new[] { "RecordedBy", "SortDay", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ServiceRecords_SortDay_Id",
                table: "ServiceRecords",
                columns: new[] { "SortDay", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ServiceRecordTeams_Id",
                table: "ServiceRecordTeams",
                column: "Id");

            migrationBuilder.CreateIndex(
                name: "IX_ServiceRecordTeams_OwnerId",
                table: "ServiceRecordTeams",
                column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_ServiceRecordVillageAssignments_Id",
                table: "ServiceRecordVillageAssignments",
                column: "Id");

            migrationBuilder.CreateIndex(
                name: "IX_ServiceRecordVillageAssignments_OwnerId",
                table: "ServiceRecordVillageAssignments",
                column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_Titles_AuthorityId",
                table: "Titles",
                column: "AuthorityId");

            migrationBuilder.CreateIndex(
                name: "IX_Titles_Name",
                table: "Titles",
                column: "Name");

            migrationBuilder.CreateIndex(
                name: "IX_Titles_OwnerId",
                table: "Titles",
                column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_VillageAssignments_HandedOverTo",
                table: "VillageAssignments",
                column: "HandedOverTo");

            migrationBuilder.CreateIndex(
                name: "IX_VillageAssignments_PersonId",
                table: "VillageAssignments",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_VillageAssignments_SendingUnitId",
                table: "VillageAssignments",
                column: "SendingUnitId");

            migrationBuilder.CreateIndex(
                name: "IX_VillageAssignments_SortDay_Id",
                table: "VillageAssignments",
                columns: new[] { "SortDay", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_VillageAssignments_VillageCode",
                table: "VillageAssignments",
                column: "VillageCode");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Affiliations");

            migrationBuilder.DropTable(
                name: "AuditEntries");

            migrationBuilder.DropTable(
                name: "AwardChanges");

            migrationBuilder.DropTable(
                name: "AwardDeeds");

            migrationBuilder.DropTable(
                name: "AwardDeployments");

            migrationBuilder.DropTable(
                name: "AwardServiceHours");

            migrationBuilder.DropTable(
                name: "AwardTeams");

            migrationBuilder.DropTable(
                name: "AwardVillageAssignments");

            migrationBuilder.DropTable(
                name: "CalendarYears");

            migrationBuilder.DropTable(
                name: "ChangeReaders");

            migrationBuilder.DropTable(
                name: "Corrections");

            migrationBuilder.DropTable(
                name: "DeedActors");

            migrationBuilder.DropTable(
                name: "DeedTeams");

            migrationBuilder.DropTable(
                name: "DeedVillageAssignments");

            migrationBuilder.DropTable(
                name: "DeploymentDivisions");

            migrationBuilder.DropTable(
                name: "DeploymentLogLines");

            migrationBuilder.DropTable(
                name: "DeploymentTeams");

            migrationBuilder.DropTable(
                name: "DeploymentVillageAssignments");

            migrationBuilder.DropTable(
                name: "Divisions");

            migrationBuilder.DropTable(
                name: "Employments");

            migrationBuilder.DropTable(
                name: "Files");

            migrationBuilder.DropTable(
                name: "Grant");

            migrationBuilder.DropTable(
                name: "GroundRecords");

            migrationBuilder.DropTable(
                name: "Guardianships");

            migrationBuilder.DropTable(
                name: "HelpLog");

            migrationBuilder.DropTable(
                name: "IdempotencyRecords");

            migrationBuilder.DropTable(
                name: "Identities");

            migrationBuilder.DropTable(
                name: "IdentityReadings");

            migrationBuilder.DropTable(
                name: "InsurancePolicies");

            migrationBuilder.DropTable(
                name: "Memberships");

            migrationBuilder.DropTable(
                name: "MovedReferences");

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
                name: "PriorTotals");

            migrationBuilder.DropTable(
                name: "RosterLines");

            migrationBuilder.DropTable(
                name: "ServiceDays");

            migrationBuilder.DropTable(
                name: "ServiceRecordTeams");

            migrationBuilder.DropTable(
                name: "ServiceRecordVillageAssignments");

            migrationBuilder.DropTable(
                name: "Awards");

            migrationBuilder.DropTable(
                name: "Changes");

            migrationBuilder.DropTable(
                name: "Deeds");

            migrationBuilder.DropTable(
                name: "Accounts");

            migrationBuilder.DropTable(
                name: "Grounds");

            migrationBuilder.DropTable(
                name: "VillageAssignments");

            migrationBuilder.DropTable(
                name: "PersonMergers");

            migrationBuilder.DropTable(
                name: "Nominations");

            migrationBuilder.DropTable(
                name: "ServiceRecords");

            migrationBuilder.DropTable(
                name: "Procedures");

            migrationBuilder.DropTable(
                name: "Deployments");

            migrationBuilder.DropTable(
                name: "People");

            migrationBuilder.DropTable(
                name: "Titles");

            migrationBuilder.DropTable(
                name: "Organizations");
        }
    }
}
