using System.Text.RegularExpressions;

namespace MeshStack;

/// <summary>What Kubernetes accepts as a name.</summary>
/// <remarks>RFC 1123 labels and subdomains: https://kubernetes.io/docs/concepts/overview/working-with-objects/names/.</remarks>
public static partial class KubernetesNames
{
    /// <summary>Whether it is a DNS label: 1 to 63 of a-z, 0-9 and '-', with a letter or digit at both ends.</summary>
    public static bool IsLabel(string name) => name.Length <= 63 && Label().IsMatch(name);

    /// <summary>Whether it is a DNS name of labels joined by dots, at most 253 characters.</summary>
    public static bool IsSubdomain(string name) => name.Length <= 253 && name.Split('.').All(IsLabel);

    [GeneratedRegex("^[a-z0-9]([-a-z0-9]*[a-z0-9])?$", RegexOptions.CultureInvariant)]
    private static partial Regex Label();
}
