using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Honors.Api.Data;
using Honors.Api.Demo;
using Honors.Domain.Accounts;
using Honors.Tests.Decisions;
using Honors.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Honors.Tests.Mergers;

public sealed class MergersTests(HonorsApp app) : IClassFixture<HonorsApp>, IAsyncLifetime
{
    private const string Api = "/api/v1";

    private static readonly object Source = new { title = "沁源县融媒体中心", publishedOn = new { date = "2025-01" } };

    private HttpClient _here = null!, _there = null!, _office = null!, _second = null!;

    public async Task InitializeAsync()
    {
        _here = await app.As(null, DemoData.RescueTeam, Right.Record, Right.Verify);
        _there = await app.As(null, DemoData.EpidemicTeam, Right.Record, Right.Verify);
        _office = await app.As(null, DemoData.CountyOffice, Right.Record, Right.Verify);
        _second = await app.As(null, DemoData.CountyOffice, Right.Verify);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    private async Task<(string Survivor, string Other)> Two() =>
        ((await _here.Created($"{Api}/people", new { name = "苏重逢" })).Id(), (await _there.Created($"{Api}/people", new { name = "苏重逢" })).Id());

    private Task<HttpResponseMessage> Propose(string survivor, string other, HttpClient? by = null) =>
        (by ?? _office).PostAsJsonAsync($"{Api}/people/{survivor}/merger", new { otherId = other, reason = "同一人登记了两次" });

    private async Task<string> Merge(string survivor, string other)
    {
        var merger = (await (await Propose(survivor, other)).Expect(HttpStatusCode.Created)).Id();
        var made = await Done(Act(_second, survivor, merger, "confirmation"));
        Assert.Equal("inEffect", made.GetProperty("status").GetString());
        return merger;
    }

    private static Task<HttpResponseMessage> Act(HttpClient by, string survivor, string merger, string act) =>
        by.PostAsync($"{Api}/people/{survivor}/mergers/{merger}/{act}", act is "confirmation" ? null : JsonContent.Create(new { reason = "证件核对" }));

    private static object Hours(string person, string day, int minutes, Guid team, string? from = null, string? to = null) => new
    {
        personId = person,
        activity = "巡河",
        category = "community",
        organizerId = team,
        provenance = "recorded",
        servedOn = from is null ? day : null,
        startsAt = from,
        endsAt = to,
        minutes = from is null ? minutes : (int?)null,
    };

    private static async Task<JsonElement> Done(Task<HttpResponseMessage> act) => await (await act).Expect(HttpStatusCode.OK);

    /// <summary>One of each kind of record that can name a person, all naming this one.</summary>
    private async Task<(string Hours, string Deployment, string Number)> EveryKindOf(string person)
    {
        var earlier = (await _there.Created($"{Api}/people", new { name = "苏重逢" })).Id();
        await Merge(person, earlier);

        await Done(_there.PostAsJsonAsync($"{Api}/people/{person}/identity", new { kind = "passport", number = "EM0000007" }));
        await _there.Created($"{Api}/people/{person}/identity/readings", new { purpose = "投保" });
        await _there.Created($"{Api}/people/{person}/corrections", new { askedBy = "guardian", wrong = "漏记" });
        var employment = (await _there.Created($"{Api}/people/{person}/employments", new { organizationId = DemoData.School, from = new { date = "2020" } })).Id();
        await Done(_second.PostAsync($"{Api}/people/{person}/employments/{employment}/confirmation", null));
        await _there.Created($"{Api}/people/{person}/prior-totals", new { asOf = new { date = "2012" }, source = Source, minutes = 600 });
        await _there.Created($"{Api}/insurance-policies", new { personId = person, insurer = "某某保险", policyNumber = "P-9", from = "2026-01-01", until = "2026-12-31" });
        var membership = (await _there.Created($"{Api}/teams/{DemoData.EpidemicTeam}/memberships", new { personId = person })).Id();
        var hours = (await _there.Created($"{Api}/service-hours", Hours(person, "2026-03-02", 90, DemoData.EpidemicTeam))).Id();
        await Done(_second.PostAsync($"{Api}/service-hours/{hours}/verification", null));
        var school = await app.As(null, DemoData.School, Right.Confirm);
        await Done(school.PostAsJsonAsync($"{Api}/service-hours/{hours}/confirmation", new { answer = "true" }));
        var onDuty = new { personId = person, kind = "duty", firstDay = "2026-03-03", lastDay = "2026-03-03", source = "值班表" };
        await school.Created($"{Api}/organizations/{DemoData.School}/absences", new { rows = new[] { onDuty } });
        await (await app.As("office")).Created($"{Api}/star-policies", new { divisionCode = 140431000000, validFrom = "2026-01-01", thresholds = new[] { new { star = "one", minutes = 60 } } });
        await _there.Created($"{Api}/stars", new { personId = person, star = "one", grantorId = DemoData.CountyOffice });
        var asking = (await _there.Created($"{Api}/minimum-consents", new
        {
            personId = person,
            askerId = DemoData.EpidemicTeam,
            minutes = 60,
            from = "2026-01-01",
            to = "2026-12-31",
            until = "2026-12-31",
            consent = new { purpose = "考核", textId = "hours-minimum", textVersion = "1", givenOn = "2026-11-01", channel = "paper", givers = new[] { new { by = "person" } }, minor = false, proofLocator = "档案柜" },
        })).Id();
        await (await _there.PostAsync($"{Api}/minimum-consents/{asking}/questions", null)).Expect(HttpStatusCode.Created);
        var deed = (await _there.Created($"{Api}/deeds", new { name = "扑火", kind = "lifeSaving", actors = new[] { new { personId = person, age = 30 } }, source = Source })).Id();

        object Award(string year) => new
        {
            titleId = DemoId.Of("优秀队员"),
            divisionCode = 140431000000,
            personId = person,
            grantingBodyId = DemoData.RescueTeam,
            conferredOn = new { date = year },
            source = Source,
        };
        var award = (await _office.Created($"{Api}/awards", Award("2023"))).Id();
        await Done(_second.PostAsync($"{Api}/awards/{award}/confirmation", null));
        var correction = (await _office.Created($"{Api}/awards/{award}/correction", new { reason = "年度写错", award = Award("2024") })).Id();
        await Done(_second.PostAsync($"{Api}/awards/{award}/changes/{correction}/confirmation", null));

        object Posting(string who, string from) => new { personId = who, villageCode = 140431207218, from = new { date = from } };
        var posting = (await _there.Created($"{Api}/village-assignments", Posting(person, "2026-05-01"))).Id();
        var predecessor = (await _there.Created($"{Api}/people", new { name = "前任" })).Id();
        var before = (await _there.Created($"{Api}/village-assignments", Posting(predecessor, "2024-05-01"))).Id();
        await _there.Created($"{Api}/village-assignments/{before}/help-log", new { day = "2025-03-02", kind = "homeVisit", matter = "看望", followUp = "复查" });
        await Done(_there.PostAsJsonAsync($"{Api}/village-assignments/{before}/ending", new { ending = "rotated", until = "2026-04-30", handedOverTo = person }));

        var (ward, guardian) = ((await _there.Created($"{Api}/people", new { name = "苏小星" })).Id(), (await _there.Created($"{Api}/people", new { name = "苏长庚" })).Id());
        await _there.Created($"{Api}/people/{ward}/guardians", new { guardianId = person, kind = "parent", from = new { date = "2015" } });
        await _there.Created($"{Api}/people/{person}/guardians", new { guardianId = guardian, kind = "parent", from = new { date = "2000" } });
        var nominator = await app.As(null, DemoData.EpidemicTeam, Right.Nominate);
        await nominator.Created($"{Api}/nominations", new { titleId = DemoId.Of("道德模范"), nomineeKind = "person", personId = person, summary = "扑火" });
        await nominator.Created($"{Api}/nominations", new { titleId = DemoId.Of("道德模范"), nomineeKind = "group", groupName = "扑火群体", memberIds = new[] { person, guardian }, summary = "扑火" });
        var self = await app.As(Guid.Parse(person), DemoData.School);
        await self.Created($"{Api}/nominations", new { titleId = DemoId.Of("道德模范"), nomineeKind = "person", personId = person, summary = "扑火", self = true });
        await Done(_office.PostAsJsonAsync($"{Api}/nominations/{DemoId.Of("demo case in review")}/panel", new { personId = person }));
        var desk = new Desk(app);
        var title = await desk.Title();
        await desk.Confirmed(await desk.Draft(
            title, await desk.Case(title, n => (n["nomineeKind"], n["groupName"], n["memberIds"]) = ("group", "扑火群体", new JsonArray(person, guardian)), nominator)));

        var deployment = (await _there.Created($"{Api}/deployments", new
        {
            name = "夜间搜寻",
            kind = "eventSupport",
            roster = new[]
            {
                new
                {
                    personId = person,
                    segments = new[] { new { activity = "rescue", from = "2026-06-01T12:00:00Z", to = "2026-06-01T14:00:00Z" } },
                    ending = new { kind = "returned", at = "2026-06-01T15:00:00Z" },
                },
            },
            outcomes = new object[]
            {
                new { kind = "missingFound", quantity = new { value = 2, qualifier = "exact", scope = "team" } }, new { kind = "peopleMoved", quantity = new { value = 1, qualifier = "exact", scope = "person" }, personId = person },
            },
        })).Id();
        await Done(_there.PostAsync($"{Api}/deployments/{deployment}/closing", null));
        await _office.Created($"{Api}/people/{person}/grounds", new { kind = "published", source = Source, showsName = true, showsUnit = false, recordIds = new[] { award, deed, membership, deployment, posting } });
        return (hours, deployment, (await _there.Read($"{Api}/people/{person}")).GetProperty("number").GetString()!);
    }

    [Fact]
    public async Task Every_kind_of_record_follows_a_merger_and_goes_back_with_its_separation()
    {
        var (survivor, other) = await Two();
        var (hours, _, number) = await EveryKindOf(other);
        await _here.Created($"{Api}/service-hours", Hours(survivor, "2026-03-03", 60, DemoData.RescueTeam));
        var otherself = await app.As(Guid.Parse(other), DemoData.School);
        var signed = (await _there.Read($"{Api}/service-hours/{hours}")).GetProperty("settled").GetRawText();
        var before = await Dump.Of(app);

        var merger = await Merge(survivor, other);

        await using (var scope = app.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<HonorsDb>();
            var id = Guid.Parse(merger);
            var moved = await db.PersonMergers.IgnoreQueryFilters([HonorsDb.Visible]).Where(m => m.Id == id).SelectMany(m => m.Moved).Select(m => m.Where).Distinct().ToListAsync();
            Assert.Equal(PersonReferences.Names.Order(StringComparer.Ordinal), moved.Order(StringComparer.Ordinal));
        }

        // Nothing names the other any more, but the row itself, the seal of the identity and what was signed.
        var naming = (await Dump.Of(app)).Where(c => c.Value.Contains(other, StringComparison.OrdinalIgnoreCase)).Select(c => $"{c.Table}.{c.Column}").Distinct().Order(StringComparer.Ordinal);
        Assert.Equal(["Identities.Id", "Nominations.Drafted", "People.Id"], naming);

        var record = await _office.Read($"{Api}/people/{survivor}/record");
        Assert.Equal((90, 180), (record.GetProperty("recordedHours").GetProperty("minutes").GetInt32(), record.GetProperty("recordedHours").GetProperty("minutesLogged").GetInt32()));
        Assert.Single(record.GetProperty("memberships").EnumerateArray());
        foreach (var list in (string[])["employments", "priorTotals", "villageAssignments", "guardians", "grounds", "corrections", "deployments", "deeds"])
            Assert.Single(record.GetProperty(list).GetProperty("items").EnumerateArray());
        Assert.Equal(2, record.GetProperty("awards").GetProperty("items").GetArrayLength()); // their own, and the group's
        Assert.Equal(3, record.GetProperty("affiliations").GetProperty("items").GetArrayLength());
        Assert.Equal(signed, (await _there.Read($"{Api}/service-hours/{hours}")).GetProperty("settled").GetRawText());
        Assert.EndsWith("07", (await _office.Read($"{Api}/people/{survivor}/identity")).GetProperty("maskedNumber").GetString(), StringComparison.Ordinal);
        Assert.Equal(survivor, (await otherself.Read($"{Api}/me")).GetProperty("personId").GetString());
        var copy = await otherself.Read($"{Api}/people/{survivor}/record");
        Assert.EndsWith("07", copy.GetProperty("identity").GetProperty("maskedNumber").GetString(), StringComparison.Ordinal);

        // The public side: the old number leads to the survivor, under the survivor's own.
        var page = await app.Anonymous().Read($"{Api}/public/people/{number}");
        Assert.Equal((await _here.Read($"{Api}/people/{survivor}")).GetProperty("number").GetString(), page.GetProperty("number").GetString());
        Assert.Single(page.GetProperty("awards").EnumerateArray());
        var roll = await app.Anonymous().Read($"{Api}/public/honor-roll?q=苏重逢");
        var onRoll = roll.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("personNumber").GetString()).ToList();
        Assert.Contains(page.GetProperty("number").GetString(), onRoll);
        Assert.DoesNotContain(number, onRoll);

        // The other is found nowhere, and whoever kept it is told where it went.
        foreach (var part in (string[])["/record", "/mergers", "/identity"]) await (await _there.GetAsync($"{Api}/people/{other}{part}")).Expect(HttpStatusCode.NotFound);
        var gone = await (await _there.GetAsync($"{Api}/people/{other}")).ExpectProblem(HttpStatusCode.NotFound, "person.merged");
        Assert.Equal(survivor, gone.GetProperty("facts").GetProperty("mergedInto").GetString());
        await _there.Read($"{Api}/people/{survivor}");
        await (await _there.PostAsJsonAsync($"{Api}/service-hours", Hours(other, "2026-07-01", 30, DemoData.EpidemicTeam))).ExpectProblem(HttpStatusCode.UnprocessableEntity, "reference.not-found");

        await Done(Act(_second, survivor, merger, "separation"));
        Assert.Equal(before, await Dump.Of(app));
        Assert.Equal(other, (await otherself.Read($"{Api}/me")).GetProperty("personId").GetString());
        Assert.Equal(number, (await app.Anonymous().Read($"{Api}/public/people/{number}")).GetProperty("number").GetString());
    }

