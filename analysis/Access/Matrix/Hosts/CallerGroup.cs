namespace MeshStack.Analysis.Access;

/// <summary>What the callers of one class in one namespace, or in all that nothing speaks of, may do at a host.</summary>
internal sealed record CallerGroup(CallerClass Class, string Namespace, IReadOnlySet<string> Spoken, bool IsHttp, IReadOnlyList<TargetOutcome> Targets)
{
    private const int MostPrincipals = 1_000;

    /// <summary>True where who calls does not matter.</summary>
    public bool IsAlike => Targets.All(target => target.Requests.Possible.Callers is null && target.Requests.Certain.Callers is null);

    public bool IsLike(CallerGroup other) => IsHttp == other.IsHttp && Targets.Count == other.Targets.Count
        && Targets.Zip(other.Targets).All(pair => pair.First.Target == pair.Second.Target && pair.First.Through == pair.Second.Through && pair.First.Requests.Same(pair.Second.Requests));

    /// <summary>The callers that may come through: those whose principals policies name, where they name them.</summary>
    public IEnumerable<ClusterCaller> Candidates(TargetOutcome target, ClusterCallers callers)
    {
        if (target.Requests.Possible.Callers is { } texts && texts.Members(MostPrincipals) is { } principals)
        {
            return principals.Select(callers.Find).OfType<ClusterCaller>().Where(caller => caller.Classes.Contains(Class) && IsIn(caller.Caller.Namespace!));
        }

        return Namespace == RequestFamily.Anyone
            ? callers.Spaces[Class].Where(IsIn).SelectMany(space => callers.In(Class, space))
            : callers.In(Class, Namespace);
    }

    private bool IsIn(string space) => Namespace == RequestFamily.Anyone ? !Spoken.Contains(space) : space == Namespace;
}
