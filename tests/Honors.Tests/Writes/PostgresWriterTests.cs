using Honors.Api.Data;
using Honors.Api.Writes;
using Honors.Tests.Support;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Honors.Tests.Writes;

[Trait("Engine", "Postgres")]
public sealed class PostgresWriterTests(HonorsApp app) : IClassFixture<HonorsApp>
{
    private string Database => app.Store.Settings.Single(s => s.Key is "ConnectionStrings:Honors").Value;

    [PostgresFact]
    public async Task A_second_process_is_kept_out_of_the_database_from_another_folder_too()
    {
        await app.Anonymous().GetAsync("/healthz");
        using var elsewhere = new Store();
        Assert.Contains("One process", Refusal(elsewhere, Database));
    }

    [PostgresFact]
    public void A_database_that_may_forget_a_commit_is_refused()
    {
        using var store = new Store();
        Assert.Contains("lose committed writes", Refusal(store, With(store.Settings.Last().Value, "-c synchronous_commit=off")));
    }

    [PostgresFact]
    public void Nobody_guesses_which_database_is_meant()
    {
        using var store = new Store();
        Assert.Contains("ConnectionStrings:Honors", Refusal(store, null));
    }

    /// <summary>Both read before either writes: one at a time is the only order in which the second sees what the first did.</summary>
    [PostgresFact]
    public async Task Of_two_acts_that_each_rest_on_what_the_other_changes_the_later_runs_again_and_sees_the_earlier()
    {
        var bothHaveRead = new CountdownEvent(2);
        var runs = 0;
        async Task<int> Act(string operation)
        {
            await using var scope = app.Services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<HonorsDb>();
            var seen = 0;
            await app.Services.GetRequiredService<Writer>().Commit(db, async () =>
            {
                seen = await db.AuditEntries.CountAsync(e => e.Operation == "either");
                if (Interlocked.Increment(ref runs) <= 2) await Task.Run(() => bothHaveRead.Signal() || bothHaveRead.Wait(TimeSpan.FromSeconds(30)));
                db.AuditEntries.Add(new Honors.Api.Audit.AuditEntry { Operation = "either", Resource = operation, TraceId = "x" });
                await db.SaveChangesAsync();
                return true;
            });
            return seen;
        }

        Assert.Equal([0, 1], (await Task.WhenAll(Act("one"), Act("other"))).Order());
        Assert.Equal(3, runs);
    }

    [PostgresFact]
    public async Task While_the_server_ends_its_connections_an_act_is_refused_or_kept_and_never_a_fault_of_ours()
    {
        var recorder = await app.As("recorder");
        async Task<int> Post() => (int)(await recorder.Send(HttpMethod.Post, "/api/v1/people", """{"name":"断线人员"}""")).StatusCode;
        var posts = Enumerable.Range(0, 40).Select(_ => Post()).ToList();
        await using (var connection = new NpgsqlConnection(With(Database, null)))
        {
            await connection.OpenAsync();
            await using var command = new NpgsqlCommand("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()", connection);
            await command.ExecuteNonQueryAsync();
        }

        Assert.All(await Task.WhenAll(posts), status => Assert.True(status is 201 or 503, $"{status}"));
        Assert.Equal(201, await Post());
    }

    private static string With(string database, string? options) =>
        new NpgsqlConnectionStringBuilder(database) { Options = options, Pooling = false }.ToString();

    /// <summary>Why a program with this store and database does not start.</summary>
    private static string Refusal(Store store, string? database)
    {
        using var program = new WebApplicationFactory<Program>().WithWebHostBuilder(b => b
            .UseEnvironment("Development").UseSetting("DataDirectory", store.Folder).UseSetting("Database", "Postgres").UseSetting("ConnectionStrings:Honors", database));
        return Assert.ThrowsAny<InvalidOperationException>(program.CreateClient).Message;
    }
}
