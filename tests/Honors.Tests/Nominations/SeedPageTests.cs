using Honors.Api.Calendar;
using Honors.Api.Data;
using Honors.Api.Demo;
using Honors.Api.Writes;
using Honors.Domain.Accounts;
using Honors.Domain.Nominations;
using Honors.Domain.Titles;
using Honors.Domain.Values;
using Honors.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Honors.Tests.Nominations;

/// <summary>The figures of a newspaper page, out of records.</summary>
public sealed class SeedPageTests(HonorsApp app) : IClassFixture<HonorsApp>
{
    private static readonly Instant Day = Instant.FromUtc(2025, 3, 3, 2, 0);

    private static readonly RecordingBody School = new(DemoData.School, 140431207000);

    private static readonly Actor Nominator = Human(), Clerk = Human();

    private static Actor Human() => new(Guid.CreateVersion7(), Guid.CreateVersion7());

    [Fact]
    public async Task Of_434_submitted_391_accepted_are_90_percent_317_of_one_kind_and_74_of_another_with_8_key_cases_of_47_like_ones()
    {
        await Enter();
        var figures = await (await app.As("office")).Read($"/api/v1/statistics/nominations?titleId={DemoId.Of("道德模范")}&from=2025-01-01&to=2025-12-31");
        Assert.Equal((434, 391, 43, 0, 90), (Of("submitted"), Of("accepted"), Of("refused"), Of("open"), Of("acceptedPercent")));
        Assert.Equal((8, 47), (Of("keyCases"), Of("likeCases")));
        var kinds = figures.GetProperty("byNominator").EnumerateArray().ToDictionary(k => k.GetProperty("nominator").GetString()!, k => k.GetProperty("figures"));
        Assert.Equal((317, 74), (kinds["unit"].GetProperty("accepted").GetInt32(), kinds["team"].GetProperty("accepted").GetInt32()));
        Assert.Equal(8, kinds.Values.Sum(k => k.GetProperty("keyCases").GetInt32()));
        Assert.Equal(47, kinds.Values.Sum(k => k.GetProperty("likeCases").GetInt32()));

        int Of(string member) => figures.GetProperty("total").GetProperty(member).GetInt32();
    }

    private async Task Enter()
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HonorsDb>();
        await app.Services.GetRequiredService<Writer>().Commit(db, async () =>
        {
            var title = await db.Titles.SingleAsync(t => t.Id == DemoId.Of("道德模范"));
            var procedure = await db.Procedures.SingleAsync(p => p.TitleId == title.Id);
            var calendar = await db.WorkingCalendar(CancellationToken.None);
            List<Nomination> accepted = [];
            for (var i = 0; i < 434; i++)
            {
                var nomination = Nomination.Draft(Guid.CreateVersion7(), title, Facts, i is >= 317 and < 391 ? NominatorKind.Team : NominatorKind.Unit, School, Nominator, Day);
                nomination.Submit(procedure, new NomineeHistory(false, [], null, 0), calendar, Nominator, Day);
                if (i < 391) nomination.Accept(procedure, calendar, Clerk, Day);
                else nomination.Refuse("事迹不属实", procedure, calendar, Clerk, Day);
                db.Add(nomination);
                accepted.Add(nomination);
            }

            for (var like = 8; like < 8 + 47; like++)
            {
                var (joined, key) = (accepted[like], accepted[like % 8]);
                joined.Case!.JoinTo(key.Case!, key, "同一事迹", new Handling(joined, procedure.Facts, calendar, Clerk, Day));
            }

            await db.SaveChangesAsync();
            return true;
        });
    }

    private static NominationFacts Facts => new(
        RecipientKind.Person, DemoId.Of("温故新"), null, null, [], false, "照料孤寡老人",
        [new EvidenceItem(EvidenceKind.Witness, "同村村民", PartialDate.Unknown, "学校", null)], new NoticeGround(NoticeGroundKind.Consent, new LocalDate(2025, 2, 1), "同意书"),
        null, [], [], [], []);
}
