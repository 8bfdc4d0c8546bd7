using Pulumi;

namespace MeshStack.Istio;

/// <summary>Replacement in a path by an expression.</summary>
public sealed class RegexRewriteArgs : ResourceArgs
{
    /// <summary>RE2 expression for what is replaced.</summary>
    [Input("match", required: true)]
    public Input<string> Match { get; set; } = null!;

    /// <summary>Replacement, with groups as \1.</summary>
    [Input("rewrite", required: true)]
    public Input<string> Rewrite { get; set; } = null!;
}
