using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Honors.Api.Demo;
using Honors.Domain.Accounts;
using Honors.Tests.Support;
using NodaTime;

namespace Honors.Tests.ServiceHours;

/// <summary>"At least so many hours, confirmed by others?": yes or no, a reference, and nothing else.</summary>
public sealed class MinimumTests(HonorsApp app) : IClassFixture<HonorsApp>
{
    private const string Consents = "/api/v1/minimum-consents", Answers = "/api/v1/minimum-answers";

    private readonly Units _units = new(app);

    private static JsonObject Consent(string person, int minutes = 240, string basis = "verified") => (JsonObject)JsonSerializer.SerializeToNode(new
    {
        personId = person,
        askerId = DemoData.DisabledTeam,
        minutes,
        from = "2026-10-01",
        to = "2026-10-31",
        until = "2026-12-31",
        basis,
        consent = new { purpose = "招募", textId = "hours-minimum", textVersion = "1", givenOn = "2026-11-20", channel = "page", givers = new[] { new { by = "person" } }, minor = false },
    })!;

    private Task<HttpClient> Self(string person) => app.As(Guid.Parse(person), DemoData.EpidemicTeam);

    private Task<HttpClient> Asker(Right right = Right.Confirm) => app.As(null, DemoData.DisabledTeam, right);

    private async Task<JsonElement> Ask(string consent, HttpClient? asker = null) =>
        await (await (asker ?? await Asker()).PostAsync($"{Consents}/{consent}/questions", null)).Expect(HttpStatusCode.Created);

    [Fact]
    public async Task The_asker_learns_yes_or_no_whoever_recorded_the_hours_and_the_person_sees_who_asked()
    {
        var teacher = await _units.Teacher();
        await _units.Verified(teacher, "2026-10-14");
        await _units.Logged(teacher, "2026-10-15");
        var self = await Self(teacher);
        var consent = await self.Created(Consents, Consent(teacher));
        var asker = await Asker();
        var no = await Ask(consent.Id(), asker);
        Assert.False(no.GetProperty("isMet").GetBoolean());
        Assert.Equal(no.GetProperty("reference").GetString(), (await Ask(consent.Id(), asker)).GetProperty("reference").GetString());

        var start = app.Clock.Now;
        try
        {
            await _units.Verified(teacher, "2026-10-16");
            Assert.False((await Ask(consent.Id(), asker)).GetProperty("isMet").GetBoolean()); // of the same day
            app.Clock.Now += Duration.FromDays(1);
            var yes = await Ask(consent.Id(), asker);
            Assert.True(yes.GetProperty("isMet").GetBoolean());
            Assert.Equal($"{no}", $"{await asker.Read($"{Answers}/{no.GetProperty("reference").GetString()}")}");

            // Of the person the asker sees that, and nothing else.
            foreach (var path in (string[])[$"/api/v1/people/{teacher}", $"/api/v1/people/{teacher}/hours-total", $"/api/v1/people/{teacher}/record"])
                await (await asker.GetAsync(path)).Expect(HttpStatusCode.NotFound);
            Assert.Empty((await asker.Read($"{Units.Hours}?personId={teacher}")).GetProperty("items").EnumerateArray());
            // Its members are these alone, and the one number among them is what was asked for. Not a search for digits: an id may hold any.
            Assert.Equal(["id", "reference", "isMet", "consentId", "personId", "askerId", "minutes", "from", "to", "basis", "asked"], yes.EnumerateObject().Select(m => m.Name));
            Assert.Equal([240], yes.EnumerateObject().Where(m => m.Value.ValueKind is JsonValueKind.Number).Select(m => m.Value.GetInt32()));

            var seen = (await self.Read($"{Answers}?personId={teacher}")).GetProperty("items").EnumerateArray().ToList();
            Assert.Equal([(true, DemoData.DisabledTeam), (false, DemoData.DisabledTeam)], seen.Select(a => (a.GetProperty("isMet").GetBoolean(), a.GetProperty("askerId").GetGuid())));
            var copy = await self.Read($"/api/v1/people/{teacher}/record");
            Assert.Equal((1, 2), (copy.GetProperty("minimumConsents").GetProperty("items").GetArrayLength(), copy.GetProperty("minimumAnswers").GetProperty("items").GetArrayLength()));
            foreach (var stranger in (HttpClient[])[await app.As("office"), await app.As("recorder"), await app.As(null, DemoData.EpidemicTeam, Right.Confirm)])
            {
                await (await stranger.GetAsync($"{Consents}/{consent.Id()}")).Expect(HttpStatusCode.NotFound);
                await (await stranger.GetAsync($"{Answers}/{no.GetProperty("reference").GetString()}")).Expect(HttpStatusCode.NotFound);
                await (await stranger.PostAsync($"{Consents}/{consent.Id()}/questions", null)).Expect(HttpStatusCode.NotFound);
            }
        }
        finally
        {
            app.Clock.Now = start;
        }
    }