    [Fact]
    public async Task What_was_written_since_stays_with_the_survivor_unless_it_follows_a_record_that_goes_back()
    {
        var (survivor, other) = await Two();
        var (hours, deployment, _) = await EveryKindOf(other);
        var merger = await Merge(survivor, other);

        var own = (await _here.Created($"{Api}/service-hours", Hours(survivor, "2026-08-01", 30, DemoData.RescueTeam))).Id();
        await Done(_office.PostAsJsonAsync($"{Api}/service-hours/{hours}/reversal", new { reason = "写错", replacement = Hours(survivor, "2026-03-02", 45, DemoData.EpidemicTeam) }));
        await Done(_there.PostAsJsonAsync($"{Api}/deployments/{deployment}/reopening", new { reason = "漏记" }));
        await Done(_there.PostAsync($"{Api}/deployments/{deployment}/closing", null));
        await _office.Created($"{Api}/people/{survivor}/corrections", new { askedBy = "guardian", wrong = "时长不对", recordId = hours });
        await _here.Created($"{Api}/people/{survivor}/corrections", new { askedBy = "guardian", wrong = "时长不对", recordId = own });

        await Done(Act(_second, survivor, merger, "separation"));
        Assert.Equal([own], Ids(await _office.Read($"{Api}/service-hours?personId={survivor}")));
        Assert.Equal(4, Ids(await _office.Read($"{Api}/service-hours?personId={other}")).Count); // the reversed two, and what took their places
        Assert.Equal(own, Assert.Single((await _office.Read($"{Api}/people/{survivor}/corrections")).GetProperty("items").EnumerateArray()).GetProperty("recordId").GetString());
        Assert.Equal(2, Ids(await _office.Read($"{Api}/people/{other}/corrections")).Count);

        static List<string> Ids(JsonElement page) => [.. page.GetProperty("items").EnumerateArray().Select(i => i.Id())];
    }

