using MeshStack.Analysis.Model;
using MeshStack.Cli.Questions;
using MeshStack.Definition.Intents;

namespace MeshStack.Cli.Suggestions;

/// <summary>The port of a service that a question is about.</summary>
internal static class AskedPort
{
    public static ServicePort Of(Question question, InboundServiceIntent service) =>
        question.Caller is Caller.Outside
            ? service.PortForOutside
            : service.ServedPorts.FirstOrDefault(port => question.Request.Port == port.Number)
                ?? service.ServedPorts.FirstOrDefault(port => question.Request.Port == port.ImportedPort)
                ?? service.ServedPorts[0];
}
