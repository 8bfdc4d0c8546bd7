using MeshStack.Offline;
using Pulumi;

namespace MeshStack.Components.Tests.Trust;

public sealed class ProvidedTrustTests
{
    private static readonly Authority Old = Authority.Root("old");
    private static readonly Authority New = Authority.Root("new");
    private static readonly Authority OldEast = Old.Issue("east");
    private static readonly Authority NewEast = New.Issue("east");

    [Fact]
    public async Task WhatIsGivenIsHandedOut()
    {
        var run = await TrustRun.From(Args(Old, OldEast));
        var ca = run.Trust.CaCertificates("east")!;
        Assert.Equal(OldEast.Pem, TrustRun.Text(ca.Certificate));
        Assert.Equal(OldEast.KeyPem, TrustRun.Text(ca.PrivateKey));
        Assert.Equal(OldEast.Pem + Old.Pem, TrustRun.Text(ca.CertificateChain));
        Assert.Equal(Old.Pem, TrustRun.Text(ca.RootCertificate));
        Assert.Equal("east", Assert.Single(TrustRun.All(run.Trust.Intermediates)).Name);
        Assert.Single(run.Issuer.Asked);
    }

    [Fact]
    public async Task OnlyTheKeyIsSecret()
    {
        var args = Args(Old, OldEast);
        Assert.True(await Output.IsSecretAsync(args.Clusters[0].PrivateKey!.ToOutput()));
        var run = await TrustRun.From(args);
        var ca = run.Trust.CaCertificates("east")!;
        Assert.True(await Output.IsSecretAsync(ca.PrivateKey.ToOutput()));
        Assert.False(await Output.IsSecretAsync(ca.Certificate.ToOutput()));
        Assert.False(await Output.IsSecretAsync(ca.RootCertificate.ToOutput()));
    }

    /// <summary>Certificates out of a secret configuration stay secret, and their fingerprints may be told.</summary>
    [Fact]
    public async Task FingerprintsOfSecretCertificatesAreOutputs()
    {
        var args = Args(Old, OldEast);
        args.Provided!.RootCertificate = Output.CreateSecret(Old.Pem);
        args.Clusters[0].Certificate = Output.CreateSecret(OldEast.Pem);
        var run = await TrustRun.From(args);
        Assert.True(await Output.IsSecretAsync(run.Trust.RootBundle!));
        Assert.False(await Output.IsSecretAsync(run.Trust.Roots));
        Assert.False(await Output.IsSecretAsync(run.Trust.Intermediates));
        Assert.False(await Output.IsSecretAsync(run.Trust.State));
        Assert.NotNull(TrustRun.All(run.Trust.Roots)[0].Fingerprint);
    }

    [Fact]
    public async Task ARotationIsSafeFromStepToStepAndNests()
    {
        TrustRun[] runs =
        [
            await TrustRun.From(Args(Old, OldEast)),
            await TrustRun.From(Args(Old, OldEast, "prepare", p => p.NextRootCertificate = New.Pem)),
            await TrustRun.From(Args(New, NewEast, "switch", p => p.PreviousRootCertificate = Old.Pem.TrimEnd())),
            await TrustRun.From(Args(New, NewEast, "retire")),
            await TrustRun.From(Args(New, NewEast)),
        ];
        Assert.Equal([Old.Pem, Old.Pem + New.Pem, Old.Pem + New.Pem, New.Pem, New.Pem], runs.Select(run => run.Bundle));
        Assert.Equal([false, true, true, true, false], runs.Select(run => run.Trust.NeedsMultiRoot));
        Assert.All(runs.Zip(runs.Skip(1)), pair => Assert.Null(TrustTransition.Check(pair.First.State, pair.Second.State)));
        Assert.NotNull(TrustTransition.Check(runs[0].State, runs[2].State));
        Assert.NotNull(TrustTransition.Check(runs[1].State, runs[3].State));
    }

