using MeshStack.Registration;
using Pulumi;

namespace MeshStack.Components.Tests;

/// <summary>What components find wrong with their args, without any component.</summary>
internal static class ArgsChecks
{
    public static IEnumerable<ArgsProblem> Problems(this MeshArgs args) => Read<MeshSettings>(args).Problems();

    public static IEnumerable<ArgsProblem> Problems(this MeshTrustArgs args) => Read<MeshTrustSettings>(args).Problems();

    public static IEnumerable<ArgsProblem> Problems(this MeshClusterArgs args) => Read<MeshClusterSettings>(args).Problems();

    public static IEnumerable<ArgsProblem> Problems(this IstioInstallArgs args) => Read<IstioInstallSettings>(args).Problems();

    public static IEnumerable<ArgsProblem> Problems(this InboundServiceArgs args) => new Composition().Service(args).Problems();

    public static IEnumerable<ArgsProblem> Problems(this MeshNamespaceArgs args) =>
        new MeshNamespaceRules(
            Read<MeshNamespaceSettings>(args),
            args.Namespace,
            new Composition().ControlPlanes.Model(args.ControlPlane)
        ).Problems();

    private static TSettings Read<TSettings>(ResourceArgs args)
        where TSettings : class => new Composition().Read<TSettings>(args);
}
