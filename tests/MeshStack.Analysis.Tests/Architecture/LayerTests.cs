using MeshStack.Analysis.Topology;
using NetArchTest.Rules;

namespace MeshStack.Analysis.Tests.Architecture;

/// <summary>The layers of the analysis: what is compiled into one knows those below it, and no other.</summary>
public sealed class LayerTests
{
    private const string Root = "MeshStack.Analysis";

    /// <summary>Each layer with what it stands on; caches and cores know nothing and serve all.</summary>
    private static readonly Dictionary<string, string[]> Below = new(StringComparer.Ordinal)
    {
        ["Concurrency"] = [],
        ["Model"] = [],
        ["Matching"] = ["Model"],
        ["Sets"] = ["Model", "Matching"],
        ["Config"] = ["Model", "Matching", "Sets"],
        ["Topology"] = ["Model", "Matching", "Sets", "Config"],
        ["Evaluation"] = ["Model", "Matching", "Sets", "Config", "Topology"],
        ["Symbolic"] = ["Model", "Matching", "Sets", "Config", "Topology", "Evaluation"],
        ["Matrix"] = ["Model", "Matching", "Sets", "Config", "Topology", "Evaluation", "Symbolic"],
        ["Diff"] = ["Model", "Sets", "Config", "Topology", "Matrix"],
        ["Reach"] = ["Model", "Sets", "Config", "Topology", "Matrix"],
        ["Diversions"] = ["Model", "Matching", "Sets", "Config", "Topology", "Evaluation", "Symbolic", "Matrix"],
        ["Upgrades"] = ["Model", "Sets", "Config", "Topology", "Matrix", "Diff"],
        ["Outages"] = ["Model", "Matching", "Sets", "Config", "Topology", "Evaluation", "Symbolic", "Matrix"],
        ["Findings"] = ["Model", "Matching", "Sets", "Config", "Topology", "Evaluation", "Symbolic", "Matrix"],
    };

    public static TheoryData<string> Layers { get; } = [.. Below.Keys];

    private static Types All => Types.InAssembly(typeof(Snapshot).Assembly);

    [Theory]
    [MemberData(nameof(Layers))]
    public void ALayerKnowsThoseBelowItAlone(string layer)
    {
        var forbidden = Below.Keys.Where(other => other != layer && other != "Concurrency" && !Below[layer].Contains(other));
        var result = In(layer).ShouldNot().HaveDependencyOnAny([.. forbidden.Select(other => $"{Root}.{other}")]).GetResult();
        Assert.True(result.IsSuccessful, string.Join("\n", result.FailingTypes.Select(type => $"{type.FullName}: {type.Explanation}")));
    }

    [Theory]
    [MemberData(nameof(Layers))]
    public void NoLayerIsEmpty(string layer) => Assert.NotEmpty(In(layer).GetTypes());

    [Fact]
    public void EveryTypeIsInALayer()
    {
        var others = typeof(Snapshot)
            .Assembly.GetTypes()
            .Where(type => type.Namespace?.StartsWith(Root, StringComparison.Ordinal) == true)
            .Where(type => !Below.ContainsKey(type.Namespace!.Split('.').ElementAtOrDefault(2) ?? ""));
        Assert.Empty(others.Select(type => type.FullName));
    }

    /// <summary>What is evaluated is chosen where a question is asked: no step looks which of the two it is.</summary>
    [Fact]
    public void OnlyTheTopKnowsWhichRequestsAreEvaluated()
    {
        var steps = All.That().ResideInNamespace($"{Root}.Evaluation").And().DoNotHaveName("AccessEvaluator", "SingleRequest");
        var result = steps.ShouldNot().HaveDependencyOnAny($"{Root}.Evaluation.SingleRequest").GetResult();
        Assert.True(result.IsSuccessful, string.Join("\n", result.FailingTypes.Select(type => type.FullName)));
    }

    private static PredicateList In(string layer) => All.That().ResideInNamespace($"{Root}.{layer}");
}
