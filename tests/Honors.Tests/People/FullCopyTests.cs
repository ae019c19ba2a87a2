using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Honors.Api.Demo;
using Honors.Tests.Support;

namespace Honors.Tests.People;

public sealed class FullCopyTests(HonorsApp app) : IClassFixture<HonorsApp>
{
    private const string Path = "/api/v1/people";

    private static List<JsonElement> Items(JsonElement record, string part) => [.. record.GetProperty(part).GetProperty("items").EnumerateArray()];

    [Fact]
    public async Task The_person_and_a_guardian_get_a_copy_of_everything_and_of_who_read_it()
    {
        var (recorder, verifier) = (await app.As("recorder"), await app.As("verifier"));
        var child = (await recorder.Created(Path, new { name = "某某某", born = new { date = "2014-03-01" }, identity = new { kind = "passport", number = "EK1234567" } })).Id();
        var mother = (await recorder.Created(Path, new { name = "某某某" })).Id();
        var guardianship = (await recorder.Created($"{Path}/{child}/guardians", new { guardianId = mother, kind = "parent" })).Id();
        await (await verifier.PostAsync($"{Path}/{child}/guardians/{guardianship}/confirmation", null)).Expect(HttpStatusCode.OK);
        var ground = (await recorder.Created($"{Path}/{child}/grounds", new
        {
            kind = "consent",
            consent = new
            {
                purpose = "宣传先进典型",
                textId = "publication",
                textVersion = "1",
                givenOn = "2026-11-01",
                channel = "paper",
                givers = new object[] { new { by = "guardian", guardianshipId = guardianship }, new { by = "person" } },
                proofLocator = "档案柜3-2",
            },
            showsName = true,
            showsUnit = false,
            recordIds = Array.Empty<Guid>(),
        })).Id();
        await (await recorder.PostAsJsonAsync($"{Path}/{child}/grounds/{ground}/ending", new { askedBy = "guardian" })).Expect(HttpStatusCode.OK);
        var correction = (await recorder.Created($"{Path}/{child}/corrections", new { askedBy = "guardian", wrong = "漏记一次社区清扫。" })).Id();
        var reading = (await recorder.Created($"{Path}/{child}/identity/readings", new { purpose = "与证件原件核对" })).Id();
        var ofRecorder = await recorder.Read($"{Path}/{child}/record");
        await recorder.Read($"/API/V1/People/{child.ToUpperInvariant()}/Record/");

        foreach (var part in (string[])["identity", "identityReadings", "readers"]) Assert.Equal(JsonValueKind.Null, ofRecorder.GetProperty(part).ValueKind);
        foreach (var person in (string[])[child, mother])
        {
            var copy = await (await app.As(Guid.Parse(person), DemoData.NeighbourOffice)).Read($"{Path}/{child}/record");
            Assert.DoesNotContain("EK1234567", copy.GetRawText());
            Assert.EndsWith("67", copy.GetProperty("identity").GetProperty("maskedNumber").GetString());
            Assert.Equal(guardianship, Assert.Single(Items(copy, "guardians")).Id());
            var kept = Assert.Single(Items(copy, "grounds"));
            Assert.Equal((ground, "档案柜3-2", "guardian"), (kept.Id(), kept.GetProperty("consent").GetProperty("proofLocator").GetString(), kept.GetProperty("endingAskedBy").GetString()));
            Assert.NotEqual(JsonValueKind.Null, kept.GetProperty("endedAt").ValueKind);
            Assert.Single(Items(copy, "affiliations"));
            Assert.Equal(correction, Assert.Single(Items(copy, "corrections")).Id());
            Assert.Equal(reading, Assert.Single(Items(copy, "identityReadings")).Id());
            var reader = Assert.Single(copy.GetProperty("readers").EnumerateArray());
            Assert.Equal(2, reader.GetProperty("times").GetInt32());
            Assert.Equal("2026-11-20T04:00:00Z", reader.GetProperty("last").GetString());
        }
    }

    [Fact]
    public async Task What_is_more_than_a_page_goes_on_under_the_person()
    {
        var recorder = await app.As("recorder");
        var person = (await recorder.Created(Path, new { name = "某某某" })).Id();
        for (var i = 0; i < 101; i++) await recorder.Created($"{Path}/{person}/employments", new { organizationId = DemoData.School, from = new { date = "2001" }, until = new { date = "2002" } });
        var self = await app.As(Guid.Parse(person), DemoData.NeighbourOffice);
        var first = (await self.Read($"{Path}/{person}/record")).GetProperty("employments");
        Assert.Equal(100, first.GetProperty("items").GetArrayLength());
        var rest = await self.Read($"{Path}/{person}/employments?limit=100&after={first.GetProperty("next").GetString()}");
        Assert.Equal(1, rest.GetProperty("items").GetArrayLength());
        Assert.Equal(JsonValueKind.Null, rest.GetProperty("next").ValueKind);
    }

    [Fact]
    public async Task Every_membership_is_in_the_copy()
    {
        var recorder = await app.As("recorder");
        var person = (await recorder.Created(Path, new { name = "某某某" })).Id();
        for (var i = 0; i < 101; i++) await recorder.Created($"/api/v1/teams/{DemoData.RescueTeam}/memberships", new { personId = person, from = new { date = "2001" }, until = new { date = "2002" } });
        Assert.Equal(101, (await recorder.Read($"{Path}/{person}/record")).GetProperty("memberships").GetArrayLength());
    }
}
