using YamlDotNet.RepresentationModel;

namespace Repository.Tests.Workflows;

/// <summary>A job of a workflow.</summary>
internal sealed class WorkflowJob(Workflow workflow, string name, YamlMappingNode node)
{
    public string Name => $"{workflow.Name}, job {name}";

    public IReadOnlyList<WorkflowStep> Steps { get; } =
        node.Find("steps") is YamlSequenceNode steps ? [.. steps.Cast<YamlMappingNode>().Select(s => new WorkflowStep(workflow, s))] : [];

    public YamlNode? Permissions => node.Find("permissions");

    public string? Environment => node.Text("environment") ?? node.Mapping("environment")?.Text("name");

    public string? RunsOn => node.Text("runs-on");

    public string? Timeout => node.Text("timeout-minutes");

    public bool HasMatrix => node.Mapping("strategy")?.Find("matrix") is not null;

    /// <summary>The values of a dimension of the matrix.</summary>
    public IEnumerable<string> Matrix(string dimension) =>
        node.Mapping("strategy")?.Mapping("matrix")?.Find(dimension) is YamlSequenceNode values
            ? values.Select(v => ((YamlScalarNode)v).Value!)
            : [];

    public string? FailFast => node.Mapping("strategy")?.Text("fail-fast");

    public string? Condition => node.Text("if");

    public string? Needs => node.Text("needs");

    /// <summary>Variables of every step.</summary>
    public IEnumerable<(string Name, string Value)> Variables => WorkflowStep.Texts(node.Mapping("env"));

    public bool MentionsSecrets =>
        node.AllNodes.OfType<YamlScalarNode>().Any(n => n.Value?.Contains("secrets", StringComparison.OrdinalIgnoreCase) == true);
}
