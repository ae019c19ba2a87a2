using System.Security.Cryptography;
using System.Text;
using Honors.Api.Awards;
using Honors.Api.Data;
using Honors.Api.Files;
using Honors.Api.Identities;
using Honors.Domain.Accounts;
using Honors.Domain.Awards;
using Honors.Domain.Calendar;
using Honors.Domain.Files;
using Honors.Domain.Identities;
using Honors.Domain.Mergers;
using Honors.Domain.People;
using Honors.Domain.ServiceHours;
using Honors.Domain.Values;
using Honors.Domain.VillageAssignments;
using NodaTime;

namespace Honors.Api.Demo;

/// <summary>Invented people and records around the story: something to verify, to reject, to confirm and to search.</summary>
internal static class Neighbours
{
    private static readonly Source Report = new("沁源县蓝天救援队年度总结（演示）", PartialDate.Parse("2026-01"), null);

    /// <summary>A file of the team's recorder that belongs to no record yet.</summary>
    public static void AddFile(HonorsDb db, FileStore store, Actor recorder, Instant now)
    {
        var facts = new FileFacts("签到表.txt", FileKind.Evidence, true, Text(store, "2026年10月24日 水域安全培训保障签到：林予安、宋知行（演示）"));
        db.Add(StoredFile.Record(DemoId.Of("demo file"), facts, new RecordingBody(DemoData.RescueTeam, 140431000000), recorder, now));
    }

    /// <summary>A text on the disk, as an upload leaves it there.</summary>
    public static FileContent Text(FileStore store, string content)
    {
        var text = Encoding.UTF8.GetBytes(content);
        var hash = Convert.ToHexStringLower(SHA256.HashData(text));
        using var incoming = store.Receive();
        incoming.Content.Write(text);
        store.Keep(incoming, hash);
        return new FileContent(FileFormat.Text, text.Length, hash, hash);
    }

    public static void Add(HonorsDb db, IdentitySeal seal, Actor recorder, Actor office, Actor second, Instant now)
    {
        var team = new RecordingBody(DemoData.RescueTeam, 140431000000);
        string[] names = ["林予安", "宋知行", "古丽娜尔·买买提", "欧阳青禾", "周济川"];
        Dictionary<string, Person> people = [];
        foreach (var name in names)
        {
            var person = Person.Record(DemoId.Of(name), DemoData.NumberOf(name), new PersonFacts(name, Gender.NotStated, PartialDate.Unknown), team);
            people.Add(name, person);
            db.AddRange(person, Affiliation.State(DemoId.Of($"{name} affiliation"), person.Id, team, recorder, now));
            if (name is "周济川") AddIdentity(person);
            db.Add(Membership.Record(DemoId.Of($"{name} member"), DemoData.RescueTeam, DemoId.Of(name), null, PartialDate.Parse("2020"), PartialDate.Unknown, team));
        }

        AddGuardian("林予安 mother", "欧阳青禾", GuardianKind.Parent);
        AddGuardian("林予安 former guardian", "周济川", GuardianKind.Appointed);
        var father = AddGuardian("林予安 father", "宋知行", GuardianKind.Parent);
        father.Confirm(second, now);
        db.Add(Ground.Consented(
            DemoId.Of("林予安 ground"), people["林予安"],
            new Consent(
                "展示志愿服务", "publication", "1", ChinaTime.Today(now), ConsentChannel.Page, [new ConsentGiver(Speaker.Guardian, father.Id, null)], true, null, null),
            [father], new Shown { Name = true, Hours = true }, team, new Actor(DemoId.Of("宋知行"), DemoId.Of("宋知行")), now));

        var verified = Hours("demo hours verified", "林予安", new LocalDate(2026, 10, 17), "山林防火宣传", 150);
        verified.Verify(second, now);
        Hours("demo hours to verify", "林予安", new LocalDate(2026, 10, 24), "水域安全培训保障", 240);
        Hours("demo hours to reject", "宋知行", new LocalDate(2026, 10, 25), "巡河防溺水", 180);
        Hours("demo hours to replace", "欧阳青禾", new LocalDate(2026, 10, 31), "敬老院慰问", 120);
        Hours("demo hours to delete", "欧阳青禾", new LocalDate(2026, 11, 1), "敬老院慰问", 120);

        db.Add(Employment.Record(
            DemoId.Of("宋知行 employment"), DemoId.Of("宋知行"), DemoData.School, "教师", PartialDate.Parse("2018"), PartialDate.Unknown, team, recorder, now));

        db.Add(Correction.Ask(
            DemoId.Of("宋知行 correction"), DemoId.Of("宋知行"), DemoId.Of("demo hours to reject"), Speaker.Person, "当天到场，签到表漏签。", new WorkingCalendar([.. CalendarYear.Shipped()]),
            team, new Actor(DemoId.Of("宋知行"), DemoId.Of("宋知行")), now));

        AddAward("demo award to confirm", "周济川");
        AddAward("demo award to replace", "宋知行");
        AddAward("demo award to void", "宋知行");
        AddAward("demo award to delete", "宋知行");
        AddAward("demo award to correct", "周济川").Confirm(second, now);
        AddAward("demo award to revoke", "周济川").Confirm(second, now);
        Propose("demo change to confirm", AddAward("demo award to be void", "宋知行"));
        Propose("demo change to reject", AddAward("demo award to be kept", "宋知行"));
        var revoked = AddAward("demo award revoked", "周济川");
        revoked.Confirm(second, now);
        var revocation = AwardChange.Revocation(
            DemoId.Of("demo revocation"), revoked, RevocationGround.FalseDeeds, new GrantingPaper(DemoData.RescueTeam, "蓝救撤〔2026〕1号", new LocalDate(2026, 3, 2)),
            "所报事迹经核查不属实。", false, office, now);
        revocation.Confirm(revoked, AwardChangesEndpoints.AnnouncedMonths, second, now);
        db.Add(revocation);
        AddPosting(db, team, recorder, now);
        AddMergers(db, team, office, second, now);
        db.Add(Ground.Published(
            DemoId.Of("周济川 ground"), DemoId.Of("周济川"), Report, new Shown { Name = true, Records = [DemoId.Of("周济川 member")] }, team, recorder, now));

        Award AddAward(string id, string person)
        {
            var award = Award.RecordFromSource(
                DemoId.Of(id),
                new AwardFacts(
                    DemoId.Of("优秀队员"), DemoId.Of(person), null, null, DemoData.RescueTeam, PartialDate.Parse("2025"), null, null, false, 140431000000,
                    Report, [DemoData.RescueTeam], [], [], [], []),
                new RecordingBody(DemoData.CountyOffice, 140431000000), office, now);
            db.Add(award);
            return award;
        }

        Guardianship AddGuardian(string id, string guardian, GuardianKind kind)
        {
            var guardianship = Guardianship.Record(
                DemoId.Of(id), people["林予安"], people[guardian], kind, PartialDate.Unknown, PartialDate.Unknown, team, recorder, now);
            db.Add(guardianship);
            return guardianship;
        }

        void Propose(string id, Award award) => db.Add(AwardChange.Voidance(DemoId.Of(id), award, "与另一条重复录入。", false, office, now));

        void AddIdentity(Person person)
        {
            // No office issues the sequence 000: a number that is nobody's.
            var number = IdentityNumber.Parse(IdentityKind.ResidentId, "140481199001010000", ChinaTime.Today(now));
            var (text, match) = seal.Seal(person.Id, number);
            db.Add(Identity.State(person, number, text, match, recorder, now));
        }

        ServiceRecord Hours(string id, string person, LocalDate day, string activity, int minutes)
        {
            var record = ServiceRecord.Log(
                DemoId.Of(id),
                DemoId.Of(person),
                new ServiceFacts(
                    activity, ServiceCategory.EmergencyRescue, DemoData.RescueTeam, day, null, null, minutes, Provenance.Recorded,
                    "沁源县", null, "李记远", null, [DemoData.RescueTeam], []),
                team, recorder, now);
            db.Add(record);
            return record;
        }
    }

