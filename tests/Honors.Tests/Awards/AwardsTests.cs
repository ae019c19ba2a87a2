using System.Net;
using System.Net.Http.Json;
using Honors.Api.Demo;
using Honors.Domain.Accounts;
using Honors.Tests.Support;

namespace Honors.Tests.Awards;

public sealed class AwardsTests(HonorsApp app) : IClassFixture<HonorsApp>
{
    private const string Path = "/api/v1/awards";

    private static readonly object Source = new { title = "沁源县年鉴", publishedOn = new { date = "2025" } };

    private static object Body(Guid? person, Guid[]? deedIds = null) => new
    {
        titleId = DemoId.Of("优秀队员"),
        divisionCode = 140431000000,
        personId = person,
        conferredOn = new { date = "2024" },
        source = Source,
        deedIds,
    };

    private async Task<string> Recorded(Guid person) => (await (await app.As("office")).Created(Path, Body(person))).Id();

    [Fact]
    public async Task A_second_person_confirms_and_only_then_the_roll_counts_it()
    {
        var person = DemoId.Of("林予安");
        var before = (await app.Anonymous().Read("/api/v1/public/honor-roll?limit=100")).GetProperty("items").GetArrayLength();
        var id = await Recorded(person);
        Assert.Equal(before, (await app.Anonymous().Read("/api/v1/public/honor-roll?limit=100")).GetProperty("items").GetArrayLength());

        await (await (await app.As("office")).PostAsync($"{Path}/{id}/confirmation", null)).ExpectProblem(HttpStatusCode.Conflict, "award.own-entry");
        await (await (await app.As("verifier")).PostAsync($"{Path}/{id}/confirmation", null)).Expect(HttpStatusCode.OK);

        var roll = (await app.Anonymous().Read("/api/v1/public/honor-roll?limit=100")).GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(before + 1, roll.Count);
        var nameless = roll.First(h => h.GetProperty("recipient").GetString() is "姓名未公开" && h.GetProperty("year").GetString() is "2024年");
        Assert.Equal(System.Text.Json.JsonValueKind.Null, nameless.GetProperty("personNumber").ValueKind);
        Assert.DoesNotContain("林予安", string.Concat(roll.Select(r => r.GetRawText())));
    }

    [Fact]
    public async Task Neither_a_second_account_of_the_recorder_nor_the_honoured_person_confirms()
    {
        var id = await Recorded(DemoId.Of("宋知行"));
        var same = await app.As(DemoId.Of("秦书勤"), DemoData.CountyOffice, Right.Verify);
        await (await same.PostAsync($"{Path}/{id}/confirmation", null)).ExpectProblem(HttpStatusCode.Conflict, "award.own-entry");
        var honoured = await app.As(DemoId.Of("宋知行"), DemoData.CountyOffice, Right.Verify);
        await (await honoured.PostAsync($"{Path}/{id}/confirmation", null)).ExpectProblem(HttpStatusCode.Conflict, "award.own-award");
    }

    [Fact]
    public async Task Of_many_who_confirm_at_once_one_wins_and_nobody_rewrites_it_after()
    {
        var id = await Recorded(DemoId.Of("欧阳青禾"));
        var many = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => app.As(null, DemoData.CountyOffice, Right.Verify)));
        var answers = await Task.WhenAll(many.Select(c => c.PostAsync($"{Path}/{id}/confirmation", null)));
        Assert.Single(answers, a => a.StatusCode is HttpStatusCode.OK);
        Assert.Equal(7, answers.Count(a => a.StatusCode is HttpStatusCode.Conflict));

        await (await (await app.As("office")).Put($"{Path}/{id}", Body(DemoId.Of("欧阳青禾")), "\"2.f\"")).ExpectProblem(HttpStatusCode.Conflict, "award.already-confirmed");
    }

    [Fact]
    public async Task An_award_rests_on_no_deed_or_several_and_an_unknown_one_is_named()
    {
        var office = await app.As("office");
        await office.Created(Path, Body(FirstStory.Person, [FirstStory.Deed]));
        var problem = await (await office.PostAsJsonAsync(Path, Body(FirstStory.Person, [FirstStory.Deed, Guid.CreateVersion7()])))
            .ExpectProblem(HttpStatusCode.UnprocessableEntity, "reference.not-found");
        Assert.True(problem.GetProperty("errors").TryGetProperty("deedIds[1]", out _));
    }

    [Fact]
    public async Task An_award_has_exactly_one_recipient() =>
        await (await (await app.As("office")).PostAsJsonAsync(Path, Body(null))).ExpectProblem(HttpStatusCode.UnprocessableEntity, "award.one-recipient");
}
