using Honors.Api.Data;
using Honors.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Honors.Tests.Writes;

[Trait("Engine", "Sqlite")]
public sealed class SqliteWriterTests(HonorsApp app) : IClassFixture<HonorsApp>
{
    [SqliteFact]
    public async Task The_writer_commits_durably_on_a_library_without_the_WAL_reset_bug()
    {
        using var connection = app.Services.GetRequiredService<SqliteFile>().OpenWriter();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT (SELECT journal_mode FROM pragma_journal_mode) || (SELECT synchronous FROM pragma_synchronous) || (SELECT foreign_keys FROM pragma_foreign_keys)";
        Assert.Equal("wal21", await command.ExecuteScalarAsync());
        Assert.True(Version.Parse(connection.ServerVersion) >= new Version(3, 51, 3));
    }
}
