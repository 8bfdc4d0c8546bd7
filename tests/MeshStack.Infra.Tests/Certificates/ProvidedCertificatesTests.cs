using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MeshStack.Infra.Definition;
using MeshStack.Infra.Tests.Definition;

namespace MeshStack.Infra.Tests.Certificates;

/// <summary>Certificates that would not work are refused where the definition asks for them, before anything is registered.</summary>
public sealed class ProvidedCertificatesTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void WhatWorksIsNotMentioned() => Assert.Empty(Problems(_ => { }));

    [Fact]
    public void AKeyOfAnotherCertificateIsFoundAndNotQuoted()
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var key = other.ExportPkcs8PrivateKeyPem();
        var problem = Assert.Single(Problems(v => v["eastKey"] = key));
        Assert.StartsWith("Pulumi.test.yaml:10: meshstack:clusters.east.ca.privateKey: ", problem, StringComparison.Ordinal);
        Assert.DoesNotContain(key.Split('\n')[1], problem, StringComparison.Ordinal);
    }

    [Fact]
    public void ARootThatDidNotIssueTheCaIsFound()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var stranger = Root(key, "CN=stranger").ExportCertificatePem();
        Assert.Contains(Problems(v => v["root"] = stranger), p => p.StartsWith("Pulumi.test.yaml:9: meshstack:clusters.east.ca.certificate: ", StringComparison.Ordinal));
    }

    private static List<string> Problems(Action<Dictionary<string, string>> change)
    {
        using var project = new SampleProject();
        project.Write("infra/mesh/test/shop.yaml", "# nothing yet\n");
        project.Write("Pulumi.test.yaml", """
            config:
              pulumi:disable-default-providers: [kubernetes]
              meshstack:trust:
                rootCertificate: {config: root}
              meshstack:clusters:
                east:
                  context: e
                  ca:
                    certificate: {config: eastCertificate}
                    privateKey: {config: eastKey}
            """);
        using var rootKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var root = Root(rootKey, "CN=root");
        var values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["root"] = root.ExportCertificatePem(),
            ["eastCertificate"] = Issue(root, key).ExportCertificatePem(),
            ["eastKey"] = key.ExportPkcs8PrivateKeyPem(),
        };
        change(values);
        return [.. ProvidedCertificates.Problems(DefinitionLoader.Load(project.Root, "test"), values, Now).Where(p => p.Severity == ProblemSeverity.Error).Select(p => p.ToString())];
    }

    private static X509Certificate2 Root(ECDsa key, string name) => Request(key, name, pathLength: 1).CreateSelfSigned(Now.AddDays(-1), Now.AddYears(10));

    private static X509Certificate2 Issue(X509Certificate2 root, ECDsa key) => Request(key, "CN=east", pathLength: 0).Create(root, Now.AddDays(-1), Now.AddYears(2), [1]);

    private static CertificateRequest Request(ECDsa key, string name, int pathLength)
    {
        var request = new CertificateRequest(name, key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, true, pathLength, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true));
        return request;
    }
}
