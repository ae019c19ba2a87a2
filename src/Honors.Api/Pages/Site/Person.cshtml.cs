using System.Globalization;
using Honors.Api.Contract;
using Honors.Api.Data;
using Honors.Api.Pages.Caching;
using Honors.Api.PublicApi;
using Honors.Api.SignIn;
using Honors.Domain.Values;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;

namespace Honors.Api.Pages.Site;

/// <summary>A role model: all that the person's grounds show, told in the order in which it happened.</summary>
[Cached]
public sealed class PersonModel(IServiceProvider services) : PageModel
{
    public PublicPerson Person { get; private set; } = null!;

    public IReadOnlyList<TimelineItem> Timeline { get; private set; } = [];

    public BarChart Hours { get; private set; } = null!;

    /// <summary>The first character of the name, as a seal has it, where there is no portrait.</summary>
    public string Seal => Person.Name.EnumerateRunes().First().ToString();

    public string Comma { get; } = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName is "en" ? ", " : "、";

    /// <summary>Two or three facts, for whoever meets the page elsewhere.</summary>
    public string Description => string.Join(Comma, new[] { Person.Unit }.Concat(Person.Awards.Select(a => a.Title)).Concat(Person.Teams.Select(t => t.Name)).OfType<string>().Take(4))
        is { Length: > 0 } facts ? $"{Person.Name}：{facts}" : Person.Name;

    public async Task<IActionResult> OnGet(string number)
    {
        var today = ChinaTime.Today(services.GetRequiredService<IClock>().GetCurrentInstant());
        if (await services.GetRequiredService<HonorsDb>().Profile(number, today, HttpContext.RequestAborted) is not { } person) return NotFound();
        if (person.Number != number) return LocalRedirect(Url.Content($"~/people/{person.Number}")); // merged; a separation may bring the number back

        Person = person;
        // Lists come newest first; of one time what was entered first happened first.
        Timeline = [.. Items().Reverse().OrderBy(i => i.IsUndated).ThenBy(i => i.Sort)];
        Hours = new(PageTexts.Say("Person.ByKind"), PageTexts.Say("Person.Kind"), PageTexts.Say("Person.Hours"), [.. person.HoursByKind.Select(h => new Bar(h.CategoryText, h.Minutes, h.Text))]);
        return Page();
    }

    /// <summary>In the source's own words where it has any.</summary>
    public string Written(PartialDateView date) => date.AsWritten ?? When(date);

    /// <summary>The day as it is known; 时间未载明.</summary>
    public string When(PartialDateView date) => date.Date is null && date.AsWritten is null ? PageTexts.Say("Person.Undated") : date.Text;

    private IEnumerable<TimelineItem> Items()
    {
        foreach (var award in Person.Awards)
        {
            yield return Item("honour", "medal", award.ConferredOn, award.Title) with
            {
                Facts = [award.LevelText, .. new[] { award.Ceremony }.OfType<string>()],
                Link = Url.Content($"~/awards/{award.Id}"),
            };
        }

        foreach (var deed in Person.Deeds)
        {
            yield return Item("deed", "heart", deed.When, deed.Name) with
            {
                WhenNote = deed.TimeAsWritten ?? deed.When.AsWritten,
                Text = deed.Summary,
                Results = [.. deed.Helped.Select(h => PublicPages.Say("Person.HelpedWhom", h))],
                Facts = [.. new[] { deed.Place }.OfType<string>()],
            };
        }

        foreach (var deployment in Person.Deployments)
        {
            yield return Item("deployment", "people", deployment.When, deployment.Name) with
            {
                Text = deployment.Summary,
                Results = [.. deployment.Outcomes.Select(o => o.Text)],
                Facts =
                [
                    .. new[]
                    {
                        deployment.Place,
                        deployment.Days is { } days ? PublicPages.Say("Person.Days", days.Text) : null,
                        deployment.CallOuts is { } times ? PublicPages.Say("Person.CallOuts", times.AsWritten ?? times.Text) : null,
                        deployment.Base is { } camp ? PublicPages.Say("Person.Base", camp) : null,
                    }.OfType<string>(),
                    .. deployment.Teams.Select(t => t.HeadCount is { } heads ? PublicPages.Say("Person.TeamOf", t.Name, heads.Text) : t.Name),
                ],
            };
        }

        foreach (var posting in Person.VillageAssignments)
        {
            var when = posting.From.Date is null ? posting.Until : posting.From;
            var item = Item("posting", "village", when, PublicPages.Say("Person.PostedTo", posting.Village));
            yield return item with
            {
                When = posting is { From.Date: not null, Until.Date: not null } ? PublicPages.Say("Person.FromTo", posting.From.Text, posting.Until.Text) : item.When,
                WhenNote = posting.DurationAsWritten ?? item.WhenNote,
                Results = posting.Help,
                Facts = posting.SentBy is { } unit ? [PublicPages.Say("Person.SentBy", unit)] : [],
                Link = Url.Content($"~/villages/{posting.VillageCode}"),
            };
        }
    }

    private TimelineItem Item(string kind, string icon, PartialDateView when, string title) =>
        new(kind, icon, When(when), title, PartialDate.Parse(when.Date).SortDay, when.Date is null) { WhenNote = when.AsWritten };

    /// <summary>The same facts in the words of schema.org, and none besides.</summary>
    public object StructuredData()
    {
        var issuer = services.GetRequiredService<Issuer>();
        var page = issuer.Address($"people/{Person.Number}");
        var person = new Dictionary<string, object?> { ["@type"] = "Person", ["@id"] = page, ["name"] = Person.Name, ["url"] = page };
        if (Person.Unit is { } unit) person["worksFor"] = new Dictionary<string, object> { ["@type"] = "Organization", ["name"] = unit };
        if (Person.Portrait is { } portrait) person["image"] = issuer.Address(portrait.TrimStart('/'));
        if (Person.Awards.Count > 0) person["award"] = Person.Awards.Select(a => a.Title).ToList();
        if (Person.Teams.Count > 0) person["memberOf"] = Person.Teams.Select(t => new Dictionary<string, object> { ["@type"] = "Organization", ["name"] = t.Name }).ToList();
        return new Dictionary<string, object> { ["@context"] = "https://schema.org", ["@type"] = "ProfilePage", ["url"] = page, ["inLanguage"] = "zh-CN", ["mainEntity"] = person };
    }

    /// <summary>One thing that happened.</summary>
    /// <param name="When">As people write it.</param>
    /// <param name="Sort">The last day it may have been.</param>
    public sealed record TimelineItem(string Kind, string Icon, string When, string Title, LocalDate Sort, bool IsUndated)
    {
        /// <summary>The source's own words about the time, where they say more.</summary>
        public string? WhenNote { get; init; }

        public string? Text { get; init; }

        public IReadOnlyList<string> Results { get; init; } = [];

        public IReadOnlyList<string> Facts { get; init; } = [];

        public string? Link { get; init; }
    }
}
