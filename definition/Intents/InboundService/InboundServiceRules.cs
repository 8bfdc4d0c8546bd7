using MeshStack.Definition.Intents;
using MeshStack.Manifests;

namespace MeshStack.Definition;

/// <summary>What an InboundService can and cannot have.</summary>
internal static class InboundServiceRules
{
    // Every instance is a Service, and a ServiceEntry and a DestinationRule in every client namespace.
    public const int MostInstances = 1000;

    private const string CommonLabels = "app.kubernetes.io";

    public static IEnumerable<ArgsProblem> Check(InboundServiceIntent settings) =>
        [
            .. OfItself(settings),
            .. settings.Places.SelectMany(InCluster).Distinct(),
            .. settings.IsMulticluster ? MulticlusterRules.InClusters(settings) : [],
        ];

    /// <summary>What is wrong whatever cluster it is in.</summary>
    public static IReadOnlyList<ArgsProblem> OfItself(InboundServiceIntent settings)
    {
        List<ArgsProblem> found =
        [
            .. new[]
            {
                KeyRules.Check(settings),
                MulticlusterRules.OfItself(settings),
                Identity(settings),
                Names(settings),
                ServicePorts.Problems(settings),
                ServicePorts.Exposed(settings),
                WithoutSidecar(settings),
                Instances(settings),
                Balancing(settings),
                Pool(settings),
                ExternalRules.Check(settings),
            }
                .SelectMany(problems => problems)
                .Distinct(),
        ];
        return [.. found, .. TrafficValues.Check(settings, found)];
    }

    /// <summary>What is wrong with how proxies call it.</summary>
    public static IReadOnlyList<ArgsProblem> Traffic(InboundServiceIntent settings)
    {
        List<ArgsProblem> found = [.. Balancing(settings), .. Pool(settings)];
        return [.. found, .. TrafficValues.Check(settings, found)];
    }

    /// <summary>What does not go with its cluster.</summary>
    private static IEnumerable<ArgsProblem> InCluster(InboundServiceIntent settings)
    {
        var cluster = settings.ControlPlane.Cluster.Name;
        if (!settings.Sidecar && settings.ControlPlane.EastWest is null)
        {
            yield return new("sidecar", $"without a sidecar the east-west gateway decides who may call, and {cluster} has none");
        }

        if (settings.ExternalName is not null && settings.ControlPlane.Ingress is null)
        {
            yield return new("externalName", $"{cluster} has no ingress gateway");
        }

        foreach (var problem in Injection(settings).Concat(ServicePorts.WithoutEffect(settings)))
        {
            yield return problem;
        }
    }

    private static IEnumerable<ArgsProblem> Identity(InboundServiceIntent settings)
    {
        foreach (
            var (path, name, what) in new[]
            {
                ("namespace", settings.Namespace, "namespace where it is"),
                ("service", settings.Service, "name of the Kubernetes Service"),
            }
        )
        {
            if (string.IsNullOrEmpty(name))
            {
                yield return new(path, $"required: {what}");
            }
            else if (!KubernetesNames.IsLabel(name))
            {
                yield return new(path, $"'{name}' is not a DNS label (a-z, 0-9 and '-', at most 63 characters)");
            }
        }

        foreach (var (key, value) in settings.WorkloadLabels ?? Empty.Map<string>())
        {
            if (!KubernetesNames.IsLabelKey(key) || !KubernetesNames.IsLabelValue(value))
            {
                yield return new(
                    $"workloadLabels.{key}",
                    $"'{key}: {value}' is not a label: letters, digits, '-', '_' and '.', at most 63 characters; the key may have a DNS "
                        + "prefix and a '/'"
                );
            }
        }

        if (!string.IsNullOrEmpty(settings.Namespace) && !string.IsNullOrEmpty(settings.Service) && settings.ImportedHost.Length > 253)
        {
            yield return new("service", $"'{settings.ImportedHost}' has {settings.ImportedHost.Length} characters; a host has at most 253");
        }

        if (settings.WorkloadLabels is { Count: 0 })
        {
            yield return new(
                "workloadLabels",
                "at least one label is required: without one, policies would select every workload of the namespace"
            );
        }

        if (settings.ServiceAccount is { } account && !KubernetesNames.IsSubdomain(account))
        {
            yield return new("serviceAccount", $"'{account}' is not a name of a service account");
        }
    }

