using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Honors.Api.Demo;
using Honors.Domain.Accounts;
using Honors.Tests.Support;

namespace Honors.Tests.People;

public sealed class CorrectionsTests(HonorsApp app) : IClassFixture<HonorsApp>
{
    private const string Path = "/api/v1/people";

    [Fact]
    public async Task A_request_goes_to_the_body_that_made_the_record_and_another_person_answers_it_once_with_a_reason()
    {
        var office = await app.As("office");
        var (person, self) = await Somebody(office);
        var deed = await (await app.As("recorder")).Created("/api/v1/deeds", new
        {
            name = "冰面救人",
            kind = "lifeSaving",
            when = new { date = "2025-01" },
            actors = new[] { new { personId = await Member(person) } },
            source = new { title = "沁源县融媒体中心", publishedOn = new { date = "2025-01" } },
        });

        var asked = await self.Created($"{Path}/{person}/corrections", new { askedBy = "person", wrong = "日期应为2024年12月。", recordId = deed.Id() });
        Assert.Equal(DemoData.RescueTeam.ToString(), asked.GetProperty("answeringBody").GetString());
        Assert.Equal("2026-11-20", asked.GetProperty("receivedOn").GetString());

        var answer = $"{Path}/{person}/corrections/{asked.Id()}/answer";
        var recorder = await app.As("recorder");
        await (await recorder.PostAsJsonAsync(answer, new { accepted = true })).Expect(HttpStatusCode.BadRequest);
        var answered = await (await recorder.PostAsJsonAsync(answer, new { accepted = true, reason = "已查证。" })).Expect(HttpStatusCode.OK);
        Assert.True(answered.GetProperty("accepted").GetBoolean());
        await (await office.PostAsJsonAsync(answer, new { accepted = false, reason = "未查证。" })).ExpectProblem(HttpStatusCode.Conflict, "correction.answered");
        Assert.Equal("已查证。", (await self.Read($"{Path}/{person}/record")).GetProperty("corrections").GetProperty("items")[0].GetProperty("answer").GetString());
    }

    [Fact]
    public async Task Nobody_answers_what_they_asked_or_entered_themselves()
    {
        var office = await app.As("office");
        var (person, _) = await Somebody(office);
        var entered = await office.Created($"{Path}/{person}/corrections", new { askedBy = "kin", wrong = "遗漏一项荣誉。" });
        Assert.Equal(DemoData.CountyOffice.ToString(), entered.GetProperty("answeringBody").GetString());
        var answer = $"{Path}/{person}/corrections/{entered.Id()}/answer";
        await (await office.PostAsJsonAsync(answer, new { accepted = true, reason = "属实。" })).ExpectProblem(HttpStatusCode.Conflict, "correction.own-request");
        var own = await app.As(Guid.Parse(person), DemoData.CountyOffice, Right.Record);
        await (await own.PostAsJsonAsync(answer, new { accepted = true, reason = "属实。" })).ExpectProblem(HttpStatusCode.Conflict, "correction.own-request");
    }

    [Fact]
    public async Task A_person_asks_about_their_own_records_alone_and_speaks_for_nobody_else()
    {
        var (person, self) = await Somebody(await app.As("office"));
        var path = $"{Path}/{person}/corrections";
        await (await self.PostAsJsonAsync(path, new { askedBy = "person", wrong = "有误。", recordId = DemoId.Of("demo hours verified") }))
            .ExpectProblem(HttpStatusCode.UnprocessableEntity, "reference.not-found");
        await (await self.PostAsJsonAsync(path, new { askedBy = "guardian", wrong = "有误。" })).ExpectProblem(HttpStatusCode.Forbidden, "rights.not-in-this-body");
    }

    [Fact]
    public async Task The_answer_is_due_ten_working_days_after_the_receipt_and_pending_where_the_year_is_not_known()
    {
        var office = await app.As("office");
        var (person, _) = await Somebody(office);
        Assert.Equal("2026-12-04", (await Ask()).GetString());

        var before = app.Clock.Now;
        app.Clock.Now = NodaTime.Instant.FromUtc(2026, 12, 25, 4, 0);
        try
        {
            Assert.Equal(JsonValueKind.Null, (await Ask()).ValueKind);
        }
        finally
        {
            app.Clock.Now = before;
        }

        async Task<JsonElement> Ask() =>
            (await office.Created($"{Path}/{person}/corrections", new { askedBy = "person", wrong = "遗漏一项荣誉。" })).GetProperty("answerDue");
    }

    [Fact]
    public async Task A_phone_or_identity_number_is_kept_out_of_a_request_and_of_its_answer()
    {
        var office = await app.As("office");
        var (person, self) = await Somebody(office);
        var path = $"{Path}/{person}/corrections";
        await Refused(await self.PostAsJsonAsync(path, new { askedBy = "person", wrong = "请回电138 0000 0000。" }), "wrong");
        var id = (await self.Created(path, new { askedBy = "person", wrong = "遗漏一项荣誉。" })).Id();
        await Refused(await office.PostAsJsonAsync($"{path}/{id}/answer", new { accepted = false, reason = "证件号140431190001010000查无此人。" }), "reason");
        await (await office.PostAsJsonAsync($"{path}/{id}/answer", new { accepted = false, reason = "查无此人。" })).Expect(HttpStatusCode.OK);

        static async Task Refused(HttpResponseMessage answer, string member) =>
            Assert.True((await answer.ExpectProblem(HttpStatusCode.UnprocessableEntity, "text.personal-number")).GetProperty("errors").TryGetProperty(member, out _));
    }

    [Fact]
    public async Task Whoever_refuses_is_off_the_public_page_with_the_answer()
    {
        var office = await app.As("office");
        var (person, self) = await Somebody(office);
        var number = (await office.Read($"{Path}/{person}")).GetProperty("number").GetString();
        var ground = await office.Created($"{Path}/{person}/grounds", new
        {
            kind = "published",
            source = new { title = "沁源县年鉴", publishedOn = new { date = "2025" } },
            showsName = true,
            showsUnit = false,
            recordIds = Array.Empty<Guid>(),
        });
        await app.Anonymous().Read($"/api/v1/public/people/{number}");
        await (await self.PostAsync($"{Path}/{person}/grounds/{ground.Id()}/ending", null)).Expect(HttpStatusCode.OK);
        await (await app.Anonymous().GetAsync($"/api/v1/public/people/{number}")).Expect(HttpStatusCode.NotFound);
    }

    private async Task<(string Id, HttpClient Self)> Somebody(HttpClient office)
    {
        var person = (await office.Created(Path, new { name = "申请人员" })).Id();
        return (person, await app.As(Guid.Parse(person), DemoData.NeighbourOffice));
    }

    /// <summary>The team knows them as a member, and so may name them in a deed.</summary>
    private async Task<string> Member(string person)
    {
        await (await app.As("office")).Created($"/api/v1/teams/{DemoData.RescueTeam}/memberships", new { personId = person });
        return person;
    }
}
