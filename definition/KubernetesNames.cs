using System.Text;
using System.Text.RegularExpressions;

namespace MeshStack.Definition;

/// <summary>What Kubernetes accepts as a name.</summary>
/// <remarks>RFC 1123 labels and subdomains: https://kubernetes.io/docs/concepts/overview/working-with-objects/names/.</remarks>
internal static partial class KubernetesNames
{
    private const int MostOfAnnotations = 256 * 1024;

    /// <summary>Whether it is a DNS label: 1 to 63 of a-z, 0-9 and '-', with a letter or digit at both ends.</summary>
    public static bool IsLabel(string name) => name.Length <= 63 && Label().IsMatch(name);

    /// <summary>Whether it is a DNS name of labels joined by dots, at most 253 characters.</summary>
    public static bool IsSubdomain(string name) => name.Length <= 253 && name.Split('.').All(IsLabel);

    /// <summary>Whether it is a key of a label: a name, after a DNS prefix and '/' where there is one.</summary>
    public static bool IsLabelKey(string key)
    {
        var slash = key.IndexOf('/', StringComparison.Ordinal);
        var name = key[(slash + 1)..];
        return (slash < 0 || IsSubdomain(key[..slash])) && name.Length is > 0 and <= 63 && LabelText().IsMatch(name);
    }

    /// <summary>Whether it is a value of a label, which may be empty.</summary>
    public static bool IsLabelValue(string value) => value.Length == 0 || (value.Length <= 63 && LabelText().IsMatch(value));

    /// <summary>What is wrong with annotations, whose keys may have capitals before the slash as well.</summary>
    /// <remarks>Source: ValidateAnnotations of k8s.io/apimachinery/pkg/api/validation/objectmeta.go.</remarks>
    public static IEnumerable<ArgsProblem> AnnotationProblems(string path, IReadOnlyDictionary<string, string> annotations)
    {
        foreach (var key in annotations.Keys.Where(key => !IsLabelKey(key.ToLowerInvariant())))
        {
            yield return new(
                $"{path}.{key}",
                $"'{key}' is not a key of an annotation: letters, digits, '-', '_' and '.', at most 63 characters, after a DNS prefix and "
                    + "a '/' where there is one"
            );
        }

        var size = annotations.Sum(one => Encoding.UTF8.GetByteCount(one.Key) + (long)Encoding.UTF8.GetByteCount(one.Value));
        if (size > MostOfAnnotations)
        {
            yield return new(
                path,
                FormattableString.Invariant($"are {size} bytes together; the API server takes at most {MostOfAnnotations} of an object")
            );
        }
    }

    [GeneratedRegex("^[A-Za-z0-9]([-_.A-Za-z0-9]*[A-Za-z0-9])?$", RegexOptions.CultureInvariant)]
    private static partial Regex LabelText();

    [GeneratedRegex("^[a-z0-9]([-a-z0-9]*[a-z0-9])?$", RegexOptions.CultureInvariant)]
    private static partial Regex Label();
}
