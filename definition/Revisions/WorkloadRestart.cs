namespace MeshStack.Definition;

/// <summary>A namespace whose workloads keep the proxy of another control plane until they are restarted.</summary>
/// <param name="Namespace">The namespace.</param>
/// <param name="Reference">Revision or tag that it chooses.</param>
/// <param name="From">Revision and version of its proxies so far, <c>1-30-8 (1.30.8)</c>; null where none was injected.</param>
/// <param name="To">Revision and version of the control plane that now injects it.</param>
internal sealed record WorkloadRestart(string Namespace, string Reference, string? From, string To);
