using MeshStack.Analysis.Diff;
using MeshStack.Analysis.Matrix;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Sets;
using static MeshStack.Analysis.Tests.Access.Matrix.Meshes.Draft;

namespace MeshStack.Analysis.Tests.Access.Matrix;

public sealed class AccessDiffTests
{
    private static readonly AccessTarget Target = new("east", "foo", "httpbin", 8000);

    private static readonly AccessCaller Sleep = new("east", "default", "sleep", false);

    private static readonly AccessCaller Curl = new("east", "bar", "curl", false);

    [Fact]
    public void ObjectsThatChangeNoAccessAreNoChange()
    {
        var before = Matrix(Allow("one", "/a", "sleep"));

        Assert.Empty(AccessDiff.Between(before, Matrix(Allow("two", "/a", "sleep"))));
        Assert.Empty(AccessDiff.Between(before, Matrix(Allow("one", "/a", "sleep"), Allow("two", "/a", "sleep"))));
        Assert.Empty(AccessDiff.Between(before, Matrix(Allow("one", "/a", "sleep"), Policy("two", "DENY", "/a", "nobody"))));
    }

    [Fact]
    public void AWiderPathIsGained()
    {
        var change = Assert.Single(Between([Allow("one", "/a", "sleep")], [Allow("one", "/a*", "sleep")]));

        Assert.Equal((Sleep, AccessChangeKind.Gained, false), (change.Caller, change.Kind, change.Undecided));
        Assert.Equal(RequestSet.Paths(TextSet.Prefix("/a")).Except(RequestSet.Paths(TextSet.Exact("/a"))), change.Gained);
        Assert.True(change.Gained.Contains(change.GainedExample!));
        Assert.True(change.Lost.IsEmpty);
        Assert.Null(change.LostExample);
        Assert.Contains(change.Because, cause => cause.Name == "one");
    }

    /// <summary>What nobody shows is behind another Service, and in front of none that somebody does.</summary>
    [Fact]
    public void AServiceWhosePodsNobodyShowsLeavesNoOtherOpen()
    {
        var ghost = Of(
            "east",
            "v1",
            "Service",
            "foo",
            "ghost",
            Map(("selector", Map(("app", "ghost"))), ("ports", List(Map(("name", "http"), ("port", 80L)))))
        );
        var change = Assert.Single(Between([ghost, Allow("one", "/a", "sleep")], [ghost, Allow("one", "/a*", "sleep")]));
        Assert.Equal((Sleep, false), (change.Caller, change.Undecided));
    }

    [Fact]
    public void ACallerThatIsLeftOutLosesAllThatItHad()
    {
        var change = Assert.Single(
            Between([Allow("one", "/a", "sleep"), Policy("two", "ALLOW", "/b", "curl", "bar")], [Allow("one", "/a", "sleep")])
        );

        Assert.Equal((Curl, AccessChangeKind.Lost), (change.Caller, change.Kind));
        Assert.Equal("GET /b", change.LostExample!.ToString());
        Assert.Contains(change.Because, cause => cause.Name == "two");
    }

    [Fact]
    public void ARefusalTakesAwayFromAllWhomItIsFor()
    {
        var deny = Of(
            "east",
            "security.istio.io/v1",
            "AuthorizationPolicy",
            "foo",
            "two",
            Map(("action", "DENY"), ("rules", List(Map(("to", List(Map(("operation", Map(("paths", List("/admin*")))))))))))
        );

        var changes = Between([], [deny]);

        Assert.Contains(Sleep, changes.Select(change => change.Caller));
        Assert.All(changes, change => Assert.Equal((AccessChangeKind.Lost, "/admin"), (change.Kind, change.LostExample!.Path)));
    }

    [Fact]
    public void PathsThatReplaceOthersAreGainedAndLost()
    {
        var change = Assert.Single(Between([Allow("one", "/a", "sleep")], [Allow("one", "/b", "sleep")]));

        Assert.Equal((AccessChangeKind.Changed, "/b", "/a"), (change.Kind, change.GainedExample!.Path, change.LostExample!.Path));
    }

    [Fact]
    public void StrictMutualTlsShutsOutWhoHasNoSidecar()
    {
        var strict = Of("east", "security.istio.io/v1", "PeerAuthentication", "foo", "one", Map(("mtls", Map(("mode", "STRICT")))));

        var changes = Between([], [strict]);

        Assert.NotEmpty(changes);
        Assert.All(
            changes,
            change =>
                Assert.Equal((new AccessCaller("east", "legacy", "legacy", false), AccessChangeKind.Lost), (change.Caller, change.Kind))
        );
    }

    [Fact]
    public void WhatAnAuthorizerDecidesIsUndecided()
    {
        var custom = Of(
            "east",
            "security.istio.io/v1",
            "AuthorizationPolicy",
            "foo",
            "two",
            Map(("action", "CUSTOM"), ("provider", Map(("name", "authorizer"))), ("rules", List(Map())))
        );

        var change = Assert.Single(Between([Allow("one", "/a", "sleep")], [Allow("one", "/a", "sleep"), custom]));

        Assert.Equal((AccessChangeKind.Lost, true), (change.Kind, change.Undecided));
    }

    /// <summary>Each side for itself can be told; both together have more kinds of values of one claim than a set can hold.</summary>
    [Fact]
    public void WhatIsTooMuchToTellApartIsUndecided()
    {
        var changes = Between([Tokens(), Groups(0)], [Tokens(), Groups(10)]);

        Assert.NotEmpty(changes);
        Assert.All(
            changes,
            change => Assert.Equal((AccessChangeKind.Changed, true, false), (change.Kind, change.Undecided, change.Gained.IsEmpty))
        );
    }

    private static Manifest Tokens() =>
        Of(
            "east",
            "security.istio.io/v1",
            "RequestAuthentication",
            "foo",
            "tokens",
            Map(("jwtRules", List(Map(("issuer", "issuer"), ("jwksUri", "https://issuer.example/keys")))))
        );

    // Ten groups that a caller has to be in.
    private static Manifest Groups(int first) =>
        Of(
            "east",
            "security.istio.io/v1",
            "AuthorizationPolicy",
            "foo",
            "groups",
            Map(
                (
                    "rules",
                    List(
                        Map(
                            (
                                "when",
                                List([
                                    .. Enumerable
                                        .Range(first, 10)
                                        .Select(group => Map(("key", "request.auth.claims[groups]"), ("values", List($"g{group}")))),
                                ])
                            )
                        )
                    )
                )
            )
        );

    private static Manifest Allow(string name, string path, string account) => Policy(name, "ALLOW", path, account);

    private static Manifest Policy(string name, string action, string path, string account, string ns = "default") =>
        Of(
            "east",
            "security.istio.io/v1",
            "AuthorizationPolicy",
            "foo",
            name,
            Map(
                ("action", action),
                ("selector", Map(("matchLabels", Map(("app", "httpbin"))))),
                (
                    "rules",
                    List(
                        Map(
                            ("from", List(Map(("source", Map(("principals", List($"cluster.local/ns/{ns}/sa/{account}"))))))),
                            ("to", List(Map(("operation", Map(("paths", List(path)))))))
                        )
                    )
                )
            )
        );

    // Apart, so that west's own httpbin does not answer for the host as well.
    private static AccessMatrix Matrix(params IReadOnlyList<Manifest> objects) => AccessMatrix.From(SmallMesh.With(objects));

    private static AccessChange[] Between(IReadOnlyList<Manifest> before, IReadOnlyList<Manifest> after) =>
        [.. AccessDiff.Between(Matrix(before), Matrix(after)).Where(change => change.Target == Target)];
}
