using System.Text.RegularExpressions;
using MeshStack.Manifests;
using YamlDotNet.Serialization;
using Map = System.Collections.Generic.IReadOnlyDictionary<string, object?>;

namespace MeshStack.Infra.Tests.Rendering;

/// <summary>A rendering that is applied as its README says, by somebody who reads nothing else.</summary>
internal sealed partial class RenderedSteps : IDisposable
{
    private readonly Recording _recording;
    private readonly string _folder = Directory.CreateTempSubdirectory("meshstack-").FullName;

    public RenderedSteps(Recording recording)
    {
        _recording = recording;
        Renderer.Write(recording, Path.Combine(_folder, "out"));
        Rows =
        [
            .. File.ReadLines(Path.Combine(_folder, "out", "README.md"))
                .Select(l => Row().Match(l))
                .Where(m => m.Success)
                .Select(m => new Step(
                    int.Parse(m.Groups["number"].Value, System.Globalization.CultureInfo.InvariantCulture),
                    m.Groups["cluster"].Value,
                    m.Groups["folder"].Value,
                    m.Groups["what"].Value.Contains("**fill in**", StringComparison.Ordinal)
                )),
        ];
    }

    /// <summary>One row of the table.</summary>
    public sealed record Step(int Number, string Cluster, string Folder, bool IsToBeFilledIn);

    /// <summary>The rows in their order.</summary>
    public IReadOnlyList<Step> Rows { get; }

    /// <summary>Applies rows in an order; what refuses one throws.</summary>
    public ModelMesh Apply(IEnumerable<Step> rows)
    {
        var mesh = new ModelMesh(_recording);
        foreach (var row in rows)
        {
            var path = Path.Combine(_folder, "out", row.Folder.Replace('/', Path.DirectorySeparatorChar));
            if (row.Folder.EndsWith("-releases", StringComparison.Ordinal))
            {
                Install(mesh, row, path);
            }
            else
            {
                Apply(mesh, row, path);
            }
        }

        return mesh;
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>As kubectl does: namespaces first, webhooks last.</summary>
    private static void Apply(ModelMesh mesh, Step row, string path)
    {
        var kustomization = Read(Path.Combine(path, "kustomization.yaml"));
        foreach (
            var resource in ((IEnumerable<object?>)kustomization["resources"]!)
                .Cast<string>()
                .Where(r => r.StartsWith("https://", StringComparison.Ordinal))
        )
        {
            mesh[row.Cluster].ApplyFile(resource);
        }

        var manifests = Directory
            .EnumerateFiles(path, "*.yaml", SearchOption.AllDirectories)
            .Where(f => Path.GetFileName(f) != "kustomization.yaml")
            .SelectMany(f => ManifestYaml.Read(File.ReadAllText(f), f, row.Cluster));
        foreach (
            var manifest in manifests
                .OrderBy(m =>
                    m.Kind switch
                    {
                        "Namespace" => 0,
                        "MutatingWebhookConfiguration" => 2,
                        _ => 1,
                    }
                )
                .ThenBy(m => m.Reference, StringComparer.Ordinal)
        )
        {
            mesh[row.Cluster]
                .Apply(
                    row.IsToBeFilledIn
                        ? Manifest.From(
                            row.Cluster,
                            (Map)mesh.Fill(manifest.Body, row.Cluster, manifest.Kind == "Secret" ? manifest.Reference : null)!
                        )
                        : manifest
                );
        }
    }

    /// <summary>As helmfile does: after the needs of each release, which it has to know.</summary>
    private static void Install(ModelMesh mesh, Step row, string path)
    {
        var releases = ((IEnumerable<object?>)Read(Path.Combine(path, "helmfile.yaml"))["releases"]!)
            .Cast<Map>()
            .ToDictionary(r => $"{r["namespace"]}/{r["name"]}", StringComparer.Ordinal);
        var done = new HashSet<string>(StringComparer.Ordinal);
        foreach (var reference in releases.Keys.Order(StringComparer.Ordinal))
        {
            Install(reference);
        }

        void Install(string reference)
        {
            if (!releases.TryGetValue(reference, out var release))
            {
                throw new RefusedException($"{row.Cluster}: helmfile knows no release {reference} that another one needs");
            }

            if (!done.Add(reference))
            {
                return;
            }

            foreach (var need in (release.GetValueOrDefault("needs") as IEnumerable<object?> ?? []).Cast<string>())
            {
                Install(need);
            }

            var values =
                (release.GetValueOrDefault("values") as IEnumerable<object?> ?? [])
                    .Cast<string>()
                    .Select(f => Read(Path.Combine(path, f)))
                    .SingleOrDefault()
                ?? new Dictionary<string, object?>();
            var chart = ((string)release["chart"]!).Split('/')[^1];
            mesh[row.Cluster]
                .Install((string)release["namespace"]!, (string)release["name"]!, chart, (Map)mesh.Fill(values, row.Cluster, null)!);
        }
    }

    private static Map Read(string file) =>
        (Map)
            Plain(
                new DeserializerBuilder()
                    .WithAttemptingUnquotedStringTypeDeserialization()
                    .Build()
                    .Deserialize<object>(File.ReadAllText(file))
            )!;

    private static object? Plain(object? value) =>
        value switch
        {
            IDictionary<object, object> map => map.ToDictionary(e => (string)e.Key, e => Plain(e.Value), StringComparer.Ordinal),
            IList<object> list => list.Select(Plain).ToArray(),
            _ => value,
        };

    [GeneratedRegex(
        @"^\| (?<number>\d+) \| (?<cluster>[^|]+) \| (?<what>[^|]+) \| `.*?(?<folder>[\w-]+/\d\d-(objects|fill-in|releases)).*` \|$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Row();
}
