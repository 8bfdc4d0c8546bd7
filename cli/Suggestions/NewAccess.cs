using MeshStack.Analysis.Model;
using MeshStack.Cli.Questions;
using MeshStack.Definition.Intents;

namespace MeshStack.Cli.Suggestions;

/// <summary>A ClientAccess for a caller that has none.</summary>
internal sealed record NewAccess(Question Question, Intent<InboundServiceIntent> Service, string Path, string Name) : IntentChange
{
    public override string Text(string hint)
    {
        var caller = Question.Caller is Caller.InMesh mesh
            ? $"cluster: {mesh.Cluster}\nnamespace: {mesh.Namespace}\nserviceAccount: {mesh.ServiceAccount}\n"
            : "type: external\n";
        var rule = Port.IsHttp ? $"methods: [{Question.Request.Method}]\n    paths: [\"{Path}\"]\n" : "";
        rule = (PortName is { } port ? $"port: {port}\n    " : "") + rule;
        var access = rule.Length > 0 ? $"access:\n  - {rule.TrimEnd()}\n" : "";
        return $"a new ClientAccess{hint}\n\nkind: ClientAccess\nname: {Name}\nservice: {Service.Name}\n{caller}{access}".TrimEnd('\n');
    }

    private ServicePort Port => AskedPort.Of(Question, Service.Args);

    private string? PortName => Service.Args.Ports.Count > 0 ? Port.Name : null;

    private AccessRule? Rule =>
        Port.IsHttp
            ? new AccessRule
            {
                Port = PortName,
                Methods = [Question.Request.Method],
                Paths = [Path],
            }
        : PortName is { } port ? new AccessRule { Port = port }
        : null;

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
            Access = Rule is { } rule ? [rule] : [],
        };
        return args.Problems().Any(p => p.Severity == ProblemSeverity.Error)
            ? null
            : definition.Adding(new Intent<ClientAccessIntent>(Name, Service.Location, args) { Service = Service.Name });
    }
}
