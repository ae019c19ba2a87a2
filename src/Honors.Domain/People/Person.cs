using Honors.Domain.Accounts;
using Honors.Domain.Values;

namespace Honors.Domain.People;

/// <summary>Anyone a record names, with as little as a name. Two people of one name are normal: a name never identifies.</summary>
public sealed class Person : IRecorded, IIdentified
{
    public const int NameMaxLength = 100;

    private Person() { }

    public Guid Id { get; private set; }

    /// <summary>The public number: random, so that neither an identity nor a count can be read from it.</summary>
    public string Number { get; private set; } = "";

    public string Name { get; private set; } = "";

    public Gender Gender { get; private set; }

    /// <summary>As exact as it is known, often an interval derived from an age; never shown to the public.</summary>
    public PartialDate Born { get; private set; } = PartialDate.Unknown;

    /// <summary>Unknown while nothing is known of it; a year is enough for near kin to speak (PIPL art. 49). Never shown to the public.</summary>
    public PartialDate Died { get; private set; } = PartialDate.Unknown;

    /// <summary>The person whose record stands for this one since both were found to be of one human; never itself a merged one. Null of everybody else.</summary>
    public Guid? MergedIntoId { get; private set; }

    public Guid RecordedBy { get; private set; }

    public long RecordedIn { get; private set; }

    public int Version { get; private set; }

    /// <exception cref="RuleViolationException"><c>person.name-unfit</c>; <c>person.died-before-birth</c>.</exception>
    public static Person Record(Guid id, string number, PersonFacts facts, RecordingBody by)
    {
        var person = new Person { Id = id, Number = number, RecordedBy = by.Id, RecordedIn = by.DivisionCode };
        person.Replace(facts);
        return person;
    }

    /// <inheritdoc cref="Record"/>
    public void Replace(PersonFacts facts)
    {
        if (facts.Died.Latest < facts.Born.Earliest) throw PeopleRules.DiedBeforeBirth();

        (Name, Gender, Born, Died) = (PersonName.Normalise(facts.Name), facts.Gender, facts.Born, facts.Died);
    }

    internal void Become(Person survivor) => MergedIntoId = survivor.Id;

    internal void StandAlone() => MergedIntoId = null;
}

/// <summary>The part of a person that the recording body may replace.</summary>
public sealed record PersonFacts(string Name, Gender Gender, PartialDate Born)
{
    public PartialDate Died { get; init; } = PartialDate.Unknown;
}

/// <summary>GB/T 2261.1: 0 unknown, 1 male, 2 female, 9 not stated.</summary>
public enum Gender { Unknown = 0, Male = 1, Female = 2, NotStated = 9 }
