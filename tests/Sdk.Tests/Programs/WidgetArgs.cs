using Pulumi;
using Pulumi.Kubernetes.ApiExtensions;

namespace Sdk.Tests.Programs;

internal sealed class WidgetArgs(string apiVersion = "example.io/v1", string kind = "Widget") : CustomResourceArgs(apiVersion, kind)
{
    [Input("spec")]
    public Input<WidgetSpecArgs>? Spec { get; set; }
}
