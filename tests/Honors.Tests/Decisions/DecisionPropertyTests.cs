using System.Globalization;
using CsCheck;
using Honors.Domain;
using Honors.Domain.Accounts;
using Honors.Domain.Awards;
using Honors.Domain.Calendar;
using Honors.Domain.Decisions;
using Honors.Domain.Nominations;
using Honors.Domain.Notices;
using Honors.Domain.Titles;
using Honors.Domain.Values;
using NodaTime;

namespace Honors.Tests.Decisions;

/// <summary>Whoever does whatever in whatever order. <c>HONORS_ORDERS</c> says how many orders are tried; the suite tries few.</summary>
public sealed class DecisionPropertyTests
{
    private const int Places = 2, NoticeDays = 2, GraceDays = 1;

    private static readonly long Orders = long.Parse(Environment.GetEnvironmentVariable("HONORS_ORDERS") ?? "400", CultureInfo.InvariantCulture);

    private static readonly WorkingCalendar Calendar = new([.. CalendarYear.Shipped()]);

    private static readonly Instant Start = Instant.FromUtc(2024, 3, 1, 2, 0);

    private static readonly RecordingBody Office = new(Guid.CreateVersion7(), 140431000000);

    /// <summary>The last is another account of the first.</summary>
    private static readonly Actor[] People = WithSecondAccount([.. Enumerable.Range(0, 4).Select(_ => new Actor(Guid.CreateVersion7(), Guid.CreateVersion7()))]);

    private static readonly Title Title = Honors.Domain.Titles.Title.Enter(
        Guid.CreateVersion7(), new TitleFacts("身边好人", TitleClass.Selection, TitleLevel.County, Office.Id, null), Office);

    private static readonly Procedure Procedure = Honors.Domain.Titles.Procedure.Enter(
        Guid.CreateVersion7(), Title, new LocalDate(2024, 1, 1),
        new ProcedureFacts(
            TitleAct.Title, Verb.Elect, null, null, [], 140431000000, [RecipientKind.Person], false, [],
            [ProcedureStep.Acceptance, ProcedureStep.Review, ProcedureStep.Notice, ProcedureStep.Decision],
            [new Clock(ClockKind.Notice, NoticeDays, PeriodUnit.Days, Counting.ExcludeStart, null)], false, null, new Quota(Places, null, []), null, null, null, []),
        null, People[1], Start);

    private static Actor[] WithSecondAccount(Actor[] people) => [.. people, people[0] with { AccountId = Guid.CreateVersion7() }];

    private enum Act { Nominate, Accept, Find, PutOnNotice, ChangeEntry, TakeOff, Object, Settle, Draft, Rewrite, Withdraw, Confirm, Decline, Wait }

    /// <summary>Most often what leads to an award, or could stand in its way at the last moment.</summary>
    private static readonly Gen<Act> AnyAct = Gen.Frequency(
        (14, Gen.Enum<Act>()), (6, Gen.Const(Act.Draft)), (10, Gen.Const(Act.Confirm)), (4, Gen.Const(Act.Wait)), (2, Gen.Const(Act.Object)), (2, Gen.Const(Act.Settle)));

    private static readonly Gen<(Act Act, int Who, int Which)[]> Acts = Gen.Select(AnyAct, Gen.Int[0, 4], Gen.Int[0, 7]).Array[0, 80];

    [Fact]
    public void No_order_of_acts_by_anybody_gives_an_award_too_early_against_an_objection_by_one_hand_or_beyond_the_quota() => Acts.Sample(
        acts =>
        {
            var run = new Run();
            foreach (var (act, who, which) in acts) run.Try(act, People[who], which);
            run.FinishInOrder();
        },
        iter: Orders);

    private sealed class Run
    {
        private readonly List<Nomination> _nominations = [];
        private readonly Dictionary<Guid, (Notice Notice, Guid Entry)> _notices = [];
        private readonly HashSet<Guid> _objections = [];
        private readonly List<(Decision Decision, List<Nomination> Cases, List<Actor> Writers)> _decisions = [];
        private readonly List<Award> _awards = [];
        private readonly Dictionary<Guid, Actor> _nominators = [];
        private Instant _now = Start;

