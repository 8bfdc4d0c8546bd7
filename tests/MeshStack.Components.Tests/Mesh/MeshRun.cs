using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Testing;

namespace MeshStack.Components.Tests.Meshes;

/// <summary>A mesh as the providers get it: nothing is masked, and every token and generated key is a marker that names its
/// owner.</summary>
internal sealed class MeshRun
{
    private const string Token = "token-marker-of-";
    private const string Key = "key-marker-of-";

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ConcurrentQueue<MockResourceArgs> _registered = new();
    private readonly ConcurrentQueue<(string Urn, string Text, bool IsSecret)> _outputs = new();
    private readonly ConcurrentDictionary<string, SecretArgs> _secrets = new(StringComparer.Ordinal);

    private readonly bool _withTokens;
    private readonly string _loadBalancer;

    private MeshRun(bool withTokens, string loadBalancer) => (_withTokens, _loadBalancer) = (withTokens, loadBalancer);

    /// <summary>What arrived at the providers.</summary>
    public IReadOnlyList<MockResourceArgs> Registered => [.. _registered];

    /// <summary>What components gave out, as text.</summary>
    public IReadOnlyList<(string Urn, string Text, bool IsSecret)> Outputs => [.. _outputs];

    /// <summary>The args of every secret, by resource name, with their outputs.</summary>
    public IReadOnlyDictionary<string, SecretArgs> Secrets => _secrets;

    public static string TokenOf(string cluster) => Token + cluster;

    /// <summary>Whether a text holds a marker, as it is or in Base64.</summary>
    public static bool Reveals(string text) =>
        text.Contains(Token, StringComparison.Ordinal)
        || text.Contains(Key, StringComparison.Ordinal)
        || text.Contains(Base64(Token)[..^4], StringComparison.Ordinal)
        || text.Contains(Base64(Key)[..^4], StringComparison.Ordinal);

    /// <summary>Runs a mesh of three clusters: c1 on network n1, the others on n2.</summary>
    /// <param name="topology">Its topology.</param>
    /// <param name="change">What is different in it.</param>
    /// <param name="withTokens">Whether token controllers have filled in the secrets.</param>
    /// <param name="loadBalancer">What load balancers say: <c>ip</c>, <c>hostname</c>, or something that is neither.</param>
    public static async Task<MeshRun> OfAsync(
        string topology,
        Action<MeshArgs>? change = null,
        bool withTokens = true,
        string loadBalancer = "ip"
    )
    {
        var run = new MeshRun(withTokens, loadBalancer);
        var args = Args(topology);
        change?.Invoke(args);
        _ = await Deployment.TestAsync(
            new Mocks(run),
            new TestOptions { IsPreview = false },
            () =>
            {
                _ = new Mesh("sample", args, new ComponentResourceOptions { ResourceTransformations = { run.Observe } });
            }
        );
        return run;
    }

    public static MeshArgs Args(string topology) =>
        new()
        {
            Topology = MeshTopology.Parse(topology),
            Trust = new MeshTrustArgs { Generated = new GeneratedTrustArgs() },
            Clusters = new[] { ("c1", "n1"), ("c2", "n2"), ("c3", "n2") }.ToDictionary(
                c => c.Item1,
                c => new MeshMemberArgs
                {
                    Cluster = new MeshClusterArgs
                    {
                        Context = "kind-" + c.Item1,
                        Network = c.Item2,
                        Domain = c.Item1 + ".example.com",
                        ApiServer = $"https://{c.Item1}.example.com:6443",
                    },
                    Install = new IstioInstallArgs { EastWest = new GatewayInstallArgs() },
                    ExternalIstiod =
                        c.Item1 == "c1"
                            ? new ExternalIstiodArgs { Host = "istiod.example.com", CredentialName = "istiod-certificate" }
                            : null,
                }
            ),
        };

    /// <summary>The inputs of a resource as JSON with sorted keys.</summary>
    public string Json(string type, string name) => JsonOf(Inputs(type, name));

