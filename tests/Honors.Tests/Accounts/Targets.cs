using System.Net;
using System.Net.Http.Json;
using Honors.Api.Demo;
using Honors.Domain.Accounts;
using Honors.Tests.Support;

namespace Honors.Tests.Accounts;

/// <summary>What the matrix asks for: records of the rescue team about one person. What is acted on is made anew for each request.</summary>
internal sealed class Targets
{
    private const string Api = "/api/v1";

    private static readonly object Source = new { title = "沁源县融媒体中心", publishedOn = new { date = "2025-01" } };

    private HttpClient _recorder = null!, _administrator = null!;
    private bool _isMember;
    private int _day;

    public Guid Person { get; private set; }

    public static async Task<Targets> Make(HonorsApp app)
    {
        var targets = new Targets
        {
            _recorder = await app.As(null, DemoData.RescueTeam, Right.Record),
            _administrator = await app.As(null, DemoData.RescueTeam, Right.Administer),
        };
        targets.Person = Guid.Parse(await targets.New("people", new { name = "苏见山", recordedBy = DemoData.RescueTeam }));
        return targets;
    }

    public async Task<Ask> For(string route)
    {
        var (method, path) = route.Split(' ') is [var m, var p] ? (new HttpMethod(m), p) : throw new ArgumentException(route);
        var feature = path.Split('/')[1];
        return route switch
        {
            "GET /me" => Get("/me", "accountId"),
            "GET /divisions" => Get("/divisions?parentCode=140431207000", "140431207218"),
            "GET /divisions/{code}" => Get("/divisions/140431207218", "涧崖底"),
            "GET /organizations" => Get("/organizations?name=沁源县蓝天", DemoData.RescueTeam.ToString()),
            "GET /teams" => Get("/teams?name=沁源县蓝天", DemoData.RescueTeam.ToString()),
            "GET /titles" => Get("/titles?limit=100", DemoId.Of("优秀队员").ToString()),
            "GET /titles/{id}" => Get($"/titles/{DemoId.Of("优秀队员")}", DemoId.Of("优秀队员").ToString()),
            "GET /organizations/{id}" or "GET /teams/{id}" => Get($"/{feature}/{DemoData.RescueTeam}", "沁源县蓝天救援队"),
            "GET /teams/{id}/memberships" => Get(path.Replace("{id}", DemoData.RescueTeam.ToString()) + "?limit=100", await Membership()),
            "GET /teams/{id}/record" => Get(path.Replace("{id}", DemoData.RescueTeam.ToString()), await Membership()),
            "GET /public/honor-roll" => Get("/public/honor-roll?q=见义勇为", "卫旭斌"),
            "GET /public/people/{number}" => Get("/public/people/SXBH6NPZGG", "卫旭斌"),
            "GET /people" => Get("/people?limit=100", Person.ToString()),
            "GET /people/{id}" => Get($"/people/{Person}", "苏见山"),
            "GET /people/{id}/record" => Get($"/people/{Person}/record", await New("service-hours", Hours())),
            "GET /people/{id}/identity" => Get($"/people/{await Identified()}/identity", "1404**********0008"),
            "GET /people/{id}/identity/readings" => Get($"/people/{await Identified()}/identity/readings", await New($"people/{Person}/identity/readings", Purpose)),
            "GET /people/{id}/identity/matches" =>
                Get($"/people/{await Identified()}/identity/matches", await New("people", new { name = "苏见山", identity = IdentityNumber })),
            "GET /people/{id}/affiliations" => Get($"/people/{Person}/affiliations", await Affiliation()),
            "GET /people/{id}/employments" => Get($"/people/{Person}/employments", await New($"people/{Person}/employments", Employment)),
            "GET /people/{id}/prior-totals" => Get($"/people/{Person}/prior-totals", await New($"people/{Person}/prior-totals", PriorTotal)),
            "GET /people/{id}/grounds" => Get($"/people/{Person}/grounds", await New($"people/{Person}/grounds", await Ground())),
            "GET /people/{id}/corrections" => Get($"/people/{Person}/corrections", await New($"people/{Person}/corrections", Correction)),
            "GET /accounts" => Get("/accounts?limit=100", await Account()),
            "GET /service-clients" => Get("/service-clients?limit=100", await Program()),
            "GET /accounts/{id}" => Get($"/accounts/{await Account()}", "某某值班"),
            "GET /service-clients/{id}" => Get($"/service-clients/{await Program()}", "某某系统"),
            "GET /village-assignments/{id}/record" => await One(feature, "/record"),
            _ when method == HttpMethod.Get && path == "/" + feature => await Listed(feature),
            _ when method == HttpMethod.Get => await One(feature),

            "POST /accounts" => Post(path, new { name = "某某值班", organizationId = DemoData.RescueTeam, personName = "某某某" }),
            "POST /accounts/{id}/setup-code" => Post($"/accounts/{await Account()}/setup-code", null),
            "POST /accounts/{id}/suspension" => Post($"/accounts/{await Account()}/suspension", new { reason = "离队" }),
            "POST /accounts/{id}/resumption" => Post($"/accounts/{await Suspended()}/resumption", null),
            "POST /accounts/{id}/grants" => Post($"/accounts/{await Account()}/grants", new { right = "record", organizationId = DemoData.RescueTeam }),
            "POST /accounts/{id}/grants/{grantId}/ending" => Post(await Grant() + "/ending", null),
            "POST /service-clients" => Post(path, new { name = "某某系统", organizationId = DemoData.RescueTeam, responsibleId = await Account() }),
            "POST /service-clients/{id}/secret" => Post($"/service-clients/{await Program()}/secret", null),
            "POST /people" => Post(path, new { name = "苏见山", recordedBy = DemoData.RescueTeam }),
            "POST /people/{id}/account" => Post($"/people/{await New("people", new { name = "苏见山" })}/account", null),
            "POST /people/{id}/identity" => Post($"/people/{Person}/identity", IdentityNumber),
            "POST /people/{id}/identity/readings" => Post($"/people/{await Identified()}/identity/readings", Purpose),
            "POST /people/{id}/affiliations/{affiliationId}/confirmation" => Post($"/people/{Person}/affiliations/{await Affiliation()}/confirmation", null),
            "POST /people/{id}/employments" => Post($"/people/{Person}/employments", Employment),
            "POST /people/{id}/employments/{employmentId}/confirmation" =>
                Post($"/people/{Person}/employments/{await New($"people/{Person}/employments", Employment)}/confirmation", null),
            "POST /people/{id}/employments/{employmentId}/ending" =>
                Post($"/people/{Person}/employments/{await New($"people/{Person}/employments", Employment)}/ending", new { until = new { date = "2024" } }),
            "POST /people/{id}/prior-totals" => Post($"/people/{Person}/prior-totals", PriorTotal),
            "POST /people/{id}/grounds" => Post($"/people/{Person}/grounds", await Ground()),
            "POST /people/{id}/grounds/{groundId}/ending" =>
                Post($"/people/{Person}/grounds/{await New($"people/{Person}/grounds", await Ground())}/ending", null),
            "POST /people/{id}/corrections" => Post($"/people/{Person}/corrections", Correction),
            "POST /people/{id}/corrections/{correctionId}/answer" => Post(
                $"/people/{Person}/corrections/{await New($"people/{Person}/corrections", Correction)}/answer", new { accepted = false, reason = "签到表上没有此人。" }),
            "POST /organizations" => Post(path, Organization("新队")),
            "POST /titles" => Post(path, Title),
            "POST /teams/{id}/memberships" => Post($"/teams/{DemoData.RescueTeam}/memberships", new { personId = await New("people", new { name = "苏见山" }) }),
            "POST /service-hours/{id}/verification" => Post($"/service-hours/{await New(feature, Hours())}/verification", null),
            "POST /service-hours/{id}/rejection" => Post($"/service-hours/{await New(feature, Hours())}/rejection", new { reason = "未参加" }),
            "POST /awards/{id}/confirmation" => Post($"/awards/{await New(feature, Award())}/confirmation", null),
            _ when method == HttpMethod.Post && path == "/" + feature => Post(path, Body(feature)),
            _ when method == HttpMethod.Put => await Put(feature),
            _ => throw new InvalidOperationException($"The matrix does not know how to ask {route}."),
        };
    }

