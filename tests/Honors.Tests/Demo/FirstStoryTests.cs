using System.Net;
using System.Text.Json;
using Honors.Api.Demo;
using Honors.Tests.Support;

namespace Honors.Tests.Demo;

/// <summary>The newspaper page of the first story, as it must come out again: nothing lost, nothing bent, nothing added.</summary>
public sealed class FirstStoryTests(HonorsApp app) : IClassFixture<HonorsApp>
{
    private async Task<JsonElement> Profile()
    {
        var found = (await app.Anonymous().Read("/api/v1/public/honor-roll?q=卫旭斌")).GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(3, found.Count);
        return await app.Anonymous().Read($"/api/v1/public/people/{found[0].GetProperty("personNumber").GetString()}");
    }

    private static IEnumerable<string?> Texts(JsonElement list, string member) => list.EnumerateArray().Select(e => e.GetProperty(member).GetString());

    [Fact]
    public async Task Three_awards_keep_their_level_their_authority_and_their_vague_dates()
    {
        var awards = (await Profile()).GetProperty("awards").EnumerateArray()
            .Select(a => (a.GetProperty("title").GetString(), a.GetProperty("levelText").GetString(), a.GetProperty("grantedBy").GetString(),
                a.GetProperty("conferredOn").GetProperty("text").GetString()))
            .ToList();
        Assert.Equal(
            [
                ("见义勇为先进分子", "市级", "未载明", "不晚于2024年4月"),
                ("新时代文明实践“十佳志愿者”", "县级", "未载明", "日期未载明"),
                ("优秀队员", "单位（团体）级", "沁源县蓝天救援队", "日期未载明"),
            ],
            awards);
    }

    [Fact]
    public async Task The_deed_of_1999_shows_the_child_as_a_count_and_nothing_more()
    {
        var deed = Assert.Single((await Profile()).GetProperty("deeds").EnumerateArray());
        Assert.Equal("1999年8月19日", deed.GetProperty("when").GetProperty("text").GetString());
        Assert.Equal("一名落水儿童", Assert.Single(deed.GetProperty("helped").EnumerateArray()).GetString());
    }

    [Fact]
    public async Task Nearly_200_is_a_joint_figure_of_a_deployment_of_six_and_five_days()
    {
        var xinxiang = (await Profile()).GetProperty("deployments").EnumerateArray().Single(d => d.GetProperty("name").GetString()!.Contains("新乡"));
        Assert.Equal("2021年", xinxiang.GetProperty("when").GetProperty("text").GetString());
        Assert.Equal("5天", xinxiang.GetProperty("days").GetProperty("text").GetString());
        Assert.Equal("6人", Assert.Single(xinxiang.GetProperty("teams").EnumerateArray()).GetProperty("headCount").GetProperty("text").GetString());
        var outcome = Assert.Single(xinxiang.GetProperty("outcomes").EnumerateArray());
        Assert.Equal("救出 近200人（联合行动）", outcome.GetProperty("text").GetString());
        Assert.Equal("joint", outcome.GetProperty("quantity").GetProperty("scope").GetString());
    }

    [Fact]
    public async Task Six_elderly_people_were_found_by_the_team()
    {
        var search = (await Profile()).GetProperty("deployments").EnumerateArray().Single(d => d.GetProperty("name").GetString()!.Contains("走失"));
        Assert.Equal("寻回走失人员 6人（本队）", Assert.Single(search.GetProperty("outcomes").EnumerateArray()).GetProperty("text").GetString());
    }

    [Fact]
    public async Task The_totals_from_before_stand_apart_from_recorded_hours()
    {
        var profile = await Profile();
        var total = Assert.Single(profile.GetProperty("priorTotals").EnumerateArray());
        Assert.Equal("400小时", total.GetProperty("hoursText").GetString());
        Assert.Equal("近200次", total.GetProperty("activities").GetProperty("text").GetString());
        Assert.Equal("200余人", total.GetProperty("peopleHelped").GetProperty("text").GetString());
        Assert.Equal(JsonValueKind.Null, profile.GetProperty("recordedHours").ValueKind);
    }

