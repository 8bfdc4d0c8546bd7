namespace MeshStack.Manifests;

/// <summary>Paths in which <c>{*}</c> stands for one segment and <c>{**}</c> for any number of them.</summary>
internal static class TemplatedPath
{
    private const string One = "{*}";
    private const string Any = "{**}";

    /// <summary>What is wrong with the template, or null where it is right or the path is none.</summary>
    public static string? WhyNot(string path)
    {
        if (!path.Contains(One, StringComparison.Ordinal) && !path.Contains(Any, StringComparison.Ordinal))
        {
            return null;
        }

        var afterAny = false;
        foreach (var segment in path.Split('/'))
        {
            if (segment is not (One or Any))
            {
                if (segment.AsSpan().IndexOfAny('{', '}', '*') >= 0)
                {
                    return $"the segment \"{segment}\" is neither plain nor {One} nor {Any}; templates have no names, other wildcards or "
                        + "partial segments";
                }

                continue;
            }

            if (afterAny)
            {
                return $"{segment} follows {Any}, which takes every segment that is left; only plain segments may follow it";
            }

            afterAny = segment == Any;
        }

        return null;
    }
}
