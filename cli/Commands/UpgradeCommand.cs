using System.CommandLine;
using MeshStack.Cli.Reports;

namespace MeshStack.Cli.Commands;

/// <summary><c>meshstack upgrade</c>.</summary>
internal static class UpgradeCommand
{
    public static Command Create()
    {
        var command = new Command(
            "upgrade",
            "Says what another version of Istio makes of the same objects: who gains and loses access, which fields appear and go, which "
                + "upgrade notes and security bulletins touch them, and the order of the steps."
        );
        var subject = new AccessArguments();
        subject.AddTo(command);
        var to = new UpgradeVersionOption("--to") { Description = "The version to go to, such as 1.31.4.", Required = true };
        var from = new UpgradeVersionOption("--from")
        {
            Description = "The version that runs now, of every cluster. Default: the one that the stack, or each cluster, shows.",
        };
        var failOn = new Option<string?>("--fail-on") { Description = "End with exit code 1 if the access of anyone changes." };
        failOn.AcceptOnly("changed");
        var output = new Option<string>("--output", "-o")
        {
            Description = "Form of the report: text, json or markdown.",
            DefaultValueFactory = _ => "text",
        };
        output.AcceptOnly("text", "json", "markdown");
        command.Add(to);
        command.Add(from);
        command.Add(failOn);
        command.Add(output);
        command.SetAction(
            (parsed, _) => CommandRunner.RunAsync(Streams.From(parsed), parsed.GetValue(output) == "json", () => PrepareAsync(parsed))
        );
        return command;

        async Task<Func<int>> PrepareAsync(ParseResult parsed)
        {
            var report = UpgradeReader.Read(await subject.ReadAsync(parsed), parsed.GetValue(from), parsed.GetValue(to)!);
            return () =>
            {
                UpgradeForms.Write(parsed.GetValue(output)!, report, Streams.From(parsed).Output);
                return parsed.GetValue(failOn) == "changed" && report.Forecast.HasChanges ? ExitCode.Findings : ExitCode.Success;
            };
        }
    }
}
