using MeshStack.Definition.Intents;
using MeshStack.Manifests;

namespace MeshStack.Definition;

/// <summary>What a ClientAccess can and cannot have, given the service that it calls.</summary>
internal static class ClientAccessRules
{
    private const string NothingAsked = "methods or paths are required; for everything: methods: [\"*\"]";

    public static IEnumerable<ArgsProblem> Check(ClientAccessIntent access) =>
        [
            .. OfItself(access),
            .. access.Type switch
            {
                ClientTypes.Istio => OfEach(access, Workload),
                ClientTypes.Kubernetes => OfEach(access, WithoutSidecar),
                ClientTypes.External => External(access),
                _ => [],
            },
            .. Injection(access),
            .. Instances(access),
            .. Requests(access),
        ];

    /// <summary>What is wrong whatever service it calls, and wherever that and the callers are.</summary>
    /// <param name="access">The access; its service may be any.</param>
    public static IEnumerable<ArgsProblem> OfItself(ClientAccessIntent access)
    {
        IEnumerable<ArgsProblem> caller = access.Type switch
        {
            ClientTypes.Istio => [.. Located(access), .. Grouped(access), .. Account(access)],
            ClientTypes.Kubernetes => [.. Located(access), .. NoGroups(access), .. ByAddress(access), .. Addresses(access)],
            ClientTypes.External => [.. Outside(access), .. NoGroups(access), .. Addresses(access)],
            _ => [],
        };
        return [.. KeyRules.Check(access), .. caller, .. Asked(access), .. OverlappingGrants.Problems(access)];
    }

    private static IEnumerable<ArgsProblem> OfEach(ClientAccessIntent access, Func<ClientAccessIntent, IEnumerable<ArgsProblem>> rules) =>
        MemberProblems.Of(
            [.. MembersOf(access)],
            member => access.Of(member) is var one && one.Places.ToList() is { Count: > 0 } places ? places.SelectMany(rules) : rules(one)
        );

    // That a client of another type is in no group is said of the group.
    private static IEnumerable<NamedMember> MembersOf(ClientAccessIntent access) =>
        access.Type == ClientTypes.Istio ? access.Members : access.Own.Members;

    /// <summary>What is wrong with groups; of those with documents of their own it is said there.</summary>
    private static IEnumerable<ArgsProblem> Grouped(ClientAccessIntent access) =>
        [
            .. access.Callers.Where(callers => callers.Group is null).SelectMany(CallerRules.OfGroup),
            .. CallerRules.Twice(access.NamesCallers ? [access.Own, .. access.Callers] : access.Callers),
        ];

    private static IEnumerable<ArgsProblem> NoGroups(ClientAccessIntent access)
    {
        if (access.Callers.Count > 0)
        {
            var path = access.Callers[0].Group is null ? "callers" : "groups";
            yield return new(
                path,
                access.Type == ClientTypes.External
                    ? "a client outside the mesh is in no group: use cidrs, and externalTls: MUTUAL on the service"
                    : "the callers of a group show identities, and a client without a sidecar has none: name its cluster and namespace, "
                        + "and use cidrs"
            );
        }
    }

    private static IEnumerable<ArgsProblem> Account(ClientAccessIntent access)
    {
        foreach (var problem in CallerRules.Accounts(access.Own))
        {
            yield return problem;
        }

        if (access.Cidrs.Count > 0)
        {
            yield return new("cidrs", "a client with a sidecar is known by its service account, not by its address: remove cidrs");
        }
    }

