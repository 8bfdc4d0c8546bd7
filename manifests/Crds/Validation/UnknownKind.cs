namespace MeshStack.Manifests;

/// <summary>What is said of an object of Istio that the API server knows no kind for.</summary>
internal static class UnknownKind
{
    public static void Report(Manifest manifest, IReadOnlyList<CrdKind> kinds, SchemaErrors errors)
    {
        if (kinds.FirstOrDefault(kind => kind.Kind == manifest.Kind) is { } known)
        {
            var allowed = known.Versions.Where(version => version.Served).Select(version => $"{known.Group}/{version.Name}");
            errors.AddAt(
                "apiVersion",
                SchemaRules.Kind,
                $"Istio {errors.Version} does not serve {manifest.Kind} as {Described.Value(manifest.ApiVersion)}"
                    + Spelling.Suggest(manifest.ApiVersion, allowed)
            );
        }
        else if (errors.Since(_ => true) is { } since)
        {
            errors.AddAt("kind", SchemaRules.Kind, $"{manifest.Kind} exists since Istio {since}, and this is Istio {errors.Version}");
        }
        else
        {
            errors.AddAt(
                "kind",
                SchemaRules.Kind,
                $"{manifest.Group} of Istio {errors.Version} has no kind {Described.Value(manifest.Kind)}"
                    + Spelling.Suggest(manifest.Kind, kinds.Select(kind => kind.Kind))
            );
        }
    }
}
