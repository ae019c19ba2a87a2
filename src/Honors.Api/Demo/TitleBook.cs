using Honors.Api.Data;
using Honors.Domain.Accounts;
using Honors.Domain.Calendar;
using Honors.Domain.Nominations;
using Honors.Domain.Titles;
using NodaTime;

namespace Honors.Api.Demo;

/// <summary>
/// The titles of the first story and their like, each with a procedure. A figure has a source where the project has read one; every other is a
/// starting point for the office, and says so by having none (未核实).
/// </summary>
internal sealed class TitleBook(HonorsDb db, Actor office, Instant now)
{
    private const long Qinyuan = 140431000000, Changzhi = 140400000000;

    private const string Regulation = "山西省见义勇为人员保护和奖励条例", FirstDayCounted = "各地表彰公示惯例：五个工作日，首日计入";

    private static readonly LocalDate Since = new(2024, 1, 1);

    private static readonly ProcedureStep[] Whole =
    [
        ProcedureStep.Acceptance, ProcedureStep.Review, ProcedureStep.DepartmentalChecks, ProcedureStep.ExpertReview, ProcedureStep.Notice,
        ProcedureStep.Decision, ProcedureStep.Conferral,
    ];

    private static readonly Clock FiveDayNotice = new(ClockKind.Notice, 5, PeriodUnit.WorkingDays, Counting.Inclusive, FirstDayCounted);

    /// <summary>推荐、自荐: 道德模范 and 好人 are open to all.</summary>
    private static readonly NominatorKind[] Anybody = Enum.GetValues<NominatorKind>();

    public static string ProcedureOf(string title) => $"{title} procedure";

    public void Add()
    {
        AddBravery();
        AddRoleModels();
        AddCollectives();
        Procedure("优秀队员", Plain(Qinyuan, Verb.Rate, RecipientKind.Person) with
        {
            GrantingBodyIds = [DemoData.RescueTeam],
            Criteria = ["本队注册队员，全年参加出队、训练和值守。"],
            Steps = [ProcedureStep.Acceptance, ProcedureStep.Decision],
            Clocks = [Days(ClockKind.AppealFiling, 15), Days(ClockKind.AppealAnswer, 30)],
            Nominators = [NominatorKind.Team, NominatorKind.Person],
        });
    }

    /// <summary>Two acts: the deed and its actor are confirmed first, then a title may follow.</summary>
    private void AddBravery()
    {
        Title("见义勇为确认", TitleClass.Commendation, TitleLevel.County, DemoData.CountyOffice);
        Procedure("见义勇为确认", Plain(Qinyuan, Verb.Confirm, RecipientKind.Person, RecipientKind.Group) with
        {
            Act = TitleAct.Confirmation,
            LegalBasis = Regulation + " §2、§5",
            Posthumous = true,
            Criteria = ["非因法定职责，为保护国家、社会公共利益或者他人人身、财产安全挺身而出，事迹突出（" + Regulation + " §2）。"],
            Steps = [ProcedureStep.Acceptance, ProcedureStep.Review, ProcedureStep.DepartmentalChecks, ProcedureStep.Notice, ProcedureStep.Decision],
            Clocks =
            [
                Days(ClockKind.Acceptance, 5), Days(ClockKind.Completion, 5), Days(ClockKind.Examination, 30), Days(ClockKind.DepartmentalAnswer, 10),
                Days(ClockKind.Notice, 7), Days(ClockKind.AppealFiling, 15), Days(ClockKind.AppealAnswer, 30),
            ],
            NoticeMayBeSkipped = true,
            FilingLimit = new FilingLimit(24, null),
        });
        Procedure("见义勇为先进分子", Plain(Changzhi, Verb.Confer, RecipientKind.Person, RecipientKind.Group) with
        {
            LegalBasis = Regulation + " §4",
            Posthumous = true,
            Steps = Whole,
            Clocks = [FiveDayNotice],
            NoticeMayBeSkipped = true,
            Reward = new Reward(null, null, "表彰大会", "撤销称号的追缴", null),
            Quorum = 5,
            RequiredTitleIds = [DemoId.Of("见义勇为确认")],
        });
    }

