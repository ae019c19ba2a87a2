using System.Net;
using System.Net.Http.Json;
using Honors.Api.Demo;
using Honors.Tests.Support;

namespace Honors.Tests.VillageAssignments;

public sealed class VillageAssignmentsTests(HonorsApp app) : IClassFixture<HonorsApp>
{
    private const string Path = "/api/v1/village-assignments";

    private static object Body(string person, long village, string role, string? from, string? until = null) => new
    {
        personId = DemoId.Of(person),
        villageCode = village,
        role,
        from = new { date = from },
        until = new { date = until },
    };

    private async Task<HttpResponseMessage> Post(object body) => await (await app.As("office")).PostAsJsonAsync(Path, body);

    [Fact]
    public async Task A_village_has_one_first_secretary_at_a_time()
    {
        await (await Post(Body("林予安", 140431207202, "firstSecretary", "2023-03-01", "2025-02-28"))).Expect(HttpStatusCode.Created);
        await (await Post(Body("宋知行", 140431207202, "firstSecretary", "2025-02-28"))).ExpectProblem(HttpStatusCode.Conflict, "village-assignment.first-secretary");
        await (await Post(Body("宋知行", 140431207202, "firstSecretary", "2025-03-01"))).Expect(HttpStatusCode.Created);
    }

    [Fact]
    public async Task A_person_has_one_posting_at_a_time_but_unknown_days_conflict_with_nothing()
    {
        await (await Post(Body("欧阳青禾", 140431207203, "member", "2024"))).Expect(HttpStatusCode.Created);
        await (await Post(Body("欧阳青禾", 140431207204, "member", "2025-01-01"))).ExpectProblem(HttpStatusCode.Conflict, "village-assignment.person-elsewhere");
        await (await Post(Body("欧阳青禾", 140431207204, "member", null))).Expect(HttpStatusCode.Created);
    }

    [Fact]
    public async Task A_posting_is_to_a_village_and_keeps_its_name()
    {
        await (await Post(Body("周济川", 140431207000, "member", null))).ExpectProblem(HttpStatusCode.UnprocessableEntity, "village-assignment.not-a-village");
        var made = await (await Post(Body("周济川", 140431207205, "member", null))).Expect(HttpStatusCode.Created);
        Assert.Equal("赤石桥乡赤石桥村", made.GetProperty("villageName").GetString());
    }
}
