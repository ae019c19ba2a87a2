using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Honors.Api.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class LiveDeployments : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "ContestedWithBodyId",
                table: "ServiceRecords",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "ContestedWithId",
                table: "ServiceRecords",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Decided",
                table: "ServiceRecords",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "DecisionReason",
                table: "ServiceRecords",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "DeploymentId",
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

            migrationBuilder.AlterColumn<Guid>(
                name: "PersonId",
                table: "RosterLines",
                type: "TEXT",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "TEXT");

            migrationBuilder.AddColumn<string>(
                name: "Ending",
                table: "RosterLines",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Flags",
                table: "RosterLines",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<Guid>(
                name: "Id",
                table: "RosterLines",
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<bool>(
                name: "IsUnfit",
                table: "RosterLines",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "MemberNumber",
                table: "RosterLines",
                type: "TEXT",
                maxLength: 50,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Name",
                table: "RosterLines",
                type: "TEXT",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ReturnVehicle",
                table: "RosterLines",
                type: "TEXT",
                maxLength: 50,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Segments",
                table: "RosterLines",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<string>(
                name: "TeamName",
                table: "RosterLines",
                type: "TEXT",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Vehicle",
                table: "RosterLines",
                type: "TEXT",
                maxLength: 50,
                nullable: true);

            migrationBuilder.AlterColumn<string>(
                name: "Source",
                table: "Deployments",
                type: "TEXT",
                nullable: true,
                oldClrType: typeof(string),
                oldType: "TEXT");

            migrationBuilder.AddColumn<string>(
                name: "Closed",
                table: "Deployments",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Recorders",
                table: "Deployments",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<string>(
                name: "Reopenings",
                table: "Deployments",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<string>(
                name: "Status",
                table: "Deployments",
                type: "TEXT",
                maxLength: 32,
                nullable: false,
                defaultValue: "FromSource");

            migrationBuilder.AddColumn<string>(
                name: "Tasking",
                table: "Deployments",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Times",
                table: "Deployments",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<string>(
                name: "Vehicles",
                table: "Deployments",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.CreateTable(
                name: "DeploymentLogLines",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    DeploymentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Recorded = table.Column<string>(type: "TEXT", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    RecordedIn = table.Column<long>(type: "INTEGER", nullable: false)
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
                name: "InsurancePolicies",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TeamId = table.Column<Guid>(type: "TEXT", nullable: true),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Insurer = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    PolicyNumber = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Until = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    SortDay = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Recorded = table.Column<string>(type: "TEXT", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    RecordedIn = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
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

            migrationBuilder.CreateIndex(
                name: "IX_ServiceRecords_ContestedWithBodyId",
                table: "ServiceRecords",
                column: "ContestedWithBodyId");

            migrationBuilder.CreateIndex(
                name: "IX_ServiceRecords_DeploymentId",
                table: "ServiceRecords",
                column: "DeploymentId");

            migrationBuilder.CreateIndex(
                name: "IX_DeploymentLogLines_DeploymentId_At_Id",
                table: "DeploymentLogLines",
                columns: new[] { "DeploymentId", "At", "Id" });

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

            migrationBuilder.AddForeignKey(
                name: "FK_ServiceRecords_Deployments_DeploymentId",
                table: "ServiceRecords",
                column: "DeploymentId",
                principalTable: "Deployments",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_ServiceRecords_Deployments_DeploymentId",
                table: "ServiceRecords");

            migrationBuilder.DropTable(
                name: "DeploymentLogLines");

            migrationBuilder.DropTable(
                name: "InsurancePolicies");

            migrationBuilder.DropIndex(
                name: "IX_ServiceRecords_ContestedWithBodyId",
                table: "ServiceRecords");

            migrationBuilder.DropIndex(
                name: "IX_ServiceRecords_DeploymentId",
                table: "ServiceRecords");

            migrationBuilder.DropColumn(
                name: "ContestedWithBodyId",
                table: "ServiceRecords");

            migrationBuilder.DropColumn(
                name: "ContestedWithId",
                table: "ServiceRecords");

            migrationBuilder.DropColumn(
                name: "Decided",
                table: "ServiceRecords");

            migrationBuilder.DropColumn(
                name: "DecisionReason",
                table: "ServiceRecords");

            migrationBuilder.DropColumn(
                name: "DeploymentId",
                table: "ServiceRecords");

            migrationBuilder.DropColumn(
                name: "ReversalReason",
                table: "ServiceRecords");

            migrationBuilder.DropColumn(
                name: "Reversed",
                table: "ServiceRecords");

            migrationBuilder.DropColumn(
                name: "Ending",
                table: "RosterLines");

            migrationBuilder.DropColumn(
                name: "Flags",
                table: "RosterLines");

            migrationBuilder.DropColumn(
                name: "Id",
                table: "RosterLines");

            migrationBuilder.DropColumn(
                name: "IsUnfit",
                table: "RosterLines");

            migrationBuilder.DropColumn(
                name: "MemberNumber",
                table: "RosterLines");

            migrationBuilder.DropColumn(
                name: "Name",
                table: "RosterLines");

            migrationBuilder.DropColumn(
                name: "ReturnVehicle",
                table: "RosterLines");

            migrationBuilder.DropColumn(
                name: "Segments",
                table: "RosterLines");

            migrationBuilder.DropColumn(
                name: "TeamName",
                table: "RosterLines");

            migrationBuilder.DropColumn(
                name: "Vehicle",
                table: "RosterLines");

            migrationBuilder.DropColumn(
                name: "Closed",
                table: "Deployments");

            migrationBuilder.DropColumn(
                name: "Recorders",
                table: "Deployments");

            migrationBuilder.DropColumn(
                name: "Reopenings",
                table: "Deployments");

            migrationBuilder.DropColumn(
                name: "Status",
                table: "Deployments");

            migrationBuilder.DropColumn(
                name: "Tasking",
                table: "Deployments");

            migrationBuilder.DropColumn(
                name: "Times",
                table: "Deployments");

            migrationBuilder.DropColumn(
                name: "Vehicles",
                table: "Deployments");

            migrationBuilder.AlterColumn<Guid>(
                name: "PersonId",
                table: "RosterLines",
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "TEXT",
                oldNullable: true);

            migrationBuilder.AlterColumn<string>(
                name: "Source",
                table: "Deployments",
                type: "TEXT",
                nullable: false,
                defaultValue: "",
                oldClrType: typeof(string),
                oldType: "TEXT",
                oldNullable: true);
        }
    }
}
