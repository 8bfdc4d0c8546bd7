using System.CommandLine;
using MeshStack.Manifests;

namespace MeshStack.Cli.Commands;

/// <summary>What <c>meshstack lint</c> takes.</summary>
/// <remarks>An option remembers every command that it was added to, so that each command has its own.</remarks>
internal sealed class LintArguments
{
    public Argument<string[]> Paths { get; } =
        new("path")
        {
            Description = "Files and folders of manifests; - is the standard input. Hidden folders are left out.",
            Arity = ArgumentArity.OneOrMore,
        };

    public IstioVersionOption Istio { get; } =
        new("--istio")
        {
            Description = "The version of Istio that the manifests are for, such as 1.31 or 1.31.4.",
            DefaultValueFactory = _ => IstioCrds.Newest.Version,
        };

    public Option<bool> Access { get; } =
        new("--access")
        {
            Description =
                "Also look for rules, routes and selectors that are of no use; the paths have to hold all manifests of one cluster.",
        };

    public Option<string[]> Ignore { get; } =
        new("--ignore") { Description = "Leave out what this rule finds; may be repeated.", HelpName = "RULE" };

    public Option<string> FailOn { get; } =
        new("--fail-on") { Description = "End with 1 from this weight on: error, warning or info.", DefaultValueFactory = _ => "error" };

    public Option<string> Output { get; } =
        new("--output", "-o")
        {
            Description = "Form of the report: text, json or sarif (for code hosts and editors).",
            DefaultValueFactory = _ => "text",
        };

    public LintArguments()
    {
        FailOn.AcceptOnly("error", "warning", "info");
        Output.AcceptOnly("text", "json", "sarif");
    }

    public void AddTo(Command command)
    {
        command.Add(Paths);
        command.Add(Istio);
        command.Add(Access);
        command.Add(Ignore);
        command.Add(FailOn);
        command.Add(Output);
    }
}
