namespace MeshStack.Conformance.Istio;

/// <summary>What istiod does with an object that is applied.</summary>
internal enum IstiodVerdict
{
    Ok,
    Warn,
    Reject,
}
