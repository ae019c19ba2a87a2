using System.Data.Common;
using System.Net;
using System.Net.Http.Json;
using Honors.Api.Accounts;
using Honors.Api.Data;
using Honors.Api.Demo;
using Honors.Api.Identities;
using Honors.Api.SignIn;
using Honors.Api.Start;
using Honors.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Honors.Tests.Identities;

/// <summary>The key of identity numbers is replaced while the registry stands still; cut short anywhere, nothing is lost and equal numbers are still found.</summary>
public sealed class IdentityRotationTests : IDisposable
{
    private const string Path = "/api/v1/people", RepeatKey = "rotated-between-the-two";

    private readonly Store _store = new();

    private string KeyFile => _store.Folder + "-identity.key";

    private List<string> Keys => [.. File.ReadAllLines(KeyFile).Where(l => !l.StartsWith("bodies ", StringComparison.Ordinal))];

    public void Dispose()
    {
        _store.Dispose();
        File.Delete(KeyFile);
    }

    private WebApplicationFactory<Program> Start() => new WebApplicationFactory<Program>().WithWebHostBuilder(
        b => b.UseEnvironment("Development").KeepIn(_store).UseSetting("Demo:County", "false"));

    private static HttpClient As(WebApplicationFactory<Program> app, string login)
    {
        var client = app.CreateClient();
        client.DefaultRequestHeaders.Authorization = new("Bearer", HonorsApp.Mint(DemoLogins.IdOf(login).ToString(), app.Services.GetRequiredService<IssuerKeys>()));
        return client;
    }

    private async Task Rotate() => Assert.True(await WebApplication.CreateBuilder([.. _store.Settings.Select(s => $"--{s.Key}={s.Value}")]).RanCommand(["identities", "rotate"]));

    private static object Person(string number) => new { name = "苏见山", identity = new { kind = "passport", number } };

    /// <returns>Two records of one number, and one of another.</returns>
    private async Task<string[]> Record()
    {
        await using var app = Start();
        var recorder = As(app, "recorder");
        string[] people = [await Id("EX7654321"), await Id("EX7654321"), await Id("EX1111111")];
        await Repeat(recorder);
        return people;

        async Task<string> Id(string number) => (await recorder.Created(Path, Person(number))).Id();
    }

