using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Honors.Api.Demo;
using Honors.Domain.Accounts;
using Honors.Tests.Support;

namespace Honors.Tests.ServiceHours;

/// <summary>星级: computed, applied for in order, granted by a second person, re-opened when hours are taken back.</summary>
public sealed class StarTests(HonorsApp app) : IClassFixture<HonorsApp>
{
    private const string Hours = Units.Hours, Stars = "/api/v1/stars";

    private async Task<string> NewPerson() => (await (await app.As("recorder")).Created("/api/v1/people", new { name = "测试人员" })).Id();

    /// <summary>Of four days in May of the year.</summary>
    private async Task<string> Given(string person, int hours, int year)
    {
        var id = (await (await app.As("recorder")).Created(Hours, new
        {
            personId = person,
            activity = "赛会保障",
            category = "largeEvents",
            organizerId = DemoData.RescueTeam,
            provenance = "attendance",
            startsAt = $"{year}-05-01T00:00:00Z",
            endsAt = $"{year}-05-07T00:00:00Z",
            minutes = hours * 60,
        })).Id();
        await (await (await app.As("verifier")).PostAsync($"{Hours}/{id}/verification", null)).Expect(HttpStatusCode.OK);
        return id;
    }

    private static object Star(string person, string star) => new { personId = person, star, grantorId = DemoData.CountyOffice };

    private async Task<HttpResponseMessage> Apply(string person, string star, string by = "recorder") => await (await app.As(by)).PostAsJsonAsync(Stars, Star(person, star));

    private async Task<HttpResponseMessage> Act(string by, string star, string act, object body) => await (await app.As(by)).PostAsJsonAsync($"{Stars}/{star}/{act}", body);

    private async Task<string> Granted(string person, string star)
    {
        var id = (await (await Apply(person, star)).Expect(HttpStatusCode.Created)).Id();
        await (await Act("office", id, "decision", new { grant = true })).Expect(HttpStatusCode.OK);
        return id;
    }

    private async Task<List<string>> Reopened(string person) =>
        [.. (await (await app.As("office")).Read($"{Stars}?reopened=true&personId={person}")).GetProperty("items").EnumerateArray().Select(s => s.Id())];

    private async Task Reverse(string id) => await (await (await app.As("office")).PostAsJsonAsync($"{Hours}/{id}/reversal", new { reason = "重复录入" })).Expect(HttpStatusCode.OK);

    [Fact]
    public async Task Stars_come_one_after_another_each_on_the_list_of_that_day()
    {
        var person = await NewPerson();
        var ids = new[] { await Given(person, 100, 2020), await Given(person, 140, 2021) };
        await (await Apply(person, "two")).ExpectProblem(HttpStatusCode.Conflict, "star.not-in-order");
        var eligible = await (await app.As("office")).Read($"/api/v1/people/{person}/star-eligibility");
        Assert.Equal(("one", 6000, 0), (eligible.GetProperty("next").GetString(), eligible.GetProperty("nextMinutes").GetInt32(), eligible.GetProperty("shortOf").GetInt32()));

        var one = await (await Apply(person, "one")).Expect(HttpStatusCode.Created);
        Assert.Equal((6000, 240 * 60, "2026-11-20", "applied"), (
            one.GetProperty("thresholdMinutes").GetInt32(), one.GetProperty("basisMinutes").GetInt32(), one.GetProperty("asOf").GetString(), one.GetProperty("status").GetString()));
        Assert.Equal(
            ids.Order(StringComparer.Ordinal),
            (await (await app.As("office")).Read($"{Stars}/{one.Id()}/basis")).EnumerateArray().Select(b => b.GetProperty("recordId").GetString()!).Order(StringComparer.Ordinal));
        await (await Apply(person, "one")).ExpectProblem(HttpStatusCode.Conflict, "star.held");
        await (await Apply(person, "two")).ExpectProblem(HttpStatusCode.Conflict, "star.not-in-order");

        await (await Act("office", one.Id(), "decision", new { grant = true })).Expect(HttpStatusCode.OK);
        await (await Act("office", one.Id(), "decision", new { grant = true })).ExpectProblem(HttpStatusCode.Conflict, "star.decided");
        await (await Apply(person, "two")).ExpectProblem(HttpStatusCode.Conflict, "star.below-threshold");
        eligible = await (await app.As("office")).Read($"/api/v1/people/{person}/star-eligibility");
        Assert.Equal(("one", "two", 60 * 60), (eligible.GetProperty("held").GetString(), eligible.GetProperty("next").GetString(), eligible.GetProperty("shortOf").GetInt32()));
        await Given(person, 60, 2022);
        await Granted(person, "two");
    }

