using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Honors.Api.Demo;
using Honors.Domain.Accounts;
using Honors.Tests.Support;

namespace Honors.Tests.Awards;

public sealed class AwardChangesTests(HonorsApp app) : IClassFixture<HonorsApp>
{
    private const string Path = "/api/v1/awards";

    private static readonly object Source = new { title = "沁源县年鉴", publishedOn = new { date = "2025" } };

    private static object Body(string person, string year = "2024", string? number = null) => new
    {
        titleId = DemoId.Of("优秀队员"),
        divisionCode = 140431000000,
        personId = person,
        conferredOn = new { date = year },
        documentNumber = number,
        grantingBodyId = DemoData.RescueTeam,
        teamIds = new[] { DemoData.RescueTeam },
        source = Source,
    };

    private static object Revocation(Guid? body = null) => new
    {
        ground = "falseDeeds",
        bodyId = body ?? DemoData.RescueTeam,
        documentNumber = "蓝救撤〔2026〕9号",
        issuedOn = "2026-11-02",
        reason = "所报事迹不属实",
    };

    private static readonly object Paper = new { bodyId = DemoData.RescueTeam, documentNumber = "蓝救复〔2026〕9号", issuedOn = "2026-11-10", reason = "复核" };

    /// <summary>A confirmed award of a new person whom a newspaper printed with it.</summary>
    private async Task<(string Id, string Person, string Number)> Public(string name)
    {
        var office = await app.As("office");
        var person = await (await app.As("recorder")).Created("/api/v1/people", new { name });
        var id = (await office.Created(Path, Body(person.Id()))).Id();
        await (await (await app.As("verifier")).PostAsync($"{Path}/{id}/confirmation", null)).Expect(HttpStatusCode.OK);
        await office.Created($"/api/v1/people/{person.Id()}/grounds", new { kind = "published", source = Source, showsName = true, showsUnit = false, recordIds = new[] { id } });
        return (id, person.Id(), person.GetProperty("number").GetString()!);
    }

    private async Task<string> Propose(string client, string id, string act, object body) => (await (await app.As(client)).Created($"{Path}/{id}/{act}", body)).Id();

    private async Task<HttpResponseMessage> Confirm(string client, string id, string change) =>
        await (await app.As(client)).PostAsync($"{Path}/{id}/changes/{change}/confirmation", null);

    private async Task Do(string client, string second, string id, string act, object body) =>
        await (await Confirm(second, id, await Propose(client, id, act, body))).Expect(HttpStatusCode.OK);

    private async Task<string> Status(string id) => (await (await app.As("office")).Read($"{Path}/{id}")).GetProperty("status").GetString()!;

    private async Task<int> OnRoll(string name) =>
        (await app.Anonymous().Read($"/api/v1/public/honor-roll?q={name}")).GetProperty("items").GetArrayLength();

    private async Task<List<JsonElement>> OnPage(string number) =>
        [.. (await app.Anonymous().Read($"/api/v1/public/people/{number}")).GetProperty("awards").EnumerateArray()];

    private async Task<string> InRecord(string path, string id) =>
        (await (await app.As("office")).Read(path)).GetProperty("awards").GetProperty("items").EnumerateArray().Single(a => a.Id() == id).GetProperty("status").GetString()!;

    [Fact]
    public async Task A_correction_waits_for_a_second_person_then_shows_everywhere_and_keeps_what_was_said_before()
    {
        var (id, person, number) = await Public("甘更正");
        var change = await Propose("office", id, "correction", new { reason = "年度写错", award = Body(person, "2023", "蓝救〔2023〕1号") });
        Assert.Equal("2024", (await OnPage(number)).Single().GetProperty("conferredOn").GetProperty("date").GetString());
        await (await Confirm("office", id, change)).ExpectProblem(HttpStatusCode.Conflict, "award.own-change");

        await (await Confirm("verifier", id, change)).Expect(HttpStatusCode.OK);

        Assert.Equal("2023", (await OnPage(number)).Single().GetProperty("conferredOn").GetProperty("date").GetString());
        var honour = (await app.Anonymous().Read("/api/v1/public/honor-roll?q=甘更正")).GetProperty("items")[0];
        Assert.Equal("2023年", honour.GetProperty("year").GetString());
        var record = (await (await app.As("office")).Read($"/api/v1/people/{person}/record")).GetProperty("awards").GetProperty("items")[0];
        Assert.Equal("蓝救〔2023〕1号", record.GetProperty("documentNumber").GetString());
        var kept = (await (await app.As("office")).Read($"{Path}/{id}/changes")).GetProperty("items")[0];
        Assert.Equal("2024", kept.GetProperty("before").GetProperty("conferredOn").GetProperty("date").GetString());
        Assert.Equal("2023", kept.GetProperty("facts").GetProperty("conferredOn").GetProperty("date").GetString());
    }

