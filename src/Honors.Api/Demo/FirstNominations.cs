using System.Text.Json;
using Honors.Api.Data;
using Honors.Api.Identities;
using Honors.Api.Nominations;
using Honors.Domain.Accounts;
using Honors.Domain.Calendar;
using Honors.Domain.Nominations;
using Honors.Domain.People;
using Honors.Domain.Titles;
using Honors.Domain.Values;
using NodaTime;

namespace Honors.Api.Demo;

/// <summary>Nominations of an invented teacher: drafts to hand in, and cases that wait for the office.</summary>
internal sealed class FirstNominations(HonorsDb db, WorkingCalendar calendar, IdentitySeal seal, Actor nominator)
{
    /// <summary>Of the citizen's recommendation; invented like all here, and known to everybody.</summary>
    public const string Receipt = "QYXDEM0RECE1PT000000000001", RefusedReceipt = "QYXDEM0RECE1PT000000000002";

    private static readonly RecordingBody School = new(DemoData.School, 140431207000);

    /// <summary>A day whose year is loaded, whenever the demo is started.</summary>
    private static readonly Instant Then = Instant.FromUtc(2026, 10, 20, 2, 0);

    private static readonly RecordingBody Office = new(DemoData.CountyOffice, 140431000000);

    private static readonly Guid Self = DemoId.Of("林予安");

    private static readonly Actor Member = new(DemoId.Of(DemoLogins.Person), Self);

    private static readonly NomineeHistory Nothing = new(false, [], null, 0);

    private static readonly Guid Teacher = DemoId.Of("温故新");

    public void Add()
    {
        db.Add(Person.Record(Teacher, DemoData.NumberOf("温故新"), new PersonFacts("温故新", Gender.NotStated, PartialDate.Unknown), School));
        Draft("demo nomination to submit");
        Draft("demo nomination to replace");
        foreach (var id in (string[])["demo nomination to accept", "demo nomination to return", "demo nomination to refuse"])
        {
            Draft(id).Submit(ProcedureOf("道德模范"), Nothing, calendar, nominator, Then);
        }

        AddOwn();
        AddCitizens();
        AddRefused("demo refused nomination");
        AddRefused("demo appeal").FileAppeal(
            "全年出队记录可查，请再核实。", DemoData.CountyOffice, ProcedureOf("优秀队员"), calendar, Member, Then + Duration.FromDays(29));
    }

    private Nomination Draft(string id)
    {
        var nomination = Nomination.Draft(DemoId.Of(id), TitleOf("道德模范"), FactsOf(Teacher), NominatorKind.Unit, School, nominator, Then);
        db.Add(nomination);
        return nomination;
    }

    /// <summary>自荐: of the person behind the login of that name.</summary>
    private void AddOwn()
    {
        var own = Nomination.DraftOwn(DemoId.Of("demo self-nomination"), TitleOf("身边好人"), FactsOf(Self), Office, Member, Then);
        db.Add(own);
        own.Submit(ProcedureOf("身边好人"), Nothing, calendar, Member, Then);
    }

    /// <summary>群众推荐, waiting for the office to complete it.</summary>
    private void AddCitizens()
    {
        var words = new CitizenWords("耿大娘", "赤石桥乡", "冬天天不亮就起来扫村口的雪，扫了很多年。", "每年冬天", "赤石桥乡村口");
        var received = Nomination.Receive(DemoId.Of("demo recommendation"), TitleOf("身边好人"), words, Office, ProcedureOf("身边好人"), calendar, Actor.Unknown, Then);
        db.Add(received);
        var sender = JsonSerializer.Serialize(new Sender("某村民", "villager@example.org"));
        db.Add(CitizenReceipt.Issue(received, ReceiptCode.HashOf(Receipt)!, seal.Seal(Sender.PlaceOf(received.Id), sender)));

        var refused = Nomination.Receive(
            DemoId.Of("demo refused recommendation"), TitleOf("身边好人"), words with { NomineeName = "耿大爷" }, Office, ProcedureOf("身边好人"), calendar, Actor.Unknown, Then);
        db.Add(refused);
        refused.Refuse(
            "未能联系到知情人。", ProcedureOf("身边好人"), calendar, new Actor(DemoId.Of(DemoLogins.Office), DemoId.Of("秦书勤")), Then + Duration.FromDays(27), RefusalGround.NotOfThisTitle);
        db.Add(CitizenReceipt.Issue(refused, ReceiptCode.HashOf(RefusedReceipt)!, null));
    }

    /// <summary>Of the team's own title: the appeal goes to the county's office.</summary>
    private Nomination AddRefused(string id)
    {
        var clerk = new Actor(DemoId.Of(DemoLogins.Recorder), DemoId.Of("李记远"));
        var (refused, procedure) = (
            Nomination.DraftOwn(DemoId.Of(id), TitleOf("优秀队员"), FactsOf(Self), new(DemoData.RescueTeam, 140431000000), Member, Then), ProcedureOf("优秀队员"));
        db.Add(refused);
        refused.Submit(procedure, Nothing, calendar, Member, Then);
        refused.Refuse("全年出队次数不足。", procedure, calendar, clerk, Then + Duration.FromDays(27), RefusalGround.NotOfThisTitle);
        return refused;
    }

    private Title TitleOf(string name) => db.Titles.Local.Single(t => t.Id == DemoId.Of(name));

    private Procedure ProcedureOf(string title) => db.Procedures.Local.Single(p => p.Id == DemoId.Of(TitleBook.ProcedureOf(title)));

    private static NominationFacts FactsOf(Guid person) => new(
        RecipientKind.Person, person, null, null, [], false, "多年照料同村孤寡老人。",
        [new EvidenceItem(EvidenceKind.LocalBody, "村民委员会", PartialDate.Parse("2026-09"), "学校办公室", null)],
        new NoticeGround(NoticeGroundKind.Consent, new LocalDate(2026, 10, 12), "本人签字的同意书，存学校办公室"), null, [], [], [], []);
}
