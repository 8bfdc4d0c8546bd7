using MeshStack.Analysis.Config.Objects;
using MeshStack.Analysis.Symbolic;
using MeshStack.Analysis.Topology.Workloads;

namespace MeshStack.Analysis.Matrix.Callers;

/// <summary>Workloads whose proxies send alike but for their namespace and identity.</summary>
/// <param name="Sidecar">Whether they have a sidecar.</param>
/// <param name="SidecarReason">Why.</param>
/// <param name="Capture">What captures them for ztunnel; null where nothing does.</param>
/// <param name="UsesHostNetwork">True where they are on the network of their nodes, from where ztunnel is passed by.</param>
/// <param name="Network">Their network.</param>
/// <param name="DnsCapture">What their own annotation says about DNS.</param>
/// <param name="Redirection">Which of their connections their sidecars get to see.</param>
/// <param name="Address">An address that policies take for theirs; null where it is not known or does not matter.</param>
/// <param name="Labels">Those of their labels that some object on the way asks for, as text.</param>
/// <param name="TrustDomain">Their trust domain where it is not that of their cluster.</param>
internal sealed record CallerClass(
    SidecarPresence Sidecar,
    string SidecarReason,
    Capture? Capture,
    bool UsesHostNetwork,
    string Network,
    bool? DnsCapture,
    Redirection Redirection,
    string? Address,
    string Labels,
    string? TrustDomain
)
{
    public static CallerClass From(Workload workload, IReadOnlyList<string> keys, DistinguishingAddresses addresses) =>
        new(
            workload.Sidecar,
            workload.Sidecar == SidecarPresence.Unknown ? workload.SidecarReason : "",
            workload.Capture is null ? null : new("", workload.Capture.Assumption),
            workload is { UsesHostNetwork: true, Sidecar: SidecarPresence.Absent },
            workload.Network,
            workload.DnsCapture,
            workload.Sidecar == SidecarPresence.Present ? workload.Redirection : Redirection.Everything,
            addresses.LikeThat(workload.PodAddress),
            string.Join('\n', keys.Where(workload.Labels.ContainsKey).Select(key => $"{key}={workload.Labels[key]}")),
            workload.TrustDomain
        );

    /// <summary>A workload that stands for those of a namespace, or of every namespace that is not spoken of.</summary>
    public Workload Representative(string cluster, string ns) =>
        new()
        {
            Cluster = cluster,
            Namespace = ns,
            Kind = "Workload",
            Name = SymbolicRequest.Anyone,
            ServiceAccount = SymbolicRequest.Anyone,
            TrustDomain = TrustDomain,
            Labels =
                Labels.Length == 0
                    ? new Dictionary<string, string>()
                    : Labels
                        .Split('\n')
                        .Select(label => label.Split('=', 2))
                        .ToDictionary(label => label[0], label => label[1], StringComparer.Ordinal),
            Sidecar = Sidecar,
            SidecarReason = SidecarReason,
            Capture = Capture,
            UsesHostNetwork = UsesHostNetwork,
            Network = Network,
            DnsCapture = DnsCapture,
            Redirection = Redirection,
            PodAddress = Address,
        };
}
