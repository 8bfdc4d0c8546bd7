using MeshStack.Infra.Tests.Definition;

namespace MeshStack.Infra.Tests.Topologies;

/// <summary>What the mesh relies on cannot be taken back by the values of a chart.</summary>
public sealed class ReservedValuesTests
{
    // Of what is written into the values of charts, this may be had otherwise: another CA, other roots for it, and what is no part of how
    // clusters find and trust each other.
    private static readonly string[] Preferences =
    [
        "istiod: global.caAddress",
        "istiod: meshConfig.defaultConfig.proxyMetadata.CA_ROOT_CA",
        "istiod: meshConfig.defaultConfig.proxyMetadata.XDS_ROOT_CA",
        "istiod: volumeMounts",
        "istiod: volumes",
    ];

    /// <summary>The values of every topology, one by one: each is refused where a definition gives another.</summary>
    [Theory]
    [MemberData(nameof(Combination.Names), MemberType = typeof(Combination))]
    public async Task WhatTheTopologySetsIsReserved(string name)
    {
        var recording = (Combination.Named(name).Preview()).Recording;
        var set = recording
            .Clusters.SelectMany(c => c.HelmReleases)
            .Where(r => r.Chart is "base" or "istiod")
            .SelectMany(r => Leaves("", r.Values).Select(path => (r.Chart, Path: path)))
            .Distinct()
            .Where(v => !Preferences.Contains($"{v.Chart}: {v.Path}"))
            .Order()
            .ToList();
        Assert.NotEmpty(set);
        Assert.DoesNotContain(set, v => !IsRefused(v.Chart, v.Path));
    }

    private static bool IsRefused(string chart, string path)
    {
        using var project = new SampleProject();
        var steps = path.Split('.');
        var value = string.Concat(steps.Select(step => $"{{{step}: ")) + "other" + new string('}', steps.Length);
        project.Write(
            "Pulumi.test.yaml",
            SampleProject.Stack.Replace(
                "  meshstack:trust:",
                $"  meshstack:istio: {{values: {{{chart}: {value}}}}}\n  meshstack:trust:",
                StringComparison.Ordinal
            )
        );
        var refused = (Record.Exception(() => DefinitionLoader.Load(project.Root, "test")) as DefinitionException)?.Message ?? "";
        return Enumerable
            .Range(1, steps.Length)
            .Any(length =>
                refused.Contains($"meshstack:istio.values.{chart}.{string.Join('.', steps[..length])}: ", StringComparison.Ordinal)
            );
    }

    private static IEnumerable<string> Leaves(string path, object? value) =>
        value is IReadOnlyDictionary<string, object?> map
            ? map.SelectMany(entry => Leaves(path.Length == 0 ? entry.Key : $"{path}.{entry.Key}", entry.Value))
            : [path];
}
