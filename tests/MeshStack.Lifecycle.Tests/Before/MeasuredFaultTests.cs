using System.Text.Json;
using MeshStack.Lifecycle.Tests.Program;
using MeshStack.Lifecycle.Tests.Stacks;

namespace MeshStack.Lifecycle.Tests.Before;

/// <summary>What happened to the registrations of before when only a part of an update was done: excluded, failed, killed, unreachable, or
/// somewhere else.</summary>
public sealed class MeasuredFaultTests
{
    private static readonly UpdateOptions SkipPreview = new() { SkipPreview = true };

    private readonly World _world = new("cluster01", "cluster02");
    private readonly EngineStack _stack;

    public MeasuredFaultTests() => _stack = new(_world);

    /// <summary>The measured run said updated: its provider took Secrets for mutable, which pulumi-kubernetes does only with
    /// <c>enableSecretMutable</c>.</summary>
    [Fact]
    public void M2AnExcludedClusterIsSaidToHaveSwitched()
    {
        Up("prepare");
        var result = _stack.Up(FrozenStack.Load("switch"), new() { Exclude = ["**cluster02**"] });
        Assert.Equal(0, result.ExitCode);
        Assert.Equal("switch", Phase());
        Assert.Equal(
            ["cluster01-istio-cacerts"],
            result.Replaced.Where(u => Urn.Type(u).EndsWith(":Secret", StringComparison.Ordinal)).Select(Urn.Name)
        );
        Assert.NotEqual(Root("cluster01"), Root("cluster02"));
    }

    [Fact]
    public void M2AFailedStepIsSaidNotToHaveHappened()
    {
        Up("prepare");
        var before = Root("cluster01");
        _world.Faults = call => Urn.Name(call.Urn) == "cluster02-istio-cacerts" && call.Method == "Create" ? Fault.Fail : Fault.None;
        var result = _stack.Up(FrozenStack.Load("switch"));
        Assert.Equal(1, result.ExitCode);
        Assert.Equal("prepare", Phase());
        Assert.NotEqual(before, Root("cluster01"));
    }

    [Fact]
    public void M5AKilledUpdateCannotSimplyBeRepeated()
    {
        _world.Faults = call => Urn.Name(call.Urn) == "cluster01-istio-istio-ingress" ? Fault.KillAfter : Fault.None;
        Assert.Equal(137, _stack.Up(FrozenStack.Load("dev")).ExitCode);
        var pending = Assert.Single(_stack.State!.PendingOperations);
        Assert.Equal((PendingOperationType.Creating, "cluster01-istio-istio-ingress"), (pending.Type, Urn.Name(pending.Resource.Urn)));

        _world.Faults = null;
        Assert.Contains("pulumi cancel", Assert.Single(_stack.Up(FrozenStack.Load("dev")).Errors), StringComparison.Ordinal);
        _stack.Cancel();
        var result = _stack.Up(FrozenStack.Load("dev"));
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("1 pending operations", Assert.Single(result.Warnings), StringComparison.Ordinal);
        Assert.Contains("namespaces \"istio-ingress\" already exists", Assert.Single(result.Errors), StringComparison.Ordinal);

        // Clearing what is pending does not make the object known.
        _stack.Refresh(new() { ClearPendingCreates = true });
        Assert.Empty(_stack.State!.PendingOperations);
        Assert.Equal(1, _stack.Up(FrozenStack.Load("dev")).ExitCode);
        _world.UpsertExistingObjects = true;
        Assert.Equal(0, _stack.Up(FrozenStack.Load("dev")).ExitCode);
    }

    [Fact]
    public void M5ACutInstallStaysPending()
    {
        _world.Faults = call => Urn.Name(call.Urn) == "cluster01-istio-istiod" ? Fault.KillDuring : Fault.None;
        Assert.Equal(137, _stack.Up(FrozenStack.Load("dev")).ExitCode);
        Assert.Equal("pending-install", _world["cluster01"].Releases["istio-system/istiod"].Status);
        _world.Faults = null;
        _stack.Cancel();
        Assert.Contains("still in use", Assert.Single(_stack.Up(FrozenStack.Load("dev")).Errors), StringComparison.Ordinal);
        _world["cluster01"].Releases.Remove("istio-system/istiod");
        Assert.Equal(0, _stack.Up(FrozenStack.Load("dev")).ExitCode);
    }

    [Fact]
    public void AnInterruptedUpdateIsGoneOnWith()
    {
        _world.Faults = call => Urn.Name(call.Urn) == "cluster01-istio-istio-ingress" ? Fault.Interrupt : Fault.None;
        var result = _stack.Up(FrozenStack.Load("dev"));
        Assert.Equal(8, result.ExitCode);
        Assert.Empty(_stack.State!.PendingOperations);
        _world.Faults = null;
        var rest = _stack.Up(FrozenStack.Load("dev"));
        Assert.Equal((0, 65), (rest.ExitCode, rest.Created.Count + rest.Unchanged.Count));
    }

