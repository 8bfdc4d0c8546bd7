using MeshStack.Analysis.Config.Masks;
using MeshStack.Analysis.Config.Objects;
using MeshStack.Analysis.Model;

namespace MeshStack.Analysis.Topology.Services;

/// <summary>Whether a Service's requests go to what is near first.</summary>
/// <remarks>Source: GetTrafficDistribution in pilot/pkg/model/service.go of istio/istio.</remarks>
internal static class TrafficDistributions
{
    private static readonly HashSet<string> Near = new(
        ["PreferClose", "PreferSameZone", "PreferSameNode"],
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>What a Service says; null where it says nothing.</summary>
    public static Certainty? Of(Manifest service) =>
        service.Spec["trafficDistribution"].Text is { } text && (Near.Contains(text) || Mask.IsIn(text))
            ? Said(service, text)
            : Annotated(service);

    /// <summary>What the annotation of a Service or a namespace says; null where it says nothing.</summary>
    public static Certainty? Annotated(Manifest manifest)
    {
        var annotations = manifest.Annotations();
        return
            (Mask.IsIn(annotations.Text) ? annotations : annotations["networking.istio.io/traffic-distribution"]).Text
                is { Length: > 0 } text
            ? Said(manifest, text)
            : null;
    }

    private static Certainty Said(Manifest manifest, string text) =>
        Mask.IsIn(text)
            ? Certainty.Unknown($"{manifest.Reference} may prefer what is near, which is masked")
            : Certainty.From(Near.Contains(text));
}
