using MeshStack.Analysis.Config.Mesh;
using MeshStack.Analysis.Model;

namespace MeshStack.Analysis.Config.Masks;

/// <summary>What keeps an object or a setting from being read: a mask, or what is not evaluated.</summary>
/// <param name="Reason">Why, with the object and the path of the field.</param>
/// <param name="Because">The object.</param>
internal sealed record Unreadable(string Reason, Cause Because)
{
    public static Unreadable From(Manifest manifest, string path) =>
        new($"{path} of {manifest.Reference} is masked", Cause.From(manifest, $"{path} is masked"));

    public static Unreadable From(ChartRelease release, string path) =>
        new(
            $"{path} of the release {release.Namespace}/{release.Name} is masked",
            new(release.Cluster, "Release", release.Namespace, release.Name, $"{path} is masked")
        );

    /// <summary>What is given besides objects: settings, declared services and workloads.</summary>
    public static Unreadable From(string cluster, string kind, string? ns, string name, string path) =>
        new($"{path} of {kind} {(ns is null ? name : $"{ns}/{name}")} is masked", new(cluster, kind, ns, name, $"{path} is masked"));
}
