using Honors.Api.Accounts;
using Honors.Api.Audit;
using Honors.Api.Writes;
using Honors.Domain.Accounts;
using Honors.Domain.Awards;
using Honors.Domain.Calendar;
using Honors.Domain.Decisions;
using Honors.Domain.Deeds;
using Honors.Domain.Deployments;
using Honors.Domain.Divisions;
using Honors.Domain.Files;
using Honors.Domain.HonorReports;
using Honors.Domain.Identities;
using Honors.Domain.Mergers;
using Honors.Domain.Nominations;
using Honors.Domain.Notices;
using Honors.Domain.Objections;
using Honors.Domain.Organizations;
using Honors.Domain.People;
using Honors.Domain.ServiceHours;
using Honors.Domain.Titles;
using Honors.Domain.VillageAssignments;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using NodaTime;

namespace Honors.Api.Data;

/// <summary>The registry's repository and unit of work. What the caller may not see is not in it: <c>HonorsDb.Visibility.cs</c>.</summary>
public abstract partial class HonorsDb(DbContextOptions options, Caller caller) : DbContext(options)
{
    public DbSet<Account> Accounts => Set<Account>();

    public DbSet<Organization> Organizations => Set<Organization>();

    public DbSet<Division> Divisions => Set<Division>();

    public DbSet<Person> People => Set<Person>();

    public DbSet<PersonMerger> PersonMergers => Set<PersonMerger>();

    public DbSet<Affiliation> Affiliations => Set<Affiliation>();

    public DbSet<Correction> Corrections => Set<Correction>();

    public DbSet<Identity> Identities => Set<Identity>();

    public DbSet<IdentityReading> IdentityReadings => Set<IdentityReading>();

    public DbSet<Membership> Memberships => Set<Membership>();

    public DbSet<Employment> Employments => Set<Employment>();

    public DbSet<Absence> Absences => Set<Absence>();

    public DbSet<PriorTotal> PriorTotals => Set<PriorTotal>();

    public DbSet<Guardianship> Guardianships => Set<Guardianship>();

    public DbSet<Ground> Grounds => Set<Ground>();

    public DbSet<ServiceRecord> ServiceRecords => Set<ServiceRecord>();

    public DbSet<UnitConfirmation> UnitConfirmations => Set<UnitConfirmation>();

    public DbSet<MinimumConsent> MinimumConsents => Set<MinimumConsent>();

    public DbSet<MinimumAnswer> MinimumAnswers => Set<MinimumAnswer>();

    public DbSet<SpotCheck> SpotChecks => Set<SpotCheck>();

    public DbSet<SpotCheckItem> SpotCheckItems => Set<SpotCheckItem>();

    public DbSet<StarPolicy> StarPolicies => Set<StarPolicy>();

    public DbSet<StarRating> StarRatings => Set<StarRating>();

    public DbSet<VerificationRun> VerificationRuns => Set<VerificationRun>();

    public DbSet<CreditingRule> CreditingRules => Set<CreditingRule>();

    public DbSet<Recrediting> Recreditings => Set<Recrediting>();

    public DbSet<RecreditingLine> RecreditingLines => Set<RecreditingLine>();

    public DbSet<Deployment> Deployments => Set<Deployment>();

    public DbSet<LogLine> DeploymentLogLines => Set<LogLine>();

    public DbSet<InsurancePolicy> InsurancePolicies => Set<InsurancePolicy>();

    public DbSet<Deed> Deeds => Set<Deed>();

    public DbSet<Title> Titles => Set<Title>();

    public DbSet<Procedure> Procedures => Set<Procedure>();

    public DbSet<Nomination> Nominations => Set<Nomination>();

    public DbSet<Case> Cases => Set<Case>();

    public DbSet<CitizenReceipt> CitizenReceipts => Set<CitizenReceipt>();

    public DbSet<SenderReading> SenderReadings => Set<SenderReading>();

    public DbSet<Decision> Decisions => Set<Decision>();

    public DbSet<Notice> Notices => Set<Notice>();

    public DbSet<Objection> Objections => Set<Objection>();

    public DbSet<ObjectorReading> ObjectorReadings => Set<ObjectorReading>();

    public DbSet<Award> Awards => Set<Award>();

    public DbSet<HonorReport> HonorReports => Set<HonorReport>();

    public DbSet<AwardChange> AwardChanges => Set<AwardChange>();

