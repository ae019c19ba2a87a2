using CsCheck;
using Honors.Domain;
using Honors.Domain.Accounts;
using Honors.Domain.Calendar;
using Honors.Domain.Nominations;
using Honors.Domain.Organizations;
using Honors.Domain.Titles;
using Honors.Domain.Values;
using NodaTime;

namespace Honors.Tests.Nominations;

/// <summary>After the acceptance: whatever is called in whatever order.</summary>
public sealed class CasePipelineTests
{
    private static readonly WorkingCalendar Calendar = new([.. CalendarYear.Shipped()]);

    private static readonly Instant Start = Instant.FromUtc(2024, 3, 1, 2, 0);

    private static readonly Actor Nominator = Human(), Clerk = Human();

    private static readonly RecordingBody School = new(Guid.CreateVersion7(), 140431207000);

    private static readonly Organization County = Office(140431000000), City = Office(140400000000);

    private static readonly Title Title = Honors.Domain.Titles.Title.Enter(
        Guid.CreateVersion7(), new TitleFacts("身边好人", TitleClass.Selection, TitleLevel.County, County.Id, null), School);

    private static readonly Procedure Whole = Honors.Domain.Titles.Procedure.Enter(
        Guid.CreateVersion7(), Title, new LocalDate(2024, 1, 1),
        new ProcedureFacts(
            TitleAct.Title, Verb.Elect, null, null, [], 140431000000, [RecipientKind.Person], false, [],
            [ProcedureStep.Acceptance, ProcedureStep.Review, ProcedureStep.DepartmentalChecks, ProcedureStep.ExpertReview, ProcedureStep.SendingUp, ProcedureStep.Decision],
            [new Clock(ClockKind.Examination, 20, PeriodUnit.WorkingDays, Counting.ExcludeStart, null)], false, null, null, null, null, 2, []),
        null, Clerk, Start);

    private static Actor Human() => new(Guid.CreateVersion7(), Guid.CreateVersion7());

    private static Organization Office(long division) =>
        Organization.Register(Guid.CreateVersion7(), new OrganizationFacts("某文明办", OrganizationKind.Office, division), School);

    private static Nomination Accepted()
    {
        var nomination = Nomination.Draft(
            Guid.CreateVersion7(), Title,
            new NominationFacts(
                RecipientKind.Person, Guid.CreateVersion7(), null, null, [], false, "照料孤寡老人",
                [new EvidenceItem(EvidenceKind.Witness, "同村村民", PartialDate.Unknown, "学校", null)], new NoticeGround(NoticeGroundKind.Consent, new LocalDate(2024, 2, 1), "同意书"),
                null, [], [], [], []),
            NominatorKind.Unit, School, Nominator, Start);
        nomination.Submit(Whole, new NomineeHistory(false, [], null, 0), Calendar, Nominator, Start);
        nomination.Accept(Whole, Calendar, Clerk, Start);
        return nomination;
    }

    private sealed class Run
    {
        public Nomination Nomination { get; } = Accepted();

        public Nomination Key { get; } = Accepted();

        public Instant Now { get; set; } = Start;

        public Case Case => Nomination.Case!;

        private Handling By => new(Nomination, Whole.Facts, Calendar, Clerk, Now);

        private LocalDate Today => By.Today;

