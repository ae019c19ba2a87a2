using System.Globalization;
using System.Text;
using Honors.Api.Accounts;
using Honors.Api.Audit;
using Honors.Api.Data;
using Honors.Api.Http;
using Honors.Api.PublicApi;
using Honors.Domain.Accounts;
using Honors.Domain.ServiceHours;
using Honors.Domain.Values;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using NodaTime;
using NodaTime.Text;

namespace Honors.Api.ServiceHours;

/// <summary>Which days are asked for, and of whose records.</summary>
/// <param name="RecordedBy">The recording body; may be left out by those who record for one only.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day, inclusive.</param>
public sealed record NationalQuery(Guid? RecordedBy, DateOnly? From, DateOnly? To);

/// <summary>Where records stand in the national volunteer system, and what is due there.</summary>
internal static class NationalEndpoints
{
    /// <summary>Rows of one table; what is reported leaves it, and makes room for the rest.</summary>
    private const int MostLines = 5000;

    private static readonly string[] Headings =
    [
        "办理", "姓名", "人员编号", "活动名称", "服务类别", "服务日期", "开始时间", "结束时间", "服务地点", "服务内容", "计入分钟", "服务时间", "活动组织单位", "活动负责人", "全国系统编号", "退回原因", "记录标识",
    ];

    public static void MapNational(this IEndpointRouteBuilder hours)
    {
        hours.MapPost("/{id:guid}/national-report", Note).WithName("noteNationalReport").RequireRight(Right.Record);
        hours.MapPost("/national-reports", NoteMany).WithName("noteManyNationalReports").RequireRight(Right.Record);
        hours.MapGet("/national-due", ListDue).WithName("listNationalDue").RequireRight(Right.Record);
        hours.MapGet("/national-due/csv", DueCsv).WithName("getNationalDueCsv").RequireRight(Right.Record).Produces<string>(200, SheetCsv.MediaType);
    }

    /// <summary>Writes down what became of a record in the national volunteer system: reported, returned or withdrawn there.</summary>
    /// <remarks>
    /// Needs `record` in the recording body or an office above it; a program that carries records over may. Only what is verified and counts is reported. A reported
    /// record that is reversed or rejected here is `toWithdraw`, and one that is credited anew with other minutes `toReportAgain`. What its state does not lead to is
    /// refused (`national.not-due`, 409). Every step is kept.
    /// </remarks>
    private static async Task<Results<Ok<ServiceHoursResponse>, NotFound>> Note(
        Guid id, NationalReportRequest request, IfMatch ifMatch, Caller caller, HonorsDb db, IClock clock, CancellationToken ct)
    {
        if (await db.ServiceRecords.FindAsync([id], ct) is not { } record) return TypedResults.NotFound();

        caller.Require(Right.Record, record);
        ifMatch.Honour(record.Version);
        var now = clock.GetCurrentInstant();
        record.NoteNational(request.ToWord(ChinaTime.Today(now)), caller.Actor, now);

        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(ServiceHoursResponse.Of(record));
    }

    /// <summary>Writes down what became of up to 200 records in the national system at once.</summary>
    /// <remarks>Each row as at `/service-hours/{id}/national-report`, with the version of the record in place of `If-Match`; one commit.</remarks>
    private static async Task<Ok<BatchResponse>> NoteMany(NationalReportsRequest request, Caller caller, HonorsDb db, IClock clock, CancellationToken ct)
    {
        var records = await Batch.Load(db, request.Rows, ct);
        var now = clock.GetCurrentInstant();
        return await Batch.Run(request.Rows, request.Mode, records, Note, db, ct);

        void Note(NationalReportRow row, ServiceRecord record)
        {
            caller.Require(Right.Record, record);
            record.NoteNational(row.ToWord(ChinaTime.Today(now)), caller.Actor, now);
        }
    }

    /// <summary>Lists what is due in the national system, oldest day first: counted and not reported, returned, to report again, or to withdraw.</summary>
    /// <remarks>Needs `record` in the recording body itself. Reading it leaves an audit entry.</remarks>
    private static async Task<Ok<Page<NationalDue>>> ListDue(
        [AsParameters] NationalQuery query, [AsParameters] PageQuery page, HttpContext http, Caller caller, HonorsDb db, ReadAudit audit, CancellationToken ct)
    {
        var due = await db.Due(caller.Records(query.RecordedBy).Id, query).ToPageOldestFirst(page, NationalDue.From(db), ct);
        await audit.Record(http, db);
        return TypedResults.Ok(due);
    }

    /// <summary>Gives what is due in the national system as a table for Excel, with Chinese headings.</summary>
    /// <remarks>
    /// Needs `record` in the recording body itself. The 5,000 oldest at most: what is written down as reported leaves the table. UTF-8 with its mark; what Excel would
    /// run as a formula is disarmed. It leaves an audit entry. The identity number, which the national system asks for, is not in it.
    /// </remarks>
    private static async Task<FileContentHttpResult> DueCsv(
        [AsParameters] NationalQuery query, HttpContext http, Caller caller, HonorsDb db, ReadAudit audit, CancellationToken ct)
    {
        var due = await db.Due(caller.Records(query.RecordedBy).Id, query).AsNoTracking().OrderBy(r => r.SortDay).ThenBy(r => r.Id).Take(MostLines)
            .Select(NationalDue.From(db)).ToListAsync(ct);
        await audit.Record(http, db);
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.Append(HeaderNames.Vary, "Accept-Language, Accept-Encoding, Authorization");
        return TypedResults.File(Csv(due), $"{SheetCsv.MediaType}; charset=utf-8", "national-due.csv");
    }

    private static IQueryable<ServiceRecord> Due(this HonorsDb db, Guid body, NationalQuery query)
    {
        var (from, to) = (Day(query.From), Day(query.To));
        return db.ServiceRecords.Where(r => r.RecordedBy == body && (from == null || r.SortDay >= from) && (to == null || r.SortDay <= to)
            && (r.National == NationalState.ToWithdraw
                || (r.Status == ServiceStatus.Verified && r.Kind != ActivityKind.Training && r.CreditedMinutes > 0
                    && (r.National == NationalState.NotReported || r.National == NationalState.Returned || r.National == NationalState.ToReportAgain))));

        static LocalDate? Day(DateOnly? day) => day is { } d ? LocalDate.FromDateOnly(d) : null;
    }

    private static byte[] Csv(List<NationalDue> due)
    {
        var text = new StringBuilder("\ufeff").AppendJoin(',', Headings).Append("\r\n");
        foreach (var row in due)
        {
            string[] cells =
            [
                ToDo(row.National), row.Person ?? "", row.PersonNumber ?? "", row.Activity, Words.InChinese(row.Category), LocalDatePattern.Iso.Format(row.ServedOn),
                Time(row.StartsAt), Time(row.EndsAt), row.Place ?? "", row.Content ?? "", row.Minutes.ToString(CultureInfo.InvariantCulture), ServiceTime.ToChinese(row.Minutes),
                row.Organizer ?? "", row.InCharge ?? "", row.NationalNumber ?? "", row.ReturnReason ?? "", row.Id.ToString(),
            ];
            text.AppendJoin(',', cells.Select(SheetCsv.Cell)).Append("\r\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());

        static string Time(Instant? at) => at?.InZone(ChinaTime.China).ToString("uuuu-MM-dd HH:mm", CultureInfo.InvariantCulture) ?? "";
    }

    private static string ToDo(NationalState state) => state switch
    {
        NationalState.ToReportAgain => "重报",
        NationalState.ToWithdraw => "撤回",
        NationalState.Returned => "退回后上报",
        _ => "上报",
    };
}
