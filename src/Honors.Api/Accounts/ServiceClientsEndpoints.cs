using System.Security.Cryptography;
using Honors.Api.Data;
using Honors.Api.SignIn;
using Honors.Domain.Accounts;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Honors.Api.Accounts;

/// <summary>Accounts of programs. Rights and suspension are those of accounts; a program logs and reads, and verifies nothing.</summary>
internal static class ServiceClientsEndpoints
{
    public static void MapServiceClients(this IEndpointRouteBuilder api)
    {
        var clients = api.MapGroup("/service-clients").WithTags("Accounts").RequireRight(Right.Administer);

        clients.MapGet("/", List).WithName("listServiceClients");
        clients.MapGet("/{id:guid}", Get).WithName("getServiceClient");
        clients.MapPost("/", Open).WithName("openServiceClient");
        clients.MapPost("/{id:guid}/secret", GiveSecret).WithName("giveClientSecret");
    }

    /// <summary>Lists the programs' accounts that the caller sees, newest first.</summary>
    private static async Task<Ok<Page<AccountResponse>>> List([AsParameters] PageQuery page, HonorsDb db, CancellationToken ct) =>
        TypedResults.Ok(await Programs(db).ToPageById(page, AccountResponse.From, ct));

    /// <summary>Shows one program's account.</summary>
    private static async Task<Results<Ok<AccountResponse>, NotFound>> Get(Guid id, HonorsDb db, CancellationToken ct) =>
        await Programs(db).AsNoTracking().Where(a => a.Id == id).Select(AccountResponse.From).SingleOrDefaultAsync(ct) is { } found
            ? TypedResults.Ok(found)
            : TypedResults.NotFound();

    /// <summary>Opens the account of a program.</summary>
    /// <remarks>
    /// Needs `administer` in the body or in an office above it. A human with an account answers for it, and is no second pair of eyes for what it records.
    /// </remarks>
    private static async Task<Created<ServiceClientSecret>> Open(
        ServiceClientRequest request, Caller caller, HonorsDb db, Issuer issuer, IServiceProvider services, CancellationToken ct)
    {
        AccountsEndpoints.RefuseSubject(request.Subject, issuer);
        var body = await AccountsEndpoints.BodyFor(request.OrganizationId, caller, db, ct);
        await db.Accounts.MustHold(request.ResponsibleId, "responsibleId", ct);
        var account = Account.OfProgram(
            Guid.CreateVersion7(), issuer.Value, request.Subject ?? Guid.CreateVersion7().ToString(), request.Name,
            await db.Accounts.SingleAsync(a => a.Id == request.ResponsibleId, ct), body);

        db.Add(account);
        await AccountsEndpoints.RefuseTaken(account, db, ct);
        await db.SaveChangesAsync(ct);
        return TypedResults.Created(
            $"/api/v1/service-clients/{account.Id}",
            new ServiceClientSecret(account.Id, AccountResponse.Of(account), account.Subject, issuer.IsOurs ? await NewSecret(account, services, ct) : null));
    }

    /// <summary>Gives the program a new secret; the old one is good for nothing from now on.</summary>
    /// <remarks>Needs `administer` in the body that manages it or in an office above it.</remarks>
    private static async Task<Results<Ok<ServiceClientSecret>, NotFound>> GiveSecret(
        Guid id, Caller caller, HonorsDb db, Issuer issuer, IServiceProvider services, CancellationToken ct)
    {
        if (await AccountsEndpoints.Managed(id, caller, db, ct) is not { Kind: AccountKind.Program } account) return TypedResults.NotFound();
        if (!issuer.IsOurs) throw AccountsRules.NoLogin();

        return TypedResults.Ok(new ServiceClientSecret(account.Id, AccountResponse.Of(account), account.Subject, await NewSecret(account, services, ct)));
    }

    private static IQueryable<Account> Programs(HonorsDb db) => db.Accounts.Where(a => a.Kind == AccountKind.Program);

    /// <summary>256 random bits; the issuer keeps a hash.</summary>
    private static async Task<string> NewSecret(Account account, IServiceProvider services, CancellationToken ct)
    {
        var applications = services.GetRequiredService<IOpenIddictApplicationManager>();
        var secret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        if (await applications.FindByClientIdAsync(account.Subject, ct) is { } known) await applications.UpdateAsync(known, secret, ct);
        else await applications.CreateAsync(ClientOf(account.Subject, secret), ct);
        return secret;
    }

    internal static OpenIddictApplicationDescriptor ClientOf(string id, string secret) => new()
    {
        ClientId = id,
        ClientSecret = secret,
        ClientType = ClientTypes.Confidential,
        Permissions = { Permissions.Endpoints.Token, Permissions.GrantTypes.ClientCredentials },
    };
}
