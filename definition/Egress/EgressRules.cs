using System.Net;

namespace MeshStack.Definition;

/// <summary>What may be reached through an egress gateway.</summary>
internal sealed class EgressRules(IstioInstallSettings install, EgressInstallSettings egress)
{
    private static readonly IReadOnlyList<string> Protocols = SettingMember.AllowedFor<EgressHostSettings>(
        nameof(EgressHostSettings.Protocol)
    );

    public IEnumerable<ArgsProblem> Problems()
    {
        if (egress.Hosts.Count == 0)
        {
            yield break;
        }

        if (install.IsAmbient)
        {
            yield return new(
                "egress.hosts",
                "not possible with dataPlane ambient: ztunnel does not read the VirtualServices that lead to the gateway"
            );
        }
        else if (install.OutboundTrafficPolicy != "REGISTRY_ONLY")
        {
            yield return ArgsProblem.Warning(
                "outboundTrafficPolicy",
                $"{install.OutboundTrafficPolicy} lets workloads reach every other host without the egress gateway: REGISTRY_ONLY does not"
            );
        }

        foreach (
            var (needed, protocol) in new[]
            {
                (EgressHostSettings.TlsPort, EgressHostSettings.Tls),
                (EgressHostSettings.HttpPort, EgressHostSettings.Http),
            }
        )
        {
            if (egress.Hosts.Any(h => h.Protocol == protocol) && !GatewayPorts.Serve(egress.Ports, needed))
            {
                yield return new("egress.ports", $"{needed} is missing, at which the gateway takes what goes to {protocol} hosts");
            }
        }

        foreach (
            var problem in egress.Hosts.SelectMany(
                (h, i) => Host(FormattableString.Invariant($"egress.hosts[{i}]"), h, egress.Hosts.Take(i))
            )
        )
        {
            yield return problem;
        }
    }

    private static IEnumerable<ArgsProblem> Host(string path, EgressHostSettings given, IEnumerable<EgressHostSettings> earlier)
    {
        if (WrongName(given.Host) is { } wrong)
        {
            yield return new($"{path}.host", wrong);
        }

        if (given.PortOrDefault is < 1 or > 65535)
        {
            yield return new($"{path}.port", $"{given.Port} is not a port: 1 to 65535 is allowed");
        }

        if (!Protocols.Contains(given.Protocol))
        {
            yield return ArgsProblem.NotAllowed(
                $"{path}.protocol",
                given.Protocol,
                "a protocol that the egress gateway routes",
                Protocols,
                given.Protocol == "HTTPS" ? " (HTTPS is TLS: the gateway passes it on unopened)" : ""
            );
        }

        var same = earlier.Where(h => h.Host == given.Host).ToList();
        if (same.Any(h => h.Protocol == given.Protocol))
        {
            yield return new(
                $"{path}.host",
                $"'{given.Host}' is there already with {given.Protocol}: the gateway tells hosts apart by their names and not by their "
                    + "ports"
            );
        }
        else if (same.Any(h => h.PortOrDefault == given.PortOrDefault))
        {
            yield return new($"{path}.port", $"{given.PortOrDefault} of '{given.Host}' is there already with another protocol");
        }
    }

    private static string? WrongName(string? host) =>
        host switch
        {
            null or "" => "required",
            _ when host.Contains('*', StringComparison.Ordinal) =>
                $"'{host}' has a wildcard, and DNS has no answer for one: name each host",
            _ when IPAddress.TryParse(host, out _) => $"'{host}' is an address, and the gateway tells hosts apart by their names",
            _ when host.EndsWith(".cluster.local", StringComparison.Ordinal) =>
                $"'{host}' is a service of the cluster, which is reached without leaving the mesh",
            _ when !KubernetesNames.IsSubdomain(host) || !host.Contains('.', StringComparison.Ordinal) =>
                $"'{host}' is not the full name of a host (labels of a-z, 0-9 and '-', joined by dots)",
            _ => null,
        };
}
