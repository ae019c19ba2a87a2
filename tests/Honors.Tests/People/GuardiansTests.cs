using System.Net;
using System.Net.Http.Json;
using Honors.Api.Demo;
using Honors.Domain.Accounts;
using Honors.Tests.Support;

namespace Honors.Tests.People;

public sealed class GuardiansTests(HonorsApp app) : IClassFixture<HonorsApp>
{
    private const string Path = "/api/v1/people";

    private async Task<string> Somebody(string? born = null) =>
        (await (await app.As("recorder")).Created(Path, new { name = "某某某", born = born is null ? null : new { date = born } })).Id();

    private async Task<string> Guardian(string ward, string guardian, string kind = "parent", string? from = null) => (await (await app.As("recorder")).Created(
        $"{Path}/{ward}/guardians", new { guardianId = guardian, kind, from = from is null ? null : new { date = from } })).Id();

    private async Task Confirm(string ward, string guardianship) =>
        await (await (await app.As("verifier")).PostAsync($"{Path}/{ward}/guardians/{guardianship}/confirmation", null)).Expect(HttpStatusCode.OK);

    private Task<HttpClient> AccountOf(string person) => app.As(Guid.Parse(person), DemoData.NeighbourOffice);

    private async Task<bool> Sees(string guardian, string ward)
    {
        var client = await AccountOf(guardian);
        var status = (await client.GetAsync($"{Path}/{ward}")).StatusCode;
        Assert.Equal(status, (await client.GetAsync($"{Path}/{ward}/record")).StatusCode);
        return status is HttpStatusCode.OK;
    }

    [Fact]
    public async Task A_guardian_sees_the_ward_once_an_office_has_confirmed_it_and_until_it_ends()
    {
        var (ward, mother) = (await Somebody("2014-05-02"), await Somebody());
        var hours = (await (await app.As("recorder")).Created("/api/v1/service-hours", new
        {
            personId = ward,
            activity = "社区清扫",
            category = "community",
            organizerId = DemoData.RescueTeam,
            provenance = "recorded",
            servedOn = "2026-11-01",
            minutes = 60,
        })).Id();
        var id = await Guardian(ward, mother);
        Assert.False(await Sees(mother, ward));

        await (await (await app.As("recorder")).PostAsync($"{Path}/{ward}/guardians/{id}/confirmation", null)).ExpectProblem(HttpStatusCode.Forbidden, "rights.not-in-this-body");
        await Confirm(ward, id);
        Assert.True(await Sees(mother, ward));
        var client = await AccountOf(mother);
        await client.Read($"/api/v1/service-hours/{hours}");
        Assert.Equal(id, Assert.Single((await client.Read($"{Path}/{ward}/guardians")).GetProperty("items").EnumerateArray()).Id());
        Assert.False(await Sees(await Somebody(), ward));
        Assert.False(await Sees(ward, mother));

        var ending = $"{Path}/{ward}/guardians/{id}/ending";
        var recorder = await app.As("recorder");
        await (await recorder.PostAsJsonAsync(ending, new { until = new { date = "2026-11-19" } })).Expect(HttpStatusCode.OK);
        await (await recorder.PostAsJsonAsync(ending, new { until = new { date = "2026-11-19" } })).ExpectProblem(HttpStatusCode.Conflict, "guardian.ended");
        Assert.False(await Sees(mother, ward));
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/api/v1/service-hours/{hours}")).StatusCode);
    }

    [Theory]
    [InlineData("2008-11-21", true)] // eighteen tomorrow
    [InlineData("2009", true)]
    [InlineData("2008-01/2009-12", false)] // may be of age
    [InlineData(null, true)]
    public async Task A_guardian_sees_the_ward_only_while_it_is_a_minor(string? born, bool sees)
    {
        var (ward, guardian) = (await Somebody(born), await Somebody());
        await Confirm(ward, await Guardian(ward, guardian));
        Assert.Equal(sees, await Sees(guardian, ward));
    }

    [Fact]
    public async Task On_the_eighteenth_birthday_the_guardian_sees_nothing_more()
    {
        var (ward, guardian) = (await Somebody("2008-11-21"), await Somebody());
        await Confirm(ward, await Guardian(ward, guardian));
        Assert.True(await Sees(guardian, ward));
        var before = app.Clock.Now;
        app.Clock.Now = before + NodaTime.Duration.FromDays(1);
        try
        {
            Assert.False(await Sees(guardian, ward));
        }
        finally
        {
            app.Clock.Now = before;
        }
    }

