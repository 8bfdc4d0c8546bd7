namespace MeshStack.Manifests;

/// <summary>Localities as region, zone and subzone behind slashes, the last of which may be a wildcard.</summary>
internal static class Localities
{
    private const string Any = "*";

    /// <summary>What is wrong with localities that stand beside each other, in their order.</summary>
    public static IEnumerable<(Field Field, string Reason)> Check(IEnumerable<(Field Field, string Locality)> localities)
    {
        // Regions with their zones, and those with their subzones; whole regions and zones hold a wildcard.
        Dictionary<string, Dictionary<string, HashSet<string>>> regions = new(StringComparer.Ordinal);
        foreach (var (field, locality) in localities.Where(entry => !Placeholder.IsIn(entry.Locality)))
        {
            var parts = locality.Split('/', 3);
            if (locality.IndexOf('*', StringComparison.Ordinal) is var star && star >= 0 && star != locality.Length - 1)
            {
                yield return (field, $"\"{locality}\" has a wildcard inside; '*' stands only at the end.");
            }
            else if (parts.Any(part => part.Length == 0))
            {
                yield return (
                    field,
                    $"\"{locality}\" is no locality; it is region, region/zone or region/zone/subzone, none of them empty."
                );
            }
            else if (regions.ContainsKey(Any) || Overlaps(regions, parts))
            {
                yield return (field, $"\"{locality}\" overlaps with a locality before it; every locality is named once.");
            }
            else
            {
                Add(regions, parts);
            }
        }
    }

    // A whole region overlaps with every part of it; a wildcard among the zones only with what comes after it.
    private static bool Overlaps(Dictionary<string, Dictionary<string, HashSet<string>>> regions, string[] parts) =>
        regions.TryGetValue(parts[0], out var zones)
        && (
            parts.Length == 1
            || zones.ContainsKey(Any)
            || (
                zones.TryGetValue(parts[1], out var subzones)
                && (parts.Length == 2 || subzones.Contains(Any) || subzones.Contains(parts[2]))
            )
        );

    private static void Add(Dictionary<string, Dictionary<string, HashSet<string>>> regions, string[] parts)
    {
        if (!regions.TryGetValue(parts[0], out var zones))
        {
            regions[parts[0]] = zones = new(StringComparer.Ordinal);
        }

        var zone = parts.Length > 1 ? parts[1] : Any;
        if (!zones.TryGetValue(zone, out var subzones))
        {
            zones[zone] = subzones = new(StringComparer.Ordinal);
        }

        subzones.Add(parts.Length > 2 ? parts[2] : Any);
    }
}
