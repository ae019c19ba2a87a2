using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Honors.Api.Demo;
using Honors.Domain.Accounts;
using Honors.Tests.Support;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Honors.Tests.Identities;

public sealed class IdentitiesTests(HonorsApp app) : IClassFixture<HonorsApp>
{
    private const string Path = "/api/v1/people";

    private static readonly object Number = new { kind = "residentId", number = "11010519491231002x" };

    [Fact]
    public async Task Whether_another_body_knows_the_identity_is_not_told_to_whoever_records_it()
    {
        var (first, second) = (await app.As(null, DemoData.RescueTeam, Right.Record), await app.As(null, DemoData.EpidemicTeam, Right.Record));
        var known = new { name = "苏见山", identity = new { kind = "passport", number = "EX7654321" } };
        await first.Created(Path, known);
        var again = await second.PostAsJsonAsync(Path, known);
        var anew = await second.PostAsJsonAsync(Path, new { name = "苏见山", identity = new { kind = "passport", number = "EX7654322" } });

        var (a, b) = (await again.Expect(HttpStatusCode.Created), await anew.Expect(HttpStatusCode.Created));
        Assert.Equal(Shape(a), Shape(b));
        Assert.Equal(again.Headers.Select(Named), anew.Headers.Select(Named));
        Assert.Equal("pending", a.GetProperty("affiliation").GetProperty("status").GetString());
        Assert.Equal(
            Shape(await second.Read($"{Path}/{a.Id()}/record")), Shape(await second.Read($"{Path}/{b.Id()}/record")));
        Assert.Single((await second.Read($"{Path}/{a.Id()}/affiliations")).GetProperty("items").EnumerateArray());
        await (await second.GetAsync($"{Path}/{a.Id()}/identity/matches")).Expect(HttpStatusCode.Forbidden);

        static string Named(KeyValuePair<string, IEnumerable<string>> header) => header.Key + Shapeless(string.Join(',', header.Value));
        static string Shape(JsonElement json) => Shapeless(json.GetRawText());
        static string Shapeless(string text) => Regex.Replace(Regex.Replace(text, "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "id"), "\"number\": ?\"[^\"]+\"", "number");
    }

    [Fact]
    public async Task An_office_above_both_bodies_finds_the_records_of_one_person_and_one_above_a_single_body_does_not()
    {
        var (here, there) = (await app.As(null, DemoData.RescueTeam, Right.Record), await app.As(null, DemoData.NeighbourOffice, Right.Record));
        object Person(string typed) => new { name = "欧阳同人", identity = new { kind = "passport", number = typed } };
        var (one, two) = ((await here.Created(Path, Person("ＥＭ0000001"))).Id(), (await there.Created(Path, Person("em-0000001"))).Id());

        var city = await app.As(null, DemoData.CityOffice, Right.Verify);
        Assert.Equal(two, Assert.Single((await city.Read($"{Path}/{one}/identity/matches")).EnumerateArray()).Id());
        var county = await app.As(null, DemoData.CountyOffice, Right.Verify);
        Assert.Empty((await county.Read($"{Path}/{one}/identity/matches")).EnumerateArray());
    }

    [Fact]
    public async Task An_affiliation_is_confirmed_by_the_person_or_by_an_office_and_once()
    {
        var recorder = await app.As(null, DemoData.RescueTeam, Right.Record, Right.Verify);
        var (path, person) = await Affiliated(recorder);
        await (await recorder.PostAsync(path, null)).ExpectProblem(HttpStatusCode.Forbidden, "rights.not-in-this-body");
        var self = await app.As(person, DemoData.NeighbourOffice);
        Assert.Equal("confirmed", (await (await self.PostAsync(path, null)).Expect(HttpStatusCode.OK)).GetProperty("status").GetString());
        await (await self.PostAsync(path, null)).ExpectProblem(HttpStatusCode.Conflict, "affiliation.already-confirmed");

        var office = await app.As("office");
        await (await office.PostAsync((await Affiliated(office)).Path, null)).ExpectProblem(HttpStatusCode.Conflict, "affiliation.own-entry");
        await (await office.PostAsync((await Affiliated(recorder)).Path, null)).Expect(HttpStatusCode.OK);

        static async Task<(string Path, Guid Person)> Affiliated(HttpClient recorder)
        {
            var made = await recorder.Created(Path, new { name = "归属人员" });
            return ($"{Path}/{made.Id()}/affiliations/{made.GetProperty("affiliation").Id()}/confirmation", Guid.Parse(made.Id()));
        }
    }

    [Fact]
    public async Task A_whole_number_is_shown_for_a_purpose_that_the_person_sees()
    {
        var recorder = await app.As("recorder");
        var made = await recorder.Created(Path, new { name = "苏见山", identity = Number });
        var identity = $"{Path}/{made.Id()}/identity";
        Assert.Equal("1101**********002X", (await recorder.Read(identity)).GetProperty("maskedNumber").GetString());
        await (await recorder.PostAsJsonAsync(identity + "/readings", new { })).Expect(HttpStatusCode.BadRequest);
        Assert.Equal("11010519491231002X", (await recorder.Created(identity + "/readings", new { purpose = "投保意外险" })).GetProperty("number").GetString());

        var self = await app.As(Guid.Parse(made.Id()), DemoData.NeighbourOffice);
        var reading = Assert.Single((await self.Read(identity + "/readings")).GetProperty("items").EnumerateArray());
        Assert.Equal("投保意外险", reading.GetProperty("purpose").GetString());
    }

    [Fact]
    public async Task A_reading_is_not_kept_for_a_repeat()
    {
        var recorder = await app.As("recorder");
        var path = $"{Path}/{(await recorder.Created(Path, new { name = "苏见山", identity = Number })).Id()}/identity/readings";
        recorder.DefaultRequestHeaders.Add("Idempotency-Key", "identity-reading-twice");
        var (first, second) = (await recorder.Created(path, new { purpose = "核对" }), await recorder.Created(path, new { purpose = "核对" }));
        Assert.NotEqual(first.Id(), second.Id());
    }

    [Fact]
    public async Task The_number_fills_in_birth_date_and_sex_and_contradicts_neither()
    {
        var recorder = await app.As("recorder");
        var made = await recorder.Created(Path, new { name = "苏见山", identity = Number });
        Assert.Equal(("1949-12-31", "female"), (made.GetProperty("born").GetProperty("date").GetString(), made.GetProperty("gender").GetString()));
        await recorder.Created(Path, new { name = "苏见山", born = new { date = "1949" }, identity = Number });
        foreach (var other in new object[]
        {
            new { name = "苏见山", born = new { date = "1950" }, identity = Number }, new { name = "苏见山", gender = "male", identity = Number },
        })
            await (await recorder.PostAsJsonAsync(Path, other)).ExpectProblem(HttpStatusCode.UnprocessableEntity, "identity.contradicts-person");
    }

    [Fact]
    public async Task An_account_looks_up_thirty_identities_a_minute_and_is_told_when_to_come_back()
    {
        var office = await app.As(null, DemoData.CountyOffice, Right.Record, Right.Verify);
        var path = $"{Path}/{DemoId.Of("周济川")}/identity/readings";
        for (var i = 0; i < 30; i++) await office.Created(path, new { purpose = "核对" });
        var tooMany = await office.PostAsJsonAsync(path, new { purpose = "核对" });
        await tooMany.ExpectProblem(HttpStatusCode.TooManyRequests, "http.429");
        Assert.Equal(TimeSpan.FromMinutes(1), tooMany.Headers.RetryAfter!.Delta);
        var matches = await office.GetAsync($"{Path}/{DemoId.Of("周济川")}/identity/matches");
        Assert.Equal((HttpStatusCode.TooManyRequests, TimeSpan.FromMinutes(1)), (matches.StatusCode, matches.Headers.RetryAfter!.Delta));
    }
}

/// <summary>Five numbers that are nobody's go in; they come out to one who reads them for a purpose, and nowhere else.</summary>
public sealed class IdentityCanaryTests
{
    private const string Path = "/api/v1/people";

