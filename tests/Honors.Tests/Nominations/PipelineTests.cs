using CsCheck;
using Honors.Api.Nominations;
using Honors.Domain;
using Honors.Domain.Accounts;
using Honors.Domain.Calendar;
using Honors.Domain.Nominations;
using Honors.Domain.Titles;
using Honors.Domain.Values;
using NodaTime;

namespace Honors.Tests.Nominations;

/// <summary>Whatever is called in whatever order: only what the procedure allows, and figures that add up.</summary>
public sealed class PipelineTests
{
    private static readonly WorkingCalendar Calendar = new([.. CalendarYear.Shipped()]);

    private static readonly Instant Start = Instant.FromUtc(2024, 3, 1, 2, 0);

    private static readonly Actor Nominator = Human(), Clerk = Human();

    private static readonly RecordingBody School = new(Guid.CreateVersion7(), 140431207000);

    private static readonly Title Title = Honors.Domain.Titles.Title.Enter(
        Guid.CreateVersion7(), new TitleFacts("身边好人", TitleClass.Selection, TitleLevel.County, Guid.CreateVersion7(), null), School);

    private static readonly Procedure Procedure = Honors.Domain.Titles.Procedure.Enter(
        Guid.CreateVersion7(), Title, new LocalDate(2024, 1, 1),
        new ProcedureFacts(
            TitleAct.Title, Verb.Elect, null, null, [], 140431000000, [RecipientKind.Person], false, [], [ProcedureStep.Acceptance, ProcedureStep.Decision],
            [Days(ClockKind.Acceptance, 5), Days(ClockKind.Completion, 5)], false, null, null, null, null, null, [], Enum.GetValues<NominatorKind>()),
        null, Clerk, Start);

    private static readonly Dictionary<NominationStatus, NominationAct[]> Allowed = new()
    {
        [NominationStatus.Draft] = [NominationAct.Submission],
        [NominationStatus.Submitted] = [NominationAct.Acceptance, NominationAct.Return, NominationAct.Refusal],
        [NominationStatus.Returned] = [NominationAct.Submission],
        [NominationStatus.Accepted] = [],
        [NominationStatus.Refused] = [],
    };

    private static Actor Human() => new(Guid.CreateVersion7(), Guid.CreateVersion7());

    private static Clock Days(ClockKind kind, int days) => new(kind, days, PeriodUnit.WorkingDays, Counting.ExcludeStart, null);

    private static Nomination Draft(NominatorKind kind) => Nomination.Draft(
        Guid.CreateVersion7(), Title,
        new NominationFacts(
            RecipientKind.Person, Guid.CreateVersion7(), null, null, [], false, "照料孤寡老人",
            [new EvidenceItem(EvidenceKind.Witness, "同村村民", PartialDate.Unknown, "学校", null)], new NoticeGround(NoticeGroundKind.Consent, new LocalDate(2024, 2, 1), "同意书"),
            null, [], [], [], []),
        kind, School, Nominator, Start);

    private static void Do(Nomination nomination, NominationAct act, Instant now)
    {
        switch (act)
        {
            case NominationAct.Submission: nomination.Submit(Procedure, new NomineeHistory(false, [], null, 0), Calendar, Nominator, now); break;
            case NominationAct.Acceptance: nomination.Accept(Procedure, Calendar, Clerk, now); break;
            case NominationAct.Return: nomination.Return("缺证言", Procedure, Calendar, Clerk, now); break;
            default: nomination.Refuse("不属实", Procedure, Calendar, Clerk, now); break;
        }
    }

    private static readonly Gen<NominatorKind> Kind = Gen.Int[0, 3].Select(kind => (NominatorKind)kind);

    /// <summary>Completion is of a citizen's recommendation alone.</summary>
    private static readonly Gen<NominationAct> Act = Gen.Int[0, 3].Select(act => Allowed.SelectMany(a => a.Value).Distinct().ElementAt(act));

