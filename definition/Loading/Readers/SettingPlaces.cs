namespace MeshStack.Definition;

/// <summary>Where the settings keep what the args of a mesh keep elsewhere.</summary>
/// <remarks>Paths of args know nothing of the sections istio and gateways, nor of the stack's defaults.</remarks>
internal static class SettingPlaces
{
    /// <summary>Whether an input of an installation stands in the section gateways.</summary>
    public static bool IsGateway(SettingMember member) => member.Declaration.Table == StackKeys.Gateways;

    /// <summary>Whether an input of an installation stands in the section istio.</summary>
    public static bool IsIstio(SettingMember member) => !IsGateway(member);

    /// <summary>Where a key would be one that is none here; null where it would be nowhere.</summary>
    public static string? Elsewhere(string key)
    {
        if (SectionOf(key) is { } section)
        {
            return $"it stands under {section}: {section}.{key}";
        }

        if (StackKeys.All.FirstOrDefault(k => k.Name == key) is { Form: not KeyForm.Map })
        {
            return $"it is a setting of the whole stack: meshstack:{key}";
        }

        var ofClusters = StackKeys.All.First(k => k.Name == StackKeys.Clusters).Keys;
        return ofClusters.Any(k => k.Name == key) ? $"it stands at the cluster: clusters.NAME.{key}"
            : StackKeys.OfAGateway.Any(k => k.Name == key)
                ? $"it stands at a gateway: {StackKeys.Gateways}.eastWest.{key}, or that of another one"
            : null;
    }

    /// <summary>The places that a path of the mesh's args may come from, the nearest first.</summary>
    public static IReadOnlyList<string> Of(string path)
    {
        if (path.Split('.', 3) is not ["clusters", var cluster, var rest])
        {
            return ["meshstack:" + Written(path)];
        }

        var own = $"meshstack:clusters.{cluster}.";
        return rest.StartsWith("namespaces.", StringComparison.Ordinal) ? [own + rest, "meshstack:" + rest]
            : SectionOf(rest[..(rest.IndexOfAny(['.', '[']) is var end and >= 0 ? end : rest.Length)]) is { } section
                ?
                [
                    $"{own}{section}.{rest}",
                    $"{own}{StackKeys.Istio}.existing.{(section == StackKeys.Gateways ? "gateways." : "")}{rest}",
                    $"meshstack:{section}.{rest}",
                ]
            : [own + rest];
    }

    /// <summary>A path of the mesh's args as the settings have it: what is known of a trust stands in one section.</summary>
    private static string Written(string path) =>
        path switch
        {
            "trustDomain" => "trust.domain",
            _ when path.StartsWith("trust.provided.", StringComparison.Ordinal) => "trust." + path["trust.provided.".Length..],
            _ => path,
        };

    /// <summary>The section that holds an input of an installation; null for what stands at the cluster itself.</summary>
    private static string? SectionOf(string key) =>
        SettingMember.Of(typeof(IstioInstallSettings)).FirstOrDefault(m => m.Key == key) is not { } member ? null
        : IsGateway(member) ? StackKeys.Gateways
        : StackKeys.Istio;
}
