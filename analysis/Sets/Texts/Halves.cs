namespace MeshStack.Analysis.Sets.Texts;

/// <summary>Combines many by halves, so that the large results are few.</summary>
internal static class Halves
{
    public static T Combine<T>(ReadOnlySpan<T> all, T none, Func<T, T, T> combine) =>
        all.Length switch
        {
            0 => none,
            1 => all[0],
            _ => combine(Combine(all[..(all.Length / 2)], none, combine), Combine(all[(all.Length / 2)..], none, combine)),
        };
}
