using MeshStack.Analysis.Config.Authorization;
using MeshStack.Analysis.Matching;
using MeshStack.Analysis.Topology;

namespace MeshStack.Analysis.Matrix.Callers;

/// <summary>The blocks of addresses that policies ask callers for; addresses in the same ones fare alike.</summary>
internal sealed class DistinguishingAddresses
{
    private readonly IReadOnlyList<string> _blocks;
    private readonly Dictionary<string, string> _first = new(StringComparer.Ordinal);

    private DistinguishingAddresses(IReadOnlyList<string> blocks) => _blocks = blocks;

    public static DistinguishingAddresses From(Snapshot snapshot) =>
        new([
            .. (
                from cluster in snapshot.ClusterNames
                from policy in snapshot.Cluster(cluster).Policies.All
                from rule in policy.Rules
                from test in rule.Sources.SelectMany(source => source).Concat(rule.Conditions)
                where test.Attribute is RequestAttribute.SourceIp or RequestAttribute.RemoteIp
                from block in test.Values.Concat(test.NotValues)
                select block
            ).Distinct(StringComparer.Ordinal),
        ]);

    /// <summary>The first address asked for that is in the same blocks.</summary>
    public string? LikeThat(string? address)
    {
        if (address is null || _blocks.Count == 0)
        {
            return null;
        }

        var within = string.Concat(
            _blocks.Select(block =>
                IpBlock.Contains(block, address, "source").Value switch
                {
                    true => '1',
                    false => '0',
                    null => '?',
                }
            )
        );
        return _first.TryGetValue(within, out var first) ? first : _first[within] = address;
    }
}
