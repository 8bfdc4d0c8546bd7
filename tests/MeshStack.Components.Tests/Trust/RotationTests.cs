using System.Security.Cryptography.X509Certificates;

namespace MeshStack.Components.Tests.Trust;

/// <summary>A rotation of a generated root, run after run over one state.</summary>
public sealed class RotationTests
{
    private static readonly (string Name, int Root, string? Phase)[] Steps =
    [
        ("steady 1", 1, null),
        ("prepare", 2, "prepare"),
        ("switch", 2, "switch"),
        ("retire", 2, "retire"),
        ("steady 2", 2, null),
    ];

    [Fact]
    public async Task EachStepSignsAndTrustsWhatItsPhaseSays()
    {
        var issuer = new TlsIssuer();
        var told = new List<string>();
        foreach (var (name, root, phase) in Steps)
        {
            var run = await Run(issuer, root, phase);
            using var ca = GeneratedTrustTests.Ca(run, "east");
            told.Add(
                $"{name}: {ca.Issuer} trusting {string.Join(" and ", TrustRun.All(run.Trust.Roots).Select(r => r.Name))}, multi-root "
                    + $"{run.Trust.NeedsMultiRoot}"
            );
            Assert.Equal(
                TrustRun.All(run.Trust.Roots).Select(r => r.Fingerprint),
                Certificates(run.Bundle).Select(GeneratedTrustTests.Sha256)
            );
            Assert.All(
                ["east", "west"],
                cluster => Assert.Equal(run.Bundle, TrustRun.Text(run.Trust.CaCertificates(cluster)!.RootCertificate))
            );
        }

        Assert.Equal(
            [
                "steady 1: CN=root CA 1, O=trust trusting 1, multi-root False",
                "prepare: CN=root CA 1, O=trust trusting 1 and 2, multi-root True",
                "switch: CN=root CA 2, O=trust trusting 1 and 2, multi-root True",
                "retire: CN=root CA 2, O=trust trusting 2, multi-root True",
                "steady 2: CN=root CA 2, O=trust trusting 2, multi-root False",
            ],
            told
        );
    }

    /// <summary>While a step is under way some workloads have the certificates and roots of before, and some those of after.</summary>
    [Fact]
    public async Task NeighbouringStepsTrustEachOtherAndIstiodTakesThemUp()
    {
        var issuer = new TlsIssuer();
        TrustRun? before = null;
        foreach (var (_, root, phase) in Steps)
        {
            var after = await Run(issuer, root, phase);
            if (before is not null)
            {
                Assert.Null(TrustTransition.Check(before.State, after.State));
                AssertTrusts(before, after);
                AssertTrusts(after, before);
                Assert.True(
                    before.Bundle.Contains(after.Bundle, StringComparison.Ordinal)
                        || after.Bundle.Contains(before.Bundle, StringComparison.Ordinal)
                );
            }

            before = after;
        }
    }

    [Fact]
    public async Task AStepTooFarIsAnOutage()
    {
        var issuer = new TlsIssuer();
        var (before, after) = (await Run(issuer, 1, null), await Run(issuer, 2, "switch"));
        Assert.NotNull(TrustTransition.Check(before.State, after.State));
        Assert.False(Trusts(before, after));
    }

    /// <summary>Keys that signed before sign after: nothing is replaced, and what is left is not protected any more.</summary>
    [Fact]
    public async Task ARotationCreatesAndLetsGo()
    {
        var issuer = new TlsIssuer();
        var runs = new Dictionary<string, TrustRun>(StringComparer.Ordinal);
        var keys = new Dictionary<string, string>(StringComparer.Ordinal);
        var names = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var (name, root, phase) in Steps)
        {
            runs[name] = await Run(issuer, root, phase);
            keys[name] = TrustRun.Text(runs[name].Trust.CaCertificates("east")!.PrivateKey);
            names[name] = runs[name].Names;
        }

        Assert.Equal(keys["steady 1"], keys["prepare"]);
        Assert.NotEqual(keys["prepare"], keys["switch"]);
        Assert.Equal(keys["switch"], keys["retire"]);
        Assert.Equal(keys["retire"], keys["steady 2"]);

        string[] one = ["trust-root-1", "trust-root-1-key"];
        string[] two = ["trust-root-2", "trust-root-2-key"];
        Assert.Equal(one, runs["prepare"].Protected);
        Assert.Equal([.. one, .. two], runs["switch"].Protected);
        Assert.Equal(two, runs["retire"].Protected);
        Assert.Equal(two, runs["steady 2"].Protected);

        // Pulumi refuses to delete what the run before protected.
        foreach (
            var (from, to) in Steps
                .Zip(Steps.Skip(1))
                .SelectMany(pair => new[] { (pair.First.Name, pair.Second.Name), (pair.Second.Name, pair.First.Name) })
        )
        {
            var deleted = names[from].Except(names[to]).Intersect(runs[from].Protected);
            Assert.True(!deleted.Any(), $"{from} to {to}: {string.Join(", ", deleted)}");
        }
    }

    private static Task<TrustRun> Run(TlsIssuer issuer, int root, string? phase) =>
        TrustRun.From(
            GeneratedTrustTests.Args(a =>
            {
                a.Generated!.Root = root;
                a.Rotation = phase is null ? null : new() { From = 1, Phase = TrustRotationPhase.Parse(phase) };
            }),
            issuer
        );

    private static void AssertTrusts(TrustRun server, TrustRun client) =>
        Assert.True(Trusts(server, client), $"{server.State} does not trust {client.State}");

    private static bool Trusts(TrustRun server, TrustRun client)
    {
        using var ca = GeneratedTrustTests.Ca(client, "west");
        using var workload = GeneratedTrustTests.Workload(ca, "workload");
        using var chain = GeneratedTrustTests.Chain(server.Bundle, TrustRun.Text(client.Trust.CaCertificates("west")!.CertificateChain));
        return chain.Build(workload);
    }

    private static X509Certificate2Collection Certificates(string bundle)
    {
        var certificates = new X509Certificate2Collection();
        certificates.ImportFromPem(bundle);
        return certificates;
    }
}
