using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Honors.Api.Demo;
using Honors.Tests.Support;

namespace Honors.Tests.People;

public sealed class ConsentsTests(HonorsApp app) : IClassFixture<HonorsApp>
{
    private const string Path = "/api/v1/people";

    private static readonly object Source = new { title = "沁源县年鉴", publishedOn = new { date = "2025" } };

    private static readonly object[] Own = [new { by = "person" }];

    private static readonly string[] ThreeDeeds = ["冰面救人", "火场救人", "落水救人"], Awards = ["award"];

    private async Task<JsonElement> Somebody(string? born = "1990", string? died = null) => await (await app.As("recorder")).Created(
        Path, new { name = $"苏{Guid.NewGuid().ToString("N")[..20]}", born = Date(born), died = Date(died) });

    private static object? Date(string? date) => date is null ? null : new { date };

    private static object Consent(object[] givers, string givenOn = "2026-11-01", string channel = "paper", bool? minor = null, string? proof = "档案柜3-2", string text = "publication", string version = "1", string? file = null) =>
        new { purpose = "宣传先进典型", textId = text, textVersion = version, givenOn, channel, givers, minor, proofLocator = proof, proofFileId = file };

    private static object Ground(object consent, bool unit = false, bool story = false, bool hours = false, string[]? records = null, string[]? allOf = null) => new
    {
        kind = "consent",
        consent,
        showsName = true,
        showsUnit = unit,
        showsStory = story,
        showsHours = hours,
        recordIds = records ?? [],
        allOf = allOf ?? [],
    };

    private async Task<JsonElement> Record(JsonElement person, object ground) => await (await app.As("recorder")).Created($"{Path}/{person.Id()}/grounds", ground);

    private async Task Refused(JsonElement person, object ground, HttpStatusCode status, string code) =>
        await (await (await app.As("recorder")).PostAsJsonAsync($"{Path}/{person.Id()}/grounds", ground)).ExpectProblem(status, code);

    private async Task<JsonElement?> Page(JsonElement person)
    {
        var answer = await app.Anonymous().GetAsync($"/api/v1/public/people/{person.GetProperty("number").GetString()}");
        return answer.StatusCode is HttpStatusCode.NotFound ? null : await answer.Expect(HttpStatusCode.OK);
    }

    private Task<HttpClient> AccountOf(JsonElement person) => app.As(Guid.Parse(person.Id()), DemoData.NeighbourOffice);

    private async Task<string> Guardian(JsonElement ward, string? from = null, string? until = null)
    {
        var recorder = await app.As("recorder");
        var guardian = (await Somebody()).Id();
        return (await recorder.Created($"{Path}/{ward.Id()}/guardians", new { guardianId = guardian, kind = "parent", from = Date(from), until = Date(until) })).Id();
    }

    private static object[] With(string guardianship, bool own) => own ? [new { by = "guardian", guardianshipId = guardianship }, new { by = "person" }] : [new { by = "guardian", guardianshipId = guardianship }];

    private async Task<string> Deed(JsonElement person, string name) => (await (await app.As("recorder")).Created("/api/v1/deeds", new
    {
        name,
        kind = "lifeSaving",
        when = new { date = "2025-01" },
        summary = "经过如下。",
        actors = new[] { new { personId = person.Id() } },
        source = Source,
    })).Id();

