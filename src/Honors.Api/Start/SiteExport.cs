using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Honors.Api.Pages;
using Honors.Domain.Values;
using NodaTime;

namespace Honors.Api.Start;

/// <summary>
/// Writes the public site as plain files, to hang under a county's portal. It reads the running site as a stranger does, so that a copy holds what everybody sees and nothing else,
/// and makes every link relative. What needs the live site (forms, searches, other views of a list) becomes a link to it. The copy takes the place of the last one once it is whole.
/// </summary>
/// <param name="site">See <see cref="Reader"/>.</param>
/// <param name="live">Where people reach the live site, with a slash at the end.</param>
internal sealed class SiteExport(HttpClient site, Uri live, string folder, IClock clock)
{
    /// <summary>By it the next export knows that it may replace the folder.</summary>
    private const string Marker = ".honors-export";

    private const int MostRedirects = 5;

    /// <summary>Where pages name others.</summary>
    private static readonly (string Selector, string Attribute)[] Links =
        [("a[href]", "href"), ("link[rel=stylesheet]", "href"), ("link[rel=icon]", "href"), ("link[rel=alternate]", "href"), ("img[src]", "src"), ("script[src]", "src")];

    private readonly string _folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));

    private readonly Queue<string> _waiting = new();

    /// <summary>By address below that of the site: which file it became; null where it stays on the live site.</summary>
    private readonly Dictionary<string, string?> _known = new(StringComparer.Ordinal);

    private readonly List<string> _pages = [], _missing = [];

    private string New => _folder + ".new";

    /// <param name="address">Of the site, with a slash at the end.</param>
    public static HttpClient Reader(Uri address)
    {
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = address };
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("zh-CN");
        return client;
    }

    /// <returns>How many pages and other files, and what is linked but not there.</returns>
    /// <exception cref="InvalidOperationException">The folder holds something else, or the site does not answer; the last copy stays.</exception>
    public async Task<(int Pages, int Files, IReadOnlyList<string> Missing)> Run(CancellationToken ct)
    {
        if (Directory.Exists(_folder) && Directory.EnumerateFileSystemEntries(_folder).Any() && !File.Exists(Path.Combine(_folder, Marker)))
            throw new InvalidOperationException($"{_folder} holds something that is no export of this site. Name an empty folder.");

        if (Directory.Exists(New)) Directory.Delete(New, recursive: true);
        Directory.CreateDirectory(New);
        var made = clock.GetCurrentInstant().InZone(ChinaTime.China).ToString("uuuu-MM-dd HH:mm", CultureInfo.InvariantCulture);
        await File.WriteAllTextAsync(Path.Combine(New, Marker), made, ct);

        Find("");
        foreach (var path in await Mapped(ct)) Find(path);
        while (_waiting.TryDequeue(out var next)) _known[next] = await Fetch(next, ct);
        foreach (var page in _pages) await Relink(page, made, ct);

        Replace();
        return (_pages.Count, _known.Values.OfType<string>().Distinct().Count() - _pages.Count, _missing);
    }

    private void Find(string path)
    {
        if (_known.TryAdd(path, null)) _waiting.Enqueue(path);
    }

    /// <summary>What no page may link to: the map names it.</summary>
    private async Task<List<string>> Mapped(CancellationToken ct)
    {
        var map = XDocument.Parse(await Text("sitemap.xml", ct));
        List<XDocument> maps = [map];
        if (map.Root!.Name.LocalName is "sitemapindex")
        {
            maps = [];
            foreach (var part in Locations(map)) maps.Add(XDocument.Parse(await Text(part, ct)));
        }

        return [.. maps.SelectMany(Locations)];

        IEnumerable<string> Locations(XDocument xml) => xml.Descendants().Where(e => e.Name.LocalName is "loc").Select(e => live.MakeRelativeUri(new Uri(e.Value)).ToString());
    }

    private async Task<string> Text(string path, CancellationToken ct)
    {
        using var answer = await Ask(path, ct);
        return answer.IsSuccessStatusCode ? await answer.Content.ReadAsStringAsync(ct) : throw Unfit(path, answer.StatusCode);
    }

    private async Task<HttpResponseMessage> Ask(string path, CancellationToken ct)
    {
        try
        {
            return await site.GetAsync(path, ct);
        }
        catch (HttpRequestException e)
        {
            throw new InvalidOperationException($"{site.BaseAddress} does not answer. Start the registry, or name the address at which it runs.", e);
        }
    }

    private static InvalidOperationException Unfit(string path, HttpStatusCode status) => new($"{path} answers {(int)status}. Nothing was exported.");

    /// <returns>The file that holds it; null where it stays on the live site.</returns>
    private async Task<string?> Fetch(string path, CancellationToken ct)
    {
        var at = path;
        for (var hop = 0; hop < MostRedirects; hop++)
        {
            using var answer = await Ask(at, ct);
            if ((int)answer.StatusCode is >= 300 and < 400 && answer.Headers.Location is { } to)
            {
                if (Below(site.BaseAddress!, new Uri(new Uri(site.BaseAddress!, at), to)) is not { } next) return null;
                at = next;
                continue;
            }

            if (answer.StatusCode >= HttpStatusCode.InternalServerError) throw Unfit(path, answer.StatusCode);
            if (!answer.IsSuccessStatusCode)
            {
                _missing.Add(path);
                return null;
            }

            // What nobody may keep is for one reader, or a form.
            if (answer.Headers.CacheControl is { NoStore: true }) return null;
            if (at != path && _known.TryGetValue(at, out var there) && there is not null) return there;

            return await Keep(at, answer, ct);
        }

        return null;
    }

    private async Task<string> Keep(string path, HttpResponseMessage answer, CancellationToken ct)
    {
        var type = answer.Content.Headers.ContentType?.MediaType;
        var file = FileOf(path, type);
        var target = Path.GetFullPath(Path.Combine(New, file));
        if (!target.StartsWith(New + Path.DirectorySeparatorChar, StringComparison.Ordinal)) throw new InvalidOperationException($"{path} leads out of the folder.");

        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        var bytes = await answer.Content.ReadAsByteArrayAsync(ct);
        await File.WriteAllBytesAsync(target, bytes, ct);
        _known[path] = file;
        if (type is not "text/html") return file;

        _pages.Add(path);
        var page = new HtmlParser().ParseDocument(Encoding.UTF8.GetString(bytes));
        foreach (var (element, attribute) in LinksOf(page))
        {
            if (Named(path, element, attribute) is { } named) Find(named);
        }

        return file;
    }

    /// <summary>A page is the index of a folder of its own, so that any server, and none, shows it.</summary>
    private static string FileOf(string path, string? mediaType)
    {
        var (bare, query) = path.Split('?') is [var before, var after] ? (before, after) : (path, null);
        bare = Uri.UnescapeDataString(bare).Trim('/');
        if (mediaType is not "text/html") return Path.HasExtension(bare) ? bare : bare + (mediaType is "application/json" ? ".json" : ".txt");

        var leaf = query is null ? "index.html" : $"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(query)).AsSpan(0, 6))}/index.html";
        return bare is "" ? leaf : $"{bare}/{leaf}";
    }

    private static IEnumerable<(IElement Element, string Attribute)> LinksOf(IHtmlDocument page) => Links.SelectMany(l => page.QuerySelectorAll(l.Selector).Select(e => (e, l.Attribute)));

    /// <summary>Which part of the site a link names; null where it leads elsewhere, or to another view of a list. The next page of a list is part of the copy.</summary>
    private string? Named(string page, IElement element, string attribute)
    {
        var address = element.GetAttribute(attribute)!;
        if (!Uri.TryCreate(new Uri(site.BaseAddress!, page), address, out var target)) return null;
        if (Below(site.BaseAddress!, target) is not { } path) return null;
        if (!path.Contains('?', StringComparison.Ordinal)) return path;

        var isFile = element is IHtmlLinkElement or IHtmlImageElement or IHtmlScriptElement;
        return isFile || element.GetAttribute("rel") is "next" or "first" ? path : null;
    }

    /// <returns>Without a fragment; null where it is not below the address.</returns>
    private static string? Below(Uri address, Uri target)
    {
        var whole = target.GetComponents(UriComponents.HttpRequestUrl, UriFormat.UriEscaped);
        return target.Scheme is "http" or "https" && (whole + "/").StartsWith(address.AbsoluteUri, StringComparison.Ordinal) ? whole[Math.Min(whole.Length, address.AbsoluteUri.Length)..].TrimEnd('/') : null;
    }

    private async Task Relink(string path, string made, CancellationToken ct)
    {
        var file = _known[path]!;
        var onDisk = Path.Combine(New, file);
        var page = new HtmlParser().ParseDocument(await File.ReadAllTextAsync(onDisk, ct));
        foreach (var (element, attribute) in LinksOf(page).ToList())
        {
            var target = new Uri(new Uri(site.BaseAddress!, path), element.GetAttribute(attribute));
            if (element.GetAttribute(attribute)!.StartsWith('#')) continue;
            if (Below(site.BaseAddress!, target) is not { } below) continue;

            var copy = Named(path, element, attribute) is { } named ? _known.GetValueOrDefault(named) : null;
            element.SetAttribute(attribute, (copy is null ? Live(below) : Relative(file, copy)) + target.Fragment);
        }

        // A search asks the live site; a file answers nothing.
        foreach (var form in page.QuerySelectorAll("form").ToList())
        {
            var link = page.CreateElement("a");
            link.SetAttribute("href", Live(Below(site.BaseAddress!, new Uri(new Uri(site.BaseAddress!, path), form.GetAttribute("action") ?? "")) ?? ""));
            link.TextContent = PageTexts.Say("Copy.Search");
            var note = page.CreateElement("p");
            note.ClassName = "callout";
            note.AppendChild(link);
            form.Replace(note);
        }

        if (page.QuerySelector("footer > div") is { } footer)
        {
            var (note, link) = (page.CreateElement("p"), page.CreateElement("a"));
            link.SetAttribute("href", Live(path));
            link.TextContent = live.AbsoluteUri;
            note.TextContent = PublicPages.Say("Copy.Made", made);
            note.AppendChild(link);
            footer.Prepend(note);
        }

        await File.WriteAllTextAsync(onDisk, page.ToHtml(), ct);
    }

    private string Live(string path) => new Uri(live, path).AbsoluteUri;

    private static string Relative(string from, string to)
    {
        var up = string.Concat(Enumerable.Repeat("../", from.Count(c => c is '/')));
        return up + string.Join('/', to.Split('/').Select(Uri.EscapeDataString));
    }

    private void Replace()
    {
        var old = _folder + ".old";
        if (Directory.Exists(old)) Directory.Delete(old, recursive: true);
        if (Directory.Exists(_folder)) Directory.Move(_folder, old);
        Directory.Move(New, _folder);
        if (Directory.Exists(old)) Directory.Delete(old, recursive: true);
    }
}
