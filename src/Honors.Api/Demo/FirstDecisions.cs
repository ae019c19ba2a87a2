using Honors.Api.Data;
using Honors.Domain.Accounts;
using Honors.Domain.Calendar;
using Honors.Domain.Decisions;
using Honors.Domain.Nominations;
using Honors.Domain.People;
using Honors.Domain.Titles;
using Honors.Domain.Values;
using NodaTime;

namespace Honors.Api.Demo;

/// <summary>Decisions about invented people: one that conferred two awards, one that waits for its second person, one that lacks much.</summary>
internal sealed class FirstDecisions(HonorsDb db, WorkingCalendar calendar, Actor nominator, Actor office, Actor second)
{
    public const string Title = "优秀志愿服务信息员";

    private static readonly RecordingBody School = new(DemoData.School, 140431207000), Office = new(DemoData.CountyOffice, 140431000000);

    private static readonly Instant Submitted = Instant.FromUtc(2026, 10, 12, 2, 0), Accepted = Submitted + Duration.FromDays(2),
        Drafted = Submitted + Duration.FromDays(10), Confirmed = Submitted + Duration.FromDays(11);

    private static readonly LocalDate Day = new(2026, 10, 21);

    private Title Of(string name) => db.Titles.Local.Single(t => t.Id == DemoId.Of(name));

    private Procedure ProcedureOf(string title) => db.Procedures.Local.Single(p => p.Id == DemoId.Of(TitleBook.ProcedureOf(title)));

    public void Add()
    {
        List<Nomination> named = [Ready("demo case decided 1", "温知秋"), Ready("demo case decided 2", "舒见贤")];
        var decision = Draft("demo decision", office, Title, "关于评定2026年度优秀志愿服务信息员的决定", "沁文明〔2026〕9号", [.. named]);
        List<DecidedCase> cases =
        [
            .. named.Select(n => new DecidedCase(
                DemoId.Of($"demo award of {n.PersonId}"), n, [], ProcedureOf(Title).Facts, new NomineeHistory(false, [], null, 0), NoticeProgress.None, [], [])),
        ];
        db.AddRange(decision.Confirm(Of(Title), cases, 0, false, calendar, second, Confirmed));

        Draft("demo decision to confirm", second, Title, "关于增补2026年度优秀志愿服务信息员的决定", "沁文明〔2026〕11号", Ready("demo case to decide", "成信实"));
        Draft("demo decision to delete", office, Title, "关于评定优秀志愿服务信息员的决定（草稿）", null, named[0]);
        const string RoleModel = "道德模范";
        Draft("demo decision with gaps", office, RoleModel, "关于命名2026年度道德模范的决定", null, db.Nominations.Local.Single(n => n.Id == DemoId.Of("demo case key")));
    }

    private Decision Draft(string id, Actor by, string title, string name, string? number, params Nomination[] cases)
    {
        var facts = new DecisionFacts(
            [DemoData.CountyOffice], name, number, Day, null, new Ceremony("全县志愿服务总结大会", new LocalDate(2026, 12, 5), "沁源县文化中心"),
            [.. cases.Select(n => new DecisionEntryFacts(n.Id, null, [], []))]);
        var decision = Decision.Draft(DemoId.Of(id), Of(title), facts, cases, Office, by, Drafted);
        db.Add(decision);
        return decision;
    }

    private Nomination Ready(string id, string name)
    {
        db.Add(Person.Record(DemoId.Of(name), DemoData.NumberOf(name), new PersonFacts(name, Gender.NotStated, PartialDate.Unknown), School));
        var procedure = ProcedureOf(Title);
        var nomination = Nomination.Draft(
            DemoId.Of(id), Of(Title),
            new NominationFacts(
                RecipientKind.Person, DemoId.Of(name), null, null, [], false, "全年及时、准确登记志愿服务和出队记录。",
                [new EvidenceItem(EvidenceKind.LocalBody, "学校志愿服务队", PartialDate.Parse("2026-09"), "学校办公室", null)],
                new NoticeGround(NoticeGroundKind.Consent, new LocalDate(2026, 10, 9), "本人签字的同意书，存学校办公室"), null, [], [], [], []),
            NominatorKind.Unit, School, nominator, Submitted);
        nomination.Submit(procedure, new NomineeHistory(false, [], null, 0), calendar, nominator, Submitted);
        nomination.Accept(procedure, calendar, office, Accepted);
        nomination.Case!.Find(FindingResult.Approved, null, null, new Handling(nomination, procedure.Facts, calendar, office, Accepted));
        db.Add(nomination);
        return nomination;
    }
}
