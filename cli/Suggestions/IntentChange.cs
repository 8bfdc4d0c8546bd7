using MeshStack.Analysis.Model;
using MeshStack.Cli.Questions;

namespace MeshStack.Cli.Suggestions;

/// <summary>One change of the intents.</summary>
internal abstract record IntentChange
{
    /// <summary>The change in words.</summary>
    /// <param name="hint">What the caller has to do besides.</param>
    public abstract string Text(string hint);

    /// <summary>The definition with the change; null where it does not allow for it.</summary>
    public abstract MeshDefinition? Apply(MeshDefinition definition);

    /// <summary>The changes that may let a request through, the smallest first.</summary>
    public static IEnumerable<IntentChange> For(Question question, Intent<InboundServiceIntent> service, MeshDefinition definition)
    {
        foreach (var access in definition.Accesses.Where(a => a.Service == service.Name && IsOf(a.Args, question.Caller, definition)))
        {
            for (var i = 0; i < access.Args.Access.Count; i++)
            {
                // A rule that has the path lacks the method, and the other way round: which it is, trying tells. One without paths would
                // gain a method for all.
                if (access.Args.Access[i].Paths.Count > 0)
                {
                    yield return new WidenedRule(access, i, question.Request.Method, null);
                }

                yield return new WidenedRule(access, i, null, PathOf(question.Request));
            }

            yield return new WidenedRule(access, access.Args.Access.Count, question.Request.Method, PathOf(question.Request));
        }

        yield return new NewAccess(question, service, PathOf(question.Request));
    }

    private static string PathOf(Request request) => request.Path.Split('?', '#')[0];

    private static bool IsOf(ClientAccessIntent access, Caller caller, MeshDefinition definition)
    {
        if (caller is not Caller.InMesh mesh)
        {
            return access.Type == ClientTypes.External;
        }

        var home = definition.Clusters.First(c => c.Name == mesh.Cluster).ControlPlane.Cluster;
        return access.Type == ClientTypes.Istio
            && access.Namespace == mesh.Namespace
            && (access.ServiceAccount ?? mesh.ServiceAccount) == mesh.ServiceAccount
            && access.ControlPlane is { } controlPlane
            && (controlPlane.Cluster.Name == home.Name || controlPlane.Cluster.TrustDomain == home.TrustDomain);
    }
}
