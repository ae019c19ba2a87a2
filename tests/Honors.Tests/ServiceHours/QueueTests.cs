using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Honors.Api.Demo;
using Honors.Tests.Support;

namespace Honors.Tests.ServiceHours;

public sealed class QueueTests(HonorsApp app) : IClassFixture<HonorsApp>
{
    private const string Hours = Units.Hours;

    private readonly Units _units = new(app);

    private static async Task<List<string>> Waiting(HttpClient client, string kind, string person) =>
        [.. (await client.Read($"{Hours}/queue?for={kind}&personId={person}&limit=100")).GetProperty("items").EnumerateArray().Select(i => i.GetProperty("hours").Id())];

    [Fact]
    public async Task Each_sees_what_waits_for_them_oldest_first_and_no_longer()
    {
        var (school, recorder, office) = (await _units.School(), await app.As("recorder"), await app.As("office"));
        var teacher = await _units.Teacher();
        var (later, earlier) = (await _units.Logged(teacher, "2026-10-15"), await _units.Logged(teacher, "2026-10-14"));
        Assert.Equal([earlier, later], await Waiting(office, "verification", teacher));
        Assert.Equal([earlier, later], await Waiting(school, "confirmation", teacher));
        Assert.Empty(await Waiting(recorder, "verification", teacher));
        Assert.Empty(await Waiting(office, "confirmation", teacher));

        await _units.Verify(earlier);
        await (await Units.Say(school, earlier, new { answer = "true" })).Expect(HttpStatusCode.OK);
        var dispute = await (await Units.Say(school, later, new { answer = "untrue", reason = "paid" })).Expect(HttpStatusCode.OK);
        Assert.Equal([later], await Waiting(office, "verification", teacher));
        Assert.Empty(await Waiting(school, "confirmation", teacher));
        Assert.Equal([later], await Waiting(recorder, "answer", teacher));
        Assert.Empty(await Waiting(office, "decision", teacher));

        await (await recorder.PostAsJsonAsync($"{Hours}/{later}/confirmations/{dispute.Id()}/reply", new { agrees = false, reason = "无偿" })).Expect(HttpStatusCode.OK);
        Assert.Empty(await Waiting(recorder, "answer", teacher));
        Assert.Equal([later], await Waiting(office, "decision", teacher));
        var counts = (await office.Read($"{Hours}/queue?for=decision")).GetProperty("waiting");
        Assert.True(counts.GetProperty("decision").GetInt32() >= 1);
        await (await office.PostAsJsonAsync($"{Hours}/{later}/confirmations/{dispute.Id()}/decision", new { minutes = 120, reason = "无偿" })).Expect(HttpStatusCode.OK);
        Assert.Empty(await Waiting(office, "decision", teacher));
    }

    [Fact]
    public async Task Beside_each_entry_stand_its_day_the_vacation_and_what_the_unit_entered_and_only_the_unit_and_the_person_see_that()
    {
        var (school, teacher) = (await _units.School(), await _units.Teacher());
        var (worked, off, vacation) = (await _units.Logged(teacher, "2026-09-20"), await _units.Logged(teacher, "2026-10-17"), await _units.Logged(teacher, "2026-08-05"));
        var tables = $"/api/v1/organizations/{DemoData.School}";
        await school.Created($"{tables}/absences", new
        {
            rows = new object[]
            {
                new { personId = teacher, kind = "duty", firstDay = "2026-09-20", lastDay = "2026-09-20", from = "10:30:00", to = "12:00:00", source = "值班表" },
                new { personId = teacher, kind = "duty", firstDay = "2026-10-17", lastDay = "2026-10-17", from = "06:00:00", to = "09:00:00", source = "值班表" },
                new { personId = teacher, kind = "leave", firstDay = "2026-08-04", lastDay = "2026-08-06", source = "考勤表" },
            },
        });
        // 09:00 to 11:00 in China: the first duty meets it, the second ends as it begins.
        Assert.Equal(
            [(vacation, "workingDay", "暑假", "leave"), (worked, "makeUpDay", null, "duty"), (off, "dayOff", null, null)],
            await Seen(school, "confirmation"));
        Assert.All(await Seen(await app.As("office"), "verification"), b => Assert.Null(b.Absence));

        var person = await app.As(Guid.Parse(teacher), DemoData.EpidemicTeam);
        Assert.Equal(3, (await person.Read($"{tables}/absences")).GetProperty("items").GetArrayLength());
        Assert.Empty((await (await app.As("office")).Read($"{tables}/absences")).GetProperty("items").EnumerateArray());
        var stranger = new { rows = new[] { new { personId = DemoId.Of("林予安"), kind = "duty", firstDay = "2026-09-20", lastDay = "2026-09-20", source = "值班表" } } };
        await (await school.PostAsJsonAsync($"{tables}/absences", stranger)).ExpectProblem(HttpStatusCode.UnprocessableEntity, "reference.not-found");

        async Task<List<(string Id, string? Day, string? Vacation, string? Absence)>> Seen(HttpClient client, string kind) =>
        [
            .. (await client.Read($"{Hours}/queue?for={kind}&personId={teacher}")).GetProperty("items").EnumerateArray().Select(i => (i.GetProperty("hours").Id(), i.GetProperty("beside")))
                .Select(i => (i.Item1, i.Item2.GetProperty("day").GetString(), i.Item2.GetProperty("vacation").GetString(),
                    i.Item2.GetProperty("absences").EnumerateArray().Select(a => a.GetProperty("kind").GetString()).SingleOrDefault())),
        ];
    }

