using MeshStack.Analysis.Model;
using MeshStack.Analysis.Topology;
using MeshStack.Analysis.Topology.Workloads;
using MeshStack.Manifests;

namespace MeshStack.Cli.Review;

/// <summary>Finds what a change does to invariants, owners, identities and encryption.</summary>
/// <param name="was">The mesh before.</param>
/// <param name="now">The mesh now.</param>
/// <param name="owners">Who owned a service, and who does.</param>
internal sealed class SafeguardChanges(ReviewedMesh was, ReviewedMesh now, Func<ReviewedService, (string Before, string Now)> owners)
{
    private const int MostNamed = 5;

    public IReadOnlyList<SafeguardChange> All() => [.. Invariants(), .. Owners(), .. Identities(), .. PlainText()];

    private IEnumerable<SafeguardChange> Invariants()
    {
        var (before, after) = (Texts(was), Texts(now));
        return
        [
            .. before
                .ExceptBy(after.Select(one => one.Text), one => one.Text)
                .Select(one => new SafeguardChange(
                    SafeguardKind.InvariantRemoved,
                    $"invariant taken away: {one.Text} ({Place(one.At)} before the change)"
                )
                {
                    File = one.At.File,
                }),
            .. after
                .ExceptBy(before.Select(one => one.Text), one => one.Text)
                .Select(one => new SafeguardChange(SafeguardKind.InvariantAdded, $"invariant added: {one.Text} ({Place(one.At)})")),
        ];
    }

    private static (string Text, SourceLocation At)[] Texts(ReviewedMesh mesh) =>
        [.. (mesh.Stack?.Proof.Invariants ?? []).Select(state => (state.Text, state.Invariant.Location))];

    private IEnumerable<SafeguardChange> Owners() =>
        from service in now.Services
        where was.Services.Any(one => one.Name == service.Name)
        let owner = owners(service)
        where owner.Before != owner.Now
        select new SafeguardChange(SafeguardKind.Owner, $"{service.Name} has another owner: {owner.Before} → {owner.Now}");

    // Whoever is let in by the account is let in with these pods.
    private IEnumerable<SafeguardChange> Identities() =>
        from pair in Workloads()
        where pair.Was.ServiceAccount != pair.Now.ServiceAccount
        select new SafeguardChange(
            SafeguardKind.Identity,
            $"{pair.Now.Cluster} {pair.Now.Namespace}/{pair.Now.Name} runs as the account {pair.Now.ServiceAccount} now, before as "
                + $"{pair.Was.ServiceAccount}: it may call whatever that account may"
        );

    private IEnumerable<SafeguardChange> PlainText() =>
        from pair in Workloads()
        where ModeOf(was.Snapshot, pair.Was) == MutualTlsMode.Strict && ModeOf(now.Snapshot, pair.Now) is not (MutualTlsMode.Strict or null)
        group pair.Now by (pair.Now.Cluster, pair.Now.Namespace) into same
        select new SafeguardChange(
            SafeguardKind.PlainText,
            $"{same.Key.Cluster} {Named([.. same.Select(one => $"{same.Key.Namespace}/{one.Name}")])}: plain text is taken from now on, "
                + "also of callers that nothing here names, and nobody knows who sends it"
        );

    private IEnumerable<(Workload Was, Workload Now)> Workloads() =>
        from cluster in now.Snapshot.ClusterNames
        where was.Snapshot.ClusterNames.Contains(cluster)
        let before = was.Snapshot.Cluster(cluster).Workloads.ToLookup(one => (one.Namespace, one.Kind, one.Name))
        from workload in now.Snapshot.Cluster(cluster).Workloads
        let earlier = before[(workload.Namespace, workload.Kind, workload.Name)].FirstOrDefault()
        where earlier is not null
        select (earlier, workload);

    private static MutualTlsMode? ModeOf(Snapshot snapshot, Workload workload) =>
        workload is { Sidecar: SidecarPresence.Present, IsGateway: false }
            ? snapshot.ControlPlaneOf(workload.Cluster).Policies.Of(workload).Modes.Of(port: 0).Mode
            : null;

    private static string Place(SourceLocation at) => FormattableString.Invariant($"{at.File}:{at.Line}");

    private static string Named(string[] names) =>
        names.Length <= MostNamed
            ? string.Join(", ", names)
            : FormattableString.Invariant($"{string.Join(", ", names.Take(MostNamed))} and {names.Length - MostNamed} more");
}
