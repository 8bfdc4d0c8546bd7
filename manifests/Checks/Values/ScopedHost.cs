namespace MeshStack.Manifests;

/// <summary>Hosts behind a namespace and a slash, as Gateways and Sidecars name them.</summary>
internal static class ScopedHost
{
    /// <summary>Why the text is no such host, or null where it is one.</summary>
    public static string? WhyNot(string text, bool isGateway)
    {
        if (Placeholder.IsIn(text))
        {
            return null;
        }

        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0)
        {
            return isGateway
                ? WhyNotHost(text, isGateway)
                : "it has no namespace; write namespace/host, where the namespace may be '*' (all), '.' (the own one) or '~' (none)";
        }

        var (ns, host) = (text[..slash], text[(slash + 1)..]);
        if (ns.Length == 0 || host.Length == 0)
        {
            return "its namespace or its host is empty; write namespace/host";
        }

        // A Sidecar leaves out what stands behind ~.
        var named =
            isGateway || ns == "~" ? ns
            : ns.StartsWith('~') ? ns[1..]
            : ns;
        if (named is not ("*" or ".") && (isGateway || named != "~") && !HostName.IsLabel(named))
        {
            return $"\"{ns}\" is no namespace; allowed are a namespace, '*' and '.'{(isGateway ? "" : " and '~'")}";
        }

        return WhyNotHost(host, isGateway);
    }

    private static string? WhyNotHost(string host, bool isGateway)
    {
        // An IPv6 address has no dot, so Istio takes it for a short name.
        if (host != "*" && !host.Contains('.', StringComparison.Ordinal))
        {
            return host.Contains(':', StringComparison.Ordinal) && IpAddress.IsAddress(host)
                ? "an IPv6 address is not taken as a host; write '*' and bind the server to the address"
                : $"\"{host}\" is a short name; write the full name, such as {ServiceDns.HostOf(host, "default")}";
        }

        if (isGateway && IpAddress.IsAddress(host))
        {
            return null;
        }

        return HostName.IsPartialWildcard(host)
            ? $"a wildcard stands for whole labels, as in *.{host[(host.IndexOf('.', StringComparison.Ordinal) + 1)..]}"
            : HostName.WhyNotPattern(host);
    }
}
