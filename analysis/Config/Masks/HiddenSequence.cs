namespace MeshStack.Analysis.Config.Masks;

/// <summary>Looks for what is hidden among things most of which are shown.</summary>
internal static class HiddenSequence
{
    /// <summary>The first that is hidden; null where all are shown.</summary>
    public static Unreadable? FirstHidden(this IEnumerable<Unreadable?> all)
    {
        foreach (var one in all)
        {
            if (one is not null)
            {
                return one;
            }
        }

        return null;
    }
}
