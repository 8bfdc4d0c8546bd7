using FsCheck;
using FsCheck.Fluent;
using static MeshStack.Analysis.Tests.Access.Matrix.Meshes.Draft;

namespace MeshStack.Analysis.Tests.Access.Matrix.Meshes;

/// <summary>Where objects stand, and whom they are for.</summary>
internal static class Places
{
    public const string Httpbin = "httpbin.foo.svc.cluster.local";
    public const string Other = "other.foo.svc.cluster.local";

    /// <summary>The name under which ServiceEntries import httpbin.</summary>
    public const string Imported = "httpbin.mesh.example";
    public const string Vendor = "api.vendor.example";

    /// <summary>A host that VirtualServices alone give a meaning.</summary>
    public const string Virtual = "httpbin.virtual.example";
    public const string Ingress = "istio-ingress";
    public const string Root = "istio-system";

    public static Gen<string> Clusters { get; } = Gen.Elements("east", "east", "east", "west");

    public static Gen<string> Names { get; } = Gen.Elements("one", "two");

    /// <summary>The namespaces of servers, of clients, and the root.</summary>
    public static Gen<string> Namespaces { get; } = Gen.Elements("foo", "foo", "foo", "default", "bar", Root);

    /// <summary>Mostly nothing: exported to all.</summary>
    public static Gen<object?[]?> ExportTo { get; } =
        Gen.Elements<object?[]?>(null, null, null, null, null, null, null, null, ["*"], ["."], ["default"], ["foo", "bar"], [Ingress]);

    /// <summary>Mostly nothing: every workload.</summary>
    public static Gen<Dictionary<string, object?>?> Labels { get; } =
        Gen.Elements<Dictionary<string, object?>?>(
            null,
            null,
            null,
            null,
            null,
            null,
            Map(("app", "httpbin")),
            Map(("app", "httpbin")),
            Map(("version", "v2")),
            Map(("version", "v2")),
            Map(("app", "curl")),
            Map(("app", "curl"), ("version", "v2")),
            Map(("istio", "ingressgateway")),
            Map(("app", "nobody"))
        );

    public static Dictionary<string, object?>? MatchLabels(Dictionary<string, object?>? labels) =>
        labels is null ? null : Map(("matchLabels", labels));
}