    [Fact]
    public async Task Confirmed_by_the_unit_is_a_fact_of_its_own()
    {
        var (teacher, school) = (await _units.Teacher(), await _units.School());
        var ids = new[] { await _units.Verified(teacher, "2026-10-14"), await _units.Verified(teacher, "2026-10-15") };
        var self = await Self(teacher);
        var (verified, confirmed) = ((await self.Created(Consents, Consent(teacher))).Id(), (await self.Created(Consents, Consent(teacher, basis: "confirmedByUnit"))).Id());
        await (await Units.Say(school, ids[0], new { answer = "true" })).Expect(HttpStatusCode.OK);
        Assert.Equal((true, false), ((await Ask(verified)).GetProperty("isMet").GetBoolean(), (await Ask(confirmed)).GetProperty("isMet").GetBoolean()));

        await (await Units.Say(school, ids[1], new { answer = "true" })).Expect(HttpStatusCode.OK);
        var anew = (await self.Created(Consents, Consent(teacher, basis: "confirmedByUnit"))).Id();
        Assert.True((await Ask(anew)).GetProperty("isMet").GetBoolean());
    }

    [Fact]
    public async Task It_is_asked_by_the_body_that_it_names_until_its_last_day_and_not_after_it_was_withdrawn()
    {
        var teacher = await _units.Teacher();
        var self = await Self(teacher);
        var consent = await self.Created(Consents, Consent(teacher));
        await (await self.PostAsync($"{Consents}/{consent.Id()}/questions", null)).Expect(HttpStatusCode.Forbidden);
        await (await (await app.As(Guid.Parse(teacher), DemoData.EpidemicTeam, Right.Confirm)).PostAsync($"{Consents}/{consent.Id()}/questions", null))
            .ExpectProblem(HttpStatusCode.Forbidden, "minimum.another-asker");
        var reference = (await Ask(consent.Id())).GetProperty("reference").GetString();

        var start = app.Clock.Now;
        try
        {
            app.Clock.Now = Instant.FromUtc(2027, 1, 1, 1, 0);
            await (await (await Asker()).PostAsync($"{Consents}/{consent.Id()}/questions", null)).ExpectProblem(HttpStatusCode.Conflict, "minimum.ended");
        }
        finally
        {
            app.Clock.Now = start;
        }

        await (await (await Asker(Right.Record)).PostAsync($"{Consents}/{consent.Id()}/withdrawal", null)).Expect(HttpStatusCode.Forbidden);
        await (await self.PostAsync($"{Consents}/{consent.Id()}/withdrawal", null)).Expect(HttpStatusCode.OK);
        await (await self.PostAsync($"{Consents}/{consent.Id()}/withdrawal", null)).ExpectProblem(HttpStatusCode.Conflict, "minimum.withdrawn");
        await (await (await Asker()).PostAsync($"{Consents}/{consent.Id()}/questions", null)).ExpectProblem(HttpStatusCode.Conflict, "minimum.withdrawn");
        await (await Asker()).Read($"{Answers}/{reference}");
    }

    [Fact]
    public async Task Nobody_consents_for_another_and_the_consent_names_its_text_period_and_last_day()
    {
        var (teacher, self) = (await _units.Teacher(), default(HttpClient)!);
        self = await Self(teacher);
        await Refused(await app.As("recorder"), Consent(teacher), HttpStatusCode.Conflict, "consent.page-is-ones-own");
        await Refused(await Asker(Right.Record), Consent(teacher), HttpStatusCode.UnprocessableEntity, "reference.not-found");
        await Refused(self, With(c => c["consent"]!["channel"] = "paper"), HttpStatusCode.Forbidden, "rights.not-in-this-body");
        await Refused(self, With(c => c["consent"]!["textId"] = "publication"), HttpStatusCode.UnprocessableEntity, "consent.text-unknown");
        await Refused(self, With(c => c["to"] = "2026-09-30"), HttpStatusCode.UnprocessableEntity, "minimum.period");
        await Refused(self, With(c => c["until"] = "2026-11-19"), HttpStatusCode.UnprocessableEntity, "minimum.until");
        await Refused(self, With(c => c["until"] = "2027-11-22"), HttpStatusCode.UnprocessableEntity, "minimum.until");
        await Refused(self, With(c => c["consent"]!["minor"] = true), HttpStatusCode.Conflict, "consent.guardian-needed");
        var paper = With(c => (c["consent"]!["channel"], c["consent"]!["proofLocator"]) = ("paper", "档案柜"));
        await (await app.As("recorder")).Created(Consents, paper);

        JsonObject With(Action<JsonObject> change)
        {
            var body = Consent(teacher);
            change(body);
            return body;
        }

        static async Task Refused(HttpClient client, JsonObject body, HttpStatusCode status, string code) => await (await client.PostAsJsonAsync(Consents, body)).ExpectProblem(status, code);
    }
}