    public static TheoryData<string, string?, string?, string?, string?> Meeting => new()
    {
        { "timedWithTimed", "2026-03-02T01:00:00Z", "2026-03-02T03:00:00Z", "2026-03-02T02:00:00Z", "2026-03-02T04:00:00Z" },
        { "datedWithLongTimed", "2026-03-02T00:00:00Z", "2026-03-02T08:00:00Z", null, null },
        { "dayTotal", null, null, null, null },
    };

    [Theory]
    [MemberData(nameof(Meeting))]
    public async Task Two_whose_hours_claim_the_same_time_are_not_merged_until_one_of_them_is_reversed(string kind, string? from, string? to, string? otherFrom, string? otherTo)
    {
        var (survivor, other) = await Two();
        var one = (await _here.Created($"{Api}/service-hours", Hours(survivor, "2026-03-02", 300, DemoData.RescueTeam, from, to))).Id();
        if (kind is "dayTotal") await _here.Created($"{Api}/service-hours", Hours(survivor, "2026-03-02", 300, DemoData.RescueTeam));
        await _there.Created($"{Api}/service-hours", Hours(other, "2026-03-02", kind is "dayTotal" ? 361 : 60, DemoData.EpidemicTeam, otherFrom, otherTo));

        var facts = (await (await Propose(survivor, other)).ExpectProblem(HttpStatusCode.Conflict, "service-hours.overlap")).GetProperty("facts");
        Assert.Equal((kind, "2026-03-02"), (facts.GetProperty("kind").GetString(), facts.GetProperty("servedOn").GetString()));
        if (kind is "dayTotal") Assert.Equal(961, facts.GetProperty("dayMinutes").GetInt32());

        await Done(_here.PostAsJsonAsync($"{Api}/service-hours/{one}/reversal", new { reason = "重复" }));
        await Merge(survivor, other);
    }

