using Honors.Api.Accounts;
using Honors.Api.Contract;
using Honors.Api.Data;
using Honors.Api.Http;
using Honors.Api.Identities;
using Honors.Api.Mergers;
using Honors.Api.ServiceHours;
using Honors.Domain.Accounts;
using Honors.Domain.Identities;
using Honors.Domain.People;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Honors.Api.People;

internal static class PeopleEndpoints
{
    public static void MapPeople(this IEndpointRouteBuilder api)
    {
        var people = api.MapGroup("/people").WithTags("People");

        people.MapGet("/", List).WithName("listPeople");
        people.MapGet("/{id:guid}", Get).WithName("getPerson");
        people.MapPost("/", Record).WithName("recordPerson").RequireRight(Right.Record);
        people.MapPut("/{id:guid}", Replace).WithName("replacePerson").RequireRight(Right.Record);
        people.MapGet("/{id:guid}/record", PersonRecords.Get).WithName("getPersonRecord");
        people.MapMergers();
        people.MapIdentities();
        people.MapAffiliations();
        people.MapEmployments();
        people.MapPriorTotals();
        people.MapGuardians();
        people.MapGrounds();
        people.MapCorrections();
        people.MapPersonSheets();
    }

    /// <summary>Lists people, newest entry first. Two people of one name are normal: compare numbers, never names.</summary>
    /// <param name="name">Only people whose name begins so.</param>
    private static async Task<Ok<Page<PersonResponse>>> List(
        [AsParameters] PageQuery page, [AsParameters] ChangesQuery changes, HonorsDb db, CancellationToken ct, [Length(Person.NameMaxLength)] string? name = null) =>
        TypedResults.Ok(await db.People.BeginningWith(p => p.Name, name).ToPageById(page, changes, PersonResponse.From, ct));

    /// <summary>Shows one person.</summary>
    /// <remarks>Of a person who was merged: `person.merged` (404), whose fact `mergedInto` names the one who stands for them.</remarks>
    private static async Task<Results<Ok<PersonResponse>, NotFound>> Get(Guid id, HonorsDb db, CancellationToken ct)
    {
        if (await db.People.Where(p => p.Id == id).Select(PersonResponse.From).SingleOrDefaultAsync(ct) is { } found) return TypedResults.Ok(found);
        if (await db.SurvivorOf(id, ct) is { } survivor) throw MergedPerson.Is(survivor);

        return TypedResults.NotFound();
    }

    /// <summary>Records a person.</summary>
    /// <remarks>
    /// Needs `record` in the recording body. A name is enough, and another person of the same name is no obstacle. With an identity the answer
    /// is the same whether or not another body knows that identity: each body keeps a record of its own, with an affiliation that is `pending`
    /// until the person or an office confirms it; an office above finds records of one person at `/people/{id}/identity/matches`.
    /// </remarks>
    private static async Task<Created<RecordedPersonResponse>> Record(
        NewPersonRequest request, Caller caller, HonorsDb db, IdentitySeal seal, IClock clock, CancellationToken ct)
    {
        var (id, by, now) = (Guid.CreateVersion7(), caller.Records(request.RecordedBy), clock.GetCurrentInstant());
        var number = request.Identity?.ToNumber(now);
        var person = Person.Record(id, PersonNumber.Draw(), request.ToFacts(number), by);
        var affiliation = Affiliation.State(Guid.CreateVersion7(), id, by, caller.Actor, now);

        db.AddRange(person, affiliation);
        if (number is not null)
        {
            var (text, match) = seal.Seal(id, number);
            db.Add(Identity.State(person, number, text, match, caller.Actor, now));
        }

        await db.SaveChangesAsync(ct);
        return TypedResults.Created($"/api/v1/people/{id}", RecordedPersonResponse.Of(person, affiliation));
    }

    /// <summary>Replaces what is recorded of a person.</summary>
    /// <remarks>Needs `record` in the body that recorded the person or in an office above it.</remarks>
    private static async Task<Results<Ok<PersonResponse>, NotFound>> Replace(
        Guid id, PersonRequest request, IfMatch ifMatch, Caller caller, HonorsDb db, CancellationToken ct)
    {
        if (await db.People.FindAsync([id], ct) is not { } person) return TypedResults.NotFound();

        caller.Require(Right.Record, person);
        ifMatch.Require(person.Version);
        Fixed.Member("recordedBy", request.RecordedBy, person.RecordedBy);
        person.Replace(request.ToFacts());

        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(PersonResponse.Of(person));
    }
}
