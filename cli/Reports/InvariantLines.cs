using MeshStack.Preview.Access;

namespace MeshStack.Cli.Reports;

/// <summary>What becomes of the invariants, in words.</summary>
internal static class InvariantLines
{
    /// <summary>How many hold: <c>4 invariants hold</c>; nothing where there is none.</summary>
    public static string Summary(IReadOnlyList<InvariantState> states)
    {
        if (states.Count == 0)
        {
            return "";
        }

        var held = states.Count(state => state.Outcome == InvariantOutcome.Holds);
        var verb = held == 1 ? "holds" : "hold";
        var undecided = states.Count(state => state.Outcome == InvariantOutcome.Undecided);
        return held == states.Count ? FormattableString.Invariant($"{held} invariant{(held == 1 ? "" : "s")} {verb}")
            : undecided == 0 ? FormattableString.Invariant($"{held} of {states.Count} invariants {verb}")
            : FormattableString.Invariant($"{held} of {states.Count} invariants {verb}, {undecided} undecided");
    }

    /// <summary>The state in a word.</summary>
    public static string Word(InvariantState state) => state.Outcome.ToString().ToLowerInvariant();

    /// <summary>The request that shows it, or why it is not decided; empty where it holds.</summary>
    public static string Shown(InvariantState state) => state.Shown?.Request ?? "";
}
