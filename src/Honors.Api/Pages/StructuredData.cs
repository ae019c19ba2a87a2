using System.Text.Json;
using Microsoft.AspNetCore.Html;

namespace Honors.Api.Pages;

/// <summary>
/// Facts in the words of schema.org, as data inside the page. Nothing runs: the policy of the pages allows no script of the page itself, and this is none.
/// </summary>
public static class StructuredData
{
    /// <summary>The default encoder leaves no character that HTML could take for its own: <c>&lt;/script&gt;</c> becomes <c>\u003C/script\u003E</c>.</summary>
    private static readonly JsonSerializerOptions Json = new() { DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull };

    public static HtmlString Of(object data) => new($"<script type=\"application/ld+json\">{JsonSerializer.Serialize(data, Json)}</script>");
}
