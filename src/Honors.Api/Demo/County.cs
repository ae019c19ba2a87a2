using Bogus;
using Honors.Api.Data;
using Honors.Domain.Accounts;
using Honors.Domain.Awards;
using Honors.Domain.Deployments;
using Honors.Domain.Organizations;
using Honors.Domain.People;
using Honors.Domain.ServiceHours;
using Honors.Domain.Values;
using Honors.Domain.VillageAssignments;
using NodaTime;
using Person = Honors.Domain.People.Person;

namespace Honors.Api.Demo;

/// <summary>
/// A county of invented people around the story, so that lists, totals and searches look as they will in use. The same on every machine and on every
/// day: one seed, and no date but those counted from <see cref="Today"/>.
/// </summary>
internal sealed class County(HonorsDb db, Actor recorder, Actor office, Actor second, OverlapLimits limits, Instant now)
{
    public const int People = 300, Teams = 12, Schools = 8, Deployments = 40, LiveDeployments = 12, HourRecords = 3000, Awards = 60, Postings = 15;

    /// <summary>The demo's own day; nothing in the county is later.</summary>
    private static readonly LocalDate Today = new(2026, 11, 1), FirstDay = new(2023, 1, 1);

    private const long Qinyuan = 140431000000;

    private static readonly RecordingBody Office = new(DemoData.CountyOffice, Qinyuan);

    private static readonly Source Report = new("沁源县志愿服务年报（演示）", PartialDate.Parse("2026-01"), null);

    private static readonly string[] TeamNames = ["青松山地救援队", "晨星水上救援队", "太岳青年志愿服务队", "沁河巾帼志愿服务队", "银龄志愿服务队", "杏林健康志愿服务队", "书香支教志愿服务队", "护林防火志愿服务队", "爱心助残志愿服务队"];

    private static readonly string[] SchoolNames = ["云杉小学", "启明小学", "松涛小学", "晨曦初级中学", "太岳初级中学", "清泉中心学校", "沁北高级中学"];

    private static readonly (string Name, ServiceCategory Category)[] Activities =
    [
        ("巡河防溺水", ServiceCategory.EmergencyRescue), ("走失老人搜寻", ServiceCategory.EmergencyRescue), ("森林防火宣传", ServiceCategory.FireService),
        ("敬老院慰问", ServiceCategory.SpecialCare), ("残疾人出行陪护", ServiceCategory.SpecialCare), ("留守儿童课业辅导", ServiceCategory.Teaching),
        ("义诊", ServiceCategory.Health), ("防灾知识进社区", ServiceCategory.Science), ("河道清洁", ServiceCategory.Environment), ("植树", ServiceCategory.Environment),
        ("路口文明引导", ServiceCategory.Traffic), ("庙会秩序维护", ServiceCategory.LargeEvents), ("政策咨询", ServiceCategory.Legal), ("乡村文艺演出", ServiceCategory.Culture),
    ];

    private static readonly (string Name, DeploymentKind Kind, OutcomeKind Outcome, int Most)[] Missions =
    [
        ("走失老人搜寻", DeploymentKind.MissingPersonSearch, OutcomeKind.MissingFound, 1), ("山地被困人员救援", DeploymentKind.MountainSearch, OutcomeKind.PeopleRescued, 4),
        ("汛期群众转移", DeploymentKind.FloodRescue, OutcomeKind.PeopleMoved, 120), ("落水人员救援", DeploymentKind.WaterRescue, OutcomeKind.PeopleRescued, 2),
        ("森林火灾支援", DeploymentKind.ForestFireSupport, OutcomeKind.PeopleMoved, 30), ("赛事医疗保障", DeploymentKind.EventSupport, OutcomeKind.PeopleTreated, 12),
    ];

    private static readonly (long Code, string Name)[] Villages =
    [
        (140431200201, "中峪乡蔚村"), (140431200202, "中峪乡渣滩村"), (140431200206, "中峪乡南峪村"), (140431201201, "法中乡友仁村"), (140431201202, "法中乡支角村"),
        (140431201203, "法中乡马西村"), (140431201211, "法中乡柳湾村"), (140431202201, "交口乡自强村"), (140431202205, "交口乡仁义村"), (140431202216, "交口乡白狐窑村"),
    ];

