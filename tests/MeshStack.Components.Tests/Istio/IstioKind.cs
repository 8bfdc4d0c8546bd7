using MeshStack.Manifests;

namespace MeshStack.Components.Tests.Istio;

/// <summary>A kind of the newest Istio that is known, and the schema of its v1 spec.</summary>
internal sealed record IstioKind(string Group, string Kind, StructuralSchema Spec)
{
    public static IstioKind Named(string kind)
    {
        var found = IstioCrds.Newest.Kinds.Single(k => k.Kind == kind);
        var version = found.Versions.Single(v => v.Name == "v1");
        return new(found.Group, kind, found.StructuralSchemas[version.Schema].Properties["spec"]);
    }
}
