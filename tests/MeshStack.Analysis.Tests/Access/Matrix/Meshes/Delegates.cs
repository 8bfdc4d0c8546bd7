using FsCheck;
using FsCheck.Fluent;
using static MeshStack.Analysis.Tests.Access.Matrix.Meshes.Draft;

namespace MeshStack.Analysis.Tests.Access.Matrix.Meshes;

/// <summary>VirtualServices that leave some of their routes to another, which has no hosts of its own.</summary>
internal static class Delegates
{
    private const string Name = "part";

    public static Gen<Manifest[]> All { get; } =
        from ns in Gen.Elements("foo", "foo", "default")
        from partSpace in Gen.Elements("foo", "bar")
        from host in Gen.Elements(Places.Httpbin, Places.Httpbin, Places.Virtual)
        from exportTo in Places.ExportTo
        from match in HttpMatches.Few
        from routes in HttpRoutes.All.ArrayOf(2)
        from last in HttpRoutes.Default.ArrayOf(1)
        select new[]
        {
            Networking(
                "east",
                "VirtualService",
                ns,
                "root",
                Map(
                    ("hosts", List(host)),
                    (
                        "http",
                        List([
                            Given(
                                ("match", match.Length > 0 ? match.ToArray<object?>() : null),
                                ("delegate", Map(("name", Name), ("namespace", partSpace)))
                            ),
                            .. last,
                        ])
                    )
                )
            ),
            Networking("east", "VirtualService", partSpace, Name, Given(("exportTo", exportTo), ("http", routes.ToArray<object?>()))),
        };
}
