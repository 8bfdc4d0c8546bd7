namespace MeshStack.Manifests;

/// <summary>Where a VirtualService applies: at gateways, or in the sidecars of the mesh.</summary>
internal static class VirtualServiceScope
{
    public static bool IsForMesh(Field spec) => !spec["gateways"].HasContent || NamesMesh(spec);

    public static bool NamesMesh(Field spec) => spec["gateways"].Items.Any(gateway => gateway.Text == IstioNames.MeshGateway);

    public static bool IsForGatewaysOnly(Field spec) => !IsForMesh(spec);
}
