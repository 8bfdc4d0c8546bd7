using MeshStack.Analysis.Sets;
using MeshStack.Analysis.Symbolic;

namespace MeshStack.Analysis.Matrix.Callers;

/// <summary>The callers of one class in one namespace, or in all that nothing speaks of.</summary>
internal sealed record CallerScope(ClusterCallers Callers, CallerClass Class, string Namespace, IReadOnlySet<string> Distinguishing)
{
    private const int MostPrincipals = 1_000;

    /// <summary>Those that may make some of the requests: where principals are named, those that have one.</summary>
    public IEnumerable<ClusterCaller> Candidates(RequestSet requests)
    {
        if (requests.Callers is { } texts && texts.Members(MostPrincipals) is { } principals)
        {
            return principals
                .Select(Callers.Find)
                .OfType<ClusterCaller>()
                .Where(caller => caller.Classes.Contains(Class) && IsIn(ClusterCallers.NamespaceOf(caller)));
        }

        return Namespace == SymbolicRequest.Anyone
            ? Callers.Spaces[Class].Where(IsIn).SelectMany(ns => Callers.In(Class, ns))
            : Callers.In(Class, Namespace);
    }

    /// <summary>The workloads that are among them.</summary>
    public IEnumerable<AccessCaller> Known =>
        Candidates(RequestSet.Everything).Where(caller => !caller.IsUnknown).Select(caller => caller.Caller);

    /// <summary>True where a workload is one of them.</summary>
    public bool IsKnown => Callers.AreKnown(Class, IsIn);

    /// <summary>True where a workload that is one of them can make some of the requests.</summary>
    public bool Make(RequestSet requests) =>
        !requests.IsEmpty && Candidates(requests).Any(caller => !caller.IsUnknown && !requests.Of(caller.Principal).IsEmpty);

    private bool IsIn(string ns) => Namespace == SymbolicRequest.Anyone ? !Distinguishing.Contains(ns) : ns == Namespace;
}