    public DbSet<VillageAssignment> VillageAssignments => Set<VillageAssignment>();

    public DbSet<CalendarYear> CalendarYears => Set<CalendarYear>();

    public DbSet<Vacation> Vacations => Set<Vacation>();

    public DbSet<StoredFile> Files => Set<StoredFile>();

    public DbSet<HelpLogEntry> HelpLog => Set<HelpLogEntry>();

    internal DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    internal DbSet<IdempotencyRecord> IdempotencyRecords => Set<IdempotencyRecord>();

    /// <summary>The people whose records the running act may change; null where it may change any. Acts about different people may run at once.</summary>
    internal IReadOnlyList<Guid>? About { get; set; }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(32);
        configurationBuilder.Properties<Instant>().HaveConversion<Conversions.InstantToMicroseconds>();
        configurationBuilder.Properties<LocalDate>().HaveConversion<Conversions.LocalDateToDateOnly>();
        configurationBuilder.Properties<LocalTime>().HaveConversion<Conversions.LocalTimeToTimeOnly>();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(HonorsDb).Assembly);
        ShowOnlyWhatTheCallerMaySee(modelBuilder);
    }

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        var changed = Changed();
        CountVersions(changed);
        RefuseChangesOfOthers();
        await NoteChanges(changed, cancellationToken);
        Touched = changed.Aggregate(Touched, (touched, e) => touched | CountedOf(e));
        var taken = HoursTaken(changed);
        var renewal = await Renewed(changed, cancellationToken);
        var rows = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        await Renew(renewal, cancellationToken);
        if (taken is not []) await RecountStars(taken, cancellationToken);
        return rows;
    }

    /// <summary>What this save adds, deletes or changes, be it in a part alone.</summary>
    private List<EntityEntry> Changed()
    {
        var entries = ChangeTracker.Entries().ToList();
        var ofChangedParts = entries.Where(e => e.Metadata.IsOwned() && e.State is not (EntityState.Unchanged or EntityState.Detached))
            .Select(e => e.State is EntityState.Deleted ? e.Property(Mappings.OwnerId).OriginalValue : e.Property(Mappings.OwnerId).CurrentValue)
            .ToHashSet();
        return [.. entries.Where(e => !e.Metadata.IsOwned() && (e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted
            || (e.Metadata.FindProperty("Id") is not null && ofChangedParts.Contains(e.Property("Id").CurrentValue))))];
    }

    /// <summary>A new record is version 1; each save that changes it, or a part of it, counts one on.</summary>
    private static void CountVersions(List<EntityEntry> changed)
    {
        foreach (var entry in changed.Where(e => e.State is not EntityState.Deleted && e.Metadata.FindProperty("Version") is { IsConcurrencyToken: true }))
        {
            var version = entry.Property("Version");
            version.CurrentValue = 1 + (int)version.OriginalValue!;
        }
    }

    /// <summary>A fault of the program, found by the first test that meets it, on either engine.</summary>
    private void RefuseChangesOfOthers()
    {
        if (About is null) return;

        foreach (var entry in ChangeTracker.Entries<IRecorded>().Where(e => e.State is not EntityState.Unchanged))
        {
            var person = entry.Metadata.FindProperty("PersonId") is { } property ? (Guid?)entry.Property(property).OriginalValue : null;
            if (person is null || !About.Contains(person.Value))
                throw new InvalidOperationException($"The act changes a {entry.Metadata.ShortName()} of somebody whom it is not about.");
        }
    }
}

/// <summary>The registry on one SQLite file.</summary>
public sealed class SqliteHonorsDb(DbContextOptions<SqliteHonorsDb> options, Caller caller) : HonorsDb(options, caller);

/// <summary>The registry in a PostgreSQL database.</summary>
public sealed class PostgresHonorsDb(DbContextOptions<PostgresHonorsDb> options, Caller caller) : HonorsDb(options, caller)
{
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        // Text compares and sorts by code point, as on SQLite, whatever the locale of the database; only then is a beginning a range of the index.
        configurationBuilder.Properties<string>().UseCollation("C");
    }

    /// <summary>Acts side by side take their positions one after another, and the next not before the one before is committed.</summary>
    private protected override async Task<long> NextPosition(CancellationToken ct)
    {
        await this.LockPositions(ct);
        return await base.NextPosition(ct);
    }
}
