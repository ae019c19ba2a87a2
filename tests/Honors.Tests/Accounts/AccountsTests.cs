using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Honors.Api.Demo;
using Honors.Domain.Accounts;
using Honors.Tests.Support;

namespace Honors.Tests.Accounts;

public sealed class AccountsTests(HonorsApp app) : IClassFixture<HonorsApp>
{
    private const string Path = "/api/v1/accounts", Hours = "/api/v1/service-hours", Password = "一句自己的密码 123";

    private Task<HttpClient> Administrator() => app.As("administrator");

    private async Task<JsonElement> Opened(string name = "某某值班") =>
        await (await Administrator()).Created(Path, new { name, organizationId = DemoData.CountyOffice, personName = "某某某" });

    private async Task<Browser> TakenBy(JsonElement opened, string login)
    {
        var browser = new Browser(app);
        await (await browser.Submit("/account/setup", new { Code = Code(opened), Name = login, Password, Repeated = Password })).ExpectPage(HttpStatusCode.OK);
        return browser;
    }

    private static string Code(JsonElement opened) => opened.GetProperty("setup").GetProperty("code").GetString()!;

    private async Task<JsonElement> Granted(string account, Right right, Guid body) =>
        await (await Administrator()).Created($"{Path}/{account}/grants", new { right = right.ToString().ToLowerInvariant(), organizationId = body });

    [Fact]
    public async Task An_administrator_opens_an_account_and_its_human_takes_it_with_a_code_that_works_once()
    {
        var opened = await Opened();
        Assert.Matches("^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$", Code(opened));
        var browser = await TakenBy(opened, "take-once");

        await (await new Browser(app).Submit("/account/setup", new { Code = Code(opened), Name = "thief", Password, Repeated = Password })).ExpectPage(HttpStatusCode.BadRequest);
        Assert.Equal(opened.Id(), (await (await browser.Api()).Read("/api/v1/me")).GetProperty("accountId").GetString());
        await new Browser(app).SignedIn("take-once", Password);
    }

    [Fact]
    public async Task A_grant_works_from_the_next_request_and_ends_with_the_next()
    {
        var opened = await Opened();
        var api = await (await TakenBy(opened, "granted")).Api();
        await (await api.PostAsJsonAsync("/api/v1/people", new { name = "苏见山" })).ExpectProblem(HttpStatusCode.Forbidden, "http.403");

        var grant = await Granted(opened.Id(), Right.Record, DemoData.RescueTeam);
        await api.Created("/api/v1/people", new { name = "苏见山" });

        await (await (await Administrator()).PostAsync($"{Path}/{opened.Id()}/grants/{grant.Id()}/ending", null)).Expect(HttpStatusCode.OK);
        await (await api.PostAsJsonAsync("/api/v1/people", new { name = "苏见山" })).ExpectProblem(HttpStatusCode.Forbidden, "http.403");
        await (await (await Administrator()).PostAsync($"{Path}/{opened.Id()}/grants/{grant.Id()}/ending", null)).ExpectProblem(HttpStatusCode.Conflict, "grant.ended");
    }

    [Fact]
    public async Task A_grant_for_a_time_begins_and_ends_by_the_clock()
    {
        await using var own = new HonorsApp();
        var administrator = await own.As("administrator");
        var (from, until) = (own.Clock.Now.Plus(NodaTime.Duration.FromHours(1)), own.Clock.Now.Plus(NodaTime.Duration.FromHours(2)));
        await administrator.Created(
            $"{Path}/{DemoId.Of("person")}/grants", new { right = "record", organizationId = DemoData.RescueTeam, from = from.ToString(), until = until.ToString() });
        await (await administrator.PostAsJsonAsync(
            $"{Path}/{DemoId.Of("person")}/grants", new { right = "audit", organizationId = DemoData.RescueTeam, from = until.ToString(), until = from.ToString() }))
            .ExpectProblem(HttpStatusCode.UnprocessableEntity, "grant.period");

        var person = await own.As("person");
        await Holds(0);
        own.Clock.Now = from;
        await Holds(1);
        own.Clock.Now = until;
        await Holds(0);

        async Task Holds(int rights) => Assert.Equal(rights, (await person.Read("/api/v1/me")).GetProperty("rights").GetArrayLength());
    }

    [Fact]
    public async Task The_same_right_is_not_given_twice()
    {
        var opened = await Opened();
        await Granted(opened.Id(), Right.Audit, DemoData.RescueTeam);
        await (await (await Administrator()).PostAsJsonAsync($"{Path}/{opened.Id()}/grants", new { right = "audit", organizationId = DemoData.RescueTeam }))
            .ExpectProblem(HttpStatusCode.Conflict, "grant.running");
    }

