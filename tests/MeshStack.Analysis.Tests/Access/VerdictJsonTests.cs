using MeshStack.Analysis.Evaluation;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Topology;

namespace MeshStack.Analysis.Tests.Access;

public sealed class VerdictJsonTests
{
    [Fact]
    public void A_verdict_names_its_decision_step_and_objects()
    {
        var one = AccessCase.All.Single(one => one.Path == Path.Combine("authorization-order", "deny-before-allow.yaml"));

        var json = AccessEvaluator.Evaluate(one.Snapshot(), one.Caller(), one.Request()).ToJson();

        Assert.Equal(("denied", "authorization"), ((string?)json["decision"], (string?)json["step"]));
        Assert.Equal(
            """[{"cluster":"east","kind":"AuthorizationPolicy","namespace":"foo","name":"no-get","detail":"rules[0] matches"}]""",
            json["because"]!.ToJsonString()
        );
        Assert.Equal(
            ["dns", "visibility", "route", "endpoints", "mutualTls", "trustDomain", "authorization"],
            json["trace"]!.AsArray().Select(step => (string?)step!["step"])
        );
    }

    [Fact]
    public void An_unknown_cluster_is_an_error()
    {
        var snapshot = Snapshot.Of(new SnapshotSources { Workloads = [new("east", "default", "sleep", new Dictionary<string, string>())] });

        var error = Assert.Throws<ArgumentException>(() =>
            AccessEvaluator.Evaluate(snapshot, new Caller.InMesh("esat", "default", "sleep"), new Request { Host = "a" })
        );

        Assert.Contains("there are east", error.Message, StringComparison.Ordinal);
    }
}
