using System.Collections.Immutable;
using System.Text.Json;

namespace MeshStack.Preview.Transitions;

/// <summary>What <c>pulumi stack export</c> writes: every resource as its last operation left it, and the operations that were
/// cut.</summary>
/// <remarks>Source: https://github.com/pulumi/pulumi/blob/v3.274.1/sdk/go/common/apitype/core.go.</remarks>
internal static class StackExport
{
    /// <summary>The state of the mesh in an export; null where it is no export, or one of a stack without a mesh.</summary>
    /// <remarks>Where the first update was killed, no outputs of the stack say what was asked for: what is known stands in its
    /// resources.</remarks>
    /// <param name="root">The export.</param>
    /// <param name="names">The names that clusters had.</param>
    public static MeshState? Read(JsonElement root, ClusterNames names)
    {
        if (
            root.ValueKind != JsonValueKind.Object
            || !root.TryGetProperty("deployment", out var deployment)
            || deployment.ValueKind is not (JsonValueKind.Object or JsonValueKind.Null)
        )
        {
            return null;
        }

        // So it is before an update has written anything.
        if (!List(deployment, "resources").Any() && !List(deployment, "pending_operations").Any())
        {
            return MeshState.Unknown;
        }

        var entries = List(deployment, "resources").Where(e => !Is(e, "delete")).ToList();
        var providers = entries.Select(e => $"{Text(e, "urn")}::{Text(e, "id")}").ToHashSet(StringComparer.Ordinal);
        var resources = entries.Select(Resource).OfType<StackResource>().ToImmutableArray();
        var asked = resources.FirstOrDefault(r => r.Type == "pulumi:pulumi:Stack" && r.ParentType is null)?.Text(MeshState.OutputName)
            is { } json
            ? MeshState.Parse(json)
            : null;
        asked ??= resources.Any(r => r.Type == MeshObject.MeshType) ? MeshState.Unknown : null;
        ImmutableArray<InterruptedOperation> interrupted =
        [
            .. List(deployment, "pending_operations")
                .Where(o => IsInHand(o, providers) && !entries.Any(e => IsDone(o, e, providers)))
                .Select(Operation)
                .OfType<InterruptedOperation>(),
        ];
        var underWay = interrupted.Where(o => o.Kind is "creating" or "updating").Select(o => o.Resource).ToList();
        return AppliedMesh.From(asked, resources, names, underWay) is { } applied
            ? applied with
            {
                Interrupted = interrupted,
                PendingDeletions = [.. PendingDeletions(List(deployment, "resources"), [.. entries.Select(e => Text(e, "urn"))])],
                Unmoved = [.. Unmoved(entries)],
            }
            : null;
    }

    /// <summary>Namespaces that were to be deleted when an update ended, and that nothing retains.</summary>
    private static IEnumerable<PendingDeletion> PendingDeletions(IEnumerable<JsonElement> resources, HashSet<string?> kept) =>
        from entry in resources
        where Is(entry, "delete") && !Is(entry, "retainOnDelete") && !Is(entry, "external")
        let resource = Resource(entry)
        where resource?.Type == PulumiTypes.Namespace
        select new PendingDeletion(
            Text(entry, "provider") is { } provider ? Provider(provider).ProviderOf : null,
            resource.Text("metadata", "name") ?? resource.Name,
            resource.Urn,
            kept.Contains(resource.Urn),
            Is(entry, "protect")
        );

    /// <summary>What has a provider of an id that is not the one which that provider has now.</summary>
    private static IEnumerable<(string Cluster, string Urn)> Unmoved(IReadOnlyCollection<JsonElement> entries)
    {
        var ids = entries
            .Where(e => Resource(e)?.ProviderOf is not null && Text(e, "id") is not null)
            .DistinctBy(e => Text(e, "urn"))
            .ToDictionary(e => Text(e, "urn")!, e => Text(e, "id")!, StringComparer.Ordinal);
        return from entry in entries
            let provider = Text(entry, "provider")
            where
                provider is not null
                && ids.GetValueOrDefault(UrnOf(provider)) is { } id
                && !provider.EndsWith("::" + id, StringComparison.Ordinal)
            select (Provider(provider).ProviderOf!, Text(entry, "urn")!);
    }

