using System.Linq.Expressions;
using Honors.Api.Contract;
using Honors.Domain.Accounts;
using Honors.Domain.People;
using NodaTime;

namespace Honors.Api.Accounts;

/// <param name="Name">What colleagues shall call the account.</param>
/// <param name="OrganizationId">The body that opens it and manages it.</param>
/// <param name="PersonName">The name of its human, who is recorded as a new person in this body; absent where `personId` says who it is.</param>
/// <param name="PersonId">Its human, already recorded; needs `record` over that person besides.</param>
/// <param name="Subject">Where people sign in at another issuer: its subject there. Otherwise the answer brings a one-time code.</param>
public sealed record AccountRequest(
    [property: Length(Account.NameMaxLength)] string Name,
    Guid OrganizationId,
    [property: Length(Person.NameMaxLength)] string? PersonName = null,
    Guid? PersonId = null,
    [property: Length(Account.SubjectMaxLength)] string? Subject = null);

/// <param name="Name">What colleagues call the account.</param>
/// <param name="PersonId">The human behind it; of a program, the one who answers for it.</param>
/// <param name="ResponsibleId">Of a program: the account of the human who answers for it.</param>
/// <param name="OrganizationId">The body that manages it.</param>
/// <param name="SuspendedAt">Since when it may do nothing; null while it may act.</param>
/// <param name="Grants">Its rights, past and coming ones too.</param>
public sealed record AccountResponse(
    Guid Id,
    [property: Length(Account.NameMaxLength)] string Name,
    AccountKind Kind,
    [property: Length(Account.IssuerMaxLength)] string Issuer,
    [property: Length(Account.SubjectMaxLength)] string Subject,
    Guid? PersonId,
    Guid? ResponsibleId,
    Guid OrganizationId,
    Instant? SuspendedAt,
    string? SuspensionReason,
    IReadOnlyList<GrantResponse> Grants)
{
    internal static readonly Expression<Func<Account, AccountResponse>> From = a => new AccountResponse(
        a.Id, a.Name, a.Kind, a.Issuer, a.Subject, a.PersonId, a.ResponsibleId, a.RecordedBy, a.SuspendedAt, a.SuspensionReason,
        a.Grants.OrderBy(g => g.From).ThenBy(g => g.Id).Select(g => new GrantResponse(g.Id, g.Right, g.OrganizationId, g.GrantedBy, g.From, g.Until, g.EndedBy)).ToList());

    private static readonly Func<Account, AccountResponse> Compiled = From.Compile();

    internal static AccountResponse Of(Account account) => Compiled(account);
}

/// <summary>An account just opened, and how its human takes it into their own hands.</summary>
/// <param name="Setup">Null where people sign in at another issuer and the subject was named.</param>
public sealed record OpenedAccount(Guid Id, AccountResponse Account, SetupCodeResponse? Setup);

/// <summary>Give it to the human alone, on paper or face to face: whoever has it has the account.</summary>
/// <param name="Code">Four groups of four; shown this once.</param>
/// <param name="Address">The page that takes the code.</param>
/// <param name="Until">Good before this moment, and once.</param>
public sealed record SetupCodeResponse([property: Length(19)] string Code, [property: Length(300)] string Address, Instant Until);

/// <param name="OrganizationId">The body in which the right is held.</param>
/// <param name="From">Inclusive; now when absent or past.</param>
/// <param name="Until">Exclusive; absent: until it is ended.</param>
public sealed record GrantRequest(Right Right, Guid OrganizationId, Instant? From = null, Instant? Until = null);

/// <param name="GrantedBy">The account that decided it.</param>
/// <param name="From">Inclusive.</param>
/// <param name="Until">Exclusive; null while no end is set.</param>
/// <param name="EndedBy">The account that ended it before its time.</param>
public sealed record GrantResponse(Guid Id, Right Right, Guid OrganizationId, Guid GrantedBy, Instant From, Instant? Until, Guid? EndedBy)
{
    internal static GrantResponse Of(Grant grant) =>
        new(grant.Id, grant.Right, grant.OrganizationId, grant.GrantedBy, grant.From, grant.Until, grant.EndedBy);
}

/// <param name="Reason">Why; kept with the account.</param>
public sealed record SuspensionRequest([property: Length(Account.ReasonMaxLength)] string Reason);

/// <param name="Name">The program and whose it is.</param>
/// <param name="OrganizationId">The body that opens it and manages it.</param>
/// <param name="ResponsibleId">The account of the human who answers for what it does.</param>
/// <param name="Subject">Where programs get their tokens at another issuer: its subject there. Otherwise the answer brings a client id and a secret.</param>
public sealed record ServiceClientRequest(
    [property: Length(Account.NameMaxLength)] string Name,
    Guid OrganizationId,
    Guid ResponsibleId,
    [property: Length(Account.SubjectMaxLength)] string? Subject = null);

/// <summary>A program's account, just opened or given a new secret.</summary>
/// <param name="ClientId">For `/connect/token`.</param>
/// <param name="ClientSecret">Shown this once; null where another issuer keeps it.</param>
public sealed record ServiceClientSecret(
    Guid Id, AccountResponse Account, [property: Length(Account.SubjectMaxLength)] string ClientId, [property: Length(100)] string? ClientSecret);

/// <summary>Who the caller is, and what they may do now.</summary>
public sealed record MeResponse(
    Guid AccountId, [property: Length(Account.NameMaxLength)] string Name, AccountKind Kind, Guid? PersonId, IReadOnlyList<HeldGrant> Rights);

/// <param name="Says">In the reader's language, as a clerk would say it.</param>
/// <param name="Until">Exclusive; null while no end is set.</param>
public sealed record HeldGrant(Right Right, [property: Length(200)] string Says, Guid OrganizationId, [property: Length(100)] string Organization, Instant? Until);
