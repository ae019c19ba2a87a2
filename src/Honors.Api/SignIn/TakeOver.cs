using System.Diagnostics;
using Honors.Api.Audit;
using Honors.Api.Data;
using Honors.Api.Writes;
using Honors.Domain.Accounts;
using Honors.Domain.Organizations;
using Honors.Domain.People;
using Honors.Domain.Values;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Honors.Api.SignIn;

/// <summary>What a used one-time code changes in the registry itself; each is one commit with its audit entry.</summary>
internal sealed class TakeOver(HonorsDb db, Writer writer, Issuer issuer, IClock clock)
{
    /// <summary>
    /// Makes the office, its administrator and their account. Where that was done before and only the login was lost on the way, gives the
    /// account this login.
    /// </summary>
    public Task First(OrganizationFacts office, string personName, string subject) => writer.Commit(db, async () =>
    {
        var now = clock.GetCurrentInstant();
        if (await Accounts.FirstOrDefaultAsync() is { } account)
        {
            account.SignInAs(issuer.Value, subject);
        }
        else
        {
            var id = Guid.CreateVersion7();
            var body = new RecordingBody(id, office.DivisionCode);
            var person = Person.Record(Guid.CreateVersion7(), PersonNumber.Draw(), new PersonFacts(personName, Gender.NotStated, PartialDate.Unknown), body);
            account = Account.OfPerson(Guid.CreateVersion7(), issuer.Value, subject, personName, person.Id, body);
            account.GrantAtSetUp(Guid.CreateVersion7(), Right.Administer, id, now);
            db.AddRange(Organization.Register(id, office, body), person, account);
        }

        Record("setUpRegistry", account, now);
        await db.SaveChangesAsync();
        return true;
    });

    /// <summary>From now on the account is this subject's of the other issuer.</summary>
    public Task Bind(Guid accountId, string subject) => writer.Commit(db, async () =>
    {
        var account = await Accounts.SingleAsync(a => a.Id == accountId);
        account.SignInAs(issuer.Value, subject);
        Record("takeAccount", account, clock.GetCurrentInstant());
        await db.SaveChangesAsync();
        return true;
    });

    private IQueryable<Account> Accounts => db.Accounts.IgnoreQueryFilters([HonorsDb.Visible]);

    private void Record(string operation, Account account, Instant now) => db.AuditEntries.Add(new AuditEntry
    {
        At = now,
        AccountId = account.Id,
        PersonId = account.PersonId,
        Operation = operation,
        Resource = $"/api/v1/accounts/{account.Id}",
        TraceId = Activity.Current?.TraceId.ToString() ?? "",
    });
}
