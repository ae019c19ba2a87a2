using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Honors.Api.Demo;
using Honors.Domain.Accounts;
using Honors.Tests.Files;
using Honors.Tests.Notices;
using Honors.Tests.Support;

namespace Honors.Tests.Objections;

/// <summary>What comes with an objection and after it: files, and that it is taken back.</summary>
public sealed class ObjectionFilesTests
{
    private const string ByReceipt = "/api/v1/public/objection-files", TakenBack = "/api/v1/public/objection-withdrawals", NoSuchReceipt = "0123456789ABCDEFGHJKMNPQRS";

    private static async Task<(string Id, string Receipt)> Objected(ObjectionScene app, JsonElement notice) => await app.Enter(
        notice.Id(), ObjectionScene.Came("phone", "2024-04-03", entry: NoticeScene.Entry(notice, ObjectionScene.First)));

    [Fact]
    public async Task The_holder_of_the_receipt_sends_a_few_files_until_it_is_found_on()
    {
        await using var app = new ObjectionScene();
        var notice = await app.Running();
        var (id, receipt) = await Objected(app, notice);
        var told = await (await app.Anonymous().PostAsync(ByReceipt, Upload.Alone(Samples.PhoneJpeg(20, 20), "image/jpeg", receipt.ToLowerInvariant()))).Expect(HttpStatusCode.Created);
        Assert.Equal(1, told.GetProperty("files").GetInt32());
        for (var i = 2; i <= 5; i++) await (await app.Anonymous().PostAsync(ByReceipt, Upload.Alone($"第{i}页", receipt))).Expect(HttpStatusCode.Created);
        var problem = await (await app.Anonymous().PostAsync(ByReceipt, Upload.Alone("第6页", receipt))).ExpectProblem(HttpStatusCode.Conflict, "objection.too-many-files");
        Assert.Equal(5, problem.GetProperty("facts").GetProperty("most").GetInt32());
        Assert.Equal(5, (await app.Told(receipt)).GetProperty("files").GetInt32());
        var shown = await (await app.As("office2")).Read($"{ObjectionScene.Objections}/{id}");
        Assert.Equal(["异议材料1.jpg", "异议材料2.txt"], shown.GetProperty("files").EnumerateArray().Take(2).Select(f => f.GetProperty("name").GetString()));

        var (other, later) = await Objected(app, notice);
        await app.Take(other, "acceptance");
        await app.Take(other, "finding", new { outcome = "notUpheld", reason = "属实" });
        await (await app.Anonymous().PostAsync(ByReceipt, Upload.Alone("迟了", later))).ExpectProblem(HttpStatusCode.Conflict, "objection.wrong-state");
    }

