namespace MeshStack.Manifests;

/// <summary>Localities as region, zone and subzone behind slashes, the last of which may be a wildcard.</summary>
internal static class Localities
{
    /// <summary>What is wrong with localities that stand beside each other; wider ones overlap with everything inside them.</summary>
    public static IEnumerable<(Field Field, string Reason)> Check(IEnumerable<(Field Field, string Locality)> localities)
    {
        HashSet<string> whole = new(StringComparer.Ordinal);
        HashSet<string> partly = new(StringComparer.Ordinal);
        foreach (var (field, locality) in localities)
        {
            if (Placeholder.IsIn(locality))
            {
                continue;
            }

            if (locality.Split('/', 3).Any(part => part.Length == 0))
            {
                yield return (
                    field,
                    $"\"{locality}\" is no locality; it is region, region/zone or region/zone/subzone, none of them empty."
                );
                continue;
            }

            if (locality.IndexOf('*', StringComparison.Ordinal) is var star && star >= 0 && star != locality.Length - 1)
            {
                yield return (field, $"\"{locality}\" has a wildcard inside; '*' stands only at the end.");
                continue;
            }

            // A trailing wildcard means the same as leaving that part out.
            var name = locality.EndsWith("/*", StringComparison.Ordinal) ? locality[..^2] : locality;
            name = name.EndsWith("/*", StringComparison.Ordinal) ? name[..^2] : name;
            name = name == "*" ? "" : name;
            var parents = Parents(name);
            if (whole.Contains(name) || partly.Contains(name) || parents.Any(whole.Contains))
            {
                yield return (field, $"\"{locality}\" overlaps with a locality before it; every locality is named once.");
            }

            whole.Add(name);
            partly.UnionWith(parents);
        }
    }

    private static List<string> Parents(string name)
    {
        List<string> parents = name.Length == 0 ? [] : [""];
        for (var slash = name.IndexOf('/', StringComparison.Ordinal); slash >= 0; slash = name.IndexOf('/', slash + 1))
        {
            parents.Add(name[..slash]);
        }

        return parents;
    }
}
