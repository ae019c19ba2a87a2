using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Honors.Api.Demo;
using Honors.Domain.Accounts;
using Honors.Tests.Support;

namespace Honors.Tests.Accounts;

/// <summary>How what is asked for comes to be.</summary>
internal sealed partial class Targets
{
    private async Task<string> New(string path, object body) => (await _recorder.Created($"{Api}/{path}", body)).Id();

    private async Task<string> StoredFile() =>
        (await (await _recorder.PostAsync($"{Api}/files", Upload.Text("巡河签到", DemoData.RescueTeam))).Expect(HttpStatusCode.Created)).Id();

    private async Task<object> Merging() => new { otherId = await New("people", new { name = "苏见山" }), reason = "同一人" };

    private static object Vacation => new { name = "寒假", firstDay = "2027-01-16", lastDay = "2027-02-21" };

    private object OnLeave => new { rows = new[] { new { personId = Person, kind = "leave", firstDay = "2020-01-01", lastDay = "2020-12-30", source = "考勤表" } } };

    private async Task<string> Absence()
    {
        await Employ();
        return (await _unit.Created($"{Api}/organizations/{DemoData.School}/absences", OnLeave)).GetProperty("items")[0].Id();
    }

    private async Task Employ()
    {
        if (_isEmployed) return;

        var employment = await New($"people/{Person}/employments", Employment);
        await (await _office.PostAsync($"{Api}/people/{Person}/employments/{employment}/confirmation", null)).Expect(HttpStatusCode.OK);
        _isEmployed = true;
    }

    private async Task<string> Serving()
    {
        await New("service-hours", Hours());
        return Person.ToString();
    }

    private async Task<string> Disputed()
    {
        await Employ();
        var hours = await New("service-hours", Hours());
        var word = await _unit.PostAsJsonAsync($"{Api}/service-hours/{hours}/confirmation", new { answer = "untrue", reason = "onDuty" });
        return $"/service-hours/{hours}/confirmations/{(await word.Expect(HttpStatusCode.OK)).Id()}";
    }

    private async Task<string> Disagreed()
    {
        var dispute = await Disputed();
        await (await _recorder.PostAsJsonAsync($"{Api}{dispute}/reply", new { agrees = false, reason = "签到表为证" })).Expect(HttpStatusCode.OK);
        return dispute;
    }

    private async Task<Ask> Confirmations()
    {
        var parts = (await Disputed()).Split('/');
        return Get($"/service-hours/{parts[2]}/confirmations", parts[4]);
    }

    private async Task<string> Merger() => (await _office.Created($"{Api}/people/{Person}/merger", await Merging())).Id();

    private async Task<string> Merged()
    {
        var merger = await Merger();
        await (await _secondOffice.PostAsync($"{Api}/people/{Person}/mergers/{merger}/confirmation", null)).Expect(HttpStatusCode.OK);
        return merger;
    }

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

    private async Task<string> Confirmed()
    {
        // Of another title than the roll is asked for: what is confirmed here stands on it.
        var award = await New("awards", Award("优秀队员"));
        await (await _verifier.PostAsync($"{Api}/awards/{award}/confirmation", null)).Expect(HttpStatusCode.OK);
        return award;
    }

    private async Task<Ask> Changes()
    {
        var award = await New("awards", Award());
        return Get($"/awards/{award}/changes", await New($"awards/{award}/voidance", new { reason = "重复录入" }));
    }

    private async Task<string> Change()
    {
        var award = await New("awards", Award());
        return $"/awards/{award}/changes/{await New($"awards/{award}/voidance", new { reason = "重复录入" })}";
    }

    private static object Paper(string path) => path.EndsWith("revocation", StringComparison.Ordinal)
        ? new { ground = "falseDeeds", bodyId = DemoData.RescueTeam, documentNumber = "某撤1号", issuedOn = "2026-11-01", reason = "事迹不实" }
        : new { bodyId = DemoData.RescueTeam, documentNumber = "某复1号", issuedOn = "2026-11-01", reason = "复核" };

