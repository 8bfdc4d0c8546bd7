namespace MeshStack.Components.Tests.Revisions;

public sealed class RevisionReferencesTests
{
    private static readonly Dictionary<string, string> Both = new() { ["1-30-8"] = "1.30.8", ["1-31-4"] = "1.31.4" };

    private static readonly Dictionary<string, string> Namespaces = new()
    {
        ["shop"] = "prod",
        ["cart"] = "canary",
        ["bank"] = "1-30-8",
    };

    [Fact]
    public void AMovedTagRestartsItsNamespaces()
    {
        var before = State(Both, new() { ["prod"] = "1-30-8", ["canary"] = "1-31-4" }, Namespaces);
        var after = State(Both, new() { ["prod"] = "1-31-4", ["canary"] = "1-31-4" }, Namespaces);
        Assert.Equal(
            [new WorkloadRestart("shop", "prod", "1-30-8 (1.30.8)", "1-31-4 (1.31.4)")],
            RevisionReferences.Restarts(before, after)
        );
    }

    [Fact]
    public void AnUpgradeInPlaceRestartsEveryNamespace()
    {
        var namespaces = new Dictionary<string, string> { ["b"] = "default", ["a"] = "default" };
        var before = State(new() { ["default"] = "1.30.8" }, [], namespaces);
        var after = State(new() { ["default"] = "1.31.4" }, [], namespaces);
        Assert.Equal(["a", "b"], RevisionReferences.Restarts(before, after).Select(r => r.Namespace));
        Assert.Empty(RevisionReferences.Restarts(after, after));
    }

    [Fact]
    public void ANamespaceThatChangesItsLabelIsRestartedWhenTheProxyChanges()
    {
        var tags = new Dictionary<string, string> { ["prod"] = "1-30-8" };
        var before = State(
            Both,
            tags,
            new()
            {
                ["a"] = "1-30-8",
                ["b"] = "1-30-8",
                ["c"] = "gone",
            }
        );
        var after = State(
            Both,
            tags,
            new()
            {
                ["a"] = "prod",
                ["b"] = "1-31-4",
                ["c"] = "prod",
                ["new"] = "prod",
            }
        );
        Assert.Equal(
            [new("b", "1-31-4", "1-30-8 (1.30.8)", "1-31-4 (1.31.4)"), new WorkloadRestart("c", "prod", null, "1-30-8 (1.30.8)")],
            RevisionReferences.Restarts(before, after)
        );
    }

    [Fact]
    public void WhatRefersToARevisionIsFoundByWayOfTags() =>
        Assert.Equal(
            [new("Tag", "prod", "1-30-8"), new("Namespace", "bank", "1-30-8"), new RevisionReference("Namespace", "shop", "prod")],
            RevisionReferences.To("1-30-8", State(Both, new() { ["prod"] = "1-30-8", ["canary"] = "1-31-4" }, Namespaces))
        );

    [Fact]
    public void WhatIsLeftBehindDangles() =>
        Assert.Equal(
            [new("Tag", "prod", "1-30-8"), new("Namespace", "bank", "1-30-8"), new RevisionReference("Namespace", "shop", "prod")],
            RevisionReferences.Dangling(
                State(new() { ["1-31-4"] = "1.31.4" }, new() { ["prod"] = "1-30-8", ["canary"] = "1-31-4" }, Namespaces)
            )
        );

    private static RevisionState State(
        Dictionary<string, string> versions,
        Dictionary<string, string> tags,
        Dictionary<string, string> namespaces
    ) => new(new RevisionSet { Versions = versions, Tags = tags }, namespaces);
}
