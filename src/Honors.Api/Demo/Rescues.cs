using Honors.Api.Data;
using Honors.Domain.Accounts;
using Honors.Domain.Deployments;
using Honors.Domain.ServiceHours;
using Honors.Domain.Values;
using NodaTime;

namespace Honors.Api.Demo;

/// <summary>Invented live deployments of the rescue team, one in each state.</summary>
internal static class Rescues
{
    private static readonly RecordingBody Team = new(DemoData.RescueTeam, 140431000000);

    public static void Add(HonorsDb db, Actor recorder, OverlapLimits limits, Instant now)
    {
        var policy = InsurancePolicy.Note(
            DemoId.Of("demo policy"),
            new PolicyFacts(DemoData.RescueTeam, null, "演示财产保险公司", "DEMO-2026-0001", new LocalDate(2026, 1, 1), new LocalDate(2026, 12, 31)),
            Team, recorder, now);
        db.Add(policy);

        var open = Night("demo deployment open", "灵空山夜间搜寻", new LocalDate(2026, 11, 14), "林予安", ended: false);
        db.AddRange(open, LogLine.Write(
            DemoId.Of("demo log line"), open, Moment(new LocalDate(2026, 11, 14), 21, 40), "到达现场，与派出所会商后分两组搜索。", 0, recorder, now));
        db.Add(Night("demo deployment to close", "沁河水域搜救", new LocalDate(2026, 11, 7), "宋知行", ended: true));

        var other = ServiceRecord.Log(
            DemoId.Of("demo hours meeting a roster"),
            DemoId.Of("周济川"),
            new ServiceFacts(
                "夜间平安巡逻", ServiceCategory.PublicSafety, DemoData.EpidemicTeam, null, Moment(new LocalDate(2026, 10, 10), 21, 0),
                Moment(new LocalDate(2026, 10, 10), 22, 30), null, Provenance.Attendance, null, null, null, null, [DemoData.EpidemicTeam], []),
            new RecordingBody(DemoData.EpidemicTeam, 140431000000), recorder, now);
        db.Add(other);
        Closed("demo deployment closed", new LocalDate(2026, 10, 3), "欧阳青禾");
        Closed("demo deployment to reopen", new LocalDate(2026, 9, 19), "宋知行");
        Closed("demo deployment contested", new LocalDate(2026, 10, 10), "周济川", other);

        Deployment Night(string id, string name, LocalDate day, string person, bool ended) => Deployment.Open(DemoId.Of(id), Facts(id, name, day, person, ended), Team, recorder, now);

        void Closed(string id, LocalDate day, string person, params ServiceRecord[] others)
        {
            var deployment = Night(id, "走失老人夜间搜寻", day, person, ended: true);
            var hours = deployment.Close(
                new RosterKnowledge(new Dictionary<Guid, PartialDate>(), [policy], others.ToLookup(o => o.PersonId), limits, null, [.. CreditingRule.Shipped()]), recorder, now).ToList();
            foreach (var contested in hours.Where(h => h.Status is ServiceStatus.Contested)) db.Entry(contested).Property(r => r.Id).CurrentValue = DemoId.Of("demo hours contested");
            db.Add(deployment);
            db.AddRange(hours);
        }
    }

    private static LiveFacts Facts(string id, string name, LocalDate day, string person, bool ended) => new(
        name,
        DeploymentKind.MissingPersonSearch,
        "沁源县灵空山镇",
        [140431102000],
        null, null,
        "沁源县应急管理局",
        new Tasking(null, "沁源县应急管理局", Moment(day, 20, 20)),
        null,
        [new DeploymentTeam(DemoData.RescueTeam, null)],
        [new TimeFacts(TimePoint.CalledOut, Moment(day, 20, 15), "值班电话记录"), new TimeFacts(TimePoint.Departed, Moment(day, 21, 16), "对讲记录")],
        [new Vehicle(VehicleKind.Car, "晋D·演001", DemoData.RescueTeam, 86)],
        [
            new RosterFacts(
                DemoId.Of($"{id} line"), DemoId.Of(person), null, "LT-012", DemoData.RescueTeam, null, DeploymentRole.Leader, "晋D·演001", null, false,
                [
                    new Segment(SegmentActivity.Travel, Moment(day, 21, 16), Moment(day, 21, 40)),
                    new Segment(SegmentActivity.Rescue, Moment(day, 21, 40), Moment(day.PlusDays(1), 2, 10)),
                ],
                ended ? new Ending(EndingKind.Returned, Moment(day.PlusDays(1), 3, 0), null) : null),
        ],
        ended ? [new Outcome(OutcomeKind.MissingFound, Quantity.Of(1, Qualifier.Exact, QuantityScope.Joint), null)] : [],
        []);

    private static Instant Moment(LocalDate day, int hour, int minute) => day.At(new LocalTime(hour, minute)).InZoneLeniently(ChinaTime.China).ToInstant();
}
