using MeshStack.Analysis.Evaluation;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Tests.Access.Matrix.Meshes;
using MeshStack.Analysis.Topology;

namespace MeshStack.Analysis.Tests.Access.Matrix;

/// <summary>What is said to close a request that gets through closes it.</summary>
public sealed class ClosingPropertyTests(Xunit.Abstractions.ITestOutputHelper output)
{
    [Fact]
    public void EachClosingKeepsTheRequestAway()
    {
        Dictionary<string, int> tried = [];
        for (var number = 0; tried.GetValueOrDefault("taking") < Examined.Refusals / 10; number++)
        {
            var one = RandomCase.Number(number);
            var snapshot = Snapshot.From(one.Mesh);
            foreach (var (caller, request) in one.Requests)
            {
                if (AccessEvaluator.Explain(snapshot, caller, request) is not Verdict.Allowed verdict)
                {
                    continue;
                }

                foreach (var closing in verdict.ClosedBy.Where(closing => closing.Step == AccessStep.Authorization))
                {
                    var kind = closing.Outcome.Split(' ')[closing.Because.Count > 0 ? 0 : 1];
                    tried[kind] = tried.GetValueOrDefault(kind) + 1;
                    var closed = AccessEvaluator.Evaluate(Snapshot.From(Closed(one.Mesh, closing)), caller, request);
                    Assert.False(
                        closed is Verdict.Allowed,
                        $"mesh {number}: {caller} {request}\n{closing} {string.Join("; ", closing.Because)}\n{closed.Reason}"
                    );
                }
            }
        }

        output.WriteLine(string.Join(", ", tried));
        Assert.Equal(["ALLOW", "DENY", "taking"], tried.Keys.Order());
    }

    private static SnapshotSources Closed(SnapshotSources mesh, TraceStep closing)
    {
        if (closing.Because.Count > 0)
        {
            var gone = closing.Because.ToLookup(cause => (cause.Cluster, cause.Namespace, cause.Name), cause => RuleOf(cause.Detail));
            return mesh with
            {
                Manifests =
                [
                    .. mesh.Manifests.Select(manifest =>
                        manifest.Kind == "AuthorizationPolicy" && gone.Contains((manifest.Cluster, manifest.Namespace, manifest.Name))
                            ? Without(manifest, [.. gone[(manifest.Cluster, manifest.Namespace, manifest.Name)]])
                            : manifest
                    ),
                ],
            };
        }

        var place = closing.Proxy.Split(' ', '/');
        Dictionary<string, object?> spec = closing.Outcome.StartsWith("a DENY", StringComparison.Ordinal)
            ? Draft.Map(("action", "DENY"), ("rules", Draft.List(Draft.Map())))
            : [];
        // Which of the clusters has the control plane that reads it, is a matter of the scene.
        return mesh with
        {
            Manifests =
            [
                .. mesh.Manifests,
                .. new[] { "east", "west" }.Select(cluster => Draft.Security(cluster, "AuthorizationPolicy", place[1], "closing", spec)),
            ],
        };
    }

    private static int RuleOf(string detail) =>
        int.Parse(
            detail["rules[".Length..detail.IndexOf(']', StringComparison.Ordinal)],
            System.Globalization.CultureInfo.InvariantCulture
        );

    private static Manifest Without(Manifest policy, HashSet<int> rules) =>
        Manifest.From(
            policy.Cluster,
            new Dictionary<string, object?>(policy.Body)
            {
                ["spec"] = new Dictionary<string, object?>((IReadOnlyDictionary<string, object?>)policy.Body["spec"]!)
                {
                    ["rules"] = policy.Spec["rules"].Items.Where((_, index) => !rules.Contains(index)).Select(rule => rule.Value).ToArray(),
                },
            }
        );
}
