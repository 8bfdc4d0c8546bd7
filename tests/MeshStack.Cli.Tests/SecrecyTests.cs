using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace MeshStack.Cli.Tests;

/// <summary>The command line reads the file that holds the secrets' ciphertexts and the certificates, and shows none of them.</summary>
public sealed class SecrecyTests : IDisposable
{
    private const string Cipher = "cipher-marker-AAABAMFyZQ";

    // What stands in front of a certificate is no part of it, and as little to be shown.
    private static readonly (string Root, string Authority) Certificates = Pems();

    private readonly string _folder = Directory.CreateTempSubdirectory("meshstack-").FullName;

    [Fact]
    public async Task NothingThatIsPrintedOrWrittenHoldsAConfiguredValue()
    {
        Write("external-control-plane", $"{{secure: {Cipher}}}");
        var target = Path.Combine(_folder, "out");

        var results = new[]
        {
            await Meshstack.RunAsync("preview", "dev", "--project", _folder),
            await Meshstack.RunAsync("preview", "dev", "--project", _folder, "--output", "json"),
            await Meshstack.RunAsync("render", "dev", "--project", _folder, "--out", target),
        };

        Assert.All(results, r => Assert.Equal(0, r.ExitCode));
        var shown = Directory
            .EnumerateFiles(target, "*", SearchOption.AllDirectories)
            .Select(File.ReadAllText)
            .Concat(results.SelectMany(r => new[] { r.Output, r.Error }))
            .ToList();
        Assert.True(shown.Count > 20);
        Assert.All(shown, text => Assert.DoesNotContain("-marker-", text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task AKeyInPlainTextIsRefusedAndNotQuoted()
    {
        Write("multi-primary", "plain-marker-of-the-key");

        var result = await Meshstack.RunAsync("preview", "dev", "--project", _folder);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("meshstack:caKey: a private key in plain text", result.Error.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.DoesNotContain("-marker-", result.Output + result.Error, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void Write(string topology, string key)
    {
        File.WriteAllText(Path.Combine(_folder, "Pulumi.yaml"), "name: meshstack\nruntime: dotnet\n");
        File.WriteAllText(
            Path.Combine(_folder, "Pulumi.dev.yaml"),
            $$$"""
            config:
              pulumi:disable-default-providers: [kubernetes]
              meshstack:topology: {{{topology}}}
              meshstack:trust: {rootCertificate: {config: root}}
              meshstack:gateways: {eastWest: {}}
              meshstack:clusters:
                east:
                  context: kind-east
                  apiServer: https://192.0.2.20:6443
                  ca: {certificate: {config: caCertificate}, privateKey: {config: caKey}}
                  externalIstiod: {host: istiod.example.com, credentialName: istiod-certificate}
                west:
                  context: kind-west
                  apiServer: https://192.0.2.30:6443
                  ca: {certificate: {config: caCertificate}, privateKey: {config: caKey}}
              meshstack:root: {{{Marked(Certificates.Root)}}}
              meshstack:caCertificate: {{{Marked(Certificates.Authority)}}}
              meshstack:caKey: {{{key}}}

            """
        );
        var intents = Directory.CreateDirectory(Path.Combine(_folder, "infra", "mesh", "dev")).FullName;
        File.WriteAllText(Path.Combine(intents, "web.yaml"), "kind: InboundService\nname: web\ncluster: east\nnamespace: shop\nport: 80\n");
    }

    /// <summary>A root, and a CA that it issued.</summary>
    private static (string Root, string Authority) Pems()
    {
        using var rootKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var root = Request("CN=root", rootKey).CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(200));
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var authority = Request("CN=authority", key)
            .Create(root, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100), [1, 2, 3]);
        return (root.ExportCertificatePem(), authority.ExportCertificatePem());

        static CertificateRequest Request(string name, ECDsa key)
        {
            var request = new CertificateRequest(name, key, HashAlgorithmName.SHA256);
            request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, name == "CN=root", 1, true));
            request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, true));
            return request;
        }
    }

    private static string Marked(string pem) => $"\"certificate-marker-MIIBszCCAVmg\\n{pem.ReplaceLineEndings("\\n")}\"";
}
