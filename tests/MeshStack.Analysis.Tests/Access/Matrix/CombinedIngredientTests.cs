using MeshStack.Analysis.Tests.Access.Matrix.Meshes;
using MeshStack.Analysis.Topology;

namespace MeshStack.Analysis.Tests.Access.Matrix;

/// <summary>Among the random meshes are ones in which two objects, or an object and a request, mean something together.</summary>
public sealed class CombinedIngredientTests
{
    private const int Meshes = 300;

    private static readonly RandomCase[] Cases = [.. Enumerable.Range(0, Meshes).Select(RandomCase.Number)];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void ARevisionIsServedOrNot(bool isServed) =>
        Occurs(mesh =>
            Of(mesh, "Namespace")
                .Select(ns => Field.From(ns.Body)["metadata"]["labels"][Injection.RevisionLabel].Text)
                .Any(revision => revision is not null && Served(mesh).Contains(revision) == isServed)
        );

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public void AnAuthorizerIsAskedOnADryRunOrNotAndIsThereOrNot(bool isDryRun, bool isThere) =>
        Occurs(mesh =>
            Of(mesh, "AuthorizationPolicy").Any(policy => policy.Spec["action"].Text == "CUSTOM" && IsOnDryRun(policy) == isDryRun)
            && Of(mesh, "ConfigMap")
                .Select(map => Field.From(map.Body)["data"]["mesh"].Text ?? "")
                .Any(text => text.Contains($"name: {CustomPolicies.Authorizer},", StringComparison.Ordinal) == isThere)
        );

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void AGatewayOfTheGatewayApiIsTheIngressOrNot(bool isIngress) =>
        Occurs(mesh =>
            mesh.Releases.Any(release => Field.From(release.Values)["labels"][TargetedPolicies.GatewayLabel].Exists) == isIngress
            && mesh.Manifests.Any(policy =>
                policy.Namespace == Places.Ingress
                && policy.Spec["targetRefs"].Items.Any(target => target["name"].Text == TargetedPolicies.Edge)
            )
        );

    [Fact]
    public void AnAddressOfABlockIsAskedFor() =>
        Assert.InRange(
            Cases.Sum(one =>
                Of(one.Mesh, "ServiceEntry")
                    .SelectMany(entry => entry.Spec["addresses"].Items)
                    .Any(address => address.Text!.StartsWith("203.0.113.0/", StringComparison.Ordinal))
                    ? one.Requests.Count(asked => asked.Request.Host is AddressBlocks.Inside or AddressBlocks.InsideTheWider)
                    : 0
            ),
            5,
            int.MaxValue
        );

    [Fact]
    public void AVirtualServiceRoutesAPortThatTheServiceLacks() =>
        Assert.InRange(
            Cases.Sum(one =>
                one.Requests.Count(asked =>
                    asked.Request is { Host: Places.Httpbin, Port: 80 }
                    && Of(one.Mesh, "VirtualService").Any(service => service.Spec["hosts"].Items.Any(host => host.Text == Places.Httpbin))
                )
            ),
            5,
            int.MaxValue
        );

    [Fact]
    public void OneOfSeveralGatewaysRedirects() =>
        Occurs(mesh =>
            Plain(mesh, server => server["tls"]["httpsRedirect"].IsTrue).Any()
            && Plain(mesh, server => !server["tls"]["httpsRedirect"].IsTrue).Any()
        );

    [Fact]
    public void AServiceIsExportedOtherwiseInEachCluster() =>
        Occurs(mesh => Of(mesh, "Service").Where(service => service.Name == "httpbin").Select(ExportOf).Distinct().Skip(1).Any());

    [Fact]
    public void AWorkloadIsStrictInANamespaceWithoutMutualTls() =>
        Occurs(mesh =>
            Modes(mesh, ofWorkloads: true)
                .Where(one => one.Mode == "STRICT")
                .Select(one => one.Place)
                .Intersect(Modes(mesh, ofWorkloads: false).Where(one => one.Mode == "DISABLE").Select(one => one.Place))
                .Any()
        );

    [Theory]
    [InlineData("VirtualService", "hosts")]
    [InlineData("ServiceEntry", "hosts")]
    [InlineData("DestinationRule", "host")]
    public void ObjectsOfTwoNamespacesAndOneHostAreOfOneAge(string kind, string field) =>
        Occurs(mesh =>
            (
                from manifest in Of(mesh, kind)
                let host = manifest.Spec[field].Text ?? manifest.Spec[field].Items.Select(item => item.Text).FirstOrDefault()
                group manifest.Namespace by (manifest.Cluster, host, AgeOf(manifest)) into same
                where same.Distinct().Skip(1).Any()
                select same
            ).Any()
        );

    [Fact]
    public void RulesOfOneHostAreExportedDifferently() =>
        Occurs(mesh =>
            (
                from rule in Of(mesh, "DestinationRule")
                group string.Join(',', rule.Spec["exportTo"].Items.Select(item => item.Text)) by (
                    rule.Cluster,
                    rule.Spec["host"].Text
                ) into same
                where same.Distinct().Skip(1).Any()
                select same
            ).Any()
        );

    [Theory]
    [InlineData("TCP")]
    [InlineData("TLS")]
    public void SeveralServersOfBytesShareAPort(string protocol) =>
        Occurs(mesh =>
            Of(mesh, "Gateway")
                .SelectMany(gateway => gateway.Spec["servers"].Items)
                .Where(server => server["port"]["protocol"].Text == protocol)
                .CountBy(server => server["port"]["number"].Integer ?? 0)
                .Any(port => port.Value > 1)
        );

    private static IEnumerable<string> Served(SnapshotSources mesh) =>
        from release in mesh.Releases
        where release.Chart == "istio/istiod"
        let values = Field.From(release.Values)
        from name in values["revisionTags"].Items.Select(tag => tag.Text!).Prepend(values["revision"].Text!)
        select name;

    private static IEnumerable<Field> Plain(SnapshotSources mesh, Func<Field, bool> isMeant) =>
        Of(mesh, "Gateway")
            .Where(gateway => gateway.Spec["servers"].Items.Where(server => server["port"]["protocol"].Text == "HTTP").All(isMeant))
            .SelectMany(gateway => gateway.Spec["servers"].Items.Where(server => server["port"]["protocol"].Text == "HTTP"));

    private static IEnumerable<(string? Mode, (string, string?) Place)> Modes(SnapshotSources mesh, bool ofWorkloads) =>
        from manifest in Of(mesh, "PeerAuthentication")
        where manifest.Spec["selector"].HasContent == ofWorkloads
        select (manifest.Spec["mtls"]["mode"].Text, (manifest.Cluster, manifest.Namespace));

    private static bool IsOnDryRun(Manifest policy) =>
        Field.From(policy.Body)["metadata"]["annotations"][CustomPolicies.DryRun].Text == "true";

    private static string? ExportOf(Manifest service) =>
        Field.From(service.Body)["metadata"]["annotations"]["networking.istio.io/exportTo"].Text;

    private static string? AgeOf(Manifest manifest) => Field.From(manifest.Body)["metadata"]["creationTimestamp"].Text;

    private static IEnumerable<Manifest> Of(SnapshotSources mesh, string kind) => mesh.Manifests.Where(manifest => manifest.Kind == kind);

    private static void Occurs(Func<SnapshotSources, bool> isMeant) =>
        Assert.InRange(Cases.Count(one => isMeant(one.Mesh)), 5, int.MaxValue);
}
