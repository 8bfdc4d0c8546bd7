using MeshStack.Analysis.Findings;
using MeshStack.Analysis.Matrix;
using MeshStack.Analysis.Topology;
using MeshStack.Cli.Reports;
using MeshStack.Manifests;
using MeshStack.Preview;
using MeshStack.Preview.Access;
using MeshStack.Preview.Changes;

namespace MeshStack.Cli.Review;

/// <summary>A mesh on one side of a change.</summary>
/// <param name="Snapshot">As the proof takes it.</param>
/// <param name="Objects">Its objects and Helm releases.</param>
/// <param name="Concerns">What is wrong with it.</param>
/// <param name="Services">Its services.</param>
/// <param name="Stack">The stack; null for a folder of manifests.</param>
internal sealed record ReviewedMesh(
    Snapshot Snapshot,
    IReadOnlyList<ComparedObject> Objects,
    IReadOnlyList<ReviewConcern> Concerns,
    IReadOnlyList<ReviewedService> Services,
    StackPreview? Stack
)
{
    /// <summary>A mesh of which there is nothing.</summary>
    public static ReviewedMesh None { get; } = new(Snapshot.From(new SnapshotSources()), [], [], [], null);

    /// <summary>A stack.</summary>
    /// <param name="folder">The project's folder.</param>
    /// <param name="stack">Its name.</param>
    /// <param name="today">The day of the review, which ends accesses.</param>
    public static ReviewedMesh OfStack(string folder, string stack, DateOnly? today = null)
    {
        var preview = StackPreview.Run(folder, stack);
        var services =
            from service in preview.Definition.Services
            from place in service.Args.Places
            select new ReviewedService(
                service.Name,
                place.ControlPlane.Cluster.Name,
                place.Namespace,
                [place.Service, .. place.InstanceServices],
                [.. place.Hosts],
                service.Owner,
                service.Location.File
            );
        return new(
            preview.Proof.Snapshot,
            ComparedObject.Of(preview),
            [
                .. preview.Findings.Concat(AccessExpiry.Of(preview, today)).Select(ReviewConcern.Of),
                .. preview.Definition.Warnings.Select(ReviewConcern.Of),
            ],
            [.. services],
            preview
        );
    }

    /// <summary>A folder of manifests.</summary>
    /// <param name="folder">Where it is.</param>
    /// <param name="shown">What it is called in reports.</param>
    /// <param name="version">The version of Istio of the clusters that show none.</param>
    /// <param name="today">The day of the review, which ends accesses.</param>
    public static ReviewedMesh OfFolder(string folder, string shown, string? version, DateOnly? today = null)
    {
        var names = new GivenPaths(folder, shown);
        var sources = names.In(Snapshot.SourcesOfFolder(folder)) with { IstioVersion = version };
        var snapshot = Snapshot.From(sources);
        var services = sources
            .Manifests.Where(manifest => manifest is { Group: "", Kind: "Service" })
            .Select(manifest => new ReviewedService(
                $"{manifest.Cluster} {manifest.Namespace ?? "default"}/{manifest.Name}",
                manifest.Cluster,
                manifest.Namespace ?? "default",
                [manifest.Name],
                [$"{manifest.Name}.{manifest.Namespace ?? "default"}.svc.cluster.local"],
                null,
                manifest.Source?.File
            ));
        return new(
            snapshot,
            ComparedObject.Of(sources.Manifests),
            [
                .. snapshot
                    .Notes.Concat(AccessFindings.Of(snapshot, AccessMatrix.From(snapshot)))
                    .Concat(AccessExpiry.Of(sources.Manifests, today))
                    .Select(ReviewConcern.Of),
            ],
            [.. services],
            null
        );
    }
}
