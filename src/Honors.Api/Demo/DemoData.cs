using Honors.Api.Calendar;
using Honors.Api.Data;
using Honors.Api.Files;
using Honors.Api.Identities;
using Honors.Api.SignIn;
using Honors.Domain.Accounts;
using Honors.Domain.Organizations;
using Honors.Domain.People;
using Honors.Domain.ServiceHours;
using Honors.Domain.Values;
using NodaTime;

namespace Honors.Api.Demo;

/// <summary>
/// What an empty Development database starts with: the story of one newspaper page, on the ground <c>published</c> and with nothing added,
/// and around it a few bodies and people who are invented. Everything goes through the domain, as a clerk's entry would.
/// </summary>
internal static class DemoData
{
    public static readonly Guid
        CountyOffice = DemoId.Of("沁源县文明办"),
        CityOffice = DemoId.Of("长治市文明办"),
        NeighbourOffice = DemoId.Of("壶关县文明办"),
        School = DemoId.Of("沁源县赤石桥中心学校"),
        RescueTeam = DemoId.Of("沁源县蓝天救援队"),
        DisabledTeam = DemoId.Of("残疾人志愿服务队"),
        EpidemicTeam = DemoId.Of("疫情防控志愿者服务队"),
        Association = DemoId.Of("市义工协会"),
        HostTeam = DemoId.Of("河南新乡蓝天救援队");

    public static async Task Load(HonorsDb db, IServiceProvider services)
    {
        var issuer = services.GetRequiredService<Issuer>();
        var now = services.GetRequiredService<IClock>().GetCurrentInstant();
        await using var whole = await db.Database.BeginTransactionAsync();

        AddBodies(db);
        AddClerks(db, issuer, now);
        var (office, recorder, verifier) = (ActorOf(DemoLogins.Office, "秦书勤"), ActorOf(DemoLogins.Recorder, "李记远"), ActorOf(DemoLogins.Verifier, "郑核真"));
        FirstStory.Add(db, office, verifier, now);
        new TitleBook(db, office, now).Add();
        new FirstNominations(db, await db.WorkingCalendar(CancellationToken.None), services.GetRequiredService<IdentitySeal>(), ActorOf(DemoLogins.Nominator, "冯荐贤")).Add();
        var cases = new FirstCases(db, await db.WorkingCalendar(CancellationToken.None), ActorOf(DemoLogins.Nominator, "冯荐贤"), office);
        cases.Add();
        var notices = new FirstNotices(db, cases, await db.WorkingCalendar(CancellationToken.None), office, ActorOf(DemoLogins.Office2, "乔办成"), now);
        notices.Add();
        new FirstObjections(db, notices, await db.WorkingCalendar(CancellationToken.None), services.GetRequiredService<IdentitySeal>(), services.GetRequiredService<FileStore>(), ActorOf(DemoLogins.Office2, "乔办成"), now).Add();
        new FirstHonorReports(db, services.GetRequiredService<IdentitySeal>(), now).Add();
        new FirstDecisions(
            db, await db.WorkingCalendar(CancellationToken.None), ActorOf(DemoLogins.Nominator, "冯荐贤"), office, ActorOf(DemoLogins.Office2, "乔办成")).Add();
        Neighbours.Add(db, services.GetRequiredService<IdentitySeal>(), recorder, office, verifier, now);
        Neighbours.AddFile(db, services.GetRequiredService<FileStore>(), recorder, now);
        Teachers.Add(db, recorder, verifier, ActorOf(DemoLogins.School, "严校真"), await db.WorkingCalendar(CancellationToken.None), now);
        new Volunteers(db, recorder, verifier, office, ActorOf(DemoLogins.Office2, "乔办成"), now).Add();
        Rescues.Add(db, recorder, services.GetRequiredService<OverlapLimits>(), now);
        if (services.GetRequiredService<IConfiguration>().GetValue("Demo:County", true)) new County(db, recorder, office, verifier, services.GetRequiredService<OverlapLimits>(), now).Add();
        List<CreditingRule> rules = [.. CreditingRule.Shipped()];
        foreach (var hours in db.ServiceRecords.Local) hours.CreditBy(CreditingRule.Holding(rules, hours.RecordedIn, hours.ServedOn), _ => 0);
        var whole2026 = (From: new LocalDate(2026, 1, 1), To: new LocalDate(2026, 12, 31));
        db.Add(Recrediting.Propose(
            DemoId.Of("demo recrediting"), 140431000000, whole2026.From, whole2026.To, "核对本年时长是否均按现行计时办法折算。", [], rules,
            Enumerable.Empty<ServiceRecord>().ToLookup(r => r.PersonId), new RecordingBody(CountyOffice, 140431000000), ActorOf(DemoLogins.Office2, "乔办成"), now).Recrediting);

        await db.SaveChangesAsync();
        if (issuer.IsOurs) await DemoLogins.Enter(services);
        await whole.CommitAsync();
    }

