using MeshStack.Analysis.Evaluation;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Topology;

namespace MeshStack.Analysis.Tests.Access;

public sealed class VerdictTests
{
    [Fact]
    public void AVerdictNamesItsDecisionStepAndObjects()
    {
        var one = AccessCase.All.Single(one => one.Path == Path.Combine("authorization-order", "deny-before-allow.yaml"));

        var verdict = AccessEvaluator.Evaluate(one.Snapshot(), one.Caller(), one.Request());

        Assert.Equal(("denied", AccessStep.Authorization), (verdict.Decision, verdict.Step));
        var cause = Assert.Single(verdict.Because);
        Assert.Equal(
            ("east", "AuthorizationPolicy", "foo", "no-get", "rules[0] matches"),
            (cause.Cluster, cause.Kind, cause.Namespace, cause.Name, cause.Detail)
        );
        Assert.Equal(
            [
                AccessStep.Dns,
                AccessStep.Visibility,
                AccessStep.Route,
                AccessStep.Endpoints,
                AccessStep.MutualTls,
                AccessStep.TrustDomain,
                AccessStep.Authorization,
            ],
            verdict.Trace.Select(step => step.Step)
        );
    }

    [Fact]
    public void AnUnknownClusterIsAnError()
    {
        var snapshot = Snapshot.From(
            new SnapshotSources { Workloads = [new("east", "default", "sleep", new Dictionary<string, string>())] }
        );

        var error = Assert.Throws<ArgumentException>(() =>
            AccessEvaluator.Evaluate(snapshot, new Caller.InMesh("esat", "default", "sleep"), new Request { Host = "a" })
        );

        Assert.Contains("there are east", error.Message, StringComparison.Ordinal);
    }
}
