namespace MeshStack.Analysis.Config.Mesh;

/// <summary>The localities that get what clients send (<c>distribute</c>); endpoints elsewhere get nothing.</summary>
/// <remarks>Source: applyLocalityWeights in pilot/pkg/networking/core/loadbalancer/loadbalancer.go of istio/istio.</remarks>
internal sealed class LocalityWeights
{
    private readonly (string From, string[] To)[] _settings;

    private LocalityWeights((string From, string[] To)[] settings) => _settings = settings;

    /// <summary>Those of a setting; null where it distributes nothing.</summary>
    public static LocalityWeights? Of(Field setting) =>
        setting["distribute"].Items.ToArray() is { Length: > 0 } settings
            ? new([.. settings.Select(one => (one["from"].Text ?? "", one["to"].Entries.Select(to => to.Name).ToArray()))])
            : null;

    /// <summary>True where a client sends to an endpoint; null where that depends on a locality that is not known.</summary>
    public bool? Reach(Locality client, Locality endpoint)
    {
        List<bool?> outcomes = [];
        foreach (var (from, to) in _settings)
        {
            var isFor = client.IsCoveredBy(from);
            if (isFor == false)
            {
                continue;
            }

            var covered = to.Select(endpoint.IsCoveredBy).ToArray();
            outcomes.Add(
                covered.Contains(true) ? true
                : covered.Contains(null) ? null
                : false
            );

            // The first setting for a client is the only one.
            if (isFor == true)
            {
                return Agreed(outcomes);
            }
        }

        return Agreed([.. outcomes, true]);
    }

    private static bool? Agreed(List<bool?> outcomes) => outcomes.Distinct().Skip(1).Any() ? null : outcomes[0];
}
