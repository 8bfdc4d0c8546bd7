using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace MeshStack.Definition;

/// <summary>What a ClientAccess can and cannot have, given the service that it calls.</summary>
internal static class ClientAccessRules
{
    public static IEnumerable<ArgsProblem> Check(ClientAccessIntent access)
    {
        IEnumerable<ArgsProblem> caller = access.Type switch
        {
            ClientTypes.Istio => Workload(access),
            ClientTypes.Kubernetes => WithoutSidecar(access),
            ClientTypes.External => External(access),
            _ => [],
        };
        return [.. KeyRules.Check(access), .. caller, .. Injection(access), .. Instances(access), .. Requests(access)];
    }

    private static IEnumerable<ArgsProblem> Workload(ClientAccessIntent access)
    {
        foreach (var problem in Located(access))
        {
            yield return problem;
        }

        if (access.ServiceAccount is { } account && !KubernetesNames.IsSubdomain(account))
        {
            yield return new("serviceAccount", $"'{account}' is not a name of a service account");
        }

        if (access.Cidrs.Count > 0)
        {
            yield return new("cidrs", "a client with a sidecar is known by its service account, not by its address: remove cidrs");
        }

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

        if (access.UsesImport && access.Service.ControlPlane.EastWest?.Address is null)
        {
            yield return new("service", $"{server} has no east-west gateway with an address, and other clusters call through it");
        }
    }

    private static IEnumerable<ArgsProblem> WithoutSidecar(ClientAccessIntent access)
    {
        foreach (var problem in Located(access))
        {
            yield return problem;
        }

        if (access.ServiceAccount is not null)
        {
            yield return new("serviceAccount", "a client without a sidecar shows no identity: use cidrs, or type istio");
        }

        if (access.Cidrs.Count == 0)
        {
            yield return new("cidrs", "required for type k8s: a client without a sidecar is known by its address only");
        }

        foreach (var problem in Addresses(access))
        {
            yield return problem;
        }

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

    /// <summary>Whether the caller's pods have what its type says.</summary>
    private static IEnumerable<ArgsProblem> Injection(ClientAccessIntent access)
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
                $"without a sidecar a caller shows no identity, and {access.Service.Service} refuses it; have it injected, or see type: k8s"
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
        if (!access.Service.IsHttp && access.Cidrs.Count > 0)
        {
            yield return new(
                "cidrs",
                $"the client's address arrives in a header, and {access.Service.Protocol} has none: restrict clients by externalTls: "
                    + "MUTUAL on the service"
            );
        }

        if (access.Service.ExternalName is null)
        {
            yield return new("service", $"{access.Service.Service} has no externalName, so no client outside the mesh reaches it");
        }

        foreach (
            var (path, given) in new[]
            {
                ("cluster", access.ControlPlane is not null),
                ("namespace", access.Namespace is not null),
                ("serviceAccount", access.ServiceAccount is not null),
            }
        )
        {
            if (given)
            {
                yield return new(path, "a client outside the mesh has none: use cidrs, and externalTls: MUTUAL on the service");
            }
        }

        foreach (var problem in Addresses(access))
        {
            yield return problem;
        }
    }

    private static IEnumerable<ArgsProblem> Located(ClientAccessIntent access)
    {
        if (access.ControlPlane is null)
        {
            yield return new("cluster", $"required for type {access.Type}");
        }

        if (string.IsNullOrEmpty(access.Namespace))
        {
            yield return new("namespace", $"required for type {access.Type}");
        }
        else if (!KubernetesNames.IsLabel(access.Namespace))
        {
            yield return new("namespace", $"'{access.Namespace}' is not a DNS label (a-z, 0-9 and '-', at most 63 characters)");
        }
    }

    private static IEnumerable<ArgsProblem> Addresses(ClientAccessIntent access)
    {
        foreach (var (cidr, index) in access.Cidrs.Select((c, i) => (c, i)))
        {
            if (!IsAddressBlock(cidr))
            {
                yield return new($"cidrs[{index}]", $"'{cidr}' is neither a CIDR block, such as 10.0.0.0/8, nor an IP address");
            }
            else if (BlockOf(cidr) is { } block)
            {
                yield return new(
                    $"cidrs[{index}]",
                    $"'{cidr}' names an address and a block: write {block} for the block, or {cidr.Split('/')[0]} for the address"
                );
            }
            else if (cidr.EndsWith("/0", StringComparison.Ordinal) && access.Type == ClientTypes.Kubernetes)
            {
                yield return ArgsProblem.Warning(
                    $"cidrs[{index}]",
                    $"'{cidr}' is every address: whatever reaches the pods may call, from any namespace and without an identity; name the "
                        + "blocks that the callers are in"
                );
            }
        }
    }

    /// <summary>The block that is meant where bits behind its prefix are set; else null.</summary>
    private static string? BlockOf(string text)
    {
        if (text.Split('/') is not [var first, var length])
        {
            return null;
        }

        var bytes = IPAddress.Parse(first).GetAddressBytes();
        var left = int.Parse(length, CultureInfo.InvariantCulture);
        for (var i = 0; i < bytes.Length; i++, left -= 8)
        {
            bytes[i] &= (byte)~(0xFF >> Math.Clamp(left, 0, 8));
        }

        var address = new IPAddress(bytes);
        return address.Equals(IPAddress.Parse(first)) ? null : $"{address}/{length}";
    }

    private static bool IsAddressBlock(string text)
    {
        // .NET also reads 10.1 as 10.0.0.1, which Go and so Istio refuse.
        var parts = text.Split('/');
        return parts.Length <= 2
            && IPAddress.TryParse(parts[0], out var address)
            && (address.AddressFamily == AddressFamily.InterNetworkV6 || address.ToString() == parts[0])
            && (parts.Length == 1 || IPNetwork.TryParse(text, out _));
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
        if (!access.Service.IsHttp)
        {
            if (access.Access.Count > 0 && ServiceProtocols.All.Contains(access.Service.Protocol))
            {
                yield return new(
                    "access",
                    $"methods and paths are not seen in {access.Service.Protocol}: a policy that names them would allow nothing; remove "
                        + "access"
                );
            }

            yield break;
        }

        if (access.Access.Count == 0)
        {
            yield return new("access", "required: methods and paths that the caller may ask for; for everything: - methods: [\"*\"]");
        }

        foreach (var (rule, index) in access.Access.Select((r, i) => (r, i)))
        {
            if (rule.Methods.Count == 0 && rule.Paths.Count == 0)
            {
                yield return new($"access[{index}]", "methods or paths are required; for everything: methods: [\"*\"]");
            }

            foreach (var problem in rule.Methods.SelectMany((m, i) => Method($"access[{index}].methods[{i}]", m, access.Service)))
            {
                yield return problem;
            }

            foreach (var problem in rule.Paths.SelectMany((p, i) => PathPatterns.Check($"access[{index}].paths[{i}]", p)))
            {
                yield return problem;
            }
        }
    }

    private static IEnumerable<ArgsProblem> Method(string path, string method, InboundServiceIntent service)
    {
        if (!HttpMethods.All.Contains(method))
        {
            var hint = HttpMethods.All.Contains(method.ToUpperInvariant()) ? " (methods are case-sensitive)" : "";
            yield return ArgsProblem.NotAllowed(path, method, "an HTTP method", HttpMethods.All, hint);
        }
        else if (service.Protocol == ServiceProtocols.Grpc && method is not ("POST" or "*"))
        {
            yield return new(path, $"gRPC calls are POST: {method} would never match");
        }
    }
}
