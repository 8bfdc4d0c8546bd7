namespace MeshStack.Manifests;

/// <summary>Who judges by a rule in a cluster.</summary>
public enum RuleOrigin
{
    /// <summary>The API server, by the schema of Istio's kinds.</summary>
    Kubernetes,

    /// <summary>istiod, which refuses the object or warns of it.</summary>
    Istio,

    /// <summary>Nobody but MeshStack: the object is accepted, and likely not what was meant.</summary>
    MeshStack,
}