    private static IEnumerable<ArgsProblem> Workload(ClientAccessIntent access)
    {
        if (access.ControlPlane is null)
        {
            yield break;
        }

        var server = access.Service.ControlPlane.Cluster.Name;
        if (!access.IsRemote && !access.Service.Sidecar)
        {
            yield return new(
                "service",
                $"every workload of {server} reaches {access.Service.Service} directly: without a sidecar there is no policy for callers "
                    + "in its own cluster"
            );
        }

        if (
            access.Service is { IsMulticluster: true, Failover.Count: > 0 } service
            && service.IsFoundBy(access.ControlPlane)
            && service.Places.All(place => place.ControlPlane.Cluster.Name != access.ControlPlane.Cluster.Name)
            && !MulticlusterBalancing.IsByRegion(service, access.ControlPlane.Cluster)
        )
        {
            yield return ArgsProblem.Warning(
                "cluster",
                $"callers of {access.ControlPlane.Cluster.Name} do not get the order of {service.Service}'s failover: Istio asks the "
                    + "clusters of their own region first, then those of one other, then the rest; a region "
                    + "(meshstack:clusters.NAME.region) may help"
            );
        }

        if (access is { UsesImport: true, IsRemote: true } && access.Service.ControlPlane.EastWest?.Address is null)
        {
            yield return new("service", $"{server} has no east-west gateway with an address, and other clusters call through it");
        }
    }

    private static IEnumerable<ArgsProblem> ByAddress(ClientAccessIntent access)
    {
        foreach (
            var (path, given) in new[]
            {
                ("serviceAccount", access.ServiceAccount is not null),
                ("serviceAccounts", access.ServiceAccounts.Count > 0),
            }
        )
        {
            if (given)
            {
                yield return new(path, "a client without a sidecar shows no identity: use cidrs, or type istio");
            }
        }

        if (access.Cidrs.Count == 0)
        {
            yield return new("cidrs", "required for type k8s: a client without a sidecar is known by its address only");
        }
    }

    private static IEnumerable<ArgsProblem> WithoutSidecar(ClientAccessIntent access)
    {
        if (access.IsRemote)
        {
            yield return new(
                "type",
                "a client without a sidecar cannot open the mTLS that the east-west gateway wants: use a client with a sidecar, or type "
                    + "external and the service's externalName"
            );
        }
        else if (!access.Service.Sidecar)
        {
            yield return new(
                "service",
                $"every workload of {access.Service.ControlPlane.Cluster.Name} reaches {access.Service.Service} directly: without a "
                    + "sidecar there is no policy for callers in its own cluster"
            );
        }
        else if (access.Service.MutualTls != "PERMISSIVE")
        {
            yield return new(
                "type",
                $"a client without a sidecar speaks plaintext, and {access.Service.Service} accepts mTLS only (mutualTls: STRICT): give "
                    + "the client a sidecar, or the service mutualTls: PERMISSIVE"
            );
        }
    }

    /// <summary>Whether the callers' pods have what their type says; of groups with documents of their own it is said there.</summary>
    private static IEnumerable<ArgsProblem> Injection(ClientAccessIntent access) =>
        MemberProblems.Of(
            [.. MembersOf(access).Where(member => member.Of.Group is null)],
            member => InjectionOf(access.Of(member), access.Service.Service)
        );

    /// <summary>Whether a caller's pods have what its type says.</summary>
    /// <param name="access">The access of the caller.</param>
    /// <param name="service">The service that it calls.</param>
    private static IEnumerable<ArgsProblem> InjectionOf(ClientAccessIntent access, string service)
    {
        if (access is not { Namespace: { Length: > 0 } ns, ControlPlane.Injection: { } injection })
        {
            yield break;
        }

        // What its pods are labelled with, nothing says.
        var labels = Empty.Map<string>();
        if (access.Type == ClientTypes.Istio && injection.Withheld(ns, labels) is { IsCertain: true } missing)
        {
            yield return missing.Problem(
                "namespace",
                $"without a sidecar a caller shows no identity, and {service} refuses it; have it injected, or see type: k8s"
            );
        }
        else if (access.Type == ClientTypes.Kubernetes && injection.InjectedBy(ns, labels) is { } setting)
        {
            yield return ArgsProblem.Warning(
                "type",
                $"k8s is for pods without a sidecar, and those in '{ns}' get one unless they say no: use type: istio, or call from a "
                    + "namespace with injection: disabled"
            ) with
            {
                Setting = setting,
            };
        }
        else if (access.Type == ClientTypes.Kubernetes && injection.Namespaces.Count > 0 && !injection.Namespaces.ContainsKey(ns))
        {
            yield return ArgsProblem.Warning(
                "namespace",
                $"'{ns}' is not among the namespaces of {access.ControlPlane.Cluster.Name}, and limits nothing: cidrs are all that tells "
                    + "callers without a sidecar apart; list it under meshstack:namespaces, with injection: disabled"
            );
        }
    }

