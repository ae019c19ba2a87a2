namespace Honors.Domain.Notices;

/// <summary>What is put before the public.</summary>
public enum NoticeStage
{
    /// <summary>候选对象.</summary>
    Candidates,

    /// <summary>拟推荐上报对象.</summary>
    ToBeRecommended,

    /// <summary>拟确认对象.</summary>
    ToBeConfirmed,

    /// <summary>拟表彰（命名）对象.</summary>
    ToBeHonoured,
}

/// <summary>Where a notice stands on a day; of what is published the clock alone decides.</summary>
public enum NoticeState
{
    /// <summary>草稿.</summary>
    Draft,

    /// <summary>待开始: published, and its first day is still to come.</summary>
    Awaiting,

    /// <summary>公示中.</summary>
    Open,

    /// <summary>公示期满.</summary>
    Ended,
}

/// <summary>How an objection may be sent.</summary>
public enum NoticeChannel
{
    /// <summary>网上.</summary>
    Web,

    /// <summary>来信.</summary>
    Letter,

    /// <summary>来电.</summary>
    Phone,

    /// <summary>电子邮件.</summary>
    Email,

    /// <summary>传真.</summary>
    Fax,

    /// <summary>来访.</summary>
    Visit,
}

/// <summary>By which day a letter is in time.</summary>
public enum LetterDay
{
    /// <summary>以寄出邮戳日期为准.</summary>
    Postmark,

    /// <summary>以收到日期为准.</summary>
    Arrival,
}

/// <summary>How the entries of a notice are listed.</summary>
public enum NoticeOrder
{
    /// <summary>按姓氏笔画.</summary>
    Strokes,

    /// <summary>按姓名拼音.</summary>
    Pinyin,

    /// <summary>按行政区划.</summary>
    Division,

    /// <summary>按录入顺序.</summary>
    AsSet,
}

/// <summary>What an entry lacks beside what its case lacks.</summary>
public enum EntryNeed
{
    /// <summary>同意公示: of the nominee or unit.</summary>
    Ground,

    /// <summary>监护人同意公示, of a minor.</summary>
    GuardianConsent,

    /// <summary>近亲属同意公示, of the dead.</summary>
    NearKinConsent,

    /// <summary>办理程序中的公示步骤: the procedure has none.</summary>
    NoticeStep,
}

public enum EntryChangeKind
{
    /// <summary>实质变更: the period of the entry begins anew.</summary>
    Material,

    /// <summary>文字更正: a slip of the pen, marked as one by a second person.</summary>
    Typing,
}

/// <summary>What to look at before a period is printed.</summary>
public enum PeriodConcern
{
    /// <summary>另一种计算方法的截止日不同.</summary>
    OtherCounting,

    /// <summary>印出的截止日是休息日.</summary>
    EndsOnDayOff,

    /// <summary>年度放假安排未录入: a printed range stands nevertheless.</summary>
    YearNotLoaded,

    /// <summary>短于办理程序规定的公示期.</summary>
    ShorterThanProcedure,
}
