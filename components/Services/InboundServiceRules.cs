namespace MeshStack;

/// <summary>What an InboundService can and cannot have.</summary>
internal static class InboundServiceRules
{
    // Every instance is a Service, and a ServiceEntry and a DestinationRule in every client namespace.
    public const int MostInstances = 1000;

    private static readonly string[] MutualTlsModes = ["STRICT", "PERMISSIVE"];
    private static readonly string[] ExternalTlsModes = ["SIMPLE", "MUTUAL"];

    public static IEnumerable<ArgsProblem> Check(InboundServiceArgs args) =>
    [
        .. Identity(args),
        .. Ports(args),
        .. WithoutSidecar(args),
        .. Instances(args),
        .. Balancing(args),
        .. External(args),
    ];

    private static IEnumerable<ArgsProblem> Identity(InboundServiceArgs args)
    {
        foreach (var (path, name) in new[] { ("namespace", args.Namespace), ("service", args.Service) })
        {
            if (string.IsNullOrEmpty(name))
            {
                yield return new(path, "required");
            }
            else if (!KubernetesNames.IsLabel(name))
            {
                yield return new(path, $"'{name}' is not a DNS label (a-z, 0-9 and '-', at most 63 characters)");
            }
        }

        foreach (var (key, value) in args.WorkloadLabels ?? [])
        {
            if (!KubernetesNames.IsLabelKey(key) || !KubernetesNames.IsLabelValue(value))
            {
                yield return new($"workloadLabels.{key}", $"'{key}: {value}' is not a label: letters, digits, '-', '_' and '.', at most 63 characters; the key may have a DNS prefix and a '/'");
            }
        }

        if (!string.IsNullOrEmpty(args.Namespace) && !string.IsNullOrEmpty(args.Service) && args.ImportedHost.Length > 253)
        {
            yield return new("service", $"'{args.ImportedHost}' has {args.ImportedHost.Length} characters; a host has at most 253");
        }

        if (args.WorkloadLabels is { Count: 0 })
        {
            yield return new("workloadLabels", "at least one label is required: without one, policies would select every workload of the namespace");
        }

        if (args.ServiceAccount is { } account && !KubernetesNames.IsSubdomain(account))
        {
            yield return new("serviceAccount", $"'{account}' is not a name of a service account");
        }

        if (args.MutualTls is { } mode && !MutualTlsModes.Contains(mode))
        {
            yield return ArgsProblem.NotAllowed("mutualTls", mode, "a mode", MutualTlsModes, mode is "MUTUAL" ? " (MUTUAL is STRICT)" : mode is "SIMPLE" ? " (SIMPLE is PERMISSIVE)" : "");
        }
    }

    private static IEnumerable<ArgsProblem> Ports(InboundServiceArgs args)
    {
        if (!ServiceProtocols.All.Contains(args.Protocol))
        {
            yield return ArgsProblem.NotAllowed("protocol", args.Protocol, "a protocol", ServiceProtocols.All);
        }

        foreach (var (path, port) in new[] { ("port", args.Port), ("targetPort", args.TargetPort ?? 1), ("exposedPort", args.ExposedPort ?? 1) })
        {
            if (port is < 1 or > 65535)
            {
                yield return new(path, $"{port} is not a port; allowed: 1 to 65535");
            }
        }
    }

    private static IEnumerable<ArgsProblem> WithoutSidecar(InboundServiceArgs args)
    {
        if (args.Sidecar)
        {
            yield break;
        }

        const string because = "needs the workload's sidecar, and sidecar is false";
        if (args.MutualTls != null)
        {
            yield return new("mutualTls", $"mutual TLS {because}");
        }

        if (args.LoadBalancing != null)
        {
            yield return new("loadBalancing", $"load balancing {because}");
        }

        if (args.ConnectionPool != null)
        {
            yield return new("connectionPool", $"circuit breaking {because}");
        }

        if (args.OutlierDetection != null)
        {
            yield return new("outlierDetection", $"circuit breaking {because}");
        }

        if (args.ServiceAccount != null)
        {
            yield return new("serviceAccount", $"verifying the workload {because}: callers meet the east-west gateway's identity");
        }

        if (args.Headless)
        {
            yield return new("headless", $"calling single instances {because}");
        }

        if (args.ExternalName != null)
        {
            yield return new("externalName", $"deciding which outside clients may call {because}");
        }

        if (args.ControlPlane.EastWest == null)
        {
            yield return new("sidecar", $"without a sidecar the east-west gateway decides who may call, and {args.ControlPlane.Cluster.Name} has none");
        }
    }

