using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Honors.Tests.Support;

/// <summary>A program of <c>tests/outside</c>, which takes one JSON object in and says one line of JSON; it runs until disposed of, or until it ends.</summary>
internal sealed class NodeScript : IDisposable
{
    public const string Needs = "Node and `npm ci --prefix tests/outside`";

    private readonly Process _process;

    private NodeScript(Process process) => _process = process;

    /// <summary>What the script said.</summary>
    public JsonElement Said { get; private set; }

    public static async Task<NodeScript> Run(string name, object job, [CallerFilePath] string here = "")
    {
        var folder = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../outside"));
        var script = new NodeScript(Process.Start(new ProcessStartInfo("node", name)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!);
        try
        {
            var errors = new System.Text.StringBuilder();
            script._process.ErrorDataReceived += (_, line) => errors.AppendLine(line.Data);
            script._process.BeginErrorReadLine();
            await script._process.StandardInput.WriteAsync(JsonSerializer.Serialize(job));
            script._process.StandardInput.Close();
            using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
            var line = await script._process.StandardOutput.ReadLineAsync(patience.Token);
            Assert.True(line is not null, $"{name} said nothing: {errors}");
            script.Said = JsonSerializer.Deserialize<JsonElement>(line);
            return script;
        }
        catch
        {
            script.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }
}
