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

    private static IEnumerable<string> Sources(string field) =>
        from rule in Of("AuthorizationPolicy", "rules")
        from source in rule["from"].Items
        from value in source["source"][field].Items
        select value.Text ?? "";

    private static IEnumerable<Field> Of(string kind, string list) =>
        Manifests.Where(manifest => manifest.Kind == kind).SelectMany(manifest => manifest.Spec[list].Items);

    private static void Occurs(IEnumerable<string> values, Func<string, bool> isMeant) =>
        Assert.InRange(values.Count(isMeant), 5, int.MaxValue);
}