    private static readonly (string Kind, string Number)[] Canaries =
    [
        ("residentId", "140403199001010001"), ("hongKongMacaoPermit", "H7203919482"), ("foreignResidence", "QZX739104628517"),
        ("passport", "QX93K7261ZJ"), ("other", "ZHENGJIAN7719Q3XK52"),
    ];

    [Fact]
    public async Task A_number_leaves_the_registry_to_its_reader_alone()
    {
        await using var app = new WatchedApp();
        var office = await app.As("office");
        office.DefaultRequestHeaders.Add("Accept-Language", "zh-CN");
        StringBuilder answers = new();
        List<string> people = [];
        foreach (var (kind, number) in Canaries)
        {
            var identity = new { kind, number };
            var made = await Hear(await Post(Path, new { name = "苏见山", identity }, $"canary-{kind}-first"));
            people.Add(made.Id());
            await Hear(await Post(Path, new { name = "苏见山", identity }, $"canary-{kind}-first"));
            await Hear(await Post($"{Path}/{made.Id()}/identity", identity));

            // Every way of getting it wrong.
            await Hear(await Post(Path, new { name = "苏见山", identity = new { kind = "residentId", number = number + "0" } }));
            await Hear(await Post(Path, new { name = "苏见山", identity = new { kind = number, number } }));
            await Hear(await Post(Path, new { name = "·" + number, identity }));
            await Hear(await Post(Path, new { name = "苏见山", born = new { date = "2001" }, identity = new { kind = "residentId", number = "140403199001010001" } }));
            await Hear(await Post($"{Path}/{Guid.NewGuid()}/identity", identity));
            await Hear(await Post($"{Path}/{made.Id()}/identity", new { kind, number, purpose = 1 }));
            await Hear(await office.Send(HttpMethod.Post, Path, $$$"""{"name":"苏见山","identity":{"kind":"{{{kind}}}","number":"{{{number}}}","number":"{{{number}}}"}}"""));
            await Hear(await office.Send(HttpMethod.Post, Path, $$"""{"name":"苏见山","identity":"{{number}}""", "text/plain"));
        }

        foreach (var id in people)
        {
            foreach (var part in (string[])["", "/record", "/identity", "/identity/matches", "/affiliations", "/employments", "/guardians", "/grounds"]) await Hear(await office.GetAsync($"{Path}/{id}{part}"));
            var read = await office.PostAsJsonAsync($"{Path}/{id}/identity/readings", new { purpose = "核对" });
            Assert.Contains(Canaries, c => read.Content.ReadAsStringAsync().Result.Contains(c.Number, StringComparison.Ordinal));
            await Hear(await office.GetAsync($"{Path}/{id}/identity/readings"));
        }

        foreach (var open in (string[])["/api/v1/people?limit=100", "/api/v1/public/honor-roll", "/openapi/v1.json", "/healthz", "/readyz", "/metrics"]) await Hear(await office.GetAsync(open));

        Assert.True(app.Log.Count > 50, "The log was not heard.");
        var said = string.Join('\n', app.Log) + answers;
        var files = Directory.EnumerateFiles(app.DataFolder, "*", SearchOption.AllDirectories).Where(f => !f.EndsWith("honors.lock", StringComparison.Ordinal)).ToList();
        if (!Store.IsOnPostgres) Assert.Contains(files, f => f.EndsWith("honors.db-wal", StringComparison.Ordinal) && new FileInfo(f).Length > 0);
        var kept = await app.Store.Rows();
        foreach (var (_, number) in Canaries)
        {
            Assert.DoesNotContain(number, said, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(number, kept, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(Convert.ToHexString(Encoding.UTF8.GetBytes(number)), kept, StringComparison.OrdinalIgnoreCase);
            foreach (var file in files)
            {
                Assert.False(Holds(file, Encoding.UTF8.GetBytes(number)), $"{file} holds a number in clear.");
                Assert.False(Holds(file, Encoding.Unicode.GetBytes(number)), $"{file} holds a number in clear.");
            }
        }

        // What must be found is found: the names stand in the same place in clear.
        Assert.True(kept.Contains("苏见山", StringComparison.Ordinal) || files.Exists(f => Holds(f, Encoding.UTF8.GetBytes("苏见山"))));

        async Task<HttpResponseMessage> Post(string path, object body, string? key = null)
        {
            var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
            if (key is not null) request.Headers.Add("Idempotency-Key", key);
            return await office.SendAsync(request);
        }

        async Task<JsonElement> Hear(HttpResponseMessage answer)
        {
            var text = await answer.Content.ReadAsStringAsync();
            answers.Append(answer.Headers).Append(text).Append('\n');
            return answer.StatusCode is HttpStatusCode.Created ? JsonSerializer.Deserialize<JsonElement>(text) : default;
        }
    }

    private static bool Holds(string file, byte[] text)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var whole = new MemoryStream();
        stream.CopyTo(whole);
        return whole.ToArray().AsSpan().IndexOf(text) >= 0;
    }

    /// <summary>Hears everything the program would log at its most talkative, SQL included.</summary>
    private sealed class WatchedApp : HonorsApp
    {
        public ConcurrentQueue<string> Log { get; } = [];

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("Logging:LogLevel:Default", "Trace");
            builder.ConfigureLogging(l => l.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddFilter((_, _) => true).AddProvider(new Ear(Log)));
        }
    }

