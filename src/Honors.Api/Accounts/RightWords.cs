using System.Globalization;
using System.Resources;
using Honors.Domain.Accounts;

namespace Honors.Api.Accounts;

/// <summary>Rights in the words of those who hold them.</summary>
internal static class RightWords
{
    public static readonly ResourceManager Resources = new("Honors.Api.Accounts.RightWords", typeof(RightWords).Assembly);

    public static string Of(Right right) => Resources.GetString(right.ToString(), CultureInfo.CurrentUICulture)!;
}
