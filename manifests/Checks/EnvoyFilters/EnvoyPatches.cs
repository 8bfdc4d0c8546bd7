namespace MeshStack.Manifests;

/// <summary>The patches of an EnvoyFilter that istiod looks at: all but those for waypoints.</summary>
internal static class EnvoyPatches
{
    public static IEnumerable<Field> Of(Subject subject) =>
        subject.Spec["configPatches"].Items.Where(patch => patch.Exists && patch["match"]["context"].Text != "WAYPOINT");

    public static string TargetOf(Field patch) => patch["applyTo"].Text ?? "INVALID";

    public static bool IsOfListener(Field patch) => TargetOf(patch) is "LISTENER" or "FILTER_CHAIN" or "NETWORK_FILTER" or "HTTP_FILTER";
}
