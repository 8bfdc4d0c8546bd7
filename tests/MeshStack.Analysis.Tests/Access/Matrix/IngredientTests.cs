using MeshStack.Analysis.Tests.Access.Matrix.Meshes;

namespace MeshStack.Analysis.Tests.Access.Matrix;

/// <summary>The random meshes have what single values of policies and routes mean in Istio alone.</summary>
public sealed class IngredientTests
{
    private const int Meshes = 300;

    private static readonly Manifest[] Manifests =
    [
        .. Enumerable.Range(0, Meshes).SelectMany(number => RandomCase.Number(number).Mesh.Manifests),
    ];

    [Fact]
    public void NamespacesEndAsTheUriDoes() => Occurs(Sources("namespaces"), value => value is "*sa" or "d*a");

    [Fact]
    public void TrustDomainsHaveAStarInside() => Occurs(Sources("trustDomains"), value => value.IndexOf('*', StringComparison.Ordinal) > 0);

    [Fact]
    public void RequestPrincipalsHaveNoSubject() =>
        Occurs(Sources("requestPrincipals"), value => value != "*" && !value.Contains('/', StringComparison.Ordinal));

    [Fact]
    public void HeadersToBeWithoutMayBeEmpty() =>
        Occurs(
            from route in Of("VirtualService", "http")
            from match in route["match"].Items
            from header in match["withoutHeaders"].Entries
            select header["regex"].Text ?? "",
            value => value is ".*" or "b*"
        );

    [Theory]
    [InlineData(Injection.Switch, "enabled")]
    [InlineData(Injection.Switch, "disabled")]
    [InlineData(Injection.RevisionLabel, Injection.Revision)]
    [InlineData(Injection.RevisionLabel, Injection.Tag)]
    [InlineData(Injection.RevisionLabel, Injection.Unserved)]
    public void NamespacesAskForSidecars(string label, string value) =>
        Occurs(Labelled("Namespace").Select(labels => labels[label].Text ?? ""), text => text == value);

    [Theory]
    [InlineData("true")]
    [InlineData("false")]
    public void PodsAskForSidecars(string value) =>
        Occurs(
            Manifests.Select(manifest => manifest.Spec["template"]["metadata"]["labels"][Injection.PodSwitch].Text ?? ""),
            text => text == value
        );

    [Fact]
    public void PoliciesSelectLabelsThatPodsGetLate() =>
        Occurs(
            Manifests
                .Where(manifest => manifest.Kind is "AuthorizationPolicy" or "PeerAuthentication")
                .SelectMany(manifest => manifest.Spec["selector"]["matchLabels"].Entries)
                .Select(label => label.Name),
            LateLabels.Keys.Contains
        );

    [Fact]
    public void ServicesSelectLabelsThatPodsGetLate() =>
        Occurs(
            Manifests
                .Where(manifest => manifest.Kind == "Service")
                .SelectMany(manifest => manifest.Spec["selector"].Entries)
                .Select(label => label.Name),
            LateLabels.Keys.Contains
        );

    [Theory]
    [InlineData("AuthorizationPolicy", "Gateway")]
    [InlineData("AuthorizationPolicy", "Service")]
    [InlineData("RequestAuthentication", "Gateway")]
    [InlineData("RequestAuthentication", "Service")]
    public void PoliciesNameTargets(string kind, string target) =>
        Occurs(Of(kind, "targetRefs").Select(one => one["kind"].Text ?? ""), text => text == target);

    [Theory]
    [InlineData(".")]
    [InlineData("*")]
    [InlineData("default")]
    public void DestinationRulesAreExported(string to) =>
        Occurs(Of("DestinationRule", "exportTo").Select(one => one.Text ?? ""), text => text == to);

    [Fact]
    public void EntriesHaveBlocksOfAddresses() =>
        Occurs(Of("ServiceEntry", "addresses").Select(one => one.Text ?? ""), address => address.Contains('/', StringComparison.Ordinal));

    [Theory]
    [InlineData("httpStatus")]
    [InlineData("grpcStatus")]
    public void AbortsHaveAStatus(string field) => Occurs(Aborts().Select(abort => abort[field].Exists), exists => exists);

