using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MeshStack.Definition;

/// <summary>A kubeconfig that istiod accepts: one cluster, its CA and a token, and nothing that points to a file or runs a
/// program.</summary>
/// <remarks>istioctl/pkg/multicluster/remote_secret.go of istio/istio, release 1.30; written as JSON, which every reader of YAML
/// reads.</remarks>
internal static class Kubeconfig
{
    // Nobody puts it into HTML, so the + of Base64 may stay itself.
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The text of the kubeconfig.</summary>
    /// <param name="cluster">Name of the cluster, its context and its user.</param>
    /// <param name="server">Address of the API server.</param>
    /// <param name="caCertificate">CA of the API server, PEM in Base64.</param>
    /// <param name="token">Token of a service account.</param>
    public static string Of(string cluster, string server, string caCertificate, string token) =>
        new JsonObject
        {
            ["apiVersion"] = "v1",
            ["clusters"] = new JsonArray(
                new JsonObject
                {
                    ["cluster"] = new JsonObject { ["certificate-authority-data"] = caCertificate, ["server"] = server },
                    ["name"] = cluster,
                }
            ),
            ["contexts"] = new JsonArray(
                new JsonObject
                {
                    ["context"] = new JsonObject { ["cluster"] = cluster, ["user"] = cluster },
                    ["name"] = cluster,
                }
            ),
            ["current-context"] = cluster,
            ["kind"] = "Config",
            ["users"] = new JsonArray(
                new JsonObject
                {
                    ["name"] = cluster,
                    ["user"] = new JsonObject { ["token"] = token },
                }
            ),
        }.ToJsonString(Plain);
}
