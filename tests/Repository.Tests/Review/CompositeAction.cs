using Repository.Tests.Workflows;
using YamlDotNet.RepresentationModel;

namespace Repository.Tests.Review;

/// <summary>An action of the checkout that is made of steps.</summary>
internal sealed class CompositeAction
{
    private readonly YamlMappingNode _root;

    private CompositeAction(string folder, string text)
    {
        Folder = folder;
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        _root = (YamlMappingNode)stream.Documents.Single().RootNode;
        var workflow = Workflow.Parse(folder, text + "jobs: {}\n");
        Steps =
        [
            .. ((YamlSequenceNode)_root.Mapping("runs")!.Find("steps")!).Cast<YamlMappingNode>().Select(s => new WorkflowStep(workflow, s)),
        ];
    }

    /// <summary>Its folder in the checkout.</summary>
    public string Folder { get; }

    public string? Using => _root.Mapping("runs")!.Text("using");

    public IReadOnlyList<WorkflowStep> Steps { get; }

    /// <summary>The inputs with their defaults.</summary>
    public IReadOnlyDictionary<string, string> Inputs =>
        _root.Mapping("inputs")!.ToDictionary(i => ((YamlScalarNode)i.Key).Value!, i => ((YamlMappingNode)i.Value).Text("default")!);

    /// <summary>Every value in its steps.</summary>
    public IEnumerable<string> Values => _root.Mapping("runs")!.AllNodes.OfType<YamlScalarNode>().Select(n => n.Value ?? "");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<CompositeAction> ReadAll() =>
        [
            .. Directory
                .EnumerateFiles(Checkout.Path(".github", "actions"), "action.yml", SearchOption.AllDirectories)
                .Select(f => Path.GetDirectoryName(Path.GetRelativePath(Checkout.Root, f))!.Replace('\\', '/'))
                .Order(StringComparer.Ordinal)
                .Select(Read),
        ];

    /// <summary>One of them.</summary>
    public static CompositeAction Read(string folder) => new(folder, File.ReadAllText(Checkout.Path(folder, "action.yml")));

    /// <summary>The variables of a step, with the inputs that are given.</summary>
    public Dictionary<string, string> Variables(WorkflowStep step, IReadOnlyDictionary<string, string> given) =>
        step.Variables.ToDictionary(
            v => v.Name,
            v =>
                Inputs.Aggregate(
                    v.Value,
                    (text, input) =>
                        text.Replace(
                            $"${{{{ inputs.{input.Key} }}}}",
                            given.GetValueOrDefault(input.Key, input.Value),
                            StringComparison.Ordinal
                        )
                )
        );
}
