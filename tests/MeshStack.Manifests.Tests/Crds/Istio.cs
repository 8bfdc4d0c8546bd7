namespace MeshStack.Manifests.Tests;

/// <summary>Objects of Istio from one line of YAML.</summary>
internal static class Istio
{
    public static Manifest Object(string kind, string spec) => Object(kind, spec, "{name: a}");

    public static Manifest Object(string kind, string spec, string metadata)
    {
        var apiVersion = kind switch
        {
            "AuthorizationPolicy" or "PeerAuthentication" or "RequestAuthentication" => "security.istio.io/v1",
            "EnvoyFilter" => "networking.istio.io/v1alpha3",
            "Telemetry" => "telemetry.istio.io/v1",
            "TrafficExtension" or "WasmPlugin" => "extensions.istio.io/v1alpha1",
            _ => "networking.istio.io/v1",
        };
        return Object(apiVersion, kind, spec, metadata);
    }

    public static Manifest Object(string apiVersion, string kind, string spec, string metadata) =>
        Read($"apiVersion: {apiVersion}\nkind: {kind}\nmetadata: {metadata}\nspec: {spec}\n");

    public static Manifest Read(string yaml) => Assert.Single(ManifestYaml.Read(yaml, "a.yaml", "east"));

    /// <summary>What the definitions of a version say of an object.</summary>
    public static IEnumerable<string> Errors(this IstioCrds crds, Manifest manifest) =>
        crds.Validate(manifest).Select(error => error.ToString());

    public static object Value(string yaml) => Read($"apiVersion: a\nkind: A\nmetadata: {{name: a}}\nvalue: {yaml}\n").Body["value"]!;
}
