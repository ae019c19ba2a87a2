using Honors.Api.Data;
using Honors.Domain.Accounts;
using Honors.Domain.Calendar;
using Honors.Domain.People;
using Honors.Domain.ServiceHours;
using Honors.Domain.Values;
using NodaTime;

namespace Honors.Api.Demo;

/// <summary>An invented teacher whose school answers for the days of her work: something to confirm, to answer, to decide and to deny.</summary>
internal static class Teachers
{
    public static void Add(HonorsDb db, Actor recorder, Actor verifier, Actor school, WorkingCalendar calendar, Instant now)
    {
        var team = new RecordingBody(DemoData.RescueTeam, 140431000000);
        var teacher = Person.Record(DemoId.Of("田清禾"), DemoData.NumberOf("田清禾"), new PersonFacts("田清禾", Gender.NotStated, PartialDate.Unknown), team);
        var work = Employment.Record(
            DemoId.Of("田清禾 work"), teacher.Id, DemoData.School, "教师", PartialDate.Parse("2015-09"), PartialDate.Unknown, team, recorder, now);
        work.Confirm(verifier, now);
        db.AddRange(teacher, work, Affiliation.State(DemoId.Of("田清禾 affiliation"), teacher.Id, team, recorder, now));

        Hours("demo hours to confirm", teacher.Id, new LocalDate(2026, 10, 11), "沁河清漂", 180).Verify(verifier, now);
        Hours("demo hours to confirm with others", teacher.Id, new LocalDate(2026, 10, 18), "防溺水宣讲", 120).Verify(verifier, now);
        Hours("demo hours to verify with others", teacher.Id, new LocalDate(2026, 10, 19), "防溺水宣讲", 60);
        Hours("demo hours to deny", DemoId.Of("林予安"), new LocalDate(2026, 9, 26), "文明交通引导", 90);
        Dispute("demo dispute", Hours("demo hours disputed", teacher.Id, new LocalDate(2026, 10, 14), "文明交通引导", 120), null);
        var record = Hours("demo hours undecided", teacher.Id, new LocalDate(2026, 10, 25), "敬老院慰问", 240);
        Dispute("demo dispute to decide", record, "签到表和照片都在，全程参加。");

        db.Add(Vacation.Enter(DemoId.Of("demo vacation"), DemoData.School, "暑假", new LocalDate(2026, 7, 11), new LocalDate(2026, 8, 31), school, now));
        db.Add(Absence.Enter(
            DemoId.Of("demo absence"), teacher.Id, DemoData.School,
            new AbsenceFacts(AbsenceKind.Duty, new LocalDate(2026, 10, 14), new LocalDate(2026, 10, 14), new LocalTime(7, 0), new LocalTime(8, 0), "十月值班表"), school, now));

        ServiceRecord Hours(string id, Guid person, LocalDate day, string activity, int minutes)
        {
            var hours = ServiceRecord.Log(
                DemoId.Of(id), person,
                new ServiceFacts(activity, ServiceCategory.Environment, DemoData.RescueTeam, day, null, null, minutes, Provenance.Recorded, "沁源县", null, "李记远", null, [DemoData.RescueTeam], []),
                team, recorder, now);
            db.Add(hours);
            return hours;
        }

        void Dispute(string id, ServiceRecord hours, string? disagrees)
        {
            var word = new UnitWord(ConfirmationAnswer.Partly, 60, ConfirmationReason.Standby, "当天七点到八点在校值班。");
            var dispute = UnitConfirmation.Give(DemoId.Of(id), hours, DemoData.School, word, calendar, school, now);
            if (disagrees is not null) dispute.Disagree(hours, disagrees, recorder, now);
            db.Add(dispute);
        }
    }
}
