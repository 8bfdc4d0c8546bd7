using CsCheck;

namespace MeshStack.Fuzz.Tests.Grammar;

/// <summary>Command lines of which each word is one that some command knows, or none at all.</summary>
internal static class Arguments
{
    private static readonly string[] Commands = ["preview", "render", "explain", "access", "lint"];

    private static readonly string[] Options =
    [
        "--output",
        "-o",
        "--project",
        "--manifests",
        "--since",
        "--deployed",
        "--unreachable",
        "--without",
        "--why",
        "--from",
        "--to",
        "--path",
        "--method",
        "--header",
        "--claim",
        "--protocol",
        "--source-ip",
        "--istio",
        "--access",
        "--ignore",
        "--fail-on",
        "--stack",
        "--help",
        "--version",
        "--",
        "-",
        "-x",
        "diff",
    ];

    public static Gen<string[]> In(string folder)
    {
        var value = Gen.OneOf(
            Gen.OneOf(
                "dev",
                "text",
                "json",
                "markdown",
                "html",
                "sarif",
                folder,
                Path.Combine(folder, "infra"),
                Path.Combine(folder, "Pulumi.dev.yaml"),
                Path.Combine(folder, "nowhere"),
                "cluster01/default/sleep",
                "outside",
                "outside:cluster01",
                "httpbin.namespace02.logicalcloud02:80",
                "cluster01",
                "cluster01/",
                "1.30",
                "GET",
                "/x",
                "a=b",
                "=",
                "error"
            ),
            Scalars.Any.Where(text => !text.Contains('\0', StringComparison.Ordinal) && !text.StartsWith('/'))
        );

        // What a command renders goes into the folder of the test, or nowhere.
        var output = new[] { "--out", Path.Combine(folder, "out") };
        var word = Gen.Frequency((3, value), (4, Gen.OneOf(Options)));
        return Gen.Select(Gen.OneOf(Commands), word.Array[0, 8], Gen.Bool)
            .Select(parts =>
                (string[])
                    [
                        parts.Item1,
                        .. parts.Item1 == "render" ? output : [],
                        "--project",
                        folder,
                        .. parts.Item2.Where(given => given != "--project" || parts.Item3),
                    ]
            );
    }
}
