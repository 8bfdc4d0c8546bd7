using MeshStack.Definition.Intents;
using MeshStack.Infra.Tests.Definition;
using MeshStack.Preview.Transitions;

namespace MeshStack.Infra.Tests.Transitions;

/// <summary>A change is held against what each cluster was given, and not against what was asked for.</summary>
public sealed class AppliedMeshTests
{
    [Fact]
    public void ACompleteUpdateLeavesWhatWasAskedFor()
    {
        var (asked, resources) = Stack(Mesh(""));
        var applied = AppliedMesh.From(asked, resources)!;
        Assert.Equal(asked.Clusters.Keys, applied.Clusters.Keys);
        Assert.All(
            applied.Clusters,
            cluster =>
            {
                var before = asked.Clusters[cluster.Key];
                Assert.Equal(before.ToString(), cluster.Value.ToString());
                Assert.Equal(before.Held, cluster.Value.Held);
                Assert.Equal(before.Revisions, cluster.Value.Revisions);
                Assert.Equal(before.Tags, cluster.Value.Tags);
                Assert.Equal(before.Namespaces, cluster.Value.Namespaces);
                Assert.Equal(new RootState("steady", null, "generation 1"), Assert.Single(cluster.Value.Trust));
            }
        );
        Assert.Empty(Notices(applied, Mesh("")));
    }

    /// <summary>The engine refuses to delete a root that is there, so that another one has to come by way of it.</summary>
    [Theory]
    [InlineData("", "", true)]
    [InlineData("", "meshstack:trust: {generated: {root: 2}}", false)]
    [InlineData("", "prepare", true)]
    [InlineData("prepare", "switch", true)]
    [InlineData("prepare", "retire", false)]
    public void ARootThatIsThereBeforeTheFirstUpdateHasEndedIsKept(string begun, string next, bool isSafe)
    {
        var (_, resources) = Stack(Mesh(begun.Length == 0 ? "" : Rotation(begun)));
        var roots = resources.Where(r => r.Type == "meshstack:index:Mesh" || r.Type.StartsWith("tls:", StringComparison.Ordinal));
        var applied = AppliedMesh.From(MeshState.Unknown, [.. roots])!;
        Assert.Equal(
            isSafe,
            !Notices(applied, Mesh(next is "prepare" or "switch" or "retire" ? Rotation(next) : next))
                .Any(n => n.StartsWith("Refused: trust", StringComparison.Ordinal))
        );
    }

    /// <summary>The output of the stack does not name them.</summary>
    [Fact]
    public void GatewaysAreTheReleasesOfTheirChart()
    {
        var mesh = Mesh("meshstack:gateways: {eastWest: {}, ingress: {}}");
        var (asked, resources) = Stack(mesh);
        var applied = AppliedMesh.From(asked, resources)!.Clusters["west"].Gateways;
        Assert.Equal(["istio-ingress/istio-ingressgateway", "istio-system/istio-eastwestgateway"], applied);
        Assert.Equal(MeshState.From(Definition(mesh)).Clusters["west"].Gateways, applied);
    }

    [Fact]
    public void BeforeTheFirstUpdateHasEndedThereIsNone() => Assert.Null(AppliedMesh.From(null, Stack(Mesh("")).Resources));

    [Theory]
    [InlineData("switch", "Refused: trust: in west, from prepare (from root generation 1 to generation 2) to retire")]
    [InlineData("retire", null)]
    public void AClusterThatWasLeftOutHoldsBackTheNextPhase(string reached, string? refusal)
    {
        // east got the phase, and west is where it was.
        var (_, before) = Stack(Mesh(Rotation("prepare")));
        var (asked, after) = Stack(Mesh(Rotation("switch")));
        var resources = after.Where(r => !IsOf(r, "west")).Concat(before.Where(r => IsOf(r, "west") && reached == "switch"));
        var applied = AppliedMesh.From(asked, [.. resources, .. after.Where(r => IsOf(r, "west") && reached == "retire")])!;

        var notices = Notices(applied, Mesh(Rotation("retire")));
        if (refusal is null)
        {
            Assert.DoesNotContain(notices, n => n.StartsWith("Refused", StringComparison.Ordinal));
        }
        else
        {
            Assert.Single(notices, n => n.StartsWith(refusal, StringComparison.Ordinal));
            Assert.DoesNotContain(Notices(applied, Mesh(Rotation("switch"))), n => n.StartsWith("Refused", StringComparison.Ordinal));
        }
    }