        /// <summary>Calls what the act is called by, with whatever part of the case comes first.</summary>
        /// <returns>False where there is no such part to act on.</returns>
        public bool Call(CaseAct act, int choice)
        {
            switch (act)
            {
                case CaseAct.Merger: Case.JoinTo(Key.Case!, Key, "同一事迹", By); break;
                case CaseAct.Separation: Case.PartFrom(Key.Case!, Key, "两件事迹", By); break;
                case CaseAct.CheckSent: Case.Ask(Guid.CreateVersion7(), null, $"部门{Case.Checks.Count}", Today, By); break;
                case CaseAct.CheckAnswered:
                    if (Case.Checks.FirstOrDefault(c => c.Answer is null) is not { } check) return false;
                    Case.Answer(check.Id, (CheckResult)(choice % 3), Today, "说明", null, By);
                    break;
                case CaseAct.PanelSeated: Case.Seat(Guid.CreateVersion7(), null, "专家", null, By); break;
                case CaseAct.Recusal:
                    if (Case.Panel.FirstOrDefault(m => m.Recusal is null) is not { } tied) return false;
                    Case.Recuse(tied.Id, RecusalKind.Declared, "亲属", By);
                    break;
                case CaseAct.Opinion:
                    if (Case.Panel.FirstOrDefault(m => m.Recusal is null && m.Opinion is null) is not { } member) return false;
                    Case.Hear(member.Id, (Vote)(choice % 3), "意见", Today, null, false, By);
                    break;
                case CaseAct.Stop: Case.Stop((StopGround)(choice % 4), "等待", By); break;
                case CaseAct.Resumption: Case.Resume(By); break;
                case CaseAct.Finding: Case.Find((FindingResult)(choice % 2), "理由", choice > 5 ? "说明" : null, By); break;
                case CaseAct.SendingUp: Case.SendUp(County, City, null, "推1号", Today, By); break;
                case CaseAct.HigherAnswer: Case.AnswerFromAbove((HigherResult)(choice % 3), Today, null, "说明", null, By); break;
                default: return false; // it is opened by the acceptance
            }

            return true;
        }
    }

    private static readonly CaseStage[] Examined = [CaseStage.Review, CaseStage.DepartmentalChecks, CaseStage.ExpertReview, CaseStage.Stopped];

    /// <summary>From which stages each act may be; what else it needs is asked below.</summary>
    private static CaseStage[] From(CaseAct act) => act switch
    {
        CaseAct.Separation => [CaseStage.Merged],
        CaseAct.SendingUp => [CaseStage.Ready, CaseStage.OnNotice],
        CaseAct.HigherAnswer => [CaseStage.SentUp],
        _ => Examined,
    };

    private static readonly Gen<(CaseAct Act, int Choice, int Days)[]> Calls =
        Gen.Select(Gen.Enum<CaseAct>().Where(a => a is not CaseAct.Opening), Gen.Int[0, 11], Gen.Int[0, 3]).Array[0, 40];

    [Fact]
    public void No_order_of_acts_reaches_a_stage_that_the_procedure_does_not_allow_and_each_refusal_names_its_rule() => Calls.Sample(calls =>
    {
        var run = new Run();
        foreach (var (act, choice, days) in calls)
        {
            run.Now += Duration.FromDays(days);
            var (stage, steps, opened) = (run.Case.Stage, run.Case.Steps, run.Case);
            var facts = (opened.IsStopped, Open: opened.Checks.Any(c => c.Answer is null), Objects: opened.Checks.Any(c => c.Answer?.Result is CheckResult.Objection));
            try
            {
                if (!run.Call(act, choice)) continue;

                Assert.Contains(stage, From(act));
                Assert.Equal([.. steps, opened.Steps[^1]], opened.Steps);
                Assert.Equal((act, Clerk.PersonId), (opened.Steps[^1].Act, opened.Steps[^1].By.PersonId));
                if (act is CaseAct.Finding) Assert.True(!facts.IsStopped && !facts.Open);
                if (act is CaseAct.Finding && opened.Finding!.Result is FindingResult.Approved)
                {
                    Assert.True(opened.Checks.Count > 0 && (!facts.Objects || choice > 5) && opened.Votes.Given >= 2 && opened.Votes.For * 2 > opened.Votes.Given);
                    Assert.Equal([new MissingItem(CaseNeed.SendingUp)], opened.Missing(Whole.Facts, ProcedureStep.Decision));
                    Assert.Empty(opened.Missing(Whole.Facts, ProcedureStep.Notice));
                }
            }
            catch (RuleViolationException refused)
            {
                Assert.Equal((stage, steps), (opened.Stage, opened.Steps));
                var expected = stage is CaseStage.Merged && act is not CaseAct.Separation ? CaseRules.MergedCode
                    : !From(act).Contains(stage) ? act is CaseAct.Separation ? CaseRules.NotMergedCode : CaseRules.WrongStageCode
                    : act is CaseAct.Finding ? CaseRules.NotReadyCode
                    : act is CaseAct.Stop ? facts.IsStopped ? CaseRules.ClockStoppedCode : CaseRules.NoClockCode
                    : CaseRules.ClockRunningCode;
                Assert.Equal(expected, refused.Code);
                if (expected is CaseRules.WrongStageCode) Assert.Equal(From(act), Assert.IsAssignableFrom<IEnumerable<CaseStage>>(refused.Facts["from"]));
                if (expected is CaseRules.MergedCode) Assert.Equal(run.Key.Id, refused.Facts["keyId"]);
                if (expected is CaseRules.NotReadyCode) Assert.NotEmpty(Assert.IsAssignableFrom<IEnumerable<CaseNeed>>(refused.Facts["missing"]));
            }

            Assert.Equal(opened.MergedIntoId is null ? 0 : 1, run.Key.Case!.Likes);
            Assert.Equal(opened.Stage is CaseStage.Adopted, opened.Missing(Whole.Facts, ProcedureStep.Decision) is []);
            Assert.True(opened.DueOn is null || Examined.Contains(opened.Stage));
        }
    });

