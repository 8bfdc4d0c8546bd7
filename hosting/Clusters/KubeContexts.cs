using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace MeshStack.Hosting.Clusters;

/// <summary>What a kubeconfig says of its contexts: where each leads to. Credentials are not looked at.</summary>
/// <remarks>https://kubernetes.io/docs/concepts/configuration/organize-cluster-access-kubeconfig/.</remarks>
internal sealed class KubeContexts
{
    private readonly Dictionary<string, string> _contexts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ClusterEndpoint> _clusters = new(StringComparer.Ordinal);
    private string? _current;

    /// <summary>Names of the contexts, sorted.</summary>
    public IEnumerable<string> Contexts => _contexts.Keys.Order(StringComparer.Ordinal);

    /// <summary>The files that are read where nothing names another; the first that has a name decides what it means.</summary>
    public static KubeContexts OfTheEnvironment()
    {
        var given = Environment.GetEnvironmentVariable("KUBECONFIG");
        var paths = string.IsNullOrEmpty(given)
            ? [Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".kube", "config")]
            : given.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        var merged = new KubeContexts();
        foreach (var path in paths.Where(File.Exists))
        {
            merged.Read(path);
        }

        return merged;
    }

    /// <summary>The contents of one, or the path of its file.</summary>
    public static KubeContexts Of(string given)
    {
        var config = new KubeContexts();
        if (given.Contains('\n', StringComparison.Ordinal) || given.TrimStart().StartsWith('{'))
        {
            config.Add(given, Environment.CurrentDirectory);
        }
        else if (File.Exists(given))
        {
            config.Read(given);
        }

        return config;
    }

    /// <summary>Where a context leads to; null where the kubeconfig does not say.</summary>
    /// <param name="context">The context; the current one where it is null.</param>
    public ClusterEndpoint? EndpointOf(string? context) =>
        (context ?? _current) is { } name && _contexts.TryGetValue(name, out var cluster) ? _clusters.GetValueOrDefault(cluster) : null;

    // One that cannot be read leads nowhere, which is said of the contexts that are asked for.
    private void Read(string path)
    {
        try
        {
            Add(TextFile.Read(path, path), Path.GetDirectoryName(Path.GetFullPath(path))!);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ManifestFormatException)
        {
            return;
        }
    }

    private void Add(string text, string folder)
    {
        var problems = new ProblemList();
        foreach (var document in YamlSource.Parse(text, "kubeconfig", problems).Where(d => d.IsMapping).Take(1))
        {
            var config = new ObjectReader(document, problems);
            _current ??= config.Text("current-context");
            foreach (var entry in config.Objects("contexts"))
            {
                if (entry.Text("name") is { } name && entry.Object("context")?.Text("cluster") is { } cluster)
                {
                    _contexts.TryAdd(name, cluster);
                }
            }

            foreach (var entry in config.Objects("clusters"))
            {
                if (
                    entry.Text("name") is { } name
                    && entry.Object("cluster") is { } cluster
                    && Uri.TryCreate(cluster.Text("server"), UriKind.Absolute, out var server)
                )
                {
                    _clusters.TryAdd(name, new(server, AuthorityOf(cluster, folder)) { Proxy = Address(cluster.Text("proxy-url")) });
                }
            }
        }
    }

    private static Uri? Address(string? text) => Uri.TryCreate(text, UriKind.Absolute, out var address) ? address : null;

    /// <summary>What tells clusters apart wherever they are reached from: who vouches for the API server.</summary>
    private static string? AuthorityOf(ObjectReader cluster, string folder)
    {
        try
        {
            var pem =
                cluster.Text("certificate-authority-data") is { } data ? Convert.FromBase64String(data)
                : cluster.Text("certificate-authority") is { } file ? File.ReadAllBytes(Path.Combine(folder, file))
                : null;
            return pem is null ? null : Fingerprint(pem);
        }
        catch (Exception e) when (e is FormatException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>The same for the same certificates, in whatever order and with whatever text between them; what holds none is
    /// taken as it is.</summary>
    private static string Fingerprint(byte[] pem)
    {
        var hashes = Certificates(pem).Select(c => c.GetCertHashString(HashAlgorithmName.SHA256)).Distinct().Order(StringComparer.Ordinal);
        var told = string.Concat(hashes);
        return Convert.ToHexStringLower(SHA256.HashData(told.Length == 0 ? pem : Encoding.ASCII.GetBytes(told)));
    }

    private static X509Certificate2Collection Certificates(byte[] pem)
    {
        X509Certificate2Collection certificates = [];
        try
        {
            certificates.ImportFromPem(Encoding.UTF8.GetString(pem));
        }
        catch (CryptographicException)
        {
            certificates.Clear();
        }

        return certificates;
    }
}