    [Fact]
    public async Task A_suspended_account_is_dead_at_the_next_request_and_gets_no_new_token()
    {
        var opened = await Opened();
        var browser = await TakenBy(opened, "suspended");
        var tokens = await browser.Tokens();
        var api = app.WithToken(tokens.GetProperty("access_token").GetString()!);
        await api.Read("/api/v1/me");

        await (await (await Administrator()).PostAsJsonAsync($"{Path}/{opened.Id()}/suspension", new { reason = "离职" })).Expect(HttpStatusCode.OK);
        await (await api.GetAsync("/api/v1/me")).Expect(HttpStatusCode.Unauthorized);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.Get("/account")).StatusCode);
        await (await browser.Exchange(new { grant_type = "refresh_token", client_id = "swagger", refresh_token = tokens.GetProperty("refresh_token").GetString() }))
            .Expect(HttpStatusCode.BadRequest);

        await (await (await Administrator()).PostAsync($"{Path}/{opened.Id()}/resumption", null)).Expect(HttpStatusCode.OK);
        await api.Read("/api/v1/me");
    }

    [Fact]
    public async Task A_new_code_ends_every_session_and_replaces_password_and_second_factor()
    {
        var opened = await Opened();
        var browser = await TakenBy(opened, "forgetful");
        var code = (await (await (await Administrator()).PostAsync($"{Path}/{opened.Id()}/setup-code", null)).Expect(HttpStatusCode.OK)).GetProperty("code").GetString();
        await browser.Read("/account");

        const string Next = "又一句自己的密码";
        await (await new Browser(app).Submit("/account/setup", new { Code = code!.ToLowerInvariant().Replace("-", " "), Password = Next, Repeated = Next })).ExpectPage(HttpStatusCode.OK);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.Get("/account")).StatusCode);
        await (await new Browser(app).SignIn("forgetful", Password)).ExpectPage(HttpStatusCode.Unauthorized);
        await new Browser(app).SignedIn("forgetful", Next);
    }

    [Fact]
    public async Task A_code_dies_with_a_newer_one_and_after_a_week()
    {
        await using var own = new HonorsApp();
        var administrator = await own.As("administrator");
        var opened = await administrator.Created(Path, new { name = "某某", organizationId = DemoData.CountyOffice, personName = "某某某" });
        var newer = (await (await administrator.PostAsync($"{Path}/{opened.Id()}/setup-code", null)).Expect(HttpStatusCode.OK)).GetProperty("code").GetString();
        await Refused(Code(opened));
        own.Clock.Now += NodaTime.Duration.FromDays(7);
        await Refused(newer!);

        async Task Refused(string code) =>
            await (await new Browser(own).Submit("/account/setup", new { Code = code, Name = "late", Password, Repeated = Password })).ExpectPage(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_login_name_is_taken_once()
    {
        await (await new Browser(app).Submit("/account/setup", new { Code = Code(await Opened()), Name = "OFFICE", Password, Repeated = Password })).ExpectPage(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_body_that_knows_a_person_gives_them_an_account_that_sees_their_own_record_alone()
    {
        var recorder = await app.As("recorder");
        var person = (await recorder.Created("/api/v1/people", new { name = "苏见山" })).Id();
        var hours = (await recorder.Created(Hours, new
        {
            personId = person,
            activity = "巡河",
            category = "emergencyRescue",
            organizerId = DemoData.RescueTeam,
            provenance = "recorded",
            servedOn = "2026-08-01",
            minutes = 60,
        })).Id();
        var opened = await (await recorder.PostAsync($"/api/v1/people/{person}/account", null)).Expect(HttpStatusCode.Created);
        var again = await (await recorder.PostAsync($"/api/v1/people/{person}/account", null)).Expect(HttpStatusCode.Created);
        Assert.Equal(opened.Id(), again.Id());

        var api = await (await TakenBy(again, "su-jianshan")).Api();
        Assert.Equal([hours], (await api.Read(Hours)).GetProperty("items").EnumerateArray().Select(h => h.Id()));
        Assert.Equal([person], (await api.Read("/api/v1/people")).GetProperty("items").EnumerateArray().Select(p => p.Id()));
        await (await recorder.PostAsync($"/api/v1/people/{person}/account", null)).ExpectProblem(HttpStatusCode.Conflict, "account.person-has-one");
        await (await (await app.As(null, DemoData.EpidemicTeam, Right.Record)).PostAsync($"/api/v1/people/{person}/account", null)).ExpectProblem(HttpStatusCode.NotFound, "http.404");
    }

    [Fact]
    public async Task Nobody_manages_their_own_account_nor_another_of_their_own()
    {
        var administrator = await Administrator();
        var own = DemoId.Of("administrator").ToString();
        var second = await app.As(DemoId.Of("管正初"), DemoData.CountyOffice, Right.Administer);
        foreach (var client in (HttpClient[])[administrator, second])
        {
            await (await client.PostAsJsonAsync($"{Path}/{own}/grants", new { right = "record", organizationId = DemoData.CountyOffice })).ExpectProblem(HttpStatusCode.Conflict, "account.own");
            await (await client.PostAsJsonAsync($"{Path}/{own}/suspension", new { reason = "x" })).ExpectProblem(HttpStatusCode.Conflict, "account.own");
            await (await client.PostAsync($"{Path}/{own}/setup-code", null)).ExpectProblem(HttpStatusCode.Conflict, "account.own");
        }
    }

    [Fact]
    public async Task An_administrator_gives_no_right_outside_his_own_division()
    {
        var administrator = await Administrator();
        foreach (var body in (Guid[])[DemoData.NeighbourOffice, DemoData.CityOffice])
            await (await administrator.PostAsJsonAsync($"{Path}/{DemoId.Of("recorder")}/grants", new { right = "record", organizationId = body }))
                .ExpectProblem(HttpStatusCode.Forbidden, "rights.not-in-this-body");
        var elsewhere = await app.As(null, DemoData.NeighbourOffice, Right.Administer);
        await (await elsewhere.GetAsync($"{Path}/{DemoId.Of("recorder")}")).ExpectProblem(HttpStatusCode.NotFound, "http.404");
        await (await elsewhere.PostAsJsonAsync($"{Path}/{DemoId.Of("recorder")}/grants", new { right = "record", organizationId = DemoData.NeighbourOffice }))
            .ExpectProblem(HttpStatusCode.NotFound, "http.404");
        Assert.DoesNotContain("recorder", (await elsewhere.Read(Path)).GetRawText());
    }

    [Fact]
    public async Task Another_office_of_the_county_manages_none_of_the_first_ones_accounts()
    {
        var office = await app.As("office");
        var other = (await office.Created("/api/v1/organizations", new { name = "沁源县教育局", kind = "office", divisionCode = 140431000000 })).Id();
        var administrator = await app.As(null, Guid.Parse(other), Right.Administer);
        await (await administrator.PostAsJsonAsync($"{Path}/{DemoId.Of("auditor")}/grants", new { right = "record", organizationId = DemoData.CountyOffice }))
            .ExpectProblem(HttpStatusCode.Forbidden, "rights.not-in-this-body");
        await (await administrator.PostAsJsonAsync($"{Path}/{DemoId.Of("auditor")}/suspension", new { reason = "x" })).ExpectProblem(HttpStatusCode.Forbidden, "rights.not-in-this-body");
    }

    [Fact]
    public async Task Managing_accounts_shows_no_personal_record()
    {
        var administrator = await Administrator();
        foreach (var path in (string[])["people", "service-hours", "deployments", "deeds", "awards", "village-assignments"])
            Assert.All((await administrator.Read($"/api/v1/{path}")).GetProperty("items").EnumerateArray(), i => Assert.Equal(DemoId.Of("管正初").ToString(), i.Id()));
    }

    [Fact]
    public async Task A_program_logs_and_reads_and_verifies_nothing()
    {
        var administrator = await Administrator();
        var client = await administrator.Created("/api/v1/service-clients", new { name = "出队系统", organizationId = DemoData.CountyOffice, responsibleId = DemoId.Of("verifier") });
        foreach (var right in (string[])["verify", "confirm", "nominate", "decide", "administer"])
            await (await administrator.PostAsJsonAsync($"{Path}/{client.Id()}/grants", new { right, organizationId = DemoData.RescueTeam })).ExpectProblem(HttpStatusCode.UnprocessableEntity, "grant.program-right");
        await administrator.Created($"{Path}/{client.Id()}/grants", new { right = "record", organizationId = DemoData.RescueTeam });

        var program = await Program(client);
        var person = (await program.Created("/api/v1/people", new { name = "苏见山" })).Id();
        var hours = await program.Created(Hours, new
        {
            personId = person,
            activity = "巡河",
            category = "emergencyRescue",
            organizerId = DemoData.RescueTeam,
            provenance = "recorded",
            servedOn = "2026-08-02",
            minutes = 60,
        });
        await (await program.PostAsync($"{Hours}/{hours.Id()}/verification", null)).ExpectProblem(HttpStatusCode.Forbidden, "http.403");

        // Who answers for the program is no second pair of eyes for what it logged.
        await (await (await app.As("verifier")).PostAsync($"{Hours}/{hours.Id()}/verification", null)).ExpectProblem(HttpStatusCode.Conflict, "service-hours.own-record");
        await (await (await app.As("office")).PostAsync($"{Hours}/{hours.Id()}/verification", null)).Expect(HttpStatusCode.OK);
        Assert.DoesNotContain("郑核真", (await program.Read("/api/v1/people")).GetRawText()); // nor are that person's records its own
    }

    [Fact]
    public async Task A_new_secret_replaces_the_old_and_suspension_stops_the_program()
    {
        var administrator = await Administrator();
        var client = await administrator.Created("/api/v1/service-clients", new { name = "出队系统", organizationId = DemoData.CountyOffice, responsibleId = DemoId.Of("recorder") });
        var api = await Program(client);
        var renewed = await (await administrator.PostAsync($"/api/v1/service-clients/{client.Id()}/secret", null)).Expect(HttpStatusCode.OK);
        await (await Token(client)).Expect(HttpStatusCode.Unauthorized);
        await Program(renewed);

        await (await administrator.PostAsJsonAsync($"{Path}/{client.Id()}/suspension", new { reason = "停用" })).Expect(HttpStatusCode.OK);
        await (await api.GetAsync("/api/v1/me")).Expect(HttpStatusCode.Unauthorized);
        await (await Token(renewed)).Expect(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_program_is_answered_for_by_a_person()
    {
        var administrator = await Administrator();
        await (await administrator.PostAsJsonAsync("/api/v1/service-clients", new { name = "x", organizationId = DemoData.CountyOffice, responsibleId = DemoId.Of("demo-program") }))
            .ExpectProblem(HttpStatusCode.UnprocessableEntity, "account.responsible");
        await (await administrator.PostAsJsonAsync("/api/v1/service-clients", new { name = "x", organizationId = DemoData.CountyOffice, responsibleId = Guid.NewGuid() }))
            .ExpectProblem(HttpStatusCode.UnprocessableEntity, "reference.not-found");
    }

    [Fact]
    public async Task One_human_with_two_accounts_is_one_pair_of_eyes()
    {
        var human = DemoId.Of("林予安");
        var (recorder, verifier) = (await app.As(human, DemoData.RescueTeam, Right.Record), await app.As(human, DemoData.CountyOffice, Right.Verify));
        var other = (await recorder.Created("/api/v1/people", new { name = "苏见山" })).Id();
        var logged = await Log(other, "2026-08-03");
        var own = await Log(human.ToString(), "2026-08-04");
        await (await verifier.PostAsync($"{Hours}/{logged}/verification", null)).ExpectProblem(HttpStatusCode.Conflict, "service-hours.own-record");
        await (await verifier.PostAsync($"{Hours}/{own}/verification", null)).ExpectProblem(HttpStatusCode.Conflict, "service-hours.own-record");

        var byAnother = (await (await app.As("recorder")).Created(Hours, Body(human.ToString(), "2026-08-05"))).Id();
        await (await verifier.PostAsync($"{Hours}/{byAnother}/verification", null)).ExpectProblem(HttpStatusCode.Conflict, "service-hours.own-hours");

        async Task<string> Log(string person, string day) => (await recorder.Created(Hours, Body(person, day))).Id();
        static object Body(string person, string day) => new
        {
            personId = person,
            activity = "巡河",
            category = "emergencyRescue",
            organizerId = DemoData.RescueTeam,
            provenance = "recorded",
            servedOn = day,
            minutes = 60,
        };
    }

    private async Task<HttpResponseMessage> Token(JsonElement client) => await new Browser(app).Exchange(new
    {
        grant_type = "client_credentials",
        client_id = client.GetProperty("clientId").GetString(),
        client_secret = client.GetProperty("clientSecret").GetString(),
    });

    private async Task<HttpClient> Program(JsonElement client) =>
        app.WithToken((await (await Token(client)).Expect(HttpStatusCode.OK)).GetProperty("access_token").GetString()!);
}