    private async Task Hours(JsonElement person, int minutes)
    {
        var id = (await (await app.As("recorder")).Created("/api/v1/service-hours", new
        {
            personId = person.Id(),
            activity = "巡河",
            category = "community",
            organizerId = DemoData.RescueTeam,
            provenance = "recorded",
            servedOn = "2026-10-01",
            minutes,
        })).Id();
        await (await (await app.As("verifier")).PostAsync($"/api/v1/service-hours/{id}/verification", null)).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_page_shows_the_fields_and_records_that_the_consent_names_and_none_besides()
    {
        var person = await Somebody();
        var told = await Deed(person, "冰面救人");
        await Deed(person, "火场救人");
        await Hours(person, 90);
        await (await app.As("recorder")).Created($"{Path}/{person.Id()}/employments", new { organizationId = DemoData.School });

        await Record(person, Ground(Consent(Own)));
        var page = (await Page(person))!.Value;
        Assert.Equal((JsonValueKind.Null, JsonValueKind.Null, 0), (page.GetProperty("unit").ValueKind, page.GetProperty("recordedHours").ValueKind, page.GetProperty("deeds").GetArrayLength()));
        Assert.Empty(page.GetProperty("sources").EnumerateArray());

        await Record(person, Ground(Consent(Own), unit: true, hours: true, records: [told]));
        page = (await Page(person))!.Value;
        Assert.Equal(("沁源县赤石桥中心学校", "1小时30分钟"), (page.GetProperty("unit").GetString(), page.GetProperty("recordedHours").GetString()));
        var deed = Assert.Single(page.GetProperty("deeds").EnumerateArray());
        Assert.Equal(("冰面救人", JsonValueKind.Null), (deed.GetProperty("name").GetString(), deed.GetProperty("summary").ValueKind));

        await Record(person, Ground(Consent(Own), story: true, allOf: ["deed"]));
        await Deed(person, "落水救人");
        Assert.Equal(
            ThreeDeeds.Order(StringComparer.Ordinal),
            (await Page(person))!.Value.GetProperty("deeds").EnumerateArray().Select(d => d.GetProperty("name").GetString()!).Order(StringComparer.Ordinal));
        Assert.All((await Page(person))!.Value.GetProperty("deeds").EnumerateArray(), d => Assert.Equal("经过如下。", d.GetProperty("summary").GetString()));
    }

    [Fact]
    public async Task A_consent_withdrawn_by_the_person_takes_the_page_down_with_the_answer_and_leaves_the_other_grounds()
    {
        var person = await Somebody();
        var deed = await Deed(person, "冰面救人");
        var consent = await Record(person, Ground(Consent(Own), hours: true));
        await Hours(person, 60);
        await Record(person, new { kind = "published", source = Source, showsName = true, showsUnit = false, recordIds = new[] { deed } });
        Assert.Equal("1小时", (await Page(person))!.Value.GetProperty("recordedHours").GetString());

        var self = await AccountOf(person);
        var ended = await (await self.PostAsync($"{Path}/{person.Id()}/grounds/{consent.Id()}/ending", null)).Expect(HttpStatusCode.OK);
        Assert.Equal("person", ended.GetProperty("endingAskedBy").GetString());
        var page = (await Page(person))!.Value;
        Assert.Equal(JsonValueKind.Null, page.GetProperty("recordedHours").ValueKind);
        Assert.Single(page.GetProperty("deeds").EnumerateArray());
        await (await self.PostAsync($"{Path}/{person.Id()}/grounds/{consent.Id()}/ending", null)).ExpectProblem(HttpStatusCode.Conflict, "ground.ended");

        foreach (var ground in (await self.Read($"{Path}/{person.Id()}/grounds")).GetProperty("items").EnumerateArray().Where(g => g.GetProperty("endedAt").ValueKind is JsonValueKind.Null))
            await (await self.PostAsync($"{Path}/{person.Id()}/grounds/{ground.Id()}/ending", null)).Expect(HttpStatusCode.OK);
        Assert.Null(await Page(person));
    }

    [Fact]
    public async Task The_body_withdraws_what_a_guardian_asked_for_and_a_guardian_with_an_account_alone_does_too()
    {
        var child = await Somebody("2014");
        var recorder = await app.As("recorder");
        var mother = await Somebody();
        var guardianship = (await recorder.Created($"{Path}/{child.Id()}/guardians", new { guardianId = mother.Id(), kind = "parent" })).Id();
        var (one, two) = (await Record(child, Ground(Consent(With(guardianship, true)))), await Record(child, Ground(Consent(With(guardianship, true)))));
        var ended = await (await recorder.PostAsJsonAsync($"{Path}/{child.Id()}/grounds/{one.Id()}/ending", new { askedBy = "guardian" })).Expect(HttpStatusCode.OK);
        Assert.Equal("guardian", ended.GetProperty("endingAskedBy").GetString());

        var path = $"{Path}/{child.Id()}/grounds/{two.Id()}/ending";
        var account = await AccountOf(mother);
        await (await account.PostAsync(path, null)).Expect(HttpStatusCode.NotFound);
        await (await (await app.As("verifier")).PostAsync($"{Path}/{child.Id()}/guardians/{guardianship}/confirmation", null)).Expect(HttpStatusCode.OK);
        Assert.NotNull(await Page(child));
        Assert.Equal("guardian", (await (await account.PostAsync(path, null)).Expect(HttpStatusCode.OK)).GetProperty("endingAskedBy").GetString());
        Assert.Null(await Page(child));
    }

    [Fact]
    public async Task A_person_consents_through_their_own_account_to_the_newest_text_and_nobody_does_for_them()
    {
        var person = await Somebody();
        var self = await AccountOf(person);
        var path = $"{Path}/{person.Id()}/grounds";
        var text = Assert.Single((await self.Read("/api/v1/consent-texts")).EnumerateArray(), t => t.Id() is "publication" && t.GetProperty("newest").GetBoolean());
        var version = text.GetProperty("version").GetString()!;
        var page = Consent(Own, "2026-11-20", "page", proof: null, version: version);
        await (await (await app.As("recorder")).PostAsJsonAsync(path, Ground(page))).ExpectProblem(HttpStatusCode.Conflict, "consent.page-is-ones-own");
        await (await self.PostAsJsonAsync(path, Ground(Consent(Own, "2026-11-19", "page", proof: null)))).ExpectProblem(HttpStatusCode.Conflict, "consent.page-is-ones-own");
        await (await self.PostAsJsonAsync(path, Ground(Consent(Own, "2026-11-20", "page", proof: null, version: "0")))).ExpectProblem(HttpStatusCode.UnprocessableEntity, "consent.text-unknown");
        await (await self.PostAsJsonAsync(path, Ground(Consent(Own)))).ExpectProblem(HttpStatusCode.Forbidden, "rights.not-in-this-body");

        var given = await self.Created(path, Ground(page));
        Assert.Equal(DemoData.RescueTeam.ToString(), given.GetProperty("recordedBy").GetString());
        Assert.NotNull(await Page(person));
    }

    private static object OnThePage(object[] givers, bool? minor = null) => Consent(givers, "2026-11-20", "page", minor, proof: null);

    private async Task<(JsonElement Guardian, string Guardianship)> Confirmed(JsonElement ward)
    {
        var guardian = await Somebody();
        var id = (await (await app.As("recorder")).Created($"{Path}/{ward.Id()}/guardians", new { guardianId = guardian.Id(), kind = "parent" })).Id();
        await (await (await app.As("verifier")).PostAsync($"{Path}/{ward.Id()}/guardians/{id}/confirmation", null)).Expect(HttpStatusCode.OK);
        return (guardian, id);
    }

    [Fact]
    public async Task A_confirmed_guardian_consents_for_a_small_child_through_their_own_account_and_withdraws_it()
    {
        var child = await Somebody("2019-01-01");
        var (mother, guardianship) = await Confirmed(child);
        var account = await AccountOf(mother);
        var path = $"{Path}/{child.Id()}/grounds";
        var given = await account.Created(path, Ground(OnThePage(With(guardianship, own: false))));
        Assert.Equal((DemoData.RescueTeam.ToString(), false), (given.GetProperty("recordedBy").GetString(), given.GetProperty("awaitsOwnSay").GetBoolean()));
        Assert.NotNull(await Page(child));
        var ended = await (await account.PostAsync($"{path}/{given.Id()}/ending", null)).Expect(HttpStatusCode.OK);
        Assert.Equal("guardian", ended.GetProperty("endingAskedBy").GetString());
        Assert.Null(await Page(child));
    }

    [Fact]
    public async Task What_a_guardian_consents_to_on_the_page_shows_nothing_until_a_minor_of_eight_agrees_too()
    {
        var child = await Somebody("2018-11-20"); // eight today
        var (mother, guardianship) = await Confirmed(child);
        var (account, self) = (await AccountOf(mother), await AccountOf(child));
        var path = $"{Path}/{child.Id()}/grounds";
        var given = await account.Created(path, Ground(OnThePage(With(guardianship, own: false))));
        Assert.True(given.GetProperty("awaitsOwnSay").GetBoolean());
        Assert.Null(await Page(child));

        var say = $"{path}/{given.Id()}/own-say";
        foreach (var other in (HttpClient[])[account, await app.As("recorder"), await app.As("verifier")])
            await (await other.PostAsync(say, null)).ExpectProblem(HttpStatusCode.Forbidden, "consent.own-say-is-ones-own");
        Assert.Null(await Page(child));

        var agreed = await (await self.PostAsync(say, null)).Expect(HttpStatusCode.OK);
        Assert.False(agreed.GetProperty("awaitsOwnSay").GetBoolean());
        Assert.Equal(["guardian", "person"], agreed.GetProperty("consent").GetProperty("givers").EnumerateArray().Select(g => g.GetProperty("by").GetString()!));
        Assert.Equal(child.Id(), agreed.GetProperty("ownSay").GetProperty("personId").GetString());
        Assert.NotNull(await Page(child));
        await (await self.PostAsync(say, null)).ExpectProblem(HttpStatusCode.Conflict, "ground.own-say-unasked");

        var withdrawn = await account.Created(path, Ground(OnThePage(With(guardianship, own: false))));
        await (await account.PostAsync($"{path}/{withdrawn.Id()}/ending", null)).Expect(HttpStatusCode.OK);
        await (await self.PostAsync($"{path}/{withdrawn.Id()}/own-say", null)).ExpectProblem(HttpStatusCode.Conflict, "ground.ended");
    }

    [Fact]
    public async Task A_guardian_speaks_on_the_page_for_themself_alone_and_while_the_confirmed_guardianship_runs()
    {
        var (child, sibling, dead) = (await Somebody("2019-01-01"), await Somebody("2019-01-01"), await Somebody("2019-01-01", died: "2025"));
        var (mother, guardianship) = await Confirmed(child);
        var (_, ofSibling) = await Confirmed(sibling);
        var stated = (await (await app.As("recorder")).Created($"{Path}/{sibling.Id()}/guardians", new { guardianId = mother.Id(), kind = "parent" })).Id();
        var account = await AccountOf(mother);
        var path = $"{Path}/{child.Id()}/grounds";
        foreach (var givers in (object[][])[With(ofSibling, own: false), With(stated, own: false), With(guardianship, own: true), Own, [new { by = "kin", relation = "parent" }]])
            await (await account.PostAsJsonAsync(path, Ground(OnThePage(givers)))).ExpectProblem(HttpStatusCode.Conflict, "consent.page-is-ones-own");
        await (await account.PostAsJsonAsync(path, Ground(Consent(With(guardianship, own: false))))).ExpectProblem(HttpStatusCode.Forbidden, "rights.not-in-this-body");
        await (await account.PostAsJsonAsync(path, new { kind = "published", source = Source, showsName = true, showsUnit = false, recordIds = Array.Empty<Guid>() }))
            .ExpectProblem(HttpStatusCode.Forbidden, "rights.not-in-this-body");
        await (await account.PostAsJsonAsync($"{Path}/{sibling.Id()}/grounds", Ground(OnThePage(With(stated, own: false))))).Expect(HttpStatusCode.NotFound);

        var (kin, ofDead) = await Confirmed(dead);
        foreach (var givers in (object[][])[With(ofDead, own: false), [new { by = "kin", relation = "parent" }]])
        {
            var refused = await (await AccountOf(kin)).PostAsJsonAsync($"{Path}/{dead.Id()}/grounds", Ground(OnThePage(givers)));
            Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        }

        await (await (await app.As("recorder")).PostAsJsonAsync($"{Path}/{child.Id()}/guardians/{guardianship}/ending", new { until = new { date = "2026-11-19" } })).Expect(HttpStatusCode.OK);
        await (await account.PostAsJsonAsync(path, Ground(OnThePage(With(guardianship, own: false))))).Expect(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_minor_is_shown_only_when_a_guardian_has_consented_and_from_eight_the_minor_too()
    {
        var (small, big) = (await Somebody("2019-01-01"), await Somebody("2010-01-01"));
        var (ofSmall, ofBig) = (await Guardian(small), await Guardian(big));
        await Refused(small, Ground(Consent(Own)), HttpStatusCode.Conflict, "consent.guardian-needed");
        await Refused(big, Ground(Consent(Own)), HttpStatusCode.Conflict, "consent.guardian-needed");
        await Refused(big, Ground(Consent(With(ofBig, own: false))), HttpStatusCode.Conflict, "consent.own-needed");
        await Refused(small, Ground(Consent(With(ofBig, own: false))), HttpStatusCode.Conflict, "consent.guardian-not-then");
        await Record(small, Ground(Consent(With(ofSmall, own: false))));
        await Record(big, Ground(Consent(With(ofBig, own: true))));
        Assert.NotNull(await Page(small));
        Assert.NotNull(await Page(big));
        var account = await AccountOf(big);
        await (await account.PostAsJsonAsync($"{Path}/{big.Id()}/grounds", Ground(Consent(Own, "2026-11-20", "page", proof: null)))).ExpectProblem(HttpStatusCode.Conflict, "consent.guardian-needed");
    }

    [Theory]
    [InlineData("2018-11-01", true)] // eight on the day
    [InlineData("2018-11-02", false)]
    [InlineData("2018", true)] // may have been eight
    public async Task The_eighth_birthday_gives_a_minor_a_say(string born, bool needed)
    {
        var child = await Somebody(born);
        var ground = Ground(Consent(With(await Guardian(child), own: false)));
        if (needed) await Refused(child, ground, HttpStatusCode.Conflict, "consent.own-needed");
        else await Record(child, ground);
    }

    [Fact]
    public async Task A_guardian_consents_only_while_the_guardianship_runs()
    {
        var child = await Somebody("2019-01-01");
        var former = await Guardian(child, "2019", "2025-08");
        await Refused(child, Ground(Consent(With(former, own: false))), HttpStatusCode.Conflict, "consent.guardian-not-then");
        await Record(child, Ground(Consent(With(former, own: false), "2025-08-31")));
    }

    [Fact]
    public async Task Where_the_birth_date_leaves_the_age_open_the_recorder_states_it_and_never_against_the_record()
    {
        var (unknown, adult) = (await Somebody(born: null), await Somebody("1990"));
        await Refused(unknown, Ground(Consent(Own)), HttpStatusCode.Conflict, "consent.age-needed");
        await Refused(unknown, Ground(Consent(Own, minor: true)), HttpStatusCode.Conflict, "consent.guardian-needed");
        await Refused(adult, Ground(Consent(Own, minor: true)), HttpStatusCode.Conflict, "consent.age-contradicts");
        var stated = await Record(unknown, Ground(Consent(Own, minor: false)));
        Assert.False(stated.GetProperty("consent").GetProperty("minor").GetBoolean());
        await Refused(unknown, Ground(Consent(With(await Guardian(unknown), own: false), minor: true)), HttpStatusCode.Conflict, "consent.own-needed");
    }

    [Fact]
    public async Task Near_kin_speak_for_the_dead_and_for_nobody_else()
    {
        object[] kin = [new { by = "kin", relation = "child" }];
        var (living, dead) = (await Somebody(), await Somebody("1930", died: "2020"));
        await Refused(living, Ground(Consent(kin)), HttpStatusCode.Conflict, "consent.not-dead");
        await Refused(dead, Ground(Consent(kin, "2019-12-31")), HttpStatusCode.Conflict, "consent.not-dead");
        await Refused(dead, Ground(Consent(Own, "2021-01-01")), HttpStatusCode.Conflict, "consent.person-dead");
        await Refused(dead, Ground(Consent([.. kin, .. Own])), HttpStatusCode.UnprocessableEntity, "consent.giver-unfit");
        await Refused(dead, Ground(Consent([new { by = "kin" }])), HttpStatusCode.UnprocessableEntity, "consent.giver-unfit");
        await Record(dead, Ground(Consent(kin)));
        await Record(dead, Ground(Consent(Own, "2018-06-01"))); // given in their lifetime
        Assert.DoesNotMatch("died|2020|1930", (await Page(dead))!.Value.GetRawText());
    }

    [Fact]
    public async Task A_death_does_not_come_before_the_birth() => await (await (await app.As("recorder"))
        .PostAsJsonAsync(Path, new { name = "某某某", born = new { date = "1990" }, died = new { date = "1989" } })).ExpectProblem(HttpStatusCode.UnprocessableEntity, "person.died-before-birth");

    [Fact]
    public async Task A_consent_says_to_what_when_and_how_it_was_given_and_what_proves_it()
    {
        var person = await Somebody();
        await Refused(person, Ground(Consent(Own, proof: null)), HttpStatusCode.UnprocessableEntity, "consent.proof-needed");
        await Refused(person, Ground(Consent(Own, "2026-11-21")), HttpStatusCode.UnprocessableEntity, "consent.in-future");
        await Refused(person, Ground(Consent([])), HttpStatusCode.UnprocessableEntity, "consent.giver-unfit");
        await Refused(person, Ground(Consent(Own, version: "7")), HttpStatusCode.UnprocessableEntity, "consent.text-unknown");
        await Refused(person, Ground(Consent(Own, proof: "联系13900000000取")), HttpStatusCode.UnprocessableEntity, "text.personal-number");
        await Refused(person, Ground(Consent(Own, file: Guid.CreateVersion7().ToString())), HttpStatusCode.UnprocessableEntity, "reference.not-found");
        await Record(person, Ground(Consent(Own, text: "队内同意书", version: "2025")));

        var recorder = await app.As("recorder");
        var file = (await (await recorder.PostAsync("/api/v1/files", Upload.Text("同意书扫描"))).Expect(HttpStatusCode.Created)).Id();
        var ground = await Record(person, Ground(Consent(Own, proof: null, file: file)));
        var stored = await (await AccountOf(person)).Read($"/api/v1/files/{file}");
        Assert.Equal(("ground", ground.Id()), (stored.GetProperty("ownerType").GetString(), stored.GetProperty("ownerId").GetString()));
        Assert.Equal(HttpStatusCode.NotFound, (await (await AccountOf(await Somebody())).GetAsync($"/api/v1/files/{file}")).StatusCode);
        await Refused(person, Ground(Consent(Own, proof: null, file: file)), HttpStatusCode.Conflict, "file.linked");
    }

    [Fact]
    public async Task Each_kind_of_ground_has_its_own_parts()
    {
        var person = await Somebody();
        await Refused(person, new { kind = "published", showsName = true, showsUnit = false, recordIds = Array.Empty<Guid>() }, HttpStatusCode.UnprocessableEntity, "ground.part-missing");
        await Refused(person, new { kind = "consent", showsName = true, showsUnit = false, recordIds = Array.Empty<Guid>() }, HttpStatusCode.UnprocessableEntity, "ground.part-missing");
        await Refused(person, new { kind = "notice", source = Source, showsName = true, showsUnit = false, recordIds = Array.Empty<Guid>() }, HttpStatusCode.UnprocessableEntity, "ground.part-missing");
        await Refused(person, new { kind = "published", source = Source, until = "2027-01-01", showsName = true, showsUnit = false, recordIds = Array.Empty<Guid>() }, HttpStatusCode.UnprocessableEntity, "ground.part-unfit");
        await Refused(person, new { kind = "published", source = Source, showsName = true, showsUnit = false, recordIds = Array.Empty<Guid>(), allOf = Awards }, HttpStatusCode.UnprocessableEntity, "ground.names-records");
        await Refused(person, new { kind = "published", source = Source, showsName = false, showsUnit = false, recordIds = Array.Empty<Guid>() }, HttpStatusCode.UnprocessableEntity, "ground.shows-nothing");
    }

    [Fact]
    public async Task A_notice_shows_what_it_prints_until_its_last_day()
    {
        await using var fresh = new HonorsApp();
        var recorder = await fresh.As("recorder");
        var person = await recorder.Created(Path, new { name = "公示人员" });
        await recorder.Created($"{Path}/{person.Id()}/grounds", new { kind = "notice", source = Source, until = "2026-11-21", showsName = true, showsUnit = false, recordIds = Array.Empty<Guid>() });
        var page = $"/api/v1/public/people/{person.GetProperty("number").GetString()}";
        fresh.Clock.Now = NodaTime.Instant.FromUtc(2026, 11, 21, 15, 59);
        await fresh.Anonymous().Read(page);
        fresh.Clock.Now = NodaTime.Instant.FromUtc(2026, 11, 21, 16, 0); // midnight in China
        Assert.Equal(HttpStatusCode.NotFound, (await fresh.Anonymous().GetAsync(page)).StatusCode);
    }

    [Fact]
    public async Task Nothing_printed_shows_a_child_under_fourteen()
    {
        var (child, lad) = (await Somebody("2012-11-21"), await Somebody("2012-11-20"));
        foreach (var kind in (string[])["published", "notice"])
        {
            var ground = new { kind, source = Source, until = kind is "notice" ? "2026-12-31" : null, showsName = true, showsUnit = false, recordIds = Array.Empty<Guid>() };
            await Refused(child, ground, HttpStatusCode.Conflict, "ground.child");
            await Record(lad, ground);
        }
    }

    [Fact]
    public async Task A_consent_to_all_awards_names_the_person_on_the_roll_until_it_is_withdrawn()
    {
        var person = await Somebody();
        var name = person.GetProperty("name").GetString()!;
        var office = await app.As("office");
        var consent = await Record(person, Ground(Consent(Own), allOf: ["award"]));
        var award = (await office.Created("/api/v1/awards", new
        {
            titleId = DemoId.Of("优秀队员"),
            divisionCode = 140431000000,
            personId = person.Id(),
            conferredOn = new { date = "2025" },
            source = Source,
        })).Id();
        await (await (await app.As("verifier")).PostAsync($"/api/v1/awards/{award}/confirmation", null)).Expect(HttpStatusCode.OK);
        Assert.Single((await Page(person))!.Value.GetProperty("awards").EnumerateArray());
        Assert.Single((await app.Anonymous().Read($"/api/v1/public/honor-roll?q={name}")).GetProperty("items").EnumerateArray());

        await (await (await AccountOf(person)).PostAsync($"{Path}/{person.Id()}/grounds/{consent.Id()}/ending", null)).Expect(HttpStatusCode.OK);
        Assert.Empty((await app.Anonymous().Read($"/api/v1/public/honor-roll?q={name}")).GetProperty("items").EnumerateArray());
        Assert.DoesNotContain(name, (await app.Anonymous().Read("/api/v1/public/honor-roll?limit=100")).GetRawText());
    }

    [Fact]
    public async Task The_shipped_texts_stand_in_both_languages()
    {
        var client = await app.As("person");
        var chinese = (await client.Read("/api/v1/consent-texts")).EnumerateArray().Select(Text).ToList();
        client.DefaultRequestHeaders.Add("Accept-Language", "en");
        var english = (await client.Read("/api/v1/consent-texts")).EnumerateArray().Select(Text).ToList();
        Assert.All(chinese, t => Assert.Contains("撤回", t));
        Assert.All(english, t => Assert.Contains("withdraw", t));
        Assert.Equal(chinese.Count, english.Count);

        static string Text(JsonElement text) => text.GetProperty("text").GetString()!;
    }
}
