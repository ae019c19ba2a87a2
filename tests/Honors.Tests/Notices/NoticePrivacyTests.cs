using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Honors.Api.Demo;
using Honors.Domain.Accounts;
using Honors.Tests.Support;

namespace Honors.Tests.Notices;

public sealed class NoticePrivacyTests
{
    private const string Public = "/api/v1/public/notices";

    [Fact]
    public async Task After_the_end_the_page_keeps_its_count_and_names_nobody_whom_no_award_and_no_ground_names()
    {
        await using var app = new NoticeScene();
        string[] names = ["曾广善", "单行义", "仇为民"];
        var draft = await app.Draft();
        foreach (var name in names) await app.Added(draft.Id(), await app.Approved(await app.Person(name)), name);

        await (await app.Anonymous().GetAsync($"{Public}/{draft.Id()}")).ExpectProblem(HttpStatusCode.NotFound, "http.404");
        await app.Done(draft.Id(), "publication", null, "office2");
        var open = await app.PublicPage(draft.Id());
        Assert.Equal(names.Order(Domain.Values.NameOrder.ByStrokes), open.GetProperty("entries").EnumerateArray().Select(e => e.GetProperty("name").GetString()!));
        Assert.Contains("受理部门：文明办", open.GetProperty("objections").GetProperty("lines").EnumerateArray().Select(l => l.GetString()));
        Assert.DoesNotContain("personId", open.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("accountId", open.GetRawText(), StringComparison.Ordinal);
        Assert.Contains(draft.Id(), (await app.Anonymous().Read($"{Public}?state=awaiting")).GetRawText(), StringComparison.Ordinal);

        app.GoTo(2024, 4, 20);
        var ended = await app.PublicPage(draft.Id());
        Assert.Equal(("ended", 3, 0), (ended.GetProperty("state").GetString(), ended.GetProperty("count").GetInt32(), ended.GetProperty("daysLeft").GetInt32()));
        Assert.Empty(ended.GetProperty("entries").EnumerateArray());
        foreach (var hidden in (string[])[.. names, "孤寡", "学校", "00-0000-0000"]) Assert.DoesNotContain(hidden, ended.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain(draft.Id(), (await app.Anonymous().Read($"{Public}?state=open")).GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_follower_is_told_of_a_notice_from_its_publication_on_and_of_a_draft_only_in_its_office()
    {
        await using var app = new NoticeScene();
        var (office, city) = (await app.As("office"), await app.As(null, DemoData.CityOffice, Right.Decide));
        var (own, above) = (await Read(office, "0"), await Read(city, "0"));
        var draft = await app.Draft(NoticeScene.Facts(), "曾广善");
        var kept = await app.Draft();
        own = await Read(office, own.Next);
        Assert.Equal(((string[])[draft.Id(), kept.Id()]).Order(StringComparer.Ordinal), own.Ids.Order(StringComparer.Ordinal));
        var untold = await Read(city, above.Next);
        Assert.Equal((0, 0), (untold.Ids.Count, untold.Gone.Count));
        await (await (await app.As("office2")).DeleteAsync($"{NoticeScene.Notices}/{kept.Id()}")).ExpectProblem(HttpStatusCode.Conflict, "draft.not-yours");
        await (await office.DeleteAsync($"{NoticeScene.Notices}/{kept.Id()}")).Expect(HttpStatusCode.NoContent);
        await app.Done(draft.Id(), "publication", null, "office2");
        await (await office.DeleteAsync($"{NoticeScene.Notices}/{draft.Id()}")).ExpectProblem(HttpStatusCode.Conflict, "draft.kept");
        own = await Read(office, own.Next);
        Assert.Equal((draft.Id(), kept.Id()), (Assert.Single(own.Ids), Assert.Single(own.Gone)));
        above = await Read(city, above.Next);
        Assert.Equal(draft.Id(), Assert.Single(above.Ids));
        Assert.Empty(above.Gone);
        await (await office.GetAsync($"{NoticeScene.Notices}/{kept.Id()}")).ExpectProblem(HttpStatusCode.NotFound, "http.404");

        static async Task<(List<string> Ids, List<string> Gone, string Next)> Read(HttpClient client, string since)
        {
            var told = await client.Read($"{NoticeScene.Notices}?limit=100&changedSince={since}");
            return ([.. told.GetProperty("items").EnumerateArray().Select(n => n.Id())], [.. told.GetProperty("tombstones").EnumerateArray().Select(t => t.Id())], told.GetProperty("next").GetString()!);
        }
    }

    [Fact]
    public async Task The_picture_of_a_notice_held_elsewhere_outlives_its_deleted_draft_as_its_recorders_own()
    {
        await using var app = new NoticeScene();
        var office = await app.As("office");
        var file = (await (await office.PostAsync("/api/v1/files", Upload.Text("张贴照片", DemoData.CountyOffice))).Expect(HttpStatusCode.Created)).Id();
        var facts = NoticeScene.Facts();
        (facts["period"], facts["elsewhere"]) = (
            new JsonObject { ["from"] = "2024-03-25", ["until"] = "2024-03-29" }, new JsonObject { ["body"] = "某村", ["place"] = "公开栏", ["fileId"] = file });
        var draft = await app.Draft(facts);
        Assert.Equal("notice", (await office.Read($"/api/v1/files/{file}")).GetProperty("ownerType").GetString());
        await (await office.DeleteAsync($"{NoticeScene.Notices}/{draft.Id()}")).Expect(HttpStatusCode.NoContent);
        await (await office.DeleteAsync($"/api/v1/files/{file}")).Expect(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task A_reader_who_has_the_page_is_told_that_it_is_the_same_until_a_day_is_over()
    {
        await using var app = new NoticeScene();
        var notice = await app.Published(NoticeScene.Facts(), "曾广善");
        var first = await app.Anonymous().GetAsync($"{Public}/{notice.Id()}");
        Assert.Equal(HttpStatusCode.NotModified, await Again());
        app.GoTo(2024, 4, 8);
        Assert.Equal(HttpStatusCode.OK, await Again());

        async Task<HttpStatusCode> Again()
        {
            var request = new HttpRequestMessage(HttpMethod.Get, $"{Public}/{notice.Id()}");
            request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
            return (await app.Anonymous().SendAsync(request)).StatusCode;
        }
    }

    [Fact]
    public async Task The_nominating_body_and_the_office_above_see_what_is_published_and_others_do_not()
    {
        await using var app = new NoticeScene();
        var draft = await app.Draft(NoticeScene.Facts(), "曾广善");
        var (above, neighbour) = (await app.As(null, DemoData.CityOffice, Right.Decide), await app.As(null, DemoData.NeighbourOffice, Right.Decide));
        await (await above.GetAsync($"{NoticeScene.Notices}/{draft.Id()}")).ExpectProblem(HttpStatusCode.NotFound, "http.404");
        await app.Done(draft.Id(), "publication", null, "office2");
        Assert.Equal(draft.Id(), (await above.Read($"{NoticeScene.Notices}/{draft.Id()}")).Id());
        await (await neighbour.GetAsync($"{NoticeScene.Notices}/{draft.Id()}")).ExpectProblem(HttpStatusCode.NotFound, "http.404");
        await (await above.PostAsJsonAsync($"{NoticeScene.Notices}/{draft.Id()}/entries/{draft.GetProperty("entries")[0].Id()}/removal", new { reason = "核实" }))
            .ExpectProblem(HttpStatusCode.Forbidden, "rights.not-in-this-body");
    }

    [Fact]
    public async Task A_confidential_case_enters_no_notice_and_is_exempted_by_two_on_a_ground()
    {
        await using var app = new NoticeScene();
        var opened = await app.Case(await app.Person("解明义"), NoticeScene.Bravery, "confidential");
        var (facts, exemption) = (NoticeScene.Facts(NoticeScene.Bravery), $"{NoticeScene.Nominations}/{opened}/exemption");
        var draft = await app.Draft(facts);
        await app.Refused("notice.confidential", draft.Id(), "entries", new { caseId = opened, name = "解明义", deed = "救人" });

        var (office, second) = (await app.As("office"), await app.As("office2"));
        var body = new { ground = "safety", reason = "公安机关意见" };
        await (await office.PostAsync(exemption + "/confirmation", null)).ExpectProblem(HttpStatusCode.Conflict, "case.no-exemption");
        await (await office.PostAsJsonAsync(exemption, body)).Expect(HttpStatusCode.OK);
        await (await office.PostAsync(exemption + "/confirmation", null)).ExpectProblem(HttpStatusCode.Conflict, "case.own-exemption");
        var approved = await (await second.PostAsync(exemption + "/confirmation", null)).Expect(HttpStatusCode.OK);
        Assert.Equal("safety", approved.GetProperty("exemption").GetProperty("ground").GetString());
        Assert.NotEqual(
            approved.GetProperty("exemption").GetProperty("proposed").GetProperty("personId").GetString(),
            approved.GetProperty("exemption").GetProperty("approved").GetProperty("personId").GetString());
        await (await office.PostAsJsonAsync(exemption, body)).ExpectProblem(HttpStatusCode.Conflict, "case.exempted");
        var open = await app.Case(await app.Person("曾广善"));
        await (await office.PostAsJsonAsync($"{NoticeScene.Nominations}/{open}/exemption", body)).ExpectProblem(HttpStatusCode.Conflict, "case.not-confidential");
    }

    [Fact]
    public async Task A_confidential_case_and_none_at_all_give_the_public_the_same_bytes()
    {
        await using var with = new NoticeScene();
        await using var without = new NoticeScene();
        var opened = await with.Case(await with.Person("解明义"), NoticeScene.Bravery, "confidential");
        var exemption = $"{NoticeScene.Nominations}/{opened}/exemption";
        await (await (await with.As("office")).PostAsJsonAsync(exemption, new { ground = "secrecy", reason = "工作秘密" })).Expect(HttpStatusCode.OK);
        await (await (await with.As("office2")).PostAsync(exemption + "/confirmation", null)).Expect(HttpStatusCode.OK);
        var draft = await with.Draft(NoticeScene.Facts(NoticeScene.Bravery));
        await with.Refused("notice.confidential", draft.Id(), "entries", new { caseId = opened, name = "解明义", deed = "救人" });

        foreach (var path in (string[])[Public, Public + "?state=ended", Public + "?state=open&limit=1", $"{Public}/{DemoId.Of("demo notice")}", $"{Public}/{DemoId.Of("demo notice ended")}", "/api/v1/public/honor-roll", "/api/v1/public/revocations"])
        {
            var (one, other) = (await with.Anonymous().GetAsync(path), await without.Anonymous().GetAsync(path));
            Assert.Equal(await Bytes(other), await Bytes(one));
        }

        // What pages on is signed by each registry's own key.
        static async Task<string> Bytes(HttpResponseMessage answer)
        {
            var json = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
            if (json["next"] is not null) json["next"] = "";
            return $"{(int)answer.StatusCode} {json.ToJsonString()}";
        }
    }
}