    // What refers to a provider has its id behind its URN.
    private static StackResource Provider(string reference) => new(reference, ImmutableDictionary<string, object?>.Empty);

    /// <summary>Whether a resource is what an operation was to make. The engine keeps such an operation until
    /// <c>pulumi refresh --clear-pending-creates</c>, whatever later updates did.</summary>
    private static bool IsDone(JsonElement operation, JsonElement resource, IReadOnlySet<string> providers) =>
        operation.TryGetProperty("resource", out var asked)
        && asked.ValueKind == JsonValueKind.Object
        && Text(operation, "type") == "creating"
        && Text(asked, "urn")?.Split("::", 4) is [_, _, var types, _]
        && Text(resource, "urn")?.Split("::", 4) is [_, _, var others, _]
        && types == others
        && IsSameProvider(Text(asked, "provider"), Text(resource, "provider"), providers)
        && Name(Map(asked, "inputs")) == Name(Map(resource, "inputs"));

    /// <summary>Whether the cluster that an operation was done in is still one of the stack. The provider of one that was removed, or that
    /// was moved away from and has another name since, is there neither by its id nor by its name.</summary>
    private static bool IsInHand(JsonElement operation, IReadOnlySet<string> all) =>
        !operation.TryGetProperty("resource", out var asked)
        || asked.ValueKind != JsonValueKind.Object
        || Text(asked, "provider") is not { } provider
        || all.Any(known => UrnOf(known) == UrnOf(provider) || known.Split("::")[^1] == provider.Split("::")[^1]);

    // One that is renamed keeps its id, and one that was made again after everything was destroyed its name.
    private static bool IsSameProvider(string? asked, string? given, IReadOnlySet<string> all) =>
        asked is not null
        && given is not null
        && (asked.Split("::")[^1] == given.Split("::")[^1] || (!all.Contains(asked) && UrnOf(asked) == UrnOf(given)));

    private static string UrnOf(string provider) =>
        provider.LastIndexOf("::", StringComparison.Ordinal) is var end and >= 0 ? provider[..end] : provider;

    // A release has it among its values, and an object in its metadata.
    private static (string?, string?) Name(ImmutableDictionary<string, object?> inputs)
    {
        var holder = inputs.GetValueOrDefault("metadata") as IReadOnlyDictionary<string, object?> ?? inputs;
        return (holder.GetValueOrDefault("namespace") as string, holder.GetValueOrDefault("name") as string);
    }

    private static InterruptedOperation? Operation(JsonElement operation) =>
        operation.ValueKind == JsonValueKind.Object
        && operation.TryGetProperty("resource", out var resource)
        && resource.ValueKind == JsonValueKind.Object
        && Text(resource, "urn") is { } urn
            ? new(
                Text(operation, "type") ?? "",
                new StackResource(urn, Map(resource, "inputs")),
                Text(resource, "provider") is { } provider ? Provider(provider) : null
            )
            {
                Parent = Text(resource, "parent"),
            }
            : null;

    private static StackResource? Resource(JsonElement resource) =>
        Text(resource, "urn") is { } urn ? new(urn, Map(resource, "outputs")) : null;

    private static IEnumerable<JsonElement> List(JsonElement of, string key) =>
        of.ValueKind == JsonValueKind.Object && of.TryGetProperty(key, out var list) && list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object)
            : [];

    private static string? Text(JsonElement of, string key) =>
        of.TryGetProperty(key, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;

    private static ImmutableDictionary<string, object?> Map(JsonElement of, string key) =>
        of.TryGetProperty(key, out var map) && map.ValueKind == JsonValueKind.Object ? Map(map) : [];

    private static ImmutableDictionary<string, object?> Map(JsonElement map) =>
        map.EnumerateObject().DistinctBy(p => p.Name).ToImmutableDictionary(p => p.Name, p => Value(p.Value));

    private static object? Value(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Object => Map(value),
            JsonValueKind.String => value.GetString(),
            JsonValueKind.True or JsonValueKind.False => value.GetBoolean(),
            _ => null,
        };

    private static bool Is(JsonElement of, string key) => of.TryGetProperty(key, out var flag) && flag.ValueKind == JsonValueKind.True;
}
