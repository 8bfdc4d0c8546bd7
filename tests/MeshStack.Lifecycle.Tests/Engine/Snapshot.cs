namespace MeshStack.Lifecycle.Tests.Engine;

/// <summary>The state of a stack: its resources, each after what it depends on.</summary>
internal sealed record Snapshot(ImmutableArray<ResourceState> Resources, ImmutableArray<PendingOperation> PendingOperations)
{
    public static Snapshot Empty { get; } = new([], []);

    /// <summary>Outputs of the stack, those of its root.</summary>
    public PropertyMap StackOutputs => Resources.FirstOrDefault(r => r.Type == Urn.RootStackType)?.Outputs ?? PropertyMap.Empty;

    /// <summary>The resources that live, that is, that do not only wait for their deletion.</summary>
    public IEnumerable<ResourceState> Live => Resources.Where(r => !r.Delete);

    public ResourceState? Find(string urn) => Live.FirstOrDefault(r => r.Urn == urn);

    /// <summary>The resource of that name whose type ends so.</summary>
    public ResourceState Named(string type, string name) =>
        Live.Single(r => r.Type.EndsWith(type, StringComparison.Ordinal) && Urn.Name(r.Urn) == name);

    /// <summary>What <c>pulumi stack export</c> writes of it.</summary>
    /// <remarks>Source: https://github.com/pulumi/pulumi/blob/master/sdk/go/common/apitype/core.go, DeploymentV3.</remarks>
    public string ToExport() =>
        Properties.ToJson(
            Properties.Map(
                ("version", 3.0),
                (
                    "deployment",
                    Properties.Map(
                        ("resources", Resources.Select(Exported).ToImmutableArray<object>()),
                        (
                            "pending_operations",
                            PendingOperations
                                .Select(o =>
                                    Properties.Map(("resource", Exported(o.Resource)), ("type", o.Type.ToString().ToLowerInvariant()))
                                )
                                .ToImmutableArray<object>()
                        )
                    )
                )
            )
        );

    private static PropertyMap Exported(ResourceState resource)
    {
        var entries = new (string Key, object? Value)[]
        {
            ("urn", resource.Urn),
            ("type", resource.Type),
            ("custom", resource.Custom),
            ("id", resource.Id),
            ("delete", resource.Delete),
            ("protect", resource.Protect),
            ("retainOnDelete", resource.RetainOnDelete),
            ("external", resource.External),
            ("parent", resource.Parent),
            ("provider", resource.Provider),
            ("inputs", resource.Inputs),
            ("outputs", resource.Outputs),
        };
        return entries.Where(e => e.Value is not null).ToImmutableDictionary(e => e.Key, e => e.Value!);
    }

    /// <summary>What makes a state invalid; null where nothing does.</summary>
    /// <remarks>Source: https://github.com/pulumi/pulumi/blob/master/pkg/resource/deploy/snapshot.go, VerifyIntegrity.</remarks>
    public string? IntegrityError()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var live = new HashSet<string>(StringComparer.Ordinal);
        var providers = new HashSet<string>(StringComparer.Ordinal);
        foreach (var resource in Resources)
        {
            if (resource.Provider is { } provider && !providers.Contains(provider))
            {
                return $"resource {resource.Urn} refers to unknown provider {provider}";
            }

            if (resource.Parent is { } parent && !seen.Contains(parent))
            {
                return $"child resource {resource.Urn} refers to missing parent {parent}";
            }

            if (resource.Dependencies.FirstOrDefault(dependency => !seen.Contains(dependency)) is { } missing)
            {
                return $"resource {resource.Urn} dependency {missing} refers to missing resource";
            }

            seen.Add(resource.Urn);
            if (!resource.Delete && !live.Add(resource.Urn))
            {
                return $"duplicate resource {resource.Urn}";
            }

            if (resource.IsProvider)
            {
                providers.Add(resource.Reference);
            }
        }

        return null;
    }
}

/// <summary>What was under way when the engine was last heard of.</summary>
internal sealed record PendingOperation(ResourceState Resource, PendingOperationType Type);

internal enum PendingOperationType
{
    Creating,
    Updating,
    Deleting,
    Reading,
}
