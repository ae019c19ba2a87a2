using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Honors.Api.Demo;
using Honors.Domain.Accounts;
using Honors.Tests.Support;

namespace Honors.Tests.Nominations;

public sealed class NominationFilesTests(HonorsApp app) : IClassFixture<HonorsApp>
{
    private const string Path = "/api/v1/nominations";

    private static JsonObject Body(string statement, string? consent = null) => new()
    {
        ["titleId"] = DemoId.Of("道德模范").ToString(),
        ["nomineeKind"] = "person",
        ["personId"] = DemoId.Of("温故新").ToString(),
        ["summary"] = "照料孤寡老人",
        ["evidence"] = new JsonArray(new JsonObject { ["kind"] = "witness", ["source"] = "同村村民", ["holder"] = "学校办公室", ["fileIds"] = new JsonArray(statement) }),
        ["ground"] = new JsonObject { ["kind"] = "consent", ["on"] = "2026-11-01", ["proof"] = "同意书", ["fileId"] = consent },
    };

    private static async Task<string> Stored(HttpClient client, Guid body) =>
        (await (await client.PostAsync("/api/v1/files", Upload.Text("某某证言", body))).Expect(HttpStatusCode.Created)).Id();

    [Fact]
    public async Task The_files_of_a_nomination_are_seen_by_whoever_sees_it_and_by_nobody_else()
    {
        var (nominator, office) = (await app.As("nominator"), await app.As("office"));
        var (statement, consent) = (await Stored(nominator, DemoData.School), await Stored(nominator, DemoData.School));
        var made = await nominator.Created(Path, Body(statement, consent));
        Assert.Equal(statement, made.GetProperty("evidence")[0].GetProperty("fileIds")[0].GetString());
        Assert.Equal(consent, made.GetProperty("ground").GetProperty("fileId").GetString());
        var file = await nominator.Read($"/api/v1/files/{statement}");
        Assert.Equal(("nomination", made.Id()), (file.GetProperty("ownerType").GetString(), file.GetProperty("ownerId").GetString()));

        var nominee = await app.As(DemoId.Of("温故新"), DemoData.EpidemicTeam, Right.Record);
        foreach (var other in (HttpClient[])[office, nominee]) await (await other.GetAsync($"/api/v1/files/{statement}")).ExpectProblem(HttpStatusCode.NotFound, "http.404");
        await (await nominator.PostAsync($"{Path}/{made.Id()}/submission", null)).Expect(HttpStatusCode.OK);
        foreach (var reader in (HttpClient[])[office, nominee]) Assert.Equal("某某证言", await reader.GetStringAsync($"/api/v1/files/{consent}/content"));
        var city = await app.As(null, DemoData.CityOffice, Right.Record, Right.Verify);
        await (await city.GetAsync($"/api/v1/files/{statement}/content")).ExpectProblem(HttpStatusCode.NotFound, "http.404");
        await (await nominator.DeleteAsync($"/api/v1/files/{statement}")).ExpectProblem(HttpStatusCode.Conflict, "file.linked");
    }

    [Fact]
    public async Task A_file_of_another_body_or_of_another_nomination_is_refused_by_name()
    {
        var nominator = await app.As("nominator");
        var teams = await Stored(await app.As("recorder"), DemoData.RescueTeam);
        var problem = await (await nominator.PostAsJsonAsync(Path, Body(teams))).ExpectProblem(HttpStatusCode.UnprocessableEntity, "reference.not-found");
        Assert.Equal("evidence[0].fileIds[0]", Assert.Single(problem.GetProperty("errors").EnumerateObject()).Name);

        var taken = await Stored(nominator, DemoData.School);
        await nominator.Created(Path, Body(taken));
        await (await nominator.PostAsJsonAsync(Path, Body(taken))).ExpectProblem(HttpStatusCode.Conflict, "file.linked");
    }
}
