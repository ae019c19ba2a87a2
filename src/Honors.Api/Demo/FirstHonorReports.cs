using System.Text.Json;
using Honors.Api.Data;
using Honors.Api.HonorReports;
using Honors.Api.Identities;
using Honors.Api.Nominations;
using Honors.Domain.Accounts;
using Honors.Domain.HonorReports;
using Honors.Domain.Nominations;
using NodaTime;

namespace Honors.Api.Demo;

/// <summary>Invented reports of honours that are missing, one to follow and one to answer.</summary>
internal sealed class FirstHonorReports(HonorsDb db, IdentitySeal seal, Instant now)
{
    /// <summary>Invented like all here, and known to everybody.</summary>
    private const string Receipt = "QYXDEM0REP0RT0000000000001";

    public void Add()
    {
        Received("demo honor report", Receipt);
        Received("demo honor report to answer", ReceiptCode.Draw());
    }

    private void Received(string name, string receipt)
    {
        var (id, title) = (DemoId.Of(name), DemoId.Of("身边好人"));
        var words = new HonorReportWords("前年评上过，名单上没有（示例）。", "耿大娘");
        var report = HonorReport.Receive(id, HonorReportKind.Omitted, null, title, words, seal.Seal(id, words), new RecordingBody(DemoData.CountyOffice, 140431000000), now);
        db.Add(report);
        db.Add(CitizenReceipt.Issue(
            report, ReceiptCode.HashOf(receipt)!, seal.Seal(Sender.PlaceOf(id), JsonSerializer.Serialize(new Sender("某村民", "villager@example.org")))));
    }
}
