namespace MeshStack.Manifests;

/// <summary>Finds the manifests in the documents of a text, and what keeps documents from being manifests.</summary>
internal sealed class ManifestReader(string file, string cluster)
{
    private const string Expected = "a manifest has apiVersion, kind and metadata.name";

    private readonly List<Manifest> _manifests = [];
    private readonly List<ManifestProblem> _problems = [];
    private readonly List<StrayDocument> _strays = [];

    public IReadOnlyList<Manifest> Manifests => _manifests;

    /// <summary>Why parts of the text are no YAML.</summary>
    public IReadOnlyList<ManifestProblem> Broken => _problems;

    /// <summary>The documents that are YAML, and no manifests.</summary>
    public IReadOnlyList<StrayDocument> Strays => _strays;

    /// <summary>Both, in the order of the text.</summary>
    public IReadOnlyList<ManifestProblem> Problems =>
        [.. _problems.Concat(_strays.Select(stray => stray.Problem)).OrderBy(problem => problem.Location.Line)];

    public void Read(string text)
    {
        foreach (var document in PlainDocument.Read(text, file))
        {
            if (document is { Root: { } root, Problems.Count: 0 })
            {
                Add(root, document.Value);
            }
            else if (document.Root is not null || _problems.LastOrDefault()?.Location != document.Problems[0].Location)
            {
                _problems.AddRange(document.Problems);
            }
        }
    }

    private void Add(YamlValue root, object? document)
    {
        if (document is null)
        {
            return;
        }

        var line = root is YamlMap { Entries: [var first, ..] } ? first.Key.Line : root.Line;
        if (document is not IReadOnlyDictionary<string, object?> body)
        {
            Report(line, null, $"The document is no object; {Expected}.");
        }
        else if (
            body.At("items") is IReadOnlyList<object?> list
            && body.At("kind") is string kind
            && kind.EndsWith("List", StringComparison.Ordinal)
        )
        {
            AddItems(root, list);
        }
        else if (Missing(body) is ["metadata.name"] && IsOperator(body))
        {
            // istioctl needs no name. Source: operator/pkg/render/manifest.go of istio/istio, 1.30.3.
            _manifests.Add(Manifest.OfNormalized(cluster, Named(body, "installed-state"), new SourceLocation(file, line)));
        }
        else if (Missing(body) is { Count: > 0 } missing)
        {
            Report(line, body, $"The document has no {string.Join(" and no ", missing)}; {Expected}, each a string.");
        }
        else
        {
            _manifests.Add(Manifest.OfNormalized(cluster, body, new SourceLocation(file, line)));
        }
    }

    private void AddItems(YamlValue root, IReadOnlyList<object?> items)
    {
        // Items that a merge key brings stand elsewhere.
        var written = (root as YamlMap)?.Find("items") as YamlList;
        for (var i = 0; i < items.Count; i++)
        {
            Add(written?.Items[i] ?? root, items[i]);
        }
    }

    private static bool IsOperator(IReadOnlyDictionary<string, object?> body) =>
        body.At("kind") is "IstioOperator"
        && body.At("apiVersion") is string version
        && version.StartsWith("install.istio.io/", StringComparison.Ordinal);

    private static Dictionary<string, object?> Named(IReadOnlyDictionary<string, object?> body, string name) =>
        new(body, StringComparer.Ordinal)
        {
            ["metadata"] = new Dictionary<string, object?>(
                body.At("metadata") as IReadOnlyDictionary<string, object?> ?? new Dictionary<string, object?>(),
                StringComparer.Ordinal
            )
            {
                ["name"] = name,
            },
        };

    private static List<string> Missing(IReadOnlyDictionary<string, object?> body)
    {
        List<string> missing = [];
        if (body.At("apiVersion") is not string { Length: > 0 })
        {
            missing.Add("apiVersion");
        }

        if (body.At("kind") is not string { Length: > 0 })
        {
            missing.Add("kind");
        }

        if (body.At("metadata", "name") is not string { Length: > 0 } && !Manifest.IsGenerated(body, out _))
        {
            missing.Add("metadata.name");
        }

        return missing;
    }

    private void Report(int line, IReadOnlyDictionary<string, object?>? body, string message) =>
        _strays.Add(new(new(new SourceLocation(file, line), message), body?.At("apiVersion") as string, body?.At("kind") as string));
}