    [Fact]
    public async Task A_voided_award_is_nowhere_public_and_cannot_come_back()
    {
        var (id, person, number) = await Public("甘作废");
        Assert.Equal((1, 1), (await OnRoll("甘作废"), (await OnPage(number)).Count));

        await Do("office", "verifier", id, "voidance", new { reason = "录错了人" });

        Assert.Equal("voided", await Status(id));
        Assert.Equal((0, 0), (await OnRoll("甘作废"), (await OnPage(number)).Count));
        Assert.Equal("voided", await InRecord($"/api/v1/people/{person}/record", id));
        Assert.Equal("voided", await InRecord($"/api/v1/teams/{DemoData.RescueTeam}/record", id));
        var office = await app.As("office");
        await (await office.PostAsJsonAsync($"{Path}/{id}/reinstatement", Paper)).ExpectProblem(HttpStatusCode.Conflict, "award.not-revoked");
        await (await office.PostAsJsonAsync($"{Path}/{id}/voidance", new { reason = "再次" })).ExpectProblem(HttpStatusCode.Conflict, "award.not-in-force");
    }

    [Fact]
    public async Task A_revoked_award_leaves_roll_and_page_at_once_is_announced_without_the_person_and_may_be_reinstated()
    {
        var (id, person, number) = await Public("甘撤销");
        var change = await Propose("office", id, "revocation", Revocation());
        Assert.Equal(1, await OnRoll("甘撤销"));
        await (await Confirm("verifier", id, change)).ExpectProblem(HttpStatusCode.Forbidden, "rights.not-in-this-body");
        await (await Confirm("office2", id, change)).Expect(HttpStatusCode.OK);

        Assert.Equal((0, 0), (await OnRoll("甘撤销"), (await OnPage(number)).Count));
        Assert.Equal("revoked", await InRecord($"/api/v1/people/{person}/record", id));
        var announced = await app.Anonymous().Read("/api/v1/public/revocations");
        var row = announced.GetProperty("items").EnumerateArray().Single(r => r.GetProperty("documentNumber").GetString() is "蓝救撤〔2026〕9号");
        Assert.Equal(("姓名未公开", "事迹虚假", "沁源县蓝天救援队"), (
            row.GetProperty("recipient").GetString(), row.GetProperty("groundText").GetString(), row.GetProperty("revokedBy").GetString()));
        Assert.DoesNotContain("甘撤销", announced.GetRawText());

        await Do("office", "office2", id, "reinstatement", Paper);
        Assert.Equal((1, 1), (await OnRoll("甘撤销"), (await OnPage(number)).Count));
        Assert.DoesNotContain("蓝救撤〔2026〕9号", (await app.Anonymous().Read("/api/v1/public/revocations")).GetRawText());
    }

