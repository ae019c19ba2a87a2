using NodaTime;

namespace Honors.Domain.Decisions;

/// <summary>The part of a decision that its office may rewrite as long as it is a draft.</summary>
public sealed record DecisionFacts(
    IReadOnlyList<Guid> BodyIds,
    string Name,
    string? DocumentNumber,
    LocalDate DecidedOn,
    Guid? ScanId,
    Ceremony? Ceremony,
    IReadOnlyList<DecisionEntryFacts> Entries)
{
    internal void Check(LocalDate today)
    {
        if (DecidedOn > today) throw DecisionRules.InFuture("decidedOn");
        if (BodyIds is []) throw DecisionRules.NoBody();
        if (Entries is []) throw DecisionRules.NoEntry();
        if (Entries.DistinctBy(e => e.NominationId).Count() < Entries.Count) throw DecisionRules.NamedTwice();
        if (Ceremony?.On < DecidedOn) throw DecisionRules.CeremonyTooEarly(DecidedOn);

        for (var i = 0; i < Entries.Count; i++)
        {
            if (Entries[i].Kin?.On > today) throw DecisionRules.InFuture($"entries[{i}].kin.on");
        }
    }
}

/// <summary>One case that the document names.</summary>
/// <param name="TeamIds">Teams that the award is linked to beside those of its deeds and hours.</param>
/// <param name="VillageAssignmentIds">Postings, in the same way.</param>
public sealed record DecisionEntryFacts(
    Guid NominationId, KinStatement? Kin, IReadOnlyList<Guid> TeamIds, IReadOnlyList<Guid> VillageAssignmentIds);

/// <summary>表彰大会.</summary>
/// <param name="On">Null while no day is set.</param>
public sealed record Ceremony(string Name, LocalDate? On, string? Place);

/// <summary>What near kin said about an honour of the dead (民法典 §994; 个人信息保护法 §49).</summary>
/// <param name="Words">What they said, and who of them; their paper is the office's to keep.</param>
public sealed record KinStatement(LocalDate On, string Words);

/// <summary>One line of the list.</summary>
public sealed class DecisionEntry
{
    private DecisionEntry() { }

    public Guid NominationId { get; private set; }

    public KinStatement? Kin { get; private set; }

    public IReadOnlyList<Guid> TeamIds { get; private set; } = [];

    public IReadOnlyList<Guid> VillageAssignmentIds { get; private set; } = [];

    internal static DecisionEntry Of(DecisionEntryFacts facts) => new()
    {
        NominationId = facts.NominationId,
        Kin = facts.Kin,
        TeamIds = [.. facts.TeamIds.Distinct()],
        VillageAssignmentIds = [.. facts.VillageAssignmentIds.Distinct()],
    };
}
