using System.Globalization;

namespace MeshStack.Analysis.Access;

/// <summary>The PeerAuthentications of one workload, from the mesh's to its ports'.</summary>
/// <remarks>Source: ComposePeerAuthentication in pilot/pkg/security/authn/policy_applier.go of istio/istio.</remarks>
internal sealed class PeerAuthenticationModes
{
    private readonly IReadOnlyList<Manifest>[] _levels;

    private PeerAuthenticationModes(params IReadOnlyList<Manifest>[] levels) => _levels = levels;

    public static PeerAuthenticationModes Of(SelectorIndex<Manifest> all, string root, Workload workload)
    {
        var own = all.Selecting(workload.Namespace, workload.Labels).ToArray();
        return new(
            [.. all.Selecting(root, workload.Labels).Where(IsWhole)],
            workload.Namespace == root ? [] : [.. own.Where(IsWhole)],

            // Selectors in the root namespace choose nothing.
            workload.Namespace == root ? [] : [.. own.Where(manifest => !IsWhole(manifest))]);
    }

    /// <summary>The mode of a port of the pod.</summary>
    public PortMode Of(int port)
    {
        PortMode mode = new(MutualTlsMode.Permissive, "no PeerAuthentication says otherwise", []);
        foreach (var level in _levels)
        {
            if (level.Count == 0)
            {
                continue;
            }

            var modes = level.Select(manifest => ModeOf(manifest, port, mode)).ToArray();
            if (!Age.IsKnown(level) && modes.Any(one => one.Mode != modes[0].Mode))
            {
                return new(MutualTlsMode.Unknown, $"nothing says which of {string.Join(" and ", level.Select(manifest => manifest.Reference))} is the oldest", [.. modes.SelectMany(one => one.Because)]);
            }

            mode = modes[0];
        }

        return mode;
    }

    private static PortMode ModeOf(Manifest manifest, int port, PortMode inherited)
    {
        var spec = manifest.Spec;
        var whole = Parse(manifest, spec["mtls"]["mode"], inherited);
        var ports = spec["portLevelMtls"][port.ToString(CultureInfo.InvariantCulture)];
        return !IsWhole(manifest) && ports.Exists ? Parse(manifest, ports["mode"], whole) : whole;
    }

    private static PortMode Parse(Manifest manifest, Field mode, PortMode inherited) => mode.Value switch
    {
        null or "UNSET" => inherited,
        "PERMISSIVE" => Given(MutualTlsMode.Permissive, manifest, mode),
        "STRICT" => Given(MutualTlsMode.Strict, manifest, mode),
        "DISABLE" => Given(MutualTlsMode.Disable, manifest, mode),
        _ => new(MutualTlsMode.Unknown, $"{mode.Path} of {manifest.Reference} is no mode", [Cause.Of(manifest, $"{mode.Path} is {mode.Scalar() ?? "no text"}")]),
    };

    private static PortMode Given(MutualTlsMode mode, Manifest manifest, Field field) => new(mode, $"{manifest.Reference} says {field.Text}", [Cause.Of(manifest, $"{field.Path} is {field.Text}")]);

    private static bool IsWhole(Manifest manifest) => SelectorOf(manifest).IsEmpty;

    public static LabelSelector SelectorOf(Manifest manifest) => LabelSelector.Of(manifest.Spec["selector"]["matchLabels"]);
}
