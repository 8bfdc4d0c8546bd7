using MeshStack.Rendering.Folders;
using static MeshStack.Offline.Tests.Rendering.Recordings;

namespace MeshStack.Offline.Tests.Rendering;

public sealed class RendererTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    private string Out => _directory["out"];

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void AFolderPerClusterAndNamespaceIsWritten()
    {
        var written = Renderer.Write(
            Of(Cluster("east", Manifest("Namespace", null, "shop", "v1"), Manifest("Route", "shop", "web")), Cluster("west")),
            Out
        );

        var files = TemporaryDirectory.Files(Out);
        Assert.Equal(
            [
                "README.md",
                "east/01-objects/_cluster/kustomization.yaml",
                "east/01-objects/_cluster/namespace-shop.yaml",
                "east/01-objects/kustomization.yaml",
                "east/01-objects/shop/kustomization.yaml",
                "east/01-objects/shop/route-web.yaml",
            ],
            written.AsEnumerable()
        );
        Assert.Equal(written.AsEnumerable().Prepend(RenderedDirectory.Marker), files.Keys);
        Assert.Equal(Kustomization("_cluster", "shop"), files["east/01-objects/kustomization.yaml"]);
        Assert.Equal(Kustomization("route-web.yaml"), files["east/01-objects/shop/kustomization.yaml"]);
        Assert.Equal(
            "apiVersion: example.io/v1\nkind: Route\nmetadata:\n  name: web\n  namespace: shop\n",
            files["east/01-objects/shop/route-web.yaml"]
        );
    }

    [Fact]
    public void WhatNoObjectSaysStandsBesideTheFolders()
    {
        var mesh = new Dictionary<string, object?>
        {
            ["east"] = new Dictionary<string, object?> { ["gateways"] = new Dictionary<string, object?> { ["${east.address}"] = "a/b" } },
            ["mesh.yaml"] = new Dictionary<string, object?> { ["region"] = "here" },
        };

        var written = Renderer.Write(Of(Cluster("east", Manifest("Route", "shop", "web")), Cluster("mesh.yaml")), Out, mesh);

        var files = TemporaryDirectory.Files(Out);
        Assert.Contains("mesh.yaml-2/README.md", written);
        Assert.Equal(
            "clusters:\n  east:\n    gateways:\n      ${east.address}: a/b\n  mesh.yaml-2:\n    region: here\n",
            files["mesh.yaml"]
        );
        Assert.Contains("| `${east.address}` | `mesh.yaml` |", files["README.md"], StringComparison.Ordinal);
        Assert.Contains("## What is not applied", files["README.md"], StringComparison.Ordinal);
    }

    [Fact]
    public void FilesThatDifferOnlyInCaseOrOddLettersGetNumbers()
    {
        var written = Renderer.Write(
            Of(
                Cluster(
                    "east",
                    Manifest("Route", "shop", "Web:1"),
                    Manifest("Route", "shop", "web-1"),
                    Manifest("Gateway", "shop", "g", "a.io/v1"),
                    Manifest("Gateway", "shop", "g", "b.io/v1")
                ),
                Cluster("East", Manifest("Route", "b", "a"))
            ),
            Out
        );

        Assert.Equal(
            [
                "East-2/01-objects/b/kustomization.yaml",
                "East-2/01-objects/b/route-a.yaml",
                "East-2/01-objects/kustomization.yaml",
                "README.md",
                "east/01-objects/kustomization.yaml",
                "east/01-objects/shop/gateway-g-2.yaml",
                "east/01-objects/shop/gateway-g.yaml",
                "east/01-objects/shop/kustomization.yaml",
                "east/01-objects/shop/route-web-1-2.yaml",
                "east/01-objects/shop/route-web-1.yaml",
            ],
            written.AsEnumerable()
        );
    }

    [Theory]
    [InlineData("../../etc", "_..-..-etc")]
    [InlineData("..", "_.._")]
    [InlineData("/root", "-root")]
    [InlineData("", "_")]
    [InlineData("a/b\\c:d", "a-b-c-d")]
    [InlineData("NUL.txt", "_NUL.txt")]
    [InlineData("ok-1.2_x", "ok-1.2_x")]
    [InlineData("dot.", "dot._")]
    public void NamesStayInsideTheDirectory(string name, string expected) => Assert.Equal(expected, SafeNames.Of(name));

    [Fact]
    public void ALongNameIsCutAndStaysDistinct()
    {
        var (one, two) = (SafeNames.Of(new string('a', 300)), SafeNames.Of(new string('a', 301)));

        Assert.Equal(200, one.Length);
        Assert.NotEqual(one, two);
    }

    [Fact]
    public void NamespacesThatAreNamedLikeOurFilesDoNotMeetThem()
    {
        var written = Renderer.Write(
            Of(Cluster("east", Manifest("A", "kustomization.yaml", "a"), Manifest("A", "_cluster", "a"), Manifest("A", null, "a"))),
            Out
        );

        Assert.Contains("east/01-objects/kustomization.yaml-2/a-a.yaml", written.AsEnumerable());
        Assert.Contains("east/01-objects/_cluster/a-a.yaml", written.AsEnumerable());
        Assert.Contains("east/01-objects/_cluster-2/a-a.yaml", written.AsEnumerable());
    }

    [Fact]
    public void ALargeNamespaceIsSplit()
    {
        var written = Renderer.Write(
            Of(Cluster("east", [.. Enumerable.Range(0, 201).Select(number => Manifest("Route", "shop", $"r{number:000}"))])),
            Out
        );

        Assert.Contains("east/01-objects/shop/route-r099.yaml", written.AsEnumerable());
        Assert.Contains("east/01-objects/shop.2/route-r100.yaml", written.AsEnumerable());
        Assert.Contains("east/01-objects/shop.3/route-r200.yaml", written.AsEnumerable());
        Assert.Equal(
            Kustomization("shop", "shop.2", "shop.3"),
            File.ReadAllText(Path.Combine(Out, "east", "01-objects", "kustomization.yaml"))
        );
    }

    [Fact]
    public void AnEarlierRenderingIsReplacedAsAWhole()
    {
        Renderer.Write(Of(Cluster("east", Manifest("Route", "shop", "web")), Cluster("west")), Out);
        Renderer.Write(Of(Cluster("east", Manifest("Route", "shop", "api"))), Out);

        Assert.Equal(
            [
                RenderedDirectory.Marker,
                "README.md",
                "east/01-objects/kustomization.yaml",
                "east/01-objects/shop/kustomization.yaml",
                "east/01-objects/shop/route-api.yaml",
            ],
            TemporaryDirectory.Files(Out).Keys
        );
        Assert.Equal(["out"], Directory.EnumerateFileSystemEntries(_directory.Path).Select(Path.GetFileName));
    }

    [Fact]
    public void AnEmptyDirectoryIsTaken()
    {
        Directory.CreateDirectory(Out);

        Renderer.Write(Of(Cluster("east")), Out);

        Assert.True(File.Exists(Path.Combine(Out, "README.md")));
    }

    [Fact]
    public void ADirectoryOfSomethingElseIsRefused()
    {
        Directory.CreateDirectory(Out);
        File.WriteAllText(Path.Combine(Out, "mine.txt"), "mine");

        var refused = Assert.Throws<IOException>(() => Renderer.Write(Of(Cluster("east")), Out));

        Assert.Equal($"'{Out}' is not empty and holds no rendering; choose an empty or a new directory.", refused.Message);
        Assert.Equal(["mine.txt"], TemporaryDirectory.Files(Out).Keys);
    }

    [Fact]
    public void AFileThatWasChangedSinceIsNotReplaced()
    {
        Renderer.Write(Of(Cluster("east", Manifest("Route", "shop", "web"))), Out);
        var changed = Path.Combine(Out, "east", "01-objects", "shop", "route-web.yaml");
        File.AppendAllText(changed, "# mine\n");

        var refused = Assert.Throws<IOException>(() => Renderer.Write(Of(Cluster("west")), Out));

        Assert.Contains(": east/01-objects/shop/route-web.yaml (changed since); move them away", refused.Message, StringComparison.Ordinal);
        Assert.EndsWith("# mine\n", File.ReadAllText(changed), StringComparison.Ordinal);
    }

    [Fact]
    public void AMarkerThatListsFilesOfSomebodyElseDeletesNone()
    {
        Directory.CreateDirectory(Path.Combine(Out, ".git"));
        File.WriteAllText(Path.Combine(Out, ".git", "config"), "mine");
        File.WriteAllText(Path.Combine(Out, RenderedDirectory.Marker), $"{new string('0', 64)}  .git/config\n.git/config\n");

        Assert.Throws<IOException>(() => Renderer.Write(Of(Cluster("west")), Out));

        Assert.Equal("mine", File.ReadAllText(Path.Combine(Out, ".git", "config")));
    }

    [Fact]
    public void ARenderingWithFilesOfSomebodyElseIsRefused()
    {
        Renderer.Write(Of(Cluster("east", Manifest("Route", "shop", "web"))), Out);
        File.WriteAllText(Path.Combine(Out, "east", "notes.txt"), "mine");

        var refused = Assert.Throws<IOException>(() => Renderer.Write(Of(Cluster("west")), Out));

        Assert.Equal(
            $"'{Out}' holds files that no rendering wrote: east/notes.txt; move them away, a rendering replaces the whole directory.",
            refused.Message
        );
        Assert.Contains("east/01-objects/kustomization.yaml", TemporaryDirectory.Files(Out).Keys);
    }

    [Fact]
    public void AFileIsRefused()
    {
        File.WriteAllText(Out, "mine");

        Assert.Equal(
            $"'{Out}' is a file; a rendering needs a directory.",
            Assert.Throws<IOException>(() => Renderer.Write(Of(), Out)).Message
        );
    }

    [Fact]
    public void NothingIsLeftWhenWritingFails()
    {
        Renderer.Write(Of(Cluster("east")), Out);
        var before = TemporaryDirectory.Files(Out);
        var broken = Release("a", "b", "c") with { Values = new Dictionary<string, object?> { ["bad"] = new ThrowingList() } };

        Assert.ThrowsAny<Exception>(() => Renderer.Write(Of(Cluster("west") with { HelmReleases = [broken] }), Out));

        Assert.Equal(before, TemporaryDirectory.Files(Out));
        Assert.Equal(["out"], Directory.EnumerateFileSystemEntries(_directory.Path).Select(Path.GetFileName));
    }

    private static string Kustomization(params string[] resources) =>
        "apiVersion: kustomize.config.k8s.io/v1beta1\nkind: "
        + $"Kustomization\nresources:\n{string.Concat(resources.Select(resource => $"  - {resource}\n"))}sortOptions:\n  order: "
        + "legacy\n";

    private sealed class ThrowingList : System.Collections.IEnumerable
    {
        public System.Collections.IEnumerator GetEnumerator() => throw new InvalidOperationException("cannot be written");
    }
}