    private readonly Faker _any = new("zh_CN") { Random = new Randomizer(20240403) };
    private readonly List<Guid> _teams = [DemoData.RescueTeam, DemoData.DisabledTeam, DemoData.EpidemicTeam], _schools = [DemoData.School];
    private readonly List<Guid> _people = [];
    private readonly Dictionary<Guid, List<Guid>> _members = [];
    private readonly Dictionary<Guid, (string Name, PartialDate Born)> _known = [];
    private readonly HashSet<(Guid Person, LocalDate Day)> _served = [];
    private int _hours;

    public void Add()
    {
        AddBodies();
        for (var i = 0; i < People; i++) AddPerson(i);
        AddDeployments();
        AddHours();
        AddAwards();
        AddPostings();
    }

    private void AddBodies()
    {
        foreach (var name in TeamNames)
            _teams.Add(Body($"沁源县{name}", OrganizationKind.Team, name.EndsWith("救援队", StringComparison.Ordinal) ? TeamKind.Rescue : TeamKind.Volunteer));
        foreach (var name in SchoolNames) _schools.Add(Body($"沁源县{name}", OrganizationKind.School));

        Guid Body(string name, OrganizationKind kind, TeamKind? team = null)
        {
            var id = DemoId.Of(name);
            db.Add(Organization.Register(id, new OrganizationFacts(name, kind, Qinyuan, team), Office));
            return id;
        }
    }

    private void AddPerson(int i)
    {
        var id = DemoId.Of($"county person {i}");
        var gender = _any.Random.ArrayElement([Gender.Male, Gender.Female]);
        var born = Today.PlusDays(-_any.Random.Int(16 * 365, 72 * 365));
        var bornAsKnown = PartialDate.Parse(_any.Random.Bool(.7f) ? $"{born:uuuu-MM-dd}" : $"{born:uuuu}");
        var name = Name(gender);
        db.Add(Person.Record(id, DemoData.NumberOf($"county person {i}"), new PersonFacts(name, gender, bornAsKnown), Office));
        _known[id] = (name, bornAsKnown);
        _people.Add(id);

        foreach (var team in _any.Random.ListItems(_teams, _any.Random.WeightedRandom([0, 1, 2, 3], [.1f, .6f, .2f, .1f])))
        {
            var number = _any.Random.Bool(.4f) ? _any.Random.ReplaceNumbers("QY####") : null;
            var until = _any.Random.Bool(.1f) ? PartialDate.Parse("2026") : PartialDate.Unknown;
            db.Add(Membership.Record(
                DemoId.Of($"county person {i} in {team}"), team, id, number, PartialDate.Parse(_any.Random.Int(2012, 2025).ToString("0000", null)), until, new(team, Qinyuan)));
            if (!_members.TryGetValue(team, out var members)) _members[team] = members = [];
            members.Add(id);
        }

        if (i % 4 is 0 && born < Today.PlusYears(-22))
        {
            var work = Employment.Record(
                DemoId.Of($"county person {i} at work"), id, _any.Random.ListItem(_schools), "教师", PartialDate.Parse("2022-09"), PartialDate.Unknown, Office, office, now);
            work.Confirm(second, now);
            db.Add(work);
        }
    }

    /// <summary>Family name first. Most have three characters, some two or four; a few of other peoples are written with ·.</summary>
    private string Name(Gender gender)
    {
        var given = _any.Name.FirstName(gender is Gender.Male ? Bogus.DataSets.Name.Gender.Male : Bogus.DataSets.Name.Gender.Female);
        return _any.Random.WeightedRandom(["usual", "short", "compound", "dotted"], [.8f, .12f, .05f, .03f]) switch
        {
            "short" => _any.Name.LastName()[..1] + given[..1],
            "compound" => _any.Random.ArrayElement(["欧阳", "司马", "上官", "尉迟", "皇甫"]) + (given.Length > 1 ? given[..2] : given),
            "dotted" => $"{_any.Random.ArrayElement(["阿依古丽", "买买提", "古丽娜尔", "艾山"])}·{_any.Random.ArrayElement(["艾合买提", "吐尔逊", "卡德尔"])}",
            _ => _any.Name.LastName() + given,
        };
    }

