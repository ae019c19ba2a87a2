using Honors.Domain.Values;
using NodaTime;

namespace Honors.Domain.Accounts;

/// <summary>
/// Whom a token or a session speaks for: one subject of one issuer, and at most one person of the registry. Opened in the name of
/// a body, which manages it, as does every office above that body. Never deleted; suspended where it must not act.
/// </summary>
public sealed class Account : IRecorded, IIdentified
{
    public const int IssuerMaxLength = 200, SubjectMaxLength = 100, NameMaxLength = 100, ReasonMaxLength = 200;

    private readonly List<Grant> _grants = [];

    private Account() { }

    public Guid Id { get; private set; }

    public string Issuer { get; private set; } = "";

    public string Subject { get; private set; } = "";

    /// <summary>What colleagues call the account; need not be the name of the person behind it.</summary>
    public string Name { get; private set; } = "";

    public AccountKind Kind { get; private set; }

    /// <summary>
    /// The one human behind the account; of a program, the human who answers for it. Accounts of one person count as one in every
    /// four-eyes rule.
    /// </summary>
    public Guid? PersonId { get; private set; }

    /// <summary>The account of the human who answers for a program; null for people.</summary>
    public Guid? ResponsibleId { get; private set; }

    /// <summary>The body that opened the account and manages it.</summary>
    public Guid RecordedBy { get; private set; }

    public long RecordedIn { get; private set; }

    /// <summary>Since when it may do nothing at all; null while it may act.</summary>
    public Instant? SuspendedAt { get; private set; }

    public string? SuspensionReason { get; private set; }

    public IReadOnlyCollection<Grant> Grants => _grants;

    public static Account OfPerson(Guid id, string issuer, string subject, string name, Guid? personId, RecordingBody by) =>
        Open(id, issuer, subject, name, AccountKind.Person, personId, by);

    /// <summary>Opens the account of a program, for which a human answers.</summary>
    /// <exception cref="RuleViolationException"><c>account.responsible</c>: who answers for it is no person, or is suspended.</exception>
    public static Account OfProgram(Guid id, string issuer, string subject, string name, Account responsible, RecordingBody by)
    {
        if (responsible is not { Kind: AccountKind.Person, PersonId: not null, SuspendedAt: null }) throw AccountRules.Responsible();

        var account = Open(id, issuer, subject, name, AccountKind.Program, responsible.PersonId, by);
        account.ResponsibleId = responsible.Id;
        return account;
    }

    /// <summary>Gives the account a right in a body for a time.</summary>
    /// <param name="actor">Who decides it; never the human behind the account.</param>
    /// <exception cref="RuleViolationException">
    /// <c>account.own</c>; <c>grant.program-right</c>: a program may neither verify, confirm, nominate, decide nor administer;
    /// <c>grant.period</c>; <c>grant.running</c>: the same right in the same body runs already.
    /// </exception>
    public Grant Grant(Guid id, Right right, Guid organizationId, Instant? from, Instant? until, Actor actor, Instant now)
    {
        RefuseOwn(actor);
        if (Kind is AccountKind.Program && right is not (Right.Record or Right.Audit)) throw AccountRules.ProgramRight(right);
        var begins = from is { } later && later > now ? later : now;
        if (until <= begins) throw AccountRules.GrantPeriod();
        if (_grants.Any(g => g.Right == right && g.OrganizationId == organizationId && (g.Until is null || g.Until > begins)))
            throw AccountRules.GrantRunning();

        return Add(new Grant(id, right, organizationId, actor.AccountId, begins, until));
    }

    /// <summary>The rights that the set-up of a registry gives its first account; nobody is there yet to give them.</summary>
    public void GrantAtSetUp(Guid id, Right right, Guid organizationId, Instant now) => Add(new Grant(id, right, organizationId, Id, now, null));

    /// <summary>Ends a grant now: the next request feels it.</summary>
    /// <exception cref="RuleViolationException"><c>grant.ended</c>; <c>account.own</c>.</exception>
    public void EndGrant(Grant grant, Actor actor, Instant now)
    {
        RefuseOwn(actor);
        if (grant.Until <= now) throw AccountRules.GrantEnded();
        grant.End(actor.AccountId, now);
    }

    /// <summary>停用: from the next request on the account may do nothing.</summary>
    /// <exception cref="RuleViolationException"><c>account.suspended</c>; <c>account.own</c>.</exception>
    public void Suspend(string reason, Actor actor, Instant now)
    {
        RefuseOwn(actor);
        if (SuspendedAt is not null) throw AccountRules.Suspended();
        (SuspendedAt, SuspensionReason) = (now, reason);
    }

    /// <summary>恢复.</summary>
    /// <exception cref="RuleViolationException"><c>account.not-suspended</c>; <c>account.own</c>.</exception>
    public void Resume(Actor actor)
    {
        RefuseOwn(actor);
        if (SuspendedAt is null) throw AccountRules.NotSuspended();
        (SuspendedAt, SuspensionReason) = (null, null);
    }

    /// <summary>The person signs in at another issuer from now on, under this subject.</summary>
    public void SignInAs(string issuer, string subject) => (Issuer, Subject) = (issuer, subject);

    /// <summary>Nobody manages their own rights, nor does one person with two accounts.</summary>
    /// <exception cref="RuleViolationException"><c>account.own</c>.</exception>
    public void RefuseOwn(Actor actor)
    {
        if (actor.AccountId == Id || (Kind is AccountKind.Person && PersonId is not null && PersonId == actor.PersonId)) throw AccountRules.Own();
    }

    private static Account Open(Guid id, string issuer, string subject, string name, AccountKind kind, Guid? personId, RecordingBody by) => new()
    {
        Id = id,
        Issuer = issuer,
        Subject = subject,
        Name = name,
        Kind = kind,
        PersonId = personId,
        RecordedBy = by.Id,
        RecordedIn = by.DivisionCode,
    };

    private Grant Add(Grant grant)
    {
        _grants.Add(grant);
        return grant;
    }
}

public enum AccountKind
{
    /// <summary>个人账户: a human signs in.</summary>
    Person,

    /// <summary>程序账户: another office's program; logs and reads, and stands for nobody's second pair of eyes.</summary>
    Program,
}
