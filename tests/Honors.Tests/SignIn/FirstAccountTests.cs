using System.Net;
using System.Text.RegularExpressions;
using Honors.Api.Demo;
using Honors.Tests.Support;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Honors.Tests.SignIn;

/// <summary>A registry in Production, from its first start.</summary>
public sealed partial class FirstAccountTests : IDisposable
{
    private readonly Store _store = new();
    private readonly LogBook _log = new();

    public void Dispose() => _store.Dispose();

    private WebApplicationFactory<Program> Start() => new WebApplicationFactory<Program>().WithWebHostBuilder(b => b
        .UseEnvironment("Production").KeepIn(_store).UseSetting("SignIn:MostPerMinuteAndAddress", "100000")
        .ConfigureLogging(l => l.Services.AddSingleton<ILoggerProvider>(_log)));

    private string Address() => new Uri(Link().Matches(_log.Text).Last().Value).PathAndQuery;

    private static readonly object Office = new
    {
        Office = "测试县文明办",
        DivisionCode = "140431000000",
        PersonName = "首任管",
        Name = "首任",
        Password = "第一位管理员的密码",
        Repeated = "第一位管理员的密码",
    };

    [Fact]
    public async Task The_link_in_the_log_makes_the_first_account_once()
    {
        await using var app = Start();
        var browser = new Browser(app);
        foreach (var name in DemoLogins.Names) await (await browser.SignIn(name)).ExpectPage(HttpStatusCode.Unauthorized);

        var address = Address();
        await (await browser.Submit(address, Office)).ExpectPage(HttpStatusCode.OK);
        await (await new Browser(app).Submit(address, Office)).ExpectPage(HttpStatusCode.BadRequest);

        var me = await (await (await new Browser(app).SignedIn("首任", "第一位管理员的密码")).Api()).Read("/api/v1/me");
        Assert.Equal(["administer"], me.GetProperty("rights").EnumerateArray().Select(r => r.GetProperty("right").GetString()));
        Assert.Equal("测试县文明办", me.GetProperty("rights")[0].GetProperty("organization").GetString());
    }

    [Fact]
    public async Task Two_at_once_make_one_account()
    {
        await using var app = Start();
        app.CreateClient();
        var address = Address();
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => new Browser(app).Submit(address, Office)));
        Assert.Single(answers, a => a.StatusCode is HttpStatusCode.OK);
        Assert.All(answers.Where(a => a.StatusCode is not HttpStatusCode.OK), a => Assert.Equal(HttpStatusCode.BadRequest, a.StatusCode));
    }

    [Fact]
    public async Task A_restart_before_its_use_makes_a_new_link_and_after_its_use_none()
    {
        string first;
        await using (var app = Start())
        {
            app.CreateClient();
            first = Address();
        }

        await using (var app = Start())
        {
            app.CreateClient();
            Assert.NotEqual(first, Address());
            await (await new Browser(app).Submit(first, Office)).ExpectPage(HttpStatusCode.BadRequest);
            await (await new Browser(app).Submit(Address(), Office)).ExpectPage(HttpStatusCode.OK);
        }

        var links = Link().Count(_log.Text);
        await using (var app = Start())
        {
            app.CreateClient();
            Assert.Equal(links, Link().Count(_log.Text));
        }
    }

    [Theory]
    [InlineData("password", "", "", "")]
    [InlineData("", "x", "", "")]
    [InlineData("", "", "999999999999", "")]
    [InlineData("", "", "", "?")]
    public async Task What_is_unfit_is_said_beside_its_field_and_uses_nothing_up(string password, string name, string division, string person)
    {
        await using var app = Start();
        var browser = new Browser(app);
        browser.Cookies.Clear();
        app.CreateClient();
        var page = await (await browser.Submit(Address(), new
        {
            Office = "测试县文明办",
            DivisionCode = division is "" ? "140431000000" : division,
            PersonName = person is "" ? "首任管" : person,
            Name = name is "" ? "首任" : name,
            Password = password is "" ? "第一位管理员的密码" : password,
            Repeated = password is "" ? "第一位管理员的密码" : password,
        })).ExpectPage(HttpStatusCode.BadRequest);
        Assert.Matches("class=\"problem field-validation-error\"[^>]*>[^<]+<", page);
        await (await browser.Submit(Address(), Office)).ExpectPage(HttpStatusCode.OK);
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:5080/account/setup\?code=\S+")]
    private static partial Regex Link();

    private sealed class LogBook : ILoggerProvider, ILogger
    {
        private readonly System.Text.StringBuilder _text = new();

        public string Text
        {
            get
            {
                lock (_text) return _text.ToString();
            }
        }

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (_text) _text.AppendLine(formatter(state, exception));
        }

        public void Dispose()
        {
        }
    }
}
