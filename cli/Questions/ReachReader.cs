using MeshStack.Analysis.Matrix;
using MeshStack.Analysis.Model;
using MeshStack.Definition.Planning;
using MeshStack.Manifests;

namespace MeshStack.Cli.Questions;

/// <summary>Reads whose chains of calls are asked for, and to which services.</summary>
internal static class ReachReader
{
    private const string Outside = "outside";
    private const string Any = "*";

    /// <summary>The callers that are asked for: <c>outside</c>, or <c>CLUSTER/NAMESPACE/SERVICEACCOUNT</c>, each of which may be
    /// *.</summary>
    /// <param name="option">The option that asks for them.</param>
    /// <param name="known">The callers.</param>
    /// <param name="given">What is given.</param>
    /// <exception cref="BadQuestionException">There is no such caller.</exception>
    public static IReadOnlyList<AccessCaller> Callers(string option, IReadOnlyList<AccessCaller> known, string given)
    {
        var named = known.Select(caller => (Caller: caller, Parts: PartsOf(caller))).ToArray();
        string[] parts = given == Outside ? [Outside, Any] : given.Split('/');
        var found = named.Where(one => Matches(one.Parts, parts)).Select(one => one.Caller).ToArray();
        return found.Length > 0 || given == Outside
            ? found
            : throw new BadQuestionException([
                $"{option}: there is no caller '{given}' (outside, or CLUSTER/NAMESPACE/SERVICEACCOUNT, each of which may be *)"
                    + Spelling.Suggest(given, Names(known).Append(Outside)),
            ]);
    }

    /// <summary>Services that are asked for: the name of an InboundService, or of a Service, or <c>NAMESPACE/NAME</c>, or
    /// <c>CLUSTER/NAMESPACE/NAME</c>, each of which may be *.</summary>
    /// <exception cref="BadQuestionException">There is no such service.</exception>
    /// <param name="option">The option that asks for them.</param>
    /// <param name="known">The services.</param>
    /// <param name="declared">Those of intents, which have names of their own.</param>
    /// <param name="given">What is given.</param>
    public static IReadOnlySet<AccessTarget> Services(
        string option,
        IEnumerable<AccessTarget> known,
        IReadOnlyList<DeclaredServer> declared,
        string given
    )
    {
        var parts = given.Split('/');
        var all = known.Distinct().ToArray();
        var found = all.Where(target =>
                (parts.Length <= 3 && Matches([.. PartsOf(target).TakeLast(parts.Length)], parts))
                || declared.Any(server =>
                    server.Component == given
                    && (server.Cluster, server.Namespace) == (target.Cluster, target.Namespace)
                    && server.Services.Contains(target.Service)
                )
            )
            .ToHashSet();
        return found.Count > 0
            ? found
            : throw new BadQuestionException([
                $"{option}: there is no service '{given}' (NAME, NAMESPACE/NAME or CLUSTER/NAMESPACE/NAME, each of which may be *)"
                    + Spelling.Suggest(
                        given,
                        [
                            .. declared.Select(server => server.Component),
                            .. all.Select(target => string.Join('/', PartsOf(target).TakeLast(Math.Min(parts.Length, 3)))),
                        ]
                    ),
            ]);
    }

    /// <summary>The names that callers are asked for by; clients outside are one, whichever cluster they come to.</summary>
    public static IEnumerable<string> Names(IEnumerable<AccessCaller> callers) =>
        callers
            .Where(caller => caller is { IsEveryone: false, Identity: null })
            .Select(caller => caller.IsOutside ? Outside : string.Join('/', PartsOf(caller)))
            .Distinct(StringComparer.Ordinal);

    private static string[] PartsOf(AccessCaller caller) =>
        caller.IsOutside ? [Outside, caller.Cluster] : [caller.Cluster, caller.Namespace!, caller.ServiceAccount!];

    private static string[] PartsOf(AccessTarget target) => [target.Cluster, target.Namespace, target.Service];

    private static bool Matches(string[] parts, string[] pattern) =>
        parts.Length == pattern.Length && parts.Zip(pattern).All(pair => pair.Second == Any || pair.First == pair.Second);
}
