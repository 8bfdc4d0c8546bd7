using MeshStack.Infra;
using Pulumi;

return await Deployment.RunAsync(EngineProgram.Run);
