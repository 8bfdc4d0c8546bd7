using MeshStack.Preview;

namespace MeshStack.Cli.Reports;

/// <summary>What an update does about a cluster that does not answer.</summary>
internal static class UnreachableText
{
    public static string Of(UnreachableCluster outage, string stack) =>
        outage.IsRemoved
            ? "it leaves the mesh, and the update fails at what is to be deleted there. If it comes back, update then. If it is gone for "
                + $"good, let the engine forget it first: PULUMI_K8S_DELETE_UNREACHABLE=true pulumi refresh --stack {stack}, "
                + "then the same with pulumi up"
        : outage.IsSkipped ? $"the update skips its {outage.Objects} objects, which stay as they are"
        : "the whole update fails; with skipUpdateUnreachable: true it would go on without it";
}
