using System.Globalization;
using System.Text;
using System.Xml;
using Honors.Api.SignIn;
using NodaTime;
using NodaTime.Text;

namespace Honors.Api.Pages.ForMachines;

/// <summary>A feed (RFC 4287).</summary>
/// <param name="Path">Its own.</param>
/// <param name="PagePath">Of the page that shows the same to people.</param>
internal sealed record AtomFeed(string Path, string PagePath, string Title, IReadOnlyList<AtomEntry> Entries)
{
    private const string Atom = "http://www.w3.org/2005/Atom";

    /// <summary>Of a feed that never had an entry.</summary>
    private static readonly Instant Never = Instant.FromUtc(2026, 1, 1, 0, 0);

    public IResult ToResult(Issuer issuer, SiteSettings site) => Xml.Write("application/atom+xml", xml =>
    {
        xml.WriteStartElement("feed", Atom);
        xml.WriteAttributeString("xml", "lang", null, CultureInfo.CurrentUICulture.Name);
        xml.Element("title", Atom, Title);
        xml.Element("id", Atom, issuer.Address(Path).ToString());
        xml.Element("updated", Atom, Moment(Entries.Select(e => e.Updated).DefaultIfEmpty(Never).Max()));
        Link(xml, "self", issuer.Address(Path));
        Link(xml, "alternate", issuer.Address(PagePath));
        xml.WriteStartElement("author", Atom);
        xml.Element("name", Atom, site.Sponsor ?? site.NameText);
        xml.WriteEndElement();
        foreach (var entry in Entries)
        {
            xml.WriteStartElement("entry", Atom);
            xml.Element("title", Atom, entry.Title);
            xml.Element("id", Atom, $"urn:uuid:{entry.Id}");
            xml.Element("updated", Atom, Moment(entry.Updated));
            Link(xml, "alternate", issuer.Address(entry.PagePath));
            xml.Element("summary", Atom, entry.Summary);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    });

    private static string Moment(Instant instant) => InstantPattern.General.Format(instant);

    private static void Link(XmlWriter xml, string relation, Uri address)
    {
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("href", address.AbsoluteUri);
        xml.WriteEndElement();
    }
}

internal sealed record AtomEntry(Guid Id, string Title, Instant Updated, string PagePath, string Summary);

internal static class Xml
{
    public static IResult Write(string mediaType, Action<XmlWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new XmlWriterSettings { Indent = true, Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) })) write(xml);
        return TypedResults.Bytes(bytes.ToArray(), $"{mediaType}; charset=utf-8");
    }

    /// <summary>A text without the few characters that XML has no way to write.</summary>
    public static void Element(this XmlWriter xml, string name, string space, string text) =>
        xml.WriteElementString(name, space, string.Concat(text.EnumerateRunes().Where(r => !r.IsBmp || XmlConvert.IsXmlChar((char)r.Value)).Select(r => r.ToString())));
}
