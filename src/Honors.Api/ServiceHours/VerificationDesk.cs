using Honors.Api.Accounts;
using Honors.Api.Data;
using Honors.Domain;
using Honors.Domain.Accounts;
using Honors.Domain.Deployments;
using Honors.Domain.ServiceHours;
using Microsoft.EntityFrameworkCore;

namespace Honors.Api.ServiceHours;

/// <summary>For some records, whether the caller may verify them and what they are to look at twice: read at once, however many they are.</summary>
internal sealed class VerificationDesk
{
    private readonly Caller _caller;
    private readonly Dictionary<Guid, Deployment> _deployments;
    private readonly Dictionary<Guid, RuleViolationException> _beyond;
    private readonly IReadOnlyDictionary<Guid, IReadOnlyList<Sign>> _signs;

    private VerificationDesk(
        Caller caller, Dictionary<Guid, Deployment> deployments, Dictionary<Guid, RuleViolationException> beyond, IReadOnlyDictionary<Guid, IReadOnlyList<Sign>> signs) =>
        (_caller, _deployments, _beyond, _signs) = (caller, deployments, beyond, signs);

    public static async Task<VerificationDesk> Open(IReadOnlyCollection<ServiceRecord> records, Caller caller, HonorsDb db, OverlapLimits limits, CancellationToken ct)
    {
        var named = records.Select(r => r.DeploymentId).OfType<Guid>().Distinct().ToList();
        var deployments = named is [] ? [] : await db.Deployments.Where(d => named.Contains(d.Id)).ToDictionaryAsync(d => d.Id, ct);
        return new VerificationDesk(caller, deployments, await db.BeyondTier(records, caller, ct), await db.SignsOf(records, limits, ct));
    }

    /// <exception cref="RuleViolationException"><c>rights.not-in-this-body</c>; who entered the roster; those of <see cref="ServiceRecord.RefuseVerificationBy"/>;
    /// <c>service-hours.higher-verifier</c>; <c>service-hours.late-verifier</c>.</exception>
    public void RefuseVerifier(ServiceRecord record)
    {
        _caller.Require(Right.Verify, record);
        if (record.DeploymentId is { } deployment && _deployments.TryGetValue(deployment, out var made)) made.RefuseVerifier(_caller.Actor);
        record.RefuseVerificationBy(_caller.Actor);
        if (_beyond.TryGetValue(record.Id, out var refusal)) throw refusal;
    }

    public IReadOnlyList<Sign> SignsOf(ServiceRecord record) => _signs[record.Id];
}
