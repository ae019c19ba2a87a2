using Honors.Api.Accounts;
using Honors.Api.Awards;
using Honors.Api.Calendar;
using Honors.Api.Codes;
using Honors.Api.Contract;
using Honors.Api.Data;
using Honors.Api.Deeds;
using Honors.Api.Deployments;
using Honors.Api.Divisions;
using Honors.Api.Errors;
using Honors.Api.Files;
using Honors.Api.Http;
using Honors.Api.Identities;
using Honors.Api.Nominations;
using Honors.Api.Organizations;
using Honors.Api.Pages;
using Honors.Api.People;
using Honors.Api.PublicApi;
using Honors.Api.ServiceHours;
using Honors.Api.SignIn;
using Honors.Api.Start;
using Honors.Api.Teams;
using Honors.Api.Titles;
using Honors.Api.VillageAssignments;
using Honors.Api.Writes;
using NodaTime;

var builder = WebApplication.CreateBuilder(args);
if (await builder.RanCommand(args)) return;

builder.WebHost.ConfigureKestrel(o => o.AddServerHeader = false);

var data = builder.AddDataFolder();
builder.AddSignIn(data);
builder.AddHonorsDb(data);
builder.AddIdentities(data);
builder.Services.AddWriter();
builder.Services.AddStrictJson();
builder.Services.AddValidation();
builder.Services.AddProblems();
builder.Services.AddContract();
builder.Services.AddPages();
builder.Services.AddFiles(builder.Configuration);
builder.Services.AddOverlapLimits(builder.Configuration);
builder.Services.AddSingleton<IClock>(SystemClock.Instance);
builder.Services.AddHealthChecks().AddDbContextCheck<HonorsDb>();

var app = builder.Build();

app.UseGuards();
app.UseRequestLocalization();
app.UseProblemsAndErrorPages();
app.UseStaticFiles();
app.UseRouting();
app.UseSameOriginForms();
app.UseTokenLimits();
app.UseAuthentication();
app.UseMiddleware<CallerMiddleware>();
app.UseAuthorization();
app.UseWhen(c => c.Request.Path.StartsWithSegments("/api"), api => api.UseMiddleware<RequestBodyMiddleware>());

app.MapConnect();
app.MapContract();
app.MapHealth();
app.MapRazorPages();

var api = app.MapGroup("/api/v1").RequireAuthorization().AddHonorsFilters();
api.MapAccounts();
api.MapServiceClients();
api.MapOrganizations();
api.MapTeams();
api.MapDivisions();
api.MapCodes();
api.MapPeople();
api.MapConsentTexts();
api.MapServiceHours();
api.MapDeployments();
api.MapInsurancePolicies();
api.MapDeeds();
api.MapTitles();
api.MapNominations();
api.MapAwards();
api.MapVillageAssignments();
api.MapCalendar();
api.MapFiles();
app.MapGroup("/api/v1/public").AllowAnonymous().AddHonorsFilters().MapPublic();

await app.Prepare();
app.Run();
