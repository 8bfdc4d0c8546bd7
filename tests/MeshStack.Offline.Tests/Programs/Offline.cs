using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace MeshStack.Offline.Tests.Programs;

/// <summary>Short ways to run a program and to make an object.</summary>
internal static class Offline
{
    public static Task<Recording> Run(Action program, OfflineOptions? options = null) =>
        OfflineStack.RunAsync(options ?? new OfflineOptions(), program);

    public static async Task<string[]> Problems(Action program, OfflineOptions? options = null) =>
        [.. (await Assert.ThrowsAsync<OfflineException>(() => Run(program, options))).Problems];

    public static Route Route(
        string name,
        CustomResourceOptions options,
        RouteSpecArgs? spec = null,
        string? ns = "shop",
        string? objectName = null
    ) =>
        new(
            name,
            new RouteArgs
            {
                Metadata = new ObjectMetaArgs { Name = objectName ?? name, Namespace = ns! },
                Spec = spec!,
            },
            options
        );

    public static string Text(object? tree) => System.Text.Json.JsonSerializer.Serialize(tree).Replace('"', '\'');
}
