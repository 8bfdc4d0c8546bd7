using MeshStack.Analysis.Model;
using MeshStack.Analysis.Outages;
using MeshStack.Analysis.Sets;

namespace MeshStack.Cli.Reports;

/// <summary>What an outage means for one caller, as a line.</summary>
/// <param name="Word">What becomes of its access, in a word.</param>
/// <param name="Caller">The caller.</param>
/// <param name="Asks">What it asks.</param>
/// <param name="Effect">What it loses, or what it gets instead.</param>
internal sealed record OutageLine(string Word, string Caller, string Asks, string Effect)
{
    public static OutageLine From(LostAccess loss)
    {
        var example = loss.IsHttp ? Example(loss.Requests) : null;
        var requests = loss.IsHttp ? loss.Requests.ToString() : "connections";
        return new(
            loss.IsUndecided ? "lost?" : "lost",
            loss.Caller.ToString(),
            loss.DependsOnName ? $"{loss.Target} as {string.Join(", ", loss.Hosts)}" : loss.Target.ToString(),
            example is null || example == requests ? requests : $"{requests}, for example {example}"
        );
    }

    public static OutageLine From(Takeover takeover)
    {
        var verb = (takeover.IsUndecided, takeover.By.Count) switch
        {
            (true, _) => "may take over",
            (_, 1) => "takes over",
            _ => "take over",
        };
        var ways = takeover.By.Select(b => b.Through).Distinct(StringComparer.Ordinal).ToList();
        var by =
            ways.Count == 1
                ? $"{string.Join(" and ", takeover.By.Select(b => Name(b.Target)))} {verb}{(ways[0] is null ? "" : $", through {ways[0]}")}"
                : $"{string.Join(" and ", takeover.By.Select(b => $"{Name(b.Target)} {Way(b.Through)}"))} {verb}";
        return new(Kept(takeover.IsUndecided), takeover.Caller.ToString(), takeover.Host, by + Once(takeover.ComesTo));
    }

    public static OutageLine From(Detour detour) =>
        new(
            Kept(false),
            detour.Caller.ToString(),
            detour.Host,
            $"still reaches {Name(detour.Target)}, {Way(detour.Now)} instead of {Way(detour.Before)}{Once(detour.ComesTo)}"
        );

    /// <summary>One of the requests; who asks is said already.</summary>
    public static string? Example(RequestSet requests) =>
        requests.Witness() is { } witness ? (witness with { Identity = null }).ToString() : null;

    /// <inheritdoc/>
    public override string ToString() => $"{Word, -7} {Caller} → {Asks}: {Effect}";

    private static string Kept(bool isUndecided) => isUndecided ? "kept?" : "kept";

    private static string Name(AccessTarget target) => $"{target.Cluster} {target.Namespace}/{target.Service}";

    private static string Way(string? through) => through is null ? "directly" : $"through {through}";

    // Which gateways clients outside come to is not the mesh's to decide.
    private static string Once(string? cluster) => cluster is null ? "" : $", once clients come to {cluster}";
}
