using System.CommandLine;
using System.Globalization;
using MeshStack.Conformance;
using MeshStack.Conformance.Istio;
using MeshStack.Conformance.PulumiApi;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var facts = new Argument<string>("PATH") { Description = "Folder of recorded facts." };
var root = new RootCommand("Compares the product with recorded facts: 0 no difference, 1 differences, 2 nothing to compare with.")
{
    facts,
    CondenseCrdsCommand.Create(),
    CondensePulumiApiCommand.Create(),
};
root.SetAction(parsed => new Report(Console.Out).RunAsync(Comparisons.All, parsed.GetRequiredValue(facts)));

var parsed = root.Parse(args);
if (parsed.Errors.Count > 0)
{
    foreach (var error in parsed.Errors)
    {
        await Console.Error.WriteLineAsync($"conformance: {error.Message}");
    }

    await Console.Error.WriteLineAsync("See: conformance/run --help");
    return ExitCode.BadInput;
}

try
{
    return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (ConformanceException e)
{
    await Console.Error.WriteLineAsync($"conformance: {e.Message}");
    return ExitCode.BadInput;
}
