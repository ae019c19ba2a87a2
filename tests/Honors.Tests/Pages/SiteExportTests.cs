using AngleSharp.Html.Parser;
using Honors.Api.Demo;
using Honors.Api.Start;
using Honors.Tests.Support;
using NodaTime;

namespace Honors.Tests.Pages;

public sealed class SiteExportTests : IDisposable
{
    private const string Live = "https://honors.example/registry/";

    private readonly string _root = Directory.CreateTempSubdirectory("honors-export-").FullName;

    private string Folder => Path.Combine(_root, "portal", "honors");

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public async Task Every_link_of_the_copy_leads_to_a_file_of_it_or_to_the_live_site()
    {
        await using var app = new HonorsServer { Settings = { ["PathBase"] = "/registry", ["Auth:Issuer"] = Live } };
        app.StartServer();
        var (pages, files, _) = await Export(app);
        Assert.True(pages >= 10 && files >= 3, $"{pages} pages, {files} files");

        List<string> broken = [], live = [];
        foreach (var file in Directory.EnumerateFiles(Folder, "*.html", SearchOption.AllDirectories))
        {
            var page = new HtmlParser().ParseDocument(await File.ReadAllTextAsync(file));
            Assert.Empty(page.QuerySelectorAll("form, [style], script:not([type='application/ld+json'])"));
            foreach (var element in page.QuerySelectorAll("[href], [src], [srcset], [action], [data]"))
            {
                var link = element.GetAttribute("href") ?? element.GetAttribute("src") ?? element.OuterHtml;
                if (link.StartsWith(Live, StringComparison.Ordinal)) live.Add(link);
                else if (!Leads(file, link)) broken.Add($"{file}: {link}");
            }
        }

        foreach (var file in Directory.EnumerateFiles(Folder, "*.css", SearchOption.AllDirectories)) Assert.DoesNotContain("url(", await File.ReadAllTextAsync(file), StringComparison.Ordinal);
        Assert.Empty(broken);
        Assert.Contains($"{Live}notices/{DemoId.Of("demo notice")}/objection", live);
        Assert.Contains($"{Live}receipts", live);
        Assert.Contains($"{Live}recommend", live);
        Assert.False(Directory.Exists(Path.Combine(Folder, "account")));
        Assert.False(Directory.Exists(Path.Combine(Folder, "receipts")));

        static bool Leads(string from, string link)
        {
            if (link.StartsWith('#')) return true;
            if (link.Contains("://", StringComparison.Ordinal) || link.StartsWith('/')) return false;
            return File.Exists(Path.Combine(Path.GetDirectoryName(from)!, Uri.UnescapeDataString(link.Split('#')[0])));
        }
    }

    [Fact]
    public async Task The_next_copy_takes_the_place_of_the_last_and_holds_nobody_who_is_gone()
    {
        await using var app = new HonorsServer();
        app.StartServer();
        await Export(app);
        var notice = Path.Combine(Folder, "notices", DemoId.Of("demo notice").ToString(), "index.html");
        Assert.Contains("曾广善", await File.ReadAllTextAsync(notice), StringComparison.Ordinal);
        Assert.Contains("静态副本，制作于2026-11-20 12:00", await File.ReadAllTextAsync(notice), StringComparison.Ordinal);

        app.Clock.Now += Duration.FromDays(30);
        await Export(app);
        foreach (var file in Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories)) Assert.DoesNotContain("曾广善", await File.ReadAllTextAsync(file), StringComparison.Ordinal);
        Assert.Equal([Folder], Directory.GetDirectories(Path.GetDirectoryName(Folder)!));
    }

    [Fact]
    public async Task A_folder_that_holds_something_else_is_left_alone_and_so_is_the_last_copy_when_the_site_does_not_answer()
    {
        Directory.CreateDirectory(Folder);
        await File.WriteAllTextAsync(Path.Combine(Folder, "index.html"), "the portal's own");
        await using var app = new HonorsServer();
        app.StartServer();
        await Assert.ThrowsAsync<InvalidOperationException>(() => Export(app));
        Assert.Equal("the portal's own", await File.ReadAllTextAsync(Path.Combine(Folder, "index.html")));

        File.Delete(Path.Combine(Folder, "index.html"));
        await Export(app);
        using var nobody = SiteExport.Reader(new Uri("http://127.0.0.1:9/"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => new SiteExport(nobody, new Uri(Live), Folder, app.Clock).Run(CancellationToken.None));
        Assert.True(File.Exists(Path.Combine(Folder, "notices", "index.html")));
    }

    [OutsideFact(Chromium.Needs)]
    public async Task Opened_from_a_folder_the_copy_looks_like_the_site_and_asks_nobody_for_anything()
    {
        await using var app = new HonorsServer();
        app.StartServer();
        await Export(app);
        foreach (var path in (string[])["index.html", "notices/index.html", $"notices/{DemoId.Of("demo notice")}/index.html", "honors/index.html", "people/SXBH6NPZGG/index.html"])
        {
            await using var window = await Chromium.Open(new Uri("file:///"));
            await window.Page.GotoAsync(new Uri(Path.Combine(Folder, path)).AbsoluteUri);
            Assert.Equal("flex", await window.Page.EvaluateAsync<string>("getComputedStyle(document.querySelector('.masthead > div')).display"));
            Assert.Empty(window.Complaints);
        }

        await using var reader = await Chromium.Open(new Uri("file:///"));
        await reader.Page.GotoAsync(new Uri(Path.Combine(Folder, "index.html")).AbsoluteUri);
        await reader.Page.ClickAsync("nav a[href='notices/index.html']");
        await reader.Page.ClickAsync("main .cards a");
        Assert.EndsWith($"/notices/{DemoId.Of("demo notice")}/index.html", reader.Page.Url, StringComparison.Ordinal);
    }

    private async Task<(int Pages, int Files, IReadOnlyList<string> Missing)> Export(HonorsApp app)
    {
        var home = new Uri(app.ClientOptions.BaseAddress, app.Settings.GetValueOrDefault("PathBase", "").TrimStart('/') is { Length: > 0 } below ? below + "/" : "");
        using var site = SiteExport.Reader(home);
        return await new SiteExport(site, new Uri(app.Settings.GetValueOrDefault("Auth:Issuer", "http://127.0.0.1:5080/")), Folder, app.Clock).Run(CancellationToken.None);
    }
}
