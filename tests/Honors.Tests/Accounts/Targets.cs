using Honors.Api.Demo;
using Honors.Domain.Accounts;
using Honors.Tests.Support;

namespace Honors.Tests.Accounts;

/// <summary>What the matrix asks for: records of the rescue team about one person. What is acted on is made anew for each request.</summary>
internal sealed partial class Targets(HonorsApp app, Actors actors)
{
    private const string Api = "/api/v1";

    private static readonly object Source = new { title = "沁源县融媒体中心", publishedOn = new { date = "2025-01" } };

    private readonly HttpClient _recorder = actors.Recorder, _nominator = actors.Nominator, _verifier = actors.Verifier, _administrator = actors.Administrator, _office = actors.Office;
    private readonly HttpClient _secondOffice = actors.SecondOffice, _unit = actors.Unit, _decider = actors.Decider, _secondDecider = actors.SecondDecider;
    private readonly HttpClient _teamDecider = actors.TeamDecider, _secondTeamDecider = actors.SecondTeamDecider;
    private bool _isMember, _isEmployed;
    private string? _star;
    private int _day, _draws;

    public Guid Person { get; private set; }

    public static async Task<Targets> Make(HonorsApp app, Actors? actors = null)
    {
        var targets = new Targets(app, actors ?? await Actors.Of(app));
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
            "GET /nominations" => Get($"/nominations?limit=100&personId={Person}", await Submitted()),
            "GET /nominations/{id}" => GetById("/nominations/", await Submitted()),
            "GET /cases" => Get("/cases?limit=100", await Accepted()),
            "GET /nominations/{id}/case" => await OneCase(),
            "GET /notices" => Get("/notices?limit=100", (await Published()).Id()),
            "GET /notices/{id}" => GetById("/notices/", (await Published()).Id()),
            "GET /notices/{id}/text" => Get($"/notices/{(await Published()).Id()}/text", "关于身边好人拟推荐对象的公示"),
            "GET /objections" => Get("/objections?limit=100", await Objection()),
            "GET /objections/{id}" => GetById("/objections/", await Objection()),
            "GET /objections/{id}/objector/readings" => await ObjectorReadings(),
            "GET /objections/{id}/files/{fileId}" => await ObjectionFile(),
            "POST /objections/{id}/files" => new Ask(method, $"{Api}/objections/{await Objection()}/files", Content: () => Upload.Alone("照片说明")),
            "POST /objections/{id}/withdrawal" => Post($"/objections/{await Objection()}/withdrawal", new { on = "2026-11-20" }),
            "POST /public/objection-files" => await AttachByReceipt(),
            "POST /public/objection-withdrawals" => Post(path, new { receipt = await Objected() }),
            "GET /public/objections/{receipt}" => Get("/public/objections/QYXDEM00BJECT10N0000000001", "received"),
            "GET /public/notices" => Get("/public/notices?state=ended", DemoId.Of("demo notice ended").ToString()),
            "GET /public/notices/{id}" => Get($"/public/notices/{DemoId.Of("demo notice")}", "尉迟敬民"),
            "GET /statistics/nominations" => Get("/statistics/nominations", "byNominator"),
            "GET /titles/{id}/procedures" => Get($"/titles/{DemoId.Of("优秀队员")}/procedures", DemoId.Of("优秀队员 procedure").ToString()),
            "GET /titles/{id}/procedures/{procedureId}" =>
                Get($"/titles/{DemoId.Of("优秀队员")}/procedures/{DemoId.Of("优秀队员 procedure")}", DemoId.Of("优秀队员 procedure").ToString()),
            "GET /organizations/{id}/vacations" => Get($"/organizations/{DemoData.School}/vacations?limit=100", DemoId.Of("demo vacation").ToString()),
            "GET /organizations/{id}/absences" => Get($"/organizations/{DemoData.School}/absences?limit=100", await Absence()),
            "GET /organizations/{id}/service-sheet" or "GET /organizations/{id}/service-sheet/csv" =>
                Get(path.Replace("{id}", DemoData.School.ToString()) + "?from=2026-01-01&to=2026-12-31", "田清禾"),
            "GET /people/{id}/service-sheet" => Get($"/people/{Person}/service-sheet?from=2020-01-01&to=2020-12-31", await New("service-hours", Hours())),
            "GET /people/{id}/service-sheet/csv" => Get($"/people/{await Serving()}/service-sheet/csv?from=2020-01-01&to=2020-12-31", "巡河"),
            "GET /service-hours/queue" => Get($"/service-hours/queue?for=verification&limit=100&personId={Person}", await New("service-hours", Hours())),
            "GET /service-hours/{id}/confirmations" => await Confirmations(),
            "GET /organizations/{id}" or "GET /teams/{id}" => Get($"/{feature}/{DemoData.RescueTeam}", "沁源县蓝天救援队"),
            "GET /teams/{id}/memberships" => Get(path.Replace("{id}", DemoData.RescueTeam.ToString()) + "?limit=100", await Membership()),
            "GET /teams/{id}/record" => Get(path.Replace("{id}", DemoData.RescueTeam.ToString()), await Membership()),
            "GET /crediting-rules" => Get("/crediting-rules?divisionCode=140000000000", "018e9800-0000-7000-8000-000000000002"),
            "GET /crediting-rules/{id}" => Get("/crediting-rules/018e9800-0000-7000-8000-000000000002", "countsTravel"),
            "GET /crediting-rules/holding" => Get("/crediting-rules/holding?divisionCode=140431207000&on=2026-11-07", "countsTravel"),
            "POST /crediting-rules" => Post(path, CreditingRule),
            "GET /people/{id}/hours-total" => Get($"/people/{Person}/hours-total", "awaitingVerification"),
            "GET /teams/{id}/hours-total" or "GET /organizations/{id}/hours-total" => Get($"/{feature}/{DemoData.RescueTeam}/hours-total", "awaitingVerification"),
            "GET /divisions/{code}/hours-total" => Get("/divisions/140431000000/hours-total", "awaitingVerification"),
            "GET /service-hours/counted" => await Counted(),
            "GET /service-hours/{id}/signs" => Get($"/service-hours/{await New(feature, Hours())}/signs", "noSignIn"),
            "GET /service-hours/national-due" or "GET /service-hours/national-due/csv" => await Due(path),
            "GET /minimum-consents" => Get("/minimum-consents?limit=100", await MinimumConsent()),
            "GET /minimum-consents/{id}" => GetById("/minimum-consents/", await MinimumConsent()),
            "GET /minimum-answers" => Get("/minimum-answers?limit=100", await MinimumAnswer()),
            "GET /minimum-answers/{reference}" => GetById("/minimum-answers/", await MinimumAnswer()),
            "GET /spot-checks" => Get("/spot-checks?limit=100", (await Drawn()).Check.Id()),
            "GET /spot-checks/{id}" => GetById("/spot-checks/", (await Drawn()).Check.Id()),
            "GET /spot-checks/{id}/population" or "GET /spot-checks/{id}/items" => await OfDraw(path),
            "GET /star-policies" => Get("/star-policies?limit=100", "018e9800-0000-7000-8000-000000000011"),
            "GET /people/{id}/star-eligibility" => Get($"/people/{Person}/star-eligibility", "nextMinutes"),
            "GET /stars" => Get($"/stars?limit=100&personId={Person}", await OwnStar()),
            "GET /stars/{id}" => GetById("/stars/", await OwnStar()),
            "GET /stars/{id}/basis" => Get($"/stars/{await OwnStar()}/basis", "recordId"),
            "GET /verification-runs/{id}" => GetById("/verification-runs/", await Run()),
            "GET /recreditings" => Get("/recreditings?limit=100", await Recrediting()),
            "GET /recreditings/{id}" => GetById("/recreditings/", await Recrediting()),
            "GET /recreditings/{id}/records" or "GET /recreditings/{id}/people" => Get(path.Replace("{id}", await Recrediting()), "\"items\""),
            "POST /recreditings" => Post(path, RecreditingOfADay()),
            "POST /recreditings/{id}/application" => Post($"/recreditings/{await Recrediting()}/application", null),
            "GET /calendar/period" => Get("/calendar/period?published=2024-04-03&length=10&unit=workingDays&counting=excludeStart", "2024-04-18"),
            "GET /calendar/working-days" => Get("/calendar/working-days?from=2024-04-01&to=2024-04-30", "\"count\":22"),
            "GET /calendar/years" => Get("/calendar/years", "2024-04-07"),
            "GET /calendar/years/{year}" => Get("/calendar/years/2024", "2024-04-07"),
            "POST /calendar/years" => Post(path, new { year = 2030 + _day++, daysOff = Array.Empty<string>(), makeUpDays = Array.Empty<string>(), source = Source }),
            "GET /public/honor-roll" => Get("/public/honor-roll?q=见义勇为", "卫旭斌"),
            "GET /public/search" => Get("/public/search?q=weixubin", "卫旭斌"),
            "GET /public/teams/{id}" => Get($"/public/teams/{DemoData.RescueTeam}", "卫旭斌"),
            "GET /public/villages/{code}" => Get("/public/villages/140431207218", "卫旭斌"),
            "GET /public/statistics" or "GET /statistics" => Get(path, "byTitle"),
            "GET /public/people/{number}" => Get("/public/people/SXBH6NPZGG", "卫旭斌"),
            "POST /public/nominations" => Post(path, Recommendation(DemoId.Of("身边好人"))),
            "GET /public/nominations/{receipt}" => Get("/public/nominations/QYXDEM0RECE1PT000000000001", "received"),
            "POST /public/appeals" => Post(path, new { receipt = await RefusedReceipt(), reason = "请再核实" }),
            "POST /public/honor-reports" => Post(path, Reporting),
            "GET /public/honor-reports/{receipt}" => Get("/public/honor-reports/QYXDEM0REP0RT0000000000001", "received"),
            "GET /honor-reports" => Get("/honor-reports?limit=100", await HonorReport()),
            "GET /honor-reports/{id}" => GetById("/honor-reports/", await HonorReport()),
            "POST /honor-reports/{id}/answer" => Post($"/honor-reports/{await HonorReport()}/answer", new { outcome = "nothingToCorrect", reason = "名单上没有" }),
            "GET /honor-reports/{id}/sender/readings" => await ReporterReadings(),
            "POST /honor-reports/{id}/sender/readings" => Post($"/honor-reports/{await HonorReport()}/sender/readings", Purpose),
            "GET /nominations/desk" => Get($"/nominations/desk?limit=100&personId={Person}", await Submitted()),
            "GET /nominations/{id}/history" => Get($"/nominations/{await Submitted()}/history", await Submitted()),
            "POST /nominations/{id}/appeal" => Post($"/nominations/{await Refused()}/appeal", new { reason = "请再核实" }),
            "POST /nominations/{id}/appeal/answer" => Post($"/nominations/{await Appealed()}/appeal/answer", new { outcome = "upheld", reason = "属实" }),
            "GET /nominations/{id}/sender/readings" => await SenderReadings(),
            "POST /nominations/{id}/sender/readings" => Post($"/nominations/{await Recommended()}/sender/readings", Purpose),
            "GET /people" => Get("/people?limit=100", Person.ToString()),
            "GET /people/{id}" => Get($"/people/{Person}", "苏见山"),
            "GET /people/{id}/record" => Get($"/people/{Person}/record", await New("service-hours", Hours())),
            "GET /people/{id}/identity" => Get($"/people/{await Identified()}/identity", "1404**********0008"),
            "GET /people/{id}/identity/readings" => Get($"/people/{await Identified()}/identity/readings", await New($"people/{Person}/identity/readings", Purpose)),
            "GET /people/{id}/identity/matches" =>
                Get($"/people/{await Identified()}/identity/matches", await New("people", new { name = "苏见山", identity = IdentityNumber })),
            "GET /people/{id}/mergers" => Get($"/people/{Person}/mergers", await Merger()),
            "GET /people/{id}/affiliations" => Get($"/people/{Person}/affiliations", await Affiliation()),
            "GET /people/{id}/employments" => Get($"/people/{Person}/employments", await New($"people/{Person}/employments", Employment)),
            "GET /people/{id}/prior-totals" => Get($"/people/{Person}/prior-totals", await New($"people/{Person}/prior-totals", PriorTotal)),
            "GET /consent-texts" => Get("/consent-texts", "publication"),
            "GET /people/{id}/guardians" => Get($"/people/{Person}/guardians", await New($"people/{Person}/guardians", await Guardian())),
            "GET /people/{id}/grounds" => Get($"/people/{Person}/grounds", await New($"people/{Person}/grounds", await Ground())),
            "GET /people/{id}/prior-totals/{totalId}" => Get($"/people/{Person}/prior-totals/{await New($"people/{Person}/prior-totals", PriorTotal)}", "社区服务"),
            "GET /awards/{id}/changes" => await Changes(),
            "GET /awards/{id}/history" => await One(feature, "/history"),
            "POST /awards/{id}/wishes" => Post($"/awards/{await Confirmed()}/wishes", new { kind = "notPublished", on = "2026-11-10", channel = "paper" }),
            "GET /public/awards/{id}" => Get($"/public/awards/{DemoId.Of("卫旭斌 见义勇为先进分子")}", "卫旭斌"),
            "GET /decisions" => Get("/decisions?limit=100", await ConfirmedDecision()),
            "GET /decisions/{id}" => GetById("/decisions/", await ConfirmedDecision()),
            "GET /decisions/{id}/missing" => Get($"/decisions/{await DraftDecision()}/missing", "missing"),
            "POST /decisions" => Post(path, Decision(await Decidable())),
            "PUT /decisions/{id}" => await PutDecision(),
            "POST /decisions/{id}/confirmation" => Post($"/decisions/{await DraftDecision()}/confirmation", null),
            "POST /decisions/{id}/withdrawal" => Post($"/decisions/{await DraftDecision()}/withdrawal", new { reason = "重新拟定" }),
            "GET /village-assignments/{id}/help-log" => await HelpLog(),
            "GET /public/revocations" => Get("/public/revocations", "蓝救撤〔2026〕1号"),
            "GET /people/{id}/corrections" => Get($"/people/{Person}/corrections", await New($"people/{Person}/corrections", Correction)),
            "GET /accounts" => Get("/accounts?limit=100", await Account()),
            "GET /service-clients" => Get("/service-clients?limit=100", await Program()),
            "GET /accounts/{id}" => Get($"/accounts/{await Account()}", "某某值班"),
            "GET /service-clients/{id}" => Get($"/service-clients/{await Program()}", "某某系统"),
            "GET /codes" => Get("/codes", "第一书记"),
            "GET /files" => Get("/files?limit=100", await StoredFile()),
            "GET /files/{id}" => GetById("/files/", await StoredFile()),
            "GET /files/{id}/content" => Get($"/files/{await StoredFile()}/content", "巡河签到"),
            "GET /deployments/{id}/roster" => Get($"/deployments/{await Live()}/roster", Person.ToString()),
            "GET /deployments/{id}/outcomes" => Get($"/deployments/{await Live()}/outcomes", "missingFound"),
            "GET /deployments/{id}/log" => Get($"/deployments/{await Logged()}/log", "到达现场"),
            "GET /deployments/{id}/briefing" => Get($"/deployments/{await Live()}/briefing", "夜间搜寻"),
            "GET /deployments/{id}/record-sheet" => Get($"/deployments/{await Live()}/record-sheet", "苏见山"),
            "GET /insurance-policies" => Get("/insurance-policies?limit=100", await New("insurance-policies", Policy)),
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
            "POST /files" => new Ask(HttpMethod.Post, Api + path, Content: () => Upload.Text("巡河签到", DemoData.RescueTeam)),
            "DELETE /files/{id}" => new Ask(HttpMethod.Delete, $"{Api}/files/{await StoredFile()}"),
            "POST /people" => Post(path, new { name = "苏见山", recordedBy = DemoData.RescueTeam }),
            "POST /people/{id}/account" => Post($"/people/{await New("people", new { name = "苏见山" })}/account", null),
            "POST /people/{id}/identity" => Post($"/people/{Person}/identity", IdentityNumber),
            "POST /people/{id}/identity/readings" => Post($"/people/{await Identified()}/identity/readings", Purpose),
            "POST /people/{id}/merger" => Post($"/people/{Person}/merger", await Merging()),
            "POST /people/{id}/mergers/{mergerId}/confirmation" => Post($"/people/{Person}/mergers/{await Merger()}/confirmation", null),
            "POST /people/{id}/mergers/{mergerId}/rejection" => Post($"/people/{Person}/mergers/{await Merger()}/rejection", new { reason = "同名不同人" }),
            "POST /people/{id}/mergers/{mergerId}/separation" => Post($"/people/{Person}/mergers/{await Merged()}/separation", new { reason = "确为两人" }),
            "POST /people/{id}/affiliations/{affiliationId}/confirmation" => Post($"/people/{Person}/affiliations/{await Affiliation()}/confirmation", null),
            "POST /people/{id}/employments" => Post($"/people/{Person}/employments", Employment),
            "POST /people/{id}/employments/{employmentId}/confirmation" =>
                Post($"/people/{Person}/employments/{await New($"people/{Person}/employments", Employment)}/confirmation", null),
            "POST /people/{id}/prior-totals" => Post($"/people/{Person}/prior-totals", PriorTotal),
            "POST /people/{id}/guardians" => Post($"/people/{Person}/guardians", await Guardian()),
            "POST /people/{id}/guardians/{guardianshipId}/confirmation" =>
                Post($"/people/{Person}/guardians/{await New($"people/{Person}/guardians", await Guardian())}/confirmation", null),
            "POST /people/{id}/guardians/{guardianshipId}/ending" =>
                Post($"/people/{Person}/guardians/{await New($"people/{Person}/guardians", await Guardian())}/ending", Until),
            "POST /people/{id}/grounds" => Post($"/people/{Person}/grounds", await Ground()),
            "POST /people/{id}/grounds/{groundId}/ending" =>
                Post($"/people/{Person}/grounds/{await New($"people/{Person}/grounds", await Ground())}/ending", null),
            "POST /people/{id}/grounds/{groundId}/own-say" => Post($"/people/{Person}/grounds/{await AwaitingGround()}/own-say", null),
            "POST /people/{id}/corrections" => Post($"/people/{Person}/corrections", Correction),
            "POST /people/{id}/corrections/{correctionId}/answer" => Post(
                $"/people/{Person}/corrections/{await New($"people/{Person}/corrections", Correction)}/answer", new { accepted = false, reason = "签到表上没有此人。" }),
            "POST /organizations" => Post(path, Organization("新队")),
            "POST /titles" => Post(path, Title),
            "POST /nominations" => Post(path, Nomination),
            "PUT /nominations/{id}" => new Ask(HttpMethod.Put, $"{Api}/nominations/{await Drafted()}", null, Nomination, "\"1.f\""),
            "POST /nominations/{id}/submission" => Post($"/nominations/{await Drafted()}/submission", null),
            "POST /nominations/{id}/acceptance" => Post($"/nominations/{await Submitted()}/acceptance", null),
            "POST /nominations/{id}/return" => Post($"/nominations/{await Submitted()}/return", new { missing = "缺受益人证言" }),
            "POST /nominations/{id}/refusal" => Post($"/nominations/{await Submitted()}/refusal", new { reason = "事迹不属实" }),
            "POST /nominations/{id}/merger" => Post($"/nominations/{await Accepted()}/merger", new { keyId = await Accepted(), reason = "同一事迹" }),
            "POST /nominations/{id}/separation" => Post($"/nominations/{await Joined()}/separation", new { reason = "两件事迹" }),
            "POST /nominations/{id}/checks" => Post($"/nominations/{await Accepted()}/checks", Asked),
            "POST /nominations/{id}/checks/{checkId}/answer" => Post(await Part("checks", Asked) + "/answer", new { result = "noRecord", on = "2026-11-20" }),
            "POST /nominations/{id}/panel" => Post($"/nominations/{await Accepted()}/panel", Expert),
            "POST /nominations/{id}/panel/{memberId}/recusal" => Post(await Part("panel", Expert) + "/recusal", new { kind = "declared", reason = "亲属" }),
            "POST /nominations/{id}/panel/{memberId}/opinion" => Post(await Part("panel", Expert) + "/opinion", new { vote = "for", words = "属实", on = "2026-11-20" }),
            "POST /nominations/{id}/examinations" => Post($"/nominations/{await Accepted()}/examinations", new { result = "notApproved", reason = "不属实" }),
            "POST /nominations/{id}/stops" => Post($"/nominations/{await Accepted()}/stops", Stop),
            "POST /nominations/{id}/resumption" => Post($"/nominations/{await Handled(await Accepted(), "stops", Stop)}/resumption", null),
            "POST /nominations/{id}/recommendation" => Post($"/nominations/{await Approved()}/recommendation", Letter),
            "POST /nominations/{id}/recommendation/answer" =>
                Post($"/nominations/{await Handled(await Approved(), "recommendation", Letter)}/recommendation/answer", new { result = "adopted", on = "2026-11-20" }),
            "POST /nominations/{id}/exemption" => Post($"/nominations/{await Confidential()}/exemption", Exemption),
            "POST /nominations/{id}/exemption/confirmation" => Post($"/nominations/{await Handled(await Confidential(), "exemption", Exemption)}/exemption/confirmation", null),
            "POST /notices" => Post(path, NoticeBody),
            "PUT /notices/{id}" => new Ask(HttpMethod.Put, $"{Api}/notices/{(await DraftedNotice()).Id()}", null, NoticeBody, "\"2.f\""),
            "DELETE /notices/{id}" => new Ask(method, $"{Api}/notices/{(await DraftedNotice()).Id()}"),
            "DELETE /decisions/{id}" => new Ask(method, $"{Api}/decisions/{await DraftDecision()}"),
            "POST /notices/{id}/entries" => Post($"/notices/{(await _decider.Created($"{Api}/notices", NoticeBody)).Id()}/entries", await NoticeEntry()),
            "POST /notices/{id}/publication" => Post($"/notices/{(await DraftedNotice()).Id()}/publication", null),
            "POST /notices/{id}/entries/{entryId}/change" => Post(await Entry() + "/change", EntryChange),
            "POST /notices/{id}/entries/{entryId}/correction" => Post(await Entry() + "/correction", EntryChange),
            "POST /notices/{id}/entries/{entryId}/correction/confirmation" => Post(await Slip() + "/correction/confirmation", null),
            "POST /notices/{id}/entries/{entryId}/removal" => Post(await Entry() + "/removal", new { reason = "本人退出" }),
            "POST /notices/{id}/objections" => Post($"/notices/{DemoId.Of("demo notice")}/objections", Objecting),
            "POST /public/notices/{id}/objections" => Post($"/public/notices/{DemoId.Of("demo notice")}/objections", new { text = "事迹不实", leads = "可问同村村民" }),
            "POST /objections/{id}/acceptance" => Post($"/objections/{await Objection()}/acceptance", null),
            "POST /objections/{id}/refusal" => Post($"/objections/{await Objection()}/refusal", new { ground = "repeated" }),
            "POST /objections/{id}/finding" => Post($"/objections/{await Objection("acceptance", null)}/finding", NotUpheld),
            "POST /objections/{id}/answer" => Post($"/objections/{await FoundObjection()}/answer", new { text = "不属实" }),
            "POST /objections/{id}/handing-on" => Post($"/objections/{await Objection()}/handing-on", HandingOn),
            "POST /objections/{id}/archiving" => Post($"/objections/{await Objection("handing-on", HandingOn)}/archiving", null),
            "POST /objections/{id}/objector/readings" => Post($"/objections/{await Objection()}/objector/readings", Purpose),
            "POST /titles/{id}/procedures" => Post($"/titles/{await New("titles", Title)}/procedures", Procedure),
            "POST /teams/{id}/memberships" => Post($"/teams/{DemoData.RescueTeam}/memberships", new { personId = await New("people", new { name = "苏见山" }) }),
            "POST /service-hours/{id}/verification" => Post($"/service-hours/{await New(feature, Hours())}/verification", null),
            "POST /service-hours/{id}/appraisal" => Post($"/service-hours/{await New(feature, Hours())}/appraisal", new { quality = "good", on = "2026-11-18" }),
            "POST /service-hours/{id}/rejection" => Post($"/service-hours/{await New(feature, Hours())}/rejection", new { reason = "未参加" }),
            "POST /service-hours/{id}/settlement" => Post($"/service-hours/{await Contested()}/settlement", new { counts = "other", reason = "未参加" }),
            "POST /service-hours/{id}/confirmation" => Post($"/service-hours/{await New(feature, Hours())}/confirmation", new { answer = "true" }),
            "POST /service-hours/{id}/confirmations/{confirmationId}/reply" => Post(await Disputed() + "/reply", new { agrees = false, reason = "签到表为证" }),
            "POST /service-hours/{id}/confirmations/{confirmationId}/decision" => Post(await Disagreed() + "/decision", new { minutes = 30, reason = "半场" }),
            "POST /service-hours/{id}/denial" => Post($"/service-hours/{await New(feature, Hours())}/denial", new { reason = "没有参加" }),
            "POST /service-hours/confirmations" => Post(path, new { mode = "each", rows = new[] { new { id = await New(feature, Hours()), answer = "true" } } }),
            "POST /service-hours/verifications" => Post(path, new { mode = "each", rows = new[] { new { id = await New(feature, Hours()) } } }),
            "POST /service-hours/{id}/national-report" => Post($"/service-hours/{await VerifiedHours()}/national-report", new { act = "reported", number = "SX-1" }),
            "POST /service-hours/national-reports" => Post(path, new { mode = "each", rows = new[] { new { id = await VerifiedHours(), act = "reported", number = "SX-1" } } }),
            "POST /minimum-consents" => Post(path, MinimumConsentBody),
            "POST /minimum-consents/{id}/withdrawal" => Post($"/minimum-consents/{await MinimumConsent()}/withdrawal", null),
            "POST /minimum-consents/{id}/questions" => Post($"/minimum-consents/{await MinimumConsent()}/questions", null),
            "POST /spot-checks" => Post(path, DrawOf(await VerifiedHours())),
            "POST /spot-checks/{id}/items/{place}/result" => Post(await DrawnItem() + "/result", new { result = "asRecorded" }),
            "POST /spot-checks/{id}/items/{place}/conclusion" => Post(await DrawnItem(true) + "/conclusion", new { reason = "照片为证" }),
            "POST /star-policies" => Post(path, StarPolicy),
            "POST /stars" => Post(path, StarOf((await HundredHours()).Person)),
            "POST /stars/{id}/decision" => Post($"/stars/{(await AppliedStar()).Star}/decision", new { grant = true }),
            "POST /stars/{id}/review" => Post($"/stars/{await ReopenedStar()}/review", new { keep = true, reason = "另有证明" }),
            "POST /verification-runs" => Post(path, RunOfTeam),
            "POST /verification-runs/{id}/slices" => Post($"/verification-runs/{await Run()}/slices", null),
            "POST /organizations/{id}/vacations" => Post($"/organizations/{DemoData.School}/vacations", Vacation),
            "DELETE /organizations/{id}/vacations/{vacationId}" => new Ask(
                method, $"{Api}/organizations/{DemoData.School}/vacations/{(await _unit.Created($"{Api}/organizations/{DemoData.School}/vacations", Vacation)).Id()}"),
            "POST /organizations/{id}/absences" => Post($"/organizations/{DemoData.School}/absences", OnLeave),
            "DELETE /organizations/{id}/absences/{absenceId}" => new Ask(method, $"{Api}/organizations/{DemoData.School}/absences/{await Absence()}"),
            "POST /deployments/{id}/times" => Post($"/deployments/{await Live()}/times", new { point = "allSafe", at = "2026-11-01T20:00:00Z" }),
            "POST /deployments/{id}/outcomes" => Post($"/deployments/{await Live()}/outcomes", Found),
            "POST /deployments/{id}/roster" => Post($"/deployments/{await Live()}/roster", new { name = "耿远帆" }),
            "POST /deployments/{id}/log" => Post($"/deployments/{await Live()}/log", LogLine),
            "POST /deployments/{id}/roster/{lineId}/segments" => Post(await Line() + "/segments", new { segments = Array.Empty<object>() }),
            "POST /deployments/{id}/roster/{lineId}/ending" => Post(await Line() + "/ending", new { kind = "returned", at = "2026-11-10T20:00:00Z" }),
            "POST /deployments/{id}/closing" => Post($"/deployments/{await Live()}/closing", null),
            "POST /deployments/{id}/reopening" => Post($"/deployments/{await Closed()}/reopening", new { reason = "漏记" }),
            "POST /deployments/{id}/verification" => Post($"/deployments/{await Closed()}/verification", null),
            "POST /service-hours/{id}/reversal" => Post($"/service-hours/{await New(feature, Hours())}/reversal", new { reason = "未参加" }),
            "POST /awards/{id}/correction" => Post($"/awards/{await Confirmed()}/correction", new { reason = "年度写错", award = Award() }),
            "POST /awards/{id}/voidance" => Post($"/awards/{await New(feature, Award())}/voidance", new { reason = "重复录入" }),
            "POST /awards/{id}/revocation" or "POST /awards/{id}/reinstatement" => Post(path.Replace("{id}", await New(feature, Award())), Paper(path)),
            "POST /awards/{id}/changes/{changeId}/confirmation" => Post(await Change() + "/confirmation", null),
            "POST /awards/{id}/changes/{changeId}/rejection" => Post(await Change() + "/rejection", new { reason = "并非重复" }),
            "POST /village-assignments/{id}/ending" => Post($"/village-assignments/{await New(feature, Running())}/ending", new { ending = "rotated", until = "2026-11-01" }),
            "POST /village-assignments/{id}/help-log" => Post($"/village-assignments/{await New(feature, Running())}/help-log", Help),
            "POST /village-assignments/{id}/help-log/{entryId}/follow-up" => Post(await HelpEntry() + "/follow-up", new { result = "已办" }),
            "POST /teams/{id}/memberships/{membershipId}/ending" => Post(await OneMembership() + "/ending", Until),
            "POST /people/{id}/employments/{employmentId}/ending" =>
                Post($"/people/{Person}/employments/{await New($"people/{Person}/employments", Employment)}/ending", Until),
            "POST /awards/{id}/confirmation" => Post($"/awards/{await New(feature, Award())}/confirmation", null),
            _ when method == HttpMethod.Post && path == "/" + feature => Post(path, Body(feature)),
            "PUT /people/{id}/prior-totals/{totalId}" => await Put($"people/{Person}/prior-totals", PriorTotal),
            _ when method == HttpMethod.Delete => new Ask(method, $"{Api}/{feature}/{await New(feature, Body(feature))}"),
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
        "insurance-policies" => Policy,
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

    private Task<Ask> Put(string feature) => Put(feature, Body(feature));

    private async Task<Ask> Put(string feature, object body)
    {
        var path = $"{Api}/{feature}/{await New(feature, body)}";
        return new Ask(HttpMethod.Put, path, null, body, (await _recorder.GetAsync(path)).Headers.ETag!.Tag);
    }

    private static Ask Get(string path, string shown) => new(HttpMethod.Get, Api + path, shown);

    private static Ask GetById(string folder, string id) => Get(folder + id, id);

    private static Ask Post(string path, object? body) => new(HttpMethod.Post, Api + path, null, body);
}

/// <summary>Those who make what is asked for.</summary>
internal sealed record Actors(
    HttpClient Recorder,
    HttpClient Nominator,
    HttpClient Verifier,
    HttpClient Administrator,
    HttpClient Office,
    HttpClient SecondOffice,
    HttpClient Unit,
    HttpClient Decider,
    HttpClient SecondDecider,
    HttpClient TeamDecider,
    HttpClient SecondTeamDecider)
{
    public static async Task<Actors> Of(HonorsApp app) => new(
        await app.As(null, DemoData.RescueTeam, Right.Record),
        await app.As(null, DemoData.RescueTeam, Right.Nominate),
        await app.As(null, DemoData.RescueTeam, Right.Verify),
        await app.As(null, DemoData.RescueTeam, Right.Administer),
        await app.As(null, DemoData.CountyOffice, Right.Verify),
        await app.As(null, DemoData.CountyOffice, Right.Verify),
        await app.As(null, DemoData.School, Right.Confirm),
        await app.As(null, DemoData.CountyOffice, Right.Decide),
        await app.As(null, DemoData.CountyOffice, Right.Decide),
        await app.As(null, DemoData.RescueTeam, Right.Decide),
        await app.As(null, DemoData.RescueTeam, Right.Decide));
}
