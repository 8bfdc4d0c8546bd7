namespace MeshStack.Preview.Transitions;

/// <summary>Which root signs, and where a rotation stands.</summary>
/// <param name="Phase"><c>steady</c>, <c>prepare</c>, <c>switch</c> or <c>retire</c>.</param>
/// <param name="From">The root that a rotation leads away from; null in a steady state.</param>
/// <param name="Root">The root, or the one that a rotation leads to.</param>
public sealed record RootState(string Phase, string? From, string Root)
{
    private const string Steady = "steady";

    internal static RootState Create(TrustState state) =>
        new(state.Phase == RotationPhase.Steady ? Steady : state.Phase.ToString().ToLowerInvariant(), state.From, state.Root);

    /// <summary>The state that an annotation names; null where it names none, or says its roots only once they are known.</summary>
    internal static RootState? Parse(string? mark) =>
        mark?.Split(' ') switch
        {
            [RotationPhases.Prepare or RotationPhases.Switch or RotationPhases.Retire, var from, var root] parts => new(
                parts[0],
                NameOf(from),
                NameOf(root)
            ),
            [RotationPhases.Retire, var root] => new(RotationPhases.Retire, null, NameOf(root)),
            [Steady, var root] => new(Steady, null, NameOf(root)),
            _ => null,
        };

    // A generation is a number, and a given root goes by its fingerprint.
    private static string NameOf(string root) => root.All(char.IsAsciiDigit) ? Roots.Generation(root) : root.ToUpperInvariant();

    internal TrustState ToTrust() =>
        Phase switch
        {
            RotationPhases.Prepare => TrustState.Prepare(From ?? "", Root),
            RotationPhases.Switch => TrustState.Switch(From ?? "", Root),
            RotationPhases.Retire => TrustState.Retire(From, Root),
            _ => TrustState.Steady(Root),
        };
}