    [Fact]
    public async Task Nobody_confirms_a_guardian_they_stated_or_are_themselves_and_nobody_twice()
    {
        var (ward, guardian) = (await Somebody("2014"), await Somebody());
        var stater = await app.As(null, DemoData.CountyOffice, Right.Record, Right.Verify);
        var id = (await stater.Created($"{Path}/{ward}/guardians", new { guardianId = guardian, kind = "parent" })).Id();
        var path = $"{Path}/{ward}/guardians/{id}/confirmation";
        await (await stater.PostAsync(path, null)).ExpectProblem(HttpStatusCode.Conflict, "guardian.own-entry");
        var self = await app.As(Guid.Parse(guardian), DemoData.CountyOffice, Right.Verify);
        await (await self.PostAsync(path, null)).ExpectProblem(HttpStatusCode.Conflict, "guardian.own-entry");
        await Confirm(ward, id);
        await (await (await app.As("verifier")).PostAsync(path, null)).ExpectProblem(HttpStatusCode.Conflict, "guardian.already-confirmed");
    }

    [Fact]
    public async Task A_guardian_is_another_person_of_age_and_of_a_kind_that_fits_the_ward()
    {
        var (child, adult, unknown) = (await Somebody("2014"), await Somebody("1980"), await Somebody());
        await Refused(child, child, "parent", HttpStatusCode.UnprocessableEntity, "guardian.oneself");
        await Refused(adult, child, "parent", HttpStatusCode.Conflict, "guardian.under-age");
        await Refused(child, unknown, "spouse", HttpStatusCode.Conflict, "guardian.kind-unfit");
        await Refused(adult, unknown, "grandparent", HttpStatusCode.Conflict, "guardian.kind-unfit");
        await Guardian(adult, unknown, "spouse");
        await Guardian(unknown, adult, "grandparent");

        async Task Refused(string ward, string guardian, string kind, HttpStatusCode status, string code) =>
            await (await (await app.As("recorder")).PostAsJsonAsync($"{Path}/{ward}/guardians", new { guardianId = guardian, kind })).ExpectProblem(status, code);
    }

    [Fact]
    public async Task A_guardian_of_an_adult_sees_nothing()
    {
        var (ward, guardian) = (await Somebody("1950"), await Somebody("1980"));
        await Confirm(ward, await Guardian(ward, guardian, "child"));
        Assert.False(await Sees(guardian, ward));
    }

    [Fact]
    public async Task A_guardian_asks_for_the_ward_and_as_nobody_else()
    {
        var (ward, mother) = (await Somebody("2014"), await Somebody());
        await Confirm(ward, await Guardian(ward, mother));
        var client = await AccountOf(mother);
        var path = $"{Path}/{ward}/corrections";
        var asked = await client.Created(path, new { askedBy = "guardian", wrong = "漏记一次社区清扫。" });
        Assert.Equal("2026-12-04", asked.GetProperty("answerDue").GetString());
        await (await client.PostAsJsonAsync(path, new { askedBy = "person", wrong = "漏记。" })).ExpectProblem(HttpStatusCode.Forbidden, "rights.not-in-this-body");
        await (await client.PostAsJsonAsync($"{Path}/{mother}/corrections", new { askedBy = "guardian", wrong = "漏记。" })).ExpectProblem(HttpStatusCode.Forbidden, "rights.not-in-this-body");
        await (await client.PostAsJsonAsync($"{Path}/{await Somebody()}/corrections", new { askedBy = "guardian", wrong = "漏记。" })).Expect(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Whoever_follows_the_lists_reads_anew_when_a_ward_is_theirs_to_see()
    {
        var (ward, mother) = (await Somebody("2014"), await Somebody());
        var id = await Guardian(ward, mother);
        var client = await AccountOf(mother);
        var position = (await client.Read($"{Path}?changedSince=0")).GetProperty("next").GetString();
        await client.Read($"{Path}?changedSince={position}");
        await Confirm(ward, id);
        await (await client.GetAsync($"{Path}?changedSince={position}")).ExpectProblem(HttpStatusCode.Conflict, "changes.rights-changed");
        Assert.Contains(ward, (await client.Read($"{Path}?changedSince=0")).GetProperty("items").EnumerateArray().Select(p => p.Id()));
    }
}