    private object Body(string feature) => feature switch
    {
        "people" => new { name = "苏见山", recordedBy = DemoData.RescueTeam },
        "organizations" => Organization("新队"),
        "titles" => Title,
        "service-hours" => Hours(),
        "deployments" => Deployment,
        "deeds" => Deed,
        "awards" => Award(),
        "village-assignments" => Assignment(),
        _ => throw new InvalidOperationException($"The matrix does not know how to make {feature}."),
    };

    private async Task<Ask> Listed(string feature)
    {
        var id = await New(feature, Body(feature));
        return Get($"/{feature}?limit=100&personId={Person}", id);
    }

    private async Task<Ask> One(string feature, string part = "")
    {
        var id = await New(feature, Body(feature));
        return Get($"/{feature}/{id}{part}", id);
    }

    private async Task<Ask> Put(string feature)
    {
        var body = Body(feature);
        var path = $"{Api}/{feature}/{await New(feature, body)}";
        return new Ask(HttpMethod.Put, path, null, body, (await _recorder.GetAsync(path)).Headers.ETag!.Tag);
    }

    private static Ask Get(string path, string shown) => new(HttpMethod.Get, Api + path, shown);

    private static Ask Post(string path, object? body) => new(HttpMethod.Post, Api + path, null, body);

    private async Task<string> New(string path, object body) => (await _recorder.Created($"{Api}/{path}", body)).Id();

