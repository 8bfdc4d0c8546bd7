using System.Globalization;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using MeshStack.Analysis.Access;
using MeshStack.Analysis.Tests.Access.Matrix;

namespace MeshStack.Analysis.Tests.Access.Findings;

/// <summary>What is said to have no effect can be taken away without any.</summary>
public sealed partial class FindingPropertyTests
{
    private const int TcpPort = 9000;

    private static readonly string[] WithoutEffect = [ProofCodes.RuleMatchesNothing, ProofCodes.RuleDenied, ProofCodes.RuleCovered, ProofCodes.RuleUnreached, ProofCodes.RouteShadowed, ProofCodes.RouteUnreached];

    private static readonly int Meshes = Environment.GetEnvironmentVariable("MESHSTACK_NIGHTLY") == "1" ? 10_000 : 400;

    [Fact]
    public void Access_is_the_same_without_rules_and_routes_that_are_found_to_have_no_effect()
    {
        Dictionary<string, int> seen = new(StringComparer.Ordinal);
        Prop.ForAll(SmallMesh.Objects.ToArbitrary(), objects =>
        {
            var snapshot = SmallMesh.Snapshot(objects);
            var matrix = AccessMatrix.Of(snapshot);
            foreach (var finding in AccessFindings.Of(snapshot, matrix).Where(finding => WithoutEffect.Contains(finding.Code) && finding.Path != "spec"))
            {
                seen[finding.Code] = seen.GetValueOrDefault(finding.Code) + 1;

                // A part of a rule that asks for HTTP keeps the whole rule off TCP ports: there, taking it away would let the rest in.
                var isPart = finding.Path.Contains("from", StringComparison.Ordinal) || finding.Path.Contains("to[", StringComparison.Ordinal);
                var changes = AccessDiff.Between(matrix, AccessMatrix.Of(SmallMesh.Snapshot(Without(objects, finding)))).Where(change => !isPart || change.Target.Port != TcpPort).ToArray();
                Assert.True(changes.Length == 0, $"{finding}\n{string.Join('\n', changes)}");
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(Meshes).WithReplay(20_261_121, 5));

        Assert.Empty(WithoutEffect.Except(seen.Keys));
    }

    private static IReadOnlyList<Manifest> Without(IReadOnlyList<Manifest> objects, Finding finding)
    {
        var (manifest, path) = (objects.Single(one => one.Cluster == finding.Cluster && one.Reference == finding.Object), Steps().Matches(finding.Path).Select(match => match.Value).ToList());

        // Without its only match a route would take everything.
        if (path[^2] == "match" && Field.Of(manifest.Body)["spec"]["http"].Items[int.Parse(path[2], CultureInfo.InvariantCulture)]["match"].Items.Count == 1)
        {
            path.RemoveRange(path.Count - 2, 2);
        }

        var body = (IReadOnlyDictionary<string, object?>)Without(manifest.Body, path)!;
        return [.. objects.Select(one => one == manifest ? Manifest.From(manifest.Cluster, body) : one)];
    }

    private static object? Without(object? value, List<string> path) => value switch
    {
        IReadOnlyDictionary<string, object?> map => map.ToDictionary(entry => entry.Key, entry => entry.Key == path[0] ? Without(entry.Value, [.. path.Skip(1)]) : entry.Value),
        IReadOnlyList<object?> list when path.Count == 1 => (object?[])[.. list.Where((_, index) => index != int.Parse(path[0], CultureInfo.InvariantCulture))],
        IReadOnlyList<object?> list => (object?[])[.. list.Select((item, index) => index == int.Parse(path[0], CultureInfo.InvariantCulture) ? Without(item, [.. path.Skip(1)]) : item)],
        _ => throw new InvalidOperationException($"There is nothing at {string.Join('.', path)}."),
    };

    [GeneratedRegex("[A-Za-z]+|[0-9]+")]
    private static partial Regex Steps();
}
