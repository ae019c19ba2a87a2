using Honors.Api.Data;
using Honors.Domain.Accounts;
using Honors.Domain.Awards;
using Honors.Domain.Deeds;
using Honors.Domain.Deployments;
using Honors.Domain.People;
using Honors.Domain.Titles;
using Honors.Domain.Values;
using Honors.Domain.VillageAssignments;
using NodaTime;

namespace Honors.Api.Demo;

/// <summary>
/// The registry's first real story: one page of 长治日报, April 2024, in our words. A real person, so only what the page printed, on
/// the ground <c>published</c>; what it leaves vague stays vague, and what it says of his family is not the registry's business.
/// </summary>
internal static class FirstStory
{
    public static readonly Guid Person = DemoId.Of("卫旭斌"), Posting = DemoId.Of("卫旭斌 涧崖底村"), Deed = DemoId.Of("卫旭斌 1999-08-19");

    private const long Qinyuan = 140431000000, Changzhi = 140400000000, Jianyadi = 140431207218;

    private static readonly Source Page = new("长治日报", PartialDate.Parse("2024-04", "2024年4月初"), null);

    public static void Add(HonorsDb db, Actor recorder, Actor second, Instant now)
    {
        var office = new RecordingBody(DemoData.CountyOffice, Qinyuan);
        var born = PartialDate.Parse("1977-08-20/1978-08-19", "1999年8月19日时21岁");
        db.Add(Domain.People.Person.Record(Person, DemoData.NumberOf("卫旭斌"), new PersonFacts("卫旭斌", Gender.Male, born), office));
        var employment = Employment.Record(
            DemoId.Of("卫旭斌 employment"), Person, DemoData.School, "教师", PartialDate.Unknown, PartialDate.Unknown, office, recorder, now);
        employment.Confirm(second, now);
        db.Add(employment);

        List<Guid> printed =
        [
            .. Memberships(db, office), AddDeed(db, office, recorder, now), .. Deployments(db, office, recorder, now), Total(db, office),
            .. Awards(db, office, recorder, second, now), AddPosting(db, office, recorder, now),
        ];
        db.Add(Ground.Published(DemoId.Of("卫旭斌 ground"), Person, Page, new Shown { Name = true, Unit = true, Story = true, Records = printed }, office, recorder, now));
    }

    private static IEnumerable<Guid> Memberships(HonorsDb db, RecordingBody office)
    {
        // No join dates are given, only that it was after 1999.
        var since = PartialDate.Parse("1999-08/..", "1999年以后");
        foreach (var team in (Guid[])[DemoData.RescueTeam, DemoData.DisabledTeam, DemoData.EpidemicTeam])
        {
            var id = DemoId.Of($"卫旭斌 member {team}");
            db.Add(Membership.Record(id, team, Person, null, since, PartialDate.Unknown, office));
            yield return id;
        }
    }

    private static Guid AddDeed(HonorsDb db, RecordingBody office, Actor recorder, Instant now)
    {
        db.Add(Domain.Deeds.Deed.Record(
            Deed,
            new DeedFacts(
                "从臭水池救起落水儿童",
                DeedKind.LifeSaving,
                PartialDate.Parse("1999-08-19"),
                "中午，上班途中",
                "一处臭水池",
                null,
                "不会游泳，水没到下巴，仍把落水儿童救上岸，并在岸边做胸外按压，孩子得救。",
                null,
                [new DeedActor(Person, 21)],
                [new Helped(HelpedKind.Child, Quantity.Of(1, Qualifier.Exact, QuantityScope.Person, "一名落水儿童"), HelpedOutcome.Survived)],
                [],
                [],
                Page),
            office, recorder, now));
        return Deed;
    }

