using System.Globalization;
using Honors.Api.Notices;
using NodaTime;

namespace Honors.Api.Pages;

/// <summary>Days as readers of pages write them: 2026年11月26日, 26 November 2026.</summary>
public static class Days
{
    public static string Of(LocalDate day) => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName is "en" ? day.ToString("d MMMM uuuu", CultureInfo.InvariantCulture) : NoticeText.Chinese(day);
}
