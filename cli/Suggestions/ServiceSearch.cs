using MeshStack.Analysis.Model;
using MeshStack.Cli.Questions;

namespace MeshStack.Cli.Suggestions;

/// <summary>The InboundService that a question is about.</summary>
internal static class ServiceSearch
{
    public static Intent<InboundServiceIntent>? Of(Question question, MeshDefinition definition)
    {
        var forms = KnownNames
            .Forms(question.Request.Host, (question.Caller as Caller.InMesh)?.Namespace)
            .ToHashSet(StringComparer.Ordinal);
        var meant = question.Cluster ?? question.Caller.Cluster;
        return definition
            .Services.Where(s => (question.Cluster is null || IsIn(s.Args, question.Cluster)) && s.Args.IsAskedForBy(forms))
            .OrderBy(s => IsIn(s.Args, meant) ? 0 : 1)
            .ThenBy(s => s.Name, StringComparer.Ordinal)
            .FirstOrDefault();
    }

    private static bool IsIn(InboundServiceIntent service, string cluster) =>
        service.Places.Any(place => place.ControlPlane.Cluster.Name == cluster);
}
