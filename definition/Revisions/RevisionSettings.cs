namespace MeshStack.Definition;

/// <summary>One of several control planes that stand side by side.</summary>
public sealed record RevisionSettings
{
    /// <summary>Version of Istio and of its chart.</summary>
    /// <value>Defaults to 1.31.4.</value>
    [Key("its version")]
    public string Version { get; init; } = IstioVersion.Default;

    /// <summary>Images of this revision by full reference.</summary>
    /// <value>Defaults to those of the installation.</value>
    [Key("its images by reference, as `images`", Default = "`istio.images`", Table = "istio")]
    public ImagesSettings? Images { get; init; }
}
