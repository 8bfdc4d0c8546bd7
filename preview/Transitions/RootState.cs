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

    internal TrustState ToTrust() =>
        Phase switch
        {
            RotationPhases.Prepare => TrustState.Prepare(From ?? "", Root),
            RotationPhases.Switch => TrustState.Switch(From ?? "", Root),
            RotationPhases.Retire => TrustState.Retire(From, Root),
            _ => TrustState.Steady(Root),
        };
}
