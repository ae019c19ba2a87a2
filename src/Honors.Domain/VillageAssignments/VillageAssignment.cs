using Honors.Domain.Accounts;
using Honors.Domain.Values;
using NodaTime;
using NodaTime.Text;

namespace Honors.Domain.VillageAssignments;

/// <summary>A posting to a village (驻村帮扶). It is duty, so nothing of it ever becomes volunteer hours (民政部令67号 art. 19).</summary>
public sealed class VillageAssignment : IRecorded, IDated
{
    public const int OrderNumberMaxLength = 100, DurationMaxLength = 100, MostHelpKinds = 50, PlaceNameMaxLength = 60;

    private VillageAssignment() { }

    public Guid Id { get; private set; }

    public Guid PersonId { get; private set; }

    /// <summary>Twelve digits, a village.</summary>
    public long VillageCode { get; private set; }

    /// <summary>The village and its township as named when this was recorded.</summary>
    public string VillageName { get; private set; } = "";

    /// <summary>派出单位; null where the source does not say.</summary>
    public Guid? SendingUnitId { get; private set; }

    public AssignmentRole Role { get; private set; }

    public string? OrderNumber { get; private set; }

    public PartialDate From { get; private set; } = PartialDate.Unknown;

    /// <summary>The last day; unknown while it runs.</summary>
    public PartialDate Until { get; private set; } = PartialDate.Unknown;

    /// <summary>The length in the source's words: 几个月来.</summary>
    public string? DurationAsWritten { get; private set; }

    public LocalDate SortDay { get; private set; }

    public IReadOnlyList<HelpGiven> Help { get; private set; } = [];

    public Source? Source { get; private set; }

    /// <summary>Null while it runs, and where a source tells only its days.</summary>
    public AssignmentEnding? Ending { get; private set; }

    /// <summary>交接人: who takes over what is open.</summary>
    public Guid? HandedOverTo { get; private set; }

    public Signature? Ended { get; private set; }

    public Signature Recorded { get; private set; } = null!;

    public Guid RecordedBy { get; private set; }

    public long RecordedIn { get; private set; }

    public int Version { get; private set; }

    /// <exception cref="RuleViolationException"><c>period.ends-before-it-begins</c>.</exception>
    public static VillageAssignment Record(Guid id, Guid personId, AssignmentFacts facts, RecordingBody by, Actor actor, Instant now)
    {
        var assignment = new VillageAssignment { Id = id, PersonId = personId, RecordedBy = by.Id, RecordedIn = by.DivisionCode };
        assignment.Replace(facts, actor, now);
        return assignment;
    }

    /// <inheritdoc cref="Record"/>
    public void Replace(AssignmentFacts facts, Actor actor, Instant now)
    {
        Periods.Check(facts.From, facts.Until);
        if (Ending is not null && facts.Until.Latest is null) throw AssignmentRules.AlreadyEnded();

        (VillageCode, VillageName, SendingUnitId, Role) = (facts.VillageCode, facts.VillageName, facts.SendingUnitId, facts.Role);
        (OrderNumber, From, Until, DurationAsWritten) = (facts.OrderNumber, facts.From, facts.Until, facts.DurationAsWritten);
        (Help, Source, Recorded) = (facts.Help, facts.Source, Signature.Of(actor, now));
        SortDay = facts.From.Text is null ? facts.Until.SortDay : facts.From.SortDay;
    }

    /// <summary>Ends the posting: 期满, 轮换, 召回 or 撤换.</summary>
    /// <param name="until">The last day.</param>
    /// <param name="openFollowUps">How many entries of the help log still wait for something; someone must take them over.</param>
    /// <exception cref="RuleViolationException"><c>village-assignment.ended</c>; <c>village-assignment.ends-in-future</c>;
    /// <c>village-assignment.own-successor</c>; <c>village-assignment.hand-over-needed</c>; <c>period.ends-before-it-begins</c>.</exception>
    public void End(AssignmentEnding ending, LocalDate until, Guid? handedOverTo, int openFollowUps, Actor actor, Instant now)
    {
        if (Ending is not null) throw AssignmentRules.AlreadyEnded();
        if (until > ChinaTime.Today(now)) throw AssignmentRules.EndsInFuture();
        if (handedOverTo == PersonId) throw AssignmentRules.OwnSuccessor();
        if (openFollowUps > 0 && handedOverTo is null) throw AssignmentRules.HandOverNeeded(openFollowUps);

        var last = PartialDate.Parse(LocalDatePattern.Iso.Format(until));
        Periods.Check(From, last);
        (Until, Ending, HandedOverTo, Ended) = (last, ending, handedOverTo, Signature.Of(actor, now));
        if (From.Text is null) SortDay = last.SortDay;
    }

