using System.Globalization;
using MeshStack.Cli.Commands;
using MeshStack.Manifests;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
using var interruption = new Interruption(RuntimeFiles.Remove);
return await CommandLine.RunAsync(args, new Streams());