    private async Task<Ask> HelpLog()
    {
        var posting = await New("village-assignments", Running());
        return Get($"/village-assignments/{posting}/help-log", await New($"village-assignments/{posting}/help-log", Help));
    }

    private async Task<string> HelpEntry()
    {
        var posting = await New("village-assignments", Running());
        return $"/village-assignments/{posting}/help-log/{await New($"village-assignments/{posting}/help-log", Help)}";
    }

    private async Task<string> OneMembership()
    {
        var person = await New("people", new { name = "苏见山" });
        return $"/teams/{DemoData.RescueTeam}/memberships/{await New($"teams/{DemoData.RescueTeam}/memberships", new { personId = person })}";
    }

    private static object Until => new { until = new { date = "2026-10" } };

    private static object Help => new { day = "2015-01-01", kind = "homeVisit", matter = "入户走访", household = "WGS", followUp = "周五送药" };

    /// <summary>Of unknown days, so that it stands beside any other.</summary>
    private object Running() => new { personId = Person, villageCode = 140431207218, recordedBy = DemoData.RescueTeam };

    private async Task<object> Guardian() => new { guardianId = await New("people", new { name = "苏见山" }), kind = "parent" };

    /// <summary>A consent of the person's guardian, through the guardian's own account.</summary>
    private async Task<string> AwaitingGround()
    {
        var guardian = await New("people", new { name = "苏见山" });
        var guardianship = await New($"people/{Person}/guardians", new { guardianId = guardian, kind = "parent" });
        await _office.PostAsync($"{Api}/people/{Person}/guardians/{guardianship}/confirmation", null);
        var givers = new[] { new { by = "guardian", guardianshipId = guardianship } };
        var consent = new { purpose = "展示志愿服务", textId = "publication", textVersion = "1", givenOn = "2026-11-20", channel = "page", givers, minor = true };
        return (await (await app.As(Guid.Parse(guardian), DemoData.NeighbourOffice)).Created(
            $"{Api}/people/{Person}/grounds", new { kind = "consent", consent, showsName = true, showsUnit = false, recordIds = Array.Empty<string>() })).Id();
    }

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

    /// <summary>For a title of the county office, which thereby sees it once it is submitted.</summary>
    private object Nomination => NominationFor(DemoId.Of("道德模范"));

    private object NominationFor(Guid title) => new
    {
        titleId = title,
        nomineeKind = "person",
        personId = Person,
        summary = "冰面救人",
        evidence = new[] { new { kind = "witness", source = "同村村民", holder = "救援队" } },
        ground = new { kind = "consent", on = "2026-11-01", proof = "同意书" },
        recordedBy = DemoData.RescueTeam,
    };

    private async Task<string> Drafted(string title = "道德模范") => (await _nominator.Created($"{Api}/nominations", NominationFor(DemoId.Of(title)))).Id();

    private async Task<string> Submitted(string title = "道德模范")
    {
        var id = await Drafted(title);
        await (await _nominator.PostAsync($"{Api}/nominations/{id}/submission", null)).Expect(HttpStatusCode.OK);
        return id;
    }

    private static object Asked => new { department = "县公安局" };

    private static object Expert => new { name = "评审专家" };

    private static object Stop => new { ground = "authority", note = "等待证明" };

    private static object Letter => new { officeId = DemoData.CityOffice, number = "推1号", on = "2026-11-20" };

    private async Task<string> Accepted(string title = "道德模范") => await Handled(await Submitted(title), "acceptance", null);

    private async Task<string> Approved() => await Handled(await Accepted("身边好人"), "examinations", new { result = "approved" });

    private async Task<string> Joined() => await Handled(await Accepted(), "merger", new { keyId = await Accepted(), reason = "同一事迹" });

