using System.Net;
using System.Net.Http.Json;
using Honors.Tests.Support;
using SkiaSharp;

namespace Honors.Tests.Site;

public sealed class PortraitsTests(HonorsApp app) : IClassFixture<HonorsApp>
{
    private readonly SiteScene _site = new(app);

    [Fact]
    public async Task A_portrait_is_shown_small_where_a_ground_shows_it_and_a_first_visit_stays_under_60_kilobytes()
    {
        var person = await _site.Person("苏画像");
        var path = $"/people/{SiteScene.Number(person)}";
        await _site.Ground(person.Id(), new { showsPortrait = true, portraitFileId = await _site.Picture() });

        var page = await _site.Get(path, encoding: "br");
        var portrait = await _site.Get($"{path}/portrait.webp");
        Assert.Equal("image/webp", portrait.Content.Headers.ContentType!.MediaType);
        var picture = await portrait.Content.ReadAsByteArrayAsync();
        using (var small = SKBitmap.Decode(picture)) Assert.Equal((400, 500), (small.Width, small.Height));
        var visit = (await page.Content.ReadAsByteArrayAsync()).Length + picture.Length
            + (await (await _site.Get("/site.css", encoding: "br")).Content.ReadAsByteArrayAsync()).Length + (await (await _site.Get("/icon.svg", encoding: "br")).Content.ReadAsByteArrayAsync()).Length;
        Assert.InRange(visit, 1, 60_000);
        Assert.Equal($"{path}/portrait.webp", (await app.Anonymous().Read($"/api/v1/public{path}")).GetProperty("portrait").GetString());
    }

    [Fact]
    public async Task A_picture_without_its_own_ground_is_nobodys_portrait()
    {
        var person = await _site.Person("苏无像");
        var path = $"/people/{SiteScene.Number(person)}";
        await _site.Ground(person.Id(), new { showsPortrait = true });
        Assert.Equal(HttpStatusCode.NotFound, (await _site.Get($"{path}/portrait.webp")).StatusCode);
        Assert.DoesNotContain("portrait.webp", await _site.Read(path));

        // A portrait alone names nobody, so there is no page to stand on.
        var nameless = await _site.Person("苏无页");
        await _site.Ground(nameless.Id(), new { showsName = false, showsPortrait = true, portraitFileId = await _site.Picture() });
        Assert.Equal(HttpStatusCode.NotFound, (await _site.Get($"/people/{SiteScene.Number(nameless)}/portrait.webp")).StatusCode);
    }

    [Fact]
    public async Task A_portrait_must_be_a_picture_that_a_ground_shows_and_that_is_nobody_elses()
    {
        var person = await _site.Person("苏拒像");
        var office = await app.As("office");
        Task<HttpResponseMessage> Try(bool shows, string file) => office.PostAsJsonAsync($"/api/v1/people/{person.Id()}/grounds", new
        {
            kind = "published",
            source = SiteScene.Source,
            showsName = true,
            showsUnit = false,
            showsPortrait = shows,
            portraitFileId = file,
            recordIds = Array.Empty<string>(),
        });
        await (await Try(true, await _site.Picture("evidence"))).ExpectProblem(HttpStatusCode.UnprocessableEntity, "ground.portrait-unfit");
        await (await Try(false, await _site.Picture())).ExpectProblem(HttpStatusCode.UnprocessableEntity, "ground.part-unfit");
        await (await Try(true, Guid.CreateVersion7().ToString())).Expect(HttpStatusCode.UnprocessableEntity);
        var taken = await _site.Picture();
        await (await Try(true, taken)).Expect(HttpStatusCode.Created);
        await (await Try(true, taken)).ExpectProblem(HttpStatusCode.Conflict, "file.linked");
    }
}
