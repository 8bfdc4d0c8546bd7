using MeshStack.Analysis.Config.Masks;
using MeshStack.Analysis.Config.Objects;
using MeshStack.Analysis.Model;

namespace MeshStack.Analysis.Config.Routing;

/// <summary>What the DestinationRules of one service say about one of its subsets and ports.</summary>
internal sealed class DestinationPolicy
{
    private readonly IReadOnlyList<Manifest> _rules;

    private DestinationPolicy(IReadOnlyList<Manifest> rules, bool hasSubset, LabelSelector labels, Field? tls, Unreadable? unreadable)
    {
        _rules = rules;
        Unreadable = unreadable;
        HasSubset = hasSubset;
        Labels = labels;
        Tls = tls;
    }

    /// <summary>False where a subset is asked for that no rule defines.</summary>
    public bool HasSubset { get; }

    /// <summary>The labels of the subset.</summary>
    public LabelSelector Labels { get; }

    /// <summary>The TLS settings, null where none are given.</summary>
    public Field? Tls { get; }

    /// <summary>What hides some of the rules.</summary>
    public Unreadable? Unreadable { get; }

    public string? TlsMode => Tls is null ? null : Tls["mode"].Text ?? "DISABLE";

    /// <summary>True where several rules disagree and nothing says which is the oldest.</summary>
    public bool IsAmbiguous =>
        _rules.Count > 1 && !CreationOrder.IsKnown(_rules) && _rules.Count(rule => rule.Spec["trafficPolicy"].Exists) > 1;

    public IReadOnlyList<Cause> Because(string detail) => [.. _rules.Select(rule => Cause.From(rule, detail))];

    /// <param name="rules">The rules for the service.</param>
    /// <param name="subset">The subset, if one is meant.</param>
    /// <param name="port">The service's port.</param>
    /// <param name="unreadable">What hides some of the rules.</param>
    public static DestinationPolicy From(IReadOnlyList<Manifest> rules, string? subset, int port, Unreadable? unreadable)
    {
        // Rules of one host and namespace merge: the oldest traffic policy, and the subsets of all.
        var policy = rules.Select(rule => rule.Spec["trafficPolicy"]).FirstOrDefault(policy => policy.Exists);
        var chosen = subset is null
            ? null
            : rules.SelectMany(rule => rule.Spec["subsets"].Items).FirstOrDefault(item => item["name"].Text == subset);
        var tls = TlsOf(policy, port);
        if (chosen?["trafficPolicy"] is { Exists: true } over)
        {
            tls = over["portLevelSettings"].Items.Any(setting => IsFor(setting, port)) || over["tls"].Exists ? TlsOf(over, port) : tls;
        }

        return new(
            rules,
            subset is null || chosen is not null,
            chosen is null ? LabelSelector.Everything : LabelSelector.From(chosen["labels"]),
            tls,
            unreadable
        );
    }

    // Settings of a port replace those of the whole destination, TLS among them.
    private static Field? TlsOf(Field? policy, int port)
    {
        var tls = (policy?["portLevelSettings"].Items.FirstOrDefault(setting => IsFor(setting, port)) ?? policy)?["tls"];
        return tls is { Exists: true } ? tls : null;
    }

    private static bool IsFor(Field setting, int port) => setting["port"]["number"].Port() == port;
}
