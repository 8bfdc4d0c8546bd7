// Made from manifests/Crds/Tables by build/Generate; to make it anew: tests/accept.
namespace MeshStack.Definition.Istio;

/// <summary>ProxyConfig spec.</summary>
internal sealed partial record ProxyConfigSpec : IIstioNode
{
    public int? Concurrency { get; init; }

    public IReadOnlyDictionary<string, string>? EnvironmentVariables { get; init; }

    public ProxyImage? Image { get; init; }

    public MatchLabelsSelector? Selector { get; init; }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object> ToTree()
    {
        var tree = new TreeBuilder();
        tree.Add("concurrency", Concurrency);
        tree.Add("environmentVariables", EnvironmentVariables);
        tree.Add("image", Image);
        tree.Add("selector", Selector);
        return tree.ToTree();
    }
}

/// <summary>ProxyConfig spec.image.</summary>
internal sealed partial record ProxyImage : IIstioNode
{
    public string? ImageType { get; init; }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object> ToTree()
    {
        var tree = new TreeBuilder();
        tree.Add("imageType", ImageType);
        return tree.ToTree();
    }
}