    /// <summary>Names that come out of others, and names of objects that somebody else makes.</summary>
    private static IEnumerable<ArgsProblem> Names(InboundServiceIntent settings)
    {
        foreach (var (key, _) in settings.WorkloadLabels ?? Empty.Map<string>())
        {
            if (key.Split('/') is [var prefix, _] && prefix != CommonLabels && Spelling.Nearest(prefix, [CommonLabels], most: 2).Length > 0)
            {
                yield return ArgsProblem.Warning(
                    $"workloadLabels.{key}",
                    $"'{prefix}' is near to {CommonLabels}, the prefix of Kubernetes' common labels; did you mean "
                        + $"{CommonLabels}{key[prefix.Length..]}?"
                );
            }
        }

        if (settings.StatefulSet is { } set && !KubernetesNames.IsLabel(set))
        {
            yield return new("statefulSet", $"'{set}' is not a DNS label (a-z, 0-9 and '-', at most 63 characters)");
        }

        if (settings.CredentialName is { } secret && !KubernetesNames.IsSubdomain(secret))
        {
            yield return new("credentialName", $"'{secret}' is not a name of a Secret (labels of a-z, 0-9 and '-', joined by dots)");
        }

        if (!settings.Headless || settings.Instances is not (> 0 and <= MostInstances))
        {
            yield break;
        }

        foreach (var (path, name) in new[] { ("service", settings.Service), ("statefulSet", settings.StatefulSet) })
        {
            if (name is { Length: <= 63 } && FormattableString.Invariant($"{name}-{settings.Instances - 1}") is { Length: > 63 } last)
            {
                yield return new(
                    path,
                    $"the last of {settings.Instances} instances would be '{last}', which has {last.Length} characters; at most 63 are "
                        + "possible"
                );
            }
        }
    }

    /// <summary>Policies hold where traffic passes a sidecar, and only there.</summary>
    private static IEnumerable<ArgsProblem> Injection(InboundServiceIntent settings)
    {
        if (string.IsNullOrEmpty(settings.Namespace) || settings.WorkloadLabels is { Count: 0 })
        {
            yield break;
        }

        if (settings.Sidecar && settings.Namespace == settings.ControlPlane.SystemNamespace)
        {
            yield return new(
                "namespace",
                $"'{settings.Namespace}' is the mesh's root namespace: policies there hold for the workloads with these labels in every "
                    + "namespace; move the workload to a namespace of its own"
            );
        }

        if (settings.ControlPlane.Injection is not { } injection)
        {
            yield break;
        }

        var labels = settings.Selector;
        if (!settings.Sidecar)
        {
            if (injection.InjectedBy(settings.Namespace, labels) is { } setting)
            {
                yield return ArgsProblem.Warning(
                    "sidecar",
                    $"false, and pods in '{settings.Namespace}' get a sidecar unless they say no: give the namespace injection: disabled, "
                        + $"or select pods that say no (workloadLabels with {IstioNames.Inject}: \"false\")"
                ) with
                {
                    Setting = setting,
                };
            }
        }
        else if (injection.Withheld(settings.Namespace, labels) is { } missing)
        {
            var path =
                settings.WorkloadLabels?.GetValueOrDefault(IstioNames.Inject) == "false"
                    ? $"workloadLabels.{IstioNames.Inject}"
                    : "namespace";
            yield return missing.Problem(
                path,
                "without a sidecar no policy holds, and every pod that reaches the workload may call it; have it injected, or say "
                    + "sidecar: false"
            );
        }
        else
        {
            foreach (var port in settings.ServedPorts)
            {
                if (injection.PastSidecar(port.PolicyPort) is { } past)
                {
                    yield return past.Problem(
                        ServicePorts.PathOfTarget(settings, port),
                        "no policy holds there, and every pod that reaches the workload may call it; remove the setting"
                    );
                }
            }
        }
    }

    private static IEnumerable<ArgsProblem> WithoutSidecar(InboundServiceIntent settings)
    {
        if (settings.Sidecar)
        {
            yield break;
        }

        const string because = "needs the workload's sidecar, and sidecar is false";
        if (settings.MutualTls is not null)
        {
            yield return new("mutualTls", $"mutual TLS {because}");
        }

        if (settings.LoadBalancing is not null)
        {
            yield return new("loadBalancing", $"load balancing {because}");
        }

        if (settings.ConnectionPool is not null)
        {
            yield return new("connectionPool", $"circuit breaking {because}");
        }

        if (settings.OutlierDetection is not null)
        {
            yield return new("outlierDetection", $"circuit breaking {because}");
        }

        if (settings.ServiceAccount is not null)
        {
            yield return new("serviceAccount", $"verifying the workload {because}: callers meet the east-west gateway's identity");
        }

        if (settings.Ports.Count > 1)
        {
            yield return new("ports", $"telling ports apart {because}: give each a Service and an InboundService of its own");
        }

        if (settings.Headless)
        {
            yield return new("headless", $"calling single instances {because}");
        }

        if (settings.ExternalName is not null)
        {
            yield return new("externalName", $"deciding which outside clients may call {because}");
        }
    }

