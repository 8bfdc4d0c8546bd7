using YamlDotNet.RepresentationModel;

namespace Repository.Tests.Workflows;

/// <summary>A workflow of GitHub Actions.</summary>
internal sealed class Workflow
{
    private readonly YamlMappingNode _root;
    private readonly string[] _lines;

    private Workflow(string name, string text)
    {
        Name = name;
        _lines = text.Split('\n');
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        _root = (YamlMappingNode)stream.Documents.Single().RootNode;
        Jobs = _root.Mapping("jobs")!.Select(j => new WorkflowJob(this, ((YamlScalarNode)j.Key).Value!, (YamlMappingNode)j.Value)).ToList();
    }

    public string Name { get; }

    public IReadOnlyList<WorkflowJob> Jobs { get; }

    /// <summary>Names of the events that start it.</summary>
    public IReadOnlyList<string> Events =>
        _root.Find("on") switch
        {
            YamlMappingNode events => [.. events.Select(e => ((YamlScalarNode)e.Key).Value!)],
            YamlSequenceNode events => [.. events.Select(e => ((YamlScalarNode)e).Value!)],
            YamlScalarNode one => [one.Value!],
            _ => [],
        };

    /// <summary>The tags whose push starts it.</summary>
    public IReadOnlyList<string> Tags =>
        _root.Mapping("on")?.Mapping("push") is { } push && push.Find("tags") is YamlSequenceNode tags && push.Children.Count == 1
            ? [.. tags.Select(tag => ((YamlScalarNode)tag).Value!)]
            : [];

    public YamlNode? Permissions => _root.Find("permissions");

    /// <summary>Every value in it, of whatever key.</summary>
    public IEnumerable<string> Values => _root.AllNodes.OfType<YamlScalarNode>().Select(n => n.Value ?? "");

    public static Workflow Parse(string name, string text) => new(name, text);

    /// <summary>All workflows of the checkout.</summary>
    public static IReadOnlyList<Workflow> ReadAll() =>
        Directory
            .EnumerateFiles(Checkout.Path(".github", "workflows"))
            .Order(StringComparer.Ordinal)
            .Select(f => Read(Path.GetFileName(f)))
            .ToList();

    /// <summary>A workflow of the checkout.</summary>
    public static Workflow Read(string name) => Parse(name, File.ReadAllText(Checkout.Path(".github", "workflows", name)));

    /// <summary>The line that a node begins on, comments included.</summary>
    public string LineOf(YamlNode node) => _lines[(int)node.Start.Line - 1];
}
