using Honors.Domain.Accounts;
using NodaTime;

namespace Honors.Domain.Nominations;

/// <summary>复核: asks the office above to look at a refusal again; once.</summary>
/// <param name="Reason">Why the nominator holds it wrong.</param>
/// <param name="DueOn">The last day for the answer, inclusive; null where the procedure sets none.</param>
public sealed record Appeal(string Reason, Signature Filed, LocalDate? DueOn, AppealAnswer? Answer)
{
    public const int TextMaxLength = 500;
}

/// <summary>复核答复.</summary>
/// <param name="Paper">The upper body's own; needed where that body is not in the registry and the title's owner enters its answer.</param>
/// <param name="InTime">Null where no day was set.</param>
public sealed record AppealAnswer(AppealOutcome Outcome, string Reason, AnswerPaper? Paper, Signature By, bool? InTime);

/// <summary>A paper of the upper body.</summary>
public sealed record AnswerPaper(string Body, string Number, LocalDate IssuedOn)
{
    public const int BodyMaxLength = 100, NumberMaxLength = 100;
}