    [Fact]
    public async Task A_revocation_is_announced_for_its_term_and_no_longer()
    {
        await using var own = new HonorsApp { Settings = { ["Awards:RevocationAnnouncedMonths"] = "3" } };
        var (office, verifier) = (await own.As("office"), await own.As("verifier"));
        var person = await (await own.As("recorder")).Created("/api/v1/people", new { name = "甘公告" });
        var id = (await office.Created(Path, Body(person.Id()))).Id();
        await (await verifier.PostAsync($"{Path}/{id}/confirmation", null)).Expect(HttpStatusCode.OK);
        var change = (await office.Created($"{Path}/{id}/revocation", Revocation())).Id();
        var confirmed = await (await (await own.As("office2")).PostAsync($"{Path}/{id}/changes/{change}/confirmation", null)).Expect(HttpStatusCode.OK);
        Assert.Equal("2027-02-20", confirmed.GetProperty("announcedUntil").GetString());
        foreach (var (day, isTold) in ((NodaTime.Instant, bool)[])[
            (own.Clock.Now, true), (NodaTime.Instant.FromUtc(2027, 2, 20, 15, 59), true), (NodaTime.Instant.FromUtc(2027, 2, 20, 16, 0), false)])
        {
            own.Clock.Now = day;
            Assert.Equal(isTold, (await own.Anonymous().Read("/api/v1/public/revocations?limit=100")).GetRawText().Contains("蓝救撤〔2026〕9号", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Only_the_granting_body_revokes_by_a_paper_of_today_or_before()
    {
        var (id, _, _) = await Public("甘机关");
        var office = await app.As("office");
        await (await office.PostAsJsonAsync($"{Path}/{id}/revocation", Revocation(DemoData.CountyOffice))).ExpectProblem(HttpStatusCode.Conflict, "award.not-the-granting-body");
        var tomorrow = new { ground = "crime", bodyId = DemoData.RescueTeam, documentNumber = "1", issuedOn = "2026-11-21", reason = "判决" };
        await (await office.PostAsJsonAsync($"{Path}/{id}/revocation", tomorrow)).ExpectProblem(HttpStatusCode.UnprocessableEntity, "award.paper-in-future");
        var elsewhere = await app.As(null, DemoData.NeighbourOffice, Right.Decide);
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.PostAsJsonAsync($"{Path}/{id}/revocation", Revocation())).StatusCode);
        await (await (await app.As("recorder")).PostAsJsonAsync($"{Path}/{id}/revocation", Revocation())).ExpectProblem(HttpStatusCode.Forbidden, "http.403");
    }

    [Fact]
    public async Task One_change_waits_at_a_time_and_a_rejected_one_changes_nothing()
    {
        var (id, person, _) = await Public("甘驳回");
        var change = await Propose("office", id, "voidance", new { reason = "重复" });
        await (await (await app.As("office")).PostAsJsonAsync($"{Path}/{id}/correction", new { reason = "年度", award = Body(person, "2020") }))
            .ExpectProblem(HttpStatusCode.Conflict, "award.change-pending");
        await (await (await app.As("verifier")).PostAsJsonAsync($"{Path}/{id}/changes/{change}/rejection", new { reason = "并非重复" })).Expect(HttpStatusCode.OK);
        await (await Confirm("verifier", id, change)).ExpectProblem(HttpStatusCode.Conflict, "award.change-settled");
        Assert.Equal("confirmed", await Status(id));
        await Propose("office", id, "correction", new { reason = "年度", award = Body(person, "2020") });
    }

    [Fact]
    public async Task Neither_the_honoured_person_nor_whom_a_correction_would_honour_confirms_it()
    {
        var (id, person, _) = await Public("甘本人");
        var other = (await (await app.As("recorder")).Created("/api/v1/people", new { name = "甘他人" })).Id();
        var change = await Propose("office", id, "correction", new { reason = "人写错", award = Body(other) });
        foreach (var one in (string[])[person, other])
        {
            var client = await app.As(Guid.Parse(one), DemoData.CountyOffice, Right.Verify);
            await (await client.PostAsync($"{Path}/{id}/changes/{change}/confirmation", null)).ExpectProblem(HttpStatusCode.Conflict, "award.own-award");
        }
    }

    [Fact]
    public async Task A_draft_is_deleted_by_its_author_unless_something_names_it()
    {
        var person = (await (await app.As("recorder")).Created("/api/v1/people", new { name = "甘草稿" })).Id();
        var office = await app.As("office");
        var draft = (await office.Created(Path, Body(person))).Id();
        await (await (await app.As("office2")).DeleteAsync($"{Path}/{draft}")).ExpectProblem(HttpStatusCode.Conflict, "draft.not-yours");
        await (await office.DeleteAsync($"{Path}/{draft}")).Expect(HttpStatusCode.NoContent);
        Assert.Equal(HttpStatusCode.NotFound, (await office.GetAsync($"{Path}/{draft}")).StatusCode);

        var named = (await office.Created(Path, Body(person))).Id();
        await Propose("office", named, "voidance", new { reason = "重复" });
        await (await office.DeleteAsync($"{Path}/{named}")).ExpectProblem(HttpStatusCode.Conflict, "draft.linked");
        var (confirmed, _, _) = await Public("甘确认");
        await (await office.DeleteAsync($"{Path}/{confirmed}")).ExpectProblem(HttpStatusCode.Conflict, "draft.kept");
    }
}
