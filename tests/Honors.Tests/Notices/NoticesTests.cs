using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Honors.Api.Demo;
using Honors.Domain.Accounts;
using Honors.Tests.Support;

namespace Honors.Tests.Notices;

public sealed class NoticesTests(NoticeScene app) : IClassFixture<NoticeScene>
{
    private static readonly object FiveDays = new { from = "2024-04-08", until = "2024-04-12" };

    private static JsonObject Facts(object? period = null)
    {
        var facts = NoticeScene.Facts();
        if (period is not null) facts["period"] = JsonSerializer.SerializeToNode(period);
        return facts;
    }

    private static IEnumerable<string?> Missing(JsonElement problem) => problem.GetProperty("facts").GetProperty("missing").EnumerateArray().Select(n => n.GetString());

    private static string? Stage(JsonElement opened) => opened.GetProperty("stage").GetString();

    private async Task<JsonElement> Case(string id) => await (await app.As("office")).Read($"{NoticeScene.Nominations}/{id}/case");

    [Fact]
    public async Task A_case_that_is_not_ready_does_not_enter_a_notice_and_the_refusal_names_all_that_is_missing()
    {
        var draft = (await app.Draft()).Id();
        var opened = await app.Case(await app.Person("曾广善"));
        var entry = new { caseId = opened, name = "曾广善", deed = "照料孤寡老人" };
        var problem = await app.Refused("notice.entry-not-ready", draft, "entries", entry);
        Assert.Equal(["approval"], Missing(problem));
        Assert.Contains("审核通过的结论", problem.GetProperty("title").GetString()!, StringComparison.Ordinal);

        var child = await app.Approved(await app.Person("解小满", born: "2010"));
        Assert.Equal(["guardianConsent"], Missing(await app.Refused("notice.entry-not-ready", draft, "entries", new { caseId = child, name = "解小满", deed = "照料孤寡老人" })));
        var withGuardian = await app.Approved(await app.Person("解小满", born: "2010"), "guardian");
        await app.Added(draft, withGuardian, "解小满");
        await app.Refused("notice.entry-twice", draft, "entries", new { caseId = withGuardian, name = "解小满", deed = "照料孤寡老人" });
        await app.Refused("notice.other-title", draft, "entries", new { caseId = await app.Case(await app.Person("曾广善"), NoticeScene.RoleModel), name = "曾广善", deed = "照料孤寡老人" });
        await app.Refused("reference.not-found", draft, "entries", new { caseId = Guid.NewGuid(), name = "曾广善", deed = "照料孤寡老人" }, status: HttpStatusCode.UnprocessableEntity);
        await app.Refused(
            "text.personal-number", draft, "entries", new { caseId = opened, name = "曾广善", deed = "电话13812345678" }, status: HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task One_drafts_and_another_publishes_who_neither_nominated_nor_is_nominated()
    {
        var empty = await app.Draft(Facts(FiveDays));
        await app.Refused("notice.empty", empty.Id(), "publication", null, "office2");

        var nominee = Guid.Parse(await app.Person("单行义"));
        var opened = await app.Approved(nominee.ToString());
        var draft = await app.Added(empty.Id(), opened, "单行义");
        await app.Refused("notice.own-draft", draft.Id(), "publication", null);
        await app.Refused("http.403", draft.Id(), "publication", null, "verifier", HttpStatusCode.Forbidden);
        await (await (await app.As(nominee, DemoData.CountyOffice, Right.Decide)).PostAsync($"{NoticeScene.Notices}/{draft.Id()}/publication", null))
            .ExpectProblem(HttpStatusCode.Conflict, "nomination.own-case");
        await (await (await app.As(null, DemoData.CityOffice, Right.Decide)).PostAsync($"{NoticeScene.Notices}/{draft.Id()}/publication", null))
            .ExpectProblem(HttpStatusCode.NotFound, "http.404");

        Assert.Equal("ready", Stage(await Case(opened)));
        var stale = new HttpRequestMessage(HttpMethod.Post, $"{NoticeScene.Notices}/{draft.Id()}/publication");
        stale.Headers.IfMatch.Add(new EntityTagHeaderValue("\"1.f\""));
        await (await (await app.As("office2")).SendAsync(stale)).ExpectProblem(HttpStatusCode.PreconditionFailed, "if-match.stale");
        await app.Done(draft.Id(), "publication", null, "office2");
        Assert.Equal("onNotice", Stage(await Case(opened)));
        await app.Refused("notice.not-draft", draft.Id(), "publication", null, "office2");
        await app.Refused("notice.not-draft", draft.Id(), "entries", new { caseId = opened, name = "单行义", deed = "照料孤寡老人" });
        await (await (await app.As("office")).Put($"{NoticeScene.Notices}/{draft.Id()}", Facts(), "\"3.f\"")).ExpectProblem(HttpStatusCode.Conflict, "notice.not-draft");
        var late = await app.Draft(Facts(new { from = "2024-04-02", until = "2024-04-09" }), "仇为民");
        await app.Refused("notice.begins-before-publication", late.Id(), "publication", null, "office2");
    }

    [Fact]
    public async Task Whoever_added_an_entry_does_not_publish_and_an_office_of_two_may_take_it_up_again()
    {
        var draft = await app.Draft(Facts(FiveDays));
        var opened = await app.Approved(await app.Person("仇为民"));
        var body = new { caseId = opened, name = "仇为民", deed = "照料孤寡老人" };
        var entry = (await app.Done(draft.Id(), "entries", body, "office2")).GetProperty("entries")[0].Id();
        await app.Refused("notice.own-draft", draft.Id(), "publication", null, "office2");
        await app.Refused("notice.own-draft", draft.Id(), "publication", null);
        Assert.Empty((await app.Done(draft.Id(), $"entries/{entry}/removal", new { reason = "由起草人重新列入" }, "office2")).GetProperty("entries").EnumerateArray());
        await app.Done(draft.Id(), "entries", body);
        await app.Done(draft.Id(), "publication", null, "office2");
    }

    [Theory]
    [InlineData("notice.no-channel", "channels", "[]")]
    [InlineData("notice.channel-without-contact", "channels", "[\"email\",\"fax\"]")]
    [InlineData("notice.grace-without-postmark", "letterDay", "\"arrival\"")]
    [InlineData("notice.hours-out-of-order", "hours", "[{\"from\":\"13:00:00\",\"to\":\"12:00:00\"}]")]
    public async Task An_acceptance_that_cannot_work_is_refused(string code, string member, string value)
    {
        var facts = Facts();
        facts["acceptance"]![member] = JsonNode.Parse(value);
        var problem = await (await (await app.As("office")).PostAsJsonAsync(NoticeScene.Notices, facts)).ExpectProblem(HttpStatusCode.UnprocessableEntity, code);
        if (member is "channels" && value is not "[]") Assert.Contains("电子邮件、传真", problem.GetProperty("title").GetString()!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_title_without_a_clock_of_notice_asks_for_the_period()
    {
        var facts = Facts();
        facts["titleId"] = DemoId.Of("优秀队员").ToString();
        facts.Remove("period");
        var team = await app.As(null, DemoData.RescueTeam, Right.Decide);
        await (await team.PostAsJsonAsync(NoticeScene.Notices, facts)).ExpectProblem(HttpStatusCode.UnprocessableEntity, "notice.no-period");
        await (await (await app.As("office")).PostAsJsonAsync(NoticeScene.Notices, facts)).ExpectProblem(HttpStatusCode.Forbidden, "rights.not-in-this-body");
    }

    [Fact]
    public async Task A_changed_entry_begins_anew_and_ends_later_than_its_list_and_a_slip_that_a_second_person_marks_does_not()
    {
        await using var own = new NoticeScene();
        var notice = await own.Published(NoticeScene.Facts(), "曾广善", "单行义", "解明义");
        var (first, second, third) = (NoticeScene.Entry(notice, "曾广善"), NoticeScene.Entry(notice, "单行义"), NoticeScene.Entry(notice, "解明义"));
        own.GoTo(2024, 4, 7);
        await own.Refused("notice.entry-unchanged", notice.Id(), $"entries/{first}/change", NoticeScene.Change("曾广善", "照料孤寡老人"));
        var changed = await own.Done(notice.Id(), $"entries/{first}/change", NoticeScene.Change("曾广善", "五年来照料孤寡老人"));
        Assert.Equal(("2024-04-18", "2024-04-19"), (changed.GetProperty("lastDay").GetString(), changed.GetProperty("openUntil").GetString()));
        Assert.Equal("2024-04-19", Of(changed, first).GetProperty("lastDay").GetString());
        var line = Assert.Single(Of(changed, first).GetProperty("changes").EnumerateArray());
        Assert.Equal(("material", "照料孤寡老人", "核实"), (line.GetProperty("kind").GetString(), line.GetProperty("deedBefore").GetString(), line.GetProperty("reason").GetString()));
        Assert.Equal(changed.GetProperty("drafted").GetProperty("accountId").GetString(), line.GetProperty("by").GetProperty("accountId").GetString());

        await own.Refused("notice.nothing-proposed", notice.Id(), $"entries/{second}/correction/confirmation", null);
        await own.Done(notice.Id(), $"entries/{second}/correction", NoticeScene.Change("单行义", "照料孤寡老人。"));
        Assert.DoesNotContain("老人。", (await own.PublicPage(notice.Id())).GetRawText(), StringComparison.Ordinal);
        await own.Refused("notice.own-correction", notice.Id(), $"entries/{second}/correction/confirmation", null);
        var corrected = await own.Done(notice.Id(), $"entries/{second}/correction/confirmation", null, "office2");
        Assert.Equal(("照料孤寡老人。", "2024-04-18"), (Of(corrected, second).GetProperty("deed").GetString(), Of(corrected, second).GetProperty("lastDay").GetString()));
        Assert.Equal("typing", Of(corrected, second).GetProperty("changes")[0].GetProperty("kind").GetString());

        own.GoTo(2024, 4, 19);
        var shown = await own.PublicPage(notice.Id());
        Assert.Equal(("open", 3, 1), (shown.GetProperty("state").GetString(), shown.GetProperty("count").GetInt32(), shown.GetProperty("daysLeft").GetInt32()));
        Assert.Equal("曾广善", Assert.Single(shown.GetProperty("entries").EnumerateArray()).GetProperty("name").GetString());
        Assert.Equal("ended", (await own.Refused("notice.not-running", notice.Id(), $"entries/{second}/change", NoticeScene.Change("单行义", "另一事迹"))).GetProperty("facts").GetProperty("state").GetString());

        var removed = await own.Done(notice.Id(), $"entries/{third}/removal", new { reason = "本人退出" });
        Assert.Equal(("本人退出", "2024-04-19"), (Of(removed, third).GetProperty("removal").GetProperty("reason").GetString(), Of(removed, third).GetProperty("removal").GetProperty("on").GetString()));
        Assert.Equal("ready", Stage(await (await own.As("office")).Read($"{NoticeScene.Nominations}/{Of(removed, third).GetProperty("caseId").GetString()}/case")));
        await own.Refused("notice.entry-removed", notice.Id(), $"entries/{third}/removal", new { reason = "本人退出" });
        Assert.Equal(2, (await own.PublicPage(notice.Id())).GetProperty("count").GetInt32());

        static JsonElement Of(JsonElement notice, string entry) => notice.GetProperty("entries").EnumerateArray().Single(e => e.Id() == entry);
    }

    [Fact]
    public async Task A_printed_range_begins_anew_for_as_many_working_days()
    {
        await using var own = new NoticeScene();
        var notice = await own.Published(Facts(FiveDays), "曾广善");
        own.GoTo(2024, 4, 12);
        var changed = await own.Done(notice.Id(), $"entries/{NoticeScene.Entry(notice, "曾广善")}/change", NoticeScene.Change("曾广山", "照料孤寡老人"));
        Assert.Equal("2024-04-19", changed.GetProperty("entries")[0].GetProperty("lastDay").GetString());
    }

    [Fact]
    public async Task The_printed_text_has_the_customary_parts_and_lists_by_strokes_by_pinyin_or_as_set()
    {
        string[] names = ["曾广善", "仇为民", "尉迟敬民", "单行义"];
        foreach (var (order, listed) in ((string, string[])[])[("strokes", ["仇为民", "单行义", "尉迟敬民", "曾广善"]), ("pinyin", ["仇为民", "单行义", "尉迟敬民", "曾广善"]), ("asSet", names)])
        {
            var facts = Facts(new { length = 10, unit = "workingDays" });
            facts["order"] = order;
            var notice = await app.Published(facts, names);
            var text = await (await app.As("office")).Read($"{NoticeScene.Notices}/{notice.Id()}/text");
            Assert.Equal(listed, text.GetProperty("entries").EnumerateArray().Select(e => e.GetProperty("name").GetString()));
            Assert.Equal("根据《身边好人推荐办法》，现将“身边好人”拟推荐上报对象（共4名）予以公示，广泛征求意见。", text.GetProperty("opening").GetString());
            Assert.Equal("公示期为10个工作日，自发布次日起计算，发布当日不计入，即2024年4月7日至2024年4月18日。", text.GetProperty("period").GetString());
            Assert.Contains("来信以寄出邮戳日期为准", text.GetProperty("objections").GetString()!, StringComparison.Ordinal);
            Assert.Contains("受理时间：公示期内每日8:30—12:00、13:00—17:00", text.GetProperty("acceptance").EnumerateArray().Select(l => l.GetString()));
            Assert.Equal("2024年4月3日", text.GetProperty("date").GetString());

            var plain = new HttpRequestMessage(HttpMethod.Get, $"{NoticeScene.Notices}/{notice.Id()}/text");
            plain.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/plain"));
            var answer = await (await app.As("office")).SendAsync(plain);
            Assert.Equal("text/plain", answer.Content.Headers.ContentType?.MediaType);
            Assert.Equal(text.GetProperty("whole").GetString(), await answer.Content.ReadAsStringAsync());
        }
    }

    [Fact]
    public async Task One_case_stands_on_several_notices_and_one_held_elsewhere_is_entered_with_its_proof()
    {
        var office = await app.As("office");
        var scan = (await (await office.PostAsync("/api/v1/files", Upload.Text("公告栏照片", DemoData.CountyOffice))).Expect(HttpStatusCode.Created)).Id();
        var facts = Facts(new { from = "2024-03-25", until = "2024-03-29" });
        facts["elsewhere"] = new JsonObject { ["body"] = "赤石桥乡人民政府", ["place"] = "乡政府公告栏", ["fileId"] = scan };
        var counted = (JsonObject)facts.DeepClone();
        counted["period"] = new JsonObject { ["length"] = 5, ["unit"] = "days" };
        await (await office.PostAsJsonAsync(NoticeScene.Notices, counted)).ExpectProblem(HttpStatusCode.UnprocessableEntity, "notice.elsewhere-by-range");
        var future = (JsonObject)facts.DeepClone();
        future["period"] = JsonSerializer.SerializeToNode(FiveDays);
        await (await office.PostAsJsonAsync(NoticeScene.Notices, future)).ExpectProblem(HttpStatusCode.UnprocessableEntity, "notice.elsewhere-in-future");

        var held = await app.Published(facts, "鲜于光");
        Assert.Equal(("ended", "2024-03-25"), (held.GetProperty("state").GetString(), held.GetProperty("publishedOn").GetString()));
        Assert.Equal("notice", (await office.Read($"/api/v1/files/{scan}")).GetProperty("ownerType").GetString());
        await (await app.Anonymous().GetAsync($"/api/v1/public/notices/{held.Id()}")).ExpectProblem(HttpStatusCode.NotFound, "http.404");
        var opened = held.GetProperty("entries")[0].GetProperty("caseId").GetString()!;
        var county = await app.Draft(Facts(FiveDays));
        await app.Added(county.Id(), opened, "鲜于光");
        await app.Done(county.Id(), "publication", null, "office2");
        Assert.Equal(
            [county.Id(), held.Id()], (await office.Read($"{NoticeScene.Notices}?caseId={opened}")).GetProperty("items").EnumerateArray().Select(n => n.Id()));
        Assert.Equal([held.Id()], (await office.Read($"{NoticeScene.Notices}?caseId={opened}&elsewhere=true&state=ended")).GetProperty("items").EnumerateArray().Select(n => n.Id()));
        await (await office.PostAsJsonAsync($"{NoticeScene.Nominations}/{opened}/recommendation", new { officeId = DemoData.CityOffice, number = "推1号", on = "2024-04-03" })).Expect(HttpStatusCode.OK);
    }
}
