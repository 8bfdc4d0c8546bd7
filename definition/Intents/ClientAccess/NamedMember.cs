namespace MeshStack.Definition;

/// <summary>One of several callers that are named together, and where each part of it stands.</summary>
/// <param name="Of">What names them.</param>
/// <param name="ControlPlane">Its cluster.</param>
/// <param name="Namespace">Its namespace.</param>
/// <param name="ServiceAccount">Its service account; without a value every one of the namespace.</param>
internal sealed record NamedMember(
    CallerSettings Of,
    (string Path, ControlPlaneModel? Value) ControlPlane,
    (string Path, string? Value) Namespace,
    (string Path, string? Value) ServiceAccount
)
{
    /// <summary>Whether every request of another caller could be one of this one.</summary>
    public bool Covers(NamedMember other) =>
        ControlPlane.Value?.Cluster.Name == other.ControlPlane.Value?.Cluster.Name
        && Namespace.Value == other.Namespace.Value
        && (ServiceAccount.Value is null || ServiceAccount.Value == other.ServiceAccount.Value);

    /// <summary>Where a key of the caller stands, for a message about it.</summary>
    public string PathOf(string key) =>
        key switch
        {
            _ when Of.Group is not null => Of.At,
            "cluster" => ControlPlane.Path,
            "namespace" => Namespace.Path,
            "serviceAccount" => ServiceAccount.Path,
            _ => key,
        };

    /// <inheritdoc/>
    public override string ToString() => $"{ControlPlane.Value?.Cluster.Name}/{Namespace.Value}/{ServiceAccount.Value ?? "*"}";
}
