using Honors.Domain.Accounts;
using Honors.Domain.Values;

namespace Honors.Domain.Organizations;

/// <summary>A body that employs, organises, records, nominates or grants. A team is one of them. Never deleted.</summary>
public sealed class Organization : IRecorded, IIdentified
{
    public const int NameMaxLength = 100;

    private Organization() { }

    public Guid Id { get; private set; }

    public string Name { get; private set; } = "";

    public OrganizationKind Kind { get; private set; }

    /// <summary>Set for teams alone.</summary>
    public TeamKind? TeamKind { get; private set; }

    /// <summary>Where the body sits: a code of the divisions table.</summary>
    public long DivisionCode { get; private set; }

    public Guid? ParentId { get; private set; }

    /// <summary>统一社会信用代码; null for bodies without one of their own, as most teams are.</summary>
    public string? CreditCode { get; private set; }

    public Guid RecordedBy { get; private set; }

    public long RecordedIn { get; private set; }

    public int Version { get; private set; }

    /// <exception cref="RuleViolationException">
    /// <c>organization.team-kind</c>: a team needs its kind, and only a team has one; <c>organization.own-parent</c>; <c>organization.credit-code</c>.
    /// </exception>
    public static Organization Register(Guid id, OrganizationFacts facts, RecordingBody by)
    {
        var organization = new Organization { Id = id, RecordedBy = by.Id, RecordedIn = by.DivisionCode };
        organization.Replace(facts);
        return organization;
    }

    /// <inheritdoc cref="Register"/>
    public void Replace(OrganizationFacts facts)
    {
        if (facts.Kind is OrganizationKind.Team != facts.TeamKind is not null) throw OrganizationRules.TeamKindMismatch();
        if (facts.ParentId == Id) throw OrganizationRules.OwnParent();
        if (facts.CreditCode is { } code && !Organizations.CreditCode.IsRight(code)) throw OrganizationRules.WrongCreditCode();

        (Name, Kind, TeamKind, DivisionCode, ParentId, CreditCode) =
            (facts.Name, facts.Kind, facts.TeamKind, facts.DivisionCode, facts.ParentId, facts.CreditCode);
    }
}

/// <summary>The part of an organization that its office may replace.</summary>
public sealed record OrganizationFacts(
    string Name, OrganizationKind Kind, long DivisionCode, TeamKind? TeamKind = null, Guid? ParentId = null, string? CreditCode = null);

public enum OrganizationKind
{
    /// <summary>文明办, 社会工作部, 政法委 …: an office stands above the bodies of its division.</summary>
    Office,
    School,
    Team,
    Association,
    Government,
    VillageCommittee,
    Enterprise,
    Media,
}

public static class OrganizationKinds
{
    /// <summary>Whether such a body stands above what lies in its division.</summary>
    public static bool IsOffice(this OrganizationKind kind) => kind is OrganizationKind.Office or OrganizationKind.Government;
}

public enum TeamKind { Rescue, Volunteer }