    /// <summary>The namespace is changed before the secret: an update that was killed between the two may have written either.</summary>
    [Fact]
    public void AStepThatWasCutIsNotTakenForUndone()
    {
        var (asked, before) = Stack(Mesh(Rotation("prepare")));
        var (_, after) = Stack(Mesh(Rotation("switch")));
        var applied = AppliedMesh.From(
            asked,
            [.. before.Where(r => r.Name != "west-istio-istio-system"), .. after.Where(r => r.Name == "west-istio-istio-system")]
        )!;

        Assert.Equal(["prepare", "switch"], applied.Clusters["west"].Trust.Select(t => t.Phase));
        Assert.Contains(Notices(applied, Mesh("")), n => n.StartsWith("Refused: trust: in west, from switch", StringComparison.Ordinal));
        Assert.DoesNotContain(Notices(applied, Mesh(Rotation("switch"))), n => n.StartsWith("Refused", StringComparison.Ordinal));
    }

    /// <summary>The engine takes the option even of a namespace that it does not reach, and leaves the annotation as it was.</summary>
    [Fact]
    public void ANamespaceThatWasNotReachedMayGoAllTheSame()
    {
        var (_, before) = Stack(Mesh(""));
        var (asked, _) = Stack(Mesh("").Replace("shop: {}", "shop: {deleteWithMesh: true}", StringComparison.Ordinal));
        Assert.Equal(NamespaceHold.DeletedWithMesh, AppliedMesh.From(asked, before)!.Clusters["west"].Held!["shop"]);
    }

    [Fact]
    public void AClusterWhoseDeletesFailedIsStillThere()
    {
        var (_, resources) = Stack(Mesh(""));
        var (asked, _) = Stack(EastAlone);
        Assert.Contains("west", AppliedMesh.From(asked, resources)!.Clusters.Keys);
    }

    [Fact]
    public void AClusterThatWasNeverReachedIsNotThere()
    {
        var (asked, resources) = Stack(Mesh(""));
        var applied = AppliedMesh.From(asked, [.. resources.Where(r => !IsOf(r, "west"))])!;
        Assert.Equal(["east"], applied.Clusters.Keys);
    }

    /// <summary>What nobody has told its workloads cannot have changed for them.</summary>
    [Theory]
    [InlineData("-provider")]
    [InlineData("-provider", "-istio-istio-system", "-istio-base", "-istio-cacerts", "-istio-istiod")]
    public void AClusterWhoseFirstUpdateWasCutIsGoneOnWith(params string[] made)
    {
        var (asked, _) = Stack(EastAlone);
        var whole = Mesh("").Replace("context: w,", "context: w, domain: shops, network: lan,", StringComparison.Ordinal);
        var (_, resources) = Stack(whole);
        var applied = AppliedMesh.From(
            asked,
            [.. resources.Where(r => !IsOf(r, "west") || made.Any(m => r.Name.EndsWith(m, StringComparison.Ordinal)))]
        )!;
        Assert.Contains("west", applied.Clusters.Keys);
        Assert.Empty(Notices(applied, whole));
    }

