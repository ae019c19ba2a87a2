using System.Globalization;
using System.Security.Claims;
using Honors.Api.Accounts;
using Honors.Api.Data;
using Honors.Api.Errors;
using Honors.Api.SignIn;
using Honors.Domain;
using Honors.Domain.Organizations;
using Honors.Domain.Values;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Honors.Api.Pages.Account;

/// <summary>Where a one-time code becomes an account of one's own; and where the registry's first account is made.</summary>
public sealed class SetupModel : FormPage, INewPassword
{
    [BindProperty(SupportsGet = true)]
    public string? Code { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty]
    public string? Repeated { get; set; }

    [BindProperty]
    public string? Office { get; set; }

    [BindProperty]
    public string? DivisionCode { get; set; }

    [BindProperty]
    public string? PersonName { get; set; }

    /// <summary>Whether the code sets up the registry itself.</summary>
    public bool IsFirst { get; private set; }

    /// <summary>Whether the login is kept here; otherwise who takes the account has signed in at the other issuer.</summary>
    public bool IsOurs { get; private set; }

    public bool Done { get; private set; }

    public async Task<IActionResult> OnGet([FromServices] IServiceProvider services) => await Prepare(services) ?? Page();

    public async Task<IActionResult> OnPost([FromServices] IServiceProvider services)
    {
        if (await Prepare(services) is { } elsewhere) return elsewhere;

        var (codes, ct) = (services.GetRequiredService<SetupCodes>(), HttpContext.RequestAborted);
        services.GetRequiredService<SignInLimits>().Enter(HttpContext.Connection.RemoteIpAddress);
        if (await codes.Find(Code, ct) is not { } code) return Refuse(nameof(Code), SignInRules.CodeUnknown);
        if (IsFirst && await RefuseOffice(services) is { } unfit) return unfit;

        return IsOurs ? await SetUp(code, services) : await Bind(code, services);
    }

    private async Task<IActionResult> SetUp(SetupCode code, IServiceProvider services)
    {
        if (Password != Repeated) return Refuse(nameof(Repeated), SignInRules.NotRepeated);

        var signIns = services.GetRequiredService<SignIns>();
        var (login, refused) = await signIns.SetUp(
            services.GetRequiredService<SetupCodes>(), code, Name, Password ?? "", login => TakeFirst(login.Id.ToString(), services), HttpContext.RequestAborted);
        if (login is null) return Refuse(FieldOf(refused!), refused!);

        await signIns.Begin(HttpContext, login);
        Done = true;
        return Page();
    }

    /// <summary>Someone who has signed in at the other issuer takes the account: from now on it is theirs.</summary>
    private async Task<IActionResult> Bind(SetupCode code, IServiceProvider services)
    {
        var (issuer, takeOver) = (services.GetRequiredService<Issuer>(), services.GetRequiredService<TakeOver>());
        var subject = CallerMiddleware.WithoutAccount(HttpContext)!.FindFirstValue(issuer.SubjectClaim)!;
        var used = await services.GetRequiredService<SetupCodes>().UseFor(
            code, () => IsFirst ? TakeFirst(subject, services) : takeOver.Bind(code.AccountId!.Value, subject), HttpContext.RequestAborted);
        if (!used) return Refuse(nameof(Code), SignInRules.CodeUnknown);

        Done = true;
        return Page();
    }

    private async Task TakeFirst(string subject, IServiceProvider services)
    {
        if (!IsFirst) return;

        var facts = new OrganizationFacts(Office!, OrganizationKind.Office, long.Parse(DivisionCode!, CultureInfo.InvariantCulture), null);
        await services.GetRequiredService<TakeOver>().First(facts, PersonName!, subject);
    }

    private async Task<IActionResult?> RefuseOffice(IServiceProvider services)
    {
        Office = Text.Tidy(Office ?? "");
        if (Office.Length is 0 or > Organization.NameMaxLength || !Text.IsFit(Office)) return Refuse(nameof(Office), ProblemCodes.TextUnfit);

        var db = services.GetRequiredService<HonorsDb>();
        if (!long.TryParse(DivisionCode, NumberStyles.None, CultureInfo.InvariantCulture, out var division)
            || !await db.Divisions.AnyAsync(d => d.Code == division, HttpContext.RequestAborted))
        {
            return Refuse(nameof(DivisionCode), ProblemCodes.MemberDivisionCode);
        }

        try
        {
            PersonName = Domain.Values.PersonName.Normalise(PersonName ?? "");
            return null;
        }
        catch (RuleViolationException rule)
        {
            return Refuse(nameof(PersonName), rule.Code);
        }
    }

    /// <returns>Where to go first; null where the form can be shown.</returns>
    private async Task<IActionResult?> Prepare(IServiceProvider services)
    {
        IsOurs = services.GetRequiredService<Issuer>().IsOurs;
        if (!IsOurs && CallerMiddleware.WithoutAccount(HttpContext) is null)
            return services.GetRequiredService<Caller>().IsKnown ? RedirectToPage("/Account/Index") : Challenge(SignInSetup.Session);

        IsFirst = await services.GetRequiredService<SetupCodes>().Find(Code, HttpContext.RequestAborted) is { AccountId: null };
        return null;
    }

    private static string FieldOf(string code) => code switch
    {
        SignInRules.NameUnfit or SignInRules.NameTaken => nameof(Name),
        SignInRules.CodeUnknown => nameof(Code),
        _ => nameof(Password),
    };
}
