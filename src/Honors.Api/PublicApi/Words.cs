using System.Globalization;
using System.Resources;

namespace Honors.Api.PublicApi;

/// <summary>What readers call things: 市级, 救出, 未载明. Keyed by type and member; every choice of the contract stands here, but rights in <c>RightWords</c>.</summary>
internal static class Words
{
    public static readonly ResourceManager Resources = new("Honors.Api.PublicApi.Words", typeof(Words).Assembly);

    private static readonly CultureInfo Chinese = CultureInfo.GetCultureInfo("zh-CN");

    public const string NotStated = "NotStated", NameNotPublic = "NameNotPublic";

    public static string Of<T>(T value) where T : struct, Enum => Of(Key(typeof(T), value.ToString()));

    /// <summary>For papers that are Chinese whoever reads them.</summary>
    public static string InChinese<T>(T value) where T : struct, Enum => Resources.GetString(Key(typeof(T), value.ToString()), Chinese)!;

    public static string Key(Type type, string member) => $"{type.Name}.{member}";

    public static string Of(string key) => Resources.GetString(key, CultureInfo.CurrentUICulture) ?? key;
}
