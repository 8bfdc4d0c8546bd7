using static MeshStack.Offline.Tests.Rendering.Recordings;

namespace MeshStack.Offline.Tests.Rendering;

public sealed class ReadmeTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void ItNamesTheCommandOfEachStepAndWhatHasToBeFilledIn()
    {
        var cluster = Cluster(
            "east",
            Manifest("Namespace", null, "shop", "v1"),
            Manifest("Route", "shop", "web"),
            Manifest("Route", "shop", "api"),
            Secret("token", "[secret]")
        ) with
        {
            Context = "kind-east",
            HelmReleases =
            [
                Release("shop", "web", "web") with
                {
                    Values = new Dictionary<string, object?> { ["address"] = "${west.eastWestGateway.address}" },
                },
            ],
        };

        Assert.Equal(
            """
            # How to apply this rendering

            Row by row, from top to bottom. Rows of one number, in different clusters, can be swapped; wait until a row is done
            before you begin the next number. The commands need `kubectl`, and `helmfile` with `helm`; they use the kube contexts
            that the definition names.

            | step | cluster | what | command |
            |---|---|---|---|
            | 1 | east | 1 Namespace, 2 Route | `kubectl --context=kind-east apply --server-side -k east/01-objects` |
            | 1 | east | **fill in**, then apply: 1 Secret | `kubectl --context=kind-east apply --server-side -k east/01-fill-in` |
            | 2 | east | **fill in**, then apply: Helm releases web | `helmfile --file east/02-releases/helmfile.yaml sync` |

            ## What has to be filled in

            A name in braces stands for a value that is not known before something is applied, or that is kept in the
            configuration: put the value in its place, each line of it as far to the right as the name. `${config.KEY}` is the
            value of the configuration key; `${CLUSTER.eastWestGateway.address}` the address that the load balancer of that
            gateway got (as `remotePilotAddress` an IP address, never a host name); `certPem` of a root of trust its certificate,
            the same as `root-cert.pem` of every cluster.

            | value | stands in |
            |---|---|
            | `${west.eastWestGateway.address}` | `east/02-releases/_helm/shop-web.yaml` |

            `[secret]` takes the place of a secret. Put the secret there, or make the object by other means; never apply the mask.

            | file | secret values | what they are |
            |---|---|---|
            | `east/01-fill-in/shop/secret-token.yaml` | `stringData.key` |  |

            """.ReplaceLineEndings("\n"),
            Readme(cluster)
        );
    }

    [Fact]
    public void NamesOfClustersAndContextsSteerNeitherAShellNorAReaderOfMarkdown()
    {
        var readme = Readme(Cluster("a|*b*", Manifest("Route", "shop", "web")) with { Context = "it's $(reboot)\n| `x`" });

        Assert.Contains(
            "| 1 | a\\|\\*b\\* | 1 Route | `` kubectl --context='it'\\''s $(reboot)\uFFFD\\| `x`' apply --server-side -k "
                + "a--b-/01-objects `` |\n",
            readme,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void WhatNothingMakesIsAskedFor()
    {
        var gateway = Manifests.Manifest.From(
            "east",
            new Dictionary<string, object?>
            {
                ["apiVersion"] = "networking.istio.io/v1",
                ["kind"] = "Gateway",
                ["metadata"] = new Dictionary<string, object?> { ["name"] = "istiod", ["namespace"] = "istio-system" },
                ["spec"] = new Dictionary<string, object?>
                {
                    ["servers"] = new object[]
                    {
                        new Dictionary<string, object?>
                        {
                            ["hosts"] = new object[] { "istiod.example.com" },
                            ["tls"] = new Dictionary<string, object?> { ["credentialName"] = "istiod-certificate" },
                        },
                    },
                },
            }
        );
        var cluster = Cluster("east", gateway) with
        {
            HelmReleases =
            [
                Release("istio-system", "istiod", "istiod") with
                {
                    Values = new Dictionary<string, object?>
                    {
                        ["global"] = new Dictionary<string, object?> { ["imagePullSecrets"] = new object[] { "mirror" } },
                        ["istiodRemote"] = new Dictionary<string, object?> { ["injectionURL"] = "https://istiod.example.com:15017/inject" },
                    },
                },
                Release("shop", "gateway", "gateway") with
                {
                    Values = new Dictionary<string, object?>
                    {
                        ["imagePullSecrets"] = new object[] { new Dictionary<string, object?> { ["name"] = "mirror" } },
                    },
                },
            ],
        };

        const string istiod = "the Secret `istiod-certificate` with the certificate for `istiod.example.com`";
        Assert.Contains(
            $"""

            ## What has to be there

            Nothing here makes it, and without it a step waits in vain.

            - In east: {istiod}, in the namespace of the gateway's pods.
            - In east, before step 2: the Secret `mirror` in namespace istio-system, by which images are pulled.
            - In east, before step 2: the Secret `mirror` in namespace shop, by which images are pulled.
            - Before step 2: the DNS name `istiod.example.com`, which leads to the load balancer of the gateway that east got for istiod.

            """.ReplaceLineEndings("\n"),
            Readme(cluster),
            StringComparison.Ordinal
        );
    }

    /// <summary>A certificate that somebody puts in place of the name keeps its lines.</summary>
    [Fact]
    public void LinesOfValuesStayLines()
    {
        Readme(
            Cluster("east") with
            {
                HelmReleases =
                [
                    Release("shop", "web", "web") with
                    {
                        Values = new Dictionary<string, object?> { ["pem"] = "${root.certPem}\n" },
                    },
                ],
            }
        );
        Assert.Equal("pem: |\n  ${root.certPem}\n", File.ReadAllText(_directory["out/east/01-releases/_helm/shop-web.yaml"]));
    }

    [Fact]
    public void WhatOnlyLooksLikeANameIsNothingToFillIn()
    {
        var readme = Readme(Cluster("east", Manifest("Route", "shop", "${HOME}")));
        Assert.DoesNotContain("fill in", readme, StringComparison.Ordinal);
    }

    private string Readme(RecordedCluster cluster)
    {
        Renderer.Write(Of(cluster), _directory["out"]);
        return File.ReadAllText(_directory["out/README.md"]);
    }

    private static Manifests.Manifest Secret(string name, string value) =>
        Manifests.Manifest.From(
            "east",
            new Dictionary<string, object?>
            {
                ["apiVersion"] = "v1",
                ["kind"] = "Secret",
                ["metadata"] = new Dictionary<string, object?> { ["name"] = name, ["namespace"] = "shop" },
                ["stringData"] = new Dictionary<string, object?> { ["key"] = value },
            }
        );
}