    [Fact]
    public void Whoever_does_all_that_a_refused_finding_names_gets_it() => Calls.Sample(calls =>
    {
        var run = new Run();
        foreach (var (act, choice, days) in calls.Where(c => c.Act is not (CaseAct.Merger or CaseAct.Finding or CaseAct.SendingUp or CaseAct.HigherAnswer)))
        {
            run.Now += Duration.FromDays(days);
            try
            {
                run.Call(act, choice);
            }
            catch (RuleViolationException)
            {
                // Where it begins does not matter.
            }
        }

        for (var turn = 0; run.Case.Finding is null; turn++)
        {
            Assert.True(turn < 60);
            try
            {
                run.Call(CaseAct.Finding, turn is 0 ? 0 : 6);
            }
            catch (RuleViolationException refused) when (refused.Code is CaseRules.NotReadyCode)
            {
                foreach (var need in (IEnumerable<CaseNeed>)refused.Facts["missing"]!) Do(need);
            }
        }

        Assert.Equal(CaseStage.Ready, run.Case.Stage);

        void Do(CaseNeed need)
        {
            switch (need)
            {
                case CaseNeed.RunningClock: run.Call(CaseAct.Resumption, 0); break;
                case CaseNeed.DepartmentalCheck: run.Call(CaseAct.CheckSent, 0); break;
                case CaseNeed.DepartmentalAnswer: run.Call(CaseAct.CheckAnswered, 0); break;
                case CaseNeed.ObjectionOverride: break; // it is given from the second turn on
                default:
                    run.Call(CaseAct.PanelSeated, 0);
                    run.Call(CaseAct.Opinion, 0);
                    break;
            }
        }
    });

    [Fact]
    public void No_program_and_nobody_of_the_nomination_acts_on_a_case()
    {
        var nomination = Accepted();
        foreach (var (actor, code) in ((Actor, string)[])
            [
                (Nominator, NominationRules.OwnNominationCode), (new Actor(Guid.CreateVersion7(), nomination.PersonId), NominationRules.OwnCaseCode),
                (Clerk with { IsProgram = true }, NominationRules.NoPersonCode),
            ])
        {
            var by = new Handling(nomination, Whole.Facts, Calendar, actor, Start);
            Assert.Equal(code, Assert.Throws<RuleViolationException>(() => nomination.Case!.Seat(Guid.CreateVersion7(), null, "专家", null, by)).Code);
        }
    }
}