    [Fact]
    public async Task Hours_that_came_between_proposal_and_confirmation_are_asked_again()
    {
        var (survivor, other) = await Two();
        var merger = (await (await Propose(survivor, other)).Expect(HttpStatusCode.Created)).Id();
        await _here.Created($"{Api}/service-hours", Hours(survivor, "2026-03-02", 900, DemoData.RescueTeam));
        await _there.Created($"{Api}/service-hours", Hours(other, "2026-03-02", 900, DemoData.EpidemicTeam));
        await (await Act(_second, survivor, merger, "confirmation")).ExpectProblem(HttpStatusCode.Conflict, "service-hours.overlap");
        await _there.Read($"{Api}/people/{other}");
    }

    [Fact]
    public async Task Two_that_could_not_be_one_are_not_merged()
    {
        var (survivor, other) = await Two();
        await Refused("membership.running", who => _office.Created($"{Api}/teams/{DemoData.DisabledTeam}/memberships", new { personId = who }));
        await Refused("village-assignment.person-elsewhere", who => _office.Created($"{Api}/village-assignments", new { personId = who, villageCode = 140431207218, from = new { date = "2026-01-02" } }));
        await Refused("merger.identities-differ", async who =>
            await Done(_office.PostAsJsonAsync($"{Api}/people/{who}/identity", new { kind = "passport", number = who == survivor ? "EM0000011" : "EM0000012" })));

        (survivor, other) = await Two();
        await _office.Created($"{Api}/deeds", new { name = "扑火", kind = "helping", actors = new[] { new { personId = survivor }, new { personId = other } }, source = Source });
        await (await Propose(survivor, other)).ExpectProblem(HttpStatusCode.Conflict, "merger.both-in-a-deed");

        (survivor, other) = await Two();
        await _office.Created($"{Api}/deployments", new { name = "搜寻", kind = "eventSupport", roster = new[] { new { personId = survivor }, new { personId = other } } });
        await (await Propose(survivor, other)).ExpectProblem(HttpStatusCode.Conflict, "merger.both-on-a-roster");

        (survivor, other) = await Two();
        await (await Propose(survivor, survivor)).ExpectProblem(HttpStatusCode.UnprocessableEntity, "merger.same-person");
        await (await Propose(survivor, other)).Expect(HttpStatusCode.Created);
        await (await Propose(other, survivor)).ExpectProblem(HttpStatusCode.Conflict, "merger.pending");

        async Task Refused(string code, Func<string, Task> enter)
        {
            (survivor, other) = await Two();
            await enter(survivor);
            await enter(other);
            await (await Propose(survivor, other)).ExpectProblem(HttpStatusCode.Conflict, code);
        }
    }