    /// <summary>A case of the team's own title, which nothing stands before.</summary>
    private async Task<string> Decidable()
    {
        var id = await Submitted("优秀队员");
        await (await _verifier.PostAsync($"{Api}/nominations/{id}/acceptance", null)).Expect(HttpStatusCode.OK);
        return id;
    }

    private static object Decision(string nomination) => new
    {
        titleId = DemoId.Of("优秀队员"),
        bodyIds = new[] { DemoData.RescueTeam },
        name = "关于评定优秀队员的决定",
        decidedOn = "2026-11-20",
        entries = new[] { new { nominationId = nomination } },
    };

    private async Task<string> DraftDecision() => (await _teamDecider.Created($"{Api}/decisions", Decision(await Decidable()))).Id();

    private async Task<string> ConfirmedDecision()
    {
        var id = await DraftDecision();
        await (await _secondTeamDecider.PostAsync($"{Api}/decisions/{id}/confirmation", null)).Expect(HttpStatusCode.OK);
        return id;
    }

    private async Task<Ask> PutDecision()
    {
        var nomination = await Decidable();
        var path = $"{Api}/decisions/{(await _teamDecider.Created($"{Api}/decisions", Decision(nomination))).Id()}";
        return new Ask(HttpMethod.Put, path, null, Decision(nomination), (await _teamDecider.GetAsync(path)).Headers.ETag!.Tag);
    }

    private static object Exemption => new { ground = "safety", reason = "公安机关意见" };

    private async Task<string> Confidential()
    {
        if ((await _office.GetAsync($"{Api}/calendar/years/2027")).StatusCode is HttpStatusCode.NotFound)
            await _decider.Created($"{Api}/calendar/years", new { year = 2027, daysOff = Array.Empty<string>(), makeUpDays = Array.Empty<string>(), source = Source });
        var nomination = JsonNode.Parse(JsonSerializer.Serialize(NominationFor(DemoId.Of("见义勇为确认"))))!;
        nomination["ground"]!["kind"] = "confidential";
        var id = (await _nominator.Created($"{Api}/nominations", nomination)).Id();
        await (await _nominator.PostAsync($"{Api}/nominations/{id}/submission", null)).Expect(HttpStatusCode.OK);
        return await Handled(id, "acceptance", null);
    }

    private static object NoticeBody => new
    {
        titleId = DemoId.Of("身边好人"),
        heading = "关于身边好人拟推荐对象的公示",
        basis = "《身边好人推荐办法》",
        stage = "toBeRecommended",
        acceptance = new { department = "文明办", person = "某某", channels = new[] { "letter" }, address = "示例路0号" },
    };

    private async Task<object> NoticeEntry() => new { caseId = await Approved(), name = "苏见山", deed = "冰面救人" };

    private static object EntryChange => new { name = "苏见山", deed = "冰面救起落水儿童", reason = "核实" };

    private async Task<JsonElement> DraftedNotice()
    {
        var id = (await _decider.Created($"{Api}/notices", NoticeBody)).Id();
        return await (await _decider.PostAsJsonAsync($"{Api}/notices/{id}/entries", await NoticeEntry())).Expect(HttpStatusCode.OK);
    }

    private async Task<JsonElement> Published() =>
        await (await _secondDecider.PostAsync($"{Api}/notices/{(await DraftedNotice()).Id()}/publication", null)).Expect(HttpStatusCode.OK);

    private async Task<string> Entry()
    {
        var notice = await Published();
        return $"/notices/{notice.Id()}/entries/{notice.GetProperty("entries")[0].Id()}";
    }

    private async Task<string> Slip()
    {
        var entry = await Entry();
        await (await _decider.PostAsJsonAsync($"{Api}{entry}/correction", EntryChange)).Expect(HttpStatusCode.OK);
        return entry;
    }

    private static object Objecting => new { text = "事迹不实", channel = "phone", arrivedOn = "2026-11-20", name = "某村民", contact = "villager@example.org" };

