using MeshStack.Offline.Inputs;
using Pulumi;
using Pulumi.Testing;
using Pulumi.Utilities;

namespace MeshStack.Lifecycle.Tests.Program;

/// <summary>One resource of the program, from its constructor to the engine's answer.</summary>
internal sealed class Registration(ResourceTransformationArgs seen)
{
    public Resource Resource { get; } = seen.Resource;

    public string Type { get; } = seen.Resource.GetResourceType();

    public string Name { get; } = seen.Resource.GetResourceName();

    /// <summary>What the engine answered; null before that.</summary>
    public RegisterResult? Answer { get; set; }

    /// <summary>Completed when all that were made before it are registered.</summary>
    public TaskCompletionSource Turn { get; } = new();

    /// <summary>Reference of it as a provider.</summary>
    public string Reference => $"{Answer!.Urn}::{Answer.Id ?? Properties.Unknown}";

    /// <summary>What the SDK would send to the engine.</summary>
    public async Task<Goal> ToGoalAsync(MockResourceArgs args, Func<Resource, Registration?> find, string? provider, bool isPreview)
    {
        var options = seen.Options;
        var dependencies = new HashSet<Resource>(ReferenceEqualityComparer.Instance);
        dependencies.UnionWith(
            (await OutputUtilities.GetValueAsync(options.DependsOn.ToOutput())) is { IsDefault: false } given ? given : []
        );
        var inputs = (PropertyMap)Properties.Normalize(args.Inputs)!;
        if (seen.Args is { } asked && ValueReader.From(asked.GetType()) is ArgsReader reader)
        {
            var origins = new InputWalk(seeksUnknowns: false);
            reader.Read(asked, origins);
            dependencies.UnionWith(origins.Origins);

            if (isPreview)
            {
                // What holds something unknown does not arrive at mocks at all.
                var unknowns = new InputWalk(seeksUnknowns: true);
                reader.ReadLost(asked, args.Inputs!, unknowns);
                inputs = unknowns.Found.Aggregate(inputs, (map, path) => map.SetItem(path.Top, Properties.Unknown));
            }
        }

        return new()
        {
            Type = Type,
            Name = Name,
            Custom = Resource is CustomResource,
            Inputs = inputs,
            Parent = options.Parent is { } parent ? find(parent)?.Answer!.Urn : null,
            Dependencies = [.. dependencies.Select(find).OfType<Registration>().Select(r => r.Answer!.Urn).Order(StringComparer.Ordinal)],
            Provider = Resource is CustomResource ? provider : null,
            Protect = options.Protect,
            RetainOnDelete = options.RetainOnDelete,
            DeleteBeforeReplace = (options as CustomResourceOptions)?.DeleteBeforeReplace,
            DeletedWith = options.DeletedWith is { } other ? find(other)!.Answer!.Urn : null,
            IgnoreChanges = [.. options.IgnoreChanges],
            Aliases = [.. await Task.WhenAll(options.Aliases.Select(alias => Spec(alias, find)))],
            ReadId = string.IsNullOrEmpty(args.Id) ? null : args.Id,
        };
    }

    private static async Task<AliasSpec> Spec(Input<Alias> input, Func<Resource, Registration?> find)
    {
        var alias = await OutputUtilities.GetValueAsync(input.ToOutput());
        return new(
            alias.Urn,
            await Text(alias.Name),
            await Text(alias.Type),
            alias.Parent is { } parent ? find(parent)!.Answer!.Urn : await Text(alias.ParentUrn),
            alias.NoParent
        );

        static async Task<string?> Text(Input<string>? text) => text is null ? null : await OutputUtilities.GetValueAsync(text.ToOutput());
    }
}
