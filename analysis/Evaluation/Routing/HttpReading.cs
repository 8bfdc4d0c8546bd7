using MeshStack.Analysis.Config.Http;
using MeshStack.Analysis.Config.Mesh;
using MeshStack.Analysis.Matching;
using MeshStack.Analysis.Model;

namespace MeshStack.Analysis.Evaluation.Routing;

/// <summary>A request once a proxy reads it: its path in one spelling, and the headers that the proxy writes.</summary>
internal static class HttpReading
{
    /// <summary>The request as the proxy sees it, or the verdict where it takes no such request.</summary>
    public static (RequestContext Context, Verdict? Stop) Read(
        RequestContext context,
        AccessStep step,
        object proxy,
        MeshConfiguration mesh,
        ProxyHeaders headers
    )
    {
        if (mesh.ChangesReading && ConnectionSettings.WhyUnknown(context.Http!) is { } why)
        {
            return (context, context.Undecided(step, proxy, why));
        }

        var path = PathNormalization.Apply(mesh.PathNormalization, context.Http!.Path);
        if (path.Path is { } text)
        {
            return (context with { Http = context.Http.Read(headers) with { Path = text } }, null);
        }

        return (context, path.IsRejected ? context.Unreachable(step, proxy, path.Why!) : context.Undecided(step, proxy, path.Why!));
    }
}
