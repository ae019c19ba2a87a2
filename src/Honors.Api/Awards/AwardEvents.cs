using Honors.Api.Contract;
using Honors.Api.Data;
using Honors.Api.Decisions;
using Honors.Api.PublicApi;
using Honors.Domain.Awards;
using Microsoft.EntityFrameworkCore;

namespace Honors.Api.Awards;

/// <summary>The history of an award, gathered and put in words.</summary>
internal static class AwardEvents
{
    /// <remarks>Whoever sees the award is told how it came to be, even where the nomination or the decision itself is not theirs to see.</remarks>
    public static async Task<IReadOnlyList<AwardEvent>> EventsOf(this HonorsDb db, Award award, CancellationToken ct)
    {
        var changes = await db.AwardChanges.Everyones().Where(c => c.AwardId == award.Id).ToListAsync(ct);
        if (award.DecisionId is null) return AwardHistory.Of(award, changes, null, null, []);

        var nomination = await db.Nominations.Everyones().Include(n => n.Case).SingleAsync(n => n.Id == award.NominationId, ct);
        var decision = await db.Decisions.Everyones().SingleAsync(d => d.Id == award.DecisionId, ct);
        return AwardHistory.Of(award, changes, nomination, decision, await db.NoticePeriodsOf(nomination.Id, ct));
    }

    public static async Task<IReadOnlyList<AwardEventView>> Told(this HonorsDb db, IReadOnlyList<AwardEvent> events, CancellationToken ct)
    {
        var bodies = events.Select(e => e.BodyId).OfType<Guid>().Distinct().ToList();
        var names = await db.Organizations.Where(o => bodies.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Name, ct);
        return [.. events.Select(e => View(e, e.BodyId is { } body ? names[body] : null))];
    }

    /// <summary>2026年11月20日：沁源县文明办 决定《…》（沁文明〔2026〕9号）.</summary>
    private static AwardEventView View(AwardEvent told, string? body)
    {
        var on = PartialDateView.Of(told.On);
        string[] parts =
        [
            on.Text, body ?? (told.Kind is AwardEventKind.Decided ? Words.Of(Words.NotStated) : ""), Words.Of(told.Kind), told.Note ?? "", told.Number ?? "",
        ];
        return new AwardEventView(told.Kind, on, body, told.Number, told.Note, string.Join(" · ", parts.Where(p => p is not "")));
    }
}