    private static object NotUpheld => new { outcome = "notUpheld", reason = "不属实" };

    private static object HandingOn => new { kind = "petition", body = "信访局", receipt = "1号", on = "2026-11-20" };

    private async Task<string> Objection() => (await _secondOffice.Created($"{Api}/notices/{DemoId.Of("demo notice")}/objections", Objecting)).Id();

    private async Task<string> Objection(string act, object? body) => await WithObjection(await Objection(), act, body);

    private async Task<string> FoundObjection() => await WithObjection(await Objection("acceptance", null), "finding", NotUpheld);

    private async Task<string> WithObjection(string id, string act, object? body)
    {
        await (await _secondOffice.PostAsync($"{Api}/objections/{id}/{act}", body is null ? null : JsonContent.Create(body))).Expect(HttpStatusCode.OK);
        return id;
    }

    private async Task<Ask> ObjectorReadings()
    {
        var path = $"/objections/{await Objection()}/objector/readings";
        return Get(path, (await _secondOffice.Created(Api + path, Purpose)).Id());
    }

    private async Task<Ask> ObjectionFile()
    {
        var path = $"{Api}/objections/{await Objection()}/files";
        var with = await (await _secondOffice.PostAsync(path, Upload.Alone("照片说明"))).Expect(HttpStatusCode.Created);
        return new Ask(HttpMethod.Get, $"{path}/{with.GetProperty("files")[0].Id()}", "照片说明");
    }

    private async Task<string> Objected() => (await app.Anonymous().Created($"{Api}/public/notices/{DemoId.Of("demo notice")}/objections", new { text = "事迹不实", leads = "可问同村村民" }))
        .GetProperty("receipt").GetString()!;

    private async Task<Ask> AttachByReceipt()
    {
        var receipt = await Objected();
        return new Ask(HttpMethod.Post, $"{Api}/public/objection-files", Content: () => Upload.Alone("照片说明", receipt));
    }

    /// <summary>Of the team's own title.</summary>
    private static object Reporting => new { kind = "omitted", text = "漏记一项", titleId = DemoId.Of("优秀队员"), contact = "villager@example.org" };

    private async Task<string> HonorReport()
    {
        await app.Anonymous().Created($"{Api}/public/honor-reports", Reporting);
        return (await _verifier.Read($"{Api}/honor-reports")).GetProperty("items")[0].Id();
    }

    private async Task<Ask> ReporterReadings()
    {
        var path = $"/honor-reports/{await HonorReport()}/sender/readings";
        return Get(path, (await _verifier.Created(Api + path, Purpose)).Id());
    }

    private async Task<Ask> OneCase()
    {
        var id = await Accepted();
        return Get($"/nominations/{id}/case", id);
    }

    /// <returns>The id of the nomination again.</returns>
    private async Task<string> Handled(string id, string act, object? body)
    {
        await (await _office.PostAsync($"{Api}/nominations/{id}/{act}", body is null ? null : JsonContent.Create(body))).Expect(HttpStatusCode.OK);
        return id;
    }

    private async Task<string> Part(string parts, object body)
    {
        var id = await Handled(await Accepted(), parts, body);
        return $"/nominations/{id}/{parts}/{(await _office.Read($"{Api}/nominations/{id}/case")).GetProperty(parts)[0].Id()}";
    }

    private static object Recommendation(Guid title) => new { titleId = title, nomineeName = "苏见山", deed = "冰面救人", contact = "villager@example.org" };

    /// <summary>For a title of the team itself, so that it is the team's to complete.</summary>
    private async Task<string> Recommended()
    {
        var title = await TeamsTitle();
        await app.Anonymous().Created($"{Api}/public/nominations", Recommendation(title));
        return (await _verifier.Read($"{Api}/nominations?titleId={title}")).GetProperty("items")[0].Id();
    }