        /// <summary>Three cases are on notice from the start, each nominated, honouring, examined and published by another of the four.</summary>
        public Run()
        {
            for (var i = 0; i < 3; i++)
            {
                var (nominator, nominee, clerk, publisher) = (People[i], People[(i + 1) % 4], People[(i + 2) % 4], People[(i + 3) % 4]);
                var nomination = Nominated(nominator, nominee.PersonId!.Value);
                nomination.Accept(Procedure, Calendar, clerk, _now);
                nomination.Case!.Find(FindingResult.Approved, null, null, By(nomination, clerk));
                Put(nomination, clerk, publisher);
            }
        }

        private LocalDate Today => ChinaTime.Today(_now);

        /// <summary>What is refused leaves everything as it was; the rule has a name.</summary>
        public void Try(Act act, Actor who, int which)
        {
            try
            {
                Do(act, who, which);
            }
            catch (RuleViolationException refused)
            {
                Assert.Contains(".", refused.Code, StringComparison.Ordinal);
            }

            Assert.True(_awards.Count(a => a.Status is AwardStatus.Confirmed) <= Places);
        }

        /// <summary>The way is not closed for good: in the right order by the right people it leads to an award, as far as there are places.</summary>
        public void FinishInOrder()
        {
            var (nominator, clerk, second, nominee) = (People[1], People[2], People[3], Guid.CreateVersion7());
            var nomination = Nominated(nominator, nominee);
            nomination.Accept(Procedure, Calendar, clerk, _now);
            nomination.Case!.Find(FindingResult.Approved, null, null, By(nomination, clerk));
            Put(nomination, clerk, second);
            _now += Duration.FromDays(15); // a last day on a holiday moves on
            var places = Places - _awards.Count(a => a.Status is AwardStatus.Confirmed);
            _decisions.Add((Drafted([nomination], clerk), [nomination], [clerk]));
            if (places > 0) Confirm(_decisions[^1], second);
            else Assert.Equal(DecisionRules.NotReadyCode, Assert.Throws<RuleViolationException>(() => Confirm(_decisions[^1], second)).Code);
        }

        private void Do(Act act, Actor who, int which)
        {
            switch (act)
            {
                case Act.Nominate when _nominations.Count < 5: Nominated(who, People[which % People.Length].PersonId!.Value); break;
                case Act.Accept when Pick(which) is { } n: n.Accept(Procedure, Calendar, who, _now); break;
                case Act.Find when Pick(which) is { Case: not null } n: n.Case.Find((FindingResult)(which % 2), "理由", null, By(n, who)); break;
                case Act.PutOnNotice when Pick(which) is { } n && !_notices.ContainsKey(n.Id): Put(n, who, People[(which + 1) % People.Length]); break;
                case Act.ChangeEntry when Pick(which) is { } n && _notices.TryGetValue(n.Id, out var on):
                    on.Notice.Change(on.Entry, Of(n), new Printed("某某", null, $"事迹{which}{_now}"), "有误", Calendar, who, _now);
                    break;
                case Act.TakeOff when Pick(which) is { } n && _notices.TryGetValue(n.Id, out var on):
                    on.Notice.Remove(on.Entry, Of(n), "撤下", Calendar, who, _now);
                    _notices.Remove(n.Id);
                    break;
                case Act.Object when Pick(which) is { } n: _objections.Add(n.Id); break;
                case Act.Settle when Pick(which) is { } n: _objections.Remove(n.Id); break;
                case Act.Draft when _nominations is not []:
                    List<Nomination> named = [.. _nominations.Where((_, i) => i == which % _nominations.Count || (which > 4 && i == 0))];
                    _decisions.Add((Drafted(named, who), named, [who]));
                    break;
                case Act.Rewrite when Chosen(which) is var chosen and not (null, _, _):
                    chosen.Decision.Replace(Facts(chosen.Cases), chosen.Cases, who, _now);
                    chosen.Writers.Add(who);
                    break;
                case Act.Withdraw when which is 0 && Chosen(which) is var chosen and not (null, _, _): chosen.Decision.Withdraw("重拟", who, _now); break;
                case Act.Confirm when Chosen(which) is var chosen and not (null, _, _): Confirm(chosen, who); break;
                case Act.Decline when _awards is not []:
                    _awards[which % _awards.Count].Hear(new RecipientWish(RecipientWishKind.Decline, Today, Domain.People.ConsentChannel.Paper, null, Signature.Of(who, _now)), false, who, _now);
                    break;
                case Act.Wait: _now += Duration.FromDays(1 + (which % 3)); break;
            }
        }

        private Nomination? Pick(int which) => _nominations is [] ? null : _nominations[which % _nominations.Count];

