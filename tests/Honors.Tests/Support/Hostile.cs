namespace Honors.Tests.Support;

/// <summary>Texts that would do something if a page took them for more than text.</summary>
internal static class Hostile
{
    public static readonly string[] Texts =
    [
        "<script>alert(1)</script>", "</script><script>alert(2)</script>", "<svg onload=alert(3)>", "<svg/onload=alert(4)//", "<img src=x onerror=alert(5)>",
        "\"><img src=x onerror=alert(6)>", "'><img src=x onerror=alert(7)>", "\" onfocus=alert(8) autofocus x=\"", "' onfocus=alert(9) autofocus x='", "javascript:alert(10)",
        "JaVaScRiPt:alert(11)", "data:text/html,<script>alert(12)</script>", "<a href=\"javascript:alert(13)\">x</a>", "<iframe srcdoc=\"<script>alert(14)</script>\">", "<iframe src=javascript:alert(15)>",
        "<object data=javascript:alert(16)>", "<embed src=javascript:alert(17)>", "<base href=//evil.example/>", "<meta http-equiv=refresh content=\"0;url=//evil.example\">", "<link rel=stylesheet href=//evil.example/x.css>",
        "<style>@import '//evil.example/y.css';</style>", "<form action=//evil.example><button>x</button></form>", "<textarea></textarea><script>alert(23)</script>", "</textarea><script>alert(24)</script>", "</title><script>alert(25)</script>",
        "</select><script>alert(26)</script>", "<!--><script>alert(27)</script>-->", "<![CDATA[<script>alert(28)</script>]]>", "<noscript><p title=\"</noscript><img src=x onerror=alert(29)>\">", "<math><mtext><table><mglyph><style><img src=x onerror=alert(30)>",
        "<svg><style><img src=x onerror=alert(31)></style></svg>", "<details open ontoggle=alert(32)>", "<video><source onerror=alert(33)>", "<input autofocus onfocus=alert(34)>", "{{constructor.constructor('alert(35)')()}}",
        "${alert(36)}", "@(alert(37))", "&lt;script&gt;alert(38)&lt;/script&gt;", "＜script＞alert(39)＜/script＞", "\\u003cscript\\u003ealert(40)\\u003c/script\\u003e",
        "甲\u2028alert(41)",
    ];
}
