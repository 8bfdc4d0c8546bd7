using MeshStack.Manifests;
using MeshStack.Offline.Runs;
using MeshStack.Offline.Secrets;
using MeshStack.Offline.Trees;
using MeshStack.Rendering.Records;

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
        var found = new List<string>();
        var recording = RecordingBuilder.Build(
            [.. registrations.Select(registration => Resource(registration, clusters, secrets))],
            stackOutputs,
            found
        );
        var problems = ResourceProblems.Of(registrations, clusters, unansweredCalls).Concat(found).Order(StringComparer.Ordinal);
        var all = failures.Concat(problems).Select(secrets.Hide).Distinct(StringComparer.Ordinal).ToArray();
        return all.Length > 0 ? throw new OfflineException(all, found.Select(secrets.Hide).Distinct(StringComparer.Ordinal)) : recording;
    }

    private static RecordedResource Resource(Registration registration, ClusterMap clusters, SecretTexts secrets)
    {
        return new RecordedResource
        {
            Id = Shown(registration.Id),
            Cluster = clusters.Of(registration),
            Parent = registration.Parent is { } parent ? Shown(parent.Id) : null,
            Component = ComponentOf(registration) is { } component ? Shown(component.Id) : null,
            DependsOn = secrets.IsEmpty ? registration.DependsOn : [.. registration.DependsOn.Select(Shown)],
            InputsFrom = secrets.IsEmpty ? registration.InputsFrom : [.. registration.InputsFrom.Select(Shown)],
            Options = registration.Options,
            SecretInputs =
            [
                .. registration.Secrets.Select(path => path.ToString()).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
            ],
            Inputs = registration.Inputs ?? ObjectMap.Empty,
            IsComponent = registration.IsComponent,
            IsRead = registration.IsRead,
            ReadId = registration.IsRead ? secrets.Hide(registration.ReadId) : null,
            IsOpaque = clusters.IsOpaque(registration),
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
