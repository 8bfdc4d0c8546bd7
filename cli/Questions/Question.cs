using MeshStack.Analysis.Evaluation;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Topology;

namespace MeshStack.Cli.Questions;

/// <summary>One caller's request.</summary>
/// <param name="Caller">Who asks.</param>
/// <param name="Request">What it asks for.</param>
/// <param name="Cluster">The cluster that the host is meant in, where it was said.</param>
internal sealed record Question(Caller Caller, Request Request, string? Cluster)
{
    /// <summary>What may be wrong with it, null where nothing is.</summary>
    public string? Hint { get; init; }

    /// <summary>The question in a line.</summary>
    public override string ToString()
    {
        var server = FormattableString.Invariant($"{Request.Host}:{Request.Port}");
        return Request.Protocol == RequestProtocol.Tcp
            ? $"{CallerText} → connection to {server}"
            : $"{CallerText} → {Request.Method} {server}{Request.Path}";
    }

    private string CallerText =>
        Caller is Caller.InMesh mesh ? $"{mesh.Cluster} {mesh.Namespace}/{mesh.ServiceAccount}" : $"outside, at {Caller.Cluster}";

    /// <summary>The verdict on it.</summary>
    public Verdict Evaluate(Snapshot snapshot, KnownNames names)
    {
        var verdict = AccessEvaluator.Explain(snapshot, Caller, Request);
        var reason =
            $"{Request.Host} is a host of {string.Join(", ", names.ClustersOf(Request.Host, Namespace))}; "
            + $"{Caller.Cluster} does not know it, and the request would leave the mesh";
        verdict = Hint is null ? verdict : verdict with { Assumptions = [.. verdict.Assumptions, Hint] };
        return
            verdict is Verdict.Allowed
            && verdict.Assumptions.Any(a => a.StartsWith("DNS outside of the mesh", StringComparison.Ordinal))
            && MeansAnotherCluster(names)
            ? new Verdict.Unreachable
            {
                Step = AccessStep.Dns,
                Reason = reason,
                Because = verdict.Because,
                Obstacles = [new(AccessStep.Dns, verdict.Trace[0].Proxy, reason, verdict.Because)],
                Trace = [.. verdict.Trace.SkipLast(1)],
                Assumptions = verdict.Assumptions,
            }
            : verdict;
    }

    /// <summary>The intents of a definition that can have a say in the answer.</summary>
    public MeshDefinition RelevantIntents(MeshDefinition definition) =>
        Definition.Intents.RelevantIntents.Of(
            definition,
            KnownNames.Forms(Request.Host, Namespace).ToHashSet(StringComparer.Ordinal),
            Caller is Caller.InMesh ? Caller.Cluster : null,
            Namespace
        );

    private string? Namespace => (Caller as Caller.InMesh)?.Namespace;

    private bool MeansAnotherCluster(KnownNames names) =>
        names.ClustersOf(Request.Host, Namespace) is var clusters && clusters.Any() && !clusters.Contains(Caller.Cluster);
}
