using Honors.Api.Contract;
using Honors.Domain.Nominations;
using NodaTime;

namespace Honors.Api.Nominations;

/// <summary>Why the nominator holds the refusal wrong.</summary>
public sealed record AppealRequest([property: Length(Appeal.TextMaxLength)] string Reason);

/// <summary>What the office above says of the refusal.</summary>
/// <param name="Paper">The upper body's own; needed where the registry knows no office above and the title's owner enters its answer.</param>
public sealed record AppealAnswerRequest(AppealOutcome Outcome, [property: Length(Appeal.TextMaxLength)] string Reason, AnswerPaperBody? Paper = null);

/// <summary>A paper of the upper body.</summary>
public sealed record AnswerPaperBody(
    [property: Length(AnswerPaper.BodyMaxLength)] string Body, [property: Length(AnswerPaper.NumberMaxLength)] string Number, LocalDate IssuedOn)
{
    internal static AnswerPaperBody? Of(AnswerPaper? paper) => paper is null ? null : new(paper.Body, paper.Number, paper.IssuedOn);

    internal AnswerPaper ToPaper() => new(Body, Number, IssuedOn);
}

/// <summary>An appeal against a refusal (复核).</summary>
/// <param name="OfficeId">The office whose answer it is; the title's owner where the registry knows none above.</param>
/// <param name="DueOn">The last day for the answer, inclusive; null where the procedure sets none.</param>
public sealed record AppealView(string Reason, Guid OfficeId, SignatureView Filed, LocalDate? DueOn, AppealAnswerView? Answer)
{
    internal static AppealView? Of(Appeal? appeal, Guid? office) => appeal is null
        ? null
        : new(appeal.Reason, office!.Value, SignatureView.Of(appeal.Filed)!, appeal.DueOn, AppealAnswerView.Of(appeal.Answer));
}

/// <summary>The answer to an appeal.</summary>
public sealed record AppealAnswerView(AppealOutcome Outcome, string Reason, AnswerPaperBody? Paper, SignatureView By, bool? InTime)
{
    internal static AppealAnswerView? Of(AppealAnswer? answer) =>
        answer is null ? null : new(answer.Outcome, answer.Reason, AnswerPaperBody.Of(answer.Paper), SignatureView.Of(answer.By)!, answer.InTime);
}
