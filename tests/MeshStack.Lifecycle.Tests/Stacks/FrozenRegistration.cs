using System.Text.Json;

namespace MeshStack.Lifecycle.Tests.Stacks;

/// <summary>One registration in a file: other resources are named by type and name, and what a provider made up is
/// <c>${TYPE::NAME#OUTPUT}</c>.</summary>
internal sealed record FrozenRegistration(string Type, string Name)
{
    public string Key => $"{Type}::{Name}";

    public string? Parent { get; init; }

    public bool IsComponent { get; init; }

    /// <summary>Name of the provider.</summary>
    public string? Provider { get; init; }

    public string? ReadId { get; init; }

    public bool? Protect { get; init; }

    public bool? RetainOnDelete { get; init; }

    public ImmutableArray<string> DependsOn { get; init; } = [];

    /// <summary>What goes with what: the resource whose deletion takes this one too.</summary>
    public string? DeletedWith { get; init; }

    public bool? DeleteBeforeReplace { get; init; }

    public ImmutableArray<string> IgnoreChanges { get; init; } = [];

    public ImmutableArray<AliasSpec> Aliases { get; init; } = [];

    public PropertyMap Inputs { get; init; } = PropertyMap.Empty;

    /// <summary>The registration as one line of JSON, without what is not said.</summary>
    public string ToJson()
    {
        var all = new (string Key, object? Value)[]
        {
            ("type", Type),
            ("name", Name),
            ("parent", Parent),
            ("component", IsComponent ? true : null),
            ("provider", Provider),
            ("read", ReadId),
            ("protect", Protect),
            ("retainOnDelete", RetainOnDelete),
            ("deletedWith", DeletedWith),
            ("deleteBeforeReplace", DeleteBeforeReplace),
            ("dependsOn", DependsOn.IsEmpty ? null : ImmutableArray.CreateRange<object>(DependsOn)),
            ("ignoreChanges", IgnoreChanges.IsEmpty ? null : ImmutableArray.CreateRange<object>(IgnoreChanges)),
            ("aliases", Aliases.IsEmpty ? null : ImmutableArray.CreateRange<object>(Aliases.Select(ToMap))),
            ("inputs", Inputs.IsEmpty ? null : Inputs),
        };
        return Properties.ToJson(Said(all));
    }

    public static FrozenRegistration FromJson(JsonElement json)
    {
        var map = (PropertyMap)Properties.FromJson(json);
        return new(map.TextAt("type")!, map.TextAt("name")!)
        {
            Parent = map.TextAt("parent"),
            IsComponent = map.ContainsKey("component"),
            Provider = map.TextAt("provider"),
            ReadId = map.TextAt("read"),
            Protect = (bool?)map.GetValueOrDefault("protect"),
            RetainOnDelete = (bool?)map.GetValueOrDefault("retainOnDelete"),
            DeletedWith = map.TextAt("deletedWith"),
            DeleteBeforeReplace = (bool?)map.GetValueOrDefault("deleteBeforeReplace"),
            DependsOn = [.. List(map, "dependsOn").Cast<string>()],
            IgnoreChanges = [.. List(map, "ignoreChanges").Cast<string>()],
            Aliases = [.. List(map, "aliases").Cast<PropertyMap>().Select(ToAlias)],
            Inputs = map.At("inputs") as PropertyMap ?? PropertyMap.Empty,
        };
    }

    private static ImmutableArray<object> List(PropertyMap map, string key) => map.At(key) is ImmutableArray<object> list ? list : [];

    private static PropertyMap ToMap(AliasSpec alias) =>
        Said(
            ("urn", alias.Urn),
            ("name", alias.Name),
            ("type", alias.Type),
            ("parentUrn", alias.ParentUrn),
            ("noParent", alias.NoParent ? true : null)
        );

    private static AliasSpec ToAlias(PropertyMap map) =>
        new(map.TextAt("urn"), map.TextAt("name"), map.TextAt("type"), map.TextAt("parentUrn"), map.ContainsKey("noParent"));

    private static PropertyMap Said(params (string Key, object? Value)[] entries) =>
        entries.Where(e => e.Value is not null).ToImmutableDictionary(e => e.Key, e => e.Value!, StringComparer.Ordinal);
}
