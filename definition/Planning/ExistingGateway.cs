namespace MeshStack.Definition.Planning;

/// <summary>The pods of a gateway that the plan does not make.</summary>
/// <param name="Selector">Their labels.</param>
/// <param name="ServiceAccount">Their service account.</param>
/// <param name="Ports">The ports of its Service.</param>
public sealed record ExistingGateway(IReadOnlyDictionary<string, string> Selector, string ServiceAccount, IReadOnlyList<int> Ports)
{
    /// <summary>The network that other networks enter through it; null where it is no gateway between networks.</summary>
    public string? Network { get; init; }

    /// <summary>The pods of a gateway that is there already.</summary>
    internal static ExistingGateway Of(GatewayModel gateway) =>
        new(
            gateway.Selector,
            gateway.ServiceAccount,
            gateway.Label == GatewayModel.EastWest(null).Label
                ? [GatewayModel.CrossClusterPort, IstiodPorts.Discovery, IstiodPorts.Webhook]
                : [GatewayModel.HttpPort, GatewayModel.HttpsPort]
        );
}