    [Fact]
    public async Task Many_are_confirmed_at_once_each_with_an_answer_or_none_at_all()
    {
        var (school, teacher) = (await _units.School(), await _units.Teacher());
        var (good, stale) = (await _units.Logged(teacher, "2026-10-14"), await _units.Logged(teacher, "2026-10-15"));
        object[] rows =
        [
            new { id = good, version = 1, answer = "true" }, new { id = stale, version = 7, answer = "true" }, new { id = good, answer = "true" },
            new { id = Guid.CreateVersion7(), answer = "true" },
        ];
        var refused = await (await school.PostAsJsonAsync($"{Hours}/confirmations", new { mode = "all", rows })).ExpectProblem(HttpStatusCode.Conflict, "batch.refused");
        Assert.Equal(["if-match.stale", "batch.twice", "http.404"], refused.GetProperty("facts").GetProperty("rows").EnumerateArray().Select(r => r.GetProperty("code").GetString()));
        Assert.Equal([good, stale], await Waiting(school, "confirmation", teacher));

        var request = () => new HttpRequestMessage(HttpMethod.Post, $"{Hours}/confirmations")
        {
            Content = new StringContent(JsonSerializer.Serialize(new { mode = "each", rows }), Encoding.UTF8, "application/json"),
            Headers = { { "Idempotency-Key", teacher } },
        };
        var first = await (await school.SendAsync(request())).Expect(HttpStatusCode.OK);
        Assert.Equal((1, 3), (first.GetProperty("done").GetInt32(), first.GetProperty("refused").GetInt32()));
        Assert.Equal([true, false, false, false], first.GetProperty("rows").EnumerateArray().Select(r => r.GetProperty("done").GetBoolean()));
        Assert.Equal($"{first}", $"{await (await school.SendAsync(request())).Expect(HttpStatusCode.OK)}");
        Assert.Equal([stale], await Waiting(school, "confirmation", teacher));
    }

    [Fact]
    public async Task Many_are_verified_at_once_by_the_same_rules_as_one()
    {
        var teacher = await _units.Teacher();
        var (one, other) = (await _units.Logged(teacher, "2026-10-14"), await _units.Verified(teacher, "2026-10-15"));
        var rows = new[] { new { id = one }, new { id = other } };
        await (await (await app.As("verifier")).PostAsJsonAsync($"{Hours}/verifications", new { mode = "all", rows })).ExpectProblem(HttpStatusCode.Conflict, "batch.refused");
        var answer = await (await (await app.As("verifier")).PostAsJsonAsync($"{Hours}/verifications", new { mode = "each", rows })).Expect(HttpStatusCode.OK);
        Assert.Equal([null, "service-hours.already-settled"], answer.GetProperty("rows").EnumerateArray().Select(r => r.GetProperty("code").GetString()));
        Assert.Equal("240 verified, 0 confirmed, 0 disputed, 0 logged, 0 contested", await Units.Figures(await _units.School(), teacher));
    }

    /// <summary>The vice-principal of sixty teachers: pages of what waits, a few posts, and the sheet.</summary>
    [Fact]
    public async Task A_vice_principal_finishes_her_December_of_sixty_teachers_and_four_hundred_entries_in_a_dozen_requests()
    {
        await using var own = new HonorsApp();
        var units = new Units(own);
        var school = await units.School();
        var teachers = await Task.WhenAll(Enumerable.Range(0, 60).Select(_ => units.Teacher()));
        for (var i = 0; i < 400; i++) await units.Logged(teachers[i % 60], $"2026-11-{1 + i / 60:00}");
        var before = (await school.Read($"{Hours}/queue?for=confirmation")).GetProperty("waiting").GetProperty("confirmation").GetInt32();

        var (reads, posts) = (0, 0);
        List<object> rows = [];
        for (var next = ""; next is not null;)
        {
            var page = await school.Read($"{Hours}/queue?for=confirmation&limit=100{next}");
            reads++;
            rows.AddRange(page.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("hours"))
                .Select(h => new { id = h.Id(), version = h.GetProperty("version").GetInt32(), answer = "true" }));
            next = page.GetProperty("next").GetString() is { } after ? $"&after={after}" : null;
        }

        Assert.Equal(before, rows.Count);
        foreach (var chunk in rows.Chunk(200))
        {
            var answer = await (await school.PostAsJsonAsync($"{Hours}/confirmations", new { mode = "all", rows = chunk })).Expect(HttpStatusCode.OK);
            posts++;
            Assert.Equal(chunk.Length, answer.GetProperty("done").GetInt32());
        }

        var sheet = await school.Read($"/api/v1/organizations/{DemoData.School}/service-sheet?from=2026-11-01&to=2026-11-30");
        reads++;
        Assert.Equal(400 * 120, sheet.GetProperty("total").GetProperty("logged").GetInt32());
        Assert.Equal(0, (await school.Read($"{Hours}/queue?for=confirmation")).GetProperty("waiting").GetProperty("confirmation").GetInt32());
        Assert.True(reads <= 10 && posts <= 5, $"{reads} reads, {posts} posts");
    }
}