    /// <summary>What vouched for the cluster that everything moves away from says nothing of the one that it moves to.</summary>
    [Fact]
    public void AMoveThatHasNotEndedIsEndedUnderItsContext()
    {
        const string Elsewhere = "context: x, clusterIdentifier: fra";
        var (asked, before) = Stack(Mesh(""));
        var (_, after) = Stack(Mesh("").Replace("context: w", Elsewhere));
        asked = asked.VouchedForBy(new Dictionary<string, string> { ["west"] = "1f3a" });
        var applied = AppliedMesh.From(
            asked,
            [.. after.Where(r => r.Name == "west-provider"), .. before.Where(r => r.Name != "west-provider")]
        )!;
        const string Unfinished =
            "Warning: west: its move to another cluster has not ended, and an update takes what was not moved yet for moved: pulumi stack "
            + "export --stack test > state.json and meshstack preview test --deployed state.json tell what to replace in this one";
        Assert.Equal([Unfinished], Moved(Elsewhere, "77c0"));
        foreach (var authority in new[] { "1f3a", "77c0" })
        {
            Assert.Equal(
                [
                    "Refused: west: context from x to y, while the move to the cluster of context x has not ended, so that nothing says "
                        + "whether context y leads there: context: x for one update first",
                    Unfinished,
                ],
                Moved("context: y, clusterIdentifier: fra", authority)
            );
        }

        IEnumerable<string> Moved(string west, string authority) =>
            MeshTransition
                .Check(
                    applied,
                    MeshState
                        .From(Definition(Mesh("").Replace("context: w", west)))
                        .VouchedForBy(new Dictionary<string, string> { ["west"] = authority })
                )
                .Select(n => $"{n.Kind}: {n}");
    }

    [Fact]
    public void AnUpgradeThatFailedInOneClusterIsTheVersionThatItStillHas()
    {
        var (_, before) = Stack(Mesh("meshstack:istio: {version: 1.30.4}"));
        var (asked, after) = Stack(Mesh("meshstack:istio: {version: 1.31.4}"));
        var applied = AppliedMesh.From(asked, [.. after.Where(r => !IsOf(r, "west")), .. before.Where(r => IsOf(r, "west"))])!;
        Assert.Equal("1.31.4", applied.Clusters["east"].Revisions["default"]);
        Assert.Equal("1.30.4", applied.Clusters["west"].Revisions["default"]);
        Assert.Contains(
            Notices(applied, Mesh("meshstack:istio: {version: 1.32.0}")),
            n => n.StartsWith("Refused: west: revision default", StringComparison.Ordinal)
        );
    }

    /// <summary>The resource has the version that was tried, and the pods are of either.</summary>
    [Theory]
    [InlineData("failed", true)]
    [InlineData("deployed", false)]
    public void AnUpgradeThatHelmDidNotSeeThroughIsEndedFirst(string status, bool isRefused)
    {
        var (asked, resources) = Stack(Mesh("meshstack:istio: {version: 1.31.4}"));
        var applied = AppliedMesh.From(asked, [.. resources.Select(r => r.Name == "west-istio-istiod" ? With(r, status) : r)])!;
        Assert.Equal(
            isRefused
                ?
                [
                    "Refused: west: revision default, from 1.31.4 to 1.32.0: Helm did not see 1.31.4 through, so that an older istiod may "
                        + "still be there: run pulumi up with 1.31.4 first",
                ]
                : [],
            Notices(applied, Mesh("meshstack:istio: {version: 1.32.0}")).Where(n => n.StartsWith("Refused", StringComparison.Ordinal))
        );
        Assert.DoesNotContain(
            Notices(applied, Mesh("meshstack:istio: {version: 1.31.4}")),
            n => n.StartsWith("Refused", StringComparison.Ordinal)
        );

        static StackResource With(StackResource release, string status) =>
            release with
            {
                Outputs = new Dictionary<string, object?>(release.Outputs)
                {
                    ["status"] = new Dictionary<string, object?> { ["status"] = status },
                },
            };
    }

