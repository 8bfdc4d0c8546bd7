using System.Text;

namespace MeshStack.Lifecycle.Tests.Program;

/// <summary>Kubeconfigs whose clusters are at an address that nothing answers from.</summary>
internal sealed class KubeconfigFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("meshstack-");
    private int _written;

    /// <summary>Writes another one, and returns its path.</summary>
    /// <param name="contexts">Its contexts, and what vouches for the API server behind each.</param>
    public string Write(params ReadOnlySpan<(string Context, string Authority)> contexts)
    {
        var text = new StringBuilder("contexts:\n");
        foreach (var (context, _) in contexts)
        {
            text.Append(null, $"  - {{name: {context}, context: {{cluster: {context}}}}}\n");
        }

        text.Append("clusters:\n");
        foreach (var (context, authority) in contexts)
        {
            var certificate = Convert.ToBase64String(Encoding.UTF8.GetBytes(authority));
            text.Append(null, $"  - {{name: {context}, cluster: {{server: 'https://127.0.0.1:1', ")
                .Append(null, $"certificate-authority-data: {certificate}}}}}\n");
        }

        var path = Path.Combine(_folder.FullName, FormattableString.Invariant($"config-{++_written}"));
        File.WriteAllText(path, text.ToString());
        return path;
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
