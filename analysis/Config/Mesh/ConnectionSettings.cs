using MeshStack.Analysis.Config.Http;

namespace MeshStack.Analysis.Config.Mesh;

/// <summary>
/// What the connectionSettings of proxies change about the requests that they take; the rest of them is about time and size.
/// </summary>
/// <remarks>
/// Source: pilot/pkg/networking/core/connection_settings.go of istio/istio, release 1.31; they win over the mesh's pathNormalization.
/// </remarks>
internal static class ConnectionSettings
{
    private static readonly string[] Reading = ["httpHeadersWithUnderscoresAction", "httpMergeSlashes", "httpPathWithEscapedSlashesAction"];

    // The profile for the edge sets what is not given, at gateways.
    public static bool ChangeReading(Field settings) => settings["profile"].Text == "EDGE" || Reading.Any(key => settings[key].Exists);

    /// <summary>Why it is not known what a proxy makes of a request, or null where the settings leave it alone.</summary>
    public static string? WhyUnknown(HttpRequest request)
    {
        var path = request.PathWithoutQuery;
        return path.Contains("//", StringComparison.Ordinal)
            || path.Contains('\\', StringComparison.Ordinal)
            || path.Contains("%2f", StringComparison.OrdinalIgnoreCase)
            || path.Contains("%5c", StringComparison.OrdinalIgnoreCase)
                ? "what proxies make of such slashes in a path is configured by the connectionSettings of the mesh's defaultConfig"
            : request.Headers.Keys.Any(name => name.Contains('_', StringComparison.Ordinal))
                ? "what proxies make of a header with an underscore is configured by the connectionSettings of the mesh's defaultConfig"
            : null;
    }
}
