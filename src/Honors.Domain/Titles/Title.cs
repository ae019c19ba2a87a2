using Honors.Domain.Accounts;
using Honors.Domain.Values;

namespace Honors.Domain.Titles;

/// <summary>An honorary title (称号) that bodies give: 见义勇为先进分子, 十佳志愿者, 优秀队员.</summary>
public sealed class Title : IRecorded, IIdentified
{
    public const int NameMaxLength = 100;

    private Title() { }

    public Guid Id { get; private set; }

    public string Name { get; private set; } = "";

    public TitleClass Class { get; private set; }

    public TitleLevel Level { get; private set; }

    /// <summary>The office (or team) that keeps the title's business.</summary>
    public Guid OwnerId { get; private set; }

    /// <summary>The body that grants it, where one always does.</summary>
    public Guid? AuthorityId { get; private set; }

    public Guid RecordedBy { get; private set; }

    public long RecordedIn { get; private set; }

    public int Version { get; private set; }

    public static Title Enter(Guid id, TitleFacts facts, RecordingBody by)
    {
        var title = new Title { Id = id, RecordedBy = by.Id, RecordedIn = by.DivisionCode };
        title.Replace(facts);
        return title;
    }

    /// <exception cref="RuleViolationException"><c>title.commendation-below-county</c>: county departments and lower bodies set up no 表彰奖励 (评比达标表彰活动管理).</exception>
    public void Replace(TitleFacts facts)
    {
        if (facts is { Class: TitleClass.Commendation, Level: TitleLevel.Township or TitleLevel.Unit or TitleLevel.Media }) throw TitleRules.CommendationTooLow();

        (Name, Class, Level, OwnerId, AuthorityId) = (facts.Name, facts.Class, facts.Level, facts.OwnerId, facts.AuthorityId);
    }
}

public sealed record TitleFacts(string Name, TitleClass Class, TitleLevel Level, Guid OwnerId, Guid? AuthorityId);

public enum TitleClass
{
    /// <summary>表彰奖励: needs an approval; 授予.</summary>
    Commendation,

    /// <summary>典型选树; 命名, 推选.</summary>
    Selection,

    /// <summary>团体内部评优; 评为.</summary>
    Internal,

    /// <summary>媒体评选.</summary>
    Media,
}

public enum TitleLevel { National, Province, City, County, Township, Unit, Media }
