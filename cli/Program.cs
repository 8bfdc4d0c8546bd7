using System.CommandLine;
using System.Globalization;
using MeshStack.Cli.Commands;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var root = new RootCommand("Shows what a stack would put on its clusters, and who could call whom, before anything is applied.")
{
    PreviewCommand.Create(),
    RenderCommand.Create(),
    ExplainCommand.Create(),
    AccessCommand.Create(),
};
return await CommandLine.RunAsync(root, args);
