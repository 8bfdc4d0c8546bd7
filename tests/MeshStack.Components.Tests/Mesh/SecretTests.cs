using Pulumi;

namespace MeshStack.Components.Tests.Meshes;

/// <summary>Tokens and keys go where they are needed, as secrets, and nowhere else.</summary>
public sealed class SecretTests
{
    [Theory]
    [InlineData("federated")]
    [InlineData("multi-primary")]
    [InlineData("primary-remote")]
    [InlineData("external-control-plane")]
    public async Task OnlySecretsAndTheMakersOfKeysHoldThem(string topology)
    {
        var run = await MeshRun.OfAsync(topology);

        var holders = run.Registered.Where(r => MeshRun.Reveals(MeshRun.JsonOf(r.Inputs))).ToList();
        Assert.NotEmpty(holders);

        Assert.All(
            holders,
            h =>
                Assert.True(
                    h.Type
                        is "kubernetes:core/v1:Secret"
                            or "tls:index/selfSignedCert:SelfSignedCert"
                            or "tls:index/certRequest:CertRequest"
                            or "tls:index/locallySignedCert:LocallySignedCert",
                    $"{h.Type} {h.Name} holds a key or a token"
                )
        );
        Assert.All(run.Outputs, o => Assert.True(o.IsSecret || !MeshRun.Reveals(o.Text), $"{o.Urn} gives out {o.Text}"));
    }

    [Theory]
    [InlineData("federated", 3, 0)]
    [InlineData("multi-primary", 3, 6)]
    [InlineData("primary-remote", 1, 2)]
    [InlineData("external-control-plane", 2, 2)]
    public async Task WhatASecretHoldsIsMarkedAsOneWhenItIsRegistered(string topology, int authorities, int kubeconfigs)
    {
        var run = await MeshRun.OfAsync(topology);
        var data = run
            .Secrets.Where(s => !s.Key.EndsWith("-reader-token", StringComparison.Ordinal))
            .ToDictionary(
                s => s.Key,
                s => ((Input<System.Collections.Immutable.ImmutableDictionary<string, string>>)s.Value.StringData).ToOutput()
            );

        Assert.Equal(authorities, data.Count(s => s.Key.EndsWith("-cacerts", StringComparison.Ordinal)));
        Assert.Equal(kubeconfigs, data.Count(s => s.Key.Contains("-in-", StringComparison.Ordinal)));
        Assert.Equal(authorities + kubeconfigs, data.Count);
        foreach (var (name, output) in data)
        {
            Assert.True(await Output.IsSecretAsync(output), $"{name} would show its data");
        }
    }

    [Theory]
    [InlineData("multi-primary")]
    [InlineData("external-control-plane")]
    public async Task ATokenThatIsNotThereYetIsExplainedWithoutIt(string topology)
    {
        var failure = await RunFailure.OfAsync(() => MeshRun.OfAsync(topology, withTokens: false));

        Assert.Contains("has no ca.crt yet: its controller fills it in; run the update again", failure, StringComparison.Ordinal);
        Assert.False(MeshRun.Reveals(failure));
    }
}
