using MeshStack.Manifests;
using MeshStack.Offline.Runs;

namespace MeshStack.Offline.Records;

/// <summary>Which cluster a resource goes to.</summary>
internal sealed class ClusterMap(Registry registry, IReadOnlyList<Registration> registrations)
{
    private readonly HashSet<Registration> _parents =
    [
        .. registrations.Where(registration => registration.Parent is not null).Select(registration => registration.Parent!),
    ];

    /// <summary>The Kubernetes providers by the name of their cluster.</summary>
    public IReadOnlyList<Registration> Providers { get; } =
    [
        .. registrations
            .Where(registration => registration.Id.Type == PulumiTypes.KubernetesProvider)
            .OrderBy(registry.ClusterOf, StringComparer.Ordinal)
            .ThenBy(provider => provider.Id, ResourceId.Order),
    ];

    public string NameOf(Registration provider) => registry.ClusterOf(provider);

    /// <summary>The cluster of a Kubernetes provider or of a resource that uses one, else null.</summary>
    public string? Of(Registration registration)
    {
        if (!IsKubernetes(registration))
        {
            return registration.Id.Type == PulumiTypes.KubernetesProvider ? NameOf(registration) : null;
        }

        var provider = IsOpaque(registration) ? GivenProvider(registration) : registry.Provider(registration.Provider);
        return provider is null ? null : NameOf(provider);
    }

    /// <summary>True for everything that has to have an explicit provider.</summary>
    public bool NeedsProvider(Registration registration) =>
        IsKubernetes(registration) && (!registration.IsComponent || IsOpaque(registration));

    /// <summary>True for a component that the real provider expands, so that nothing is registered under it here.</summary>
    public bool IsOpaque(Registration registration) =>
        registration.IsComponent && IsKubernetes(registration) && !_parents.Contains(registration);

    private static bool IsKubernetes(Registration registration) => registration.Id.Type.StartsWith("kubernetes:", StringComparison.Ordinal);

    private Registration? GivenProvider(Registration registration)
    {
        for (var current = registration; current is not null; current = current.Parent)
        {
            if (current.GivenProvider is { } name)
            {
                return registry.Find(PulumiTypes.KubernetesProvider, name);
            }
        }

        return null;
    }
}