    /// <summary>With KUBECONFIG set, the provider knows the server behind a context.</summary>
    [Fact]
    public void M6AnotherServerReplacesAllBeforeAnythingIsDeleted()
    {
        _world.Kubeconfig = "/home/someone/.kube/config";
        _world.PointContext("fra-admin", "cluster02", "https://vpn.example.com:6443");
        Up("dev");
        var preview = _stack.Preview(InKubeconfig("context-renamed"));

        // 18 in the measured run, which read the gateway's Service even so; the SDK registers what it does not know the id of.
        Assert.Equal((18 + 1, 0), (preview.Replaced.Count, preview.ExitCode));
        Assert.DoesNotContain(preview.Steps, s => s.IsDeleteFirst);
        var result = _stack.Up(InKubeconfig("context-renamed"), SkipPreview);
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("already exists", Assert.Single(result.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public void M6WithAClusterIdentifierAContextCanBeRenamed()
    {
        _world.PointContext("fra-admin", "cluster02", "https://vpn.example.com:6443");
        Assert.Equal(0, _stack.Up(Identified("dev")).ExitCode);
        Assert.Equal("~ 1 updated, 64 unchanged; rc 0", _stack.Up(Identified("context-renamed")).ToString());

        FrozenStack Identified(string name) =>
            InKubeconfig(name)
                .Select(r =>
                    r.Type == "pulumi:providers:kubernetes" ? r with { Inputs = r.Inputs.SetItem("clusterIdentifier", r.Name) } : r
                );
    }

    /// <summary>Without KUBECONFIG nothing tells that the context means another cluster now.</summary>
    [Fact]
    public void R4AMovedClusterStaysEmpty()
    {
        _world.PointContext("fra-admin", "other");
        var other = _world["other"];
        other.Add("Namespace", null, "istio-ingress");
        other.Add("Service", "istio-ingress", "istio-ingressgateway");
        other.Events.Clear();
        Up("dev");
        Assert.Equal("~ 1 updated, 64 unchanged; rc 0", _stack.Up(FrozenStack.Load("context-renamed")).ToString());
        Assert.Empty(_world["other"].Events);
    }

    [Fact]
    public void R8AnUnreachableClusterIsSaidToHaveSwitched()
    {
        Skipping("prepare");
        _world["cluster02"].IsReachable = false;
        var result = Skipping("switch");
        Assert.Contains(result.Warnings, w => w.Contains("cluster02-istio-cacerts", StringComparison.Ordinal));
        Assert.Equal("switch", Phase());
        Assert.NotEqual(Root("cluster01"), Root("cluster02"));

        UpdateResult Skipping(string name)
        {
            var changed = FrozenStack
                .Load(name)
                .Select(r => r.Name == "cluster02-provider" ? r with { Inputs = r.Inputs.SetItem("skipUpdateUnreachable", "true") } : r);
            var result = _stack.Up(changed);
            Assert.True(result.ExitCode == 0, result.ToString());
            return result;
        }
    }

    [Fact]
    public void R8NothingIsCreatedInAnUnreachableCluster()
    {
        Up("no-httpbin");
        _world["cluster02"].IsReachable = false;
        var preview = _stack.Preview(WithoutReads("dev"));
        Assert.Equal(0, preview.ExitCode);
        var result = _stack.Up(WithoutReads("dev"));
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("unreachable", Assert.Single(result.Errors), StringComparison.Ordinal);

        static FrozenStack WithoutReads(string name) =>
            FrozenStack.Load(name) is var s
                ? s with
                {
                    Outputs = PropertyMap.Empty,
                    Registrations = [.. s.Registrations.Where(r => r.ReadId is null)],
                }
                : s;
    }

    [Fact]
    public void R8AReleaseOfADeadClusterCannotBeDeletedUnlessItIsForgottenBefore()
    {
        Up("dev");
        _stack.Unprotect();
        _world["cluster02"].IsReachable = false;
        _world.DeleteUnreachable = true;
        var result = _stack.Up(FrozenStack.Load("no-cluster02"), SkipPreview);
        Assert.Contains("can't delete Helm Release", Assert.Single(result.Errors), StringComparison.Ordinal);
        Assert.Equal(0, _stack.Refresh().ExitCode);
        Assert.Equal(0, _stack.Up(FrozenStack.Load("no-cluster02"), SkipPreview).ExitCode);
    }

    [Fact]
    public void M8NothingCanBeExcludedFromTheFirstUpdate()
    {
        var result = _stack.Up(FrozenStack.Load("dev"), new() { Exclude = ["**cluster02**"] });
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("missing parent", result.Errors[0], StringComparison.Ordinal);
    }

    [Fact]
    public void M0OneClusterCanBeATarget()
    {
        Up("dev");
        var result = _stack.Up(FrozenStack.Load("switch"), new() { Target = ["**cluster01**"] });
        Assert.Equal(1, result.ExitCode);
        Assert.Equal("65 unchanged; rc 0", _stack.Up(FrozenStack.Load("dev"), new() { Target = ["**cluster01**"] }).ToString());
    }

    private void Up(string name)
    {
        var result = _stack.Up(_world.Kubeconfig is null ? FrozenStack.Load(name) : InKubeconfig(name));
        Assert.True(result.ExitCode == 0, result.ToString());
    }

    private static FrozenStack InKubeconfig(string name) => FrozenStack.Load(name) with { Kubeconfig = "/home/someone/.kube/config" };

    private string Phase()
    {
        using var state = JsonDocument.Parse(_stack.State!.StackOutputs.TextAt("meshState")!);
        return state.RootElement.GetProperty("trust").GetProperty("phase").GetString()!;
    }

    private string Root(string cluster) => ClusterTrust.SigningRoot(_world, cluster)!;
}
