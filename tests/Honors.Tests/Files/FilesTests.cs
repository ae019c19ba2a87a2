using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Honors.Api.Data;
using Honors.Api.Demo;
using Honors.Api.Files;
using Honors.Api.Writes;
using Honors.Domain.Accounts;
using Honors.Domain.Files;
using Honors.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NodaTime;
using Upload = Honors.Tests.Support.Upload;

namespace Honors.Tests.Files;

public sealed class FilesTests(HonorsApp app) : IClassFixture<HonorsApp>
{
    private const string Path = "/api/v1/files";

    private string PathOf(string text) => PathOf(app, text);

    private static string PathOf(HonorsApp app, string text)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        return System.IO.Path.Combine(app.DataFolder, "files", hash[..2], hash[2..4], hash);
    }

    private static async Task<string> Put(HttpClient client, string text, bool? sensitive = null) =>
        (await (await client.PostAsync(Path, Upload.Of(Encoding.UTF8.GetBytes(text), "text/plain", "签到 表.txt", sensitive: sensitive))).Expect(HttpStatusCode.Created)).Id();

    private async Task<T> Ask<T>(Func<HonorsDb, Task<T>> question)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await question(scope.ServiceProvider.GetRequiredService<HonorsDb>());
    }

    private async Task Link(string id, FileOwner type, string owner)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HonorsDb>();
        await app.Services.GetRequiredService<Writer>().Commit(db, async () =>
        {
            (await db.Files.IgnoreQueryFilters([HonorsDb.Visible]).SingleAsync(f => f.Id == Guid.Parse(id))).LinkTo(type, Guid.Parse(owner));
            await db.SaveChangesAsync();
            return true;
        });
    }

    private static Task Sweep(HonorsApp app) => app.Services.GetServices<IHostedService>().OfType<FileSweep>().Single().Sweep(CancellationToken.None);

    [Fact]
    public async Task A_content_is_given_back_as_an_attachment_that_no_browser_runs()
    {
        var recorder = await app.As("recorder");
        var id = await Put(recorder, "附件内容");
        var answer = await recorder.GetAsync($"{Path}/{id}/content");
        Assert.Equal("附件内容", await answer.Content.ReadAsStringAsync());
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("签到 表.txt", answer.Content.Headers.ContentDisposition.FileNameStar);
        Assert.Equal("text/plain", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Contains("sandbox", answer.Headers.GetValues("Content-Security-Policy").Single());
        Assert.True(answer.Headers.CacheControl is { NoStore: true, Private: true });
        var meta = await recorder.Read($"{Path}/{id}");
        Assert.Equal($"\"{meta.GetProperty("hash").GetString()}\"", answer.Headers.ETag!.Tag);
        Assert.False(answer.Headers.ETag.IsWeak);
    }

    [Fact]
    public async Task A_part_of_it_may_be_asked_for_and_what_is_at_hand_is_not_sent_again()
    {
        var recorder = await app.As("recorder");
        var url = $"{Path}/{await Put(recorder, "0123456789")}/content";
        var part = await recorder.SendAsync(new HttpRequestMessage(HttpMethod.Get, url) { Headers = { Range = new RangeHeaderValue(2, 4) } });
        Assert.Equal((HttpStatusCode.PartialContent, "234"), (part.StatusCode, await part.Content.ReadAsStringAsync()));
        var beyond = await recorder.SendAsync(new HttpRequestMessage(HttpMethod.Get, url) { Headers = { Range = new RangeHeaderValue(50, 60) } });
        Assert.Equal(HttpStatusCode.RequestedRangeNotSatisfiable, beyond.StatusCode);
        var known = new HttpRequestMessage(HttpMethod.Get, url);
        known.Headers.IfNoneMatch.Add(part.Headers.ETag!);
        Assert.Equal(HttpStatusCode.NotModified, (await recorder.SendAsync(known)).StatusCode);
    }

    [Fact]
    public async Task The_same_content_lies_there_once_and_nobody_learns_of_the_others_record()
    {
        var (ours, theirs) = (await app.As("recorder"), await app.As(null, DemoData.NeighbourOffice, Right.Record));
        var (one, two, three) = (await Put(ours, "同一内容"), await Put(ours, "同一内容"), await Put(theirs, "同一内容"));
        Assert.Equal(3, new[] { one, two, three }.Distinct().Count());
        Assert.True(File.Exists(PathOf("同一内容")));
        Assert.Equal(HttpStatusCode.NotFound, (await theirs.GetAsync($"{Path}/{one}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await theirs.GetAsync($"{Path}/{one}/content")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await theirs.DeleteAsync($"{Path}/{one}")).StatusCode);
        Assert.DoesNotContain(one, (await theirs.Read($"{Path}?limit=100")).GetProperty("items").EnumerateArray().Select(f => f.Id()));
        await (await ours.DeleteAsync($"{Path}/{one}")).Expect(HttpStatusCode.NoContent);
        Assert.Equal("同一内容", await theirs.GetStringAsync($"{Path}/{three}/content"));
    }

    [Fact]
    public async Task A_draft_is_its_bodys_own_and_a_linked_file_has_the_rights_of_its_record()
    {
        var recorder = await app.As("recorder");
        var (office, person) = (await app.As("office"), await app.As("person")); // of 林予安
        var deed = await recorder.Created("/api/v1/deeds", new { name = "冰面救人", kind = "lifeSaving", actors = new[] { new { personId = DemoId.Of("林予安") } } });
        var id = await Put(recorder, "事迹证明");
        foreach (var other in (HttpClient[])[office, person]) Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"{Path}/{id}")).StatusCode);

        await Link(id, FileOwner.Deed, deed.Id());
        foreach (var reader in (HttpClient[])[recorder, office, person]) Assert.Equal("事迹证明", await reader.GetStringAsync($"{Path}/{id}/content"));
        Assert.Equal(id, (await office.Read($"{Path}?ownerId={deed.Id()}")).GetProperty("items")[0].Id());
        var stranger = await app.As(null, DemoData.NeighbourOffice, Right.Record);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"{Path}/{id}")).StatusCode);

        await (await recorder.DeleteAsync($"{Path}/{id}")).ExpectProblem(HttpStatusCode.Conflict, "file.linked");
        var refused = await Assert.ThrowsAsync<Domain.RuleViolationException>(() => Link(id, FileOwner.Deed, Guid.CreateVersion7().ToString()));
        Assert.Equal("file.linked", refused.Code);
    }

    [Fact]
    public async Task Only_its_author_takes_a_draft_back()
    {
        var id = await Put(await app.As("recorder"), "别人的草稿");
        await (await (await app.As(null, DemoData.RescueTeam, Right.Record)).DeleteAsync($"{Path}/{id}")).ExpectProblem(HttpStatusCode.Forbidden, "file.another-author");
        await (await (await app.As("recorder")).DeleteAsync($"{Path}/{id}")).Expect(HttpStatusCode.NoContent);
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.As("recorder")).GetAsync($"{Path}/{id}")).StatusCode);
    }

    [Fact]
    public async Task Each_read_of_a_sensitive_content_leaves_an_audit_entry()
    {
        var recorder = await app.As("recorder");
        var (secret, plain) = (await Put(recorder, "敏感"), await Put(recorder, "平常", sensitive: false));
        for (var i = 0; i < 2; i++) await recorder.GetStringAsync($"{Path}/{secret}/content");
        await recorder.GetStringAsync($"{Path}/{plain}/content");
        var entries = await Ask(db => db.AuditEntries.Where(e => e.Operation == "getFileContent").ToListAsync());
        Assert.Equal(2, entries.Count(e => e.Resource == $"{Path}/{secret}/content" && e.AccountId == DemoId.Of(DemoLogins.Recorder)));
        Assert.DoesNotContain(entries, e => e.Resource.Contains(plain, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_repeat_with_the_same_key_is_known_by_its_content_whatever_the_forms_boundary()
    {
        var recorder = await app.As("recorder");
        Task<HttpResponseMessage> Post(string text, string kind = "evidence")
        {
            var message = new HttpRequestMessage(HttpMethod.Post, Path) { Content = Upload.Of(Encoding.UTF8.GetBytes(text), null, "重传.txt", kind) };
            message.Headers.Add("Idempotency-Key", "an-upload-that-is-sent-again");
            return recorder.SendAsync(message);
        }

        var first = await (await Post("重传")).Expect(HttpStatusCode.Created);
        var again = await Post("重传");
        Assert.Equal(first.GetRawText(), (await again.Expect(HttpStatusCode.Created)).GetRawText());
        Assert.True(again.Headers.Contains("Idempotency-Replayed"));
        await (await Post("另一份")).ExpectProblem(HttpStatusCode.UnprocessableEntity, "idempotency.other-body");
        await (await Post("重传", "scan")).ExpectProblem(HttpStatusCode.UnprocessableEntity, "idempotency.other-body");
    }

    [Fact]
    public async Task A_form_that_is_not_as_it_should_be_is_explained()
    {
        var recorder = await app.As("recorder");
        await (await recorder.Send(HttpMethod.Post, Path, "{}")).ExpectProblem(HttpStatusCode.UnsupportedMediaType, "file.not-multipart");
        await Refused("member.missing", "file", new MultipartFormDataContent { { new StringContent("scan"), "kind" } });
        await Refused("member.missing", "kind", new MultipartFormDataContent { { new StringContent("x"), "file", "x.txt" } });
        await Refused("member.unreadable", "kind", Upload.Of("x"u8.ToArray(), null, kind: "Evidence"));
        var twice = Upload.Text("x");
        twice.Add(new StringContent("y"), "file", "y.txt");
        await Refused("member.doubled", "file", twice);
        var unknown = Upload.Text("x");
        unknown.Add(new StringContent("y"), "path");
        await Refused("member.unknown", "path", unknown);
        var cut = new ByteArrayContent("--b\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\nabc"u8.ToArray());
        cut.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=b");
        await (await recorder.PostAsync(Path, cut)).ExpectProblem(HttpStatusCode.BadRequest, "request.unreadable");
        Assert.Empty(Directory.GetFiles(System.IO.Path.Combine(app.DataFolder, "files", "incoming")));

        async Task Refused(string code, string member, HttpContent form) =>
            Assert.True((await (await recorder.PostAsync(Path, form)).ExpectProblem(HttpStatusCode.BadRequest, code)).GetProperty("errors").TryGetProperty(member, out _));
    }

    [Fact]
    public async Task Each_format_has_its_own_limit_and_each_account_its_share_of_a_minute()
    {
        await using var small = new HonorsApp { Settings = { ["Files:MostTextBytes"] = "10", ["Files:MostUploadsPerMinute"] = "3" } };
        var recorder = await small.As("recorder");
        await Put(recorder, "0123456789");
        var problem = await (await recorder.PostAsync(Path, Upload.Text("0123456789a"))).ExpectProblem(HttpStatusCode.RequestEntityTooLarge, "file.too-large");
        Assert.Equal(10, problem.GetProperty("facts").GetProperty("mostBytes").GetInt32());
        await (await recorder.PostAsync(Path, Upload.Of(Samples.Pdf(), null))).Expect(HttpStatusCode.Created);
        var tooMany = await recorder.PostAsync(Path, Upload.Text("a"));
        await tooMany.ExpectProblem(HttpStatusCode.TooManyRequests, "http.429");
        Assert.Equal(TimeSpan.FromMinutes(1), tooMany.Headers.RetryAfter!.Delta);
        await Put(await small.As("office"), "a");
    }

    [Fact]
    public async Task More_than_any_format_may_have_is_refused_while_it_is_received()
    {
        var tooMuch = new byte[31 * 1024 * 1024];
        Array.Fill(tooMuch, (byte)'a');
        foreach (var form in (HttpContent[])[Upload.Of(tooMuch, "text/plain"), new WithoutLength(Upload.Of(tooMuch, "text/plain"))])
            await (await (await app.As("recorder")).PostAsync(Path, form)).ExpectProblem(HttpStatusCode.RequestEntityTooLarge, "file.too-large");
    }

    /// <summary>The web server by itself takes less than a PDF may have.</summary>
    [Fact]
    public async Task As_much_as_a_format_may_have_is_taken_over_the_wire()
    {
        await using var server = new HonorsServer();
        var pdf = Samples.Pdf($"% {new string('x', 31_000_000)}");
        await (await (await server.As("recorder")).PostAsync(Path, Upload.Of(pdf, "application/pdf"))).Expect(HttpStatusCode.Created);
    }

    [Fact]
    public async Task A_content_lies_on_the_disk_before_its_row_and_without_one_it_is_swept_after_some_hours_and_not_before()
    {
        await using var own = new HonorsApp();
        var recorder = await own.As("recorder");
        var (kept, deleted) = (await Put(recorder, "留着"), await Put(recorder, "删了"));
        // Refused after it was received: the content is there, the row never came to be.
        await (await recorder.PostAsync(Path, Upload.Text("没有记录", DemoData.School))).ExpectProblem(HttpStatusCode.Forbidden, "rights.not-in-this-body");
        await (await recorder.DeleteAsync($"{Path}/{deleted}")).Expect(HttpStatusCode.NoContent);
        var unfinished = System.IO.Path.Combine(own.DataFolder, "files", "incoming", "unfinished");
        await File.WriteAllTextAsync(unfinished, "x");
        File.SetLastWriteTimeUtc(unfinished, own.Clock.Now.ToDateTimeUtc());

        await Sweep(own);
        Assert.All((string[])[PathOf(own, "留着"), PathOf(own, "删了"), PathOf(own, "没有记录"), unfinished], p => Assert.True(File.Exists(p)));

        own.Clock.Now += Duration.FromHours(7);
        await (await recorder.PostAsync(Path, Upload.Text("没有记录"))).Expect(HttpStatusCode.Created); // received anew: needed again
        await Sweep(own);
        Assert.True(File.Exists(PathOf(own, "留着")) && File.Exists(PathOf(own, "没有记录")));
        Assert.False(File.Exists(PathOf(own, "删了")) || File.Exists(unfinished));
        Assert.Equal("留着", await recorder.GetStringAsync($"{Path}/{kept}/content"));
    }

    [Fact]
    public async Task A_content_that_cannot_be_kept_leaves_no_row()
    {
        await using var own = new HonorsApp();
        var recorder = await own.As("recorder");
        var shard = System.IO.Path.GetDirectoryName(System.IO.Path.GetDirectoryName(PathOf(own, "放不下")))!;
        await File.WriteAllTextAsync(shard, ""); // a file where the folder should be
        var before = (await recorder.Read($"{Path}?limit=100")).GetProperty("items").GetArrayLength();
        await (await recorder.PostAsync(Path, Upload.Text("放不下"))).ExpectProblem(HttpStatusCode.ServiceUnavailable, "storage.unavailable");
        Assert.Equal(before, (await recorder.Read($"{Path}?limit=100")).GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task A_missing_or_damaged_content_is_said_to_be_so_and_sending_it_again_heals_it()
    {
        var recorder = await app.As("recorder");
        var (missing, damaged) = (await Put(recorder, "会丢失"), await Put(recorder, "会损坏"));
        File.Delete(PathOf("会丢失"));
        await File.WriteAllTextAsync(PathOf("会损坏"), "会损壞");
        await (await recorder.GetAsync($"{Path}/{missing}/content")).ExpectProblem(HttpStatusCode.ServiceUnavailable, "file.content-missing");
        await (await recorder.GetAsync($"{Path}/{damaged}/content")).ExpectProblem(HttpStatusCode.ServiceUnavailable, "file.content-damaged");

        var (code, said) = await Verify();
        Assert.Equal(1, code);
        Assert.Contains($"file.content-missing {System.IO.Path.GetFileName(PathOf("会丢失"))} of {missing}", said);
        Assert.Contains($"file.content-damaged {System.IO.Path.GetFileName(PathOf("会损坏"))} of {damaged}", said);

        await Put(recorder, "会丢失");
        await Put(recorder, "会损坏");
        Assert.Equal("会丢失", await recorder.GetStringAsync($"{Path}/{missing}/content"));
        Assert.Equal("会损坏", await recorder.GetStringAsync($"{Path}/{damaged}/content"));
        Assert.Equal(0, (await Verify()).Code);
    }

    /// <summary>The command as an operator runs it, beside the server.</summary>
    private async Task<(int Code, string Said)> Verify()
    {
        string[] settings = [.. app.Store.Settings.SelectMany(s => (string[])[$"--{s.Key}", s.Value])];
        var start = new ProcessStartInfo("dotnet", [typeof(FileStore).Assembly.Location, "files", "verify", .. settings]) { RedirectStandardOutput = true };
        using var command = Process.Start(start)!;
        var said = await command.StandardOutput.ReadToEndAsync();
        await command.WaitForExitAsync();
        return (command.ExitCode, said);
    }

    /// <summary>Sent in chunks, as by a client that does not know how much there will be.</summary>
    private sealed class WithoutLength : HttpContent
    {
        private readonly HttpContent _inner;

        public WithoutLength(HttpContent inner)
        {
            _inner = inner;
            Headers.ContentType = inner.Headers.ContentType;
        }

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => _inner.CopyToAsync(stream);

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
