using System.Globalization;
using System.Resources;
using Honors.Domain.People;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Honors.Api.People;

/// <summary>The consent texts that the registry ships, with every version that a consent may name.</summary>
internal static class ConsentTexts
{
    public static readonly ResourceManager Resources = new("Honors.Api.People.ConsentTexts", typeof(ConsentTexts).Assembly);

    /// <summary>Oldest version first.</summary>
    private static readonly Dictionary<string, IReadOnlyList<string>> Versions = new() { ["publication"] = ["1"], ["hours-minimum"] = ["1"] };

    public static void MapConsentTexts(this IEndpointRouteBuilder api) =>
        api.MapGroup("/consent-texts").WithTags("People").MapGet("/", List).WithName("listConsentTexts");

    public static bool IsShipped(string id) => Versions.ContainsKey(id);

    public static bool Has(string id, string version) => Versions.TryGetValue(id, out var versions) && versions.Contains(version);

    public static bool IsNewest(string id, string version) => Versions.TryGetValue(id, out var versions) && versions[^1] == version;

    /// <summary>On the page it is the newest of that shipped text; on paper that text, or the body's own form.</summary>
    /// <exception cref="Domain.RuleViolationException"><c>consent.text-unknown</c>.</exception>
    public static void Require(ConsentBody consent, string shipped)
    {
        var (id, version) = (consent.TextId, consent.TextVersion);
        var fits = consent.Channel is ConsentChannel.Page ? id == shipped && IsNewest(id, version) : !IsShipped(id) || (id == shipped && Has(id, version));
        if (!fits) throw ConsentRules.NoSuchText();
    }

    /// <summary>Lists the consent texts of the registry, every version.</summary>
    private static Ok<IReadOnlyList<ConsentTextView>> List() => TypedResults.Ok<IReadOnlyList<ConsentTextView>>(
    [
        .. Versions.SelectMany(t => t.Value.Select(v => new ConsentTextView(
            t.Key, v, IsNewest(t.Key, v), Resources.GetString($"{t.Key}.{v}", CultureInfo.CurrentUICulture)!))),
    ]);
}

/// <summary>What is put before whoever consents.</summary>
/// <param name="Version">A text never changes; another wording is another version.</param>
/// <param name="Newest">Whether a consent on the page is given to this version.</param>
/// <param name="Text">In the reader's language; the Chinese text holds.</param>
public sealed record ConsentTextView(string Id, string Version, bool Newest, string Text);
