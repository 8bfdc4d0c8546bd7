namespace MeshStack.Definition;

/// <summary>Something that a component's settings ask for and cannot have.</summary>
/// <param name="Path">Where in the settings, by [Input] names: <c>loadBalancing.consistentHash</c>.</param>
/// <param name="Message">What was given, and what is allowed.</param>
/// <param name="Severity">Whether the component refuses it or only says so.</param>
public sealed record ArgsProblem(string Path, string Message, ProblemSeverity Severity = ProblemSeverity.Error)
{
    /// <summary>What was given, where it is none of a set of names.</summary>
    public string? Given { get; private init; }

    /// <summary>The names that are allowed there.</summary>
    public IReadOnlyList<string> Allowed { get; private init; } = [];

    /// <summary>The setting of the mesh that it does not go with, by the names of the mesh's args.</summary>
    internal string? Setting { get; init; }

    /// <summary>A name that is none of the allowed ones.</summary>
    internal static ArgsProblem NotAllowed(string path, string given, string what, IReadOnlyList<string> allowed, string hint = "") =>
        new(path, $"'{given}' is not {what}; allowed: {string.Join(", ", allowed)}{hint}") { Given = given, Allowed = allowed };

    /// <summary>A name that nothing knows, among more known ones than a message could list.</summary>
    internal static ArgsProblem Unknown(string path, string given, string why, IReadOnlyList<string> known) =>
        new(path, $"'{given}': {why}") { Given = given, Allowed = known };

    /// <summary>Whether it is said of a key that does nothing here; where several share the key, it may do something for others.</summary>
    internal bool IsWithoutEffect { get; private init; }

    /// <summary>A key that does nothing, and for which reason.</summary>
    internal static ArgsProblem WithoutEffect(string path, string because, string advice = "remove it") =>
        Warning(path, $"has no effect: {because}; {advice}") with
        {
            IsWithoutEffect = true,
        };

    /// <summary>A problem that the component can live with.</summary>
    internal static ArgsProblem Warning(string path, string message) => new(path, message, ProblemSeverity.Warning);
}
