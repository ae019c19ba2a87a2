using Honors.Api.Data;
using Honors.Domain.Accounts;
using Honors.Domain.Calendar;
using Honors.Domain.Nominations;
using Honors.Domain.People;
using Honors.Domain.Titles;
using Honors.Domain.Values;
using NodaTime;

namespace Honors.Api.Demo;

/// <summary>Cases of invented people: one and two joined, one with a department, one with experts, one whose clock is stopped, one sent up.</summary>
internal sealed class FirstCases(HonorsDb db, WorkingCalendar calendar, Actor nominator, Actor office)
{
    private const string RoleModel = "道德模范", GoodPerson = "身边好人";

    private static readonly RecordingBody School = new(DemoData.School, 140431207000);

    private static readonly Instant Submitted = Instant.FromUtc(2026, 10, 12, 2, 0), Accepted = Submitted + Duration.FromDays(2), Handled = Submitted + Duration.FromDays(8);

    public void Add()
    {
        AddLikes();
        foreach (var id in (string[])["demo case to join", "demo case to find on", "demo case to stop"]) Open(id, "程善言");
        AddExamined();
        AddStopped();
        Approved("demo case to send up", "邵长青");
        var sent = Approved("demo case sent up", "邵长青");
        sent.Case!.SendUp(
            db.Organizations.Local.Single(o => o.Id == DemoData.CountyOffice), db.Organizations.Local.Single(o => o.Id == DemoData.CityOffice), null,
            "沁文明推〔2026〕3号", new LocalDate(2026, 10, 20), By(sent));
    }

    /// <summary>并案 1 + 2: three bodies' letters about one deed.</summary>
    private void AddLikes()
    {
        var key = Open("demo case key", "程善言");
        foreach (var id in (string[])["demo case like 1", "demo case like 2"])
        {
            var like = Open(id, "程善言");
            like.Case!.JoinTo(key.Case!, key, "同一事迹的另一份推荐。", By(like));
        }
    }

    private void AddExamined()
    {
        var asked = Open("demo case in checks", "栗向阳");
        asked.Case!.Ask(DemoId.Of("demo check"), null, "沁源县公安局", new LocalDate(2026, 10, 20), By(asked));
        var seen = Open("demo case in review", "栗向阳");
        foreach (var name in (string[])["demo expert to hear", "demo expert to recuse"])
            seen.Case!.Seat(DemoId.Of(name), null, name is "demo expert to hear" ? "评审专家甲" : "评审专家乙", "社会工作", By(seen));
    }

    private void AddStopped()
    {
        var stopped = Open("demo case stopped", "程善言");
        stopped.Case!.Stop(StopGround.Authority, "等待派出所出具出警证明。", By(stopped));
    }

    public Nomination Approved(string id, string name)
    {
        var nomination = Open(id, name, GoodPerson);
        nomination.Case!.Find(FindingResult.Approved, null, null, By(nomination));
        return nomination;
    }

    public Nomination OpenConfidential(string id, string name) => Open(id, name, "见义勇为确认", NoticeGroundKind.Confidential);

    private Nomination Open(string id, string name, string title = RoleModel, NoticeGroundKind ground = NoticeGroundKind.Consent)
    {
        if (db.People.Local.All(p => p.Id != DemoId.Of(name)))
            db.Add(Person.Record(DemoId.Of(name), DemoData.NumberOf(name), new PersonFacts(name, Gender.NotStated, PartialDate.Unknown), School));
        var procedure = ProcedureOf(title);
        var nomination = Nomination.Draft(
            DemoId.Of(id), db.Titles.Local.Single(t => t.Id == DemoId.Of(title)),
            new NominationFacts(
                RecipientKind.Person, DemoId.Of(name), null, null, [], false, "常年义务接送残疾邻居就医。",
                [new EvidenceItem(EvidenceKind.Beneficiary, "受助邻居", PartialDate.Parse("2026-09"), "学校办公室", null)],
                new NoticeGround(ground, new LocalDate(2026, 10, 9), "本人签字的同意书，存学校办公室"), null, [], [], [], []),
            NominatorKind.Unit, School, nominator, Submitted);
        nomination.Submit(procedure, new NomineeHistory(false, [], null, 0), calendar, nominator, Submitted);
        nomination.Accept(procedure, calendar, office, Accepted);
        db.Add(nomination);
        return nomination;
    }

    private Procedure ProcedureOf(string title) => db.Procedures.Local.Single(p => p.Id == DemoId.Of(TitleBook.ProcedureOf(title)));

    public Handling By(Nomination nomination) =>
        new(nomination, db.Procedures.Local.Single(p => p.Id == nomination.ProcedureId).Facts, calendar, office, Handled);
}