    /// <summary>
    /// One first secretary at a time in a village, and one posting at a time for a person. Only what is certain conflicts: a posting
    /// of unknown dates stands beside any other.
    /// </summary>
    /// <param name="others">Other postings of the same village or of the same person.</param>
    /// <exception cref="RuleViolationException"><c>village-assignment.first-secretary</c>; <c>village-assignment.person-elsewhere</c>.</exception>
    public void RefuseBeside(IEnumerable<VillageAssignment> others)
    {
        foreach (var other in others.Where(o => o.Id != Id && CertainlyRunsWith(o)))
        {
            if (other.PersonId == PersonId) throw AssignmentRules.Elsewhere();
            if (Role is AssignmentRole.FirstSecretary && other.Role is AssignmentRole.FirstSecretary && other.VillageCode == VillageCode)
                throw AssignmentRules.SecondFirstSecretary();
        }
    }

    /// <summary>Asks whether the postings of two people could be those of one, who is in one village at a time and hands over to somebody else.</summary>
    /// <exception cref="RuleViolationException"><c>village-assignment.person-elsewhere</c>; <c>village-assignment.own-successor</c>.</exception>
    public static void RefuseBetween(IReadOnlyCollection<VillageAssignment> ones, IReadOnlyCollection<VillageAssignment> others)
    {
        foreach (var (one, other) in ones.SelectMany(_ => others, (one, other) => (one, other)))
        {
            if (one.CertainlyRunsWith(other)) throw AssignmentRules.Elsewhere();
            if (one.HandedOverTo == other.PersonId || other.HandedOverTo == one.PersonId) throw AssignmentRules.OwnSuccessor(member: null);
        }
    }

    private bool CertainlyRunsWith(VillageAssignment other) =>
        From.Latest is { } start && other.From.Latest is { } otherStart
        && start <= (other.Until.Text is null ? LocalDate.MaxIsoValue : other.Until.Earliest)
        && otherStart <= (Until.Text is null ? LocalDate.MaxIsoValue : Until.Earliest);
}

public sealed record AssignmentFacts(
    long VillageCode,
    string VillageName,
    Guid? SendingUnitId,
    AssignmentRole Role,
    string? OrderNumber,
    PartialDate From,
    PartialDate Until,
    string? DurationAsWritten,
    IReadOnlyList<HelpGiven> Help,
    Source? Source);

/// <summary>A kind of help that was given, and the source's words for it; households are never named.</summary>
public sealed record HelpGiven(HelpKind Kind, string? AsWritten)
{
    public const int AsWrittenMaxLength = 200;
}

public enum AssignmentRole
{
    /// <summary>未载明.</summary>
    NotStated,

    /// <summary>第一书记.</summary>
    FirstSecretary,

    /// <summary>工作队长.</summary>
    TeamLeader,

    /// <summary>队员.</summary>
    Member,
}

public enum AssignmentEnding
{
    /// <summary>期满.</summary>
    TermServed,

    /// <summary>轮换.</summary>
    Rotated,

    /// <summary>召回.</summary>
    Recalled,

    /// <summary>撤换.</summary>
    Replaced,
}

/// <summary>The kinds of a posting's help log (驻村工作台账).</summary>
public enum HelpKind
{
    /// <summary>入户走访.</summary>
    HomeVisit,

    /// <summary>代购买药.</summary>
    BuyingMedicine,

    /// <summary>代办报销.</summary>
    Reimbursement,

    /// <summary>助学申请.</summary>
    StudyGrant,

    /// <summary>物资运送.</summary>
    CarryingGoods,

    /// <summary>政策宣讲.</summary>
    PolicyTalk,

    /// <summary>产业帮扶.</summary>
    Industry,

    /// <summary>就业务工.</summary>
    Employment,

    /// <summary>矛盾调解.</summary>
    Mediation,

    /// <summary>人居环境.</summary>
    Environment,

    /// <summary>防返贫监测.</summary>
    RelapseWatch,

    /// <summary>党建.</summary>
    PartyBuilding,

    /// <summary>应急值守.</summary>
    EmergencyDuty,

    /// <summary>项目协调.</summary>
    ProjectCoordination,
    Other,
}
