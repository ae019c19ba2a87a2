using Honors.Domain.Accounts;
using Honors.Domain.Awards;
using Honors.Domain.Calendar;
using Honors.Domain.Nominations;
using Honors.Domain.Titles;
using Honors.Domain.Values;
using NodaTime;

namespace Honors.Domain.Decisions;

/// <summary>
/// 决定: the granting body's document about cases of one title, entered by one account of the office that owns the title. Once a second person has
/// confirmed it, it has conferred every award of its list, or else none.
/// </summary>
public sealed class Decision : IRecorded, IDated
{
    public const int NameMaxLength = 100, NumberMaxLength = Award.DocumentMaxLength, PlaceMaxLength = 200, ReasonMaxLength = 500;
    public const int MostEntries = 200, MostBodies = Procedure.MostBodies;

    private List<Link> _bodies = [];
    private List<DecisionEntry> _entries = [];

    private Decision() { }

    public Guid Id { get; private set; }

    public Guid TitleId { get; private set; }

    /// <summary>The granting bodies: one, or several together.</summary>
    public IReadOnlyCollection<Link> Bodies => _bodies;

    /// <summary>What the document is called: 关于表彰……的决定.</summary>
    public string Name { get; private set; } = "";

    public string? DocumentNumber { get; private set; }

    /// <summary>The day of the document.</summary>
    public LocalDate DecidedOn { get; private set; }

    /// <summary>The scan of the document, a file.</summary>
    public Guid? ScanId { get; private set; }

    public Ceremony? Ceremony { get; private set; }

    public IReadOnlyCollection<DecisionEntry> Entries => _entries;

    /// <summary>About confidential cases, all of them: seen by the office that enters it and the granting bodies alone.</summary>
    public bool Confidential { get; private set; }

    public DecisionStatus Status { get; private set; }

    public LocalDate SortDay { get; private set; }

    /// <summary>Everybody who wrote the draft, oldest first: none of them confirms it.</summary>
    public IReadOnlyList<Signature> Entered { get; private set; } = [];

    public Signature? Confirmed { get; private set; }

    public Signature? Withdrawn { get; private set; }

    public string? WithdrawalReason { get; private set; }

    /// <summary>The office that owns the title.</summary>
    public Guid RecordedBy { get; private set; }

    public long RecordedIn { get; private set; }

    public int Version { get; private set; }

    /// <param name="cases">The nominations that it names.</param>
    /// <exception cref="RuleViolationException">
    /// <c>decision.no-person-behind</c>; <c>decision.in-future</c>; <c>decision.no-body</c>; <c>decision.no-entry</c>; <c>decision.named-twice</c>;
    /// <c>decision.ceremony-too-early</c>; <c>decision.other-title</c>; <c>decision.mixed-secrecy</c>; <c>case.not-opened</c>.
    /// </exception>
    public static Decision Draft(Guid id, Title title, DecisionFacts facts, IReadOnlyCollection<Nomination> cases, RecordingBody by, Actor actor, Instant now)
    {
        var decision = new Decision { Id = id, TitleId = title.Id, RecordedBy = by.Id, RecordedIn = by.DivisionCode };
        decision.Put(facts, cases, actor, now);
        return decision;
    }

    /// <summary>Rewrites a draft.</summary>
    /// <exception cref="RuleViolationException"><c>decision.settled</c>, and those of <see cref="Draft"/>.</exception>
    public void Replace(DecisionFacts facts, IReadOnlyCollection<Nomination> cases, Actor actor, Instant now)
    {
        RequireDraft();
        Put(facts, cases, actor, now);
    }

    /// <summary>Takes a draft back: it is kept, and its cases are free for another.</summary>
    /// <exception cref="RuleViolationException"><c>decision.settled</c>; <c>decision.no-person-behind</c>.</exception>
    public void Withdraw(string reason, Actor actor, Instant now)
    {
        RequireDraft();
        if (!actor.IsHuman) throw DecisionRules.NoPersonBehind();

        (Status, Withdrawn, WithdrawalReason) = (DecisionStatus.Withdrawn, Signature.Of(actor, now), reason);
    }

    /// <summary>A draft of which one account wrote everything is that account's to delete; one that was taken back is kept.</summary>
    /// <exception cref="RuleViolationException"><c>draft.kept</c>; <c>draft.not-yours</c>.</exception>
    public void RefuseDeletionBy(Actor actor)
    {
        foreach (var written in Entered) Drafts.RefuseDeletion(Status is DecisionStatus.Draft, written, actor);
    }

    /// <summary>All that still stands before its confirmation, each in words; empty: the way is free.</summary>
    /// <param name="cases">Its cases, in the order of its list.</param>
    /// <param name="given">Awards of the title that were given in the year of the document, by other decisions or from before.</param>
    public IReadOnlyList<DecisionGap> Missing(Title title, IReadOnlyList<DecidedCase> cases, int given) =>
        [.. OfTheDocument(title, cases), .. OfTheQuota(cases, given), .. cases.SelectMany(c => c.Missing(this)), .. Twice(cases)];

