using System.Text;

namespace MeshStack.Analysis.Topology;

/// <summary>The root certificate of a cluster's certificates, as the secret cacerts shows it.</summary>
internal static class RootCertificate
{
    public static string? Of(ClusterSnapshot cluster)
    {
        var secret = cluster.Objects.Of("Secret", cluster.Mesh.RootNamespace).FirstOrDefault(secret => secret.Name == "cacerts");
        if (secret is null)
        {
            return null;
        }

        var body = Field.From(secret.Body);
        var text = body["stringData"]["root-cert.pem"].Text ?? Decode(body["data"]["root-cert.pem"].Text);
        return text is not null && text.Contains("BEGIN CERTIFICATE", StringComparison.Ordinal) ? text.Trim() : null;
    }

    private static string? Decode(string? text)
    {
        if (text is null)
        {
            return null;
        }

        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length) : null;
    }
}
