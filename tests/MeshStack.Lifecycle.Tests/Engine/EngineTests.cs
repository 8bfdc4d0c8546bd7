namespace MeshStack.Lifecycle.Tests.Engine;

/// <summary>The rules of the engine that runs of whole stacks do not show.</summary>
public sealed class EngineTests
{
    private static readonly UpdateOptions SkipPreview = new() { SkipPreview = true };

    private readonly World _world = new("c");
    private readonly EngineStack _stack;

    public EngineTests() => _stack = new(_world);

    private Cluster Cluster => _world["c"];

    [Fact]
    public void WhatIsRetainedIsForgottenAndStays()
    {
        Up(Namespace("a") with { RetainOnDelete = true });
        Assert.Equal("- 1 deleted, 2 unchanged; rc 0", Up().Summary);
        Assert.True(Cluster.Has("Namespace", null, "a"));
    }

    /// <summary>What the state says counts, for the program says nothing of it any more.</summary>
    [Fact]
    public void RetainingHasToBeInTheStateBefore()
    {
        Up(Namespace("a"));
        Assert.Equal("3 unchanged; rc 0", Up(Namespace("a") with { RetainOnDelete = true }).Summary);
        Up();
        Assert.True(Cluster.Has("Namespace", null, "a"));
    }

    [Fact]
    public void ProtectionIsInheritedFromAComponent()
    {
        Up(Component("m") with { Protect = true }, Namespace("a", parent: "m"));
        Assert.True(_stack.State!.Named(":Namespace", "a").Protect);
        Assert.Equal(1, Up().ExitCode);
        Assert.Equal("4 unchanged; rc 0", Up(Component("m") with { Protect = false }, Namespace("a", parent: "m")).Summary);
        Assert.Equal(0, Up().ExitCode);
    }

    [Fact]
    public void WhatGoesWithAnotherIsNotDeletedByItself()
    {
        Up(Namespace("a"), Secret("s", "a") with { DeletedWith = "kubernetes:core/v1:Namespace::a" });
        var calls = _world.Calls.Count;
        Assert.Equal(2, Up().Deleted.Count);
        Assert.Equal(["Delete kubernetes:core/v1:Namespace::a"], _world.Calls.Skip(calls).Select(c => c.ToString()));
        Assert.Contains(Cluster.Events, e => e.ToString() == "Cascaded Secret a/s");
    }

    [Fact]
    public void ASecretMakesRoomForTheChangedOne()
    {
        Up(Namespace("a"), Secret("s", "a"));
        Cluster.Events.Clear();
        var result = Up(Namespace("a"), Secret("s", "a", "other"));
        Assert.Equal("+- 1 replaced, 3 unchanged; rc 0", result.Summary);
        Assert.Equal(["Deleted Secret a/s", "Created Secret a/s"], Cluster.Events.Select(e => e.ToString()));
    }

    [Fact]
    public void AReplacementThatWasKilledHalfwayIsMadeByTheNextUpdate()
    {
        Up(Namespace("a"), Secret("s", "a"));
        _world.Faults = call => call is { Method: "Create" } && Urn.Name(call.Urn) == "s" ? Fault.KillBefore : Fault.None;
        Assert.Equal(137, Up(Namespace("a"), Secret("s", "a", "other")).ExitCode);
        Assert.True(_stack.State!.Named(":Secret", "s").PendingReplacement);
        _world.Faults = null;
        _stack.Cancel();
        Assert.Equal("+- 1 replaced, 3 unchanged; rc 0", Up(Namespace("a"), Secret("s", "a", "other")).Summary);
        Assert.True(Cluster.Has("Secret", "a", "s"));
    }

    [Fact]
    public void AnotherNameIsCreatedBeforeTheOldOneGoes()
    {
        Up(Namespace("a"));
        Cluster.Events.Clear();
        var renamed = Namespace("a") with { Inputs = Namespace("b").Inputs };
        Assert.Equal("+- 1 replaced, 2 unchanged; rc 0", Up(renamed).Summary);
        Assert.Equal(["Created Namespace b", "Deleted Namespace a"], Cluster.Events.Select(e => e.ToString()));
    }

    [Fact]
    public void AReplacementThatDoesNotBecomeReadyHasTakenTheOldOnesPlace()
    {
        Up(Namespace("a"));
        var renamed = Namespace("a") with { Inputs = Namespace("b").Inputs };
        _world.Faults = call => call is { Method: "Create" } && Urn.Name(call.Urn) == "a" ? Fault.FailReady : Fault.None;
        Assert.Equal(1, Up(renamed).ExitCode);
        var states = _stack.State!.Resources.Where(r => r.Urn.EndsWith("::a", StringComparison.Ordinal));
        Assert.Equal([(false, true), (true, false)], states.Select(r => (r.Delete, r.InitError is not null)));
        Assert.True(Cluster.Has("Namespace", null, "a"));
        _world.Faults = null;
        Assert.Equal("~ 1 updated, 2 unchanged; rc 0", Up(renamed).Summary);
        Assert.False(Cluster.Has("Namespace", null, "a"));
    }

