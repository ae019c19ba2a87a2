using System.Runtime.CompilerServices;
using Microsoft.Playwright;

namespace Honors.Tests.Support;

/// <summary>A window of a real browser on the program's pages. It notes what no page of ours may do: complain, ask something of another origin, open a dialog.</summary>
public sealed class Chromium : IAsyncDisposable
{
    public const string Needs = "Chromium (/usr/bin/chromium) and `npm ci --prefix tests/outside`";

    /// <summary>One for all tests; it ends with the process that started it.</summary>
    private static readonly Lazy<Task<IBrowser>> Program = new(async () => await (await Playwright.CreateAsync()).Chromium.LaunchAsync(new()
    {
        ExecutablePath = "/usr/bin/chromium",
        Args = ["--no-sandbox", "--disable-background-networking", "--disable-component-update"],
    }));

    private readonly IBrowserContext _context;

    private Chromium(IBrowserContext context, IPage page) => (_context, Page) = (context, page);

    public IPage Page { get; }

    /// <summary>Errors and warnings of the console, failures of scripts, dialogs, and requests that leave the origin.</summary>
    public List<string> Complaints { get; } = [];

    /// <summary>A width of 600 at a scale of 2 is what a window of 1200 shows at a zoom of 200 %.</summary>
    public static async Task<Chromium> Open(Uri origin, int width = 1200, float scale = 1, bool script = true, bool dark = false, string language = "zh-CN")
    {
        var context = await (await Program.Value).NewContextAsync(new()
        {
            BaseURL = origin.ToString(),
            ViewportSize = new() { Width = width, Height = 800 },
            DeviceScaleFactor = scale,
            JavaScriptEnabled = script,
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            Locale = language,
        });
        var window = new Chromium(context, await context.NewPageAsync());
        window.Page.Console += (_, message) =>
        {
            // That a form was refused stands in the console as a failure of the page that says so.
            var isPage = message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal) && message.Location.StartsWith(window.Page.Url, StringComparison.Ordinal);
            if (message.Type is "error" or "warning" && !isPage) window.Complaints.Add($"{message.Type}: {message.Text} ({message.Location})");
        };
        window.Page.PageError += (_, error) => window.Complaints.Add(error);
        window.Page.Dialog += async (_, dialog) =>
        {
            window.Complaints.Add($"dialog: {dialog.Message}");
            await dialog.DismissAsync();
        };
        window.Page.Request += (_, request) =>
        {
            var address = new Uri(request.Url);
            if (address.Scheme is not ("data" or "file") && address.Authority != origin.Authority) window.Complaints.Add($"request: {address}");
        };
        return window;
    }

    /// <summary>How far the page can be scrolled to the side, in pixels: 0 of a page that fits.</summary>
    public Task<int> Overflow() => Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");

    /// <summary>What axe finds against the rules of WCAG 2.2 AA and its own best practices.</summary>
    public async Task<IReadOnlyList<string>> Axe([CallerFilePath] string here = "")
    {
        await Page.EvaluateAsync(await File.ReadAllTextAsync(Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../outside/node_modules/axe-core/axe.min.js"))) + "\n;true");
        return await Page.EvaluateAsync<string[]>("async () => (await axe.run({ preload: false })).violations.map(v => v.id + ': ' + v.nodes.map(n => n.html + ' ' + n.failureSummary).join(' | '))");
    }

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();
}
