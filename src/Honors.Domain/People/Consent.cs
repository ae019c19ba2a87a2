using Honors.Domain.Accounts;
using Honors.Domain.Values;
using NodaTime;

namespace Honors.Domain.People;

/// <summary>The consent on which a ground rests (单独同意, PIPL art. 25): to what text, when, how and by whom it was given, and what proves it.</summary>
/// <param name="Purpose">What for, in a few words.</param>
/// <param name="TextId">The text that was put before them; the body's own, or one that the registry ships.</param>
/// <param name="Minor">Whether they were under 18, as the recorder states it where the birth date leaves it open; else null.</param>
/// <param name="ProofLocator">Where the paper or the recording lies.</param>
public sealed record Consent(
    string Purpose,
    string TextId,
    string TextVersion,
    LocalDate GivenOn,
    ConsentChannel Channel,
    IReadOnlyList<ConsentGiver> Givers,
    bool? Minor,
    string? ProofLocator,
    Guid? ProofFileId)
{
    public const int PurposeMaxLength = 200, TextIdMaxLength = 50, TextVersionMaxLength = 20, MostGivers = 4, ProofLocatorMaxLength = 200;

    /// <summary>Whether those who gave it could: an adult for themself; for a minor a guardian, and from 8 the minor too; for the dead near kin alone.</summary>
    /// <param name="guardianships">Those of the person.</param>
    /// <returns>Whether it waits for the minor's own say: what a guardian gives on the page, the guardian gives alone.</returns>
    /// <exception cref="RuleViolationException">A code of <see cref="ConsentRules"/>; <c>text.personal-number</c>.</exception>
    internal bool Check(Person person, IReadOnlyCollection<Guardianship> guardianships, Actor actor, LocalDate today)
    {
        PersonalNumbers.Refuse(Purpose, "consent.purpose");
        PersonalNumbers.Refuse(ProofLocator, "consent.proofLocator");
        if (GivenOn > today) throw ConsentRules.NotYetGiven();
        if (Givers is [] || Givers.Any(g => !g.IsWhole) || (Givers.Any(g => g.By is Speaker.Kin) && Givers.Any(g => g.By is not Speaker.Kin))) throw ConsentRules.NotOfGivers();
        if (Channel is ConsentChannel.Page && !IsOnesOwn(person, guardianships, actor, today)) throw ConsentRules.AnothersPage();
        if (Channel is not ConsentChannel.Page && ProofLocator is null && ProofFileId is null) throw ConsentRules.Unproved();

        if (Givers.Any(g => g.By is Speaker.Kin))
        {
            CheckDead(person);
            return false;
        }

        return CheckLiving(person, guardianships);
    }

    /// <summary>The same consent, to which the person has now agreed too.</summary>
    internal Consent WithOwnSay() => this with { Givers = [.. Givers, new ConsentGiver(Speaker.Person, null, null)] };

    /// <summary>On the page each speaks for themself alone: the person, or a guardian whom an office has confirmed.</summary>
    private bool IsOnesOwn(Person person, IReadOnlyCollection<Guardianship> guardianships, Actor actor, LocalDate today) =>
        GivenOn == today && actor.IsHuman && Givers is [var giver] && giver.By switch
        {
            Speaker.Person => actor.PersonId == person.Id,
            Speaker.Guardian => guardianships.Any(g => g.Id == giver.GuardianshipId && g.GuardianId == actor.PersonId && g.Confirmed is not null && g.RunsOn(today)),
            _ => false,
        };

    /// <summary>A year of death may be all that is known.</summary>
    private void CheckDead(Person person)
    {
        if (person.Died.Text is null || GivenOn < person.Died.Earliest) throw ConsentRules.StillAlive();
    }

    private bool CheckLiving(Person person, IReadOnlyCollection<Guardianship> guardianships)
    {
        if (GivenOn > person.Died.Latest) throw ConsentRules.Dead();

        var known = person.Born.IsUnder(Age.Majority, GivenOn);
        if (known is not null && Minor is not null && known != Minor) throw ConsentRules.OtherAge();
        var isMinor = known ?? Minor ?? throw ConsentRules.AgeIsOpen();

        var guardians = Givers.Where(g => g.By is Speaker.Guardian).ToList();
        if (guardians.Any(g => !guardianships.Any(s => s.Id == g.GuardianshipId && s.RunsOn(GivenOn)))) throw ConsentRules.NoGuardianThen();
        if (isMinor && guardians is []) throw ConsentRules.GuardianMissing();

        var hasOwnSay = !isMinor || person.Born.IsUnder(Age.OwnSay, GivenOn) is not true;
        if (!hasOwnSay || Givers.Any(g => g.By is Speaker.Person)) return false;
        if (Channel is ConsentChannel.Page && isMinor) return true;

        throw ConsentRules.OwnMissing();
    }
}

/// <param name="GuardianshipId">Of a guardian, and only then.</param>
/// <param name="Relation">Of near kin, and only then.</param>
public sealed record ConsentGiver(Speaker By, Guid? GuardianshipId, KinRelation? Relation)
{
    internal bool IsWhole => (By is Speaker.Guardian) == (GuardianshipId is not null) && (By is Speaker.Kin) == (Relation is not null);
}

public enum ConsentChannel
{
    /// <summary>网页: by the person or a confirmed guardian, each through their own account.</summary>
    Page,

    /// <summary>纸质.</summary>
    Paper,

    /// <summary>电话, recorded.</summary>
    Phone,

    /// <summary>短信、微信等.</summary>
    Message,

    /// <summary>当面, by word of mouth before a witness.</summary>
    InPerson,
}

/// <summary>近亲属 (民法典 §1045).</summary>
public enum KinRelation
{
    /// <summary>配偶.</summary>
    Spouse,

    /// <summary>子女.</summary>
    Child,

    /// <summary>父母.</summary>
    Parent,

    /// <summary>兄弟姐妹.</summary>
    Sibling,

    /// <summary>祖父母、外祖父母.</summary>
    Grandparent,

    /// <summary>孙子女、外孙子女.</summary>
    Grandchild,
}

/// <summary>Who speaks for a person.</summary>
public enum Speaker
{
    /// <summary>本人.</summary>
    Person,

    /// <summary>监护人.</summary>
    Guardian,

    /// <summary>近亲属, for the dead (PIPL art. 49).</summary>
    Kin,
}
