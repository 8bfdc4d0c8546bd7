using MeshStack.Rendering;

namespace MeshStack.Cli.Reports;

/// <summary>One object or Helm release.</summary>
/// <param name="ApiVersion">API version; null for a Helm release.</param>
/// <param name="Kind">Kind of the object, or <c>Release</c>.</param>
/// <param name="Namespace">Its namespace; null where it has none.</param>
/// <param name="Name">Its name.</param>
/// <param name="Chart">Chart and version of a Helm release.</param>
internal sealed record ObjectView(string? ApiVersion, string Kind, string? Namespace, string Name, string? Chart)
{
    public string Place => Namespace is null ? Name : $"{Namespace}/{Name}";

    public static ObjectView From(RecordedResource resource) =>
        resource switch
        {
            { HelmRelease: { } release } => new(
                null,
                "Release",
                release.Namespace,
                release.Name,
                $"{release.ChartName} {release.Version}".TrimEnd()
            ),
            { Manifest: { } manifest } => new(manifest.ApiVersion, manifest.Kind, manifest.Namespace, manifest.Name, null),
            _ => throw new ArgumentException($"{resource} is neither an object nor a release", nameof(resource)),
        };
}