    private async Task<string> Membership()
    {
        if (!_isMember) await _recorder.Created($"{Api}/teams/{DemoData.RescueTeam}/memberships", new { personId = Person });
        _isMember = true;
        return Person.ToString();
    }

    private async Task<string> Account() => await NewAccount("accounts", new { name = "某某值班", organizationId = DemoData.RescueTeam, personName = "某某某" });

    private async Task<string> Program() => await NewAccount("service-clients", new { name = "某某系统", organizationId = DemoData.RescueTeam, responsibleId = await Account() });

    private async Task<string> Suspended()
    {
        var account = await Account();
        await (await _administrator.PostAsJsonAsync($"{Api}/accounts/{account}/suspension", new { reason = "离队" })).Expect(HttpStatusCode.OK);
        return account;
    }

    private async Task<string> Grant()
    {
        var account = await Account();
        return $"/accounts/{account}/grants/{await NewAccount($"accounts/{account}/grants", new { right = "record", organizationId = DemoData.RescueTeam })}";
    }

    private async Task<string> NewAccount(string path, object body) => (await _administrator.Created($"{Api}/{path}", body)).Id();

    private async Task<object> Ground() => new
    {
        kind = "published",
        source = Source,
        showsName = true,
        showsUnit = false,
        recordIds = new[] { await New("deeds", Deed) },
    };

    private async Task<Guid> Identified()
    {
        await (await _recorder.PostAsJsonAsync($"{Api}/people/{Person}/identity", IdentityNumber)).Expect(HttpStatusCode.OK);
        return Person;
    }

    private async Task<string> Affiliation() =>
        (await _recorder.Read($"{Api}/people/{Person}/affiliations")).GetProperty("items")[0].Id();

    private static object IdentityNumber => new { kind = "residentId", number = "140431197806150008" };

    private static object Correction => new { askedBy = "person", wrong = "漏记一次巡河。" };

    private static object Purpose => new { purpose = "核对证件" };

    private static object Employment => new { organizationId = DemoData.School, position = "教师", from = new { date = "2019-09" } };

    private static object PriorTotal => new { asOf = new { date = "2023" }, minutes = 600, kinds = new[] { "社区服务" }, source = Source };

    private static object Organization(string name) => new { name, kind = "team", teamKind = "volunteer", divisionCode = 140431000000, recordedBy = DemoData.RescueTeam };

    private static object Title => new { name = "优秀新人", @class = "internal", level = "unit", ownerId = DemoData.RescueTeam, authorityId = DemoData.RescueTeam };

    /// <summary>Each on a day of its own, so that none overlaps another.</summary>
    private object Hours() => new
    {
        personId = Person,
        activity = "巡河",
        category = "emergencyRescue",
        organizerId = DemoData.RescueTeam,
        provenance = "recorded",
        servedOn = NodaTime.Text.LocalDatePattern.Iso.Format(new NodaTime.LocalDate(2020, 1, 1).PlusDays(_day++)),
        minutes = 60,
        recordedBy = DemoData.RescueTeam,
    };

    private object Deployment => new
    {
        name = "内涝转移",
        kind = "floodRescue",
        when = new { date = "2023-08" },
        roster = new[] { new { personId = Person } },
        source = Source,
        recordedBy = DemoData.RescueTeam,
    };

    private object Deed => new
    {
        name = "冰面救人",
        kind = "lifeSaving",
        when = new { date = "2025-01" },
        actors = new[] { new { personId = Person } },
        source = Source,
        recordedBy = DemoData.RescueTeam,
    };

    private object Award() => new
    {
        titleId = DemoId.Of("见义勇为先进分子"),
        divisionCode = 140431000000,
        personId = Person,
        conferredOn = new { date = "2024" },
        source = Source,
        recordedBy = DemoData.RescueTeam,
    };

    private object Assignment()
    {
        var day = NodaTime.Text.LocalDatePattern.Iso.Format(new NodaTime.LocalDate(2015, 1, 1).PlusDays(_day++));
        return new { personId = Person, villageCode = 140431207218, from = new { date = day }, until = new { date = day }, recordedBy = DemoData.RescueTeam };
    }
}
