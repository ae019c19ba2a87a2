using Honors.Api.Data;
using Honors.Api.Errors;
using Honors.Api.Pages.Caching;
using Honors.Api.PublicApi;
using Honors.Domain.Titles;
using Honors.Domain.Values;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;

namespace Honors.Api.Pages.Site;

/// <summary>The honour roll, a page of it under its own address.</summary>
[Cached("q", "level", "view", "after")]
public sealed class HonorsModel(HonorsDb db, Cursors cursors, IClock clock) : PageModel
{
    private const int RowsOfAPage = 24;

    public string? Q { get; private set; }

    public bool AsCards { get; private set; }

    /// <summary>Whether nothing is left out by a filter, and this is the first page.</summary>
    public bool IsWhole { get; private set; }

    public IReadOnlyList<PublicHonour> Rows { get; private set; } = [];

    public IReadOnlyList<Facet> Facets { get; private set; } = [];

    public PagerLinks Pager { get; private set; } = new(null, null);

    /// <summary>What a new search leaves as it is.</summary>
    public IEnumerable<(string Name, string Value)> Kept => _asked.Where(a => a.Key is not "q" and not "after").Select(a => (a.Key, a.Value));

    private readonly SortedDictionary<string, string> _asked = new(StringComparer.Ordinal);

    public async Task<IActionResult> OnGet(string? q, string? level, string? view, string? after)
    {
        Q = Filter("q", q?.Trim(), t => t.Length <= 50);
        var wanted = Filter("level", level, l => Enum.TryParse<TitleLevel>(l, ignoreCase: true, out var known) && Enum.IsDefined(known)) is { } name
            ? Enum.Parse<TitleLevel>(name, ignoreCase: true)
            : (TitleLevel?)null;
        AsCards = Filter("view", view, v => v is "cards") is not null;
        IsWhole = Q is null && wanted is null && after is null;

        Page<PublicHonour> page;
        try
        {
            page = await db.Search(Q, wanted, new PageQuery(RowsOfAPage, after, cursors), ChinaTime.Today(clock.GetCurrentInstant()), HttpContext.RequestAborted);
        }
        catch (ProblemException)
        {
            return RedirectToPage(new { q, level, view }); // a place that is no more: from the start
        }

        Rows = page.Items;
        Pager = new(after is null ? null : With("after", null), page.Next is { } next ? With("after", next) : null);
        Facets =
        [
            new(PageTexts.Say("Honours.Level"), [Choice("level", null, PageTexts.Say("Honours.All")), .. Enum.GetValues<TitleLevel>().Select(l => Choice("level", Camel(l), Words.Of(l)))]),
            new(PageTexts.Say("Honours.View"), [Choice("view", null, PageTexts.Say("Honours.AsList")), Choice("view", "cards", PageTexts.Say("Honours.AsCards"))]),
        ];
        return Page();
    }

    /// <summary>A filter that nothing is known of is none: an old link still leads somewhere.</summary>
    private string? Filter(string name, string? value, Func<string, bool> isKnown)
    {
        if (string.IsNullOrEmpty(value) || !isKnown(value)) return null;
        _asked[name] = value;
        return value;
    }

    private Choice Choice(string name, string? value, string text) =>
        new(text, With(name, value), null, string.Equals(_asked.GetValueOrDefault(name), value, StringComparison.OrdinalIgnoreCase));

    /// <summary>This page, with one member of its query changed and from its first row.</summary>
    private string With(string name, string? value)
    {
        var query = _asked.Where(a => a.Key != name).Append(new(name, value!)).Where(a => !string.IsNullOrEmpty(a.Value));
        return Url.Content("~/honors") + QueryString.Create(query.Select(a => KeyValuePair.Create<string, string?>(a.Key, a.Value)));
    }

    private static string Camel(TitleLevel level) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(level.ToString());
}

/// <summary>One way to narrow a list.</summary>
public sealed record Facet(string Label, IReadOnlyList<Choice> Choices);

/// <param name="Count">How many there are; null where nobody counted.</param>
public sealed record Choice(string Text, string Address, int? Count, bool IsChosen);
