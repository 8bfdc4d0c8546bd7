using MeshStack.Hosting;
using MeshStack.Offline;
using MeshStack.Preview.Transitions;
using Pulumi;

namespace MeshStack.Infra.Tests.Transitions;

/// <summary>The program holds a change against what the stack's last update left.</summary>
public sealed class AppliedStateTests
{
    [Fact]
    public async Task BeforeTheFirstUpdateThereIsNone()
    {
        AppliedState? applied = null;
        var isRead = false;
        await OfflineStack.RunAsync(
            new OfflineOptions { Project = "meshstack", Stack = "test" },
            async () =>
            {
                applied = await AppliedState.ReadAsync(ClusterNames.None);
                isRead = true;
                return new Dictionary<string, object?>();
            }
        );
        Assert.True(isRead);
        Assert.Null(applied);
    }

    [Fact]
    public void AChangeThatBreaksCallsEndsTheProgram()
    {
        var before = new MeshState(
            "federated",
            "test",
            new RootState("steady", null, "generation 1"),
            System.Collections.Immutable.ImmutableSortedDictionary<string, ClusterState>.Empty
        );
        var after = before with { Trust = new RootState("steady", null, "generation 2") };
        TransitionCheck.Enforce(null, after);
        TransitionCheck.Enforce(after, after);
        var refusal = Assert.Throws<RunException>(() => TransitionCheck.Enforce(before, after));
        Assert.StartsWith(
            "This change would break what is running:\n  trust: from steady (root generation 1) to steady (root generation 2): ",
            refusal.Message,
            StringComparison.Ordinal
        );
        Assert.EndsWith("\nNothing was changed.", refusal.Message, StringComparison.Ordinal);
    }
}
