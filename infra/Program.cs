using MeshStack.Infra;
using Pulumi;

var root = ProjectFolder.Find();

// Before the run, because one run cannot hold another. Without a stack there is no engine either, which the run will say.
var stack = Environment.GetEnvironmentVariable("PULUMI_STACK");
var obstacle = stack == null ? null : await Preflight.RunAsync(root, stack);

return await Deployment.RunAsync(() => EngineProgram.RunAsync(root, obstacle));
