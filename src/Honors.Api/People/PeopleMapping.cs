using Honors.Api.Data;
using Honors.Domain.Organizations;
using Honors.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Honors.Api.People;

internal sealed class PeopleMapping :
    IEntityTypeConfiguration<Person>, IEntityTypeConfiguration<Affiliation>, IEntityTypeConfiguration<Correction>, IEntityTypeConfiguration<Membership>, IEntityTypeConfiguration<Employment>,
    IEntityTypeConfiguration<PriorTotal>, IEntityTypeConfiguration<Guardianship>, IEntityTypeConfiguration<Ground>
{
    public void Configure(EntityTypeBuilder<Person> person)
    {
        person.Property(p => p.Id).ValueGeneratedNever();
        person.Property(p => p.Number).HasMaxLength(PersonNumber.Length);
        person.Property(p => p.Name).HasMaxLength(Person.NameMaxLength);
        person.Property(p => p.Version).IsConcurrencyToken();
        person.KeepsDate(p => p.Born);
        person.KeepsDate(p => p.Died);
        person.HasIndex(p => p.Number).IsUnique();
        person.HasOne<Person>().WithMany().HasForeignKey(p => p.MergedIntoId).OnDelete(DeleteBehavior.Restrict);
        person.HasIndex(p => p.Name);
        person.HasIndex(p => new { p.RecordedBy, p.Id });
    }

    public void Configure(EntityTypeBuilder<Affiliation> affiliation)
    {
        affiliation.Property(a => a.Id).ValueGeneratedNever();
        affiliation.KeepsAsJson(a => a.Stated);
        affiliation.KeepsAsJson(a => a.Confirmed);
        affiliation.Ignore(a => a.Status);
        affiliation.HasOne<Person>().WithMany().HasForeignKey(a => a.PersonId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Correction> correction)
    {
        correction.Property(c => c.Id).ValueGeneratedNever();
        correction.Property(c => c.Wrong).HasMaxLength(Correction.WrongMaxLength);
        correction.Property(c => c.Answer).HasMaxLength(Correction.AnswerMaxLength);
        correction.KeepsAsJson(c => c.Received);
        correction.KeepsAsJson(c => c.Answered);
        correction.HasOne<Person>().WithMany().HasForeignKey(c => c.PersonId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Membership> membership)
    {
        membership.Property(m => m.Id).ValueGeneratedNever();
        membership.Property(m => m.MemberNumber).HasMaxLength(Membership.MemberNumberMaxLength);
        membership.KeepsDate(m => m.From);
        membership.KeepsDate(m => m.Until);
        membership.HasOne<Person>().WithMany().HasForeignKey(m => m.PersonId).OnDelete(DeleteBehavior.Restrict);
        membership.HasOne<Organization>().WithMany().HasForeignKey(m => m.TeamId).OnDelete(DeleteBehavior.Restrict);
        membership.HasIndex(m => new { m.TeamId, m.Id });
    }

    public void Configure(EntityTypeBuilder<Employment> employment)
    {
        employment.Property(e => e.Id).ValueGeneratedNever();
        employment.Property(e => e.Position).HasMaxLength(Employment.PositionMaxLength);
        employment.KeepsDate(e => e.From);
        employment.KeepsDate(e => e.Until);
        employment.KeepsAsJson(e => e.Stated);
        employment.KeepsAsJson(e => e.Confirmed);
        employment.HasOne<Person>().WithMany().HasForeignKey(e => e.PersonId).OnDelete(DeleteBehavior.Restrict);
        employment.HasOne<Organization>().WithMany().HasForeignKey(e => e.OrganizationId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<PriorTotal> total)
    {
        total.Property(t => t.Id).ValueGeneratedNever();
        total.Property(t => t.SpanAsWritten).HasMaxLength(PriorTotal.AsWrittenMaxLength);
        total.Property(t => t.Version).IsConcurrencyToken();
        total.KeepsDate(t => t.AsOf);
        total.KeepsAsJson(t => t.Activities);
        total.KeepsAsJson(t => t.PeopleHelped);
        total.KeepsAsJson(t => t.Kinds);
        total.KeepsAsJson(t => t.Source);
        total.HasOne<Person>().WithMany().HasForeignKey(t => t.PersonId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Guardianship> guardianship)
    {
        guardianship.Property(g => g.Id).ValueGeneratedNever();
        guardianship.KeepsDate(g => g.From);
        guardianship.KeepsDate(g => g.Until);
        guardianship.KeepsAsJson(g => g.Stated);
        guardianship.KeepsAsJson(g => g.Confirmed);
        guardianship.HasOne<Person>().WithMany().HasForeignKey(g => g.PersonId).OnDelete(DeleteBehavior.Restrict);
        guardianship.HasOne<Person>().WithMany().HasForeignKey(g => g.GuardianId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Ground> ground)
    {
        ground.Property(g => g.Id).ValueGeneratedNever();
        ground.KeepsAsJson(g => g.Source);
        ground.KeepsAsJson(g => g.Consent);
        ground.KeepsAsJson(g => g.OwnSay);
        ground.KeepsAsJson(g => g.Ended);
        ground.Property(g => g.AllOf).KeepsListAsJson();
        ground.Property(g => g.ShowsStory).HasDefaultValue(true); // grounds from before there was a choice showed it
        ground.KeepsAsJson(g => g.Recorded);
        ground.KeepsLinks(g => g.Records, "GroundRecords");
        ground.HasOne<Person>().WithMany().HasForeignKey(g => g.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}
