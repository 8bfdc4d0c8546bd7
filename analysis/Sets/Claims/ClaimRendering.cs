namespace MeshStack.Analysis.Sets.Claims;

/// <summary>Writes a set of claims as what some or no entry must be.</summary>
internal static class ClaimRendering
{
    public static string Of(ClaimSet set)
    {
        if (set.Classes.Length == 0)
        {
            return set.IsEmpty ? "nothing" : "everything";
        }

        var cubes = Cubes(set);
        return string.Join(
            " or ",
            cubes
                .Select(cube => Cube(set, cube.Present, cube.Missing))
                .Select(text => cubes.Count > 1 && text.Contains(" and ", StringComparison.Ordinal) ? $"({text})" : text)
        );
    }

    // Conjunctions that are as short as can be and together make the table, found in the order of the table.
    private static List<(int Present, int Missing)> Cubes(ClaimSet set)
    {
        var cubes = new List<(int Present, int Missing)>();
        var all = set.Table.Length - 1;
        for (var present = 0; present <= all; present++)
        {
            if (!set.Table[present] || cubes.Exists(cube => Covers(cube, present)))
            {
                continue;
            }

            var cube = (Present: present, Missing: all & ~present);
            for (var bit = 1; bit <= all; bit <<= 1)
            {
                var wider = (Present: cube.Present & ~bit, Missing: cube.Missing & ~bit);
                if (Enumerable.Range(0, all + 1).All(other => !Covers(wider, other) || set.Table[other]))
                {
                    cube = wider;
                }
            }

            cubes.Add(cube);
        }

        return cubes;
    }

    private static bool Covers((int Present, int Missing) cube, int present) =>
        (present & cube.Present) == cube.Present && (present & cube.Missing) == 0;

    private static string Cube(ClaimSet set, int present, int missing)
    {
        var some = set.Classes.Where((_, index) => (present & (1 << index)) != 0).Select(texts => $"has {texts.ToString()}");
        var none = set.Classes.Where((_, index) => (missing & (1 << index)) != 0).ToArray();
        return string.Join(" and ", none.Length == 0 ? some : some.Append($"has no {TextSet.Union(none)}"));
    }
}
