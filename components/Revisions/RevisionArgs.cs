using Pulumi;

namespace MeshStack;

/// <summary>One of several control planes that stand side by side.</summary>
public sealed class RevisionArgs : ResourceArgs
{
    /// <summary>Version of Istio and of its chart.</summary>
    /// <value>Defaults to 1.31.4.</value>
    [Input("version")]
    public string Version { get; set; } = IstioVersion.Default;

    /// <summary>Images of this revision by full reference.</summary>
    /// <value>Defaults to those of the installation.</value>
    [Input("images")]
    public ImagesArgs? Images { get; set; }
}