    private async Task<Guid> TeamsTitle()
    {
        var title = Guid.Parse(await New("titles", Title));
        var decider = await app.As(null, DemoData.RescueTeam, Right.Decide);
        await decider.Created($"{Api}/titles/{title}/procedures", TeamsProcedure);
        return title;
    }

    private async Task<string> Refused()
    {
        var id = (await _nominator.Created($"{Api}/nominations", NominationFor(await TeamsTitle()))).Id();
        await (await _nominator.PostAsync($"{Api}/nominations/{id}/submission", null)).Expect(HttpStatusCode.OK);
        await (await _verifier.PostAsJsonAsync($"{Api}/nominations/{id}/refusal", new { reason = "不符合条件" })).Expect(HttpStatusCode.OK);
        return id;
    }

    private async Task<string> RefusedReceipt()
    {
        var title = await TeamsTitle();
        var receipt = (await app.Anonymous().Created($"{Api}/public/nominations", Recommendation(title))).GetProperty("receipt").GetString()!;
        var id = (await _verifier.Read($"{Api}/nominations?titleId={title}")).GetProperty("items")[0].Id();
        await (await _verifier.PostAsJsonAsync($"{Api}/nominations/{id}/refusal", new { reason = "查无此事", told = "notOfThisTitle" })).Expect(HttpStatusCode.OK);
        return receipt;
    }

    private async Task<string> Appealed()
    {
        var id = await Refused();
        await (await _nominator.PostAsJsonAsync($"{Api}/nominations/{id}/appeal", new { reason = "请再核实" })).Expect(HttpStatusCode.OK);
        return id;
    }

    private static object TeamsProcedure => new
    {
        validFrom = "2026-01-01",
        verb = "rate",
        divisionCode = 140431000000,
        recipients = new[] { "person" },
        steps = new[] { "acceptance", "decision" },
        clocks = new[] { new { kind = "appealFiling", length = 15, unit = "workingDays" } },
        nominators = new[] { "team", "citizen" },
    };

    private async Task<Ask> SenderReadings()
    {
        var id = await Recommended();
        return Get($"/nominations/{id}/sender/readings", (await _verifier.Created($"{Api}/nominations/{id}/sender/readings", Purpose)).Id());
    }

    private static object Procedure => new
    {
        validFrom = "2027-01-01",
        verb = "rate",
        divisionCode = 140431000000,
        recipients = new[] { "person" },
        steps = new[] { "acceptance", "decision" },
    };

    /// <summary>Each on a day of its own, so that none overlaps another.</summary>
    private async Task<string> Recrediting() => (await _decider.Created($"{Api}/recreditings", RecreditingOfADay())).Id();

    private static object RecreditingOfADay() => new { divisionCode = 140431000000, from = "2029-01-01", to = "2029-01-01", reason = "办法有改" };

    private static string Day(int day) => NodaTime.Text.LocalDatePattern.Iso.Format(new NodaTime.LocalDate(2020, 1, 1).PlusDays(day));

    private async Task<string> VerifiedHours()
    {
        var id = await New("service-hours", Hours());
        await (await _verifier.PostAsync($"{Api}/service-hours/{id}/verification", null)).Expect(HttpStatusCode.OK);
        return id;
    }

    private async Task<Ask> Due(string path)
    {
        var id = await VerifiedHours();
        return Get($"{path}?from={Day(_day - 1)}&to={Day(_day - 1)}", id);
    }

    private object MinimumConsentBody => new
    {
        personId = Person,
        askerId = DemoData.RescueTeam,
        minutes = 600,
        from = "2020-01-01",
        to = "2020-12-31",
        until = "2026-12-31",
        consent = new
        {
            purpose = "年度考核",
            textId = "hours-minimum",
            textVersion = "1",
            givenOn = "2026-11-01",
            channel = "paper",
            givers = new[] { new { by = "person" } },
            minor = false,
            proofLocator = "档案柜",
        },
    };

    private Task<string> MinimumConsent() => New("minimum-consents", MinimumConsentBody);

