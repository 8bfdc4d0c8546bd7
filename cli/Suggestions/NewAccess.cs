using MeshStack.Analysis.Model;
using MeshStack.Cli.Questions;

namespace MeshStack.Cli.Suggestions;

/// <summary>A ClientAccess for a caller that has none.</summary>
internal sealed record NewAccess(Question Question, Intent<InboundServiceIntent> Service, string Path, string Name) : IntentChange
{
    public override string Text(string hint)
    {
        var caller = Question.Caller is Caller.InMesh mesh
            ? $"cluster: {mesh.Cluster}\nnamespace: {mesh.Namespace}\nserviceAccount: {mesh.ServiceAccount}\n"
            : "type: external\n";
        var access = Service.Args.IsHttp ? $"access:\n  - methods: [{Question.Request.Method}]\n    paths: [\"{Path}\"]\n" : "";
        return $"a new ClientAccess{hint}\n\nkind: ClientAccess\nname: {Name}\nservice: {Service.Name}\n{caller}{access}".TrimEnd('\n');
    }

    public override MeshDefinition? Apply(MeshDefinition definition)
    {
        var mesh = Question.Caller as Caller.InMesh;
        var args = new ClientAccessIntent
        {
            Service = definition.Services.First(s => s.Name == Service.Name).Args,
            Type = mesh is null ? ClientTypes.External : ClientTypes.Istio,
            ControlPlane = mesh is null ? null : definition.Clusters.First(c => c.Name == mesh.Cluster).ControlPlane,
            Namespace = mesh?.Namespace,
            ServiceAccount = mesh?.ServiceAccount,
            Access = Service.Args.IsHttp ? [new AccessRule { Methods = [Question.Request.Method], Paths = [Path] }] : [],
        };
        return args.Problems().Any(p => p.Severity == ProblemSeverity.Error)
            ? null
            : definition.Adding(new Intent<ClientAccessIntent>(Name, Service.Location, args) { Service = Service.Name });
    }
}
