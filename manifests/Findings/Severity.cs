namespace MeshStack.Manifests;

/// <summary>How much a finding weighs.</summary>
public enum Severity
{
    /// <summary>Worth knowing; nothing is wrong.</summary>
    Info,

    /// <summary>Accepted by Istio, and likely not what was meant.</summary>
    Warning,

    /// <summary>Rejected by Istio, or without the effect it was written for.</summary>
    Error,
}
