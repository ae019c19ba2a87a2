namespace Honors.Api.Pages;

/// <summary>Who runs the site, for its head and its foot: section <c>Site</c> of the configuration. What is not configured is not shown.</summary>
public sealed record SiteSettings
{
    /// <summary>In place of 志愿服务与荣誉登记.</summary>
    public string? Name { get; init; }

    /// <summary>主办单位.</summary>
    public string? Sponsor { get; init; }

    /// <summary>Where readers may turn: a telephone of the office, an address.</summary>
    public string? Contact { get; init; }

    /// <summary>ICP 备案号.</summary>
    public string? IcpNumber { get; init; }

    /// <summary>公安备案号.</summary>
    public string? PoliceNumber { get; init; }

    public string NameText => Name ?? PageTexts.Say("Site.Name");
}
