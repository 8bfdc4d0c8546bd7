using System.Buffers;

namespace MeshStack.Manifests;

/// <summary>Paths in which <c>{*}</c> stands for one segment and <c>{**}</c> for any number of them.</summary>
internal static class TemplatedPath
{
    private const string One = "{*}";
    private const string Any = "{**}";

    // What RFC 3986 allows in a segment, but for '*'.
    private static readonly SearchValues<char> Plain = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~%!$&'()+,;:@="
    );

    /// <summary>What is wrong with the braces of a path and the template that they make, or null where nothing is.</summary>
    public static string? WhyNot(string path)
    {
        var isTemplate = path.Contains(One, StringComparison.Ordinal) || path.Contains(Any, StringComparison.Ordinal);
        if (!isTemplate && path.AsSpan().IndexOfAny('{', '}') < 0)
        {
            return null;
        }

        var afterAny = false;
        foreach (var segment in path.Trim('/').Split('/'))
        {
            if (segment is One or Any)
            {
                if (afterAny)
                {
                    return $"{segment} follows {Any}, which takes every segment that is left; only plain segments may follow it";
                }

                afterAny = segment == Any;
            }
            else if (segment.AsSpan().IndexOfAny('{', '}') >= 0)
            {
                return $"the segment \"{segment}\" has braces, but is neither {One} nor {Any}; templates have no names";
            }
            else if (isTemplate && (segment.Length == 0 || segment.AsSpan().IndexOfAnyExcept(Plain) >= 0))
            {
                return segment.Length == 0
                    ? "a segment is empty"
                    : $"the segment \"{segment}\" is not plain; templates have no other wildcards or partial segments";
            }
        }

        return null;
    }
}
