using Honors.Api.Data;
using Honors.Domain.Accounts;
using Honors.Domain.Organizations;
using Honors.Domain.People;
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
        var issuer = services.GetRequiredService<IConfiguration>()["Auth:Issuer"]!;
        var now = services.GetRequiredService<IClock>().GetCurrentInstant();
        await using var whole = await db.Database.BeginTransactionAsync();

        AddBodies(db);
        AddClerks(db, issuer, now);
        var (office, recorder, verifier) = (ActorOf(DemoClients.Office, "秦书勤"), ActorOf(DemoClients.Recorder, "李记远"), ActorOf(DemoClients.Verifier, "郑核真"));
        FirstStory.Add(db, office, verifier, now);
        Neighbours.Add(db, recorder, office, verifier, now);

        await db.SaveChangesAsync();
        await whole.CommitAsync();
    }

    private static Actor ActorOf(string client, string name) => new(DemoId.Of(client), DemoId.Of(name));

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

    /// <summary>The people behind the demo clients: invented, like their names.</summary>
    private static void AddClerks(HonorsDb db, string issuer, Instant now)
    {
        Clerk(DemoClients.Office, "秦书勤", CountyOffice, Right.Record, Right.Verify);
        Clerk(DemoClients.Recorder, "李记远", RescueTeam, Right.Record);
        Clerk(DemoClients.Verifier, "郑核真", CountyOffice, Right.Verify);
        Clerk(DemoClients.Auditor, "崔审明", CountyOffice, Right.Audit);

        void Clerk(string client, string name, Guid body, params Right[] rights)
        {
            var person = Person.Record(
                DemoId.Of(name), NumberOf(name), new PersonFacts(name, Gender.Unknown, PartialDate.Unknown), new RecordingBody(CountyOffice, 140431000000));
            var account = Account.Open(DemoId.Of(client), issuer, client, client, person.Id);
            foreach (var right in rights) account.Grant(DemoId.Of($"{client} {right}"), right, body, account.Id, now);
            db.AddRange(person, account);
        }
    }

    /// <summary>A public number as random-looking as any, but the same on every machine.</summary>
    public static string NumberOf(string name) => string.Concat(DemoId.Of(name).ToByteArray().Skip(6).Take(PersonNumber.Length).Select(b => "0123456789ABCDEFGHJKMNPQRSTVWXYZ"[b % 32]));
}
