namespace MeshStack.Lifecycle.Tests.Engine;

/// <summary>Former names: those that a goal gives, and those that follow from its parent's.</summary>
/// <remarks>Source: https://github.com/pulumi/pulumi/blob/master/pkg/resource/deploy/step_generator.go, generateAliases.</remarks>
internal sealed class AliasTable(string stack, string project)
{
    private readonly Dictionary<string, string> _formerOf = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _nowOf = new(StringComparer.Ordinal);

    /// <summary>What each former URN is called now.</summary>
    public IReadOnlyDictionary<string, string> NowOf => _nowOf;

    /// <summary>All URNs that the resource may have had, the likeliest first.</summary>
    public IEnumerable<string> Of(Goal goal)
    {
        var own = goal.Aliases.Select(alias => Collapse(goal, alias)).ToList();
        if (goal.Parent is null || !_formerOf.TryGetValue(goal.Parent, out var formerParent))
        {
            return own.Distinct();
        }

        var now = Urn.Create(stack, project, goal.Parent, goal.Type, goal.Name);
        return own.Concat(own.Prepend(now).Select(urn => Inherited(urn, Urn.Name(goal.Parent), formerParent))).Distinct();
    }

    /// <summary>Takes note that a resource had another name.</summary>
    public void Add(string former, string now)
    {
        _formerOf[now] = former;
        _nowOf[former] = now;
    }

    private string Collapse(Goal goal, AliasSpec alias)
    {
        if (alias.Urn is not null)
        {
            return alias.Urn;
        }

        var parent = alias.ParentUrn is { } given ? _formerOf.GetValueOrDefault(given, given) : goal.Parent;
        return Urn.Create(stack, project, alias.NoParent ? null : parent, alias.Type ?? goal.Type, alias.Name ?? goal.Name);
    }

    // A child that is named for its parent was so before.
    private string Inherited(string urn, string parentName, string formerParent)
    {
        var name = Urn.Name(urn);
        var formerName = name.StartsWith(parentName, StringComparison.Ordinal) ? Urn.Name(formerParent) + name[parentName.Length..] : name;
        return Urn.Create(stack, project, formerParent, Urn.Type(urn), formerName);
    }
}
