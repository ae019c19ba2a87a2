namespace Honors.Domain.Deployments;

/// <summary>What rescue teams are called to, from the records of 蓝天 teams and YJ/T 1.1–1.6-2022.</summary>
public enum DeploymentKind
{
    MountainSearch, WaterRescue, UrbanSearch, MissingPersonSearch, FloodRescue, Earthquake, ForestFireSupport, BodyRecovery, MedicalAid,
    TrafficAccident, SupplyTransport, EventSupport, EpidemicControl, Other,

    /// <summary>巡河防溺水.</summary>
    RiverPatrol,

    /// <summary>宣讲培训, given to the public.</summary>
    Lecture,

    /// <summary>队内训练: recorded, but training is no service (民政部令67号 art. 8).</summary>
    Training,

    /// <summary>演练: never mixed with real missions.</summary>
    Drill,

    /// <summary>备勤、值守: duty, and so no service (art. 19).</summary>
    StandBy,
}

public static class DeploymentKinds
{
    /// <summary>Whether there may be bodily danger, so that those who go must be insured (志愿服务条例 §17).</summary>
    public static bool IsHazardous(this DeploymentKind kind) => kind is not
        (DeploymentKind.SupplyTransport or DeploymentKind.EventSupport or DeploymentKind.Lecture or DeploymentKind.StandBy);

    /// <summary>Whether nobody chose its hours: the tiers and limits of a day leave them apart.</summary>
    public static bool IsEmergency(this DeploymentKind kind) => kind.IsService() && kind is not
        (DeploymentKind.EventSupport or DeploymentKind.RiverPatrol or DeploymentKind.Lecture or DeploymentKind.SupplyTransport or DeploymentKind.Other);

    /// <summary>Whether its rescue and support are volunteer service at all.</summary>
    public static bool IsService(this DeploymentKind kind) => kind is not (DeploymentKind.Training or DeploymentKind.Drill or DeploymentKind.StandBy);
}

public enum DeploymentRole
{
    /// <summary>队员.</summary>
    Member,

    /// <summary>总指挥.</summary>
    Commander,

    /// <summary>领队.</summary>
    Leader,

    /// <summary>副领队.</summary>
    DeputyLeader,

    /// <summary>操艇手.</summary>
    BoatOperator,
    Medic,
    Radio,
    Drone,
    Driver,
    SafetyOfficer,

    /// <summary>信息员.</summary>
    Recorder,

    /// <summary>后台.</summary>
    BackOffice,

    /// <summary>组长.</summary>
    GroupLeader,

    /// <summary>绳索.</summary>
    Rope,

    /// <summary>潜水.</summary>
    Diver,

    /// <summary>现场秘书.</summary>
    FieldSecretary,
}

public enum OutcomeKind
{
    /// <summary>救出.</summary>
    PeopleRescued,

    /// <summary>转移.</summary>
    PeopleMoved,

    /// <summary>救治.</summary>
    PeopleTreated,

    /// <summary>寻回走失人员.</summary>
    MissingFound,

    /// <summary>搜救.</summary>
    PeopleSearched,

    /// <summary>遗体打捞.</summary>
    BodiesRecovered,

    /// <summary>寻获生还.</summary>
    FoundAlive,

    /// <summary>寻获遇难.</summary>
    FoundDead,

    /// <summary>物资, in pieces.</summary>
    Supplies,

    /// <summary>里程, in kilometres.</summary>
    Distance,
}

public enum DeploymentStatus
{
    /// <summary>Known only from a source: never closed, makes no hours.</summary>
    FromSource,

    /// <summary>进行中: its parts may still be entered and changed.</summary>
    Open,

    /// <summary>已关闭: its hours are made.</summary>
    Closed,
}
