using System.Globalization;
using Honors.Api.Data;
using Honors.Api.Errors;
using Honors.Api.Http;
using Honors.Api.Pages.Caching;
using Honors.Api.PublicApi;
using Honors.Domain.Titles;
using Honors.Domain.Values;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;

namespace Honors.Api.Pages.Site;

/// <summary>The honour roll. Each view of it has an address of its own, each page of a view too.</summary>
[Cached("q", "title", "level", "division", "year", "team", "kind", "order", "view", "after")]
public sealed class HonorsModel(IServiceProvider services) : PageModel
{
    private const int RowsOfAPage = 24;

    /// <summary>What was asked and understood: what is not, is left out, so that an old link still leads somewhere.</summary>
    private readonly SortedDictionary<string, string> _asked = new(StringComparer.Ordinal);

    public string? Q { get; private set; }

    public bool AsCards { get; private set; }

    /// <summary>Whether nothing is left out by a filter, and this is the first page in its usual order.</summary>
    public bool IsWhole => _asked.Count is 0;

    public IReadOnlyList<PublicHonour> Rows { get; private set; } = [];

    public int Count { get; private set; }

    public IReadOnlyList<Facet> Facets { get; private set; } = [];

    public IReadOnlyList<Facet> Views { get; private set; } = [];

    /// <summary>The filters in force; each address takes one away.</summary>
    public IEnumerable<(string Label, Choice Choice)> Chosen =>
        Facets.SelectMany(f => f.Choices.Where(c => c.IsChosen).Select(c => (f.Label, c)));

    public PagerLinks Pager { get; private set; } = new(null, null);

    /// <summary>What a new search leaves as it is.</summary>
    public IEnumerable<KeyValuePair<string, string>> Kept => _asked.Where(a => a.Key is not "q" and not "after");

    public async Task<IActionResult> OnGet(string? after)
    {
        var query = Ask();
        if (after is { Length: > 0 and <= PageQuery.CursorMaxLength }) _asked["after"] = after;
        var (db, cursors, ct) = (services.GetRequiredService<HonorsDb>(), services.GetRequiredService<Cursors>(), HttpContext.RequestAborted);
        PublicRoll roll;
        try
        {
            roll = await db.Roll(
                services.GetRequiredService<KeptFigures>(), query, new PageQuery(RowsOfAPage, _asked.GetValueOrDefault("after"), cursors),
                ChinaTime.Today(services.GetRequiredService<IClock>().GetCurrentInstant()), ct);
        }
        catch (ProblemException)
        {
            return LocalRedirect(With("after", null)); // a place that is no more: from the start
        }

        (Rows, Count) = (roll.Items, roll.Count);
        Pager = new(_asked.ContainsKey("after") ? With("after", null) : null, roll.Next is { } next ? With("after", next) : null);
        Facets =
        [
            .. new[]
            {
                Of("level", roll.Facets.Levels), Of("year", roll.Facets.Years), Of("division", roll.Facets.Divisions), Of("kind", roll.Facets.Kinds),
                Of("title", roll.Facets.Titles), Of("team", roll.Facets.Teams),
            }.Where(f => f.Choices.Count > 0),
        ];
        Views =
        [
            new("order", PageTexts.Say("Honours.Order"), [View("order", null, "Newest"), View("order", "pinyin", "Pinyin"), View("order", "strokes", "Strokes")]),
            new("view", PageTexts.Say("Honours.View"), [View("view", null, "AsList"), View("view", "cards", "AsCards")]),
        ];
        return Page();
    }

    private RollQuery Ask()
    {
        Q = Asked("q", q => q.Length <= RollQuery.QMaxLength && !q.Contains('\0', StringComparison.Ordinal));
        AsCards = Asked("view", v => v is "cards") is not null;
        return new RollQuery(
            Q,
            Asked("title", t => Guid.TryParse(t, out _)) is { } title ? Guid.Parse(title) : null,
            Choice<TitleLevel>("level"),
            Asked("division", d => d.Length is 12 && d.All(char.IsAsciiDigit) && d[0] is >= '1' and <= '8') is { } division ? long.Parse(division, CultureInfo.InvariantCulture) : null,
            Asked("year", y => y.Length is 4 && y.All(char.IsAsciiDigit)) is { } year ? int.Parse(year, CultureInfo.InvariantCulture) : null,
            Asked("team", t => Guid.TryParse(t, out _)) is { } team ? Guid.Parse(team) : null,
            Choice<RecipientKind>("kind"),
            Choice<RollOrder>("order"));
    }

    private Word<T>? Choice<T>(string name) where T : struct, Enum =>
        Asked(name, c => Word<T>.TryParse(c, out _)) is { } text && Word<T>.TryParse(text, out var word) ? word : null;

    private string? Asked(string name, Func<string, bool> isKnown)
    {
        var value = Request.Query[name].ToString().Trim();
        if (value is "" || !isKnown(value)) return null;

        _asked[name] = value;
        return value;
    }

    private Facet Of(string name, IReadOnlyList<RollFacet> values)
    {
        var chosen = _asked.GetValueOrDefault(name);
        return new(name, PageTexts.Say($"Honours.Of.{name}"),
            [.. values.Select(v => v.Value == chosen ? new Choice(v.Text, With(name, null), v.Count, true) : new Choice(v.Text, With(name, v.Value), v.Count, false))]);
    }

    private Choice View(string name, string? value, string text) =>
        new(PageTexts.Say($"Honours.{text}"), With(name, value), null, _asked.GetValueOrDefault(name) == value);

    /// <summary>This page with one member of its query changed, from its first row.</summary>
    private string With(string name, string? value)
    {
        var query = _asked.Where(a => a.Key != name && a.Key is not "after").Append(new(name, value!)).Where(a => !string.IsNullOrEmpty(a.Value));
        return Url.Content("~/honors") + QueryString.Create(query.Select(a => KeyValuePair.Create<string, string?>(a.Key, a.Value)));
    }
}

/// <summary>One way to narrow a list.</summary>
public sealed record Facet(string Name, string Label, IReadOnlyList<Choice> Choices)
{
    public bool HasChoice => Choices.Any(c => c.IsChosen);
}

/// <param name="Address">Chooses it, or takes the choice back.</param>
/// <param name="Count">How many there are; null where nobody counts.</param>
public sealed record Choice(string Text, string Address, int? Count, bool IsChosen);
