using MeshStack.Infra.Definition;

namespace MeshStack.Cli.Suggestions;

/// <summary>A ClientAccess of the caller with a method or a path more, or with one rule more.</summary>
internal sealed record WidenedRule(Intent<ClientAccessArgs> Access, int Rule, string? Method, string? Path) : IntentChange
{
    public override string Text(string hint)
        => $"add to ClientAccess {Access.Name} ({Access.Location}): {Addition}{hint}";

    public override MeshDefinition? Apply(MeshDefinition definition)
    {
        var access = definition.Accesses.First(a => a.Name == Access.Name).Args;
        if (Rule == access.Access.Count)
        {
            access.Access.Add(new AccessRuleArgs { Methods = [Method!], Paths = [Path!] });
        }
        else if (Method != null && access.Access[Rule].Methods is { Count: > 0 } methods)
        {
            methods.Add(Method);
        }
        else if (Path != null && access.Access[Rule].Paths is { Count: > 0 } paths)
        {
            paths.Add(Path);
        }
        else
        {
            // Without methods or paths the rule has all of them.
            return null;
        }

        return access.Problems(definition.Services.First(s => s.Name == Access.Service).Args).Any(p => p.Severity == ProblemSeverity.Error) ? null : definition;
    }

    private string Addition => (Method, Path) switch
    {
        ({ } method, null) => FormattableString.Invariant($"access[{Rule}]: methods [{method}]"),
        (null, { } path) => FormattableString.Invariant($"access[{Rule}]: paths [{path}]"),
        _ => $"access: - {{methods: [{Method}], paths: [\"{Path}\"]}}",
    };
}
