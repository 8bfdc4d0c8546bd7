namespace MeshStack.Cli.Suggestions;

/// <summary>A ClientAccess of the caller with a method or a path more, or with one rule more.</summary>
internal sealed record WidenedRule(Intent<ClientAccessIntent> Access, int Rule, string? Method, string? Path) : IntentChange
{
    /// <summary>The port that a further rule names; null where the service has one only.</summary>
    public string? Port { get; init; }

    public override string Text(string hint) => $"add to ClientAccess {Access.Name} ({Access.Location}): {Addition}{hint}";

    public override MeshDefinition? Apply(MeshDefinition definition)
    {
        var before = definition.Accesses.First(a => a.Name == Access.Name);
        if (Widened(before.Args.Access) is not { } rules)
        {
            return null;
        }

        var after = before with { Args = before.Args with { Access = rules } };
        return after.Args.Problems().Any(p => p.Severity == ProblemSeverity.Error) ? null : definition.Replacing(before, after);
    }

    // Without methods or paths a rule has all of them.
    private IReadOnlyList<AccessRule>? Widened(IReadOnlyList<AccessRule> rules)
    {
        if (Rule == rules.Count)
        {
            return
            [
                .. rules,
                new AccessRule
                {
                    Port = Port,
                    Methods = [Method!],
                    Paths = [Path!],
                },
            ];
        }

        var rule = rules[Rule];
        var widened =
            Method is not null && rule.Methods.Count > 0 ? rule with { Methods = [.. rule.Methods, Method] }
            : Path is not null && rule.Paths.Count > 0 ? rule with { Paths = [.. rule.Paths, Path] }
            : null;
        return widened is null ? null : [.. rules.Take(Rule), widened, .. rules.Skip(Rule + 1)];
    }

    private string Addition =>
        (Method, Path) switch
        {
            ({ } method, null) => FormattableString.Invariant($"access[{Rule}]: methods [{method}]"),
            (null, { } path) => FormattableString.Invariant($"access[{Rule}]: paths [{path}]"),
            _ => $"access: - {{{(Port is { } port ? $"port: {port}, " : "")}methods: [{Method}], paths: [\"{Path}\"]}}",
        };
}