    [Fact]
    public void AReplacementThatIsNotMadeLeavesTheOldOneInItsPlace()
    {
        Up(Namespace("a"));
        _world.Faults = call => call is { Method: "Create" } && Urn.Name(call.Urn) == "a" ? Fault.Fail : Fault.None;
        Assert.Equal(1, Up(Namespace("a") with { Inputs = Namespace("b").Inputs }).ExitCode);
        Assert.False(_stack.State!.Named(":Namespace", "a").Delete);
        _world.Faults = null;
        Assert.Equal("3 unchanged; rc 0", Up(Namespace("a")).Summary);
    }

    [Fact]
    public void WhatIsToBeReplacedIsSoWithoutAChange()
    {
        Up(Namespace("a"));
        var replace = SkipPreview with { Replace = [_stack.State!.Named(":Namespace", "a").Urn] };
        Cluster.Events.Clear();
        var result = _stack.Up(new Program(Namespace("a") with { DeleteBeforeReplace = true }), replace);
        Assert.Equal("+- 1 replaced, 2 unchanged; rc 0", result.Summary);
        Assert.Equal(["Deleted Namespace a", "Created Namespace a"], Cluster.Events.Select(e => e.ToString()));

        // The provider is not asked, which would make room for it.
        Up(Namespace("a"), Secret("s", "a"));
        replace = SkipPreview with { Replace = [_stack.State!.Named(":Secret", "s").Urn] };
        result = _stack.Up(new Program(Namespace("a"), Secret("s", "a", "other")), replace);
        Assert.Contains("already exists", Assert.Single(result.Errors), StringComparison.Ordinal);
    }

    /// <summary>A provider that skips its cluster answers with what was there, and with nothing for what is new.</summary>
    [Fact]
    public void WhatIsToBeReplacedIsCheckedAsIfItWereNew()
    {
        var program = new Program(Namespace("a")) { Config = Properties.Map(("context", "c"), ("skipUpdateUnreachable", true)) };
        Assert.Equal(0, _stack.Up(program, SkipPreview).ExitCode);
        Cluster.IsReachable = false;
        _stack.Preview(program);
        Assert.NotEmpty(program.Answers["kubernetes:core/v1:Namespace::a"].Outputs);
        _stack.Preview(program, new() { Replace = [_stack.State!.Named(":Namespace", "a").Urn] });
        Assert.Empty(program.Answers["kubernetes:core/v1:Namespace::a"].Outputs);
    }

    [Fact]
    public void AChildThatIsNamedForItsParentFollowsItsAlias()
    {
        Up(Component("old"), Namespace("old-ns", parent: "old"), Namespace("x", parent: "old"));
        var renamed = Namespace("new-ns", parent: "new") with { Inputs = Namespace("old-ns").Inputs };
        var result = Up(Component("new") with { Aliases = [new(Name: "old")] }, renamed, Namespace("x", parent: "new"));
        Assert.Equal("5 unchanged; rc 0", result.ToString());
    }

    [Fact]
    public void AChildThatMovesFollowsTheParentInItsAlias()
    {
        Up(Component("p"), Namespace("x", parent: "p"));
        var moved = Namespace("x") with { Aliases = [new(ParentUrn: "urn:pulumi:dev::meshstack::test:index:Thing::p")] };
        Assert.Equal("- 1 deleted, 3 unchanged; rc 0", Up(moved).Summary);
    }

    [Fact]
    public void IgnoredChangesAreNone()
    {
        Up(Namespace("a"));
        var labelled = Namespace("a") with { Inputs = Namespace("a").Inputs.With(["metadata", "labels"], Properties.Map(("x", "y"))) };
        Assert.Equal("3 unchanged; rc 0", Up(labelled with { IgnoreChanges = ["metadata"] }).Summary);
        Assert.Equal("~ 1 updated, 2 unchanged; rc 0", Up(labelled).Summary);
    }

    [Fact]
    public void APatchGivesBackWhatItTook()
    {
        Cluster.Add("Namespace", null, "theirs");
        var patch = Namespace("theirs") with
        {
            Type = "kubernetes:core/v1:NamespacePatch",
            Inputs = Namespace("theirs").Inputs.With(["metadata", "labels"], Properties.Map(("x", "y"))),
        };
        Up(patch);
        Assert.Equal("y", Cluster.Get(new("Namespace", null, "theirs"))!.TextAt("metadata", "labels", "x"));
        Up();
        Assert.Null(Cluster.Get(new("Namespace", null, "theirs"))!.At("metadata", "labels", "x"));
    }

    [Fact]
    public void WhatDoesNotBecomeReadyIsTriedAgain()
    {
        _world.Faults = call => Urn.Name(call.Urn) == "a" ? Fault.FailReady : Fault.None;
        Assert.Equal(1, Up(Namespace("a")).ExitCode);
        _world.Faults = null;
        Assert.Equal("~ 1 updated, 2 unchanged; rc 0", Up(Namespace("a")).Summary);
    }

