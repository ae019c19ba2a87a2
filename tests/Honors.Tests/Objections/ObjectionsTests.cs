using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Honors.Domain.Accounts;
using Honors.Tests.Notices;
using Honors.Tests.Support;

namespace Honors.Tests.Objections;

public sealed class ObjectionsTests
{
    private static readonly object NotUpheld = new { outcome = "notUpheld", reason = "受助人证实是本人" };

    [Fact]
    public async Task An_objection_stops_its_case_alone_until_it_is_found_on_and_answered_and_the_receipt_tells_each_state()
    {
        await using var app = new ObjectionScene();
        var notice = await app.Running();
        var receipt = await app.Objected(notice.Id(), ObjectionScene.Words(NoticeScene.Entry(notice, ObjectionScene.First)));
        var (first, second) = (ObjectionScene.CaseOf(notice, ObjectionScene.First), ObjectionScene.CaseOf(notice, ObjectionScene.Second));
        Assert.Equal((true, false), (await app.Stops(first), await app.Stops(second)));
        Assert.Equal("received", State(await app.Told(receipt)));

        var id = Assert.Single((await (await app.As("office2")).Read($"{ObjectionScene.Objections}?noticeId={notice.Id()}&open=true")).GetProperty("items").EnumerateArray()).Id();
        await app.Deny("objection.wrong-state", id, "finding", NotUpheld);
        await app.Take(id, "acceptance");
        Assert.Equal("accepted", State(await app.Told(receipt)));
        await app.Deny("objection.wrong-state", id, "answer", new { text = "不属实" });
        await app.Take(id, "finding", NotUpheld);
        await app.Deny("objection.wrong-state", id, "archiving");
        Assert.True(await app.Stops(first));
        Assert.DoesNotContain("受助人证实", (await app.Told(receipt)).GetRawText(), StringComparison.Ordinal);
        await app.Take(id, "answer", new { text = "经核查，所反映的情况不属实。" });
        var told = await app.Told(receipt);
        Assert.Equal(("answered", "经核查，所反映的情况不属实。"), (State(told), told.GetProperty("answer").GetString()));
        Assert.False(await app.Stops(first));
        var archived = await app.Take(id, "archiving");
        Assert.NotEqual(JsonValueKind.Null, archived.GetProperty("archived").ValueKind);
        await app.Deny("objection.archived", id, "archiving");
        Assert.Equal("answered", State(await app.Told(receipt)));
    }

    [Fact]
    public async Task An_objection_to_the_list_stops_every_case_on_it()
    {
        await using var app = new ObjectionScene();
        var notice = await app.Running();
        var id = await app.EnteredByPhone(notice, null);
        foreach (var name in (string[])[ObjectionScene.First, ObjectionScene.Second]) Assert.True(await app.Stops(ObjectionScene.CaseOf(notice, name)));
        await app.Take(id, "acceptance");
        await app.Deny("objection.which-entry", id, "finding", new { outcome = "removed", reason = "不实" }, status: HttpStatusCode.UnprocessableEntity);
        await app.Take(id, "finding", new { outcome = "removed", reason = "不实", entryId = NoticeScene.Entry(notice, ObjectionScene.Second) });
        Assert.Equal((true, false), (await app.Stops(ObjectionScene.CaseOf(notice, ObjectionScene.First)), await app.Stops(ObjectionScene.CaseOf(notice, ObjectionScene.Second))));
    }

    [Fact]
    public async Task Whoever_made_the_finding_nominated_or_has_no_verify_in_the_office_handles_no_objection()
    {
        await using var app = new ObjectionScene();
        var notice = await app.Running();
        var id = await app.EnteredByPhone(notice);
        await app.Deny("objection.own-finding", id, "acceptance", login: "office");
        await app.Deny("objection.own-finding", id, "objector/readings", new { purpose = "核实" }, "office");
        Assert.Null((await (await app.As("office")).Read($"{ObjectionScene.Objections}/{id}")).GetProperty("text").GetString());
        Assert.Equal("事迹是别人做的。", (await (await app.As("office2")).Read($"{ObjectionScene.Objections}/{id}")).GetProperty("text").GetString());
        var above = await app.As(null, Api.Demo.DemoData.CityOffice, Right.Verify);
        await (await above.PostAsync($"{ObjectionScene.Objections}/{id}/acceptance", null)).ExpectProblem(HttpStatusCode.NotFound, "http.404");
        await app.Take(id, "acceptance", login: "verifier");
        await (await (await app.As("verifier")).PostAsJsonAsync($"{ObjectionScene.Objections}/{id}/finding", new { outcome = "removed", reason = "不实" }))
            .ExpectProblem(HttpStatusCode.Forbidden, "rights.not-in-this-body");
    }

