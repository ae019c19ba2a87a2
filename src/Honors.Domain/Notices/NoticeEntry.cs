using Honors.Domain.Accounts;
using Honors.Domain.Nominations;
using NodaTime;

namespace Honors.Domain.Notices;

/// <summary>One line of a notice: a case, and what is printed of it.</summary>
public sealed class NoticeEntry
{
    private NoticeEntry() { }

    internal NoticeEntry(Guid id, Nomination nomination, Printed printed, int place, Signature added)
    {
        (Id, CaseId, NominatedBy, DivisionCode) = (id, nomination.Id, nomination.RecordedBy, nomination.RecordedIn);
        (Place, Added) = (place, added);
        Print(printed);
    }

    public Guid Id { get; private set; }

    public Guid CaseId { get; private set; }

    /// <summary>The body that nominated, which sees the notice.</summary>
    public Guid NominatedBy { get; private set; }

    /// <summary>Of that body, when it nominated.</summary>
    public long DivisionCode { get; private set; }

    /// <summary>Counts the entries as they were set, from 1.</summary>
    public int Place { get; private set; }

    public string Name { get; private set; } = "";

    public string? Unit { get; private set; }

    public string Deed { get; private set; } = "";

    public Signature Added { get; private set; } = null!;

    /// <summary>From when its period was counted: the publication, or its last material change; null in a draft.</summary>
    public LocalDate? CountedFrom { get; private set; }

    /// <summary>The last day on which it is before the public, inclusive; null in a draft.</summary>
    public LocalDate? LastDay { get; private set; }

    /// <summary>What was changed after publication, oldest first.</summary>
    public IReadOnlyList<EntryChange> Changes { get; private set; } = [];

    /// <summary>A correction of a slip that waits for its second person.</summary>
    public ProposedCorrection? Proposed { get; private set; }

    public Removal? Removal { get; private set; }

    /// <summary>Whether it was taken out; kept beside <see cref="Removal"/> to be searched.</summary>
    public bool IsRemoved { get; private set; }

    public Printed Printed => new(Name, Unit, Deed);

    internal void Begin(LocalDate from, LocalDate lastDay) => (CountedFrom, LastDay) = (from, lastDay);

    internal void Move(LocalDate lastDay) => LastDay = lastDay;

    internal void Propose(ProposedCorrection proposed) => Proposed = proposed;

    internal void Change(EntryChange change)
    {
        Changes = [.. Changes, change];
        Proposed = null;
        Print(change.After);
    }

    internal void Remove(Removal removal) => (Removal, IsRemoved, Proposed) = (removal, true, null);

    private void Print(Printed printed) => (Name, Unit, Deed) = (printed.Name, printed.Unit, printed.Deed);
}

/// <summary>What a notice prints of an entry.</summary>
/// <param name="Name">Of the person, unit, team or group.</param>
/// <param name="Deed">In short.</param>
public sealed record Printed(string Name, string? Unit, string Deed)
{
    public const int NameMaxLength = 100, UnitMaxLength = 100, DeedMaxLength = 500;
}

/// <param name="Confirmed">The second person, who marked it as a slip; null of a material change.</param>
/// <param name="LastDay">Of the entry, from then on.</param>
public sealed record EntryChange(EntryChangeKind Kind, Printed Before, Printed After, string Reason, Signature By, Signature? Confirmed, LocalDate LastDay);

public sealed record ProposedCorrection(Printed Printed, string Reason, Signature By);

/// <summary>移出公示.</summary>
public sealed record Removal(string Reason, LocalDate On, Signature By);
