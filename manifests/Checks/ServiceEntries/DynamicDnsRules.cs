namespace MeshStack.Manifests;

/// <summary>The rule on ServiceEntries whose hosts are resolved when they are called.</summary>
internal static class DynamicDnsRules
{
    public static IReadOnlyList<IstioRule> All { get; } =
    [
        new(
            "service-entry-dynamic-dns",
            Severity.Error,
            "ServiceEntry",
            "With resolution DYNAMIC_DNS all hosts are wildcards, the protocols are HTTP, HTTP2, GRPC or TLS, and there are no addresses.",
            "The proxy looks up the name that a request asks for, so it needs a wildcard and a protocol that carries the name.",
            "Give wildcard hosts, no addresses, and the protocol HTTP, HTTP2, GRPC or TLS.",
            DynamicDns
        ),
    ];

    private static IEnumerable<Problem> DynamicDns(Subject subject)
    {
        if (EntryResolution.Of(subject) != "DYNAMIC_DNS")
        {
            yield break;
        }

        foreach (
            var host in subject.Spec["hosts"].Items.Where(host => host.Text is { } text && !text.StartsWith('*') && !Placeholder.IsIn(text))
        )
        {
            yield return new(
                host,
                $"The host {host.Text} is no wildcard; DYNAMIC_DNS resolves what a wildcard stands for, DNS a full name."
            );
        }

        if (subject.Spec["addresses"].HasContent)
        {
            yield return new(subject.Spec["addresses"], "Addresses are given with resolution DYNAMIC_DNS, which finds them by the host.");
        }

        foreach (var protocol in subject.Spec["ports"].Items.Select(port => port["protocol"]))
        {
            if (protocol.Text?.ToUpperInvariant() is not ("HTTP" or "HTTP2" or "GRPC" or "TLS") && !Placeholder.IsIn(protocol.Text ?? ""))
            {
                yield return new(
                    protocol,
                    $"The protocol is {protocol.Text ?? "not given"}; with resolution DYNAMIC_DNS it is HTTP, HTTP2, GRPC or TLS, which "
                        + "name the host."
                );
            }
        }

        var waypoint = subject.Body["metadata"]["labels"]["istio.io/use-waypoint"];
        if (
            subject.Spec["location"].Text == "MESH_INTERNAL"
            && waypoint.HasContent
            && !string.Equals(waypoint.Text, "none", StringComparison.OrdinalIgnoreCase)
        )
        {
            yield return new(
                subject.Spec["location"],
                $"The location is MESH_INTERNAL with resolution DYNAMIC_DNS behind the waypoint {waypoint.Text}; it is MESH_EXTERNAL "
                    + "there."
            );
        }
    }
}