    [Fact]
    public async Task An_entry_whose_objection_is_upheld_is_removed_and_a_second_objection_to_it_can_still_be_upheld()
    {
        await using var app = new ObjectionScene();
        var notice = await app.Running();
        var (one, other) = (await app.EnteredByPhone(notice), await app.EnteredByPhone(notice));
        foreach (var id in (string[])[one, other])
        {
            await app.Take(id, "acceptance");
            await app.Take(id, "finding", new { outcome = "removed", reason = "事迹不实" });
        }

        var removed = (await app.Read(notice.Id())).GetProperty("entries").EnumerateArray().Single(e => e.GetProperty("name").GetString() is ObjectionScene.First);
        Assert.Equal("事迹不实", removed.GetProperty("removal").GetProperty("reason").GetString());
        await (await app.Anonymous().PostAsJsonAsync($"/api/v1/public/notices/{notice.Id()}/objections", ObjectionScene.Words(removed.Id())))
            .ExpectProblem(HttpStatusCode.Conflict, "notice.entry-removed");
    }

    [Fact]
    public async Task An_entry_that_is_corrected_on_an_objection_is_before_the_public_anew_although_its_period_is_over()
    {
        await using var app = new ObjectionScene();
        var notice = await app.Running();
        var id = await app.EnteredByPhone(notice);
        app.GoTo(2024, 4, 22);
        await app.Take(id, "acceptance");
        await app.Deny("objection.what-printed", id, "finding", new { outcome = "corrected", reason = "年限不实" }, status: HttpStatusCode.UnprocessableEntity);
        await app.Take(id, "finding", new { outcome = "corrected", reason = "年限不实", printed = new { name = ObjectionScene.First, deed = "三年照料孤寡老人" } });
        var after = await app.Read(notice.Id());
        Assert.Equal("open", after.GetProperty("state").GetString());
        // Ten working days after 04-22: over the holiday of May, with the Sunday of 04-28 worked.
        Assert.Equal("2024-05-08", after.GetProperty("entries").EnumerateArray().Single(e => e.GetProperty("name").GetString() is ObjectionScene.First).GetProperty("lastDay").GetString());
        Assert.Contains("三年照料", (await app.PublicPage(notice.Id())).GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_postponement_may_be_answered_and_stops_the_case_until_it_is_found_on_again()
    {
        await using var app = new ObjectionScene();
        var notice = await app.Running();
        var (id, opened) = (await app.EnteredByPhone(notice), ObjectionScene.CaseOf(notice, ObjectionScene.First));
        await app.Take(id, "acceptance");
        await app.Take(id, "finding", new { outcome = "postponed", reason = "等待公安机关结论" });
        await app.Take(id, "answer", new { text = "暂缓，继续核查。" });
        Assert.True(await app.Stops(opened));
        await app.Deny("objection.wrong-state", id, "archiving");
        await app.Take(id, "finding", NotUpheld);
        Assert.True(await app.Stops(opened));
        Assert.Equal(2, (await app.Take(id, "answer", new { text = "不属实。" })).GetProperty("answers").GetArrayLength());
        Assert.False(await app.Stops(opened));
    }

    [Fact]
    public async Task What_is_not_accepted_tells_a_coded_reason_and_whoever_gives_a_name_is_not_turned_away_as_anonymous()
    {
        await using var app = new ObjectionScene();
        var notice = await app.Running();
        var (id, receipt) = await app.Enter(notice.Id(), ObjectionScene.Came("visit", "2024-04-03"));
        await app.Deny("objection.named", id, "refusal", new { ground = "noClearLeads" });
        await app.Take(id, "refusal", new { ground = "notOfThisNotice", note = "村务问题" });
        var told = await app.Told(receipt);
        Assert.Equal(("notAccepted", "notOfThisNotice"), (State(told), told.GetProperty("reason").GetString()));
        Assert.DoesNotContain("村务", told.GetRawText(), StringComparison.Ordinal);
        Assert.False(await app.Stops(ObjectionScene.CaseOf(notice, ObjectionScene.First)));
        await app.Take(id, "archiving");

        var anonymous = ObjectionScene.Came("email", "2024-04-03");
        (anonymous["name"], anonymous["leads"]) = (null, "可问同村村民");
        (id, _) = await app.Enter(notice.Id(), anonymous);
        await app.Take(id, "refusal", new { ground = "noClearLeads" });
    }

    [Fact]
    public async Task What_is_a_report_is_handed_on_with_the_receipt_of_the_body_that_took_it()
    {
        await using var app = new ObjectionScene();
        var notice = await app.Running();
        var (id, receipt) = await app.Enter(notice.Id(), ObjectionScene.Came("fax", "2024-04-03"));
        object Body(string on) => new { kind = "report", body = "县纪委监委", receipt = "第7号", on };
        await app.Deny("objection.in-future", id, "handing-on", Body("2024-04-04"), status: HttpStatusCode.UnprocessableEntity);
        Assert.Equal("第7号", (await app.Take(id, "handing-on", Body("2024-04-03"))).GetProperty("handedOn").GetProperty("receipt").GetString());
        var told = await app.Told(receipt);
        Assert.Equal(("passedOn", "县纪委监委"), (State(told), told.GetProperty("passedTo").GetString()));
        Assert.DoesNotContain("第7号", told.GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2024-04-18", true)]
    [InlineData("2024-04-19", false)]
    public async Task An_answer_is_in_time_or_late_by_working_days_from_the_arrival(string day, bool inTime)
    {
        await using var app = new ObjectionScene();
        var id = await app.EnteredByPhone(await app.Running());
        app.GoTo(2024, 4, int.Parse(day[^2..], System.Globalization.CultureInfo.InvariantCulture));
        await app.Take(id, "acceptance");
        await app.Take(id, "finding", NotUpheld);
        var answer = (await app.Take(id, "answer", new { text = "不属实" })).GetProperty("answers")[0];
        Assert.Equal(("2024-04-18", inTime), (answer.GetProperty("dueOn").GetString(), answer.GetProperty("inTime").GetBoolean()));
    }

    [Fact]
    public async Task The_last_day_for_the_answer_is_pending_while_its_year_is_not_loaded()
    {
        await using var app = new ObjectionScene();
        app.GoTo(2026, 12, 14);
        var facts = NoticeScene.Facts();
        facts["period"] = new JsonObject { ["from"] = "2026-12-14", ["until"] = "2027-01-10" };
        var notice = await app.Running(facts);
        app.GoTo(2026, 12, 28);
        var (id, _) = await app.Enter(notice.Id(), ObjectionScene.Came("phone", "2026-12-28", entry: NoticeScene.Entry(notice, ObjectionScene.First)));
        var shown = await (await app.As("office2")).Read($"{ObjectionScene.Objections}/{id}");
        Assert.Equal((null, true), (shown.GetProperty("dueOn").GetString(), shown.GetProperty("isDuePending").GetBoolean()));
    }

    [Theory]
    [InlineData("postmark", "letter", "2024-04-21", "2024-04-18", null)]
    [InlineData("postmark", "letter", "2024-04-22", "2024-04-18", "objection.not-open")]
    [InlineData("postmark", "letter", "2024-04-21", "2024-04-19", "objection.not-open")]
    [InlineData("postmark", "phone", "2024-04-18", null, null)]
    [InlineData("postmark", "phone", "2024-04-19", null, "objection.not-open")]
    [InlineData("arrival", "letter", "2024-04-18", "2024-04-17", null)]
    [InlineData("arrival", "letter", "2024-04-19", "2024-04-17", "objection.not-open")]
    [InlineData("postmark", "visit", "2024-04-02", null, "objection.not-open")]
    [InlineData("postmark", "letter", "2024-04-18", null, "objection.postmark")]
    [InlineData("postmark", "visit", "2024-04-18", "2024-04-18", "objection.postmark")]
    [InlineData("postmark", "letter", "2024-04-17", "2024-04-18", "objection.in-future")]
    [InlineData("postmark", "email", "2024-04-26", null, "objection.in-future")]
    public async Task A_letter_posted_in_time_counts_until_the_days_of_grace_are_over_and_all_else_by_its_arrival(
        string rule, string channel, string arrivedOn, string? postedOn, string? code)
    {
        await using var app = new ObjectionScene();
        var facts = NoticeScene.Facts();
        if (rule is "arrival") (facts["acceptance"]!["letterDay"], facts["acceptance"]!["graceDays"]) = ("arrival", 0);
        var notice = await app.Running(facts);
        app.GoTo(2024, 4, 25);
        var answer = await (await app.As("office2")).PostAsJsonAsync(
            $"{NoticeScene.Notices}/{notice.Id()}/objections", ObjectionScene.Came(channel, arrivedOn, postedOn, NoticeScene.Entry(notice, ObjectionScene.First)));
        if (code is null) await answer.Expect(HttpStatusCode.Created);
        else await answer.ExpectProblem(code is "objection.not-open" ? HttpStatusCode.Conflict : HttpStatusCode.UnprocessableEntity, code);
        Assert.Equal(code is null, await app.Stops(ObjectionScene.CaseOf(notice, ObjectionScene.First)));
    }

    [Fact]
    public async Task The_last_day_of_the_notice_still_takes_the_public_form_and_the_next_does_not()
    {
        await using var app = new ObjectionScene();
        var (notice, draft) = (await app.Running(), await app.Draft());
        var form = $"/api/v1/public/notices/{notice.Id()}/objections";
        app.GoTo(2024, 4, 18, 23);
        await app.Objected(notice.Id());
        app.GoTo(2024, 4, 19, 1);
        await (await app.Anonymous().PostAsJsonAsync(form, ObjectionScene.Words())).ExpectProblem(HttpStatusCode.Conflict, "objection.not-open");
        await (await app.Anonymous().PostAsJsonAsync($"/api/v1/public/notices/{draft.Id()}/objections", ObjectionScene.Words())).ExpectProblem(HttpStatusCode.NotFound, "http.404");
        await (await (await app.As("office2")).PostAsJsonAsync($"{NoticeScene.Notices}/{draft.Id()}/objections", ObjectionScene.Came("phone", "2024-04-18")))
            .ExpectProblem(HttpStatusCode.Conflict, "objection.not-open");
    }

    private static string? State(JsonElement told) => told.GetProperty("state").GetString();
}
