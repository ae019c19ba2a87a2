namespace Honors.Domain.Titles;

/// <summary>The word with which a title is given; it follows from the title's class, since only a 表彰奖励 is 授予.</summary>
public enum Verb
{
    /// <summary>授予.</summary>
    Confer,

    /// <summary>命名为.</summary>
    Name,

    /// <summary>推选为.</summary>
    Elect,

    /// <summary>评为.</summary>
    Rate,

    /// <summary>确认为: of a deed and its actor, whatever the class.</summary>
    Confirm,
}

public static class Verbs
{
    public static IReadOnlyList<Verb> Of(TitleClass kind, TitleAct act) => (kind, act) switch
    {
        (_, TitleAct.Confirmation) => [Verb.Confirm],
        (TitleClass.Commendation, _) => [Verb.Confer],
        (TitleClass.Selection, _) => [Verb.Name, Verb.Elect],
        _ => [Verb.Rate],
    };

    public static bool Suits(this Verb verb, TitleClass kind, TitleAct act) => Of(kind, act).Contains(verb);
}
