using YamlDotNet.RepresentationModel;

namespace Repository.Tests.Workflows;

/// <summary>A step of a job.</summary>
internal sealed class WorkflowStep(Workflow workflow, YamlMappingNode node)
{
    /// <summary>The command line, of a step that has one.</summary>
    public string? Run => node.Text("run");

    /// <summary>The action, of a step that has one.</summary>
    public string? Uses => node.Text("uses");

    /// <summary>What stands behind <c>uses:</c>, the comment included.</summary>
    public string UsesLine => workflow.LineOf(node.Find("uses")!).Split("uses:", 2)[1].Trim();

    public string? Shell => node.Text("shell");

    public IEnumerable<(string Name, string Value)> Inputs => Texts(node.Mapping("with"));

    public IEnumerable<(string Name, string Value)> Variables => Texts(node.Mapping("env"));

    public static IEnumerable<(string Name, string Value)> Texts(YamlMappingNode? mapping) =>
        mapping?.Select(e => (((YamlScalarNode)e.Key).Value!, ((YamlScalarNode)e.Value).Value ?? "")) ?? [];
}