    [Fact]
    public void No_order_of_calls_reaches_a_state_that_is_not_allowed_and_each_refusal_says_from_where_it_would_be() =>
        Gen.Select(Act, Gen.Int[0, 20]).Array[0, 12].Sample(calls =>
        {
            var (nomination, now) = (Draft(NominatorKind.Unit), Start);
            foreach (var (act, days) in calls)
            {
                now += Duration.FromDays(days);
                var (before, steps) = (nomination.Status, nomination.Steps);
                var again = act is NominationAct.Return && steps.Any(s => s.Act is NominationAct.Return);
                if (Allowed[before].Contains(act) && !again)
                {
                    Do(nomination, act, now);
                    Assert.Equal([.. steps.Select(s => s.Act), act], nomination.Steps.Select(s => s.Act));
                    Assert.Equal(act is NominationAct.Submission ? Nominator.PersonId : Clerk.PersonId, nomination.Steps[^1].By.PersonId);
                    continue;
                }

                var refused = Assert.Throws<RuleViolationException>(() => Do(nomination, act, now));
                Assert.Equal((before, steps), (nomination.Status, nomination.Steps));
                if (Allowed[before].Contains(act)) Assert.Equal(NominationRules.ReturnedBeforeCode, refused.Code);
                else Assert.Equal(Allowed.Where(a => a.Value.Contains(act)).Select(a => a.Key), Assert.IsAssignableFrom<IEnumerable<NominationStatus>>(refused.Facts["from"]));
            }
        });

    [Fact]
    public void Submitted_is_accepted_and_returned_and_refused_and_open_and_the_kinds_add_up() =>
        Gen.Select(Kind, Act.Array[0, 6]).Array[0, 30].Sample(cases =>
        {
            List<Nomination> nominations = [];
            foreach (var (kind, calls) in cases)
            {
                var nomination = Draft(kind);
                foreach (var act in calls.Where(a => Allowed[nomination.Status].Contains(a)))
                {
                    if (act is not NominationAct.Return || nomination.Steps.All(s => s.Act is not NominationAct.Return)) Do(nomination, act, Start);
                }

                nominations.Add(nomination);
            }

            var tallies = Tallies(nominations);
            var total = Figures.Of(tallies);
            Assert.Equal(nominations.Count(n => n.Steps.Count > 0), total.Submitted);
            Assert.Equal(total.Submitted, total.Accepted + total.Returned + total.Refused + total.Open);
            Assert.Equal(nominations.Count(n => n.Steps.Any(s => s.Act is not NominationAct.Submission)), total.InTime + total.Late);
            var kinds = Enum.GetValues<NominatorKind>().Select(kind => Figures.Of(tallies.Where(t => t.Nominator == kind))).ToList();
            Assert.Equal(
                (total.Submitted, total.Accepted, total.Returned, total.Refused, total.Open),
                (kinds.Sum(k => k.Submitted), kinds.Sum(k => k.Accepted), kinds.Sum(k => k.Returned), kinds.Sum(k => k.Refused), kinds.Sum(k => k.Open)));
        });