    [Fact]
    public async Task A_merger_takes_two_persons_and_neither_is_one_of_the_merged()
    {
        var (survivor, other) = await Two();
        var (one, two) = (await app.As(Guid.Parse(survivor), DemoData.CountyOffice, Right.Verify), await app.As(Guid.Parse(other), DemoData.CountyOffice, Right.Verify));
        await (await Propose(survivor, other, one)).ExpectProblem(HttpStatusCode.Conflict, "merger.own");
        var merger = (await (await Propose(survivor, other)).Expect(HttpStatusCode.Created)).Id();
        await (await Act(_office, survivor, merger, "confirmation")).ExpectProblem(HttpStatusCode.Conflict, "merger.own-proposal");
        await (await Act(two, survivor, merger, "confirmation")).ExpectProblem(HttpStatusCode.Conflict, "merger.own");
        await (await Act(_second, survivor, merger, "separation")).ExpectProblem(HttpStatusCode.Conflict, "merger.not-in-effect");
        await Done(Act(_second, survivor, merger, "confirmation"));
        await (await Act(_second, survivor, merger, "rejection")).ExpectProblem(HttpStatusCode.Conflict, "merger.settled");
        await (await Act(_office, survivor, merger, "separation")).ExpectProblem(HttpStatusCode.Conflict, "merger.own-proposal");
        await (await Act(two, survivor, merger, "separation")).ExpectProblem(HttpStatusCode.Conflict, "merger.own");
    }

