using MeshStack.Analysis.Model;

namespace MeshStack.Conformance.Access;

/// <summary>Why the proof and the recording differ, as far as it is known of the kind of difference.</summary>
internal static class DifferenceReason
{
    /// <summary>The reason; null for a difference that nobody has explained.</summary>
    public static string? Of(RecordedQuestion question, Verdict verdict, bool hasRefusedObjects)
    {
        var where = question.Where;
        return verdict is { Step: AccessStep.Dns } && where.StartsWith("external", StringComparison.Ordinal)
                ? "the recorder's DNS knows every name; here no DNS has one that is of the mesh alone"
            : where.Contains("auto-address", StringComparison.Ordinal) && verdict is Verdict.Allowed
                ? "the recorder asks the sidecar's DNS for what Envoy resolves by itself, past that DNS"
            : where.Contains("external-mtls", StringComparison.Ordinal)
                ? "the recorder takes mTLS for arrived at an address of which it knows nothing"
            : where.StartsWith("external", StringComparison.Ordinal) && where.Contains(".svc.cluster.local", StringComparison.Ordinal)
                ? "the recorder's DNS has a name outside for a Service that the client's cluster has none of"
            : where.Contains("no-gateway", StringComparison.Ordinal) ? "the recorder had no such gateway, whose manifests it does not show"
            : where.Contains("eastwestgateway", StringComparison.Ordinal) || where.Contains("0.0.0.0_15443", StringComparison.Ordinal)
                ? "endpoints behind an east-west gateway, which is not recorded, or of which some endpoint is known here alone"
            : where.Contains("no-virtual-host", StringComparison.Ordinal)
                ? "the recorder asked for one route twice, and istiod gives one that it keeps for sniffed ports only once"
            : where.Contains("no-endpoints", StringComparison.Ordinal) && verdict is { Step: AccessStep.Endpoints }
                ? "istiod gives each of several ServiceEntries of the host that it does not merge a listener, here that alone which counts"
            : question.Istiod == "mixed" && !hasRefusedObjects ? "of several endpoints or callers one has no manifest here"
            : question.Istiod == "mixed" ? "of several endpoints one is behind an object that istiod's webhook refuses"
            : hasRefusedObjects ? "an object that istiod's webhook refuses has a part in it"
            : null;
    }
}
