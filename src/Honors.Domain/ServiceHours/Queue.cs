namespace Honors.Domain.ServiceHours;

/// <summary>Why hours wait for somebody.</summary>
public enum QueueKind
{
    /// <summary>待审核.</summary>
    Verification,

    /// <summary>待单位核实.</summary>
    Confirmation,

    /// <summary>待答复: disputed by a unit, or denied by the person.</summary>
    Answer,

    /// <summary>待裁定.</summary>
    Decision,

    /// <summary>抽查不符，待处理: drawn by an office, found to differ or not at all, and standing as before.</summary>
    SpotCheck,
}

/// <summary>What becomes of many rows when one of them is refused.</summary>
public enum BatchMode
{
    /// <summary>逐条处理: the others are done all the same.</summary>
    Each,

    /// <summary>整批处理: nothing is done.</summary>
    All,
}