    private static IEnumerable<ArgsProblem> Instances(InboundServiceArgs args)
    {
        if (args is { Headless: true, Instances: null or < 1 })
        {
            yield return new("instances", "required with headless: the number of pods that callers may name, 1 or more");
        }

        if (args.Instances > MostInstances)
        {
            yield return new("instances", $"{args.Instances} is out of range; allowed: 1 to {MostInstances}");
        }

        if (!args.Headless && args.Instances != null)
        {
            yield return new("instances", "only a headless service has instances that callers name: set headless: true");
        }

        if (!args.Headless && args.StatefulSet != null)
        {
            yield return new("statefulSet", "only a headless service has instances that callers name: set headless: true");
        }

        if (args is { Headless: true, LoadBalancing: not null })
        {
            yield return new("loadBalancing", "has no effect on a headless service: its callers choose the instance");
        }
    }

    private static IEnumerable<ArgsProblem> Balancing(InboundServiceArgs args)
    {
        if (args.LoadBalancing is not { } balancing)
        {
            yield break;
        }

        if (balancing.Simple == null == (balancing.ConsistentHash == null))
        {
            yield return new("loadBalancing", "exactly one of simple and consistentHash is allowed");
        }

        if (balancing.Simple is { } simple && !LoadBalancingArgs.SimpleAlgorithms.Contains(simple))
        {
            yield return ArgsProblem.NotAllowed("loadBalancing.simple", simple, "an algorithm", LoadBalancingArgs.SimpleAlgorithms, simple == "LEAST_CONN" ? " (LEAST_CONN became LEAST_REQUEST)" : "");
        }

        if (balancing.ConsistentHash is not { } hash)
        {
            yield break;
        }

        const string path = "loadBalancing.consistentHash";
        if (hash.Keys != 1)
        {
            yield return new(path, "exactly one of httpHeaderName, httpCookie, useSourceIp and httpQueryParameterName is allowed");
        }

        if (hash is { MinimumRingSize: not null, MaglevTableSize: not null })
        {
            yield return new(path, "at most one of ringHash and maglev is allowed");
        }

        if (hash.NeedsRequest && !args.IsHttp)
        {
            yield return new(path, $"headers, cookies and query parameters are not seen in {args.Protocol}: only useSourceIp is allowed");
        }
        else if (hash.NeedsRequest && args.ControlPlane is { EastWest: not null, IsImported: true } or { ForwardsEveryService: true })
        {
            var cluster = args.ControlPlane.Cluster.Name;
            yield return ArgsProblem.Warning(path, $"holds for callers in {cluster} only: the east-west gateway passes the TLS of other clusters' callers through unopened and can hash nothing but useSourceIp");
        }
    }

    private static IEnumerable<ArgsProblem> External(InboundServiceArgs args)
    {
        if (args.ExternalName is not { } host)
        {
            foreach (var (path, given) in new[] { ("externalTls", args.ExternalTls != null), ("certificates", args.Certificates != null), ("credentialName", args.CredentialName != null) })
            {
                if (given)
                {
                    yield return new(path, "has no effect without externalName");
                }
            }

            yield break;
        }

        if (args.Protocol == "TLS")
        {
            yield return new("externalName", "not possible with protocol TLS: the ingress gateway would end the TLS that the workload expects");
        }

        if (!KubernetesNames.IsSubdomain(host) || !host.Contains('.', StringComparison.Ordinal))
        {
            yield return new("externalName", $"'{host}' is not a full host name, such as shop.example.com");
        }

        if (args.ControlPlane.Ingress == null)
        {
            yield return new("externalName", $"{args.ControlPlane.Cluster.Name} has no ingress gateway");
        }

        if (args.ExternalTls is { } tls && !ExternalTlsModes.Contains(tls))
        {
            yield return ArgsProblem.NotAllowed("externalTls", tls, "a mode", ExternalTlsModes);
        }

        if (args.Certificates == null == (args.CredentialName == null))
        {
            yield return new("certificates", "exactly one of certificates and credentialName is required with externalName");
        }

        if (args.Certificates is { } certificates)
        {
            if (args.ExternalTls == "MUTUAL" && certificates.CaCertificate == null)
            {
                yield return new("certificates.caCertificate", "required with externalTls: MUTUAL, to verify clients by");
            }

            if (args.ExternalTls != "MUTUAL" && certificates.CaCertificate != null)
            {
                yield return new("certificates.caCertificate", "has no effect without externalTls: MUTUAL");
            }
        }
    }
}
