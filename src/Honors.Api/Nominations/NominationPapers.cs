using Honors.Api.Accounts;
using Honors.Api.Data;
using Honors.Domain.Accounts;
using Honors.Domain.Files;
using Honors.Domain.Nominations;
using Microsoft.EntityFrameworkCore;

namespace Honors.Api.Nominations;

/// <summary>Who writes a nomination, and which files it takes.</summary>
internal static class NominationPapers
{
    /// <summary>The body that nominates writes it, or the human who nominates themself; what a citizen recommended, those who record for the title's owner.</summary>
    /// <exception cref="Domain.RuleViolationException"><c>rights.not-in-this-body</c>.</exception>
    public static void RequireNominatorOf(this Caller caller, Nomination nomination)
    {
        if (nomination.Nominator is not NominatorKind.Person) caller.Require(nomination.Nominator is NominatorKind.Citizen ? Right.Record : Right.Nominate, nomination);
        else if (caller.PersonId != nomination.NominatorPersonId) throw RightsRules.NotInThisBody(Right.Nominate);
    }

    /// <summary>Gives the nomination the files that its evidence and its ground name. What it once held it keeps: it was handed in.</summary>
    /// <exception cref="Domain.RuleViolationException"><c>reference.not-found</c>, naming the member; <c>file.linked</c>; <c>rights.not-in-this-body</c>.</exception>
    public static async Task TakeFiles(this Nomination nomination, HonorsDb db, Caller caller, CancellationToken ct)
    {
        var named = nomination.Evidence.SelectMany((e, i) => (e.FileIds ?? []).Select((id, j) => (Id: id, Member: $"evidence[{i}].fileIds[{j}]"))).ToList();
        if (nomination.Ground?.FileId is { } scan) named.Add((scan, "ground.fileId"));
        if (named is []) return;

        var ids = named.ConvertAll(n => n.Id);
        var files = await db.Files.Where(f => ids.Contains(f.Id)).ToDictionaryAsync(f => f.Id, ct);
        foreach (var (id, member) in named)
        {
            if (!files.TryGetValue(id, out var file)) throw References.Missing(member);
            if (file.OwnerId != nomination.Id && !caller.May(Right.Nominate, file)) caller.Require(Right.Record, file);
            file.LinkTo(FileOwner.Nomination, nomination.Id);
        }
    }
}
