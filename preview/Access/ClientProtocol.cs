using MeshStack.Analysis.Model;
using MeshStack.Definition;

namespace MeshStack.Preview.Access;

/// <summary>What a client of an InboundService sends.</summary>
internal static class ClientProtocol
{
    public static RequestProtocol Of(string protocol, bool isOutside) =>
        isOutside || protocol == "TLS" ? RequestProtocol.Https
        : ServiceProtocols.IsHttp(protocol) ? RequestProtocol.Http
        : RequestProtocol.Tcp;
}
