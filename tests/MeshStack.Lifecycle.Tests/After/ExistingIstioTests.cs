using MeshStack.Lifecycle.Tests.Program;

namespace MeshStack.Lifecycle.Tests.After;

/// <summary>A cluster whose Istio is said to be there already.</summary>
public sealed class ExistingIstioTests
{
    private const string Installed = "    domain: logicalcloud02\n";

    /// <summary>Its releases would leave the stack, and the engine would uninstall what the workloads run on.</summary>
    [Fact]
    public void WhatTheStackInstalledIsNotTakenForThere()
    {
        using var stack = StackOfBefore.Updated();
        stack.Edit(
            "Pulumi.dev.yaml",
            text =>
                text.Replace("    generated: {}", "    rootCertificate: {config: root}", StringComparison.Ordinal)
                    .Replace(
                        Installed,
                        Installed
                            + "      trustDomain: logicalcloud02\n      istio: {existing: {version: 1.31.4, gateways: {eastWest: "
                            + "{namespace: "
                            + "istio-system, address: 172.25.55.50}}}}\n",
                        StringComparison.Ordinal
                    )
                    .Replace("      gateways:\n        eastWest: {address: 172.25.55.50}\n", "", StringComparison.Ordinal)
        );
        stack.Config["root"] = "${root}";
        Assert.Contains(
            "cluster02: istio.existing says that its Istio is there already, and it is this stack that installed it: the update would "
                + "uninstall it. To hand it over to something else: pulumi state delete with the URNs of its releases and of the secret "
                + "cacerts (pulumi stack --show-urns), which leaves them where they are; else remove istio.existing",
            stack.Refused()
        );
    }
}
