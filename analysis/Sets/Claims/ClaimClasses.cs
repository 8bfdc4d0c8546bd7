using System.Collections;

namespace MeshStack.Analysis.Sets.Claims;

/// <summary>Classes of texts, and truth tables over which of them are present.</summary>
internal static class ClaimClasses
{
    /// <summary>The classes that tell apart what either side does.</summary>
    public static List<TextSet> Refine(TextSet[] left, TextSet[] right)
    {
        var refined = new List<TextSet>();
        var rest = right.ToArray();
        foreach (var one in left)
        {
            var alone = one;
            for (var index = 0; index < right.Length; index++)
            {
                var both = one.Intersect(right[index]);
                if (!both.IsEmpty)
                {
                    refined.Add(both);
                    alone = alone.Except(both);
                    rest[index] = rest[index].Except(both);
                }
            }

            refined.Add(alone);
        }

        refined.AddRange(rest);
        _ = refined.RemoveAll(texts => texts.IsEmpty);
        return refined;
    }

    /// <summary>For each of the coarse classes the bits of the fine ones within it.</summary>
    public static int[] Masks(List<TextSet> fine, TextSet[] coarse) =>
        [.. coarse.Select(one => fine.Select((texts, index) => texts.Overlaps(one) ? 1 << index : 0).Sum())];

    public static int Project(int present, int[] masks)
    {
        var projected = 0;
        for (var index = 0; index < masks.Length; index++)
        {
            projected |= (present & masks[index]) != 0 ? 1 << index : 0;
        }

        return projected;
    }

    /// <summary>Leaves out classes that do not matter, makes one of those that are not told apart, and sorts.</summary>
    public static ClaimSet Reduce(List<TextSet> classes, BitArray table)
    {
        var groups = new List<(TextSet Texts, int Bits)>();
        for (var index = 0; index < classes.Count; index++)
        {
            var bit = 1 << index;
            if (!Exists(table, present => (present & bit) == 0 && table[present] != table[present | bit]))
            {
                continue;
            }

            var alike = groups.FindIndex(group => AreAlike(table, group.Bits & -group.Bits, bit));
            if (alike < 0)
            {
                groups.Add((classes[index], bit));
            }
            else
            {
                groups[alike] = (groups[alike].Texts.Union(classes[index]), groups[alike].Bits | bit);
            }
        }

        groups.Sort((one, two) => one.Texts.CompareTo(two.Texts));
        var reduced = new BitArray(1 << groups.Count);
        for (var present = 0; present < reduced.Length; present++)
        {
            var full = groups.Where((_, index) => (present & (1 << index)) != 0).Sum(group => group.Bits & -group.Bits);
            reduced[present] = table[full];
        }

        return new ClaimSet([.. groups.Select(group => group.Texts)], reduced);
    }

    // One, the other, or both: it is the same, whatever else is there.
    private static bool AreAlike(BitArray table, int one, int two) =>
        !Exists(
            table,
            present =>
                (present & (one | two)) == 0
                && (table[present | one] != table[present | two] || table[present | one] != table[present | one | two])
        );

    private static bool Exists(BitArray table, Func<int, bool> condition)
    {
        for (var present = 0; present < table.Length; present++)
        {
            if (condition(present))
            {
                return true;
            }
        }

        return false;
    }
}
