using MeshStack.Lifecycle.Tests.Stacks;

namespace MeshStack.Lifecycle.Tests.Program;

/// <summary>The program of today on the engine.</summary>
public sealed class ProgramTests
{
    public static TheoryData<string> Names { get; } = [.. StackVariant.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void WhatIsUpIsUnchanged(string name)
    {
        using var stack = StackVariant.Create(name);
        var first = stack.Up();
        Assert.True(first.ExitCode == 0, first.ToString());
        Assert.Null(stack.State.IntegrityError());
        Assert.Equal($"{first.Created.Count} unchanged; rc 0", stack.Up().ToString());
    }

    /// <summary>What is kept of the program's registrations is what the program does.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void AFrozenProgramDoesTheSame(string name)
    {
        using var stack = StackVariant.Create(name);
        using var other = StackVariant.Create(name);
        var frozen = Freezer.Freeze(other);
        Assert.True(stack.Up().ExitCode == 0);
        Assert.Equal("", Difference(stack.Engine, frozen));
    }

    [Fact]
    public void TheEngineKeepsTheOutputsOfWhatIsExcluded()
    {
        using var stack = StackVariant.Create("prepare");
        stack.Up();
        var before = ClusterTrust.SigningRoot(stack.World, "cluster02");
        stack.Configure(text => text.Replace("phase: prepare", "phase: switch", StringComparison.Ordinal));
        var result = stack.Up(new() { Exclude = ["**cluster02**"] });
        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.Equal(before, ClusterTrust.SigningRoot(stack.World, "cluster02"));
        Assert.NotEqual(before, ClusterTrust.SigningRoot(stack.World, "cluster01"));
    }

    [Fact]
    public void ARefusedTransitionEndsThePreview()
    {
        using var stack = StackVariant.Create("switch");
        stack.Up();
        stack.Configure(text => text.Replace("from: 1, phase: switch", "from: 1, phase: prepare", StringComparison.Ordinal));
        stack.Configure(text => text.Replace("topology: federated", "topology: multi-primary", StringComparison.Ordinal));
        var calls = stack.World.Calls.Count(c => c.Method != "Read");
        var result = stack.Up();
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("Nothing was changed", Assert.Single(result.Errors), StringComparison.Ordinal);
        Assert.Equal(calls, stack.World.Calls.Count(c => c.Method != "Read"));
    }

    [Fact]
    public void AKilledProgramLeavesWhatWasUnderWay()
    {
        using var stack = StackVariant.Create(StackVariant.Dev);
        stack.World.Faults = call => Urn.Name(call.Urn) == "cluster02-istio-base" ? Fault.KillBefore : Fault.None;
        Assert.Equal(137, stack.Up().ExitCode);
        Assert.Equal("cluster02-istio-base", Urn.Name(Assert.Single(stack.State.PendingOperations).Resource.Urn));
        stack.World.Faults = null;
        stack.Engine.Cancel();
        var rest = stack.Up();
        Assert.Equal((0, 65), (rest.ExitCode, rest.Created.Count + rest.Unchanged.Count));
    }

    /// <summary>A stack is the same wherever it is deployed from.</summary>
    [Fact]
    public void NoKubeconfigOfTheEnvironmentReachesTheProviders()
    {
        using var stack = StackVariant.Create(StackVariant.Dev);
        stack.World.Kubeconfig = "/home/someone/.kube/config";
        stack.Up();
        Assert.Null(stack.State.Named(":kubernetes", "cluster01-provider").Inputs.TextAt("kubeconfig"));
    }

    [Fact]
    public void AnyDefinitionCanBeUp()
    {
        const string Configuration = """
            config:
              pulumi:disable-default-providers: [kubernetes]
              meshstack:meshId: test
              meshstack:topology: multi-primary
              meshstack:trust: {generated: {}}
              meshstack:gateways: {eastWest: {}}
              meshstack:namespaces: {shop: {}}
              meshstack:clusters:
                east: {context: kind-east, apiServer: "https://192.0.2.1:6443"}
                west: {context: kind-west, apiServer: "https://192.0.2.2:6443"}
            """;
        const string Intents = "kind: InboundService\nname: web\ncluster: east\nnamespace: shop\nport: 80\n";
        using var stack = LifecycleStack.Of(Configuration, Intents, "kind-east", "kind-west");
        var result = stack.Up();
        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.True(ClusterTrust.Accepts(stack.World, "kind-east", "kind-west"));
    }

    private static string Difference(EngineStack engine, FrozenStack frozen)
    {
        var before = engine.State!.Resources.ToDictionary(r => r.Urn);
        var result = engine.Up(frozen, new() { SkipPreview = true });
        var changed = engine.State.Resources.Where(r =>
            !r.Dependencies.ToHashSet().SetEquals(before[r.Urn].Dependencies)
            || r.Parent != before[r.Urn].Parent
            || r.Protect != before[r.Urn].Protect
            || r.RetainOnDelete != before[r.Urn].RetainOnDelete
        );
        return string.Join(
            "\n",
            result.Steps.Where(s => s.Op is not (StepOp.Same or StepOp.Read)).Select(s => s.ToString()).Concat(changed.Select(r => r.Urn))
        );
    }
}
