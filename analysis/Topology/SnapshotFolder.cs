using MeshStack.Analysis.Config.Mesh;
using MeshStack.Analysis.Config.Objects;

namespace MeshStack.Analysis.Topology;

/// <summary>Reads a folder that holds a folder of manifests per cluster.</summary>
internal sealed class SnapshotFolder
{
    private readonly List<Manifest> _manifests = [];
    private readonly List<ChartRelease> _releases = [];
    private readonly List<ManifestProblem> _problems = [];
    private readonly HashSet<string> _valueFiles = new(StringComparer.Ordinal);
    private readonly List<Finding> _notes = [];
    private readonly Dictionary<string, string> _unbuilt = new(StringComparer.Ordinal);
    private readonly string _root;

    private SnapshotFolder(string root) => _root = root;

    public static SnapshotSources Read(string directory)
    {
        if (!Directory.Exists(directory))
        {
            throw Failure(
                new ManifestProblem(
                    new SourceLocation(directory, 1),
                    "There is no such folder; it holds a folder of manifests per cluster."
                )
            );
        }

        var folder = new SnapshotFolder(directory);
        var clusters = Directory
            .EnumerateDirectories(directory)
            .Where(path => !Path.GetFileName(path).StartsWith('.'))
            .Order(StringComparer.Ordinal)
            .ToArray();
        foreach (var cluster in clusters)
        {
            folder.ReadCluster(Path.GetFileName(cluster), cluster);
        }

        if (clusters.Length == 0)
        {
            folder.Report(directory, "The folder has no folders; it holds a folder of manifests per cluster.");
        }

        var mesh = folder.ReadMesh([.. clusters.Select(cluster => Path.GetFileName(cluster)!)]);
        return folder._problems.Count == 0
            ? ControlPlaneView.Of(
                mesh with
                {
                    Manifests = folder._manifests,
                    Releases = folder._releases,
                    Notes = [.. folder._notes.Distinct()],
                    Unbuilt = folder._unbuilt,
                    CountsRefused = false,
                }
            )
            : throw Failure([.. folder._problems]);
    }

    private static ManifestFormatException Failure(params IReadOnlyList<ManifestProblem> problems) => new(problems);

    private SnapshotSources ReadMesh(IReadOnlyList<string> clusters)
    {
        var path = Path.Combine(_root, "mesh.yaml");
        if (!File.Exists(path))
        {
            return new();
        }

        var document = ReadDocument(path);
        var reader = new MeshFile(Relative(path), clusters);
        var read = reader.Read(document);
        _problems.AddRange(reader.Problems);
        return read;
    }

    private void ReadCluster(string cluster, string directory)
    {
        var files = ManifestFiles.In(directory, isHiddenRead: true, Relative, _problems);
        foreach (var helmfile in files.Where(IsHelmfile))
        {
            ReadHelmfile(cluster, helmfile);
        }

        var documents = new FolderDocuments(cluster, Relative, _problems);
        var objects = new FolderObjects(cluster, _root, Relative, documents);
        _manifests.AddRange(
            objects.Read(
                [.. files.Where(file => !Kustomization.Is(file) && !IsHelmfile(file) && !_valueFiles.Contains(Path.GetFullPath(file)))],
                Kustomizations(directory, files)
            )
        );
        _notes.AddRange([.. documents.Notes, .. objects.Notes]);
        if (objects.Unbuilt is { } why)
        {
            _unbuilt[cluster] = why;
        }
    }

    // One of them may be called Kustomization, which is no name of a manifest's file.
    private Dictionary<string, Kustomization> Kustomizations(string directory, IReadOnlyList<string> files) =>
        files
            .Where(Kustomization.Is)
            .Concat(Directory.EnumerateFiles(directory, "Kustomization", SearchOption.AllDirectories))
            .Order(StringComparer.Ordinal)
            .Select(file => new Kustomization(file, ReadDocument(file)))
            .DistinctBy(one => Path.GetFullPath(one.Folder))
            .ToDictionary(one => Path.GetFullPath(one.Folder), StringComparer.Ordinal);

    private static bool IsHelmfile(string path) => Path.GetFileName(path) is "helmfile.yaml" or "helmfile.yml";

    private void ReadHelmfile(string cluster, string path)
    {
        var document = ReadDocument(path);
        foreach (var release in document["releases"].Items)
        {
            Dictionary<string, object?> values = new(StringComparer.Ordinal);
            foreach (var given in release["values"].Items)
            {
                var part = given.Text is { } file ? ReadValues(path, file) : given;
                ValuesMerge.Into(values, part);
            }

            if (release["name"].Text is { Length: > 0 } name && release["chart"].Text is { Length: > 0 } chart)
            {
                _releases.Add(
                    new(cluster, release["namespace"].Text ?? "default", name, chart, values) { Version = release["version"].Text }
                );
            }
            else
            {
                Report(path, $"A release ({release.Path}) has no name or no chart.");
            }
        }
    }

    private Field ReadValues(string helmfile, string given)
    {
        if (given.Contains('\0', StringComparison.Ordinal))
        {
            Report(helmfile, "The name of a values file has a NUL in it.");
            return Field.From(new Dictionary<string, object?>());
        }

        var path = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(helmfile)!, given));
        _valueFiles.Add(path);
        if (Path.GetRelativePath(_root, path).StartsWith("..", StringComparison.Ordinal))
        {
            Report(helmfile, $"The values file {given} lies outside of {_root}, and nothing outside of it is read.");
            return Field.From(new Dictionary<string, object?>());
        }

        if (!File.Exists(path))
        {
            Report(helmfile, $"The values file {given} does not exist.");
            return Field.From(new Dictionary<string, object?>());
        }

        return ReadDocument(path);
    }

    private Field ReadDocument(string path)
    {
        try
        {
            var (document, problems) = YamlDocument.Read(TextFile.Read(path, Relative(path)), Relative(path));
            _problems.AddRange(problems);
            return document;
        }
        catch (ManifestFormatException exception)
        {
            _problems.AddRange(exception.Problems);
            return Field.From(new Dictionary<string, object?>());
        }
    }

    private void Report(string path, string message) => _problems.Add(new(new SourceLocation(Relative(path), 1), message));

    private string Relative(string path) => Path.Combine(_root, Path.GetRelativePath(_root, path)).Replace('\\', '/');
}