    /// <summary>Besides those that deployments made, one record a person and day, so that none overlaps; the same people serve often, as in life.</summary>
    private void AddHours()
    {
        var days = Period.DaysBetween(FirstDay, Today);
        while (_hours < HourRecords)
        {
            var team = _any.Random.ListItem(_teams);
            var members = _members[team];
            var (person, day) = (members[(int)(members.Count * Math.Pow(_any.Random.Double(), 2))], FirstDay.PlusDays(_any.Random.Int(0, days - 1)));
            if (!_served.Add((person, day))) continue;

            var (name, category) = _any.Random.ArrayElement(Activities);
            var record = ServiceRecord.Log(
                DemoId.Of($"county hours {_hours}"),
                person,
                new ServiceFacts(
                    name, category, team, day, null, null, 30 * _any.Random.Int(2, 10), Provenance.Recorded,
                    "沁源县", null, null, null, [team], []),
                new(team, Qinyuan), recorder, now);
            var fate = _any.Random.Double();
            if (fate < .85) record.Verify(second, now);
            else if (fate > .96) record.Reject(second, "与签到表不符。", now);
            db.Add(record);
            _hours++;
        }
    }

    private void AddDeployments()
    {
        var rescuers = _teams.Where(t => t == DemoData.RescueTeam || t == DemoId.Of("沁源县青松山地救援队") || t == DemoId.Of("沁源县晨星水上救援队")).ToList();
        var policies = rescuers.SelectMany(t => (int[])[2025, 2026], Policy).ToList();
        db.AddRange(policies);
        for (var i = 0; i < LiveDeployments; i++) AddLiveDeployment(i, _any.Random.ListItem(rescuers), policies);
        for (var i = LiveDeployments; i < Deployments; i++)
        {
            var (name, kind, outcome, most) = _any.Random.ArrayElement(Missions);
            var team = _any.Random.ListItem(rescuers);
            var went = _any.Random.ListItems(_members[team], Math.Min(_members[team].Count, _any.Random.Int(4, 12)));
            var (_, place) = _any.Random.ArrayElement(Villages);
            var figure = _any.Random.Int(1, most);
            db.Add(Deployment.RecordFromSource(
                DemoId.Of($"county deployment {i}"),
                new DeploymentFacts(
                    name, kind, PartialDate.Parse($"{Today.PlusDays(-_any.Random.Int(400, 3000)):uuuu-MM}"), null, null, place, [Qinyuan], null, null, "沁源县应急管理局", null,
                    [new DeploymentTeam(team, Quantity.Of(went.Count, Qualifier.Exact, QuantityScope.Team))],
                    [.. went.Select((p, n) => new RosterLine(p, team, n is 0 ? DeploymentRole.Leader : DeploymentRole.Member))],
                    [new Outcome(outcome, Quantity.Of(figure, figure > 20 ? Qualifier.About : Qualifier.Exact, QuantityScope.Team), null)],
                    [], Report),
                new(team, Qinyuan), recorder, now));
        }
    }