    private static IEnumerable<Guid> Deployments(HonorsDb db, RecordingBody office, Actor recorder, Instant now)
    {
        yield return Add("新乡 2021", new DeploymentFacts(
            "河南新乡洪涝救援",
            DeploymentKind.FloodRescue,
            PartialDate.Parse("2021", "2021年郑州暴雨后"),
            Quantity.Of(5, Qualifier.Exact, QuantityScope.Team, "5天"),
            null,
            "河南新乡",
            [410700000000],
            "长青国际小学（河南新乡蓝天救援队驻地）",
            DemoData.HostTeam,
            null,
            "与队友出动船只，行动5天，参与救出受困群众。",
            [new DeploymentTeam(DemoData.RescueTeam, Quantity.Of(6, Qualifier.Exact, QuantityScope.Team, "与其他5名成员"))],
            [new RosterLine(Person, DemoData.RescueTeam, DeploymentRole.Member)],
            [new Outcome(OutcomeKind.PeopleRescued, Quantity.Of(200, Qualifier.Nearly, QuantityScope.Joint, "参与并救出了近200人"), null)],
            [],
            Page));
        yield return Add("返乡 2021", new DeploymentFacts(
            "返乡后转移群众、发放物资、抢收玉米",
            DeploymentKind.FloodRescue,
            PartialDate.Parse("2021", "从河南返回后，同一汛期"),
            null,
            null,
            "沁源县法中乡、沁河镇",
            [140431201000, 140431100000],
            null, null, null,
            "转移群众，发放物资，帮助农户抢收玉米。",
            [], [new RosterLine(Person, null, DeploymentRole.Member)], [], [], Page));
        yield return Add("森林火灾", new DeploymentFacts(
            "森林火灾支援",
            DeploymentKind.ForestFireSupport,
            PartialDate.Unknown,
            null, null, null, [], null, null, null,
            "与学生一起捐送物资，并参与扑火。",
            [], [new RosterLine(Person, null, DeploymentRole.Member)], [], [], Page));
        yield return Add("走失老人", new DeploymentFacts(
            "搜寻走失老人",
            DeploymentKind.MissingPersonSearch,
            PartialDate.Unknown,
            null,
            Quantity.Of(2, Qualifier.AtLeast, QuantityScope.Team, "多次"),
            null, [], null, null, null,
            "与队友多次搜寻走失老人。",
            [new DeploymentTeam(DemoData.RescueTeam, null)],
            [new RosterLine(Person, DemoData.RescueTeam, DeploymentRole.Member)],
            [new Outcome(OutcomeKind.MissingFound, Quantity.Of(6, Qualifier.Exact, QuantityScope.Team, "找回6名走失老人"), null)],
            [], Page));

        Guid Add(string name, DeploymentFacts facts)
        {
            var id = DemoId.Of("卫旭斌 " + name);
            db.Add(Deployment.RecordFromSource(id, facts, office, recorder, now));
            return id;
        }
    }

    private static Guid Total(HonorsDb db, RecordingBody office)
    {
        var id = DemoId.Of("卫旭斌 total");
        db.Add(PriorTotal.Record(
            id,
            Person,
            new PriorTotalFacts(
                PartialDate.Parse("../2024-04"),
                400 * 60,
                Quantity.Of(200, Qualifier.Nearly, QuantityScope.Person, "公益活动近200次"),
                Quantity.Of(200, Qualifier.Over, QuantityScope.Person, "救助困难群众200余人"),
                ["通过市义工协会资助贫困学生", "在学校组织捐助", "搜寻走失人员", "火灾救援", "洪涝救援", "疫情防控", "服务残疾人"],
                "十多年",
                Page),
            office));
        return id;
    }

    private static IEnumerable<Guid> Awards(HonorsDb db, RecordingBody office, Actor recorder, Actor second, Instant now)
    {
        yield return Add("见义勇为先进分子", TitleClass.Commendation, TitleLevel.City, DemoData.CityOffice, null, Changzhi,
            PartialDate.Parse("../2024-04", "2024年4月前不久"), "全市第十一次见义勇为先进奖励大会", []);
        yield return Add("新时代文明实践“十佳志愿者”", TitleClass.Selection, TitleLevel.County, DemoData.CountyOffice, null, Qinyuan,
            PartialDate.Unknown, null, []);
        yield return Add("优秀队员", TitleClass.Internal, TitleLevel.Unit, DemoData.RescueTeam, DemoData.RescueTeam, Qinyuan,
            PartialDate.Unknown, null, [DemoData.RescueTeam]);

        Guid Add(
            string title, TitleClass kind, TitleLevel level, Guid owner, Guid? grantedBy, long division, PartialDate on, string? ceremony, IReadOnlyList<Guid> teams)
        {
            db.Add(Title.Enter(DemoId.Of(title), new TitleFacts(title, kind, level, owner, grantedBy), office));
            var id = DemoId.Of("卫旭斌 " + title);
            var award = Award.RecordFromSource(
                id,
                new AwardFacts(DemoId.Of(title), Person, null, null, grantedBy, on, ceremony, null, false, division, Page, teams, [], [], [], []),
                office, recorder, now);
            award.Confirm(second, now);
            db.Add(award);
            return id;
        }
    }

    private static Guid AddPosting(HonorsDb db, RecordingBody office, Actor recorder, Instant now)
    {
        db.Add(VillageAssignment.Record(
            Posting,
            Person,
            new AssignmentFacts(
                Jianyadi, "赤石桥乡涧崖底村", DemoData.School, AssignmentRole.NotStated, null,
                PartialDate.Parse("../2024-04"), PartialDate.Unknown, "几个月来",
                [
                    new HelpGiven(HelpKind.BuyingMedicine, "帮生病老人买药"),
                    new HelpGiven(HelpKind.Reimbursement, "跑报销手续"),
                    new HelpGiven(HelpKind.StudyGrant, "为考上大学的孩子的家庭申请“雨露计划”补助"),
                    new HelpGiven(HelpKind.CarryingGoods, "用自己的车往县城送东西"),
                ],
                Page),
            office, recorder, now));
        return Posting;
    }
}