    private void AddRoleModels()
    {
        Procedure("新时代文明实践“十佳志愿者”", Plain(Qinyuan, Verb.Name, RecipientKind.Person) with
        {
            Steps = Whole,
            Clocks = [FiveDayNotice],
            Quota = new Quota(10, "称号名称：十佳", []),
            Quorum = 5,
        });
        Title("道德模范", TitleClass.Selection, TitleLevel.County, DemoData.CountyOffice);
        Procedure("道德模范", Plain(Qinyuan, Verb.Name, RecipientKind.Person, RecipientKind.Group) with
        {
            Posthumous = true,
            Criteria = ["助人为乐、见义勇为、诚实守信、敬业奉献、孝老爱亲五类。"],
            Steps = Whole,
            Clocks =
            [
                Days(ClockKind.Acceptance, 5), Days(ClockKind.Completion, 5), Days(ClockKind.Examination, 20), Days(ClockKind.DepartmentalAnswer, 10), FiveDayNotice,
            ],
            Repeat = new Repeat(RepeatRule.Once, null, null),
            Quorum = 5,
            Nominators = Anybody,
        });
        Title("身边好人", TitleClass.Selection, TitleLevel.County, DemoData.CountyOffice);
        Procedure("身边好人", Plain(Qinyuan, Verb.Elect, RecipientKind.Person, RecipientKind.Group) with
        {
            Posthumous = true,
            Criteria = ["助人为乐、见义勇为、诚实守信、敬业奉献、孝老爱亲五类。"],
            Steps = [ProcedureStep.Acceptance, ProcedureStep.Review, ProcedureStep.Notice, ProcedureStep.SendingUp, ProcedureStep.Decision],
            Clocks =
            [
                Days(ClockKind.Acceptance, 5), Days(ClockKind.Completion, 5), FiveDayNotice, Days(ClockKind.AppealFiling, 15), Days(ClockKind.AppealAnswer, 30),
                Days(ClockKind.ObjectionAnswer, 10),
            ],
            Nominators = Anybody,
        });
        Title("最美志愿者", TitleClass.Selection, TitleLevel.County, DemoData.CountyOffice);
        Procedure("最美志愿者", Plain(Qinyuan, Verb.Name, RecipientKind.Person) with { Steps = Whole, Clocks = [FiveDayNotice], Quorum = 5 });
    }

    private void AddCollectives()
    {
        Title(FirstDecisions.Title, TitleClass.Internal, TitleLevel.Unit, DemoData.CountyOffice);
        Procedure(FirstDecisions.Title, Plain(Qinyuan, Verb.Rate, RecipientKind.Person, RecipientKind.Unit, RecipientKind.Team, RecipientKind.Group) with
        {
            Posthumous = true,
            Steps = [ProcedureStep.Acceptance, ProcedureStep.Review, ProcedureStep.Decision],
        });
        Title("志愿服务先进集体", TitleClass.Selection, TitleLevel.County, DemoData.CountyOffice);
        Procedure("志愿服务先进集体", Plain(Qinyuan, Verb.Name, RecipientKind.Unit, RecipientKind.Team) with { Steps = Whole, Clocks = [FiveDayNotice], Quorum = 5 });
        Title("见义勇为先进群体", TitleClass.Commendation, TitleLevel.City, DemoData.CityOffice);
        Procedure("见义勇为先进群体", Plain(Changzhi, Verb.Confer, RecipientKind.Group, RecipientKind.Team) with
        {
            LegalBasis = Regulation + " §4",
            Posthumous = true,
            Steps = Whole,
            Clocks = [FiveDayNotice],
            NoticeMayBeSkipped = true,
            Quorum = 5,
            RequiredTitleIds = [DemoId.Of("见义勇为确认")],
        });
    }

    /// <summary>Counted as 民法典 §201 counts, with a figure that nobody has verified.</summary>
    private static Clock Days(ClockKind kind, int days) => new(kind, days, PeriodUnit.WorkingDays, Counting.ExcludeStart, null);

    private static ProcedureFacts Plain(long division, Verb verb, params RecipientKind[] recipients) =>
        new(TitleAct.Title, verb, null, null, [], division, recipients, false, [], [], [], false, null, null, null, null, null, []);

    private void Title(string name, TitleClass kind, TitleLevel level, Guid owner) => db.Add(Domain.Titles.Title.Enter(
        DemoId.Of(name), new TitleFacts(name, kind, level, owner, null), new RecordingBody(DemoData.CountyOffice, Qinyuan)));

    private void Procedure(string title, ProcedureFacts facts) => db.Add(Domain.Titles.Procedure.Enter(
        DemoId.Of(ProcedureOf(title)), db.Titles.Local.Single(t => t.Id == DemoId.Of(title)), Since, facts, null, office, now));
}