    [Fact]
    public void AbortsHaveNoStatus() =>
        Occurs(Aborts().Select(abort => abort["httpStatus"].Exists || abort["grpcStatus"].Exists), exists => !exists);

    [Theory]
    [InlineData("delegate")]
    [InlineData("mirror")]
    [InlineData("mirrors")]
    [InlineData("redirect")]
    [InlineData("directResponse")]
    public void RoutesHave(string field) => Occurs(Of("VirtualService", "http").Select(route => route[field].Exists), exists => exists);

    [Fact]
    public void RoutesSplitRequests() =>
        Occurs(Of("VirtualService", "http").Select(route => route["route"].Items), targets => targets.Count(IsWeighted) > 1);

    [Fact]
    public void RoutesComeAfterOneThatTakesEverything() =>
        Occurs(
            Manifests.Where(manifest => manifest.Kind == "VirtualService").Select(manifest => manifest.Spec["http"].Items),
            routes => routes.SkipLast(1).Any(route => !route["match"].HasContent)
        );

    [Fact]
    public void MatchesNameAGatewayAndNothingElse() =>
        Occurs(
            Of("VirtualService", "http").SelectMany(route => route["match"].Items),
            match => match["gateways"].HasContent && match.Entries.Count == 1
        );

    [Theory]
    [InlineData("sourceLabels")]
    [InlineData("sourceNamespace")]
    public void RoutesOfGatewaysAskForTheSource(string field) =>
        Occurs(
            from manifest in Manifests
            where manifest.Kind == "VirtualService" && manifest.Spec["gateways"].HasContent
            from route in manifest.Spec["http"].Items
            from match in route["match"].Items
            select match[field].Exists,
            exists => exists
        );

    [Fact]
    public void PoliciesAskForTheServerName() =>
        Occurs(
            from rule in Of("AuthorizationPolicy", "rules")
            from condition in rule["when"].Items
            select condition["key"].Text ?? "",
            key => key == "connection.sni"
        );

    [Fact]
    public void EntriesWithoutAResolutionSelectNobody() =>
        Occurs(
            Manifests.Where(manifest => manifest.Kind == "ServiceEntry"),
            entry => entry.Spec["resolution"].Text == "NONE" && entry.Spec["workloadSelector"]["labels"]["app"].Text == "nobody"
        );

    [Fact]
    public void EndpointsSayTheirNetworkOrDoNot()
    {
        Occurs(Of("ServiceEntry", "endpoints"), endpoint => endpoint["network"].Exists);
        Occurs(Of("ServiceEntry", "endpoints"), endpoint => !endpoint["network"].Exists);
    }

    [Fact]
    public void SidecarsHaveListenersOfTheirOwn() => Occurs(Of("Sidecar", "ingress"), listener => listener["port"].HasContent);

    [Fact]
    public void PeerAuthenticationsHavePortsOfTheirOwn() =>
        Occurs(Manifests.Where(manifest => manifest.Kind == "PeerAuthentication"), manifest => manifest.Spec["portLevelMtls"].HasContent);

    [Fact]
    public void ServicesHaveNoAddress() =>
        Occurs(Manifests.Where(manifest => manifest.Kind == "Service"), service => service.Spec["clusterIP"].Text == "None");

    private static bool IsWeighted(Field target) => target["weight"].Integer > 0;

    private static IEnumerable<Field> Aborts() =>
        from route in Of("VirtualService", "http")
        where route["fault"]["abort"].HasContent
        select route["fault"]["abort"];

    private static IEnumerable<Field> Labelled(string kind) =>
        Manifests.Where(manifest => manifest.Kind == kind).Select(manifest => Field.From(manifest.Body)["metadata"]["labels"]);

    private static IEnumerable<string> Sources(string field) =>
        from rule in Of("AuthorizationPolicy", "rules")
        from source in rule["from"].Items
        from value in source["source"][field].Items
        select value.Text ?? "";

    private static IEnumerable<Field> Of(string kind, string list) =>
        Manifests.Where(manifest => manifest.Kind == kind).SelectMany(manifest => manifest.Spec[list].Items);

    private static void Occurs<T>(IEnumerable<T> values, Func<T, bool> isMeant) => Assert.InRange(values.Count(isMeant), 5, int.MaxValue);
}
