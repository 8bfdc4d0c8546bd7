using System.Collections;
using System.Collections.Immutable;
using System.Globalization;
using MeshStack.Rendering.Records;

namespace MeshStack.Preview;

/// <summary>A plan as the recording that a run of the same resources gives: placeholders for what only a deployment knows, a mask for
/// secrets.</summary>
internal sealed class PlanRecorder
{
    private readonly Dictionary<string, PlannedResource> _sources = new(StringComparer.Ordinal);

    private PlanRecorder(Plan plan)
    {
        foreach (var resource in plan.Resources)
        {
            foreach (var value in resource.Provides.Values)
            {
                _sources[value.Name] = resource;
            }
        }
    }

    /// <summary>The recording of a plan.</summary>
    /// <exception cref="CompositionException">Two resources make the same object.</exception>
    public static Recording Record(Plan plan)
    {
        var recorder = new PlanRecorder(plan);
        var problems = new List<string>();
        var recording = RecordingBuilder.Build(
            [.. plan.Resources.AsParallel().Select(recorder.Recorded).AsSequential().OrderBy(resource => resource.Id, ResourceId.Order)],
            ImmutableSortedDictionary<string, object?>.Empty,
            problems
        );
        return problems.Count == 0 ? recording : throw new CompositionException(problems.Order(StringComparer.Ordinal));
    }

    private RecordedResource Recorded(PlannedResource planned)
    {
        var needs = new HashSet<LateValue>();
        var secrets = new List<string>();
        var inputs = planned.ReadId is null ? Inputs(planned, new Leaves(needs, secrets)) : ObjectMap.Empty;
        return new()
        {
            Id = planned.Key,
            Cluster = planned.Cluster,
            Parent = planned.Parent,
            Component = planned.Parent,
            Sources = planned.Sources,
            DependsOn = Sorted(planned.After),
            InputsFrom = needs.Count == 0 ? [] : Sorted([.. needs.SelectMany(Origins)]),
            Options =
                planned.Protect || planned.SecretOutputs.Length > 0
                    ? new() { Protect = planned.Protect, AdditionalSecretOutputs = planned.SecretOutputs }
                    : RecordedOptions.None,
            SecretInputs = [.. secrets.Order(StringComparer.Ordinal)],
            Inputs = inputs,
            IsComponent = planned.IsComponent,
            IsRead = planned.ReadId is not null,
            ReadId = planned.ReadId,
            IsOpaque = planned.Key.Type == PulumiTypes.ConfigFile,
        };
    }

    private static ImmutableArray<ResourceId> Sorted(ImmutableArray<ResourceId> ids) =>
        ids.Length < 2 ? ids : [.. ids.Distinct().Order(ResourceId.Order)];

    // A read by the id of a release comes out of the release too.
    private IEnumerable<ResourceId> Origins(LateValue value) =>
        _sources.GetValueOrDefault(value.Name) is not { } source ? []
        : source.ReadAfter is { } release ? [source.Key, release]
        : [source.Key];

    private static ObjectMap Inputs(PlannedResource planned, Leaves leaves)
    {
        var inputs = leaves.Map("", planned.Inputs);
        return planned.Key.Type switch
        {
            // Who may read a PulumiTypes.Secret is for the cluster to say, so that not even public texts are shown.
            PulumiTypes.Secret when inputs.TryGetValue("stringData", out var data) && data is ObjectMap texts => inputs.With(
                "stringData",
                ObjectMap.From(texts.Select(text => KeyValuePair.Create(text.Key, (object?)SecretMask.Text)))
            ),

            // Providers take all of their settings as texts.
            PulumiTypes.KubernetesProvider => ObjectMap.From(
                inputs.Select(i => new KeyValuePair<string, object?>(
                    i.Key,
                    i.Value is bool flag
                        ? flag
                            ? "true"
                            : "false"
                        : i.Value
                ))
            ),

            // The class of a release says so by itself.
            PulumiTypes.HelmRelease => inputs.With("compat", "true"),
            _ => inputs,
        };
    }

    /// <summary>Makes plain trees, and notes on the way what they are made of.</summary>
    private sealed class Leaves(HashSet<LateValue> needs, List<string> secrets)
    {
        public ObjectMap Map(string path, IReadOnlyDictionary<string, object> map)
        {
            if (map.Count == 0)
            {
                return ObjectMap.Empty;
            }

            var keys = new string[map.Count];
            var values = new object?[map.Count];
            var index = 0;
            foreach (var (key, value) in map)
            {
                keys[index] = key;
                values[index++] = Value(path, key, value);
            }

            return ObjectMap.From(keys, values);
        }

        private object? Value(string path, string key, object value) =>
            value switch
            {
                string or bool or long or double => value,
                int number => (long)number,
                TextValue text => Text(path, key, text),
                IReadOnlyDictionary<string, object> map => Map(Below(path, key), map),
                IEnumerable list => List(Below(path, key), list),
                _ => Convert.ToString(value, CultureInfo.InvariantCulture),
            };

        private object?[] List(string path, IEnumerable list) =>
            [.. list.Cast<object>().Select((item, index) => Value(path, string.Create(CultureInfo.InvariantCulture, $"[{index}]"), item))];

        private string Text(string path, string key, TextValue text)
        {
            needs.UnionWith(text.Needs);
            if (!text.IsSecret)
            {
                return text.ToString();
            }

            secrets.Add(Below(path, key));
            return SecretMask.Text;
        }

        private static string Below(string path, string key) =>
            path.Length == 0 ? key
            : key[0] == '[' ? path + key
            : $"{path}.{key}";
    }
}
