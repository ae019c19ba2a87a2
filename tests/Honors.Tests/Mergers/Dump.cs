using System.Globalization;
using Honors.Api.Data;
using Honors.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Honors.Tests.Mergers;

/// <summary>Every row of every table but those that tell what was done: mergers, the audit, answers kept for repeats, positions. Versions only count.</summary>
internal static class Dump
{
    private static readonly string[] OfActs = ["PersonMergers", "MovedReferences", "AuditEntries", "IdempotencyRecords", "Changes", "ChangeReaders"];

    /// <returns>By table, column and text of the value, row by row.</returns>
    public static async Task<List<(string Table, string Column, string Value)>> Of(HonorsApp app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HonorsDb>();
        await db.Database.OpenConnectionAsync();
        List<(string, string, string)> cells = [];
        foreach (var table in db.Model.GetRelationalModel().Tables.Where(t => !OfActs.Contains(t.Name)).OrderBy(t => t.Name, StringComparer.Ordinal))
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            // A term has no identity but what it says: it may go and come back.
            var columns = table.Name is "SearchTerms" ? ["Kind", "RecordId", "VillageCode", "Term"] : table.PrimaryKey!.Columns.Select(c => c.Name);
            var key = string.Join(", ", columns.Select(c => $"\"{c}\""));
            command.CommandText = $"SELECT * FROM \"{table.Name}\" ORDER BY {key}";
            await using var rows = await command.ExecuteReaderAsync();
            while (await rows.ReadAsync())
            {
                for (var i = 0; i < rows.FieldCount; i++)
                {
                    if (rows.GetName(i) is not "Version" && (table.Name, rows.GetName(i)) is not ("SearchTerms", "Row")) cells.Add((table.Name, rows.GetName(i), Text(rows.GetValue(i))));
                }
            }
        }

        return cells;
    }

    private static string Text(object value) => value is byte[] bytes ? Convert.ToHexStringLower(bytes) : Convert.ToString(value, CultureInfo.InvariantCulture)!;
}
