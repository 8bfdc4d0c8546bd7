using Pulumi;

namespace MeshStack;

/// <summary>A caller, or several alike, and what they may ask for.</summary>
public sealed class ClientAccessArgs : ResourceArgs
{
    /// <summary>The service that is called.</summary>
    public required InboundService Service { get; set; }

    /// <summary>The caller's cluster; null for external clients, which have none.</summary>
    public ControlPlane? ControlPlane { get; set; }

    /// <summary>The callers' clusters, where they are in several: every combination with namespaces and service accounts is a
    /// caller.</summary>
    public List<ControlPlane> ControlPlanes { get; set; } = [];

    /// <summary>Who answers for it: a team, a person or an address, such as <c>@example/shop</c>.</summary>
    /// <value>Defaults to none.</value>
    [Input("owner")]
    public string? Owner { get; set; }

    /// <summary>What it is for, in one line.</summary>
    /// <value>Defaults to none.</value>
    [Input("description")]
    public string? Description { get; set; }

    /// <summary>Name that this access had before: what it made is kept, and not made a second time.</summary>
    /// <value>Defaults to none: it was not renamed.</value>
    [Input("renamedFrom")]
    public string? RenamedFrom { get; set; }

    /// <summary>What the caller is: a workload with a sidecar, one without, or a client outside the mesh.</summary>
    /// <value>Defaults to Istio, a workload with a sidecar.</value>
    [Input("type")]
    public ClientType Type { get; set; } = ClientType.Istio;

    /// <summary>Namespace of the caller.</summary>
    [Input("namespace")]
    public string? Namespace { get; set; }

    /// <summary>Namespaces of the callers, where they are in several.</summary>
    public List<string> Namespaces { get; set; } = [];

    /// <summary>Service account of the caller.</summary>
    /// <value>Defaults to every workload of the namespace.</value>
    [Input("serviceAccount")]
    public string? ServiceAccount { get; set; }

    /// <summary>Service accounts of the callers, where they have several.</summary>
    public List<string> ServiceAccounts { get; set; } = [];

    /// <summary>Callers alone or besides those that are named above: a list that several accesses are given is a group.</summary>
    public List<CallerArgs> Callers { get; set; } = [];

    /// <summary>Addresses that the caller comes from, for callers without an identity: CIDR blocks or single IP addresses.</summary>
    [Input("cidrs")]
    public List<string> Cidrs { get; set; } = [];

    /// <summary>Whether the caller may name single instances of a headless service of another cluster.</summary>
    /// <value>Defaults to whether the service is headless.</value>
    [Input("headless")]
    public bool? Headless { get; set; }

    /// <summary>The last day on which the callers need it, as YYYY-MM-DD: commands with <c>--today</c> say which accesses have
    /// expired.</summary>
    /// <value>Defaults to none: it does not expire.</value>
    [Input("until")]
    public string? Until { get; set; }

    /// <summary>Requests that are allowed; a request needs to match one of them. Required for HTTP, not allowed for TCP and TLS.</summary>
    [Input("access")]
    public List<AccessRuleArgs> Access { get; set; } = [];
}