    [Fact]
    public async Task A_second_person_of_the_granting_body_decides_and_not_whoever_applied_nor_the_person()
    {
        var person = await NewPerson();
        await Given(person, 100, 2020);
        var self = await app.As(Guid.Parse(person), DemoData.CountyOffice, Right.Decide);
        var own = await self.Created(Stars, Star(person, "one"));
        Assert.Equal(JsonValueKind.Null, own.GetProperty("applicantId").ValueKind);
        await (await self.PostAsJsonAsync($"{Stars}/{own.Id()}/decision", new { grant = true })).ExpectProblem(HttpStatusCode.Conflict, "star.second-person");
        await (await (await app.As(null, DemoData.RescueTeam, Right.Decide)).PostAsJsonAsync($"{Stars}/{own.Id()}/decision", new { grant = true })).Expect(HttpStatusCode.NotFound);
        await (await Act("office", own.Id(), "decision", new { grant = false, reason = "另行补充材料" })).Expect(HttpStatusCode.OK);

        var again = (await (await Apply(person, "one", "office")).Expect(HttpStatusCode.Created)).Id();
        await (await Act("office", again, "decision", new { grant = true })).ExpectProblem(HttpStatusCode.Conflict, "star.second-person");
        await (await Act("office2", again, "decision", new { grant = true })).Expect(HttpStatusCode.OK);
        await (await (await app.As(null, DemoData.NeighbourOffice, Right.Record)).PostAsJsonAsync(Stars, Star(person, "two"))).ExpectProblem(HttpStatusCode.UnprocessableEntity, "reference.not-found");
    }

    [Fact]
    public async Task Hours_that_are_taken_back_reopen_the_question_and_never_delete_the_star()
    {
        var person = await NewPerson();
        var (first, second, third) = (await Given(person, 60, 2020), await Given(person, 40, 2021), await Given(person, 20, 2022));
        var star = await Granted(person, "one");
        await Reverse(third);
        Assert.Empty(await Reopened(person)); // 100 hours are still there
        await (await Act("office", star, "review", new { keep = true, reason = "无事" })).ExpectProblem(HttpStatusCode.Conflict, "star.nothing-to-review");

        await Reverse(second);
        Assert.Equal([star], await Reopened(person));
        Assert.Equal("granted", (await (await app.As("office")).Read($"{Stars}/{star}")).GetProperty("status").GetString());
        await (await Act("office", star, "review", new { keep = true, reason = "纸质记录为证" })).Expect(HttpStatusCode.OK);
        Assert.Empty(await Reopened(person));

        await Reverse(first); // fewer than anybody has looked at
        Assert.Equal([star], await Reopened(person));
        var ended = await (await Act("office", star, "review", new { keep = false, reason = "全部冲正" })).Expect(HttpStatusCode.OK);
        Assert.Equal(("ended", 2), (ended.GetProperty("status").GetString(), ended.GetProperty("reviews").GetArrayLength()));
        await Given(person, 100, 2023);
        await Granted(person, "one");
    }

    /// <summary>By whichever way the hours go: the person's own word, and a total from before that holds their days.</summary>
    [Fact]
    public async Task A_denial_and_a_prior_total_reopen_it_as_a_reversal_does()
    {
        var (denied, prior) = (await NewPerson(), await NewPerson());
        var id = await Given(denied, 100, 2020);
        await Given(prior, 100, 2020);
        var stars = new[] { await Granted(denied, "one"), await Granted(prior, "one") };
        await (await (await app.As(Guid.Parse(denied), DemoData.School)).PostAsJsonAsync($"{Hours}/{id}/denial", new { reason = "没有参加" })).Expect(HttpStatusCode.OK);
        await (await app.As("recorder")).Created(
            $"/api/v1/people/{prior}/prior-totals", new { asOf = new { date = "2020-12-31" }, minutes = 6000, source = new { title = "年鉴", publishedOn = new { date = "2021" } } });
        Assert.Equal(stars, (List<string>)[.. await Reopened(denied), .. await Reopened(prior)]);
    }

    [Fact]
    public async Task A_division_sets_its_own_thresholds_from_a_day_on_and_running_applications_keep_theirs()
    {
        await using var own = new HonorsApp();
        var office = await own.As("office");
        object Policy(string from, params (string Star, int Hours)[] thresholds) =>
            new { divisionCode = 140431000000, validFrom = from, thresholds = thresholds.Select(t => new { star = t.Star, minutes = t.Hours * 60 }) };
        var edition = await office.Created("/api/v1/star-policies", Policy("2026-11-20", ("one", 2), ("two", 4)));
        Assert.Equal(1, edition.GetProperty("edition").GetInt32());
        await (await office.PostAsJsonAsync("/api/v1/star-policies", Policy("2026-11-01", ("one", 2)))).ExpectProblem(HttpStatusCode.Conflict, "star-policy.earlier");
        foreach (var wrong in new[] { Policy("2026-12-01", ("two", 2)), Policy("2026-12-01", ("one", 2), ("two", 2)), Policy("2026-12-01") })
            await (await office.PostAsJsonAsync("/api/v1/star-policies", wrong)).ExpectProblem(HttpStatusCode.UnprocessableEntity, "star-policy.order");

        var units = new Units(own);
        var teacher = await units.Teacher();
        await units.Verified(teacher, "2026-10-14");
        var one = await (await own.As("recorder")).Created(Stars, Star(teacher, "one"));
        await office.Created("/api/v1/star-policies", Policy("2026-11-20", ("one", 50)));
        await (await office.PostAsJsonAsync($"{Stars}/{one.Id()}/decision", new { grant = true })).Expect(HttpStatusCode.OK);
        await (await (await own.As("recorder")).PostAsJsonAsync(Stars, Star(teacher, "two"))).ExpectProblem(HttpStatusCode.UnprocessableEntity, "star.unknown");
    }
}