    [Fact]
    public async Task Three_teams_and_the_posting_with_its_kinds_of_help_are_there()
    {
        var profile = await Profile();
        Assert.Equal(["残疾人志愿服务队", "沁源县蓝天救援队", "疫情防控志愿者服务队"], Texts(profile.GetProperty("teams"), "name"));
        var posting = Assert.Single(profile.GetProperty("villageAssignments").EnumerateArray());
        Assert.Equal("赤石桥乡涧崖底村", posting.GetProperty("village").GetString());
        Assert.Equal(
            ["帮生病老人买药", "跑报销手续", "为考上大学的孩子的家庭申请“雨露计划”补助", "用自己的车往县城送东西"],
            posting.GetProperty("help").EnumerateArray().Select(h => h.GetString()));
    }

    [Fact]
    public async Task No_birth_no_age_no_family_and_no_position_is_public()
    {
        var text = (await Profile()).GetRawText();
        Assert.DoesNotMatch("born|1977|1978|21岁|教师|\"age\"|父母|孩子在|evidence", text);
    }

    [Fact]
    public async Task From_the_person_the_team_and_the_posting_each_leads_to_the_other_two()
    {
        var office = await app.As("office");
        var (person, team, posting) = (FirstStory.Person, DemoData.RescueTeam, FirstStory.Posting);

        var ofPerson = await office.Read($"/api/v1/people/{person}/record");
        Assert.Contains(team.ToString(), Texts(ofPerson.GetProperty("memberships"), "teamId"));
        Assert.Contains(posting.ToString(), Texts(ofPerson.GetProperty("villageAssignments").GetProperty("items"), "id"));
        Assert.Equal(4, ofPerson.GetProperty("deployments").GetProperty("items").GetArrayLength());
        Assert.Equal(3, ofPerson.GetProperty("awards").GetProperty("items").GetArrayLength());
        Assert.Equal(1, ofPerson.GetProperty("deeds").GetProperty("items").GetArrayLength());

        var ofTeam = await office.Read($"/api/v1/teams/{team}/record");
        Assert.Contains(person.ToString(), Texts(ofTeam.GetProperty("memberships").GetProperty("items"), "personId"));
        Assert.Contains(posting.ToString(), Texts(ofTeam.GetProperty("villageAssignments").GetProperty("items"), "id"));

        var ofPosting = await office.Read($"/api/v1/village-assignments/{posting}/record");
        Assert.Equal(person.ToString(), ofPosting.GetProperty("person").Id());
        Assert.Contains(team.ToString(), Texts(ofPosting.GetProperty("memberships"), "teamId"));
    }

    [Fact]
    public async Task When_the_ground_ends_the_page_is_gone_and_the_roll_names_nobody()
    {
        await using var fresh = new HonorsApp();
        var office = await fresh.As("office");
        await (await office.PostAsync($"/api/v1/people/{FirstStory.Person}/grounds/{DemoId.Of("卫旭斌 ground")}/ending", null)).Expect(HttpStatusCode.OK);

        Assert.Equal(HttpStatusCode.NotFound, (await fresh.Anonymous().GetAsync($"/api/v1/public/people/{DemoData.NumberOf("卫旭斌")}")).StatusCode);
        Assert.Empty((await fresh.Anonymous().Read("/api/v1/public/honor-roll?q=卫旭斌")).GetProperty("items").EnumerateArray());
        var roll = await fresh.Anonymous().Read("/api/v1/public/honor-roll");
        Assert.All(roll.GetProperty("items").EnumerateArray(), h => Assert.Equal("姓名未公开", h.GetProperty("recipient").GetString()));
        Assert.DoesNotContain("卫旭斌", roll.GetRawText());
    }

    [Fact]
    public async Task A_later_record_does_not_slip_into_public_on_an_older_ground()
    {
        var office = await app.As("office");
        await office.Created("/api/v1/deeds", new { name = "另一件事", kind = "helping", actors = new[] { new { personId = FirstStory.Person } } });
        Assert.Single((await Profile()).GetProperty("deeds").EnumerateArray());
    }
}