    private static readonly Gen<Tally> AnyTally = Gen.Select(
        Kind, Gen.Enum<NominationStatus>(), Gen.Int[0, 2], Gen.Int[1, 9], Gen.Int[0, 3], Gen.Int[0, 800],
        (kind, status, answered, count, title, day) => new Tally(
            kind, status, answered is 0 ? null : answered is 1, count, new Guid(title, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]), new LocalDate(2024, 1, 1).PlusDays(day)));

    [Fact]
    public void The_rows_of_every_dimension_add_up_to_the_total() => AnyTally.Array[0, 40].Sample(tallies =>
    {
        var figures = NominationFiguresResponse.Of(tallies);
        foreach (var rows in (IEnumerable<FiguresView>[])
            [
                figures.ByNominator.Select(r => r.Figures), figures.ByTitle.Select(r => r.Figures), figures.ByYear.Select(r => r.Figures),
                figures.ByMonth.Select(r => r.Figures),
            ])
        {
            var all = rows.ToList();
            Assert.Equal(
                (figures.Total.Submitted, figures.Total.Accepted, figures.Total.Returned, figures.Total.Refused, figures.Total.Open, figures.Total.InTime, figures.Total.Late),
                (all.Sum(f => f.Submitted), all.Sum(f => f.Accepted), all.Sum(f => f.Returned), all.Sum(f => f.Refused), all.Sum(f => f.Open), all.Sum(f => f.InTime), all.Sum(f => f.Late)));
            Assert.All(all, f => Assert.Equal(f.Submitted, f.Accepted + f.Returned + f.Refused + f.Open));
        }

        Assert.Equal(figures.ByMonth.Select(r => r.Month).Distinct(), figures.ByMonth.Select(r => r.Month).Order(StringComparer.Ordinal));
    });

    [Fact]
    public void Of_434_submitted_391_accepted_317_by_units_and_74_by_teams_are_90_percent()
    {
        var nominations = Enumerable.Range(0, 434).Select(i =>
        {
            var nomination = Draft(i % 434 < 317 || i >= 391 ? NominatorKind.Unit : NominatorKind.Team);
            Do(nomination, NominationAct.Submission, Start);
            Do(nomination, i < 391 ? NominationAct.Acceptance : NominationAct.Refusal, Start);
            return nomination;
        }).ToList();
        var figures = Figures.Of(Tallies(nominations));
        Assert.Equal((434, 391, 43, 90), (figures.Submitted, figures.Accepted, figures.Refused, figures.AcceptedPercent));
        Assert.Equal((317, 74), (nominations.Count(n => n is { Nominator: NominatorKind.Unit, Status: NominationStatus.Accepted }), nominations.Count(n => n.Nominator is NominatorKind.Team)));
        Assert.Null(Figures.Of([]).AcceptedPercent);
    }

    [Fact]
    public void The_clock_runs_by_working_days_and_says_who_was_late()
    {
        var (nomination, published) = (Draft(NominatorKind.Unit), Instant.FromUtc(2024, 4, 3, 2, 0));
        Do(nomination, NominationAct.Submission, published);
        Assert.Equal((new LocalDate(2024, 4, 11), WaitsFor.Office), (nomination.DueOn, nomination.WaitsFor));
        Do(nomination, NominationAct.Return, Instant.FromUtc(2024, 4, 11, 15, 59));
        Assert.Equal((new LocalDate(2024, 4, 18), WaitsFor.Nominator), (nomination.DueOn, nomination.WaitsFor));
        Do(nomination, NominationAct.Submission, Instant.FromUtc(2024, 4, 18, 16, 0));
        Do(nomination, NominationAct.Acceptance, Instant.FromUtc(2024, 4, 19, 2, 0));
        Assert.Equal([null, true, false, true], nomination.Steps.Select(s => s.InTime));
        Assert.Equal((null, WaitsFor.Nobody), (nomination.DueOn, nomination.WaitsFor));
        Assert.True(nomination.AnsweredInTime);
    }

    [Theory]
    [InlineData(24, 23)]
    [InlineData(24, 24)]
    public void A_deed_within_the_filing_limit_needs_no_reason(int limit, int monthsAgo)
    {
        var submitted = new LocalDate(2024, 3, 31);
        Assert.False(new FilingLimit(limit, null).IsPast(submitted.PlusMonths(-monthsAgo), submitted));
        Assert.True(new FilingLimit(limit, null).IsPast(submitted.PlusMonths(-limit).PlusDays(-1), submitted));
    }

    private static List<Tally> Tallies(IEnumerable<Nomination> nominations) =>
        [
            .. nominations.Where(n => n.SubmittedOn is not null).GroupBy(n => (n.Nominator, n.Status, n.AnsweredInTime, n.TitleId, n.SubmittedOn))
                .Select(g => new Tally(g.Key.Nominator, g.Key.Status, g.Key.AnsweredInTime, g.Count(), g.Key.TitleId, g.Key.SubmittedOn!.Value)),
        ];
}
