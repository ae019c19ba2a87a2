using Honors.Domain.Deployments;
using Honors.Domain.Values;
using NodaTime;

namespace Honors.Api.Deployments;

/// <summary>The team's 出队信息记录表: head and rows.</summary>
/// <param name="When">时间.</param>
/// <param name="Place">地点.</param>
/// <param name="Content">内容.</param>
/// <param name="BackOffice">后台协调: those of that role whose lines the caller may see.</param>
/// <param name="FieldSecretaries">现场秘书, likewise.</param>
/// <param name="Recorders">信息员, likewise.</param>
/// <param name="Rows">A row for each line of the roster that the caller may see.</param>
public sealed record RecordSheet(
    Guid DeploymentId,
    string Name,
    string When,
    string? Place,
    string? Content,
    IReadOnlyList<string> BackOffice,
    IReadOnlyList<string> FieldSecretaries,
    IReadOnlyList<string> Recorders,
    IReadOnlyList<RecordSheetRow> Rows)
{
    internal static RecordSheet Of(Deployment deployment, HashSet<Guid> visible, Dictionary<Guid, string> names, Dictionary<Guid, string> teams)
    {
        var lines = deployment.Roster.Where(l => visible.Contains(l.Id)).ToList();
        return new(
            deployment.Id, deployment.Name, deployment.When.ToChinese(), deployment.Place, deployment.Summary,
            Of(DeploymentRole.BackOffice), Of(DeploymentRole.FieldSecretary), Of(DeploymentRole.Recorder),
            [.. lines.Select((line, i) => RecordSheetRow.Of(i + 1, line, NameOf(line), deployment, teams))]);

        List<string> Of(DeploymentRole role) => [.. lines.Where(l => l.Role == role).Select(NameOf)];

        string NameOf(RosterLine line) => line.Name ?? names[line.PersonId!.Value];
    }
}

/// <summary>One participant's row. Teams count from departure to return; the registry counts rescue and support; both stand side by side.</summary>
/// <param name="Number">序号.</param>
/// <param name="Day">日期, of the departure.</param>
/// <param name="Name">信息人.</param>
/// <param name="MemberNumber">蓝天编号.</param>
/// <param name="Vehicle">出发交通工具; with `plate` its 车牌号, where it is a car.</param>
/// <param name="ReturnVehicle">返回交通工具.</param>
/// <param name="Vehicles">车辆数 of the participant's team.</param>
/// <param name="People">人数 of the participant's team on the roster.</param>
/// <param name="DepartedAt">出发时间: the first segment's beginning.</param>
/// <param name="ReturnedAt">返回时间: of who returned, that moment; else the last segment's end.</param>
/// <param name="MinutesOut">时长统计: from departure to return, the way included.</param>
/// <param name="ServiceMinutes">Of rescue and support alone.</param>
/// <param name="Flags">Why the row, or a part of it, counts nothing.</param>
public sealed record RecordSheetRow(
    int Number,
    LocalDate? Day,
    string Name,
    string? MemberNumber,
    string? Team,
    DeploymentRole Role,
    string? Vehicle,
    string? ReturnVehicle,
    int Vehicles,
    int People,
    string? Plate,
    Instant? DepartedAt,
    Instant? ReturnedAt,
    int? MinutesOut,
    int ServiceMinutes,
    EndingKind? Ending,
    IReadOnlyList<LineFinding> Flags)
{
    internal static RecordSheetRow Of(int number, RosterLine line, string name, Deployment deployment, Dictionary<Guid, string> teams)
    {
        Instant? departed = line.Segments is [var first, ..] ? first.From : null;
        Instant? returned = line.Ending is { Kind: EndingKind.Returned, At: var at } ? at : line.Segments is [.., var last] ? last.To : null;
        var plate = deployment.Vehicles.FirstOrDefault(v => v.Kind is VehicleKind.Car && v.Name == line.Vehicle)?.Name;
        return new(
            number, departed is { } start ? ChinaTime.Today(start) : null, name, line.MemberNumber,
            line.TeamId is { } team ? teams.GetValueOrDefault(team) : line.TeamName, line.Role, line.Vehicle, line.ReturnVehicle ?? line.Vehicle,
            deployment.Vehicles.Count(v => v.Kind is VehicleKind.Car && v.TeamId == line.TeamId),
            deployment.Roster.Count(l => l.TeamId == line.TeamId && l.TeamName == line.TeamName),
            plate, departed, returned, returned - departed is { } outside ? (int)outside.TotalMinutes : null,
            line.Segments.ServiceMinutes(), line.Ending?.Kind, line.Flags);
    }
}
