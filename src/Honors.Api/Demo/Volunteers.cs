using Honors.Api.Data;
using Honors.Domain.Accounts;
using Honors.Domain.People;
using Honors.Domain.ServiceHours;
using Honors.Domain.Values;
using NodaTime;

namespace Honors.Api.Demo;

/// <summary>Invented volunteers of an event of five days: stars to apply for, to decide and to review; something to report, to draw, and to ask of with consent.</summary>
internal sealed class Volunteers(HonorsDb db, Actor recorder, Actor verifier, Actor office, Actor second, Instant now)
{
    private static readonly RecordingBody Team = new(DemoData.RescueTeam, 140431000000), Office = new(DemoData.CountyOffice, 140431000000);

    public void Add()
    {
        AddEvent("甘常行");
        AddStar("demo star to decide", "蒙远志", second);
        var hours = AddEvent("冉久助");
        var star = AddStar("demo star to review", "冉久助", recorder, hours);
        star.Decide(true, null, hours.Sum(h => h.Minutes), [], second, now);
        hours[^1].Reverse("第三年实到两天，另行记录。", office, now);
        star.Recount(hours.SkipLast(1).Sum(h => h.Minutes), now);

        List<ServiceRecord> drawn = [Report("demo hours to report", new LocalDate(2026, 9, 12)), Report("demo hours to report with others", new LocalDate(2026, 9, 13))];
        var (check, items) = SpotCheck.Draw(
            DemoId.Of("demo spot check"), 140431000000, new LocalDate(2026, 9, 12), new LocalDate(2026, 9, 13), 2, null, new string('0', SpotCheck.SeedLength), [.. drawn.Select(r => r.Id)],
            Office, second, now);
        items[1].Find(SpotCheckResult.Differs, "签到表缺一页。", drawn.Single(r => r.Id == items[1].RecordId), second, now);
        db.Add(check);
        db.AddRange(items);

        Ask();
        var run = VerificationRun.Open(DemoId.Of("demo verification run"), new LocalDate(2019, 1, 1), new LocalDate(2019, 12, 31), null, false, Team, verifier, now);
        run.Match(0);
        db.Add(run);
    }

    private List<ServiceRecord> AddEvent(string name)
    {
        var person = Person.Record(DemoId.Of(name), DemoData.NumberOf(name), new PersonFacts(name, Gender.NotStated, PartialDate.Unknown), Team);
        db.AddRange(person, Affiliation.State(DemoId.Of($"{name} affiliation"), person.Id, Team, recorder, now));
        return [.. ((int[])[2023, 2024, 2025]).Select(year => Hours(
            $"{name} {year}", person.Id, null, ChinaTime.China.AtStartOfDay(new LocalDate(year, 5, 10)).ToInstant() + Duration.FromHours(8), 40 * 60, "山地越野赛保障", Provenance.Attendance))];
    }

    private StarRating AddStar(string id, string name, Actor applicant, List<ServiceRecord>? hours = null)
    {
        hours ??= AddEvent(name);
        var person = db.People.Local.Single(p => p.Id == DemoId.Of(name));
        var star = StarRating.Apply(
            DemoId.Of(id), person, Star.One, StarPolicy.Shipped().Single(), [], [.. hours.Select(h => new StarBasis(h.Id, h.Minutes))], DemoData.RescueTeam, Office, applicant, now);
        db.Add(star);
        return star;
    }

    private ServiceRecord Report(string id, LocalDate day) => Hours(id, DemoId.Of("甘常行"), day, null, 180, "沁河清漂", Provenance.Recorded);

    private ServiceRecord Hours(string id, Guid person, LocalDate? day, Instant? from, int minutes, string activity, Provenance provenance)
    {
        var hours = ServiceRecord.Log(
            DemoId.Of(id), person,
            new ServiceFacts(
                activity, ServiceCategory.LargeEvents, DemoData.RescueTeam, day, from, from + Duration.FromHours((4 * 24) + 10), minutes, provenance, "沁源县", null, "李记远", "签到表", [DemoData.RescueTeam], []),
            Team, recorder, now);
        hours.Verify(verifier, now);
        db.Add(hours);
        return hours;
    }

    private void Ask()
    {
        var teacher = db.People.Local.Single(p => p.Id == DemoId.Of("田清禾"));
        var today = ChinaTime.Today(now);
        var paper = new Consent("年度考核", "hours-minimum", "1", today, ConsentChannel.Paper, [new ConsentGiver(Speaker.Person, null, null)], false, "队部档案柜，2026年第4卷", null);
        var consent = Consented("demo minimum consent", 600);
        Consented("demo minimum consent to withdraw", 1200);
        db.Add(consent.Answer(DemoId.Of("demo minimum answer"), "QYXDEM0M1N1MVM000000000001", 0, new Actor(DemoId.Of(DemoLogins.School), DemoId.Of("严校真")), now - Duration.FromDays(1)));

        MinimumConsent Consented(string id, int minutes)
        {
            var given = MinimumConsent.Give(
                DemoId.Of(id), teacher, DemoData.School, new MinimumFigure(minutes, new LocalDate(today.Year, 1, 1), new LocalDate(today.Year, 12, 31), MinimumBasis.Verified),
                today.PlusDays(180), paper, [], DemoData.RescueTeam, recorder, now);
            db.Add(given);
            return given;
        }
    }
}
