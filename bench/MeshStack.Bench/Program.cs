using System.CommandLine;
using System.Globalization;
using MeshStack.Bench;
using MeshStack.Bench.Commands;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var root = new RootCommand("Generates synthetic meshes, and measures the offline preview on them beside cdk8s.")
{
    GenerateCommand.Create(),
    CompareCommand.Create(),
    RunCommand.Create(),
    LintCommand.Create(),
};
try
{
    return await root.Parse(args).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (BenchException e)
{
    await Console.Error.WriteLineAsync($"bench: {e.Message}");
    return 1;
}
