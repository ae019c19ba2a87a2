using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Honors.Api.Demo;
using Honors.Domain.Accounts;
using Honors.Tests.Support;

namespace Honors.Tests.ServiceHours;

/// <summary>One act on all that waits, in slices that are safe to repeat.</summary>
public sealed class VerificationRunTests(HonorsApp app) : IClassFixture<HonorsApp>
{
    private const string Hours = Units.Hours, Runs = "/api/v1/verification-runs";

    private readonly Units _units = new(app);

    private static object Of(string from, string to, bool withSigns = false) => new { bodyId = DemoData.RescueTeam, from, to, withSigns };

    private static async Task<JsonElement> Go(HttpClient client, string run) => await (await client.PostAsync($"{Runs}/{run}/slices", null)).Expect(HttpStatusCode.OK);

    [Fact]
    public async Task All_that_waited_is_verified_slice_by_slice_and_what_may_not_be_is_left_with_its_reason()
    {
        var verifier = await app.As("verifier");
        var people = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => _units.Teacher()));
        for (var i = 0; i < 220; i++) await _units.Logged(people[i % 10], $"2026-06-{1 + i / 10:00}");
        var own = (await verifier.Read("/api/v1/me")).GetProperty("personId").GetString()!;
        await (await app.As("office")).Created($"/api/v1/teams/{DemoData.RescueTeam}/memberships", new { personId = own });
        var ownHours = await _units.Logged(own, "2026-06-25");
        var elsewhere = await _units.Logged(people[0], "2026-05-31");

        var run = await verifier.Created(Runs, Of("2026-06-01", "2026-06-30", withSigns: true));
        Assert.Equal((221, 0), (run.GetProperty("matching").GetInt32(), run.GetProperty("done").GetInt32()));
        app.Clock.Now += NodaTime.Duration.FromSeconds(1);
        var later = await _units.Logged(people[0], "2026-06-28");

        List<int> done = [];
        List<string?> left = [];
        JsonElement answer;
        do
        {
            answer = await Go(verifier, run.Id());
            done.Add(answer.GetProperty("done").GetInt32());
            left.AddRange(answer.GetProperty("rows").EnumerateArray().Select(r => $"{r.Id()} {r.GetProperty("code").GetString()}"));
        }
        while (answer.GetProperty("run").GetProperty("finishedAt").ValueKind is JsonValueKind.Null);

        Assert.Equal(3, done.Count);
        Assert.Equal(220, done.Sum());
        Assert.Equal([$"{ownHours} service-hours.own-hours"], left);
        Assert.Equal(1, answer.GetProperty("run").GetProperty("left").GetProperty("service-hours.own-hours").GetInt32());
        Assert.Equal(0, (await Go(verifier, run.Id())).GetProperty("done").GetInt32()); // repeated, it does nothing
        foreach (var id in (string[])[ownHours, elsewhere, later]) Assert.Equal("logged", (await verifier.Read($"{Hours}/{id}")).GetProperty("status").GetString());
        var one = (await verifier.Read($"{Hours}?personId={people[3]}&status=verified&limit=100")).GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(22, one.Count);
        Assert.All(one, r => Assert.Equal(own, r.GetProperty("settled").GetProperty("personId").GetString()));
    }

    [Fact]
    public async Task What_has_signs_is_left_for_a_look_unless_it_is_said_otherwise_and_then_they_are_kept()
    {
        var verifier = await app.As("verifier");
        var entry = new
        {
            personId = await _units.Teacher(),
            activity = "巡河",
            category = "community",
            organizerId = DemoData.RescueTeam,
            provenance = "recorded",
            servedOn = "2026-07-01",
            minutes = 60,
        };
        var id = (await (await app.As("recorder")).Created(Hours, entry)).Id();
        var first = await Go(verifier, (await verifier.Created(Runs, Of("2026-07-01", "2026-07-01"))).Id());
        Assert.Equal("verification-run.has-signs", Assert.Single(first.GetProperty("rows").EnumerateArray()).GetProperty("code").GetString());
        Assert.Equal(1, (await Go(verifier, (await verifier.Created(Runs, Of("2026-07-01", "2026-07-01", true))).Id())).GetProperty("done").GetInt32());
        Assert.NotEmpty((await verifier.Read($"{Hours}/{id}")).GetProperty("signs").EnumerateArray());
    }

    [Fact]
    public async Task It_is_the_act_of_whoever_opened_it_and_needs_the_right_at_each_slice()
    {
        var (verifier, office) = (await app.As("verifier"), await app.As("office"));
        var run = (await verifier.Created(Runs, Of("2026-08-01", "2026-08-31"))).Id();
        await (await office.PostAsync($"{Runs}/{run}/slices", null)).ExpectProblem(HttpStatusCode.Forbidden, "verification-run.not-yours");
        await (await verifier.PostAsJsonAsync(Runs, Of("2026-08-31", "2026-08-01"))).ExpectProblem(HttpStatusCode.UnprocessableEntity, "verification-run.period");
        await (await (await app.As(null, DemoData.EpidemicTeam, Right.Verify)).PostAsJsonAsync(Runs, Of("2026-08-01", "2026-08-31"))).ExpectProblem(HttpStatusCode.Forbidden, "rights.not-in-this-body");
        Assert.NotEqual(JsonValueKind.Null, (await Go(verifier, run)).GetProperty("run").GetProperty("finishedAt").ValueKind);
    }
}
