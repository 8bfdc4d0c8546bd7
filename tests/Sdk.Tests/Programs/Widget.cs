using System.Collections.Immutable;
using Pulumi;

namespace Sdk.Tests.Programs;

/// <summary>A typed custom resource as users write them.</summary>
internal sealed class Widget(string name, WidgetArgs args, CustomResourceOptions? options = null)
    : Pulumi.Kubernetes.ApiExtensions.CustomResource(name, args, options)
{
    [Output("spec")]
    public Output<ImmutableDictionary<string, object>> Spec { get; private set; } = null!;

    [Output("status")]
    public Output<ImmutableDictionary<string, object>?> Status { get; private set; } = null!;
}
