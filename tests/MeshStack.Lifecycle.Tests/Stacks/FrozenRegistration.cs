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

    public ImmutableArray<AliasSpec> Aliases { get; init; } = [];

    public PropertyMap Inputs { get; init; } = PropertyMap.Empty;

    public string ToJson()
    {
        var map = Properties.Map(("type", Type), ("name", Name));
        map = Parent is null ? map : map.Add("parent", Parent);
        map = IsComponent ? map.Add("component", true) : map;
        map = Provider is null ? map : map.Add("provider", Provider);
        map = ReadId is null ? map : map.Add("read", ReadId);
        map = Protect is { } protect ? map.Add("protect", protect) : map;
        map = RetainOnDelete is { } retain ? map.Add("retainOnDelete", retain) : map;
        map = DependsOn.IsEmpty ? map : map.Add("dependsOn", ImmutableArray.CreateRange<object>(DependsOn));
        map = Inputs.IsEmpty ? map : map.Add("inputs", Inputs);
        return Properties.ToJson(map);
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
            DependsOn = map.At("dependsOn") is ImmutableArray<object> keys ? [.. keys.Cast<string>()] : [],
            Inputs = map.At("inputs") as PropertyMap ?? PropertyMap.Empty,
        };
    }
}