    /// <summary>A second person states that the document says so: every award of the list is conferred.</summary>
    /// <param name="second">A human who entered no part of it, nominated in none of its cases and is honoured by none.</param>
    /// <param name="isAlone">Whether nobody else holds the right to decide in the office.</param>
    /// <returns>The awards, in the order of <paramref name="cases"/>.</returns>
    /// <exception cref="RuleViolationException">
    /// <c>decision.settled</c>; <c>decision.no-person-behind</c>; <c>decision.own-entry</c>; <c>decision.no-second-person</c>; <c>nomination.own-nomination</c>;
    /// <c>nomination.own-case</c>; <c>decision.not-ready</c>, naming all that is missing.
    /// </exception>
    public IReadOnlyList<Award> Confirm(
        Title title, IReadOnlyList<DecidedCase> cases, int given, bool isAlone, WorkingCalendar calendar, Actor second, Instant now)
    {
        RequireDraft();
        if (!second.IsHuman) throw DecisionRules.NoPersonBehind();
        if (Entered.Any(s => s.IsBy(second))) throw isAlone ? DecisionRules.NoSecondPerson() : DecisionRules.OwnEntry();
        foreach (var nomination in cases.SelectMany(c => c.Nominations)) nomination.RequireJudge(second);
        if (Missing(title, cases, given) is { Count: > 0 } missing) throw DecisionRules.NotReady(missing);

        (Status, Confirmed) = (DecisionStatus.Confirmed, Signature.Of(second, now));
        foreach (var decided in cases) decided.Case.Decide(this, new Handling(decided.Nomination, decided.Procedure, calendar, second, now));
        return [.. cases.Select(c => Award.Confer(this, c, now))];
    }

    private IEnumerable<DecisionGap> OfTheDocument(Title title, IReadOnlyList<DecidedCase> cases)
    {
        var needsNumber = title.Class is TitleClass.Commendation || cases.Any(c => c.Procedure.Act is TitleAct.Confirmation);
        if (needsNumber && DocumentNumber is null) yield return new(DecisionRules.NumberMissing);

        var granting = cases.SelectMany(c => c.Procedure.GrantingBodyIds).ToHashSet();
        if (granting is { Count: 0 } && title.AuthorityId is { } authority) granting.Add(authority);
        if (granting is { Count: > 0 } && !granting.SetEquals(_bodies.Select(b => b.Id))) yield return new(DecisionRules.OtherBodies);
    }

    private static IEnumerable<DecisionGap> OfTheQuota(IReadOnlyList<DecidedCase> cases, int given)
    {
        if (cases.Min(c => c.Procedure.Quota?.Places) is { } places && given + cases.Count > places)
            yield return new(DecisionRules.QuotaPassed) { Facts = DecisionRules.Facts(("places", places), ("given", given), ("more", cases.Count)) };
    }

    private static IEnumerable<DecisionGap> Twice(IReadOnlyList<DecidedCase> cases) => cases
        .Where(c => c.Nomination.PersonId is not null || c.Nomination.OrganizationId is not null)
        .GroupBy(c => (c.Nomination.PersonId, c.Nomination.OrganizationId)).SelectMany(g => g.Skip(1))
        .Select(c => new DecisionGap(DecisionRules.RecipientTwice, c.Nomination.Id));

    private void Put(DecisionFacts facts, IReadOnlyCollection<Nomination> cases, Actor actor, Instant now)
    {
        if (!actor.IsHuman) throw DecisionRules.NoPersonBehind();

        facts.Check(ChinaTime.Today(now));
        for (var i = 0; i < facts.Entries.Count; i++)
        {
            var nomination = cases.Single(n => n.Id == facts.Entries[i].NominationId);
            if (nomination.TitleId != TitleId) throw DecisionRules.OtherTitle(i);
            if (nomination.Case is null) throw CaseRules.NotOpened(nomination.Status, $"entries[{i}].nominationId");
        }

        if (cases.DistinctBy(n => n.Confidential).Count() > 1) throw DecisionRules.MixedSecrecy();

        (_bodies, Name, DocumentNumber, ScanId, Ceremony) = (Link.To(facts.BodyIds), facts.Name, facts.DocumentNumber, facts.ScanId, facts.Ceremony);
        (DecidedOn, SortDay, Confidential) = (facts.DecidedOn, facts.DecidedOn, cases.First().Confidential);
        _entries = [.. facts.Entries.Select(DecisionEntry.Of)];
        Entered = [.. Entered, Signature.Of(actor, now)];
    }

    private void RequireDraft()
    {
        if (Status is not DecisionStatus.Draft) throw DecisionRules.Settled(Status);
    }
}

public enum DecisionStatus
{
    /// <summary>待第二人确认.</summary>
    Draft,

    /// <summary>已生效: its awards are conferred.</summary>
    Confirmed,

    /// <summary>已撤回, before it had any effect.</summary>
    Withdrawn,
}