    [Fact]
    public async Task An_office_above_one_of_the_bodies_alone_merges_nothing()
    {
        var there = await app.As(null, DemoData.NeighbourOffice, Right.Record, Right.Verify);
        var city = await app.As(null, DemoData.CityOffice, Right.Verify);
        var (survivor, _) = await Two();
        var other = (await there.Created($"{Api}/people", new { name = "苏重逢" })).Id();
        await (await Propose(survivor, other)).ExpectProblem(HttpStatusCode.UnprocessableEntity, "reference.not-found");
        await (await Propose(survivor, other, there)).Expect(HttpStatusCode.NotFound);
        var merger = (await (await Propose(survivor, other, city)).Expect(HttpStatusCode.Created)).Id();

        // Until it is in effect, neither side learns whom the other knows.
        Assert.Empty((await _here.Read($"{Api}/people/{survivor}/mergers")).GetProperty("items").EnumerateArray());
        await Done(Act(await app.As(null, DemoData.CityOffice, Right.Verify), survivor, merger, "confirmation"));
        Assert.Single((await _here.Read($"{Api}/people/{survivor}/mergers")).GetProperty("items").EnumerateArray());
        Assert.Single((await there.Read($"{Api}/people/{survivor}/mergers")).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task One_human_with_two_accounts_is_one_pair_of_eyes_once_merged()
    {
        var (survivor, other) = await Two();
        var logger = await app.As(Guid.Parse(other), DemoData.RescueTeam, Right.Record);
        var verifier = await app.As(Guid.Parse(survivor), DemoData.RescueTeam, Right.Verify);
        var third = (await _here.Created($"{Api}/people", new { name = "第三人" })).Id();
        var hours = (await logger.Created($"{Api}/service-hours", Hours(third, "2026-03-02", 60, DemoData.RescueTeam))).Id();

        var merger = await Merge(survivor, other);
        await (await verifier.PostAsync($"{Api}/service-hours/{hours}/verification", null)).ExpectProblem(HttpStatusCode.Conflict, "service-hours.own-record");

        await Done(Act(_second, survivor, merger, "separation"));
        await Done(verifier.PostAsync($"{Api}/service-hours/{hours}/verification", null));
    }

    [Fact]
    public async Task Two_are_not_merged_while_one_settled_what_counts_for_the_other()
    {
        var (survivor, other) = await Two();
        var hours = (await _here.Created($"{Api}/service-hours", Hours(survivor, "2026-03-02", 60, DemoData.RescueTeam))).Id();
        var verifier = await app.As(Guid.Parse(other), DemoData.RescueTeam, Right.Verify);
        await Done(verifier.PostAsync($"{Api}/service-hours/{hours}/verification", null));
        var refusal = await (await Propose(survivor, other)).ExpectProblem(HttpStatusCode.Conflict, "merger.own-eyes");
        Assert.Equal(hours, refusal.GetProperty("facts").GetProperty("recordId").GetString());
        await Done(_second.PostAsJsonAsync($"{Api}/service-hours/{hours}/reversal", new { reason = "本人审核" }));

        var award = (await _office.Created($"{Api}/awards", new
        {
            titleId = DemoId.Of("优秀队员"),
            divisionCode = 140431000000,
            personId = other,
            conferredOn = new { date = "2023" },
            source = Source,
        })).Id();
        await Done((await app.As(Guid.Parse(survivor), DemoData.CountyOffice, Right.Verify)).PostAsync($"{Api}/awards/{award}/confirmation", null));
        await (await Propose(survivor, other)).ExpectProblem(HttpStatusCode.Conflict, "merger.own-eyes");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Mergers_upon_mergers_are_taken_back_in_any_order(bool innerFirst)
    {
        var (first, second) = await Two();
        var third = (await _here.Created($"{Api}/people", new { name = "苏重逢" })).Id();
        await EveryKindOf(second);
        await _here.Created($"{Api}/service-hours", Hours(first, "2026-03-03", 60, DemoData.RescueTeam));
        var before = await Dump.Of(app);
        var inner = await Merge(first, second);
        var outer = await Merge(third, first);
        var gone = await (await _there.GetAsync($"{Api}/people/{second}")).ExpectProblem(HttpStatusCode.NotFound, "person.merged");
        Assert.Equal(third, gone.GetProperty("facts").GetProperty("mergedInto").GetString());
        Assert.Equal(2, (await _office.Read($"{Api}/people/{third}/mergers")).GetProperty("items").GetArrayLength() - 1);

        if (innerFirst) await Done(Act(_second, third, inner, "separation"));
        await Done(Act(_second, third, outer, "separation"));
        if (!innerFirst) await Done(Act(_second, first, inner, "separation"));
        Assert.Equal(before, await Dump.Of(app));
    }

    [Fact]
    public async Task Whoever_read_the_record_that_was_merged_in_stands_in_the_survivors_copy()
    {
        var (survivor, other) = await Two();
        await _here.Read($"{Api}/people/{survivor}/record");
        await _there.Read($"{Api}/people/{other}/record");
        var self = await app.As(Guid.Parse(survivor), DemoData.NeighbourOffice);
        Assert.Equal(1, await Readers());
        await Merge(survivor, other);
        Assert.Equal(2, await Readers());

        async Task<int> Readers() => (await self.Read($"{Api}/people/{survivor}/record")).GetProperty("readers").GetArrayLength();
    }

    [Fact]
    public async Task Records_of_one_identity_number_are_found_as_one_person_once_merged()
    {
        var (survivor, other) = await Two();
        var stranger = (await _here.Created($"{Api}/people", new { name = "苏重逢" })).Id();
        foreach (var person in (string[])[other, stranger])
            await Done(_office.PostAsJsonAsync($"{Api}/people/{person}/identity", new { kind = "passport", number = "EM0000021" }));
        await Merge(survivor, other);
        Assert.Equal(survivor, Assert.Single((await _second.Read($"{Api}/people/{stranger}/identity/matches")).EnumerateArray()).Id());
        Assert.Equal(stranger, Assert.Single((await _second.Read($"{Api}/people/{survivor}/identity/matches")).EnumerateArray()).Id());
        Assert.Equal("EM0000021", (await _there.Created($"{Api}/people/{survivor}/identity/readings", new { purpose = "核对" })).GetProperty("number").GetString());
        await Merge(survivor, stranger);
    }

    [Fact]
    public async Task Followers_are_told_who_stands_for_whom()
    {
        var (survivor, other) = await Two();
        var school = await app.As(null, DemoData.School, Right.Audit);
        var employment = (await _there.Created($"{Api}/people/{other}/employments", new { organizationId = DemoData.School, from = new { date = "2020" } })).Id();
        await Done(_second.PostAsync($"{Api}/people/{other}/employments/{employment}/confirmation", null));
        var hours = (await _here.Created($"{Api}/service-hours", Hours(survivor, "2026-03-02", 60, DemoData.RescueTeam))).Id();
        var (there, people, work) = (await Position(_there, "people"), await Position(school, "people"), await Position(school, "service-hours"));

        var merger = await Merge(survivor, other);
        foreach (var (client, position) in new[] { (_there, there), (school, people) })
        {
            var told = await client.Read($"{Api}/people?limit=100&changedSince={position}");
            Assert.Contains(survivor, told.GetProperty("items").EnumerateArray().Select(i => i.Id()));
            var tombstone = Assert.Single(told.GetProperty("tombstones").EnumerateArray());
            Assert.Equal((other, "merged", survivor), (tombstone.Id(), tombstone.GetProperty("reason").GetString(), tombstone.GetProperty("mergedInto").GetString()));
        }

        // The other's unit sees the survivor's hours of its days, and no longer once they are parted.
        Assert.Contains(hours, (await school.Read($"{Api}/service-hours?limit=100&changedSince={work}")).GetProperty("items").EnumerateArray().Select(i => i.Id()));
        (people, work) = (await Position(school, "people"), await Position(school, "service-hours"));
        await Done(Act(_second, survivor, merger, "separation"));
        var parted = await school.Read($"{Api}/people?limit=100&changedSince={people}");
        Assert.Contains(other, parted.GetProperty("items").EnumerateArray().Select(i => i.Id()));
        Assert.Equal((survivor, "hidden"), Only(parted));
        Assert.Equal((hours, "hidden"), Only(await school.Read($"{Api}/service-hours?limit=100&changedSince={work}")));

        static (string, string) Only(JsonElement told) => Assert.Single(told.GetProperty("tombstones").EnumerateArray()) is var t ? (t.Id(), t.GetProperty("reason").GetString()!) : default;

        static async Task<string> Position(HttpClient client, string list)
        {
            for (var position = "0"; ;)
            {
                var page = await client.Read($"{Api}/{list}?limit=100&changedSince={position}");
                position = page.GetProperty("next").GetString()!;
                if (page.GetProperty("items").GetArrayLength() + page.GetProperty("tombstones").GetArrayLength() is 0) return position;
            }
        }
    }
}
