using System.Collections.Frozen;
using Microsoft.AspNetCore.Html;

namespace Honors.Api.Pages;

/// <summary>Line drawings of our own, set into the page: no request, no font. They adorn; the words beside them say it.</summary>
public static class Icon
{
    private static readonly FrozenDictionary<string, string> Drawings = new Dictionary<string, string>
    {
        ["medal"] = "<circle cx='12' cy='15' r='6'/><path d='M8.5 10 5 3h4l3 5 3-5h4l-3.5 7'/><path d='m12 12.2.9 1.8 2 .3-1.45 1.4.35 2-1.8-.95-1.8.95.35-2-1.45-1.4 2-.3z'/>",
        ["search"] = "<circle cx='10.5' cy='10.5' r='6.5'/><path d='m15.5 15.5 5 5'/>",
        ["calendar"] = "<rect x='3.5' y='5' width='17' height='15.5' rx='1.5'/><path d='M3.5 10h17M8 2.5V6m8-3.5V6'/>",
        ["people"] = "<circle cx='9' cy='8' r='3.5'/><path d='M2.5 20c.4-4 3-6 6.5-6s6.1 2 6.5 6'/><path d='M15.5 4.9a3.5 3.5 0 0 1 0 6.2M17.5 14.5c2.3.7 3.7 2.5 4 5.5'/>",
        ["home"] = "<path d='M3.5 11.5 12 4l8.5 7.5'/><path d='M6 10v10h12V10'/><path d='M10 20v-5.5h4V20'/>",
        ["village"] = "<path d='M2.5 20h19M4.5 20v-8L9 8l4.5 4v8'/><path d='M7.5 20v-4h3v4M13.5 14l3.5-3 3.5 3v6'/>",
        ["clock"] = "<circle cx='12' cy='12' r='8.5'/><path d='M12 7v5l3.5 2'/>",
        ["heart"] = "<path d='M12 20S3.5 15 3.5 9.3A4.3 4.3 0 0 1 12 7.5a4.3 4.3 0 0 1 8.5 1.8C20.5 15 12 20 12 20z'/>",
        ["boat"] = "<path d='M3 15h18l-2.5 4.5h-13zM12 15V4l6 8h-6'/><path d='M6 12h4'/>",
        ["paper"] = "<path d='M6 3h8.5L19 7.5V21H6z'/><path d='M14 3v5h5M9 12.5h7M9 16.5h7'/>",
        ["check"] = "<path d='m4.5 12.5 5 5 10-11'/>",
        ["cross"] = "<path d='m6 6 12 12M18 6 6 18'/>",
        ["question"] = "<circle cx='12' cy='12' r='9'/><path d='M9.3 9.5a2.8 2.8 0 1 1 4 2.5c-.9.5-1.3 1-1.3 2M12 17v.1'/>",
        ["leaf"] = "<path d='M5 19C4 10 9 4.5 20 4c.5 10-4 16-12 15'/><path d='M5 21c1-5 4-8.5 9-11'/>",
        ["feed"] = "<path d='M5 5a14 14 0 0 1 14 14M5 11a8 8 0 0 1 8 8'/><circle cx='6' cy='18' r='1'/>",
        ["print"] = "<path d='M7 8V3.5h10V8M7 17H4V8.5h16V17h-3'/><path d='M7 14h10v6.5H7z'/>",
    }.ToFrozenDictionary();

    public static HtmlString Of(string name) => new($"<svg class='icon' viewBox='0 0 24 24' aria-hidden='true' focusable='false'>{Drawings[name]}</svg>");
}