    /// <summary>The workloads of a cluster that was left out still follow the tag to the revision that is to go.</summary>
    [Fact]
    public void ATagThatWasNotMovedInOneClusterHoldsItsRevision()
    {
        const string Two = "meshstack:istio: {revisions: {1-30-8: {version: 1.30.8}, 1-31-4: {version: 1.31.4}}, revision: prod, ";
        var (_, before) = Stack(Tagged(Two + "tags: {prod: 1-30-8}}"));
        var (asked, after) = Stack(Tagged(Two + "tags: {prod: 1-31-4}}"));
        var applied = AppliedMesh.From(asked, [.. after.Where(r => !IsOf(r, "west")), .. before.Where(r => IsOf(r, "west"))])!;
        Assert.Equal("1-31-4", applied.Clusters["east"].Tags["prod"]);
        Assert.Equal("1-30-8", applied.Clusters["west"].Tags["prod"]);
        Assert.Single(
            Notices(applied, Tagged("meshstack:istio: {revisions: {1-31-4: {version: 1.31.4}}, revision: prod, tags: {prod: 1-31-4}}")),
            n => n.StartsWith("Refused: west: revision 1-30-8 goes away while workloads of shop", StringComparison.Ordinal)
        );
    }

    /// <summary>An older MeshStack marked nothing: its namespaces are deleted when they leave, and its clusters have no
    /// identifier.</summary>
    [Fact]
    public void WhatAnOlderVersionMadeHasToBeUpdatedOnceAsItIs()
    {
        var (asked, resources) = Stack(Mesh(""));
        var applied = AppliedMesh.From(asked, [.. resources.Select(Unmarked)])!;
        Assert.Empty(Notices(applied, Mesh("")));
        Assert.Equal(
            [
                "Refused: west: goes away, and its namespaces would be deleted with all that is in them, because an older MeshStack made "
                    + "them: run pulumi up with the cluster still in the definition first, while it is reachable, which changes that. If "
                    + "it is gone for good: PULUMI_K8S_DELETE_UNREACHABLE=true pulumi refresh, which forgets them",
                "Warning: west: goes away with all that is installed in it; the others forget it",
            ],
            Notices(applied, "meshstack:removed: {clusters: [west]}\n" + EastAlone)
        );
        Assert.Equal(
            [
                "Refused: west: namespace shop leaves the definition, and would be deleted with all that is in it, because an older "
                    + "MeshStack made it: run pulumi up with the namespace still in the definition first, while west is reachable, after "
                    + "which it stays",
            ],
            Notices(applied, "meshstack:removed: {namespaces: [west/shop]}\n" + Mesh("").Replace(", namespaces: {shop: {}}", ""))
        );
        Assert.Single(
            Notices(applied, Mesh("").Replace("shop: {}", "shop: {existing: true}")),
            n => n.StartsWith("Refused: west: namespace shop would be deleted", StringComparison.Ordinal)
        );
        Assert.Equal(
            [
                "Refused: west: context from w to x, while the stack does not know yet which cluster it is: run pulumi up with the old "
                    + "context first, which gives it an identifier",
            ],
            Notices(applied, Mesh("").Replace("context: w", "context: x"))
        );
    }

    /// <summary>The engine knows a resource by its new name from the moment that it came to it, and others still by the old
    /// one.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(int.MaxValue)]
    public void AClusterThatIsHalfRenamedIsOne(int renamed)
    {
        const string Prepared = "meshstack:trust: {generated: {root: 2}, rotation: {from: 1, phase: prepare}}";
        var renaming = Mesh(Rotation("switch"))
            .Replace("west: {", "fra: {renamedFrom: west, network: west, domain: west, ", StringComparison.Ordinal);
        var (asked, before) = Stack(Mesh(Prepared));
        var (_, after) = Stack(renaming.Replace("phase: switch", "phase: prepare", StringComparison.Ordinal));
        var defined = MeshState.From(Definition(renaming));

        var resources = after
            .Where(r => !IsOf(r, "fra"))
            .Concat(after.Where(r => IsOf(r, "fra")).Take(renamed))
            .Concat(before.Where(r => IsOf(r, "west")).Skip(renamed));
        var applied = AppliedMesh.From(asked, [.. resources], ClusterNames.Of(defined))!;
        Assert.Equal(["east", "fra"], applied.Clusters.Keys);
        Assert.Equal(renamed < int.MaxValue, applied.Clusters["fra"].IsRenamed);
        Assert.Equal("prepare", Assert.Single(applied.Clusters["fra"].Trust).Phase);
        Assert.NotEmpty(applied.Clusters["fra"].Revisions);
        Assert.Contains("shop", applied.Clusters["fra"].Held!.Keys);
        Assert.DoesNotContain(MeshTransition.Check(applied, defined), n => n.Kind == TransitionKind.Refused);

        // The phase after the next one would cut it off, whatever it is called.
        var retired = MeshState.From(Definition(renaming.Replace("phase: switch", "phase: retire", StringComparison.Ordinal)));
        Assert.Contains(
            MeshTransition.Check(AppliedMesh.From(asked, [.. resources], ClusterNames.Of(retired))!, retired),
            n => n.Kind == TransitionKind.Refused && n.Subject == "trust"
        );
    }