    /// <summary>The object of a kind as JSON, without what all objects of the kind have.</summary>
    public string Spec(string kind, string name) =>
        JsonOf(_registered.Single(r => r.Name == name && r.Type!.EndsWith(":" + kind, StringComparison.Ordinal)).Inputs["spec"]);

    /// <summary>The values of a release as JSON.</summary>
    public string Values(string name) => JsonOf(Inputs("kubernetes:helm.sh/v3:Release", name)["values"]);

    public ImmutableDictionary<string, object> Inputs(string type, string name) =>
        _registered.Single(r => r.Type == type && r.Name == name).Inputs;

    public static string JsonOf(object? value) => JsonSerializer.Serialize(Sorted(value), Plain);

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    private static object? Sorted(object? value) =>
        value switch
        {
            IReadOnlyDictionary<string, object> map => new SortedDictionary<string, object?>(
                map.ToDictionary(p => p.Key, p => Sorted(p.Value)),
                StringComparer.Ordinal
            ),
            string text => text,
            IEnumerable list => list.Cast<object?>().Select(Sorted).ToList(),
            _ => value,
        };

    private ResourceTransformationResult? Observe(ResourceTransformationArgs seen)
    {
        if (seen.Args is SecretArgs secret)
        {
            _secrets[seen.Resource.GetResourceName()] = secret;
        }

        return null;
    }

    private sealed class Mocks(MeshRun run) : IMocks
    {
        public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
        {
            run._registered.Enqueue(args);
            return Task.FromResult<(string?, object)>((args.Name + "-id", args.Inputs.SetItems(Answer(args))));
        }

        public Task<object> CallAsync(MockCallArgs args) => Task.FromResult<object>(ImmutableDictionary<string, object>.Empty);

        public async Task RegisterResourceOutputs(MockRegisterResourceOutputsRequest args)
        {
            foreach (var (name, output) in args.Outputs)
            {
                var value = await Pulumi.Utilities.OutputUtilities.GetValueAsync(output);
                run._outputs.Enqueue((args.Urn, $"{name}: {JsonOf(value)}", await Output.IsSecretAsync(output)));
            }
        }

        private ImmutableDictionary<string, object> Answer(MockResourceArgs args) =>
            (args.Type, args.Name!) switch
            {
                ("kubernetes:core/v1:Secret", var name) when name.EndsWith("-reader-token", StringComparison.Ordinal) => Map(
                    (
                        "data",
                        Map(("token", Base64(TokenOf(name[..2]))), (run._withTokens ? "ca.crt" : "namespace", Base64("CA of " + name[..2])))
                    )
                ),
                ("kubernetes:helm.sh/v3:Release", _) => Map(
                    ("status", Map(("name", args.Inputs["name"]), ("namespace", args.Inputs["namespace"])))
                ),
                ("kubernetes:core/v1:Service", var name) => Map(
                    (
                        "status",
                        Map(
                            (
                                "loadBalancer",
                                Map(
                                    (
                                        "ingress",
                                        ImmutableArray.Create<object>(
                                            Map((run._loadBalancer, run._loadBalancer == "ip" ? Address(name) : "lb.example.com"))
                                        )
                                    )
                                )
                            )
                        )
                    )
                ),
                ("tls:index/privateKey:PrivateKey", var name) => Map(("privateKeyPem", Key + name)),
                (var type, var name) when type!.StartsWith("tls:", StringComparison.Ordinal) => Map(
                    ("certPem", $"${{{name}}}"),
                    ("certRequestPem", $"${{{name}}}")
                ),
                _ => ImmutableDictionary<string, object>.Empty,
            };

        private static string Address(string name) =>
            name[..2] switch
            {
                "c1" => "192.0.2.1",
                "c2" => "192.0.2.2",
                _ => "192.0.2.3",
            };

        private static ImmutableDictionary<string, object> Map(params (string Key, object Value)[] entries) =>
            entries.ToImmutableDictionary(e => e.Key, e => e.Value);
    }
}
