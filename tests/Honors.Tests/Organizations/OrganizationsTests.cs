using System.Net;
using System.Net.Http.Json;
using Honors.Tests.Support;

namespace Honors.Tests.Organizations;

public sealed class OrganizationsTests(HonorsApp app) : IClassFixture<HonorsApp>
{
    private const string Path = "/api/v1/organizations";

    private static object Body(string name) => new { name, kind = "association", divisionCode = 140431000000 };

    [Fact]
    public async Task An_office_registers_a_body_and_finds_it_by_its_name()
    {
        var office = await app.As("office");
        var made = await office.Created(Path, Body("沁源县登山协会"));

        var found = (await office.Read($"{Path}?name=沁源县登山")).GetProperty("items");
        Assert.Equal(made.Id(), Assert.Single(found.EnumerateArray()).Id());
    }

    [Fact]
    public async Task A_change_needs_the_version_that_was_seen()
    {
        var office = await app.As("office");
        var made = await office.Created(Path, Body("沁源县书法协会"));
        var path = $"{Path}/{made.Id()}";

        await (await office.Put(path, Body("沁源县书画协会"), null)).ExpectProblem(HttpStatusCode.PreconditionRequired, "if-match.required");
        await (await office.Put(path, Body("沁源县书画协会"), "\"7.f\"")).ExpectProblem(HttpStatusCode.PreconditionFailed, "if-match.stale");
        var changed = await office.Put(path, Body("沁源县书画协会"), "\"1.f\"");
        await changed.Expect(HttpStatusCode.OK);
        Assert.Equal("\"2.f\"", changed.Headers.ETag?.Tag);
    }

    [Fact]
    public async Task Without_a_token_there_is_nothing_but_401() =>
        await (await app.Anonymous().GetAsync(Path)).ExpectProblem(HttpStatusCode.Unauthorized, "http.401");

    [Fact]
    public async Task An_auditor_changes_nothing() =>
        await (await (await app.As("auditor")).Send(HttpMethod.Post, Path, "{}")).ExpectProblem(HttpStatusCode.Forbidden, "http.403");

    [Fact]
    public async Task A_credit_code_checks_itself_and_belongs_to_one_body()
    {
        var office = await app.As("office");
        static object Coded(string name, string code) => new { name, kind = "association", divisionCode = 140431000000, creditCode = code };
        await (await office.PostAsJsonAsync(Path, Coded("沁源县棋院", "91350100M000100Y44"))).ExpectProblem(HttpStatusCode.UnprocessableEntity, "organization.credit-code");
        await (await office.PostAsJsonAsync(Path, Coded("沁源县棋院", "9135O100M000100Y43"))).ExpectProblem(HttpStatusCode.UnprocessableEntity, "organization.credit-code");
        var made = await office.Created(Path, Coded("沁源县棋院", "91350100M000100Y43"));
        Assert.Equal("91350100M000100Y43", made.GetProperty("creditCode").GetString());
        await (await office.PostAsJsonAsync(Path, Coded("沁源县球院", "91350100M000100Y43"))).ExpectProblem(HttpStatusCode.Conflict, "organization.credit-code-taken");
        await (await office.Put($"{Path}/{made.Id()}", Coded("沁源县围棋院", "91350100M000100Y43"), "\"1.f\"")).Expect(HttpStatusCode.OK);
    }
}
