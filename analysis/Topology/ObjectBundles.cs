namespace MeshStack.Analysis.Topology;

/// <summary>Files of objects that are published elsewhere, and known without being read.</summary>
internal static class ObjectBundles
{
    // Definitions, and a policy that keeps older ones from replacing them:
    // https://github.com/kubernetes-sigs/gateway-api/releases.
    private const string GatewayApi = "https://github.com/kubernetes-sigs/gateway-api/releases/download/";

    /// <summary>True where a file holds definitions alone, on which no answer depends.</summary>
    public static bool HasDefinitionsAlone(string file) => file.StartsWith(GatewayApi, StringComparison.Ordinal);
}
