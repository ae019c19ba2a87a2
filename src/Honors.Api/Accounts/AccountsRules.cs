using Honors.Domain;

namespace Honors.Api.Accounts;

internal static class AccountsRules
{
    public const string OnePersonCode = "account.one-person";
    public const string PersonHasOneCode = "account.person-has-one";
    public const string NoLoginCode = "account.no-login";
    public const string SubjectIsOursCode = "account.subject-is-ours";
    public const string SubjectTakenCode = "account.subject-taken";

    public static RuleViolationException OnePerson() => new(OnePersonCode, Refusal.Impossible, "personName");

    public static RuleViolationException PersonHasOne() => new(PersonHasOneCode, Refusal.Conflict);

    public static RuleViolationException NoLogin() => new(NoLoginCode, Refusal.Conflict);

    public static RuleViolationException SubjectIsOurs() => new(SubjectIsOursCode, Refusal.Impossible, "subject");

    public static RuleViolationException SubjectTaken() => new(SubjectTakenCode, Refusal.Conflict, "subject");
}