    [Fact]
    public async Task What_no_receipt_goes_with_is_too_large_or_no_such_file_is_refused_and_leaves_nothing_on_the_disk()
    {
        await using var app = new SmallFiles();
        var (_, receipt) = await Objected(app, await app.Running());
        var before = Kept();
        await (await app.Anonymous().PostAsync(ByReceipt, Upload.Alone("无回执", NoSuchReceipt))).ExpectProblem(HttpStatusCode.NotFound, "http.404");
        await (await app.Anonymous().PostAsync(ByReceipt, Upload.Alone("乱码", "x"))).ExpectProblem(HttpStatusCode.NotFound, "http.404");
        await (await app.Anonymous().PostAsync(ByReceipt, Upload.Alone("没有"))).Expect(HttpStatusCode.BadRequest);
        await (await app.Anonymous().PostAsync(ByReceipt, Upload.Alone(new string('页', 1000), receipt))).ExpectProblem(HttpStatusCode.RequestEntityTooLarge, "file.too-large");
        await (await app.Anonymous().PostAsync(ByReceipt, Upload.Alone("<html><script>1</script>", receipt))).Expect(HttpStatusCode.UnsupportedMediaType);
        await (await app.Anonymous().PostAsync(ByReceipt, Upload.Of("多填"u8.ToArray(), "text/plain"))).Expect(HttpStatusCode.BadRequest);
        Assert.Equal(before, Kept());

        string[] Kept() => [.. Directory.GetFiles(Path.Combine(app.DataFolder, "files"), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
    }

    private sealed class SmallFiles : ObjectionScene
    {
        protected override void ConfigureWebHost(Microsoft.AspNetCore.Hosting.IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("Files:MostPublicBytes", "2000");
            builder.UseSetting("PublicForm:MostFilesPerHourAndAddress", "8");
        }
    }

    [Fact]
    public async Task Too_many_files_of_one_address_wait_and_a_repeat_stores_one()
    {
        await using var app = new SmallFiles();
        var (_, receipt) = await Objected(app, await app.Running());
        foreach (var _ in (int[])[1, 2])
        {
            var message = new HttpRequestMessage(HttpMethod.Post, ByReceipt) { Content = Upload.Alone("同一页", receipt) };
            message.Headers.Add("Idempotency-Key", "files-0123456789abcdef");
            Assert.Equal(1, (await (await app.Anonymous().SendAsync(message)).Expect(HttpStatusCode.Created)).GetProperty("files").GetInt32());
        }

        for (var i = 0; i < 6; i++) await app.Anonymous().PostAsync(ByReceipt, Upload.Alone("乱发", NoSuchReceipt));
        await (await app.Anonymous().PostAsync(ByReceipt, Upload.Alone("再一页", receipt))).ExpectProblem(HttpStatusCode.TooManyRequests, "http.429");
    }

    [Fact]
    public async Task Only_who_is_free_of_the_case_adds_and_reads_files_in_the_office()
    {
        await using var app = new ObjectionScene();
        var notice = await app.Running();
        var (id, _) = await Objected(app, notice);
        var files = $"{ObjectionScene.Objections}/{id}/files";
        var nominee = (await (await app.As("office")).Read($"{NoticeScene.Nominations}/{ObjectionScene.CaseOf(notice, ObjectionScene.First)}")).GetProperty("personId").GetGuid();
        var nominated = await app.As(nominee, DemoData.CountyOffice, Right.Verify);
        foreach (var (client, code) in ((HttpClient, string)[])[(await app.As("office"), "objection.own-finding"), (nominated, "nomination.own-case")])
            await (await client.PostAsync(files, Upload.Alone("照片"))).ExpectProblem(HttpStatusCode.Conflict, code);

        var file = (await (await (await app.As("office2")).PostAsync(files, Upload.Alone("照片"))).Expect(HttpStatusCode.Created)).GetProperty("files")[0].Id();
        foreach (var client in (HttpClient[])[await app.As("office"), nominated])
        {
            Assert.Equal(JsonValueKind.Null, (await client.Read($"{ObjectionScene.Objections}/{id}")).GetProperty("files").ValueKind);
            await (await client.GetAsync($"{files}/{file}")).ExpectProblem(HttpStatusCode.NotFound, "http.404");
        }

        Assert.Equal("照片", await (await (await app.As("verifier")).GetAsync($"{files}/{file}")).Content.ReadAsStringAsync());
        await (await (await app.As("office2")).GetAsync($"/api/v1/files/{file}")).ExpectProblem(HttpStatusCode.NotFound, "http.404");
    }

    [Fact]
    public async Task Whoever_nominated_or_is_nominated_enters_no_objection_to_their_own_case()
    {
        await using var app = new ObjectionScene();
        var notice = await app.Running();
        var opened = await (await app.As("office")).Read($"{NoticeScene.Nominations}/{ObjectionScene.CaseOf(notice, ObjectionScene.First)}");
        var (nominee, nominator) = (opened.GetProperty("personId").GetGuid(), opened.GetProperty("steps")[0].GetProperty("by").GetProperty("personId").GetGuid());
        foreach (var (person, code) in ((Guid, string)[])[(nominee, "nomination.own-case"), (nominator, "nomination.own-nomination")])
        {
            var clerk = await app.As(person, DemoData.CountyOffice, Right.Verify);
            foreach (var entry in (string?[])[NoticeScene.Entry(notice, ObjectionScene.First), null])
                await (await clerk.PostAsJsonAsync($"{NoticeScene.Notices}/{notice.Id()}/objections", ObjectionScene.Came("phone", "2024-04-03", entry: entry))).ExpectProblem(HttpStatusCode.Conflict, code);
        }

        var nominated = await app.As(nominee, DemoData.CountyOffice, Right.Verify);
        await nominated.Created($"{NoticeScene.Notices}/{notice.Id()}/objections", ObjectionScene.Came("phone", "2024-04-03", entry: NoticeScene.Entry(notice, ObjectionScene.Second)));
    }

    [Fact]
    public async Task An_objection_that_is_taken_back_stops_nothing_and_its_letter_is_kept_with_it()
    {
        await using var app = new ObjectionScene();
        var notice = await app.Running();
        var opened = ObjectionScene.CaseOf(notice, ObjectionScene.First);
        var (id, receipt) = await Objected(app, notice);
        Assert.True(await app.Stops(opened));
        await (await app.Anonymous().PostAsJsonAsync(TakenBack, new { receipt = NoSuchReceipt })).ExpectProblem(HttpStatusCode.NotFound, "http.404");
        await (await app.Anonymous().PostAsJsonAsync(TakenBack, new { receipt, reason = "请打13812345678" })).ExpectProblem(HttpStatusCode.UnprocessableEntity, "text.personal-number");
        var told = await (await app.Anonymous().PostAsJsonAsync(TakenBack, new { receipt, reason = "看错了人" })).Expect(HttpStatusCode.OK);
        Assert.Equal(("withdrawn", "已撤回"), (told.GetProperty("state").GetString(), told.GetProperty("stateAsPrinted").GetString()));
        Assert.False(await app.Stops(opened));
        await (await app.Anonymous().PostAsJsonAsync(TakenBack, new { receipt })).ExpectProblem(HttpStatusCode.Conflict, "objection.wrong-state");
        await app.Deny("objection.wrong-state", id, "acceptance");
        Assert.Equal("看错了人", (await (await app.As("office2")).Read($"{ObjectionScene.Objections}/{id}")).GetProperty("withdrawal").GetProperty("reason").GetString());
        await app.Take(id, "archiving");

        var (second, _) = await Objected(app, notice);
        var letter = (await (await (await app.As("office2")).PostAsync($"{ObjectionScene.Objections}/{second}/files", Upload.Alone("撤回信"))).Expect(HttpStatusCode.Created)).GetProperty("files")[0].Id();
        await app.Deny("objection.own-finding", second, "withdrawal", new { on = "2024-04-03" }, "office");
        await app.Deny("objection.in-future", second, "withdrawal", new { on = "2024-04-04" }, status: HttpStatusCode.UnprocessableEntity);
        await app.Deny("reference.not-found", second, "withdrawal", new { on = "2024-04-03", fileId = Guid.NewGuid() }, status: HttpStatusCode.UnprocessableEntity);
        var back = await app.Take(second, "withdrawal", new { on = "2024-04-03", reason = "来信说明", fileId = letter });
        Assert.Equal(("withdrawn", letter), (back.GetProperty("state").GetString(), back.GetProperty("withdrawal").GetProperty("fileId").GetString()));
        Assert.False(await app.Stops(opened));
    }
}