    private static IEnumerable<ArgsProblem> Instances(InboundServiceIntent settings)
    {
        if (settings is { Headless: true, Instances: null })
        {
            yield return new("instances", "required with headless: the number of pods that callers may name, 1 or more");
        }

        if (!settings.Headless && settings.Instances is not null)
        {
            yield return new("instances", "only a headless service has instances that callers name: set headless: true");
        }

        if (!settings.Headless && settings.StatefulSet is not null)
        {
            yield return new("statefulSet", "only a headless service has instances that callers name: set headless: true");
        }

        if (settings is { Headless: true, LoadBalancing: not null })
        {
            yield return new("loadBalancing", "has no effect on a headless service: its callers choose the instance");
        }
    }

    private static IEnumerable<ArgsProblem> Balancing(InboundServiceIntent settings)
    {
        if (settings.LoadBalancing is not { } balancing)
        {
            yield break;
        }

        var ways = new object?[] { balancing.Algorithm, balancing.Hash, balancing.Utilization }.Count(way => way is not null);
        if (ways > 1 || (ways == 0 && balancing.ToTree().Count == 0))
        {
            yield return new(
                "loadBalancing",
                balancing.Utilization is null
                    ? "exactly one of simple and consistentHash is allowed"
                    : "exactly one of simple, consistentHash and backendUtilization is allowed"
            );
        }

        if (balancing is { Warmup: not null } and ({ Hash: not null } or { Algorithm: "RANDOM" or "PASSTHROUGH" }))
        {
            yield return new(
                "loadBalancing.warmup",
                "has an effect with ROUND_ROBIN and LEAST_REQUEST only: remove it, or use one of them"
            );
        }

        if (balancing.Hash is not { } hash)
        {
            yield break;
        }

        const string path = "loadBalancing.consistentHash";
        if (hash.Keys != 1)
        {
            yield return new(path, "exactly one of httpHeaderName, httpCookie, useSourceIp and httpQueryParameterName is allowed");
        }

        const string tokens = "letters, digits and any of !#$%&'*+-.^_`|~ are allowed";
        if (hash.HttpHeaderName is { } header && !HeaderName.CanMatch(header))
        {
            yield return new($"{path}.httpHeaderName", $"'{header}' is not a name of a header, so that no request has it: {tokens}");
        }

        if (hash.HttpQueryParameterName is { Length: 0 })
        {
            yield return new($"{path}.httpQueryParameterName", "'' is no name: name the parameter");
        }

        if (hash.Cookie?.Name is { Length: > 0 } cookie && !HeaderName.IsToken(cookie))
        {
            yield return new($"{path}.httpCookie.name", $"'{cookie}' is not a name of a cookie, so that no client keeps it: {tokens}");
        }

        if (hash is { RingHash: not null, Maglev: not null })
        {
            yield return new(path, "at most one of ringHash and maglev is allowed");
        }

        if (hash.NeedsRequest && !settings.ServedPorts.Any(port => port.IsHttp))
        {
            yield return new(
                path,
                $"headers, cookies and query parameters are not seen in {settings.ServedPorts[0].Protocol}: only useSourceIp is allowed"
            );
        }
        else if (hash.NeedsRequest && settings.ControlPlane is { EastWest: not null, IsImported: true } or { ForwardsEveryService: true })
        {
            var cluster = settings.ControlPlane.Cluster.Name;
            yield return ArgsProblem.Warning(
                path,
                $"holds for callers in {cluster} only: the east-west gateway passes the TLS of other clusters' callers through unopened "
                    + "and can hash nothing but useSourceIp"
            );
        }
    }

    private static IEnumerable<ArgsProblem> Pool(InboundServiceIntent settings)
    {
        if (settings.ConnectionPool is { Tcp: null, Http: null })
        {
            yield return new("connectionPool", "tcp or http is required");
        }
    }
}
