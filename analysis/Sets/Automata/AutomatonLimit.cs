namespace MeshStack.Analysis.Sets.Automata;

/// <summary>How large an automaton may be: far larger than any text that a proxy takes.</summary>
internal static class AutomatonLimit
{
    private const int MostStates = 50_000;

    /// <exception cref="SetLimitException">There are more.</exception>
    public static void Check(int states)
    {
        if (states > MostStates)
        {
            throw new SetLimitException(
                FormattableString.Invariant(
                    $"The patterns of one field tell more than {MostStates:N0} places of a text apart; at most that many are worked out."
                )
            );
        }
    }
}
