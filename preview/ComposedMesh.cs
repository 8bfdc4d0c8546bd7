using MeshStack.Preview.Access;
using MeshStack.Preview.Checks;

namespace MeshStack.Preview;

/// <summary>What would be put on the clusters, not judged yet.</summary>
/// <param name="Recording">The objects per cluster.</param>
/// <param name="Facts">What is known of the world around them.</param>
/// <param name="Invariants">What must hold of who may call whom.</param>
public record ComposedMesh(Recording Recording, MeshFacts Facts, IReadOnlyList<Invariant> Invariants)
{
    private MeshProof? _proof;

    private PlacesOfComponents? _places;

    /// <summary>What is proved of it, which is worked out once.</summary>
    internal MeshProof Proof
    {
        get => _proof?.IsOf(this) == true ? _proof : _proof = new(this);
        init => _proof = value;
    }

    /// <summary>The place that asked for a resource; null where no file did.</summary>
    internal SourceLocation? PlaceOf(RecordedResource resource)
    {
        if (_places is not { } known || !ReferenceEquals(known.Of, Recording))
        {
            known = new(Recording, Recording.Resources.Where(r => r.Sources.Length > 0).ToDictionary(r => r.Id, r => r.Sources[0]));
            _places = known;
        }

        return resource.Component is { } component ? known.Places.GetValueOrDefault(component) : null;
    }

    /// <summary>Findings about the objects, each at the place that asked for the object, where a file did.</summary>
    public IReadOnlyList<Finding> Locate(IReadOnlyList<Finding> findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        if (findings.Count == 0)
        {
            return [];
        }

        var places = Recording
            .Resources.Where(r => r is { Manifest: not null, Component: not null })
            .ToLookup(r => (r.Manifest!.Cluster, r.Manifest.Reference), PlaceOf);
        return [.. findings.Select(f => f with { Source = places[(f.Cluster, f.Object)].FirstOrDefault(place => place is not null) })];
    }

    /// <summary>What Istio would reject or warn of, what API servers would drop, which invariants do not hold, and where the intents say
    /// something else than the proof does.</summary>
    public IReadOnlyList<Finding> Judge()
    {
        // The proof asks nothing of the checks, so the two are worked out side by side; on a thread of its own, as both wait for the
        // pool's.
        var proof = Task.Factory.StartNew(
            () => Proof.Findings(),
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default
        );
        try
        {
            var istio = ByTheChecks();
            var (placed, shown) = proof.GetAwaiter().GetResult();
            var known = istio.Select(f => (f.Cluster, f.Object, f.Path)).ToHashSet();
            return [.. istio, .. placed, .. Locate([.. shown.Where(f => !known.Contains((f.Cluster, f.Object, f.Path)))])];
        }
        finally
        {
            // It does not go on in a program that has been told of an error.
            _ = Task.WaitAny(proof);
        }
    }

    private IReadOnlyList<Finding> ByTheChecks()
    {
        var rules = IstioChecks.Check([.. Recording.Manifests]);

        // Where both have something to say of a place, the rules say it better.
        var said = rules.Select(f => (f.Cluster, f.Object, f.Path)).ToHashSet();
        var schemas = SchemaChecks.Check(this).Where(f => !said.Contains((f.Cluster, f.Object, f.Path)));
        return Locate([.. schemas.Concat(rules).Order(Finding.Order)]);
    }

    private sealed record PlacesOfComponents(Recording Of, Dictionary<ResourceId, SourceLocation> Places);
}
