namespace MeshStack.Definition.Istio;

/// <summary>A part of one of Istio's objects.</summary>
internal interface IIstioNode
{
    /// <summary>What it says, by names on the wire and in their ordinal order; members that are not set are left out.</summary>
    public IReadOnlyDictionary<string, object> ToTree();
}
