using System.Text.RegularExpressions;
using Honors.Domain.Accounts;
using Honors.Domain.Values;
using NodaTime;

namespace Honors.Domain.VillageAssignments;

/// <summary>
/// One entry of a posting's help log (驻村工作台账). It is duty and never becomes hours (民政部令67号 art. 19); a household is initials or a code,
/// never a name.
/// </summary>
public sealed partial class HelpLogEntry : IDated
{
    public const int HouseholdMaxLength = 8, MatterMaxLength = 200, TextMaxLength = 500;

    private HelpLogEntry() { }

    public Guid Id { get; private set; }

    public Guid VillageAssignmentId { get; private set; }

    /// <summary>The posting's village.</summary>
    public long VillageCode { get; private set; }

    public LocalDate Day { get; private set; }

    public LocalDate SortDay { get; private set; }

    /// <summary>Initials or a code; null where the village as a whole was helped.</summary>
    public string? Household { get; private set; }

    public HelpKind Kind { get; private set; }

    public string Matter { get; private set; } = "";

    public string? Action { get; private set; }

    public string? Result { get; private set; }

    /// <summary>What is still to do.</summary>
    public string? FollowUp { get; private set; }

    /// <summary>What came of the follow-up; null while it is open.</summary>
    public string? FollowUpResult { get; private set; }

    public Signature? FollowedUp { get; private set; }

    public string? Evidence { get; private set; }

    /// <summary>Who took it over when the posting ended with the follow-up open.</summary>
    public Guid? HandedOverTo { get; private set; }

    public Signature Recorded { get; private set; } = null!;

    /// <exception cref="RuleViolationException"><c>help-log.household-named</c>; <c>help-log.outside-posting</c>: a day before or after the posting, or after today;
    /// <c>text.personal-number</c>.</exception>
    public static HelpLogEntry Record(Guid id, VillageAssignment posting, HelpFacts facts, Actor actor, Instant now)
    {
        if (facts.Household is { } household && !Initials().IsMatch(household)) throw AssignmentRules.HouseholdIsNamed();
        if (facts.Day < posting.From.Earliest || facts.Day > posting.Until.Latest || facts.Day > ChinaTime.Today(now)) throw AssignmentRules.NotWhilePosted();

        PersonalNumbers.Refuse(facts.Matter, "matter");
        PersonalNumbers.Refuse(facts.Action, "action");
        PersonalNumbers.Refuse(facts.Result, "result");
        PersonalNumbers.Refuse(facts.FollowUp, "followUp");
        PersonalNumbers.Refuse(facts.Evidence, "evidence");

        return new HelpLogEntry
        {
            Id = id,
            VillageAssignmentId = posting.Id,
            VillageCode = posting.VillageCode,
            Day = facts.Day,
            SortDay = facts.Day,
            Household = facts.Household,
            Kind = facts.Kind,
            Matter = facts.Matter,
            Action = facts.Action,
            Result = facts.Result,
            FollowUp = facts.FollowUp,
            Evidence = facts.Evidence,
            HandedOverTo = facts.FollowUp is null ? null : posting.HandedOverTo,
            Recorded = Signature.Of(actor, now),
        };
    }

    /// <summary>The posting ended with this open: <paramref name="person"/> takes it over.</summary>
    public void HandOver(Guid person) => HandedOverTo = person;

    /// <summary>States what came of the follow-up.</summary>
    /// <exception cref="RuleViolationException"><c>help-log.nothing-open</c>; <c>text.personal-number</c>.</exception>
    public void Close(string result, Actor actor, Instant now)
    {
        if (FollowUp is null || FollowUpResult is not null) throw AssignmentRules.NothingIsOpen();
        PersonalNumbers.Refuse(result, "result");

        (FollowUpResult, FollowedUp) = (result, Signature.Of(actor, now));
    }

    /// <summary>WGS, W-12, 037: up to four capitals, then up to three digits. More could name a house or a person.</summary>
    [GeneratedRegex(@"^([A-Z]{1,4}(-?[0-9]{1,3})?|[0-9]{1,3})\z", RegexOptions.NonBacktracking)]
    private static partial Regex Initials();
}

/// <summary>What an entry of the help log tells.</summary>
public sealed record HelpFacts(
    LocalDate Day, string? Household, HelpKind Kind, string Matter, string? Action, string? Result, string? FollowUp, string? Evidence);
