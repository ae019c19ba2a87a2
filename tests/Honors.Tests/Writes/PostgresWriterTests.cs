using Honors.Api.Data;
using Honors.Api.Demo;
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
    private static string DatabaseOf(HonorsApp app) => DatabaseOf(app.Store);

    private static string DatabaseOf(Store store) => store.Settings.Single(s => s.Key is "ConnectionStrings:Honors").Value;

    [PostgresFact]
    public async Task A_second_process_is_kept_out_of_the_database_from_another_folder_too()
    {
        await app.Anonymous().GetAsync("/healthz");
        using var elsewhere = new Store();
        Assert.Contains("One process", Refusal(elsewhere, DatabaseOf(app)));
    }

    [PostgresFact]
    public void A_database_that_may_forget_a_commit_is_refused()
    {
        using var store = new Store();
        Assert.Contains("lose committed writes", Refusal(store, With(DatabaseOf(store), "-c synchronous_commit=off")));
    }

    [PostgresFact]
    public void Nobody_guesses_which_database_is_meant()
    {
        using var store = new Store();
        Assert.Contains("ConnectionStrings:Honors", Refusal(store, null));
    }

    private static readonly Guid One = DemoId.Of("卫旭斌"), Other = DemoId.Of("李记远");

    [PostgresFact]
    public async Task Acts_about_different_people_run_side_by_side() => Assert.Equal(2, await MostAtOnce([One], [Other]));

    [PostgresFact]
    public async Task Acts_about_one_person_run_one_after_another() => Assert.Equal(1, await MostAtOnce([One], [Other, One]));

    [PostgresFact]
    public async Task An_act_that_does_not_say_whom_it_is_about_runs_alone() => Assert.Equal(1, await MostAtOnce([One], null));

    [PostgresFact]
    public async Task Acts_of_one_key_run_one_after_another() => Assert.Equal(1, await MostAtOnce([One], [Other], "the same key"));

    /// <summary>Each act stays until it has met the other, or for as long as an act that may run would need to begin.</summary>
    private async Task<int> MostAtOnce(Guid[]? first, Guid[]? second, string? key = null)
    {
        var (now, most) = (0, 0);
        async Task Act(Guid[]? about)
        {
            await using var scope = app.Services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<HonorsDb>();
            db.About = about;
            await app.Services.GetRequiredService<Writer>().Commit(db, async () =>
            {
                most = Math.Max(most, Interlocked.Increment(ref now));
                for (var i = 0; i < 100 && most < 2; i++) await Task.Delay(10);
                Interlocked.Decrement(ref now);
                return false;
            }, key);
        }

        app.CreateClient();
        await Task.WhenAll(Act(first), Act(second));
        return most;
    }

    [PostgresFact]
    public async Task An_act_whose_connection_was_lost_has_failed_in_storage_whatever_it_says_itself()
    {
        app.CreateClient();
        await Assert.ThrowsAsync<StorageFailedException>(() => AfterALoss(() => true));
        await Assert.ThrowsAsync<StorageFailedException>(() => AfterALoss(() => throw new InvalidOperationException("Something is not open.")));

        async Task AfterALoss(Func<bool> goOn)
        {
            await using var scope = app.Services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<HonorsDb>();
            await app.Services.GetRequiredService<Writer>().Commit(db, async () =>
            {
                await Assert.ThrowsAnyAsync<Exception>(() => db.Database.ExecuteSqlRawAsync("SELECT pg_terminate_backend(pg_backend_pid())"));
                return goOn();
            });
        }
    }

    [PostgresFact]
    public async Task While_the_server_ends_its_connections_an_act_is_kept_or_may_be_sent_again()
    {
        await using var own = new HonorsApp(); // its lock is lost too, for some seconds
        var recorder = await own.As("recorder");
        async Task<int> Post() => (int)(await recorder.Send(HttpMethod.Post, "/api/v1/people", """{"name":"断线人员"}""")).StatusCode;

        await using var connection = new NpgsqlConnection(With(DatabaseOf(own), null));
        await connection.OpenAsync();
        var posts = Enumerable.Range(0, 40).Select(_ => Post()).ToList();
        while (!posts.TrueForAll(p => p.IsCompleted))
        {
            await using var command = new NpgsqlCommand("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()", connection);
            await command.ExecuteNonQueryAsync();
            await Task.Delay(20);
        }

        var answers = await Task.WhenAll(posts);
        Assert.All(answers, status => Assert.True(status is 201 or 503, $"{status}"));
        Assert.Contains(503, answers);

        // A pool that is full of dead connections finds out one by one.
        var after = await Post();
        for (var i = 0; i < 50 && after is 503; i++) after = await Post();
        Assert.Equal(201, after);
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