    private InsurancePolicy Policy(Guid team, int year) => InsurancePolicy.Note(
        DemoId.Of($"county policy {team} {year}"),
        new PolicyFacts(team, null, "演示财产保险公司", $"DEMO-{year}-{_any.Random.ReplaceNumbers("####")}", new LocalDate(year, 1, 1), new LocalDate(year, 12, 31)),
        new(team, Qinyuan), recorder, now);

    /// <summary>One night of a team: closed by its recorder, which makes the hours, and verified by the office.</summary>
    private void AddLiveDeployment(int i, Guid team, IReadOnlyList<InsurancePolicy> policies)
    {
        var (name, kind, outcome, most) = _any.Random.ArrayElement(Missions);
        var (_, place) = _any.Random.ArrayElement(Villages);
        var went = _any.Random.ListItems(_members[team], Math.Min(_members[team].Count, _any.Random.Int(4, 10)));
        // Four weeks apart, so that nobody is at two places.
        var day = Today.PlusDays(-10 - 28 * i - _any.Random.Int(0, 20));
        var figure = _any.Random.Int(1, most);
        Instant calledOut = At(17 * 60 + _any.Random.Int(0, 120)), arrived = calledOut + Duration.FromMinutes(_any.Random.Int(30, 90));
        var over = arrived + Duration.FromMinutes(_any.Random.Int(120, 480));
        var body = new RecordingBody(team, Qinyuan);
        var car = new Vehicle(VehicleKind.Car, $"晋D·演{i:000}", team, _any.Random.Int(20, 160));
        var deployment = Deployment.Open(
            DemoId.Of($"county deployment {i}"),
            new LiveFacts(
                name, kind, place, [Qinyuan], null, null, "沁源县应急管理局", new Tasking(null, "沁源县应急管理局", calledOut), null,
                [new DeploymentTeam(team, Quantity.Of(went.Count, Qualifier.Exact, QuantityScope.Team))],
                [new TimeFacts(TimePoint.CalledOut, calledOut, "值班电话记录"), new TimeFacts(TimePoint.Arrived, arrived, "对讲记录"), new TimeFacts(TimePoint.AllSafe, over, "后台登记")],
                [car], [.. went.Select((p, n) => Line(p, n))],
                [new Outcome(outcome, Quantity.Of(figure, figure > 20 ? Qualifier.About : Qualifier.Exact, QuantityScope.Team), null)], []),
            body, recorder, now);
        var known = new RosterKnowledge(
            went.ToDictionary(p => p, p => _known[p].Born), policies, Enumerable.Empty<ServiceRecord>().ToLookup(r => r.PersonId), limits, _known[went[0]].Name,
            [.. CreditingRule.Shipped()]);
        var hours = deployment.Close(known, recorder, now);
        if (hours is not []) deployment.Verify(hours, second, now);
        db.Add(deployment);
        db.AddRange(hours);
        _hours += hours.Count;
        foreach (var person in went) _served.UnionWith([(person, day), (person, day.PlusDays(1))]);

        RosterFacts Line(Guid person, int n) => new(
            DemoId.Of($"county deployment {i} line {n}"), person, null, null, team, null, n is 0 ? DeploymentRole.Leader : DeploymentRole.Member, car.Name, null, false,
            [
                new Segment(SegmentActivity.Travel, calledOut + Duration.FromMinutes(15), arrived),
                n % 4 is 3 ? new Segment(SegmentActivity.Support, arrived, over) : new Segment(SegmentActivity.Rescue, arrived, over),
            ],
            new Ending(EndingKind.Returned, over + Duration.FromMinutes(_any.Random.Int(30, 90)), null));

        Instant At(int minute) => day.At(LocalTime.FromMinutesSinceMidnight(minute)).InZoneLeniently(ChinaTime.China).ToInstant();
    }

    /// <summary>Half of the recipients were printed in a report, and may be shown; of the others nothing is public.</summary>
    private void AddAwards()
    {
        (string Title, Guid? Granter, long Division)[] titles =
        [
            ("优秀队员", DemoData.RescueTeam, Qinyuan), ("新时代文明实践“十佳志愿者”", null, Qinyuan), ("最美志愿者", DemoData.CountyOffice, Qinyuan), ("见义勇为先进分子", null, 140400000000),
        ];
        foreach (var (person, i) in _any.Random.ListItems(_people, Awards).Select((p, i) => (p, i)))
        {
            var (title, granter, division) = _any.Random.ArrayElement(titles);
            var award = Award.RecordFromSource(
                DemoId.Of($"county award {i}"),
                new AwardFacts(DemoId.Of(title), person, null, null, granter, PartialDate.Parse(_any.Random.Int(2015, 2025).ToString("0000", null)), null, null, false, division, Report, [], [], [], [], []),
                Office, office, now);
            if (i % 6 is not 0) award.Confirm(second, now);
            db.Add(award);
            if (i % 2 is 1) db.Add(Ground.Published(DemoId.Of($"county ground {i}"), person, Report, new Shown { Name = true, Unit = i % 4 is 1, Records = [award.Id] }, Office, office, now));
        }
    }

    private void AddPostings()
    {
        foreach (var (person, i) in _any.Random.ListItems(_people, Postings).Select((p, i) => (p, i)))
        {
            var (code, name) = Villages[i % Villages.Length];
            var from = new LocalDate(2023, 3, 1).PlusMonths(_any.Random.Int(0, 24));
            db.Add(VillageAssignment.Record(
                DemoId.Of($"county posting {i}"),
                person,
                new AssignmentFacts(
                    code, name, _any.Random.ListItem(_schools), i < Villages.Length ? AssignmentRole.FirstSecretary : AssignmentRole.Member, null,
                    PartialDate.Parse($"{from:uuuu-MM}"), i % 3 is 0 ? PartialDate.Parse($"{from.PlusMonths(18):uuuu-MM}") : PartialDate.Unknown, null,
                    [.. _any.Random.ListItems([HelpKind.HomeVisit, HelpKind.BuyingMedicine, HelpKind.Reimbursement, HelpKind.StudyGrant, HelpKind.PolicyTalk], 2).Select(h => new HelpGiven(h, null))],
                    null),
                Office, office, now));
        }
    }
}
