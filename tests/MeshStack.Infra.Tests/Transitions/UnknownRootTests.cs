using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MeshStack.Infra.Tests.Definition;
using MeshStack.Preview.Transitions;

namespace MeshStack.Infra.Tests.Transitions;

/// <summary>Whether a given root stays what it is, only its value tells; where that is not known, it is said.</summary>
public sealed class UnknownRootTests
{
    private static readonly string One = Certificate();
    private static readonly string Other = Certificate();

    [Fact]
    public void ARootWhoseValueIsShownIsJudgedByIt()
    {
        var before = State("rootA", Shown("rootA", One));
        Assert.Empty(Notices(before, State("rootB", Shown("rootB", One))));
        Assert.StartsWith(
            "Refused: trust: from steady (root ",
            Assert.Single(Notices(before, State("rootA", Shown("rootA", Other)))),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("", "not set")]
    [InlineData("meshstack:rootA: {secure: AAAB}\n", "encrypted")]
    public void ARootThatIsNotKnownHereIsNotJudged(string config, string why)
    {
        var expected =
            $"Warning: trust: not judged: rootA is {why} here, so that it cannot be told whether the root stays what it is; pulumi preview "
            + "judges it where it is set";
        var known = State("rootA", Shown("rootA", One));
        Assert.Equal([expected], Notices(known, State("rootA", config)));
        Assert.Equal([expected], Notices(State("rootA", config), known));
        Assert.Empty(Notices(State("rootA", config), State("rootA", config)));
    }

    /// <summary>Between two revisions, what is encrypted is the same where its text is.</summary>
    [Fact]
    public void ARootThatIsEncryptedAnewIsNotJudged() =>
        Assert.StartsWith(
            "Warning: trust: not judged: rootA is encrypted here",
            Assert.Single(
                Notices(State("rootA", "meshstack:rootA: {secure: AAAB}\n"), State("rootA", "meshstack:rootA: {secure: AAAC}\n"))
            ),
            StringComparison.Ordinal
        );

    /// <summary>What can be told is.</summary>
    [Fact]
    public void AnotherKindOfRootIsJudgedAllTheSame()
    {
        var generated = State("rootA", "", "{generated: {}}");
        Assert.Contains(Notices(generated, State("rootA", "")), n => n.StartsWith("Refused: trust: from steady", StringComparison.Ordinal));
        Assert.Contains(Notices(State("rootA", ""), generated), n => n.StartsWith("Refused: trust: from steady", StringComparison.Ordinal));
    }

    private static IReadOnlyList<string> Notices(MeshState before, MeshState after) =>
        [.. MeshTransition.Check(before, after).Select(n => $"{n.Kind}: {n}")];

    private static string Shown(string key, string pem) =>
        $"meshstack:{key}: |\n{string.Concat(pem.Split('\n').Select(line => $"  {line}\n"))}";

    private static MeshState State(string key, string config, string? trust = null)
    {
        trust ??= $"{{rootCertificate: {{config: {key}}}}}";
        var ca = trust.Contains("generated", StringComparison.Ordinal) ? "" : ", ca: {certificate: {config: c}, privateKey: {config: k}}";
        return MeshState.From(SampleProject.Load($"meshstack:trust: {trust}\nmeshstack:clusters:\n  east: {{context: e{ca}}}\n{config}"));
    }

    private static string Certificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("O=test", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(200));
        return certificate.ExportCertificatePem();
    }
}
