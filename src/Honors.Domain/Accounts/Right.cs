namespace Honors.Domain.Accounts;

/// <summary>
/// What an account may do in a body. This list is the whole of it; <c>Visibility.cs</c> says who sees which record, and
/// <c>tests/…/rights.csv</c> what follows for each route. A right in an office reaches every body of its division, except that
/// nobody records in another body's name. Each but the last lets its holder read what the body may see.
/// </summary>
public enum Right
{
    /// <summary>记录: log hours, deployments, deeds, awards, postings in this body's name. The one writing right a program may hold.</summary>
    Record,

    /// <summary>审核: verify or reject hours and confirm awards that another person recorded, in this body and in those an office stands above.</summary>
    Verify,

    /// <summary>单位核实: confirm or dispute, as their unit, the hours of its own people.</summary>
    Confirm,

    /// <summary>推荐: nominate for a title in this body's name.</summary>
    Nominate,

    /// <summary>决定: enter and confirm decisions on the titles that this office owns.</summary>
    Decide,

    /// <summary>审计: read as the office reads, identity masked; change nothing.</summary>
    Audit,

    /// <summary>管理: open accounts and give rights in this body and in those an office stands above; reads no personal record.</summary>
    Administer,
}