    private static Actor ActorOf(string login, string name) => new(DemoId.Of(login), DemoId.Of(name));

    private static void AddBodies(HonorsDb db)
    {
        const long Qinyuan = 140431000000;
        var office = new RecordingBody(CountyOffice, Qinyuan);
        Add(CountyOffice, "沁源县文明办", OrganizationKind.Office, Qinyuan);
        Add(CityOffice, "长治市文明办", OrganizationKind.Office, 140400000000);
        Add(NeighbourOffice, "壶关县文明办", OrganizationKind.Office, 140427000000);
        Add(School, "沁源县赤石桥中心学校", OrganizationKind.School, 140431207000);
        Add(RescueTeam, "沁源县蓝天救援队", OrganizationKind.Team, Qinyuan, TeamKind.Rescue);
        Add(DisabledTeam, "残疾人志愿服务队", OrganizationKind.Team, Qinyuan, TeamKind.Volunteer);
        Add(EpidemicTeam, "疫情防控志愿者服务队", OrganizationKind.Team, Qinyuan, TeamKind.Volunteer);
        Add(Association, "市义工协会", OrganizationKind.Association, 140400000000);
        Add(HostTeam, "河南新乡蓝天救援队", OrganizationKind.Team, 410700000000, TeamKind.Rescue);

        void Add(Guid id, string name, OrganizationKind kind, long division, TeamKind? team = null) =>
            db.Add(Organization.Register(id, new OrganizationFacts(name, kind, division, team), office));
    }

    /// <summary>The people behind the demo logins: invented, like their names.</summary>
    private static void AddClerks(HonorsDb db, Issuer issuer, Instant now)
    {
        var countyBody = new RecordingBody(CountyOffice, 140431000000);
        Clerk(DemoLogins.Office, "秦书勤", CountyOffice, Right.Record, Right.Verify, Right.Decide);
        Clerk(DemoLogins.Office2, "乔办成", CountyOffice, Right.Record, Right.Verify, Right.Decide);
        var recorder = Clerk(DemoLogins.Recorder, "李记远", RescueTeam, Right.Record);
        Clerk(DemoLogins.Verifier, "郑核真", CountyOffice, Right.Verify);
        Clerk(DemoLogins.Nominator, "冯荐贤", School, Right.Nominate);
        Clerk(DemoLogins.School, "严校真", School, Right.Confirm);
        Clerk(DemoLogins.Auditor, "崔审明", CountyOffice, Right.Audit);
        Clerk(DemoLogins.Administrator, "管正初", CountyOffice, Right.Administer);
        db.Add(Account.OfPerson(
            DemoId.Of(DemoLogins.Person), issuer.Value, DemoLogins.IdOf(DemoLogins.Person).ToString(), DemoLogins.Person, DemoId.Of("林予安"), countyBody));

        var program = Account.OfProgram(DemoId.Of(DemoLogins.Program), issuer.Value, DemoLogins.Program, "沁源县蓝天救援队出队系统", recorder, countyBody);
        program.GrantAtSetUp(DemoId.Of($"{DemoLogins.Program} {Right.Record}"), Right.Record, RescueTeam, now);
        var old = Account.OfProgram(DemoId.Of("demo suspended"), issuer.Value, "demo-suspended", "沁源县旧志愿服务平台", recorder, countyBody);
        old.Suspend("平台已停止运行。", ActorOf(DemoLogins.Administrator, "管正初"), now);
        db.AddRange(program, old);

        Account Clerk(string login, string name, Guid body, params Right[] rights)
        {
            var person = Person.Record(DemoId.Of(name), NumberOf(name), new PersonFacts(name, Gender.Unknown, PartialDate.Unknown), countyBody);
            var account = Account.OfPerson(DemoId.Of(login), issuer.Value, DemoLogins.IdOf(login).ToString(), login, person.Id, countyBody);
            foreach (var right in rights) account.GrantAtSetUp(DemoId.Of($"{login} {right}"), right, body, now);
            db.AddRange(person, account);
            return account;
        }
    }

    /// <summary>A public number as random-looking as any, but the same on every machine.</summary>
    public static string NumberOf(string name) => string.Concat(DemoId.Of(name).ToByteArray().Skip(6).Take(PersonNumber.Length).Select(b => "0123456789ABCDEFGHJKMNPQRSTVWXYZ"[b % 32]));
}
