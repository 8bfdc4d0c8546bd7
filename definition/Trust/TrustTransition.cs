namespace MeshStack.Definition;

/// <summary>Which steps from one trust to another leave all calls working.</summary>
/// <remarks>
/// While an update runs, some workloads have the trust of before and some that of after. Both must accept each other: the root that signed
/// so far stays trusted, and the root that signs from now on is trusted already. A step is safe once every workload has followed the one
/// before.
/// istiod besides takes a bundle of roots up only where it holds the one before or is held by it: pilot/pkg/bootstrap/istio_ca.go.
/// </remarks>
internal static class TrustTransition
{
    /// <summary>The reason not to go from one state to another, or null where that is safe.</summary>
    public static ArgsProblem? Check(TrustState before, TrustState after) => Check(before, after, [before]);

    /// <inheritdoc cref="Check(TrustState, TrustState)"/>
    /// <param name="before">The state of before.</param>
    /// <param name="after">The state of after.</param>
    /// <param name="all">The states that clusters are in, beside each of which a step has to be safe that is called so.</param>
    public static ArgsProblem? Check(TrustState before, TrustState after, IReadOnlyCollection<TrustState> all)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        if (Breaks(before, after) is not { } breaks)
        {
            return null;
        }

        var next = Next(before, after).Where(n => all.All(state => state == n || Breaks(state, n) is null)).ToList();
        return new("rotation", $"from {before} to {after}: {breaks}{(next.Count == 0 ? "" : $"; safe next: {string.Join(" or ", next)}")}");
    }

    private static string? Breaks(TrustState before, TrustState after)
    {
        const string Outage = "and calls between them would fail";
        return !before.Trusted.Contains(after.Signer) ? $"root {after.Signer} would sign, which workloads do not trust yet, {Outage}"
            : !after.Trusted.Contains(before.Signer)
                ? $"root {before.Signer} would no longer be trusted, while workloads still hold certificates that it signed, {Outage}"
            : !AreNested(before.Trusted, after.Trusted)
                ? $"istiod would not take up the roots {string.Join(" and ", after.Trusted)} in place of "
                    + $"{string.Join(" and ", before.Trusted)}"
            : (before.Phase, after.Phase) switch
            {
                (RotationPhase.Switch, RotationPhase.Steady) => $"root {before.From} is protected until phase retire lets go of it",
                (RotationPhase.Steady, RotationPhase.Switch or RotationPhase.Retire) =>
                    "the rotation is over, and the root that it left is let go of",
                _ => null,
            };
    }

    private static bool AreNested(IReadOnlyList<string> before, IReadOnlyList<string> after) =>
        before.SequenceEqual(after) || (before.Count == 1 && after.Contains(before[0])) || (after.Count == 1 && before.Contains(after[0]));

    private static IEnumerable<TrustState> Next(TrustState before, TrustState after) =>
        before.Phase switch
        {
            RotationPhase.Prepare => [TrustState.Switch(before.From!, before.Root), TrustState.Steady(before.From!)],
            RotationPhase.Switch => [TrustState.Retire(before.From!, before.Root), TrustState.Prepare(before.From!, before.Root)],
            RotationPhase.Retire when after.Root == before.Root => before.From is null
                ? [TrustState.Steady(before.Root)]
                : [TrustState.Steady(before.Root), TrustState.Switch(before.From, before.Root)],

            // Another root is wanted than the one that signs now: a rotation that leads there.
            _ => (after.Root == before.Root ? after.From : after.Root) is { } wanted ? [TrustState.Prepare(before.Root, wanted)] : [before],
        };
}
