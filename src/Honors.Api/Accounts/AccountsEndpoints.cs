using Honors.Api.Data;
using Honors.Api.SignIn;
using Honors.Domain.Accounts;
using Honors.Domain.People;
using Honors.Domain.Values;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Honors.Api.Accounts;

/// <summary>Who may act at all. Whoever manages accounts sees accounts and rights, and no personal record.</summary>
internal static class AccountsEndpoints
{
    public static void MapAccounts(this IEndpointRouteBuilder api)
    {
        var accounts = api.MapGroup("/accounts").WithTags("Accounts");

        accounts.MapGet("/", List).WithName("listAccounts").RequireRight(Right.Administer);
        accounts.MapGet("/{id:guid}", Get).WithName("getAccount").RequireRight(Right.Administer);
        accounts.MapPost("/", Open).WithName("openAccount").RequireRight(Right.Administer);
        accounts.MapPost("/{id:guid}/setup-code", GiveCode).WithName("giveSetupCode").RequireRight(Right.Administer);
        accounts.MapPost("/{id:guid}/suspension", Suspend).WithName("suspendAccount").RequireRight(Right.Administer);
        accounts.MapPost("/{id:guid}/resumption", Resume).WithName("resumeAccount").RequireRight(Right.Administer);
        accounts.MapGrants();
        api.MapPost("/people/{id:guid}/account", OpenForPerson).WithName("openPersonsAccount").WithTags("Accounts").RequireRight(Right.Record);
        api.MapGet("/me", Me).WithName("getMe").WithTags("Accounts");
    }

    /// <summary>Lists the accounts of the caller's bodies, and those from elsewhere that hold a right there; newest first.</summary>
    /// <param name="organizationId">Only accounts that hold, held or will hold a right in this body.</param>
    private static async Task<Ok<Page<AccountResponse>>> List([AsParameters] PageQuery page, HonorsDb db, CancellationToken ct, Guid? organizationId = null) =>
        TypedResults.Ok(await db.Accounts.Where(a => organizationId == null || a.Grants.Any(g => g.OrganizationId == organizationId))
            .ToPageById(page, AccountResponse.From, ct));

    /// <summary>Shows one account with its rights.</summary>
    private static async Task<Results<Ok<AccountResponse>, NotFound>> Get(Guid id, HonorsDb db, CancellationToken ct) =>
        await db.Accounts.AsNoTracking().Where(a => a.Id == id).Select(AccountResponse.From).SingleOrDefaultAsync(ct) is { } found
            ? TypedResults.Ok(found)
            : TypedResults.NotFound();

    /// <summary>Opens the account of a human.</summary>
    /// <remarks>
    /// Needs `administer` in the body or in an office above it. The human is recorded by name, or named by `personId`, which needs `record` over
    /// that person too. It holds no right yet.
    /// </remarks>
    private static async Task<Results<Created<OpenedAccount>, NotFound>> Open(
        AccountRequest request, Caller caller, HonorsDb db, Issuer issuer, IServiceProvider services, CancellationToken ct)
    {
        if (request.PersonName is null == request.PersonId is null) throw AccountsRules.OnePerson();
        RefuseSubject(request.Subject, issuer);

        var body = await BodyFor(request.OrganizationId, caller, db, ct);
        var person = request.PersonId is { } id ? await Known(id, caller, db, ct) : Unknown(request.PersonName!, body, db);
        var account = Account.OfPerson(
            Guid.CreateVersion7(), issuer.Value, request.Subject ?? Guid.CreateVersion7().ToString(), request.Name, person.Id, body);
        account.RefuseOwn(caller.Actor);

        db.Add(account);
        await RefuseTaken(account, db, ct);
        await db.SaveChangesAsync(ct);
        return Opened(account, request.Subject is null ? await Code(account, issuer, services, ct) : null);
    }

    /// <summary>Gives a person an account of their own, by a one-time code from the body that knows them.</summary>
    /// <remarks>
    /// Needs `record` in the body that recorded the person or in an office above it. It holds no right: its person sees what is recorded of them.
    /// Refused with `account.person-has-one` (409) once the person has taken an account into their own hands; until then a new code replaces the last.
    /// </remarks>
    private static async Task<Results<Created<OpenedAccount>, NotFound>> OpenForPerson(
        Guid id, Caller caller, HonorsDb db, Issuer issuer, IServiceProvider services, CancellationToken ct)
    {
        if (await db.People.SingleOrDefaultAsync(p => p.Id == id, ct) is not { } person) return TypedResults.NotFound();

        caller.Require(Right.Record, person);
        var account = await db.Accounts.IgnoreQueryFilters([HonorsDb.Visible]).Include(a => a.Grants)
            .FirstOrDefaultAsync(a => a.PersonId == id && a.Kind == AccountKind.Person, ct);
        if (account is null)
        {
            account = Account.OfPerson(
                Guid.CreateVersion7(), issuer.Value, Guid.CreateVersion7().ToString(), person.Name, id, new RecordingBody(person.RecordedBy, person.RecordedIn));
            db.Add(account);
            await db.SaveChangesAsync(ct);
        }
        else if (account.Grants.Count > 0 || !await IsWaiting(account, issuer, services, ct))
        {
            throw AccountsRules.PersonHasOne();
        }

        return Opened(account, await Code(account, issuer, services, ct));
    }

