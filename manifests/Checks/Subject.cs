namespace MeshStack.Manifests;

/// <summary>The object that a rule looks at.</summary>
internal sealed class Subject(Manifest manifest)
{
    public Manifest Manifest { get; } = manifest;

    public Field Body { get; } = Field.From(manifest.Body);

    public Field Spec { get; } = manifest.Spec;

    public string Kind => Manifest.Kind;

    public Field Annotations => Body["metadata"]["annotations"];

    /// <summary>True for objects that istiod makes of the Gateway API's, of which it allows more.</summary>
    public bool IsOfGatewayApi =>
        Annotations["internal.istio.io/gateway-semantics"].Text == "gateway"
        || Annotations["internal.istio.io/route-semantics"].Text == "gateway";
}
