using Honors.Domain.Accounts;
using NodaTime;

namespace Honors.Domain.ServiceHours;

/// <summary>服务质量评价 with its day (民政部令67号 art. 10), by the recorder's side.</summary>
/// <param name="On">评价日期.</param>
public sealed record Appraisal(ServiceQuality Quality, string? Remark, LocalDate On, Signature By)
{
    public const int RemarkMaxLength = 300, Most = 10;
}

public enum ServiceQuality
{
    /// <summary>优秀.</summary>
    Excellent,

    /// <summary>良好.</summary>
    Good,

    /// <summary>合格.</summary>
    Satisfactory,

    /// <summary>不合格.</summary>
    Unsatisfactory,
}