    private static IEnumerable<ArgsProblem> External(ClientAccessIntent access)
    {
        if (access.Service.PortForOutside is { IsHttp: false } port && access.Cidrs.Count > 0)
        {
            yield return new(
                "cidrs",
                $"the client's address arrives in a header, and {port.Protocol} has none: restrict clients by externalTls: "
                    + "MUTUAL on the service"
            );
        }

        if (access.Service is { ExternalName: null, LedToAs: null })
        {
            yield return new("service", $"{access.Service.Service} has no externalName, so no client outside the mesh reaches it");
        }
    }

    private static IEnumerable<ArgsProblem> Outside(ClientAccessIntent access)
    {
        foreach (
            var (path, given) in new[]
            {
                ("cluster", access.ControlPlane is not null),
                ("clusters", access.ControlPlanes.Count > 0),
                ("namespace", access.Namespace is not null),
                ("namespaces", access.Namespaces.Count > 0),
                ("serviceAccount", access.ServiceAccount is not null),
                ("serviceAccounts", access.ServiceAccounts.Count > 0),
            }
        )
        {
            if (given)
            {
                yield return new(path, "a client outside the mesh has none: use cidrs, and externalTls: MUTUAL on the service");
            }
        }
    }

    private static IEnumerable<ArgsProblem> Located(ClientAccessIntent access) =>
        access.NamesCallers ? CallerRules.Places(access.Own, _ => $"required for type {access.Type}") : [];

    private static IEnumerable<ArgsProblem> Addresses(ClientAccessIntent access)
    {
        foreach (var (cidr, index) in access.Cidrs.Select((c, i) => (c, i)))
        {
            if (AddressBlocks.Wrong(cidr) is { } wrong)
            {
                yield return new($"cidrs[{index}]", $"'{cidr}' {wrong}");
            }
            else if (cidr.EndsWith("/0", StringComparison.Ordinal) && access.Type == ClientTypes.Kubernetes)
            {
                yield return ArgsProblem.Warning(
                    $"cidrs[{index}]",
                    $"'{cidr}' is every address: whatever reaches the pods may call, from any namespace and without an identity; name the "
                        + "blocks that the callers are in"
                );
            }
            else if (AddressBlocks.Unreachable(cidr) is { } why)
            {
                yield return why with
                {
                    Path = $"cidrs[{index}]",
                    Message = $"'{cidr}' {why.Message}",
                };
            }
        }

        if (access.Type == ClientTypes.Kubernetes)
        {
            foreach (var (blocks, version) in AddressBlocks.Everything(access.Cidrs))
            {
                yield return ArgsProblem.Warning(
                    "cidrs",
                    $"{string.Join(" and ", blocks)} are together every address of IPv{version}: whatever reaches the pods may call, from "
                        + "any namespace and without an identity; name the blocks that the callers are in"
                );
            }
        }
    }

    private static IEnumerable<ArgsProblem> Instances(ClientAccessIntent access)
    {
        if (access.Headless == true && !access.Service.Headless)
        {
            yield return new("headless", $"{access.Service.Service} is not headless, so it has no instances to name");
        }
    }

    private static IEnumerable<ArgsProblem> Requests(ClientAccessIntent access)
    {
        var service = access.Service;
        if (access.Access.Count == 0 && service.Ports.Count > 0)
        {
            yield return new(
                "access",
                $"required: the ports that the caller may use, and what it may ask for there; {service.Service} has {PortsOf(service)}"
            );
        }
        else if (access.Access.Count == 0 && service.ServedPorts[0].IsHttp)
        {
            yield return new("access", "required: methods and paths that the caller may ask for; for everything: - methods: [\"*\"]");
        }

        foreach (var (rule, index) in access.Access.Select((rule, index) => (rule, index)))
        {
            var path = FormattableString.Invariant($"access[{index}]");
            var problems =
                Port(access, rule, path) is { } wrong ? [wrong]
                : access.PortOf(rule) is { } port ? Requests(access, rule, port, path)
                : [];
            foreach (var problem in problems)
            {
                yield return problem;
            }
        }
    }