    [Fact]
    public async Task EveryBadInputIsRefusedAtOnceAndNoKeyIsShown()
    {
        var args = Args(Old, NewEast);
        args.Clusters[0].PrivateKey = OldEast.KeyPem;
        args.Clusters[0].CertificateChain = NewEast.Pem;
        var failure = await RunFailure.OfAsync(() => TrustRun.From(args));
        Assert.Contains(
            "trust: clusters.east.privateKey: is the key of another certificate than clusters.east.certificate (CN=east)",
            failure,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "trust: clusters.east.certificateChain: block 1 (CN=east) was not issued by the root (CN=old): its issuer is CN=new",
            failure,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("BEGIN", failure, StringComparison.Ordinal);
        Assert.DoesNotContain(OldEast.KeyPem.Split('\n')[1], failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithoutAChainTheCertificateAndTheRootAreIt()
    {
        var args = Args(Old, OldEast);
        args.Clusters[0].CertificateChain = null;
        var run = await TrustRun.From(args);
        Assert.Equal(OldEast.Pem + Old.Pem, TrustRun.Text(run.Trust.CaCertificates("east")!.CertificateChain));
    }

    [Fact]
    public async Task AnExternalTrustWritesNoCacerts()
    {
        var run = await TrustRun.From(
            new()
            {
                Clusters = [new() { Name = "east" }],
                External = new() { RootCertificate = Old.Pem },
            }
        );
        Assert.Null(run.Trust.CaCertificates("east"));
        Assert.Equal(Old.Pem, run.Bundle);
        Assert.Single(TrustRun.All(run.Trust.Roots));
        Assert.Empty(TrustRun.All(run.Trust.Intermediates));

        var without = await TrustRun.From(new() { Clusters = [new() { Name = "east" }], External = new() });
        Assert.Null(without.Trust.RootBundle);
        Assert.Empty(TrustRun.All(without.Trust.Roots));
    }

    [Fact]
    public async Task AnExternalRootIsCheckedToo()
    {
        var failure = await RunFailure.OfAsync(() =>
            TrustRun.From(
                new()
                {
                    Clusters = [new() { Name = "east" }],
                    External = new() { RootCertificate = OldEast.Pem },
                }
            )
        );
        Assert.Contains("external.rootCertificate: is not self-signed, its issuer is CN=old", failure, StringComparison.Ordinal);
    }

    /// <summary>An offline preview hands out placeholders, which pass through.</summary>
    [Fact]
    public async Task PlaceholdersPassThroughToTheSecretOfTheCluster()
    {
        var recording = await OfflineStack.RunAsync(
            new OfflineOptions(),
            () =>
            {
                var generated = new MeshTrust("trust", GeneratedTrustTests.Args());
                var provided = new MeshTrust(
                    "given",
                    new()
                    {
                        Provided = new() { RootCertificate = "${config.rootCertificate}" },
                        Clusters =
                        [
                            new()
                            {
                                Name = "west",
                                Certificate = "${config.certificate}",
                                PrivateKey = "${config.key}",
                            },
                        ],
                    }
                );
                foreach (var (name, trust) in new[] { ("east", generated), ("west", provided) })
                {
                    var cluster = new MeshCluster(name, new MeshClusterArgs { Context = "kind-" + name });
                    _ = new IstioInstall(
                        name + "-istio",
                        new IstioInstallArgs
                        {
                            Cluster = cluster,
                            MeshId = "mesh1",
                            CaCertificates = trust.CaCertificates(name),
                        }
                    );
                }

                return new Dictionary<string, object?> { ["generated"] = generated.RootBundle, ["provided"] = provided.RootBundle };
            }
        );
        Assert.Equal("${trust-root-1.certPem}\n", recording.Outputs["generated"]);
        Assert.Equal("${config.rootCertificate}\n", recording.Outputs["provided"]);
        Assert.Equal(
            ["east", "west"],
            recording.Manifests.Where(m => m is { Kind: "Secret", Name: "cacerts" }).Select(m => m.Cluster).Order(StringComparer.Ordinal)
        );
    }

    private static MeshTrustArgs Args(Authority root, Authority east, string? phase = null, Action<ProvidedTrustArgs>? change = null)
    {
        var provided = new ProvidedTrustArgs { RootCertificate = root.Pem };
        change?.Invoke(provided);
        return new()
        {
            Provided = provided,
            Rotation = phase is null ? null : new() { Phase = TrustRotationPhase.Parse(phase) },
            Clusters =
            [
                new()
                {
                    Name = "east",
                    Certificate = east.Pem,
                    PrivateKey = east.KeyPem,
                    CertificateChain = east.Pem + root.Pem,
                },
            ],
        };
    }
}
