using MeshStack.Analysis.Config.Mesh;
using MeshStack.Analysis.Topology;
using MeshStack.Analysis.Upgrades;
using MeshStack.Cli.Questions;
using MeshStack.Cli.Reports;
using MeshStack.Manifests;
using MeshStack.Preview.Transitions;
using MeshStack.Preview.Upgrades;

namespace MeshStack.Cli.Commands;

/// <summary>Asks what an upgrade of a stack, or of manifests, means.</summary>
internal static class UpgradeReader
{
    /// <exception cref="BadQuestionException">It is not known which version runs.</exception>
    public static UpgradeReport Read(AccessSubject subject, string? from, string to)
    {
        var clusters = Versions(subject.Snapshot, from, to);
        var forecast = UpgradeForecast.Of(subject.Sources, clusters);
        var (notes, others) = UpgradeNotes.Of(subject.Sources, clusters);
        var running = clusters.ToDictionary(cluster => cluster.Cluster, cluster => cluster.From, StringComparer.Ordinal);
        var now = subject.Stack is { } stack
            ? RunningCluster.Of(MeshState.From(stack.Definition), running)
            : RunningCluster.Of(subject.Sources, subject.Snapshot, running);
        return new(
            forecast,
            subject.Mesh is null
                ? forecast.Fields
                : [.. forecast.Fields.Select(field => field with { Finding = subject.Mesh.Locate([field.Finding])[0] })],
            notes,
            others,
            subject.Mesh is null ? [] : [.. IstioVersion.Problems("version", to)],
            UpgradeSteps.Of(now, clusters, ReferencesOf(subject, running)),
            subject.Stack is { } defined ? $"pulumi up --stack {defined.Definition.Stack}" : ""
        );
    }

    // A revision that has its version's name has that of the version that runs.
    private static Func<string, string>? ReferencesOf(AccessSubject subject, Dictionary<string, string> running) =>
        subject.Stack is not { } stack
            ? null
            : name =>
            {
                var revisions = stack.Definition.Clusters.First(cluster => cluster.Name == name).Install.RevisionSet;
                return
                    revisions.Versions.TryGetValue(revisions.Reference, out var version)
                    && revisions.Versions.Count == 1
                    && revisions.Reference == RunningCluster.NameOf(version)
                    ? RunningCluster.NameOf(running[name])
                    : revisions.Reference;
            };

    private static List<ClusterUpgrade> Versions(Snapshot snapshot, string? from, string to)
    {
        var problems = new List<string>();
        var clusters = new List<ClusterUpgrade>();
        foreach (var name in snapshot.ClusterNames)
        {
            var shown = snapshot.ControlPlaneOf(name).Mesh.Semantics.Version ?? snapshot.Cluster(name).Mesh.Semantics.Version;
            if ((from ?? shown) is not { } version)
            {
                problems.Add($"{name} shows no version of Istio, or several: --from VERSION says which one runs");
            }
            else if (!UpgradeVersionOption.IsKnown(version))
            {
                problems.Add($"{name} shows a version of Istio that cannot be told from others: {UpgradeVersionOption.Problem(version)}");
            }
            else
            {
                clusters.Add(new(name, version, to));
            }
        }

        return problems.Count > 0 ? throw new BadQuestionException(problems)
            : clusters.Count == 0 ? throw new BadQuestionException(["there is no cluster whose Istio could go to another version"])
            : clusters;
    }
}
