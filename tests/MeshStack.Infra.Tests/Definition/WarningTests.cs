using MeshStack.Hosting;
using MeshStack.Infra.Tests.Stacks;
using MeshStack.Offline;

namespace MeshStack.Infra.Tests.Definition;

/// <summary>Each warning reaches the user of <c>pulumi preview</c> once, with file and line.</summary>
public sealed class WarningTests
{
    /// <summary>The definition says them, so that the program can keep the components from saying them again.</summary>
    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task WhatTheDefinitionHasSaidIsNotSaidAgain(string stack)
    {
        var definition = DefinitionLoader.Load(Repository.Root, stack);
        var again = await HeardAsync(
            () => MeshProgram.Compose(definition),
            definition.Values.ToDictionary(v => v.Key, v => $"${{config.{v.Key}}}", StringComparer.Ordinal)
        );

        Assert.Empty(again);
    }

    [Fact]
    public async Task AProgramOfItsOwnHearsThemOnce()
    {
        var heard = await HeardAsync(() =>
        {
            var cluster = new MeshCluster("east", new() { Context = "kind-east" });
            _ = new IstioInstall(
                "east-istio",
                new()
                {
                    Cluster = cluster,
                    MeshId = "m",
                    Version = "1.30.4",
                }
            );
        });
        Assert.Equal(
            [
                "east-istio: version: 1.30.4 has known security flaws: remote secrets in istioctl (istioctl analyze runs programs that a "
                    + "remote secret names; fixed in 1.30.5): use 1.30.8",
            ],
            heard
        );
    }

    [Fact]
    public async Task WhatTheDefinitionHasNotSaidIsStillHeard()
    {
        var said = new DefinitionProblem(
            new Manifests.SourceLocation("Pulumi.test.yaml", 4),
            "meshstack:trust.rootCertificate",
            "ends in 40 days",
            ProblemSeverity.Warning
        );
        var heard = new List<string>();
        _ = await HeardAsync(() =>
        {
            var cluster = new MeshCluster("east", new() { Context = "kind-east" });
            using (DefinitionProgram.Unsaid([said], (text, _) => heard.Add(text)))
            {
                ReportedWarnings.Add("trust: provided.rootCertificate: ends in 40 days", cluster);
                ReportedWarnings.Add("trust: clusters.east.certificate: ends in 4 days", cluster);
            }
        });
        Assert.Equal(["trust: clusters.east.certificate: ends in 4 days"], heard);
    }

    private static async Task<List<string>> HeardAsync(Action program, IReadOnlyDictionary<string, string>? config = null)
    {
        var heard = new List<string>();
        _ = await OfflineStack.RunAsync(
            new OfflineOptions { Project = "meshstack", Config = config ?? new Dictionary<string, string>() },
            () =>
            {
                using (ReportedWarnings.HandTo((text, _) => heard.Add(text)))
                {
                    program();
                }
            }
        );
        return heard;
    }
}