        private (Decision Decision, List<Nomination> Cases, List<Actor> Writers) Chosen(int which) => _decisions is [] ? default : _decisions[which % _decisions.Count];

        private Nomination Nominated(Actor nominator, Guid nominee)
        {
            var nomination = Nomination.Draft(
                Guid.CreateVersion7(), Title,
                new NominationFacts(
                    RecipientKind.Person, nominee, null, null, [], false, "照料孤寡老人", [new EvidenceItem(EvidenceKind.Witness, "同村村民", PartialDate.Unknown, "学校", null)],
                    new NoticeGround(NoticeGroundKind.Consent, new LocalDate(2024, 2, 1), "同意书"), null, [], [], [], []),
                NominatorKind.Unit, Office, nominator, _now);
            nomination.Submit(Procedure, new NomineeHistory(false, [], null, 0), Calendar, nominator, _now);
            _nominations.Add(nomination);
            _nominators[nomination.Id] = nominator;
            return nomination;
        }

        private void Put(Nomination nomination, Actor drafter, Actor publisher)
        {
            var acceptance = new Acceptance("文明办", "某某", null, "某路1号", null, null, [], null, [NoticeChannel.Letter], LetterDay.Postmark, GraceDays);
            var notice = Notice.Draft(
                Guid.CreateVersion7(), Title,
                new NoticeFacts("公示", "办法", NoticeStage.ToBeHonoured, NoticeOrder.AsSet, NoticePeriod.Counted(NoticeDays, PeriodUnit.Days, Counting.ExcludeStart), acceptance, null),
                Office, drafter, _now);
            var entry = notice.Add(Guid.CreateVersion7(), Of(nomination), new Printed("某某", null, "事迹"), drafter, _now);
            notice.Publish([Of(nomination)], Calendar, publisher, _now);
            _notices[nomination.Id] = (notice, entry.Id);
        }

        private Decision Drafted(List<Nomination> cases, Actor who) => Decision.Draft(Guid.CreateVersion7(), Title, Facts(cases), cases, Office, who, _now);

        private DecisionFacts Facts(List<Nomination> cases) =>
            new([Office.Id], "关于命名的决定", "1号", Today, null, null, [.. cases.Select(n => new DecisionEntryFacts(n.Id, null, [], []))]);

        private void Confirm((Decision Decision, List<Nomination> Cases, List<Actor> Writers) chosen, Actor second)
        {
            List<DecidedCase> cases =
            [
                .. chosen.Cases.Select(n => new DecidedCase(
                    Guid.CreateVersion7(), n, [], Procedure.Facts, new NomineeHistory(false, [], null, 0),
                    NoticeProgress.Of(_notices.TryGetValue(n.Id, out var on) ? [on.Notice.StandingOf(on.Entry, Today)] : [], _objections.Contains(n.Id), Today), [], [])),
            ];
            var given = _awards.Count(a => a.Status is AwardStatus.Confirmed or AwardStatus.Revoked);
            var awards = chosen.Decision.Confirm(Title, cases, given, isAlone: false, Calendar, second, _now);

            Assert.Equal(chosen.Cases.Count, awards.Count);
            Assert.DoesNotContain(chosen.Writers, w => w.PersonId == second.PersonId);
            foreach (var (nomination, award) in chosen.Cases.Zip(awards))
            {
                Assert.NotEqual(_nominators[nomination.Id].PersonId, second.PersonId);
                Assert.NotEqual(nomination.PersonId, second.PersonId);
                Assert.DoesNotContain(nomination.Id, _objections);
                Assert.DoesNotContain(_awards, a => a.NominationId == nomination.Id);
                var last = _notices[nomination.Id].Notice.Entries.Single(e => e.Id == _notices[nomination.Id].Entry).LastDay!.Value;
                Assert.True(chosen.Decision.DecidedOn > last.PlusDays(GraceDays));
                var told = AwardHistory.Of(award, [], nomination, chosen.Decision, [new DateInterval(last, last)]).Select(e => e.Kind);
                Assert.Equal([AwardEventKind.Nominated, AwardEventKind.Accepted, AwardEventKind.Examined, AwardEventKind.Published, AwardEventKind.Decided, AwardEventKind.Confirmed], told);
            }

            _awards.AddRange(awards);
        }

        private static NoticeCase Of(Nomination nomination) => new(nomination, Procedure.Facts, null);

        private Handling By(Nomination nomination, Actor who) => new(nomination, Procedure.Facts, Calendar, who, _now);
    }
}
