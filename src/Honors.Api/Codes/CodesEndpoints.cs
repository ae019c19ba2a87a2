using System.Globalization;
using System.Resources;
using System.Security.Cryptography;
using System.Text.Json;
using Honors.Api.Accounts;
using Honors.Api.Contract;
using Honors.Api.Data;
using Honors.Api.PublicApi;
using Honors.Domain;
using Honors.Domain.Accounts;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Honors.Api.Codes;

/// <summary>The code lists of the contract.</summary>
/// <param name="Version">Changes when any code or label does.</param>
public sealed record CodesResponse([property: Length(CodesResponse.VersionLength)] string Version, IReadOnlyList<CodeList> Lists)
{
    internal const int VersionLength = 16;
}

/// <summary>The choices of one kind.</summary>
/// <param name="Name">As the contract names their schema: `deedKind` for DeedKind.</param>
public sealed record CodeList(string Name, IReadOnlyList<CodeView> Codes);

/// <summary>One choice, as programs write it and as people read it in both languages.</summary>
public sealed record CodeView(string Code, string Zh, string En);

internal static class CodesEndpoints
{
    private static readonly CultureInfo Chinese = CultureInfo.GetCultureInfo("zh-CN"), English = CultureInfo.GetCultureInfo("en");

    /// <summary>The choices are the domain's own, and why a follower is told of an absence: a new one stands here without being said again.</summary>
    private static readonly Lazy<CodesResponse> All = new(Collect);

    public static void MapCodes(this IEndpointRouteBuilder api) => api.MapGroup("/codes").WithTags("Codes").MapGet("/", List).WithName("listCodes");

    /// <summary>Lists every choice of the contract with its labels in Chinese and English.</summary>
    /// <remarks>It changes with the program alone; ask anew with the ETag.</remarks>
    private static Ok<CodesResponse> List() => TypedResults.Ok(All.Value);

    private static CodesResponse Collect()
    {
        List<CodeList> lists =
        [
            .. typeof(RuleViolationException).Assembly.GetExportedTypes().Append(typeof(TombstoneReason)).Where(t => t.IsEnum && t != typeof(Refusal))
                .OrderBy(t => t.Name, StringComparer.Ordinal)
                .Select(t => new CodeList(Spelt(t.Name), [.. Enum.GetNames(t).Select(n => new CodeView(Spelt(n), Label(t, n, Chinese), Label(t, n, English)))])),
        ];
        return new(Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(lists)))[..CodesResponse.VersionLength], lists);
    }

    private static string Spelt(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);

    private static string Label(Type type, string name, CultureInfo language)
    {
        var (words, key) = type == typeof(Right) ? (RightWords.Resources, name) : (Words.Resources, Words.Key(type, name));
        return words.GetString(key, language) ?? throw new MissingManifestResourceException($"{key} has no words in {language.Name}.");
    }
}