    /// <summary>Gives the human a new one-time code: a first one, or one to get back in without password or second factor.</summary>
    /// <remarks>Needs `administer` in the body that manages the account or in an office above it. The last code dies; its use ends every session.</remarks>
    private static async Task<Results<Ok<SetupCodeResponse>, NotFound>> GiveCode(
        Guid id, Caller caller, HonorsDb db, Issuer issuer, IServiceProvider services, CancellationToken ct)
    {
        if (await Managed(id, caller, db, ct) is not { } account) return TypedResults.NotFound();

        account.RefuseOwn(caller.Actor);
        if (account.Kind is AccountKind.Program) throw AccountsRules.NoLogin();
        return TypedResults.Ok(await Code(account, issuer, services, ct));
    }

    /// <summary>Suspends an account: its next request is refused, whatever token or session it has.</summary>
    /// <remarks>Needs `administer` in the body that manages the account or in an office above it.</remarks>
    private static async Task<Results<Ok<AccountResponse>, NotFound>> Suspend(
        Guid id, SuspensionRequest request, Caller caller, HonorsDb db, IClock clock, CancellationToken ct)
    {
        if (await Managed(id, caller, db, ct) is not { } account) return TypedResults.NotFound();

        account.Suspend(request.Reason, caller.Actor, clock.GetCurrentInstant());

        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(AccountResponse.Of(account));
    }

    /// <summary>Lets a suspended account act again.</summary>
    /// <remarks>Needs `administer` in the body that manages the account or in an office above it.</remarks>
    private static async Task<Results<Ok<AccountResponse>, NotFound>> Resume(Guid id, Caller caller, HonorsDb db, CancellationToken ct)
    {
        if (await Managed(id, caller, db, ct) is not { } account) return TypedResults.NotFound();

        account.Resume(caller.Actor);

        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(AccountResponse.Of(account));
    }

    /// <summary>Shows who the caller is, and what they may do now.</summary>
    private static async Task<Ok<MeResponse>> Me(Caller caller, HonorsDb db, IClock clock, CancellationToken ct) =>
        TypedResults.Ok(await OwnAccount.Show(caller, db, clock.GetCurrentInstant(), ct));

    /// <summary>The account, where the caller manages it.</summary>
    internal static async Task<Account?> Managed(Guid id, Caller caller, HonorsDb db, CancellationToken ct)
    {
        if (await db.Accounts.Include(a => a.Grants).SingleOrDefaultAsync(a => a.Id == id, ct) is not { } account) return null;

        caller.RequireIn(Right.Administer, await db.Organizations.SingleAsync(o => o.Id == account.RecordedBy, ct));
        return account;
    }

    internal static async Task<RecordingBody> BodyFor(Guid organizationId, Caller caller, HonorsDb db, CancellationToken ct)
    {
        await db.Organizations.MustHold(organizationId, "organizationId", ct);
        var organization = await db.Organizations.SingleAsync(o => o.Id == organizationId, ct);
        caller.RequireIn(Right.Administer, organization, "organizationId");
        return new RecordingBody(organization.Id, organization.DivisionCode);
    }

    /// <summary>A subject is named exactly where another issuer knows it.</summary>
    internal static void RefuseSubject(string? subject, Issuer issuer)
    {
        if (subject is not null && issuer.IsOurs) throw AccountsRules.SubjectIsOurs();
    }

    internal static async Task RefuseTaken(Account account, HonorsDb db, CancellationToken ct)
    {
        if (await db.Accounts.IgnoreQueryFilters([HonorsDb.Visible]).AnyAsync(a => a.Issuer == account.Issuer && a.Subject == account.Subject, ct))
            throw AccountsRules.SubjectTaken();
    }

    private static async Task<Person> Known(Guid id, Caller caller, HonorsDb db, CancellationToken ct)
    {
        await db.People.MustHold(id, "personId", ct);
        var person = await db.People.SingleAsync(p => p.Id == id, ct);
        caller.Require(Right.Record, person);
        return person;
    }

    private static Person Unknown(string name, RecordingBody body, HonorsDb db)
    {
        var person = Person.Record(Guid.CreateVersion7(), PersonNumber.Draw(), new PersonFacts(name, Gender.NotStated, PartialDate.Unknown), body);
        db.Add(person);
        return person;
    }

    /// <summary>Whether nobody has taken the account into their own hands yet.</summary>
    private static async Task<bool> IsWaiting(Account account, Issuer issuer, IServiceProvider services, CancellationToken ct) =>
        issuer.IsOurs
            ? Guid.TryParse(account.Subject, out var login) && !await services.GetRequiredService<AccountsDb>().Users.AnyAsync(l => l.Id == login, ct)
            : await services.GetRequiredService<AccountsDb>().SetupCodes.AnyAsync(c => c.AccountId == account.Id, ct);

    private static async Task<SetupCodeResponse> Code(Account account, Issuer issuer, IServiceProvider services, CancellationToken ct)
    {
        var (code, until) = await services.GetRequiredService<SetupCodes>().Issue(account, ct);
        return new SetupCodeResponse(code, issuer.Address("account/setup").ToString(), until);
    }

    private static Created<OpenedAccount> Opened(Account account, SetupCodeResponse? setup) =>
        TypedResults.Created($"/api/v1/accounts/{account.Id}", new OpenedAccount(account.Id, AccountResponse.Of(account), setup));
}