    private static async Task<HttpResponseMessage> Repeat(HttpClient recorder)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, Path) { Content = JsonContent.Create(new { name = "重发之人" }) };
        request.Headers.Add("Idempotency-Key", RepeatKey);
        var answer = await recorder.SendAsync(request);
        await answer.Expect(HttpStatusCode.Created);
        return answer;
    }

    private async Task MustBeReadableAndFound(string[] people)
    {
        await using var app = Start();
        var (recorder, verifier) = (As(app, "recorder"), As(app, "verifier"));
        foreach (var (person, number) in people.Zip((string[])["EX7654321", "EX7654321", "EX1111111"]))
            Assert.Equal(number, (await recorder.Created($"{Path}/{person}/identity/readings", new { purpose = "核对" })).GetProperty("number").GetString());

        var anew = (await recorder.Created(Path, Person("EX7654321"))).Id();
        var found = (await verifier.Read($"{Path}/{anew}/identity/matches")).EnumerateArray().Select(p => p.Id()).ToList();
        Assert.Contains(people[0], found);
        Assert.Contains(people[1], found);
        Assert.DoesNotContain(people[2], found);
        Assert.Equal("true", Assert.Single((await Repeat(recorder)).Headers.GetValues("Idempotency-Replayed")));
    }

    [Fact]
    public async Task After_a_rotation_every_number_is_read_and_found_under_the_new_key_and_the_old_key_is_gone()
    {
        var people = await Record();
        var old = Assert.Single(Keys);
        var before = await Sealed();
        await Rotate();
        Assert.NotEqual(old, Assert.Single(Keys));
        Assert.DoesNotContain(old, await File.ReadAllTextAsync(KeyFile), StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(KeyFile));
        var after = await Sealed();
        Assert.Equal(before.Count, after.Count);
        Assert.Single(after.Select(s => s.Split('.')[1]).Distinct());
        Assert.Empty(before.Select(s => s.Split('.')[1]).Intersect(after.Select(s => s.Split('.')[1])));
        await MustBeReadableAndFound(people);

        await Rotate();
        await MustBeReadableAndFound(people);
    }

    [Theory]
    [InlineData(Moment.BeforeTheFirstNumber)]
    [InlineData(Moment.BeforeTheCommit)]
    [InlineData(Moment.AfterTheCommit)]
    public async Task A_rotation_that_is_cut_short_leaves_every_number_readable_and_found_and_is_ended_by_the_next(Moment moment)
    {
        var people = await Record();
        var old = Assert.Single(Keys);
        Assert.IsType<PowerCutException>((await Assert.ThrowsAnyAsync<Exception>(() => RotateUntil(moment))).GetBaseException());
        Assert.Equal(2, Keys.Count);
        Assert.Equal(old, Keys[1]);
        await MustBeReadableAndFound(people);

        var begun = Keys[0];
        await Rotate();
        Assert.Equal(begun, Assert.Single(Keys));
        await MustBeReadableAndFound(people);
    }

    [Fact]
    public async Task A_registry_that_is_served_is_not_rotated()
    {
        await using var app = Start();
        await app.CreateClient().GetAsync("/healthz");
        var before = await File.ReadAllTextAsync(KeyFile);
        await Assert.ThrowsAsync<InvalidOperationException>(Rotate);
        Assert.Equal(before, await File.ReadAllTextAsync(KeyFile));
    }

    [Fact]
    public async Task A_start_refuses_another_key_than_the_numbers_are_sealed_under()
    {
        await Record();
        await File.WriteAllTextAsync(KeyFile, Convert.ToBase64String(new byte[32]));
        await using var app = Start();
        Assert.Contains("holds another key", Assert.ThrowsAny<Exception>(app.CreateClient).ToString(), StringComparison.Ordinal);
    }

    private async Task<List<string>> Sealed()
    {
        await using var db = Open();
        return
        [
            .. await db.Identities.IgnoreQueryFilters().Select(i => i.Sealed).ToListAsync(), .. await db.CitizenReceipts.IgnoreQueryFilters().Where(r => r.Sealed != null).Select(r => r.Sealed!).ToListAsync(),
            .. await db.Objections.IgnoreQueryFilters().Select(o => o.SealedWords).ToListAsync(), .. await db.Objections.IgnoreQueryFilters().Select(o => o.SealedObjector!).ToListAsync(),
            .. await db.HonorReports.IgnoreQueryFilters().Select(r => r.SealedWords).ToListAsync(),
        ];
    }

    private async Task RotateUntil(Moment moment)
    {
        using var data = new DataFolder(_store.Folder);
        await using var db = Open(new PowerCut(moment));
        var seal = new IdentitySeal(KeyFile);
        seal.Unlock(data, await db.AnySealed(CancellationToken.None));
        await IdentityRotation.Run(db, seal, SystemClock.Instance, CancellationToken.None);
    }

    private HonorsDb Open(params IInterceptor[] interceptors)
    {
        var settings = _store.Settings.ToDictionary();
        return Store.IsOnPostgres
            ? new PostgresHonorsDb(new DbContextOptionsBuilder<PostgresHonorsDb>().UseNpgsql(settings["ConnectionStrings:Honors"]).AddInterceptors(interceptors).Options, new Caller())
            : new SqliteHonorsDb(
                new DbContextOptionsBuilder<SqliteHonorsDb>().UseSqlite($"Data Source={_store.Folder}/honors.db").AddInterceptors(interceptors).Options, new Caller());
    }

    public enum Moment
    {
        BeforeTheFirstNumber,
        BeforeTheCommit,
        AfterTheCommit,
    }

    private sealed class PowerCutException : Exception;

    private sealed class PowerCut(Moment moment) : IDbCommandInterceptor, IDbTransactionInterceptor
    {
        public ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) =>
            moment is Moment.BeforeTheFirstNumber && command.CommandText.Contains("UPDATE", StringComparison.Ordinal) ? throw new PowerCutException() : new(result);

        public ValueTask<InterceptionResult> TransactionCommittingAsync(
            DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) =>
            moment is Moment.BeforeTheCommit ? throw new PowerCutException() : new(result);

        public Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default) =>
            moment is Moment.AfterTheCommit ? throw new PowerCutException() : Task.CompletedTask;
    }
}
