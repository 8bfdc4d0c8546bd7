using System.Runtime.CompilerServices;
using MeshStack.Analysis.Config.Masks;
using MeshStack.Analysis.Config.Objects;
using MeshStack.Analysis.Config.Routing;
using MeshStack.Analysis.Matching;
using MeshStack.Analysis.Model;

namespace MeshStack.Analysis.Topology.Services;

/// <summary>A service of the registry: a Kubernetes Service, or one host of a ServiceEntry.</summary>
internal sealed record MeshService
{
    /// <summary>The label by which a ServiceEntry does without the address that istiod would make up for it.</summary>
    public const string AutomaticAddressLabel = "networking.istio.io/enable-autoallocate-ip";

    public required string Cluster { get; init; }

    public required string Namespace { get; init; }

    public required string Kind { get; init; }

    public required string Name { get; init; }

    public required string Host { get; init; }

    public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>();

    public required IReadOnlyList<ServicePort> Ports { get; init; }

    /// <summary>The labels of the workloads behind it, or null where it names none.</summary>
    public LabelSelector? Selector { get; init; }

    public IReadOnlyList<string>? ExportTo { get; init; }

    public string Type { get; init; } = "ClusterIP";

    public string? ExternalName { get; init; }

    public IReadOnlyList<string> ExternalAddresses { get; init; } = [];

    public string? ClusterAddress { get; init; }

    /// <summary>The addresses and blocks of addresses that a ServiceEntry names.</summary>
    public IReadOnlyList<string> Addresses { get; init; } = [];

    public bool IsExternal { get; init; }

    /// <summary>Whether requests go to what is near first; null where it does not say.</summary>
    public Certainty? PrefersNearness { get; init; }

    public string Resolution { get; init; } = "";

    public IReadOnlyList<StaticEndpoint> Endpoints { get; init; } = [];

    public IReadOnlyList<string> SubjectAltNames { get; init; } = [];

    public string? Created { get; init; }

    /// <summary>What hides it; null where all that answers depend on is read.</summary>
    public Unreadable? Unreadable { get; init; }

    /// <summary>What hides which workloads it is in front of, and on which ports.</summary>
    public Unreadable? HiddenFront { get; init; }

    /// <summary>What hides an address at which it is reached.</summary>
    public Unreadable? HiddenAddress { get; init; }

    /// <summary>What hides the network that it leads to from other ones.</summary>
    public Unreadable? HiddenNetwork { get; init; }

    /// <summary>True where masks hide whether it is open to the outside.</summary>
    public bool HidesType { get; init; }

    /// <summary>True where istiod takes the addresses of nodes for its own.</summary>
    public bool IsAtNodes { get; init; }

    /// <summary>True where masks hide ports.</summary>
    public bool HidesPorts { get; init; }

    /// <summary>True for a ServiceEntry of which masks hide the number or the protocol of a port.</summary>
    public bool HidesPortNumbers { get; init; }

    /// <summary>True for a ServiceEntry some of whose hosts are hidden, so that it may be any host's.</summary>
    public bool HidesHosts { get; init; }

    /// <summary>True for a ServiceEntry of which masks hide who sees it.</summary>
    public bool HidesExportTo { get; init; }

    public bool IsKubernetes => Kind == "Service";

    public bool IsWildcard => Host.StartsWith('*');

    /// <summary>True where an address outside of the cluster leads to it.</summary>
    public bool HasExternalAddress => IsKubernetes && (ExternalAddresses.Count > 0 || HiddenAddress is not null);

    /// <summary>True for a Service whose name means its pods' own addresses.</summary>
    public bool IsHeadless => ClusterAddress == "None";

    /// <summary>The port of a number; where TCP and UDP share one, what is not UDP.</summary>
    public ServicePort? Port(int number) =>
        Ports.FirstOrDefault(port => port.Number == number && port.Protocol != ServiceProtocol.Kind.Udp)
        ?? Ports.FirstOrDefault(port => port.Number == number);

    /// <summary>How closely its addresses name one, in bits; 0 where they do not, or where it has nothing on the port there.</summary>
    /// <remarks>HTTP is routed by its host, which a block of addresses is none of. Source: generateVirtualHostDomains in
    /// pilot/pkg/networking/core/httproute.go of istio/istio, 1.30.3.</remarks>
    public int BitsOf(string address, int port)
    {
        if (Addresses.Count == 0 || (!HidesPorts && Port(port) is null))
        {
            return 0;
        }

        var bits = Addresses.Max(own => IpBlock.BitsOf(own, address));
        return bits == IpBlock.AllBits || Port(port)?.Protocol != ServiceProtocol.Kind.Http ? bits : 0;
    }

    public Cause Because(string detail) => new(Cluster, Kind, Namespace, Name, detail);

    /// <summary>Two services may be alike in everything that is known of them, and are two all the same.</summary>
    public bool Equals(MeshService? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);

    public override string ToString() => $"{Kind} {Namespace}/{Name} of {Cluster}";
}
