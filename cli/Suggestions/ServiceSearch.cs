using MeshStack.Analysis.Access;
using MeshStack.Cli.Questions;
using MeshStack.Infra.Definition;

namespace MeshStack.Cli.Suggestions;

/// <summary>The InboundService that a question is about.</summary>
internal static class ServiceSearch
{
    public static Intent<InboundServiceArgs>? Of(Question question, MeshDefinition definition)
    {
        var forms = KnownNames.Forms(question.Request.Host, (question.Caller as Caller.InMesh)?.Namespace).ToHashSet(StringComparer.Ordinal);
        var meant = question.Cluster ?? question.Caller.Cluster;
        return definition.Services
            .Where(s => (question.Cluster == null || s.Args.ControlPlane.Cluster.Name == question.Cluster) && HostsOf(s.Args).Any(forms.Contains))
            .OrderBy(s => s.Args.ControlPlane.Cluster.Name == meant ? 0 : 1)
            .ThenBy(s => s.Name, StringComparer.Ordinal)
            .FirstOrDefault();
    }

    private static IEnumerable<string> HostsOf(InboundServiceArgs args)
    {
        foreach (var service in args.InstanceServices.Prepend(args.Service))
        {
            yield return $"{service}.{args.Namespace}.svc.cluster.local";
            yield return $"{service}.{args.Namespace}.{args.ControlPlane.Cluster.Domain}";
        }

        if (args.ExternalName is { } external)
        {
            yield return external;
        }
    }
}