    /// <summary>A provider is there or not.</summary>
    /// <remarks>Source: https://github.com/pulumi/pulumi/blob/master/pkg/resource/deploy/providers/registry.go, Create.</remarks>
    [Fact]
    public void NobodyWaitsForAProvider()
    {
        _world.Faults = call => Urn.Name(call.Urn) == "p" ? Fault.FailReady : Fault.None;
        Assert.Equal(0, Up(Namespace("a")).ExitCode);
    }

    [Fact]
    public void NothingIsDeletedAfterAFailure()
    {
        Up(Namespace("a"), Namespace("b"));
        _world.Faults = call => Urn.Name(call.Urn) == "c" ? Fault.Fail : Fault.None;
        var result = Up(Namespace("a"), Namespace("c"));
        Assert.Equal(1, result.ExitCode);
        Assert.True(Cluster.Has("Namespace", null, "b"));
    }

    [Fact]
    public void AStackWithoutAStateHasNoResourceOutputs()
    {
        var asks = new Program(monitor => monitor.Invoke("pulumi:pulumi:readStackResourceOutputs", Properties.Map(("stackName", "dev"))));
        Assert.Contains("nil pointer", Assert.Single(_stack.Up(asks).Errors), StringComparison.Ordinal);
        var outputs = new Program(monitor => monitor.Invoke("pulumi:pulumi:readStackOutputs", Properties.Map(("name", "dev"))));
        Assert.Equal(0, _stack.Up(outputs).ExitCode);
    }

    [Fact]
    public void ResourceOutputsAreThoseOfTheLastUpdate()
    {
        Up(Namespace("a"));
        PropertyMap? answer = null;
        _stack.Preview(
            new Program(monitor => answer = monitor.Invoke("pulumi:pulumi:readStackResourceOutputs", Properties.Map(("stackName", "dev"))))
        );
        var urn = _stack.State!.Named(":Namespace", "a").Urn;
        Assert.Equal("kubernetes:core/v1:Namespace", answer!.TextAt("outputs", urn, "type"));
        Assert.Equal("a", answer!.TextAt("outputs", urn, "outputs", "metadata", "name"));
    }

    [Fact]
    public void ATargetThatNeedsWhatIsNotThereIsRefused()
    {
        var needs = Namespace("b") with { Dependencies = ["kubernetes:core/v1:Namespace::a"] };
        var result = _stack.Up(new Program(Namespace("a"), needs), new() { Target = ["**::b"] });
        Assert.Contains("was not specified in --target list", Assert.Single(result.Errors), StringComparison.Ordinal);
    }

    private UpdateResult Up(params Goal[] goals) => _stack.Up(new Program(goals), SkipPreview);

    private static Goal Component(string name) => new() { Type = "test:index:Thing", Name = name };

    private static Goal Namespace(string name, string? parent = null) =>
        new()
        {
            Type = "kubernetes:core/v1:Namespace",
            Name = name,
            Custom = true,
            Parent = parent is null ? null : "test:index:Thing::" + parent,
            Inputs = Properties.Map(("kind", "Namespace"), ("metadata", Properties.Map(("name", name)))),
        };

    private static Goal Secret(string name, string ns, string value = "value") =>
        new()
        {
            Type = "kubernetes:core/v1:Secret",
            Name = name,
            Custom = true,
            Dependencies = ["kubernetes:core/v1:Namespace::" + ns],
            Inputs = Properties.Map(
                ("kind", "Secret"),
                ("metadata", Properties.Map(("name", name), ("namespace", ns))),
                ("stringData", Properties.Map(("key", value)))
            ),
        };

    /// <summary>A program of a provider and these resources, which name others by type and name.</summary>
    private sealed class Program(Action<IResourceMonitor> act, params Goal[] goals) : IProgram
    {
        public Program(params Goal[] goals)
            : this(_ => { }, goals) { }

        public PropertyMap Config { get; init; } = Properties.Map(("context", "c"));

        /// <summary>What the engine answered last, by type and name.</summary>
        public Dictionary<string, RegisterResult> Answers { get; } = [];

        public void Run(IResourceMonitor monitor)
        {
            monitor.RegisterResource(new() { Type = Urn.RootStackType, Name = "meshstack-dev" });
            act(monitor);
            var provider = monitor.RegisterResource(
                new()
                {
                    Type = "pulumi:providers:kubernetes",
                    Name = "p",
                    Custom = true,
                    Inputs = Config,
                }
            );
            Answers.Clear();
            foreach (var goal in goals)
            {
                var asked = goal with
                {
                    Provider = goal.Custom ? $"{provider.Urn}::{provider.Id ?? Properties.Unknown}" : null,
                    Parent = goal.Parent is { } parent ? Answers[parent].Urn : null,
                    DeletedWith = goal.DeletedWith is { } other ? Answers[other].Urn : null,
                    Dependencies = [.. goal.Dependencies.Select(d => Answers[d].Urn)],
                };
                Answers[$"{goal.Type}::{goal.Name}"] = monitor.RegisterResource(asked);
            }
        }
    }
}
