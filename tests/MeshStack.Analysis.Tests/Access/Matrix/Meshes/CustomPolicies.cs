using FsCheck;
using FsCheck.Fluent;
using static MeshStack.Analysis.Tests.Access.Matrix.Meshes.Draft;

namespace MeshStack.Analysis.Tests.Access.Matrix.Meshes;

/// <summary>AuthorizationPolicies that ask an external authorizer, on a dry run as well, and the mesh configuration that has it or
/// not.</summary>
internal static class CustomPolicies
{
    public const string Authorizer = "authorizer";
    public const string DryRun = "istio.io/dry-run";

    private static readonly Gen<string> Providers = Gen.Elements(
        Provider(Authorizer, "envoyExtAuthzHttp"),
        Provider(Authorizer, "envoyExtAuthzGrpc"),
        Provider("another", "envoyExtAuthzHttp"),
        Provider("another", "envoyExtAuthzGrpc")
    );

    public static Gen<Manifest[]> All { get; } =
        from ns in Gen.Elements("foo", "foo", Places.Root, Places.Ingress)
        from selector in Places.Labels
        from isDryRun in Gen.Elements(false, true)
        from rule in AuthorizationRules.All
        from provider in Providers
        select new[]
        {
            Configuration(provider),
            Annotated(
                Security(
                    "east",
                    "AuthorizationPolicy",
                    ns,
                    "ask",
                    Given(
                        ("selector", Places.MatchLabels(selector)),
                        ("action", "CUSTOM"),
                        ("provider", Map(("name", Authorizer))),
                        ("rules", List(rule))
                    )
                ),
                isDryRun ? Map((DryRun, "true")) : Map()
            ),
        };

    private static string Provider(string name, string kind) => $"{{name: {name}, {kind}: {{service: {Places.Other}, port: 9000}}}}";

    private static Manifest Configuration(string provider) =>
        Manifest.From(
            "east",
            Map(
                ("apiVersion", "v1"),
                ("kind", "ConfigMap"),
                ("metadata", Map(("name", "istio"), ("namespace", Places.Root))),
                ("data", Map(("mesh", $"extensionProviders: [{provider}]")))
            )
        );
}
