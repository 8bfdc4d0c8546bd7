using MeshStack.Manifests;

namespace MeshStack.Definition.Planning;

/// <summary>Kubernetes Secrets of a plan, of which nobody may see any text, be it public elsewhere.</summary>
internal static class SecretObjects
{
    /// <summary>Adds a Secret of a cluster.</summary>
    /// <param name="scope">The component that makes it.</param>
    /// <param name="name">Its logical name.</param>
    /// <param name="controlPlane">The cluster.</param>
    /// <param name="after">What has to be there first, besides the control plane.</param>
    /// <param name="metadata">Its metadata.</param>
    /// <param name="data">What it holds; null where a controller fills it.</param>
    /// <param name="type">Its type.</param>
    public static ResourceId Secret(
        this PlannedScope scope,
        LogicalName name,
        ControlPlaneModel controlPlane,
        IEnumerable<ResourceId> after,
        IReadOnlyDictionary<string, object> metadata,
        IReadOnlyDictionary<string, object>? data,
        string? type = null
    )
    {
        var content = new List<(string, object)>();
        if (data is not null)
        {
            content.Add(("stringData", Hidden(data)));
        }

        if (type is not null)
        {
            content.Add(("type", type));
        }

        var key = scope.Object(name, controlPlane.Cluster.Name, controlPlane.Ready.Concat(after), "v1", "Secret", metadata, [.. content]);
        scope.Plan.Change(key, secret => secret with { SecretOutputs = ["data", "stringData"] });
        return key;
    }

    private static SortedDictionary<string, object> Hidden(IReadOnlyDictionary<string, object> data) =>
        new(data.ToDictionary(text => text.Key, text => (object)((TextValue)text.Value).AsSecret()), StringComparer.Ordinal);
}
