using Honors.Api.Data;
using Honors.Api.Files;
using Honors.Api.Identities;
using Honors.Api.Objections;
using Honors.Domain.Accounts;
using Honors.Domain.Calendar;
using Honors.Domain.Nominations;
using Honors.Domain.Notices;
using Honors.Domain.Objections;
using Honors.Domain.Values;
using NodaTime;

namespace Honors.Api.Demo;

/// <summary>Invented objections to one entry of the notice that runs, one for each step that can be taken with it.</summary>
internal sealed class FirstObjections(HonorsDb db, FirstNotices notices, WorkingCalendar calendar, IdentitySeal seal, FileStore store, Actor second, Instant now)
{
    /// <summary>Invented like all here, and known to everybody.</summary>
    private const string Receipt = "QYXDEM00BJECT10N0000000001", WithFiles = "QYXDEM00BJECT10N0000000002", TakenBack = "QYXDEM00BJECT10N0000000003";

    private readonly Notice _notice = db.Notices.Local.Single(n => n.Id == DemoId.Of("demo notice"));

    public void Add()
    {
        Received("demo objection", Receipt);
        Received("demo objection to accept");
        Received("demo objection to refuse");
        Received("demo objection to hand on");
        Received("demo objection to withdraw");
        var (withFiles, _) = Received("demo objection with files", WithFiles);
        db.Add(withFiles.Attach(DemoId.Of("demo objection file"), Neighbours.Text(store, "接送的那天我在场（演示）。"), now));
        Received("demo objection taken back", TakenBack);
        Accepted("demo objection to find");
        Found("demo objection to answer");
        var (answered, cases) = Found("demo objection to archive");
        answered.Answer("经核查，所反映的情况不属实。", cases, second, now);
    }

    private (Objection Objection, NoticeCase[] Cases) Received(string id, string? receipt = null)
    {
        var entry = _notice.Entries.Single(e => e.Name is "尉迟敬民");
        var (words, objector) = (new ObjectionWords("接送邻居就医的是另一个人（示例）。", null), new Objector("某村民", "villager@example.org"));
        var objection = Objection.Receive(
            DemoId.Of(id), _notice, entry.Id, words, objector, seal.Seal(DemoId.Of(id), words, objector), new Arrival(NoticeChannel.Web, ChinaTime.Today(now), null),
            ReceiptCode.HashOf(receipt ?? ReceiptCode.Draw())!, null, [], calendar, Actor.Unknown, now);
        db.Add(objection);
        return (objection, [notices.Of(entry.CaseId)]);
    }

    private (Objection Objection, NoticeCase[] Cases) Accepted(string id)
    {
        var (objection, cases) = Received(id);
        objection.Accept(cases, second, now);
        return (objection, cases);
    }

    private (Objection Objection, NoticeCase[] Cases) Found(string id)
    {
        var (objection, cases) = Accepted(id);
        objection.Find(new ObjectionJudgement(ObjectionOutcome.NotUpheld, "受助邻居证实是本人。", null, null), _notice, cases, calendar, second, now);
        return (objection, cases);
    }
}
