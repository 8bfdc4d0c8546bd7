using MeshStack.Manifests;
using MeshStack.Offline.Runs;
using MeshStack.Offline.Secrets;
using MeshStack.Offline.Trees;

namespace MeshStack.Offline.Records;

/// <summary>Makes the recording of a run that has ended.</summary>
internal sealed class Recorder(Registry registry, StringPool pool, IReadOnlyList<string> secretValues)
{
    public Recording Record(IEnumerable<string> failures, IEnumerable<string> unansweredCalls, IDictionary<string, object?> outputs)
    {
        var registrations = registry.All;
        foreach (var registration in registrations)
        {
            registration.Settle();
        }

        var stackOutputs = StackOutputs.Of(outputs, pool);
        var secrets = SecretMasking.Apply(registrations, stackOutputs, pool, secretValues);
        var clusters = new ClusterMap(registry, registrations);
        var objects = new KubernetesObjects(clusters);
        objects.Add(registrations);
        var releases = new HelmReleases(clusters);
        releases.Add(registry, registrations);
        var problems = ResourceProblems.Of(registrations, clusters, unansweredCalls).Concat(objects.Problems).Concat(releases.Problems).Order(StringComparer.Ordinal);
        var all = failures.Concat(problems).Select(secrets.Hide).Distinct(StringComparer.Ordinal).ToArray();
        if (all.Length > 0)
        {
            throw new OfflineException(all);
        }

        var manifests = objects.Manifests.Values.ToLookup(manifest => manifest.Cluster, StringComparer.Ordinal);
        var charts = releases.Releases.Values.ToLookup(release => release.Cluster, StringComparer.Ordinal);
        return new Recording
        {
            Outputs = stackOutputs,
            Resources = [.. registrations.Select(registration => Resource(registration, clusters, objects, releases, secrets))],
            Clusters =
            [
                .. clusters.Providers.Select(provider => new RecordedCluster
                {
                    Name = clusters.NameOf(provider),
                    Provider = provider.Id.Name,
                    Context = provider.Inputs?.At("context") as string,
                    Manifests = [.. manifests[clusters.NameOf(provider)].Order(Manifest.Order)],
                    HelmReleases = [.. charts[clusters.NameOf(provider)].OrderBy(release => release.Reference, StringComparer.Ordinal)],
                }),
            ],
        };
    }

    private static RecordedResource Resource(Registration registration, ClusterMap clusters, KubernetesObjects objects, HelmReleases releases, SecretTexts secrets)
    {
        var manifest = objects.Manifests.GetValueOrDefault(registration);
        return new RecordedResource
        {
            Id = Shown(registration.Id),
            Cluster = clusters.Of(registration),
            Parent = registration.Parent is { } parent ? Shown(parent.Id) : null,
            Component = ComponentOf(registration) is { } component ? Shown(component.Id) : null,
            DependsOn = secrets.IsEmpty ? registration.DependsOn : [.. registration.DependsOn.Select(Shown)],
            InputsFrom = secrets.IsEmpty ? registration.InputsFrom : [.. registration.InputsFrom.Select(Shown)],
            Options = registration.Options,
            SecretInputs = [.. registration.Secrets.Select(path => path.ToString()).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            Inputs = manifest?.Body ?? registration.Inputs ?? ObjectMap.Empty,
            IsComponent = registration.IsComponent,
            IsRead = registration.IsRead,
            ReadId = registration.IsRead ? secrets.Hide(registration.ReadId) : null,
            IsOpaque = clusters.IsOpaque(registration),
            Manifest = manifest,
            HelmRelease = releases.Releases.GetValueOrDefault(registration),
        };

        static Registration? ComponentOf(Registration child)
        {
            var parent = child.Parent;
            while (parent is { IsComponent: false })
            {
                parent = parent.Parent;
            }

            return parent;
        }

        ResourceId Shown(ResourceId id) => secrets.IsEmpty ? id : new ResourceId(id.Type, secrets.Hide(id.Name));
    }
}
