using System.Globalization;
using System.Text.RegularExpressions;
using MeshStack.Analysis.Diff;
using MeshStack.Analysis.Findings;
using MeshStack.Analysis.Matrix;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Tests.Access.Matrix.Meshes;
using MeshStack.Analysis.Topology;

namespace MeshStack.Analysis.Tests.Access.Findings;

/// <summary>A rule that is said to have no effect can be taken away without any; what a route does that is said to take nothing does not
/// matter.</summary>
public sealed partial class FindingPropertyTests
{
    private static readonly string[] WithoutEffect =
    [
        AccessFindingCodes.RuleMatchesNothing,
        AccessFindingCodes.RuleDenied,
        AccessFindingCodes.RuleCovered,
        AccessFindingCodes.RuleUnreached,
        AccessFindingCodes.RouteShadowed,
        AccessFindingCodes.RouteUnreached,
    ];

    private static readonly Dictionary<string, object?> Refusal = new() { ["status"] = 403L };

    [Fact]
    public void AccessIsTheSameWithoutRulesAndRoutesThatAreFoundToHaveNoEffect()
    {
        var looks = Enumerable
            .Range(0, Examined.Meshes)
            .AsParallel()
            .AsOrdered()
            .SelectMany(number => LookAt(number).Select(look => (Number: number, look.Finding, look.Changes)))
            .ToArray();
        var wrong = looks
            .Where(look => look.Changes.Count > 0)
            .Take(3)
            .Select(look => $"Mesh {look.Number}. {look.Finding}\n{string.Join('\n', look.Changes)}");
        Assert.True(looks.All(look => look.Changes.Count == 0), string.Join("\n\n", wrong));
        Assert.Empty(WithoutEffect.Except(looks.Select(look => look.Finding.Code)));
    }

    private static IEnumerable<(Finding Finding, IReadOnlyList<AccessChange> Changes)> LookAt(int number)
    {
        var mesh = RandomCase.Number(number).Mesh;
        var snapshot = Snapshot.From(mesh);
        var matrix = AccessMatrix.From(snapshot);
        Finding[] findings =
        [
            .. AccessFindings.Of(snapshot, matrix).Where(finding => WithoutEffect.Contains(finding.Code) && finding.Path != "spec"),
        ];
        foreach (var finding in findings)
        {
            // A part of a rule that asks for HTTP keeps the whole rule off ports without HTTP: there, taking it away would let the rest in.
            var isPart = finding.Path.Contains("from", StringComparison.Ordinal) || finding.Path.Contains("to[", StringComparison.Ordinal);
            var less = AccessMatrix.From(Snapshot.From(mesh with { Manifests = Without(mesh.Manifests, finding, findings) }));
            var streams = matrix.Cells.Concat(less.Cells).Where(cell => !cell.IsHttp).Select(cell => cell.Target).ToHashSet();

            // No request of a caller that is there comes by an unreached rule: whoever may be there one day is another matter.
            yield return (
                finding,
                [
                    .. AccessDiff
                        .Between(matrix, less)
                        .Where(change =>
                            !isPart || (!streams.Contains(change.Target) && Services.ProtocolOf(change.Target.Port) == RequestProtocol.Http)
                        )
                        .Where(change => finding.Code != AccessFindingCodes.RuleUnreached || change.Caller.Identity is null),
                ]
            );
        }
    }

    private static IReadOnlyList<Manifest> Without(IReadOnlyList<Manifest> objects, Finding finding, Finding[] all)
    {
        var (manifest, path) = (
            objects.Single(one => one.Cluster == finding.Cluster && one.Reference == finding.Object),
            Steps().Matches(finding.Path).Select(match => match.Value).ToList()
        );

        // A delegate's route goes with the first of its matches that its root has no part of: without that one, the others would count.
        if (
            manifest.Kind == "VirtualService"
            && !manifest.Spec["hosts"].HasContent
            && finding.Path.IndexOf(".match", StringComparison.Ordinal) is > 0 and var end
            && int.Parse(path[2], CultureInfo.InvariantCulture) is var route
            && all.Count(other => other.Object == finding.Object && other.Path.StartsWith(finding.Path[..end], StringComparison.Ordinal))
                == manifest.Spec[path[1]].Items[route]["match"].Items.Count
        )
        {
            path = path[..3];
        }

        var body =
            (IReadOnlyDictionary<string, object?>)
                (manifest.Kind == "VirtualService" ? Refusing(manifest.Body, path) : Without(manifest.Body, path))!;
        return [.. objects.Select(one => one == manifest ? Manifest.From(manifest.Cluster, body) : one)];
    }

    // A route that takes nothing still keeps its host from being passed on as if there were no routes: it stays, and refuses.
    private static object? Refusing(object? value, List<string> path) =>
        value switch
        {
            IReadOnlyDictionary<string, object?> map => map.ToDictionary(
                entry => entry.Key,
                entry => entry.Key == path[0] ? Refusing(entry.Value, [.. path.Skip(1)]) : entry.Value
            ),
            IReadOnlyList<object?> routes => (object?[])
                [
                    .. routes.SelectMany(
                        (route, index) =>
                            index == int.Parse(path[0], CultureInfo.InvariantCulture)
                                ? Split((IReadOnlyDictionary<string, object?>)route!, [.. path.Skip(1)])
                                : [route]
                    ),
                ],
            _ => throw new InvalidOperationException($"There is nothing at {string.Join('.', path)}."),
        };

    private static IEnumerable<object?> Split(IReadOnlyDictionary<string, object?> route, List<string> path)
    {
        if (path.Count == 0 && route.ContainsKey("match"))
        {
            return
            [
                new Dictionary<string, object?>(route.ToDictionary()) { ["directResponse"] = Refusal, ["route"] = Array.Empty<object?>() },
            ];
        }

        var matches = path.Count == 0 ? [] : ((IEnumerable<object?>)route["match"]!).ToArray();
        var at = path.Count == 0 ? 0 : int.Parse(path[1], CultureInfo.InvariantCulture);
        Dictionary<string, object?> For(object?[] some) => new(route.ToDictionary()) { ["match"] = some };
        Dictionary<string, object?> refusing = new()
        {
            ["match"] = matches.Length == 0 ? Array.Empty<object?>() : new[] { matches[at] },
            ["directResponse"] = Refusal,
        };
        return
        [
            .. at > 0 ? [For(matches[..at])] : Array.Empty<object?>(),
            refusing,
            .. at + 1 < matches.Length ? [For(matches[(at + 1)..])] : Array.Empty<object?>(),
        ];
    }

    private static object? Without(object? value, List<string> path) =>
        value switch
        {
            IReadOnlyDictionary<string, object?> map => map.ToDictionary(
                entry => entry.Key,
                entry => entry.Key == path[0] ? Without(entry.Value, [.. path.Skip(1)]) : entry.Value
            ),
            IReadOnlyList<object?> list when path.Count == 1 => (object?[])
                [.. list.Where((_, index) => index != int.Parse(path[0], CultureInfo.InvariantCulture))],
            IReadOnlyList<object?> list => (object?[])
                [
                    .. list.Select(
                        (item, index) => index == int.Parse(path[0], CultureInfo.InvariantCulture) ? Without(item, [.. path.Skip(1)]) : item
                    ),
                ],
            _ => throw new InvalidOperationException($"There is nothing at {string.Join('.', path)}."),
        };

    [GeneratedRegex("[A-Za-z]+|[0-9]+")]
    private static partial Regex Steps();
}
