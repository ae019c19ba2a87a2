using Honors.Api.Data;
using Honors.Domain.Accounts;
using Honors.Domain.Calendar;
using Honors.Domain.Nominations;
using Honors.Domain.Notices;
using Honors.Domain.Values;
using NodaTime;

namespace Honors.Api.Demo;

/// <summary>Public notices of invented people: one that runs whenever the demo is started, one that is over, and drafts. Addresses and numbers are placeholders.</summary>
internal sealed class FirstNotices(HonorsDb db, FirstCases cases, WorkingCalendar calendar, Actor office, Actor second, Instant now)
{
    private const string GoodPerson = "身边好人";

    private static readonly RecordingBody Office = new(DemoData.CountyOffice, 140431000000);

    private static readonly Instant Then = Instant.FromUtc(2026, 10, 26, 1, 0);

    public void Add()
    {
        Give("demo notice ended", Then, NoticePeriod.Counted(5, PeriodUnit.WorkingDays, Counting.Inclusive), "何善初", "岳秋实");

        var today = ChinaTime.Today(now);
        var open = Give("demo notice", now, NoticePeriod.Printed(today, today.PlusDays(9)), "曾广善", "单行义", "解明义", "仇为民", "尉迟敬民");
        var slip = open.Entries.Single(e => e.Name is "解明义");
        open.ProposeCorrection(slip.Id, Of(slip.CaseId), slip.Printed with { Deed = "常年义务接送残疾邻居就医、复诊。" }, "漏排“复诊”二字。", second, now);

        Draft("demo notice to replace", NoticePeriod.Counted(7, PeriodUnit.Days, Counting.ExcludeStart), now);
        Draft("demo notice to delete", NoticePeriod.Counted(5, PeriodUnit.WorkingDays, Counting.Inclusive), now);
        Draft("demo notice to fill", NoticePeriod.Counted(5, PeriodUnit.WorkingDays, Counting.Inclusive), now);
        List(Draft("demo notice to publish", NoticePeriod.Printed(today, today.PlusDays(6)), now, second), "demo notice to publish", now, second, "段云归");
        cases.Approved("demo case to give notice of", "段云归");
        AddExemptions();
    }

    /// <summary>Cases that are never put before the public.</summary>
    private void AddExemptions()
    {
        cases.OpenConfidential("demo case to exempt", "段云归");
        var waiting = cases.OpenConfidential("demo case whose exemption waits", "段云归");
        waiting.Case!.ProposeExemption(ExemptionGround.Safety, "公安机关认为公示可能危及人身安全。", cases.By(waiting));
    }

    private Notice Give(string id, Instant at, NoticePeriod period, params string[] names)
    {
        var notice = Draft(id, period, at);
        List(notice, id, at, office, names);
        notice.Publish([.. notice.Entries.Select(e => Of(e.CaseId))], calendar, second, at);
        return notice;
    }

    private void List(Notice notice, string id, Instant at, Actor by, params string[] names)
    {
        foreach (var name in names)
        {
            var nomination = cases.Approved($"{id} case of {name}", name);
            notice.Add(DemoId.Of($"{id} {name}"), Of(nomination.Id), new Domain.Notices.Printed(name, "沁源县赤石桥中心学校（示例）", "常年义务接送残疾邻居就医。"), by, at);
        }
    }

    private Notice Draft(string id, NoticePeriod period, Instant at, Actor? by = null)
    {
        var notice = Notice.Draft(
            DemoId.Of(id), db.Titles.Local.Single(t => t.Id == DemoId.Of(GoodPerson)),
            new NoticeFacts(
                "关于沁源县身边好人拟推荐上报对象的公示（示例）", "《沁源县身边好人推荐办法（示例）》", NoticeStage.ToBeRecommended, NoticeOrder.Strokes, period,
                new Acceptance(
                    "沁源县文明办（示例）", "示例联系人", "00-0000-0000（示例）", "示例路0号", "notice@example.com", null,
                    [new HourRange(new LocalTime(8, 30), new LocalTime(12, 0)), new HourRange(new LocalTime(13, 0), new LocalTime(17, 0))], "工作日",
                    [NoticeChannel.Web, NoticeChannel.Letter, NoticeChannel.Phone, NoticeChannel.Email, NoticeChannel.Visit], LetterDay.Postmark, 3),
                null), Office, by ?? office, at);
        db.Add(notice);
        return notice;
    }

    public NoticeCase Of(Guid id)
    {
        var nomination = db.Nominations.Local.Single(n => n.Id == id);
        return new NoticeCase(
            nomination, db.Procedures.Local.Single(p => p.Id == nomination.ProcedureId).Facts, db.People.Local.SingleOrDefault(p => p.Id == nomination.PersonId));
    }
}
