using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Honors.Api.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Accounts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "EndedBy",
                table: "Grant",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Kind",
                table: "Accounts",
                type: "TEXT",
                maxLength: 32,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<Guid>(
                name: "RecordedBy",
                table: "Accounts",
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<long>(
                name: "RecordedIn",
                table: "Accounts",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<Guid>(
                name: "ResponsibleId",
                table: "Accounts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "SuspendedAt",
                table: "Accounts",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SuspensionReason",
                table: "Accounts",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            // Accounts of before stood for people and belonged to the body of their first grant.
            migrationBuilder.Sql("""
                UPDATE Accounts SET Kind = 'Person',
                    RecordedBy = (SELECT OrganizationId FROM "Grant" WHERE AccountId = Accounts.Id ORDER BY Id LIMIT 1),
                    RecordedIn = (SELECT o.DivisionCode FROM Organizations o JOIN "Grant" g ON g.OrganizationId = o.Id WHERE g.AccountId = Accounts.Id ORDER BY g.Id LIMIT 1)
                WHERE EXISTS (SELECT 1 FROM "Grant" WHERE AccountId = Accounts.Id);
                """);

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

            migrationBuilder.AddForeignKey(
                name: "FK_Accounts_Accounts_ResponsibleId",
                table: "Accounts",
                column: "ResponsibleId",
                principalTable: "Accounts",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Accounts_Organizations_RecordedBy",
                table: "Accounts",
                column: "RecordedBy",
                principalTable: "Organizations",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Accounts_People_PersonId",
                table: "Accounts",
                column: "PersonId",
                principalTable: "People",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Accounts_Accounts_ResponsibleId",
                table: "Accounts");

            migrationBuilder.DropForeignKey(
                name: "FK_Accounts_Organizations_RecordedBy",
                table: "Accounts");

            migrationBuilder.DropForeignKey(
                name: "FK_Accounts_People_PersonId",
                table: "Accounts");

            migrationBuilder.DropIndex(
                name: "IX_Accounts_PersonId",
                table: "Accounts");

            migrationBuilder.DropIndex(
                name: "IX_Accounts_RecordedBy",
                table: "Accounts");

            migrationBuilder.DropIndex(
                name: "IX_Accounts_ResponsibleId",
                table: "Accounts");

            migrationBuilder.DropColumn(
                name: "EndedBy",
                table: "Grant");

            migrationBuilder.DropColumn(
                name: "Kind",
                table: "Accounts");

            migrationBuilder.DropColumn(
                name: "RecordedBy",
                table: "Accounts");

            migrationBuilder.DropColumn(
                name: "RecordedIn",
                table: "Accounts");

            migrationBuilder.DropColumn(
                name: "ResponsibleId",
                table: "Accounts");

            migrationBuilder.DropColumn(
                name: "SuspendedAt",
                table: "Accounts");

            migrationBuilder.DropColumn(
                name: "SuspensionReason",
                table: "Accounts");
        }
    }
}
