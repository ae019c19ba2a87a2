using System.Diagnostics;
using Honors.Domain.Deployments;
using Honors.Domain.Values;

namespace Honors.Api.Deployments;

/// <summary>The teams' own words, as their papers print them.</summary>
internal static class DeploymentWords
{
    public static string Of(DeploymentKind kind) => kind switch
    {
        DeploymentKind.MountainSearch => "山地搜救",
        DeploymentKind.WaterRescue => "水域救援",
        DeploymentKind.UrbanSearch => "城市搜救",
        DeploymentKind.MissingPersonSearch => "走失人员搜寻",
        DeploymentKind.FloodRescue => "洪涝转移",
        DeploymentKind.Earthquake => "地震救援",
        DeploymentKind.ForestFireSupport => "森林火灾支援",
        DeploymentKind.BodyRecovery => "打捞",
        DeploymentKind.MedicalAid => "医疗救护",
        DeploymentKind.TrafficAccident => "交通事故救援",
        DeploymentKind.SupplyTransport => "物资运送",
        DeploymentKind.EventSupport => "赛事（活动）保障",
        DeploymentKind.EpidemicControl => "防疫消杀",
        DeploymentKind.RiverPatrol => "巡河防溺水",
        DeploymentKind.Lecture => "宣讲培训",
        DeploymentKind.Training => "队内训练",
        DeploymentKind.Drill => "演练",
        DeploymentKind.StandBy => "备勤（值守）",
        DeploymentKind.Other => "其他",
        _ => throw new UnreachableException(),
    };

    public static string Of(TimePoint point) => point switch
    {
        TimePoint.CalledOut => "接警",
        TimePoint.StandBy => "启动备勤",
        TimePoint.Assembled => "集结",
        TimePoint.Departed => "出发",
        TimePoint.Arrived => "到达",
        TimePoint.Started => "开始行动",
        TimePoint.Finished => "行动结束",
        TimePoint.Withdrawn => "撤离",
        TimePoint.BackAtBase => "归队",
        TimePoint.AllSafe => "全员安全报平安",
        _ => throw new UnreachableException(),
    };

    public static string Of(OutcomeKind kind) => kind switch
    {
        OutcomeKind.PeopleRescued => "救出",
        OutcomeKind.PeopleMoved => "转移",
        OutcomeKind.PeopleTreated => "救治",
        OutcomeKind.MissingFound => "寻回走失人员",
        OutcomeKind.PeopleSearched => "搜救",
        OutcomeKind.BodiesRecovered => "打捞遗体",
        OutcomeKind.FoundAlive => "寻获生还",
        OutcomeKind.FoundDead => "寻获遇难",
        OutcomeKind.Supplies => "物资",
        OutcomeKind.Distance => "里程",
        _ => throw new UnreachableException(),
    };

    public static string Of(QuantityScope scope) => scope switch
    {
        QuantityScope.Person => "个人",
        QuantityScope.Team => "本队",
        QuantityScope.Joint => "联合行动",
        _ => throw new UnreachableException(),
    };

    public static string Of(VehicleKind kind) => kind switch
    {
        VehicleKind.Car => "车辆",
        VehicleKind.AssaultBoat => "冲锋舟",
        VehicleKind.JetSki => "摩托艇",
        VehicleKind.RubberBoat => "橡皮艇",
        VehicleKind.Drone => "无人机",
        VehicleKind.Other => "其他装备",
        _ => throw new UnreachableException(),
    };

    public static string Of(EndingKind kind) => kind switch
    {
        EndingKind.Returned => "归队",
        EndingKind.HandedOver => "移交",
        EndingKind.InHospital => "送医",
        EndingKind.Dead => "牺牲",
        _ => throw new UnreachableException(),
    };
}
