using System.Security.Cryptography;
using Honors.Api.Errors;
using Honors.Api.PublicApi;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace Honors.Api.Pages.Forms;

/// <summary>
/// A form for everybody, without account or script. What it sends goes to a public route of the API (<see cref="OwnApi"/>), whose refusals stand beside the fields they are about;
/// the fields bear the names of that route's members. The receipt is the answer to the sending itself: it is in no address, and leaves with the page.
/// </summary>
[RequestSizeLimit(MostBytes)]
public abstract class PublicForm : FormPage
{
    /// <summary>As the API takes (see <c>RequestBodyMiddleware</c>), with room for how forms are written on the wire.</summary>
    private const int MostBytes = 1024 * 1024;

    /// <summary>One sending of this form: a second click, or the receipt called up again, is no second sending.</summary>
    [BindProperty]
    public string? Sending { get; set; }

    /// <summary>What is asked, top to bottom.</summary>
    public abstract IReadOnlyList<FieldGroup> Groups { get; }

    /// <summary>Of the button: a key of <see cref="PageTexts"/>.</summary>
    public abstract string Button { get; }

    /// <summary>Once it was taken in.</summary>
    public ReceiptSlip? Slip { get; private protected set; }

    /// <summary>What is wrong, in the order of the fields; what is about none of them stands first, with no name.</summary>
    public IEnumerable<(string? Name, string Label, string Sentence)> Wrong =>
        from asked in Groups.SelectMany(g => g.Fields).Prepend(null)
        from error in ModelState[asked?.Name ?? ""]?.Errors ?? []
        select (asked?.Name, asked is null ? "" : PageTexts.Say(asked.Label), error.ErrorMessage);

    /// <summary>The form, empty.</summary>
    private protected IActionResult Ask()
    {
        Sending = RandomNumberGenerator.GetHexString(32, lowercase: true);
        return Page();
    }

    /// <summary>Sends what was filled in.</summary>
    /// <returns>Null where something is missing, or where it was refused.</returns>
    private protected async Task<T?> Send<T>(IServiceProvider services, string operation, object? values, object body) where T : class
    {
        if (IsSomethingMissing()) return null;

        var answer = await services.GetRequiredService<OwnApi>().Post(HttpContext, operation, values, body, Sending);
        if (answer.IsOk) return answer.Read<T>();

        Say(answer);
        return null;
    }

    /// <summary>All of it at once: nobody should have to send a form five times to learn of five empty fields.</summary>
    private protected bool IsSomethingMissing()
    {
        foreach (var asked in Groups.SelectMany(g => g.Fields).Where(f => f.IsRequired && string.IsNullOrWhiteSpace(ModelState[f.Name]?.AttemptedValue)))
            ModelState.AddModelError(asked.Name, PageTexts.Say(asked.Options is null ? "Form.Missing" : "Form.NotChosen"));
        if (ModelState.IsValid) return false;

        Response.StatusCode = StatusCodes.Status400BadRequest;
        return true;
    }

    /// <summary>Shows what the API refused: the form again, with what was typed.</summary>
    private protected void Say(OwnAnswer answer)
    {
        foreach (var (member, sentences) in answer.Errors) ModelState.AddModelError(FieldOf(member), sentences[0]);
        if (ModelState.IsValid) ModelState.AddModelError("", answer.Title ?? Texts.Of(ProblemCodes.OfStatus(answer.Status)));
        if (answer.RetryAfter is { Length: > 0 } wait) Response.Headers.RetryAfter = wait;
        Response.StatusCode = answer.Status;
    }

    private string FieldOf(string member) => Groups.SelectMany(g => g.Fields).FirstOrDefault(f => f.Name.Equals(member, StringComparison.OrdinalIgnoreCase))?.Name ?? "";
}

/// <param name="Legend">A key of <see cref="PageTexts"/>, as all texts here are.</param>
/// <param name="Explain">What the reader must know before filling in.</param>
public sealed record FieldGroup(string Legend, IReadOnlyList<Field> Fields, string? Explain = null);

/// <param name="Name">Of the API's member.</param>
/// <param name="Most">Characters.</param>
public sealed record Field(string Name, string Label, int Most)
{
    public string? Hint { get; init; }

    public bool IsRequired { get; init; }

    /// <summary>More than one: a text of several lines.</summary>
    public int Rows { get; init; } = 1;

    public string? Autocomplete { get; init; }

    /// <summary>To choose from: what is sent and what is read. Where it is empty, nothing can be chosen.</summary>
    public IReadOnlyList<(string Value, string Text)>? Options { get; init; }
}

/// <summary>回执.</summary>
/// <param name="About">What was sent, and about what.</param>
/// <param name="Office">Who got it.</param>
public sealed record ReceiptSlip(string Code, LocalDate On, string About, string Office)
{
    /// <summary>In fours: easier to copy by hand, and taken as well.</summary>
    public string Grouped => string.Join('-', Code.Chunk(4).Select(four => new string(four)));
}