    private async Task<string> MinimumAnswer() =>
        (await (await _recorder.PostAsync($"{Api}/minimum-consents/{await MinimumConsent()}/questions", null)).Expect(HttpStatusCode.Created)).GetProperty("reference").GetString()!;

    /// <summary>Of the day of the hours alone.</summary>
    private object DrawOf(string _) => new { divisionCode = 140431000000, from = Day(_day - 1), to = Day(_day - 1), size = 200 };

    /// <summary>Of a day of its own as far as may be, with the place of the person's record.</summary>
    private async Task<(JsonElement Check, string Record, int Place)> Drawn()
    {
        var day = Day(1000 + ((Person.GetHashCode() & 0x1FF) + _draws++));
        var record = await New("service-hours", Hours(NodaTime.Text.LocalDatePattern.Iso.Parse(day).Value, 60));
        await (await _verifier.PostAsync($"{Api}/service-hours/{record}/verification", null)).Expect(HttpStatusCode.OK);
        var check = await _office.Created($"{Api}/spot-checks", new { divisionCode = 140431000000, from = day, to = day, size = 200 });
        var items = (await _office.Read($"{Api}/spot-checks/{check.Id()}/items")).EnumerateArray();
        return (check, record, items.Single(i => i.GetProperty("recordId").GetString() == record).GetProperty("place").GetInt32());
    }

    private async Task<Ask> OfDraw(string path)
    {
        var (check, record, _) = await Drawn();
        return Get(path.Replace("{id}", check.Id()), record);
    }

    private async Task<string> DrawnItem(bool isFoundWrong = false)
    {
        var (check, _, place) = await Drawn();
        var item = $"/spot-checks/{check.Id()}/items/{place}";
        if (isFoundWrong) await (await _secondOffice.PostAsJsonAsync($"{Api}{item}/result", new { result = "differs", note = "少一页" })).Expect(HttpStatusCode.OK);
        return item;
    }

    private static object StarPolicy => new { divisionCode = 140431000000, validFrom = "2030-01-01", thresholds = new[] { new { star = "one", minutes = 6000 } } };

    private static object StarOf(string person) => new { personId = person, star = "one", grantorId = DemoData.CountyOffice };

    private async Task<(string Person, string Hours)> HundredHours(string? of = null)
    {
        var person = of ?? await New("people", new { name = "苏见山" });
        var hours = await New("service-hours", new
        {
            personId = person,
            activity = "赛会保障",
            category = "largeEvents",
            organizerId = DemoData.RescueTeam,
            provenance = "recorded",
            startsAt = "2025-05-01T00:00:00Z",
            endsAt = "2025-05-05T04:00:00Z",
            recordedBy = DemoData.RescueTeam,
        });
        await (await _office.PostAsync($"{Api}/service-hours/{hours}/verification", null)).Expect(HttpStatusCode.OK);
        return (person, hours);
    }

    private async Task<(string Star, string Hours)> AppliedStar(string? of = null)
    {
        var (person, hours) = await HundredHours(of);
        return (await New("stars", StarOf(person)), hours);
    }

    private async Task<string> OwnStar() => _star ??= (await AppliedStar(Person.ToString())).Star;

    private async Task<string> ReopenedStar()
    {
        var (star, hours) = await AppliedStar();
        await (await _decider.PostAsJsonAsync($"{Api}/stars/{star}/decision", new { grant = true })).Expect(HttpStatusCode.OK);
        await (await _secondOffice.PostAsJsonAsync($"{Api}/service-hours/{hours}/reversal", new { reason = "重复" })).Expect(HttpStatusCode.OK);
        return star;
    }

    private static object RunOfTeam => new { bodyId = DemoData.RescueTeam, from = "2019-01-01", to = "2019-12-31" };

    private async Task<string> Run() => (await _verifier.Created($"{Api}/verification-runs", RunOfTeam)).Id();

