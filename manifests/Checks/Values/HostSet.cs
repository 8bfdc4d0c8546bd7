namespace MeshStack.Manifests;

/// <summary>Hosts and wildcards, looked up by a host's endings instead of one by one.</summary>
internal sealed class HostSet
{
    private readonly HashSet<string> _hosts;
    private readonly int[] _wildcardLengths;
    private readonly bool _isUndecided;

    public HostSet(IEnumerable<string> hosts)
    {
        Names = [.. hosts];
        _hosts = Names.ToHashSet(StringComparer.Ordinal);
        _wildcardLengths = [.. _hosts.Where(host => host.StartsWith('*')).Select(host => host.Length).Distinct().Order()];
        _isUndecided = Names.Any(Placeholder.IsIn);
    }

    public IReadOnlyList<string> Names { get; }

    public bool Cover(string host)
    {
        if (_isUndecided || _hosts.Contains(host))
        {
            return true;
        }

        return WildcardAround(host) is not null;
    }

    /// <summary>The shortest other wildcard that the host, or every host of the wildcard, is within.</summary>
    public string? WildcardAround(string host)
    {
        var name = host.StartsWith('*') ? host[1..] : host;
        foreach (var length in _wildcardLengths)
        {
            if (
                length - 1 <= name.Length
                && $"*{name[(name.Length - length + 1)..]}" is var wildcard
                && wildcard != host
                && _hosts.Contains(wildcard)
            )
            {
                return wildcard;
            }
        }

        return null;
    }
}
