namespace MeshStack.Manifests;

/// <summary>Rules on load balancing over localities.</summary>
internal static class LocalityRules
{
    private static readonly string[] TopologyLabels =
    [
        "topology.kubernetes.io/region",
        "topology.kubernetes.io/zone",
        "topology.istio.io/subzone",
    ];

    public static IReadOnlyList<IstioRule> All { get; } =
    [
        new(
            "locality-one-of",
            Severity.Error,
            "DestinationRule",
            "Localities are distributed over or failed over between, not both.",
            "One says how traffic is spread over localities, the other that it stays until one fails.",
            "Keep distribute or failover, and no topology labels beside failover.",
            OneOf
        ),
        new(
            "locality-weights",
            Severity.Error,
            "DestinationRule",
            "The weights of a distribution are 1 to 100 and total 100.",
            "Weights are shares of all traffic, so others than those that total 100 leave some without a place or send it twice.",
            "Write weights from 1 to 100 that total 100.",
            Weights
        ),
        new(
            "locality-overlap",
            Severity.Error,
            "DestinationRule",
            "The localities of a distribution are region/zone/subzone, may end in '*', and do not overlap.",
            "Endpoints of the overlap would have two weights at once.",
            "Name every locality once, and put a wildcard only at the end.",
            Overlap
        ),
        new(
            "locality-failover",
            Severity.Error,
            "DestinationRule",
            "A failover leads from one region to another.",
            "Traffic that leaves a region for the same one, or for a part of one, goes nowhere else.",
            "Name two different regions, without zones and wildcards.",
            Failover
        ),
        new(
            "locality-failover-outlier",
            Severity.Warning,
            "DestinationRule",
            "A failover comes with outlier detection, which decides when it happens.",
            "Without outlier detection no endpoint is found to fail, so traffic never moves to the other region.",
            "Add outlierDetection to the same traffic policy.",
            subject => Outlier(TrafficPolicies.Outermost(subject))
        ),
        new(
            "locality-failover-outlier-nested",
            Severity.Warning,
            "DestinationRule",
            "A failover of a subset or a port comes with outlier detection in the same policy.",
            "Settings of a subset or port replace those around them, so its failover never happens without detection of its own.",
            "Add outlierDetection to the policy of that subset or port.",
            subject => Outlier(TrafficPolicies.Nested(subject)),
            RuleOrigin.MeshStack
        ),
    ];

    private static IEnumerable<Field> Of(Subject subject) =>
        TrafficPolicies.Of(subject).Select(policy => policy["loadBalancer"]["localityLbSetting"]).Where(setting => setting.Exists);

    private static IEnumerable<Problem> OneOf(Subject subject)
    {
        foreach (var setting in Of(subject).Where(setting => setting["failover"].HasContent))
        {
            if (setting["distribute"].HasContent)
            {
                yield return new(setting, "The setting has distribute and failover; only one of them may be given.");
            }

            foreach (var label in setting["failoverPriority"].Items.Where(label => TopologyLabels.Contains(label.Text)))
            {
                yield return new(
                    label,
                    $"failoverPriority names {label.Text} beside failover; with failover it names other labels than the topology's."
                );
            }
        }
    }

    private static IEnumerable<Problem> Weights(Subject subject)
    {
        foreach (var to in Of(subject).SelectMany(setting => setting["distribute"].Items).Select(entry => entry["to"]))
        {
            foreach (var weight in to.Entries.Where(weight => weight.Integer is < 1 or > 100))
            {
                yield return new(weight, $"The weight is {weight.Integer}; weights are 1 to 100.");
            }

            var total = to.Entries.Sum(weight => (decimal)(weight.Integer ?? 0));
            if (total != 100 && to.Entries.All(weight => weight.Integer is not null))
            {
                yield return new(to, $"The weights total {total}; they total 100.");
            }
        }
    }

    private static IEnumerable<Problem> Overlap(Subject subject)
    {
        foreach (var setting in Of(subject))
        {
            var distribute = setting["distribute"].Items;
            var sources = distribute.Select(entry => (Field: entry["from"], Locality: entry["from"].Text ?? ""));
            var targets = distribute.Select(entry => entry["to"].Entries.Select(to => (Field: to, Locality: to.Name)));
            foreach (var (field, reason) in targets.Prepend(sources).SelectMany(Localities.Check))
            {
                yield return new(field, reason);
            }
        }
    }

    private static IEnumerable<Problem> Failover(Subject subject)
    {
        foreach (var failover in Of(subject).SelectMany(setting => setting["failover"].Items))
        {
            var (from, to) = (failover["from"].Text ?? "", failover["to"].Text ?? "");
            if (from == to)
            {
                yield return new(failover, $"The failover leads from {from} to {to}; it leads from one region to another.");
            }
            else if ((from + to).AsSpan().IndexOfAny('/', '*') >= 0)
            {
                yield return new(failover, $"The failover leads from {from} to {to}; it names regions only, without '/' and '*'.");
            }
        }
    }

    private static IEnumerable<Problem> Outlier(IEnumerable<Field> policies) =>
        from policy in policies
        let setting = policy["loadBalancer"]["localityLbSetting"]
        where (setting["failover"].HasContent || setting["failoverPriority"].HasContent) && !policy["outlierDetection"].Exists
        select new Problem(
            setting,
            "The failover has no effect without outlierDetection in the same traffic policy, which finds out that a locality fails."
        );
}
