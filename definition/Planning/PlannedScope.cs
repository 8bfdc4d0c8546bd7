using System.Collections.Immutable;
using MeshStack.Manifests;

namespace MeshStack.Definition.Planning;

/// <summary>A component of a plan, to which resources are added.</summary>
internal sealed class PlannedScope(Plan plan, ResourceId component, LogicalName name, IntentNote? note = null)
{
    private (LogicalName Name, bool IsFirst)? _place;

    public Plan Plan => plan;

    public ResourceId Component => component;

    /// <summary>Logical name of the component.</summary>
    public string Name => component.Name;

    /// <summary>Logical name of the component, with those that it had.</summary>
    public LogicalName LogicalName => name;

    /// <summary>Logical name of a part of the component.</summary>
    public LogicalName Child(string suffix) => name + $"-{suffix}";

    /// <inheritdoc cref="Child(string)"/>
    public LogicalName Child(LogicalName suffix) => name + "-" + suffix;

    /// <summary>The component, whose objects say what an intent says of itself.</summary>
    public PlannedScope Noted(IntentNote? of) => new(plan, component, name, of) { _place = _place };

    /// <summary>The component in one of the clusters that it has the same objects in.</summary>
    /// <param name="cluster">The cluster.</param>
    /// <param name="isFirst">Whether it is the one that the component was in while it was in one only.</param>
    public PlannedScope At(ClusterIdentity cluster, bool isFirst) =>
        new(plan, component, name, note) { _place = (cluster.LogicalName, isFirst) };

    private LogicalName Placed(LogicalName plain)
    {
        if (_place is not { } place)
        {
            return plain;
        }

        var placed = plain + "." + place.Name;
        return place.IsFirst ? LogicalName.Of(placed.Text, [.. placed.Former, plain.Text, .. plain.Former]) : placed;
    }

    /// <summary>A component below this one.</summary>
    public PlannedScope Inner(string type, LogicalName name, params ReadOnlySpan<SourceLocation> sources) =>
        plan.Component(type, name, component, sources).Noted(note);

    /// <summary>Adds a place that asks for the component, in the order of files and lines.</summary>
    public void AskedForAt(SourceLocation place) =>
        plan.Change(
            component,
            resource =>
                resource with
                {
                    Sources = [.. resource.Sources.Append(place).OrderBy(p => p.File, StringComparer.Ordinal).ThenBy(p => p.Line)],
                }
        );

    /// <summary>Adds a Kubernetes object.</summary>
    /// <param name="name">Its logical name.</param>
    /// <param name="cluster">Its cluster.</param>
    /// <param name="after">What has to be there first.</param>
    /// <param name="apiVersion">Its API group and version, such as <c>networking.istio.io/v1</c>.</param>
    /// <param name="kind">Its kind.</param>
    /// <param name="metadata">Its metadata.</param>
    /// <param name="content">Its other fields, such as the spec.</param>
    public ResourceId Object(
        LogicalName name,
        string cluster,
        IEnumerable<ResourceId> after,
        string apiVersion,
        string kind,
        IReadOnlyDictionary<string, object> metadata,
        params ReadOnlySpan<(string Key, object Value)> content
    )
    {
        var inputs = new SortedDictionary<string, object>(StringComparer.Ordinal)
        {
            ["apiVersion"] = apiVersion,
            ["kind"] = kind,
            ["metadata"] = note is null ? metadata : note.On(metadata),
        };
        foreach (var (key, value) in content)
        {
            inputs[key] = value;
        }

        return plan.Add(
            PlannedResource.Of(
                $"kubernetes:{(apiVersion.Contains('/', StringComparison.Ordinal) ? apiVersion : "core/" + apiVersion)}:{kind}",
                Placed(name)
            ) with
            {
                Parent = component,
                Cluster = cluster,
                After = [.. after.Distinct()],
                Inputs = inputs,
            }
        );
    }

    /// <summary>Adds any other resource.</summary>
    public ResourceId Add(PlannedResource resource) => plan.Add(resource with { Parent = component });

    /// <summary>Says what the component tells of itself.</summary>
    public void Outputs(params (string Key, object? Value)[] outputs) =>
        plan.Change(
            component,
            resource => resource with { Outputs = outputs.ToImmutableSortedDictionary(o => o.Key, o => o.Value, StringComparer.Ordinal) }
        );
}
