using System.Reflection;
using Pulumi;

namespace MeshStack.Components.Tests;

/// <summary>Options with fixed values take those that definitions allow.</summary>
public sealed class OptionTests
{
    public static TheoryData<Type, Type, string> Options { get; } =
        new()
        {
            { typeof(AccessLogEncoding), typeof(IstioInstallSettings), nameof(IstioInstallSettings.AccessLogEncoding) },
            { typeof(ClientType), typeof(ClientAccessIntent), nameof(ClientAccessIntent.Type) },
            { typeof(DataPlane), typeof(IstioInstallSettings), nameof(IstioInstallSettings.DataPlane) },
            { typeof(EgressProtocol), typeof(EgressHostSettings), nameof(EgressHostSettings.Protocol) },
            { typeof(ExternalTrafficPolicy), typeof(GatewayInstallSettings), nameof(GatewayInstallSettings.ExternalTrafficPolicy) },
            { typeof(GatewayServiceType), typeof(GatewayInstallSettings), nameof(GatewayInstallSettings.ServiceType) },
            { typeof(IstioProfile), typeof(IstioInstallSettings), nameof(IstioInstallSettings.Profile) },
            { typeof(KeyAlgorithm), typeof(GeneratedTrustSettings), nameof(GeneratedTrustSettings.KeyAlgorithm) },
            { typeof(MeshRole), typeof(MeshMemberSettings), nameof(MeshMemberSettings.Role) },
            { typeof(MeshTopology), typeof(MeshSettings), nameof(MeshSettings.Topology) },
            { typeof(OutboundTrafficPolicy), typeof(IstioInstallSettings), nameof(IstioInstallSettings.OutboundTrafficPolicy) },
            { typeof(Platform), typeof(IstioInstallSettings), nameof(IstioInstallSettings.Platform) },
            { typeof(RoutedCallers), typeof(ServiceRouteIntent), nameof(ServiceRouteIntent.For) },
            { typeof(ServiceProtocol), typeof(InboundServiceIntent), nameof(InboundServiceIntent.Protocol) },
            { typeof(TransportProtocol), typeof(GatewayServicePortSettings), nameof(GatewayServicePortSettings.Protocol) },
            { typeof(TrustRotationPhase), typeof(TrustRotationSettings), nameof(TrustRotationSettings.Phase) },
            { typeof(WaypointTraffic), typeof(WaypointSettings), nameof(WaypointSettings.For) },
        };

    [Theory]
    [MemberData(nameof(Options))]
    public void ValuesAreThoseOfTheDefinition(Type option, Type settings, string property)
    {
        ArgumentNullException.ThrowIfNull(option);
        var values = (IReadOnlyList<string>)option.GetProperty("Values")!.GetValue(null)!;
        var allowed = SettingMember.Of(settings).Single(m => m.Property.Name == property).Declaration.Choices;
        Assert.Equal(allowed.Order(StringComparer.Ordinal), values.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void EveryOptionIsHeldAgainstItsSetting() =>
        Assert.Equal(
            typeof(Mesh)
                .Assembly.GetExportedTypes()
                .Where(type => type.Namespace == typeof(Mesh).Namespace && type.GetCustomAttribute<EnumTypeAttribute>() is not null)
                .OrderBy(type => type.Name, StringComparer.Ordinal),
            Options.Select(row => (Type)row[0])
        );
}