    private sealed class Ear(ConcurrentQueue<string> log) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull
        {
            log.Enqueue($"{state}");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            log.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}

/// <summary>The key file lies outside the data folder, belongs to the program's user, and is never made anew while numbers wait for it.</summary>
public sealed class IdentityKeyFileTests
{
    [Fact]
    public async Task The_first_start_makes_the_key_beside_the_data_folder_for_its_user_alone()
    {
        await using var app = new HonorsApp();
        await app.Anonymous().GetAsync("/healthz");
        Assert.True(File.Exists(app.KeyFile));
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(app.KeyFile));
    }

    [Fact]
    public async Task A_start_refuses_a_key_that_is_lost_open_to_all_or_inside_the_data_folder()
    {
        await using var first = new HonorsApp();
        await first.Anonymous().GetAsync("/healthz");
        var key = await File.ReadAllTextAsync(first.KeyFile);

        await using var inside = new HonorsApp();
        inside.Settings["Identity:KeyFile"] = System.IO.Path.Combine(inside.DataFolder, "identity.key");
        Assert.Contains("lies in the data folder", Refused(inside), StringComparison.Ordinal);

        await using var open = new HonorsApp();
        await File.WriteAllTextAsync(open.KeyFile, key);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(open.KeyFile, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);
            Assert.Contains("0600", Refused(open), StringComparison.Ordinal);
        }

        await using var half = new HonorsApp();
        await File.WriteAllTextAsync(half.KeyFile, key[..10]);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(half.KeyFile, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        Assert.Contains("holds no key", Refused(half), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_start_refuses_to_make_a_new_key_while_numbers_wait_for_the_old_one()
    {
        using var store = new Store();
        var (key, lost) = (store.Folder + "-identity.key", store.Folder + "-lost.key");
        try
        {
            await using (var first = With(key)) await first.CreateClient().GetAsync("/healthz");
            await using var second = With(lost);
            Assert.Contains("is missing", Assert.ThrowsAny<Exception>(second.CreateClient).ToString(), StringComparison.Ordinal);
            Assert.False(File.Exists(lost));
        }
        finally
        {
            File.Delete(key);
        }

        WebApplicationFactory<Program> With(string keyFile) => new WebApplicationFactory<Program>().WithWebHostBuilder(
            b => b.UseEnvironment("Development").KeepIn(store).UseSetting("Demo:County", "false").UseSetting("Identity:KeyFile", keyFile));
    }

    private static string Refused(HonorsApp app) => Assert.ThrowsAny<Exception>(() => app.Services.GetRequiredService<ILoggerFactory>()).ToString();
}
