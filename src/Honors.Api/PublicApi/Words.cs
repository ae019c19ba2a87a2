using System.Globalization;
using System.Resources;

namespace Honors.Api.PublicApi;

/// <summary>What readers call things: 市级, 救出, 未载明. Keyed by type and member; every choice of the contract stands here, but rights in <c>RightWords</c>.</summary>
internal static class Words
{
    public static readonly ResourceManager Resources = new("Honors.Api.PublicApi.Words", typeof(Words).Assembly);

    public const string NotStated = "NotStated", NameNotPublic = "NameNotPublic";

    public static string Of<T>(T value) where T : struct, Enum => Of($"{typeof(T).Name}.{value}");

    public static string Of(string key) => Resources.GetString(key, CultureInfo.CurrentUICulture) ?? key;
}
