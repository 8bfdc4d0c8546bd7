using MeshStack.Bench.Meshes;

namespace MeshStack.Bench.Runs;

/// <summary>The programs that are run, as they stand in a checkout.</summary>
/// <param name="Repository">Folder of MeshStack.sln; both sides are built.</param>
/// <param name="Product">The built command line: meshstack.dll, or the native program.</param>
/// <param name="Empty">A console program that does nothing, published as the product is; null where only correctness is asked for.</param>
internal sealed record Programs(string Repository, string Product, string? Empty)
{
    private string Peer => Path.Combine(Repository, "bench", "cdk8s", "synth.js");

    /// <summary>The product's help, for which it does nothing.</summary>
    public Invocation Help() => Of(Product, "--help");

    /// <summary>A program that does nothing; null where there is none.</summary>
    public Invocation? Nothing() => Empty is { } empty ? Of(empty) : null;

    /// <summary>The preview of a generated project.</summary>
    public Invocation Preview(string project) => Of(Product, "preview", MeshProject.Stack, "--project", project);

    /// <summary>The preview of the checkout's own small stack.</summary>
    public Invocation PreviewSmallStack() => Of(Product, "preview", "dev", "--project", Repository);

    /// <summary>The preview of a generated project, written as YAML.</summary>
    public Invocation Render(string project, string directory) =>
        Of(Product, "render", MeshProject.Stack, "--project", project, "--out", directory);

    /// <summary>Who may call whom in a generated project.</summary>
    public Invocation Access(string project) => Of(Product, "access", MeshProject.Stack, "--project", project);

    /// <summary>One request of a caller in a generated project.</summary>
    public Invocation Explain(string project, SyntheticCaller caller) =>
        Of(
            Product,
            "explain",
            MeshProject.Stack,
            "--project",
            project,
            "--from",
            $"{caller.Cluster.Name}/{caller.Namespace}/{caller.ServiceAccount}",
            "--to",
            $"{caller.Host}:80",
            "--path",
            "/api/v1/items"
        );

    /// <summary>What differs in access between two generated projects.</summary>
    public Invocation Diff(string before, string after) => Of(Product, "access", "diff", before, after, "--stack", MeshProject.Stack);

    /// <summary>The same mesh by cdk8s.</summary>
    public Invocation Synthesize(MeshSize size, string directory) =>
        new(
            "node",
            [
                Peer,
                "--out",
                directory,
                "--services",
                $"{size.Services}",
                "--clusters",
                $"{size.Clusters}",
                "--callers",
                $"{size.Callers}",
                .. size.HasRoutes ? ["--routes"] : Array.Empty<string>(),
            ]
        );

    private static Invocation Of(string program, params string[] arguments) =>
        program.EndsWith(".dll", StringComparison.Ordinal) ? new("dotnet", [program, .. arguments]) : new(program, arguments);
}