    /// <summary>One human whom the team entered five times.</summary>
    private static void AddMergers(HonorsDb db, RecordingBody team, Actor office, Actor second, Instant now)
    {
        var survivor = Entry("许重逢");
        Entry("许重逢 五");
        Propose("demo merger to confirm", Entry("许重逢 二"));
        Propose("demo merger to reject", Entry("许重逢 三"));
        var other = Entry("许重逢 四");
        Propose("demo merger", other).Confirm(survivor, other, second, now);

        PersonMerger Propose(string id, Person entry)
        {
            var merger = PersonMerger.Propose(DemoId.Of(id), survivor, entry, "报名表两次录入，为同一人。", null, false, office, now);
            db.Add(merger);
            return merger;
        }

        Person Entry(string key)
        {
            var person = Person.Record(DemoId.Of(key), DemoData.NumberOf(key), new PersonFacts("许重逢", Gender.NotStated, PartialDate.Unknown), team);
            db.Add(person);
            return person;
        }
    }

    private static void AddPosting(HonorsDb db, RecordingBody by, Actor recorder, Instant now)
    {
        var posting = VillageAssignment.Record(
            DemoId.Of("demo posting"), DemoId.Of("古丽娜尔·买买提"),
            new AssignmentFacts(
                140431207207, "赤石桥乡实会湾村", DemoData.School, AssignmentRole.Member, null, PartialDate.Parse("2025-03-01"), PartialDate.Unknown, null, [], null),
            by, recorder, now);
        db.Add(posting);
        db.Add(HelpLogEntry.Record(
            DemoId.Of("demo help"), posting,
            new HelpFacts(new LocalDate(2026, 10, 20), "WGS", HelpKind.Reimbursement, "住院费用报销", "代交材料", null, "十一月查询到账", "驻村工作台账第31页"), recorder, now));
        db.Add(Employment.Record(DemoId.Of("周济川 work"), DemoId.Of("周济川"), DemoData.School, null, PartialDate.Parse("2020-09"), PartialDate.Unknown, by, recorder, now));
        db.Add(PriorTotal.Record(
            DemoId.Of("欧阳青禾 prior total"), DemoId.Of("欧阳青禾"), new PriorTotalFacts(PartialDate.Parse("2022"), 1200, null, null, ["社区服务"], null, Report), by));
    }
}
