namespace MeshStack.Definition;

/// <summary>The names of the phases of a rotation, in their order.</summary>
internal static class RotationPhases
{
    /// <summary>Make the new root trusted.</summary>
    public const string Prepare = "prepare";

    /// <summary>Let the new root sign.</summary>
    public const string Switch = "switch";

    /// <summary>Trust the old root no more.</summary>
    public const string Retire = "retire";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Prepare, Switch, Retire];

    /// <summary>The phase of that name; steady without one.</summary>
    internal static RotationPhase Parse(string? name) =>
        name switch
        {
            null => RotationPhase.Steady,
            Prepare => RotationPhase.Prepare,
            Switch => RotationPhase.Switch,
            Retire => RotationPhase.Retire,
            _ => throw new ArgumentOutOfRangeException(nameof(name), name, $"allowed: {string.Join(", ", All)}"),
        };

    /// <summary>The name of a phase.</summary>
    internal static string NameOf(RotationPhase phase) =>
        phase switch
        {
            RotationPhase.Steady => "steady",
            RotationPhase.Prepare => Prepare,
            RotationPhase.Switch => Switch,
            _ => Retire,
        };
}