    private async Task<Ask> Counted()
    {
        var id = await New("service-hours", Hours());
        return Get($"/service-hours/counted?limit=100&state=logged&personId={Person}", id);
    }

    /// <summary>Of a later day than any test is about.</summary>
    private static object CreditingRule => new
    {
        divisionCode = 140431000000,
        validFrom = "2030-01-01",
        unitMinutes = 1,
        rounding = "down",
        tiers = new[] { new { verifier = "recorder" } },
        neverCounted = new[] { "duty", "villagePosting", "paid" },
    };

    private object Hours() => Hours(new NodaTime.LocalDate(2020, 1, 1).PlusDays(_day++), 60);

    private object Hours(NodaTime.LocalDate day, int minutes) => new
    {
        personId = Person,
        activity = "巡河",
        category = "emergencyRescue",
        organizerId = DemoData.RescueTeam,
        provenance = "recorded",
        servedOn = NodaTime.Text.LocalDatePattern.Iso.Format(day),
        minutes,
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

    private static object Found => new { kind = "missingFound", quantity = new { value = 1, qualifier = "exact", scope = "joint" } };

    private static object LogLine => new { at = "2026-11-01T14:00:00Z", text = "到达现场。" };

    private static object Policy => new
    {
        teamId = DemoData.RescueTeam,
        insurer = "某某保险",
        policyNumber = "P-1",
        from = "2014-01-01",
        until = "2026-12-31",
        recordedBy = DemoData.RescueTeam,
    };

    /// <summary>On a day of its own, with the one person, whose line has its ending.</summary>
    private object LiveDeployment()
    {
        var from = NodaTime.Instant.FromUtc(2015, 6, 1, 12, 0) + NodaTime.Duration.FromDays(_day++);
        return new
        {
            name = "夜间搜寻",
            kind = "eventSupport",
            roster = new[]
            {
                new
                {
                    personId = Person,
                    segments = new[] { new { activity = "rescue", from = $"{from}", to = $"{from + NodaTime.Duration.FromHours(2)}" } },
                    ending = new { kind = "returned", at = $"{from + NodaTime.Duration.FromHours(3)}" },
                },
            },
            outcomes = new[] { Found },
            recordedBy = DemoData.RescueTeam,
        };
    }

    private async Task<string> Live() => await New("deployments", LiveDeployment());

    private async Task<string> Logged()
    {
        var id = await Live();
        await _recorder.Created($"{Api}/deployments/{id}/log", LogLine);
        return id;
    }

    private async Task<string> Line()
    {
        var made = await _recorder.Created($"{Api}/deployments", LiveDeployment());
        return $"/deployments/{made.Id()}/roster/{made.GetProperty("roster")[0].Id()}";
    }

    private async Task<string> Closed()
    {
        var id = await Live();
        await (await _recorder.PostAsync($"{Api}/deployments/{id}/closing", null)).Expect(HttpStatusCode.OK);
        return id;
    }

    private async Task<string> Contested()
    {
        var deployment = LiveDeployment();
        await _recorder.Created($"{Api}/service-hours", Hours(NodaTime.LocalDate.FromDateTime(new DateTime(2015, 6, 1)).PlusDays(_day - 1), 15 * 60));
        var id = await New("deployments", deployment);
        await (await _recorder.PostAsync($"{Api}/deployments/{id}/closing", null)).Expect(HttpStatusCode.OK);
        return (await _recorder.Read($"{Api}/service-hours?deploymentId={id}")).GetProperty("items").EnumerateArray().Single().Id();
    }

    private object Deed => new
    {
        name = "冰面救人",
        kind = "lifeSaving",
        when = new { date = "2025-01" },
        actors = new[] { new { personId = Person } },
        source = Source,
        recordedBy = DemoData.RescueTeam,
    };

    private object Award(string title = "见义勇为先进分子") => new
    {
        titleId = DemoId.Of(title),
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
