using MeshStack.Manifests;

namespace MeshStack.Definition.Intents;

/// <summary>What is wrong with groups of callers, whatever lets them in.</summary>
internal sealed class CallerGroupChecks(IntentChecks checks)
{
    private readonly CallerNames _names = new(checks);

    public IEnumerable<Intent> Check()
    {
        var used = checks.Of<ClientAccessDocument>().SelectMany(access => access.Groups).ToHashSet(StringComparer.Ordinal);
        List<Intent> found = [];
        foreach (var group in checks.Of<CallerGroupDocument>())
        {
            Check(group);
            if (group.Name.Length > 0 && !used.Contains(group.Name))
            {
                checks.Warning(group, "name", "no ClientAccess names it, so that it lets nobody in: name it in groups, or remove it");
            }

            found.Add(new Intent<CallerGroupIntent>(group.Name, group.Location, group.Intent));
        }

        return found;
    }

    private void Check(CallerGroupDocument group)
    {
        var callers = group.Intent.Callers;
        if (callers.Count == 0 && group.Lines.Has("callers"))
        {
            checks.Error(group, "callers", "is empty: a group without callers lets nobody in; name one, or remove the group");
        }

        checks.Report(group, callers.SelectMany(CallerRules.OfGroup));
        checks.Report(group, CallerRules.Twice(callers));
        var placed = _names.Placed(group, callers.SelectMany(entry => entry.Members));
        _names.Namespaces(group, placed);
        _names.Accounts(group, placed);
        foreach (var entry in placed.GroupBy(member => member.Of))
        {
            checks.Report(group, MemberProblems.Of([.. entry], Injection));
        }
    }

    private static IEnumerable<ArgsProblem> Injection(NamedMember caller) =>
        caller is { ControlPlane.Value.Injection: { } injection, Namespace.Value: { Length: > 0 } ns }
        && injection.Withheld(ns, Empty.Map<string>()) is { IsCertain: true } missing
            ?
            [
                missing.Problem(
                    "namespace",
                    "without a sidecar a caller shows no identity, and services refuse it; have it injected, or give it a ClientAccess of "
                        + "type: k8s"
                ),
            ]
            : [];
}
