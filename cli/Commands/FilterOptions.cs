using System.CommandLine;
using System.CommandLine.Parsing;
using MeshStack.Cli.Questions;

namespace MeshStack.Cli.Commands;

/// <summary>The options that narrow what a report shows, and never what is proved.</summary>
internal sealed class FilterOptions
{
    private readonly Option<string[]> _services = new("--service")
    {
        Description =
            "Show no more than this service: NAME, NAMESPACE/NAME or CLUSTER/NAMESPACE/NAME, each of which may be *; may be repeated.",
        HelpName = "SERVICE",
    };
    private readonly Option<string[]> _namespaces = new("--namespace")
    {
        Description = "Show no more than the services and objects of this namespace; may be repeated.",
        HelpName = "NAMESPACE",
    };
    private readonly Option<string[]> _clusters = new("--cluster")
    {
        Description = "Show no more than the services and objects of this cluster; may be repeated.",
        HelpName = "CLUSTER",
    };
    private readonly Option<string[]> _callers = new("--caller")
    {
        Description =
            "Show no more than what this caller may ask for: outside, or CLUSTER/NAMESPACE/SERVICEACCOUNT, each of which may be *; may be "
            + "repeated.",
        HelpName = "CALLER",
    };
    private readonly Option<bool> _quiet = new("--quiet", "-q")
    {
        Description = "Show no more than what is wrong or undecided, and the summary.",
    };

    /// <param name="command">The command.</param>
    /// <param name="arguments">The stack, whose names are completed.</param>
    public void AddTo(Command command, StackArguments arguments)
    {
        _services.CompletionSources.Add(context => Completions.Of(context, arguments, Completions.Services));
        _namespaces.CompletionSources.Add(context => Completions.Of(context, arguments, Completions.Namespaces));
        _clusters.CompletionSources.Add(context => Completions.Of(context, arguments, Completions.Clusters));
        _callers.CompletionSources.Add(context => Completions.Of(context, arguments, Completions.Callers));
        foreach (var option in Narrowing)
        {
            command.Add(option);
        }

        command.Add(_quiet);
    }

    private Option[] Narrowing => [_services, _namespaces, _clusters, _callers];

    /// <summary>The names of those that are given.</summary>
    public IEnumerable<string> Given(CommandResult result) =>
        Narrowing.Append(_quiet).Where(option => result.GetResult(option) is { Implicit: false }).Select(option => option.Name);

    /// <summary>Whether no more than what is wrong is shown.</summary>
    public bool IsQuiet(ParseResult parsed) => parsed.GetValue(_quiet);

    public FilterText Of(ParseResult parsed) =>
        new(
            parsed.GetValue(_services) ?? [],
            parsed.GetValue(_namespaces) ?? [],
            parsed.GetValue(_clusters) ?? [],
            parsed.GetValue(_callers) ?? []
        );

    /// <summary>Says which of them a form of report does not have.</summary>
    public void Refuse(CommandResult result, Option<string> output, params ReadOnlySpan<string> having)
    {
        if (result.GetResult(output) is not { Tokens: [{ Value: not "text" and var form }] })
        {
            return;
        }

        if (result.GetResult(_quiet) is { Implicit: false })
        {
            result.AddError($"--quiet is for text: --output {form} has everything");
        }

        if (!having.Contains(form) && Given(result).FirstOrDefault(name => name != _quiet.Name) is { } given)
        {
            result.AddError($"{given} is not for --output {form}, which has everything");
        }
    }
}
