using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Honors.Api.Data;
using Honors.Api.Demo;
using Honors.Domain.Accounts;
using Honors.Tests.Nominations;
using Honors.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Honors.Tests.HonorReports;

public sealed class HonorReportsTests
{
    private const string Form = "/api/v1/public/honor-reports", Path = "/api/v1/honor-reports";

    private const string Name = "金丝雀", Contact = "canary-8Rw3@example.org", Text = "那年的红榜上明明有他。", Whose = "磨盘街的石匠";

    /// <summary>An award of the story, of a title of the county office.</summary>
    private static readonly Guid Shown = DemoId.Of("卫旭斌 新时代文明实践“十佳志愿者”");

    private static JsonObject Report(string kind = "omitted", Guid? title = null, Guid? award = null, long? division = null) => new()
    {
        ["kind"] = kind,
        ["text"] = Text,
        ["recipient"] = Whose,
        ["name"] = Name,
        ["contact"] = Contact,
        ["titleId"] = title?.ToString(),
        ["awardId"] = award?.ToString(),
        ["divisionCode"] = division,
    };

    private static JsonObject Missing => Report(title: DemoId.Of("身边好人"));

    private static async Task<(string Id, string Receipt)> Received(HonorsApp app, JsonObject report, HttpClient handler)
    {
        var receipt = (await app.Anonymous().Created(Form, report)).GetProperty("receipt").GetString()!;
        return ((await handler.Read(Path)).GetProperty("items")[0].Id(), receipt);
    }

    private static async Task<JsonElement> Told(HonorsApp app, string receipt) => await app.Anonymous().Read($"{Form}/{receipt}");

    [Fact]
    public async Task A_report_of_a_missing_honour_is_answered_and_the_receipt_tells_outcome_and_reason()
    {
        await using var app = new HonorsApp();
        var handler = await app.As("office2");
        var (id, receipt) = await Received(app, Missing, handler);
        Assert.Equal(("received", JsonValueKind.Null), ((await Told(app, receipt)).GetProperty("state").GetString(), (await Told(app, receipt)).GetProperty("outcome").ValueKind));
        var shown = await handler.Read($"{Path}/{id}");
        Assert.Equal((Text, Whose), (shown.GetProperty("text").GetString(), shown.GetProperty("recipient").GetString()));

        await Refused("honor-report.no-award", new { outcome = "corrected", reason = "已补记" }, HttpStatusCode.UnprocessableEntity);
        await Refused("honor-report.no-award", new { outcome = "nothingToCorrect", reason = "无需更正", awardId = Shown }, HttpStatusCode.UnprocessableEntity);
        await Refused("reference.not-found", new { outcome = "corrected", reason = "已补记", awardId = Guid.NewGuid() }, HttpStatusCode.UnprocessableEntity);
        await Refused("text.personal-number", new { outcome = "nothingToCorrect", reason = "请打13812345678" }, HttpStatusCode.UnprocessableEntity);
        await (await handler.PostAsJsonAsync($"{Path}/{id}/answer", new { outcome = "corrected", reason = "已按当年文件补记。", awardId = Shown })).Expect(HttpStatusCode.OK);
        await Refused("honor-report.answered", new { outcome = "nothingToCorrect", reason = "重复" }, HttpStatusCode.Conflict);
        var told = await Told(app, receipt);
        Assert.Equal(
            ("answered", "corrected", "已补记或者更正", "已按当年文件补记。"),
            (told.GetProperty("state").GetString(), told.GetProperty("outcome").GetString(), told.GetProperty("outcomeAsPrinted").GetString(), told.GetProperty("reason").GetString()));
        Assert.DoesNotContain((await handler.Read($"{Path}?state=received&limit=100")).GetProperty("items").EnumerateArray(), r => r.Id() == id);

        async Task Refused(string code, object body, HttpStatusCode status) => await (await handler.PostAsJsonAsync($"{Path}/{id}/answer", body)).ExpectProblem(status, code);
    }

    [Fact]
    public async Task A_receipt_of_one_kind_of_letter_is_none_of_another()
    {
        await using var app = new HonorsApp();
        var (_, receipt) = await Received(app, Missing, await app.As("office2"));
        await (await app.Anonymous().GetAsync($"/api/v1/public/nominations/{receipt}")).ExpectProblem(HttpStatusCode.NotFound, "http.404");
        await (await app.Anonymous().PostAsJsonAsync("/api/v1/public/appeals", new { receipt, reason = "请再核实" })).ExpectProblem(HttpStatusCode.NotFound, "http.404");
        foreach (var other in (string[])["QYXDEM0RECE1PT000000000001", "QYXDEM00BJECT10N0000000001", "00000000000000000000000000", "x"])
            await (await app.Anonymous().GetAsync($"{Form}/{other}")).ExpectProblem(HttpStatusCode.NotFound, "http.404");
    }

