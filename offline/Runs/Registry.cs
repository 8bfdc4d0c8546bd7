using System.Collections.Concurrent;
using MeshStack.Manifests;
using MeshStack.Offline.Placeholders;
using Pulumi;

namespace MeshStack.Offline.Runs;

/// <summary>The registrations of one run: the transformation brings them, the mocks find them by type and name.</summary>
internal sealed class Registry(OfflineOptions options)
{
    private readonly ConcurrentDictionary<ResourceId, Registration> _byId = new();
    private readonly ConcurrentDictionary<Resource, Registration> _byResource = new(ReferenceEqualityComparer.Instance);
    private readonly ConcurrentDictionary<string, Registration> _byProviderId = new(StringComparer.Ordinal);
    private long _steps;

    /// <summary>How often anything happened.</summary>
    public long Steps => Interlocked.Read(ref _steps);

    /// <summary>All registrations by name and type; of those with the same ones the first.</summary>
    public Registration[] All => [.. _byId.Values.OrderBy(registration => registration.Id, ResourceId.Order)];

    /// <summary>Transformation of the stack: sees every resource and changes none.</summary>
    public ResourceTransformationResult? Observe(ResourceTransformationArgs args)
    {
        if (args.Resource is Stack)
        {
            return null;
        }

        var id = new ResourceId(args.Resource.GetResourceType(), args.Resource.GetResourceName());
        var parent = args.Options.Parent is { } given ? _byResource.GetValueOrDefault(given) : null;
        var registration = new Registration(id, parent, args);
        _byResource.TryAdd(args.Resource, registration);
        var first = _byId.GetOrAdd(id, registration);
        if (first != registration)
        {
            lock (first.Twins)
            {
                first.Twins.Add(registration);
            }
        }

        if (id.Type == PulumiTypes.KubernetesProvider)
        {
            _byProviderId.TryAdd(ResourceState.ProviderId(id.Name), registration);
        }

        Step();
        return null;
    }

    public Registration? Find(string? type, string? name) => _byId.GetValueOrDefault(new ResourceId(type ?? "", name ?? ""));

    public Registration? Find(Resource resource) => _byResource.GetValueOrDefault(resource);

    /// <summary>The Kubernetes provider that a reference of the mocks names.</summary>
    public Registration? Provider(string? reference)
    {
        var separator = reference?.LastIndexOf("::", StringComparison.Ordinal) ?? -1;
        return separator >= 0 && reference!.Contains(PulumiTypes.KubernetesProvider + "::", StringComparison.Ordinal)
            ? _byProviderId.GetValueOrDefault(reference[(separator + 2)..])
            : null;
    }

    /// <summary>The name of the cluster that a provider stands for.</summary>
    public string ClusterOf(Registration provider) =>
        options.ClusterNames.TryGetValue(provider.Id.Name, out var given) ? given
        : provider.Parent is { IsComponent: true } owner ? owner.Id.Name
        : provider.Id.Name;

    public void Step() => Interlocked.Increment(ref _steps);
}
