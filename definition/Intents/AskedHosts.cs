namespace MeshStack.Definition.Intents;

/// <summary>Hosts that somebody asks for, held against those of services.</summary>
internal static class AskedHosts
{
    /// <summary>Whether one of them is a service's host, or below its wildcard.</summary>
    public static bool Has(IReadOnlySet<string> asked, string host) =>
        host is ['*', .. var below] ? asked.Any(one => one.EndsWith(below, StringComparison.Ordinal)) : asked.Contains(host);
}
