using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MeshStack.Hosting;
using MeshStack.Infra.Tests.Definition;
using MeshStack.Preview.Checks;

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
        Assert.Contains(
            Problems(v => v["root"] = stranger),
            p => p.StartsWith("Pulumi.test.yaml:9: meshstack:clusters.east.ca.certificate: ", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("notapem", "holds no PEM block")]
    [InlineData("-----BEGIN CERTIFICATE-----", "holds a PEM block that is cut off or damaged")]
    [InlineData("", "is empty")]
    public void ARootThatIsNoneIsFoundWithoutCasToo(string root, string says)
    {
        using var project = Project();
        project.Write(
            "Pulumi.test.yaml",
            """
            config:
              pulumi:disable-default-providers: [kubernetes]
              meshstack:trust:
                rootCertificate: {config: root}
              meshstack:clusters: {east: {context: e}}
            """
        );
        var values = new Dictionary<string, string>(StringComparer.Ordinal) { ["root"] = root };
        var problem = Assert.Single(ProvidedCertificates.Problems(DefinitionLoader.Load(project.Root, "test"), values, Now));
        Assert.StartsWith($"Pulumi.test.yaml:4: meshstack:trust.rootCertificate: {says}", problem.ToString(), StringComparison.Ordinal);
    }

    /// <summary>What the components find once they see the certificates, the definition has said with file and line: no more, and no
    /// less.</summary>
    [Fact]
    public async Task WhatComponentsWarnOfIsSaidWithFileAndLine()
    {
        var now = TimeProvider.System.GetUtcNow();
        using var project = Project();
        using var rootKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var root = Request(rootKey, "CN=root", pathLength: 1).CreateSelfSigned(now.AddDays(-1), now.AddDays(40));
        using var ca = Request(key, "CN=east", pathLength: 0).Create(root, now.AddDays(-1), now.AddDays(39), [1]);
        var values = Values(root, ca, key);
        var definition = DefinitionLoader.Load(project.Root, "test");
        var said = ProvidedCertificates.Problems(definition, values, now).Where(p => p.Severity == ProblemSeverity.Warning).ToList();
        var heard = new System.Collections.Concurrent.ConcurrentQueue<string>();
        _ = await MeshStack.Offline.OfflineStack.RunAsync(
            new MeshStack.Offline.OfflineOptions
            {
                Project = "meshstack",
                Stack = "test",
                Config = values,
            },
            () =>
            {
                using (ReportedWarnings.HandTo((text, _) => heard.Enqueue(text)))
                {
                    MeshProgram.Compose(definition);
                }
            }
        );

        Assert.Contains(
            said,
            w => w.ToString().StartsWith("Pulumi.test.yaml:4: meshstack:trust.rootCertificate: ", StringComparison.Ordinal)
        );
        Assert.All(said, warning => Assert.Contains(heard, text => text.EndsWith(warning.Message, StringComparison.Ordinal)));
        Assert.All(
            heard,
            text => Assert.Contains(said.Concat(definition.Warnings), warning => text.EndsWith(warning.Message, StringComparison.Ordinal))
        );
    }

    private static List<string> Problems(Action<Dictionary<string, string>> change)
    {
        using var project = Project();
        using var rootKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var root = Root(rootKey, "CN=root");
        using var ca = Issue(root, key);
        var values = Values(root, ca, key);
        change(values);
        return
        [
            .. ProvidedCertificates
                .Problems(DefinitionLoader.Load(project.Root, "test"), values, Now)
                .Where(p => p.Severity == ProblemSeverity.Error)
                .Select(p => p.ToString()),
        ];
    }

    private static Dictionary<string, string> Values(X509Certificate2 root, X509Certificate2 ca, ECDsa key) =>
        new(StringComparer.Ordinal)
        {
            ["root"] = root.ExportCertificatePem(),
            ["eastCertificate"] = ca.ExportCertificatePem(),
            ["eastKey"] = key.ExportPkcs8PrivateKeyPem(),
        };

    private static SampleProject Project()
    {
        var project = new SampleProject();
        project.Write("infra/mesh/test/shop.yaml", "# nothing yet\n");
        project.Write(
            "Pulumi.test.yaml",
            """
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
            """
        );
        return project;
    }

    private static X509Certificate2 Root(ECDsa key, string name) =>
        Request(key, name, pathLength: 1).CreateSelfSigned(Now.AddDays(-1), Now.AddYears(10));

    private static X509Certificate2 Issue(X509Certificate2 root, ECDsa key) =>
        Request(key, "CN=east", pathLength: 0).Create(root, Now.AddDays(-1), Now.AddYears(2), [1]);

    private static CertificateRequest Request(ECDsa key, string name, int pathLength)
    {
        var request = new CertificateRequest(name, key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, true, pathLength, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true));
        return request;
    }
}