    /// <summary>After everything was destroyed but the protected root, no cluster holds back what comes.</summary>
    [Fact]
    public void WhatWasDestroyedHoldsBackNoCluster()
    {
        var (asked, resources) = Stack(Mesh(""));
        var applied = AppliedMesh.From(asked, [.. resources.Where(r => r.Type is "meshstack:index:Mesh" or "meshstack:index:MeshTrust")])!;
        Assert.Empty(applied.Clusters);
        Assert.Equal(asked.Trust, applied.Trust);
        var elsewhere = EastAlone.Replace("context: e", "context: elsewhere", StringComparison.Ordinal);
        Assert.Equal(
            [
                "Warning: east: nothing of the mesh is left in the stack, and namespaces stay when it is destroyed: where they are there, "
                    + "the update fails because they \"already exist\"; adoptExisting: true at east, for one update, takes them over",
            ],
            Notices(applied, elsewhere)
        );
        Assert.Empty(Notices(applied, elsewhere.Replace("elsewhere", "elsewhere, adoptExisting: true", StringComparison.Ordinal)));
    }

    private const string EastAlone = "meshstack:trust: {generated: {}}\nmeshstack:clusters:\n  east: {context: e}";

    private static string Mesh(string settings) =>
        (settings.Contains("trust", StringComparison.Ordinal) ? "" : "meshstack:trust: {generated: {}}\n")
        + settings
        + "\nmeshstack:clusters:\n  east: {context: e}\n  west: {context: w, namespaces: {shop: {}}}";

    private static string Tagged(string settings) =>
        Mesh(settings).Replace("shop: {}", "shop: {injection: prod}", StringComparison.Ordinal);

    private static string Rotation(string phase) => $"meshstack:trust: {{generated: {{root: 2}}, rotation: {{from: 1, phase: {phase}}}}}";

    private static IReadOnlyList<string> Notices(MeshState applied, string settings) =>
        [.. MeshTransition.Check(applied, MeshState.From(Definition(settings))).Select(n => $"{n.Kind}: {n}")];

    private static MeshDefinition Definition(string settings) => SampleProject.Load("meshstack:meshId: test\n" + settings);

    /// <summary>What an update of all clusters leaves: the output of the stack as its text, and outputs that are the inputs.</summary>
    private static (MeshState Asked, IReadOnlyList<StackResource> Resources) Stack(string settings)
    {
        var definition = Definition(settings);
        return (MeshState.Parse(MeshState.From(definition).ToJson())!, [.. StackResource.Of(DefinitionPlanner.PlanMesh(definition))]);
    }

    private static bool IsOf(StackResource resource, string cluster) =>
        resource.Name == cluster || resource.Name.StartsWith(cluster + "-", StringComparison.Ordinal);

    private static StackResource Unmarked(StackResource resource)
    {
        var outputs = resource.Outputs.Where(o => o.Key != "clusterIdentifier").ToDictionary();
        if (outputs.TryGetValue("metadata", out var metadata))
        {
            outputs["metadata"] = ((IReadOnlyDictionary<string, object?>)metadata!).Where(m => m.Key != "annotations").ToDictionary();
        }

        return resource with
        {
            Outputs = outputs,
        };
    }
}
