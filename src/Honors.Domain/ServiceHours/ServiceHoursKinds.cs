namespace Honors.Domain.ServiceHours;

public enum ServiceStatus
{
    /// <summary>待审核.</summary>
    Logged,

    /// <summary>已审核: counts.</summary>
    Verified,

    /// <summary>已驳回: counts nothing.</summary>
    Rejected,

    /// <summary>已冲正: counts nothing.</summary>
    Reversed,

    /// <summary>有争议: another record claims the same time; counts nothing until the office has settled which does.</summary>
    Contested,
}

/// <summary>What hours are at a moment, as totals ask.</summary>
public enum HoursState
{
    /// <summary>已审核: they count.</summary>
    Verified,

    /// <summary>待审核.</summary>
    Logged,

    /// <summary>有争议.</summary>
    Contested,
}

/// <summary>Of two records that claim the same time.</summary>
public enum ContestedClaim
{
    /// <summary>The record that is held as contested.</summary>
    This,

    /// <summary>The one that it meets.</summary>
    Other,
}

/// <summary>How the minutes came to be known; totals are given for each apart.</summary>
public enum Provenance
{
    /// <summary>签到签退.</summary>
    Attendance,

    /// <summary>名册, from a deployment's roster.</summary>
    Roster,

    /// <summary>记录, written down by the organiser in time.</summary>
    Recorded,

    /// <summary>补录, later than the ten working days of art. 11.</summary>
    Retroactive,

    /// <summary>导入.</summary>
    Imported,
}

/// <summary>The 22 categories of the national volunteer site, in its order.</summary>
public enum ServiceCategory
{
    Community, Other, PovertyRelief, Teaching, Health, Legal, Environment, Science, Culture, PublicSafety, CivicCustoms, Traffic,
    FireService, EmergencyRescue, DrugPrevention, Sports, Tourism, SpecialCare, LargeEvents, Overseas, Tax, EpidemicControl,
}
