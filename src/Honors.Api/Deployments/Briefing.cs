using System.Globalization;
using System.Text;
using Honors.Api.PublicApi;
using Honors.Domain.Deployments;
using Honors.Domain.Values;
using NodaTime;
using NodaTime.Text;

namespace Honors.Api.Deployments;

/// <summary>简报: what happened, with what strength and to what effect. A Chinese paper; it names bodies, never people.</summary>
internal static class Briefing
{
    private static readonly LocalDateTimePattern Moment = LocalDateTimePattern.CreateWithInvariantCulture("M'月'd'日 'HH':'mm");

    public static string Of(Deployment deployment, IReadOnlyDictionary<Guid, string> teams)
    {
        var text = new StringBuilder();
        Line($"{deployment.Name}　简报{(deployment.Status is DeploymentStatus.Open ? "（未结束）" : "")}");
        Line($"类型：{Words.InChinese(deployment.Kind)}");
        Line($"时间：{deployment.When.ToChinese()}");
        if (deployment.Place is { } place) Line($"地点：{place}");
        if (deployment.Base is { } @base) Line($"驻地：{@base}");
        if (Order(deployment) is { Length: > 0 } order) Line($"任务来源：{order}");
        if (deployment.Times.Count > 0) Line($"经过：{string.Join("；", deployment.Times.Select(t => $"{At(t.At)} {Words.InChinese(t.Point)}"))}");
        Line($"力量：{string.Join("、", Strength(deployment, teams))}");
        if (deployment.Vehicles.Count > 0) Line($"装备：{string.Join("、", Vehicles(deployment.Vehicles))}");
        if (deployment.Summary is { } summary) Line($"行动：{summary}");

        // A person's own figure stays with the person.
        var outcomes = deployment.Outcomes.Where(o => o.PersonId is null).Select(o =>
            $"{Words.InChinese(o.Kind)}{o.Quantity.ToChinese(OutcomeView.CounterOf(o.Kind))}（{Words.InChinese(o.Quantity.Scope)}）").ToList();
        if (outcomes.Count > 0) Line($"成果：{string.Join("、", outcomes)}");
        if (Endings(deployment) is { Length: > 0 } endings) Line($"人员：{endings}");
        return text.ToString().TrimEnd('\n');

        void Line(string line) => text.Append(line).Append('\n');
    }

    private static string Order(Deployment deployment)
    {
        List<string?> parts =
        [
            deployment.TaskedBy,
            deployment.Tasking?.OrderNumber is { } number ? $"调度令 {number}" : null,
            deployment.Tasking?.FiledWith is { } filed ? $"已向{filed}报备" : null,
        ];
        return string.Join("，", parts.OfType<string>());
    }

    /// <summary>As counted where a team was counted, else as named on the roster.</summary>
    private static IEnumerable<string> Strength(Deployment deployment, IReadOnlyDictionary<Guid, string> teams)
    {
        foreach (var team in deployment.Teams)
            yield return teams.GetValueOrDefault(team.TeamId) + (team.HeadCount?.ToChinese("人") ?? $"{deployment.Roster.Count(l => l.TeamId == team.TeamId)}人");
        foreach (var team in deployment.Roster.Where(l => l.TeamName is not null).GroupBy(l => l.TeamName))
            yield return $"{team.Key}{team.Count()}人";
        if (deployment.Roster.Count(l => l.TeamId is null && l.TeamName is null) is > 0 and var others) yield return $"其他参与者{others}人";
    }

    private static IEnumerable<string> Vehicles(IReadOnlyList<Vehicle> vehicles)
    {
        foreach (var kind in vehicles.GroupBy(v => v.Kind).OrderBy(k => k.Key)) yield return $"{Words.InChinese(kind.Key)}{kind.Count()}";
        if (vehicles.Sum(v => v.Kilometres ?? 0) is > 0 and var kilometres) yield return $"里程{kilometres.ToString(CultureInfo.InvariantCulture)}公里";
    }

    private static string Endings(Deployment deployment) => string.Join("、", deployment.Roster.Where(l => l.Ending is not null)
        .GroupBy(l => l.Ending!.Kind).OrderBy(e => e.Key).Select(e => $"{Words.InChinese(e.Key)}{e.Count()}人"));

    private static string At(Instant moment) => Moment.Format(moment.InZone(ChinaTime.China).LocalDateTime);
}