    [Fact]
    public async Task It_goes_to_the_owner_of_the_title_or_to_the_office_of_the_division_and_an_award_that_nobody_sees_is_not_there()
    {
        await using var app = new HonorsApp();
        var county = await app.As("office2");
        await Received(app, Report(division: 140431000000), county);
        var (wrong, _) = await Received(app, Report("wrong", award: Shown), county);
        Assert.Equal(Shown, (await county.Read($"{Path}/{wrong}")).GetProperty("awardId").GetGuid());
        foreach (var (report, code) in ((JsonObject, string)[])[
            (Report(), "honor-report.which-office"), (Report(title: DemoId.Of("身边好人"), division: 140431000000), "honor-report.which-office"),
            (Report("omitted", award: Shown), "honor-report.award-of-wrong"), (Report("wrong", award: Guid.NewGuid()), "reference.not-found"),
            (Report("wrong", award: DemoId.Of("demo award to correct")), "reference.not-found"), (Report(division: 140402000000), "reference.not-found")])
            await (await app.Anonymous().PostAsJsonAsync(Form, report)).ExpectProblem(HttpStatusCode.UnprocessableEntity, code);
        foreach (var member in (string[])["text", "recipient", "name"])
        {
            var report = Missing;
            report[member] = "请打13812345678";
            var problem = await (await app.Anonymous().PostAsJsonAsync(Form, report)).ExpectProblem(HttpStatusCode.UnprocessableEntity, "text.personal-number");
            Assert.Equal(member, Assert.Single(problem.GetProperty("errors").EnumerateObject()).Name);
        }
    }

    [Fact]
    public async Task Nothing_of_a_reporter_is_shown_to_anybody_but_whoever_answers_for_a_purpose_that_is_kept()
    {
        await using var app = new CitizenTests.Watched();
        var signedIn = await app.As(DemoId.Of("温故新"), DemoData.School, Right.Nominate);
        var receipt = (await signedIn.Created(Form, Missing)).GetProperty("receipt").GetString()!;
        var handler = await app.As("office2");
        var id = (await handler.Read(Path)).GetProperty("items")[0].Id();
        HttpClient[] others =
        [
            app.Anonymous(), signedIn, await app.As(null, DemoData.CountyOffice, Right.Nominate), await app.As(null, DemoData.CountyOffice, Right.Record),
            await app.As(null, DemoData.CountyOffice, Right.Decide), await app.As(null, DemoData.CountyOffice, Right.Audit), await app.As(null, DemoData.CityOffice, Right.Verify),
            await app.As(null, DemoData.School, Right.Verify),
        ];
        List<string> answers = [];
        foreach (var other in others)
        {
            foreach (var path in (string[])[Path, $"{Path}/{id}", $"{Path}/{id}/sender/readings", $"{Form}/{receipt}", $"/api/v1/nominations/{id}/sender/readings"])
                answers.Add(await (await other.GetAsync(path)).Content.ReadAsStringAsync());
            foreach (var path in (string[])[$"{Path}/{id}/sender/readings", $"/api/v1/nominations/{id}/sender/readings"])
            {
                var look = await other.PostAsJsonAsync(path, new { purpose = "好奇" });
                Assert.False(look.IsSuccessStatusCode);
                answers.Add(await look.Content.ReadAsStringAsync());
            }
        }

        var read = await handler.Created($"{Path}/{id}/sender/readings", new { purpose = "电话核实" });
        Assert.Equal((Name, Contact), (read.GetProperty("name").GetString(), read.GetProperty("contact").GetString()));
        Assert.Equal("电话核实", (await handler.Read($"{Path}/{id}/sender/readings")).GetProperty("items")[0].GetProperty("purpose").GetString());
        foreach (var secret in (string[])[Name, Contact, Text, Whose]) Assert.All(answers.Concat(app.Lines), a => Assert.DoesNotContain(secret, a, StringComparison.Ordinal));

        await using var scope = app.Services.CreateAsyncScope();
        var audit = await scope.ServiceProvider.GetRequiredService<HonorsDb>().AuditEntries.IgnoreQueryFilters().SingleAsync(e => e.Operation == "reportHonor");
        Assert.Equal((Actor.Unknown.AccountId, null), (audit.AccountId, audit.PersonId));
    }

    [Fact]
    public async Task Whoever_entered_the_award_or_has_it_neither_reads_nor_answers_what_is_said_against_it()
    {
        await using var app = new HonorsApp();
        var handler = await app.As("office2");
        var (id, _) = await Received(app, Report("wrong", award: Shown), handler);
        foreach (var (person, code) in ((string, string)[])[("秦书勤", "honor-report.own-entry"), ("卫旭斌", "award.own-award")])
        {
            var involved = await app.As(DemoId.Of(person), DemoData.CountyOffice, Right.Verify);
            Assert.Equal(JsonValueKind.Null, (await involved.Read($"{Path}/{id}")).GetProperty("text").ValueKind);
            await (await involved.PostAsJsonAsync($"{Path}/{id}/answer", new { outcome = "nothingToCorrect", reason = "无误" })).ExpectProblem(HttpStatusCode.Conflict, code);
            await (await involved.PostAsJsonAsync($"{Path}/{id}/sender/readings", new { purpose = "好奇" })).ExpectProblem(HttpStatusCode.Conflict, code);
        }

        await (await handler.PostAsJsonAsync($"{Path}/{id}/answer", new { outcome = "nothingToCorrect", reason = "与文件一致。" })).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Too_many_reports_of_one_address_or_to_one_office_wait()
    {
        foreach (var limit in (string[])["MostPerHourAndAddress", "MostPerHourAndOffice"])
        {
            await using var app = new HonorsApp { Settings = { [$"PublicForm:{limit}"] = "1" } };
            await app.Anonymous().Created(Form, Missing);
            await (await app.Anonymous().PostAsJsonAsync(Form, Missing)).ExpectProblem(HttpStatusCode.TooManyRequests, "http.429");
        }
    }
}
