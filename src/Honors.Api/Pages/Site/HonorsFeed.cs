using System.Text;
using System.Xml;
using Honors.Api.Data;
using Honors.Api.Pages.Caching;
using Honors.Api.PublicApi;
using Honors.Api.SignIn;
using Honors.Domain.Values;
using NodaTime;
using NodaTime.Text;

namespace Honors.Api.Pages.Site;

/// <summary>New honours for readers of feeds (RFC 4287): only those whose recipient a ground shows.</summary>
internal static class HonorsFeed
{
    private const int Entries = 50;

    private const string Atom = "http://www.w3.org/2005/Atom";

    public static void MapHonorsFeed(this IEndpointRouteBuilder app) =>
        app.MapGet("/feeds/honors.atom", Get).AllowAnonymous().WithMetadata(new CachedAttribute()).ExcludeFromDescription();

    private static async Task<IResult> Get(HonorsDb db, Issuer issuer, SiteSettings site, IClock clock, CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        var honours = await db.NewestNamed(Entries, ChinaTime.Today(now), ct);
        var text = new StringBuilder();
        await using (var xml = XmlWriter.Create(new Utf8Text(text), new XmlWriterSettings { Indent = true, Async = true, CheckCharacters = false }))
        {
            xml.WriteStartElement("feed", Atom);
            xml.WriteAttributeString("xml", "lang", null, System.Globalization.CultureInfo.CurrentUICulture.Name);
            Write(xml, "title", $"{site.NameText} · {PageTexts.Say("Front.Latest")}");
            Write(xml, "id", issuer.Address("feeds/honors.atom").ToString());
            Write(xml, "updated", Moment(honours.Select(h => (Instant?)h.Since).Max() ?? Instant.FromUtc(2026, 1, 1, 0, 0)));
            Link(xml, "self", issuer.Address("feeds/honors.atom"));
            Link(xml, "alternate", issuer.Address("honors"));
            xml.WriteStartElement("author", Atom);
            Write(xml, "name", site.Sponsor ?? site.NameText);
            xml.WriteEndElement();
            foreach (var (honour, since) in honours)
            {
                xml.WriteStartElement("entry", Atom);
                Write(xml, "title", $"{honour.Recipient} · {honour.Title}");
                Write(xml, "id", $"urn:uuid:{honour.AwardId}");
                Write(xml, "updated", Moment(since));
                Link(xml, "alternate", issuer.Address($"awards/{honour.AwardId}"));
                Write(xml, "summary", string.Join(" · ", new[] { honour.LevelText, honour.Division, honour.ConferredOn!.Text, honour.GrantedBy }.OfType<string>()));
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        return TypedResults.Text(text.ToString(), "application/atom+xml", Encoding.UTF8);
    }

    private static string Moment(Instant instant) => InstantPattern.General.Format(instant);

    private static void Write(XmlWriter xml, string name, string text) => xml.WriteElementString(name, Atom, string.Concat(text.Where(c => XmlConvert.IsXmlChar(c) || char.IsSurrogate(c))));

    private static void Link(XmlWriter xml, string relation, Uri address)
    {
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("href", address.ToString());
        xml.WriteEndElement();
    }

    private sealed class Utf8Text(StringBuilder text) : StringWriter(text, System.Globalization.CultureInfo.InvariantCulture)
    {
        public override Encoding Encoding => Encoding.UTF8;
    }
}
