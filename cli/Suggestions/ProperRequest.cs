using MeshStack.Analysis.Model;
using MeshStack.Cli.Questions;

namespace MeshStack.Cli.Suggestions;

/// <summary>The question with the host and port under which a caller of its cluster finds the service.</summary>
internal static class ProperRequest
{
    public static Question Of(Question question, InboundServiceIntent service, MeshDefinition definition)
    {
        if (question.Caller is not Caller.InMesh caller)
        {
            return question with
            {
                Request = question.Request with
                {
                    Host = service.ExternalName is ['*', ..] ? question.Request.Host : service.ExternalName!,
                    Port = 443,
                    Protocol = RequestProtocol.Https,
                },
            };
        }

        var access = new ClientAccessIntent
        {
            Service = service,
            ControlPlane = definition.Clusters.First(c => c.Name == caller.Cluster).ControlPlane,
            Namespace = caller.Namespace,
        };
        var (host, port) = (access.Host, access.PortFor(AskedPort.Of(question, service)));

        // Short names and single instances are right as they are.
        var isSame =
            question.Request.Port == port
            && KnownNames
                .Forms(question.Request.Host, caller.Namespace)
                .Any(f =>
                    f == host
                    || service.InstanceServices.Any(i => f == host.Replace(service.Service + ".", i + ".", StringComparison.Ordinal))
                );
        return isSame ? question : question with { Request = question.Request with { Host = host, Port = port } };
    }
}
