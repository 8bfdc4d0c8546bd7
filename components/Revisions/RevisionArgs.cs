using Pulumi;

namespace MeshStack;

/// <summary>One of several control planes that stand side by side.</summary>
public sealed class RevisionArgs : ResourceArgs
{
    /// <summary>Version of Istio and of its chart.</summary>
    /// <value>Defaults to 1.30.3.</value>
    [Input("version")]
    public string Version { get; set; } = IstioVersion.Default;
}
