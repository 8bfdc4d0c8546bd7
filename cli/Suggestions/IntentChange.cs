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

    /// <summary>The changes that may let a request through, and no other one of no other caller, the smallest first.</summary>
    /// <param name="question">The request and its caller.</param>
    /// <param name="service">The service that it is for.</param>
    /// <param name="definition">The intents.</param>
    /// <param name="path">The path as the service's proxy reads it.</param>
    public static IEnumerable<IntentChange> For(
        Question question,
        Intent<InboundServiceIntent> service,
        MeshDefinition definition,
        string path
    )
    {
        var method = question.Request.Method;
        var port = AskedPort.Of(question, service.Args);
        if (port.IsHttp && path.AsSpan().IndexOfAny("*{}") >= 0)
        {
            // An intent would take it for a pattern.
            yield break;
        }

        foreach (var access in definition.Accesses.Where(a => a.Service == service.Name && IsOf(a.Args, question.Caller, definition)))
        {
            for (var i = 0; i < access.Args.Access.Count; i++)
            {
                if (access.Args.PortOf(access.Args.Access[i]) != port)
                {
                    continue;
                }

                // What a rule has besides would be let through as well.
                if (access.Args.Access[i] is { Paths: [var only] } && only == path)
                {
                    yield return new WidenedRule(access, i, method, null);
                }

                if (access.Args.Access[i] is { Methods: [var alone] } && alone == method)
                {
                    yield return new WidenedRule(access, i, null, path);
                }
            }

            if (access.Args.Access.Count > 0 && port.IsHttp)
            {
                yield return new WidenedRule(access, access.Args.Access.Count, method, path)
                {
                    Port = service.Args.Ports.Count > 0 ? port.Name : null,
                };
            }
        }

        yield return new NewAccess(question, service, path, FreeName(question, service, definition));
    }

    // Two may be called alike in two namespaces.
    private static string FreeName(Question question, Intent<InboundServiceIntent> service, MeshDefinition definition)
    {
        var mesh = question.Caller as Caller.InMesh;
        string[] callers = mesh is null
            ? ["outside"]
            : [mesh.ServiceAccount, $"{mesh.Namespace}-{mesh.ServiceAccount}", $"{mesh.Cluster}-{mesh.Namespace}-{mesh.ServiceAccount}"];
        return callers
            .Select(caller => Cut($"{caller.Replace('.', '-')}-to-{service.Name}", ""))
            .Concat(
                Enumerable
                    .Range(2, definition.Accesses.Length + 1)
                    .Select(number => Cut($"{callers[0].Replace('.', '-')}-to-{service.Name}", FormattableString.Invariant($"-{number}")))
            )
            .First(name => definition.Accesses.All(access => access.Name != name));
    }

    private static string Cut(string name, string end) =>
        (name.Length + end.Length <= IntentKeys.LongestName ? name : name[^(IntentKeys.LongestName - end.Length)..].TrimStart('-')) + end;

    private static bool IsOf(ClientAccessIntent access, Caller caller, MeshDefinition definition)
    {
        if (caller is not Caller.InMesh mesh)
        {
            return access.Type == ClientTypes.External;
        }

        // One of several callers, or for all accounts of a namespace, is others' as well.
        var home = definition.Clusters.First(c => c.Name == mesh.Cluster).ControlPlane.Cluster;
        return access is { Type: ClientTypes.Istio, Each: [var only] }
            && only.Namespace == mesh.Namespace
            && only.ServiceAccount == mesh.ServiceAccount
            && only.ControlPlane is { } controlPlane
            && (controlPlane.Cluster.Name == home.Name || controlPlane.Cluster.TrustDomain == home.TrustDomain);
    }
}