    /// <summary>What is wrong with the port that a rule names; null where nothing is.</summary>
    private static ArgsProblem? Port(ClientAccessIntent access, AccessRule rule, string path)
    {
        var service = access.Service;
        if (service.Ports.Count == 0)
        {
            return rule.Port is null ? null : new($"{path}.port", $"{service.Service} has one port, without a name: remove it");
        }

        return access.PortOf(rule) is not { } port
            ? rule.Port is { } name
                ? new($"{path}.port", $"{service.Service} has no port '{name}'{Spelling.Suggest(name, service.Ports.Select(p => p.Name))}")
                : new($"{path}.port", $"required: {service.Service} has several ports, {PortsOf(service)}")
            : access.Type == ClientTypes.External && port != service.PortForOutside
                ? new($"{path}.port", $"clients outside the mesh reach the port {service.PortForOutside.Name} only (externalPort)")
                : null;
    }

    private static string PortsOf(InboundServiceIntent service) => string.Join(", ", service.Ports.Select(port => port.Name));

    private static IEnumerable<ArgsProblem> Requests(ClientAccessIntent access, AccessRule rule, ServicePort port, string at)
    {
        if (!port.IsHttp)
        {
            if (
                ServiceProtocols.All.Contains(port.Protocol)
                && (access.Service.Ports.Count == 0 || rule.Methods.Count + rule.Paths.Count > 0)
            )
            {
                yield return new(
                    access.Service.Ports.Count == 0 ? "access" : at,
                    $"methods and paths are not seen in {port.Protocol}: a policy that names them would allow nothing; remove "
                        + (access.Service.Ports.Count == 0 ? "access" : "them")
                );
            }

            yield break;
        }

        if (rule is { Port: not null, Methods.Count: 0, Paths.Count: 0 })
        {
            yield return new(at, NothingAsked);
        }

        var normalization = access.Service.ControlPlane.Injection?.PathNormalization ?? "";
        foreach (var problem in rule.Paths.Select((path, i) => PathPatterns.Check($"{at}.paths[{i}]", path, normalization)))
        {
            if (problem is not null)
            {
                yield return problem;
            }
        }

        if (port.Protocol == ServiceProtocols.Grpc)
        {
            foreach (var (method, i) in rule.Methods.Select((method, i) => (method, i)))
            {
                if (HttpMethods.All.Contains(method) && method is not ("POST" or "*"))
                {
                    yield return new(FormattableString.Invariant($"{at}.methods[{i}]"), $"gRPC calls are POST: {method} would never match");
                }
            }
        }
    }

    private static IEnumerable<(string Path, string Method)> Methods(ClientAccessIntent access) =>
        access.Access.SelectMany(
            (rule, index) => rule.Methods.Select((method, i) => (FormattableString.Invariant($"access[{index}].methods[{i}]"), method))
        );

    /// <summary>What is asked for, whatever answers.</summary>
    private static IEnumerable<ArgsProblem> Asked(ClientAccessIntent access)
    {
        foreach (var (path, method) in Methods(access).Where(m => !HttpMethods.All.Contains(m.Method)))
        {
            var hint = HttpMethods.All.Contains(method.ToUpperInvariant()) ? " (methods are case-sensitive)" : "";
            yield return ArgsProblem.NotAllowed(path, method, "an HTTP method", HttpMethods.All, hint);
        }

        foreach (var (rule, index) in access.Access.Select((r, i) => (r, i)))
        {
            // Of a port of TCP there is nothing to name.
            if (rule is { Port: null, Methods.Count: 0, Paths.Count: 0 })
            {
                yield return new($"access[{index}]", NothingAsked);
            }

            foreach (var problem in rule.Paths.SelectMany((p, i) => PathPatterns.Check($"access[{index}].paths[{i}]", p)))
            {
                yield return problem;
            }
        }
    }
}
