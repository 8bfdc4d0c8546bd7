using MeshStack.Analysis.Config.Masks;
using MeshStack.Analysis.Config.Mesh;
using MeshStack.Analysis.Config.Objects;
using MeshStack.Analysis.Model;

namespace MeshStack.Analysis.Config.Routing;

/// <summary>What the DestinationRules of one service say about one of its subsets and ports.</summary>
internal sealed class DestinationPolicy
{
    private readonly IReadOnlyList<Manifest> _rules;

    private DestinationPolicy(IReadOnlyList<Manifest> rules, Field? subset, bool hasSubset, int port, Unreadable? unreadable)
    {
        _rules = rules;
        Unreadable = unreadable;
        HasSubset = hasSubset;
        Labels = subset is null ? LabelSelector.Everything : LabelSelector.From(subset["labels"]);
        var policy = rules.Select(rule => rule.Spec["trafficPolicy"]).FirstOrDefault(policy => policy.Exists);
        var over = subset?["trafficPolicy"];
        var (whole, own) = (ForPort(policy, port), ForPort(over, port));
        Tls = SettingOf(whole, over, own, "tls");
        IsTlsOfTheRule = subset is not null && SettingOf(own, "tls") is null;
        if (SettingOf(whole, over, own, "loadBalancer") is { } balancer)
        {
            var locality = balancer["localityLbSetting"];
            var isZoneAware = balancer["zoneAwareLbSetting"].Exists;
            SetsLocality = isZoneAware || locality.Exists;
            LocalityWeights = isZoneAware || locality["enabled"].Value is false ? null : LocalityWeights.Of(locality);
        }
    }

    /// <summary>False where a subset is asked for that no rule defines.</summary>
    public bool HasSubset { get; }

    /// <summary>The labels of the subset.</summary>
    public LabelSelector Labels { get; }

    /// <summary>The TLS settings, null where none are given.</summary>
    public Field? Tls { get; }

    /// <summary>True where a subset has no TLS settings of its own.</summary>
    public bool IsTlsOfTheRule { get; }

    /// <summary>True where the rules say what becomes of localities, so that the mesh's setting does not count.</summary>
    public bool SetsLocality { get; }

    /// <summary>The localities that get something, null where all do.</summary>
    public LocalityWeights? LocalityWeights { get; }

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
        var chosen = subset is null
            ? null
            : rules.SelectMany(rule => rule.Spec["subsets"].Items).FirstOrDefault(item => item["name"].Text == subset);
        return new(rules, chosen, subset is null || chosen is not null, port, unreadable);
    }

    // What a subset sets counts before what the whole destination does.
    private static Field? SettingOf(Field? whole, Field? over, Field? own, string name) =>
        over is { Exists: true } && (!ReferenceEquals(own, over) || over[name].Exists) ? SettingOf(own, name) : SettingOf(whole, name);

    private static Field? SettingOf(Field? policy, string name) => policy?[name] is { Exists: true } setting ? setting : null;

    // Settings of a port replace those of the whole destination.
    private static Field? ForPort(Field? policy, int port) =>
        policy?["portLevelSettings"].Items.FirstOrDefault(setting => IsFor(setting, port)) ?? policy;

    private static bool IsFor(Field setting, int port) => setting["port"]["number"].Port() == port;
}
