using System.Collections.Concurrent;
using System.Globalization;
using MeshStack.Analysis.Config.Authorization;
using MeshStack.Analysis.Config.Masks;
using MeshStack.Analysis.Config.Objects;
using MeshStack.Analysis.Model;

namespace MeshStack.Analysis.Topology.Workloads;

/// <summary>The PeerAuthentications of one workload, from the mesh's to its ports'.</summary>
/// <remarks>Source: ComposePeerAuthentication in pilot/pkg/security/authn/policy_applier.go of istio/istio.</remarks>
internal sealed class PeerAuthenticationModes
{
    private readonly ConcurrentDictionary<int, PortMode> _ofPorts = new();
    private readonly ClusterMasks _masks;
    private readonly IReadOnlyList<Manifest>[] _levels;
    private readonly bool _areZtunnels;

    private PeerAuthenticationModes(ClusterMasks masks, bool areZtunnels, params IReadOnlyList<Manifest>[] levels) =>
        (_masks, _areZtunnels, _levels) = (masks, areZtunnels, levels);

    public static PeerAuthenticationModes From(SelectorIndex<Manifest> all, ClusterMasks masks, string root, Workload workload)
    {
        var own = all.Selecting(workload.Namespace, workload.Labels).ToArray();
        bool IsWhole(Manifest manifest) => PeerAuthenticationModes.IsWhole(manifest) && masks.Of(manifest)?.Unread is null;
        return new(
            masks,
            workload.IsAmbient,
            [
                .. all.Selecting(root, workload.Labels)
                    .Where(manifest => IsWhole(manifest) || masks.Of(manifest)?.Unread is not null)
                    // For ztunnel a selector that asks for nothing is one all the same.
                    .Where(manifest => !workload.IsAmbient || masks.Of(manifest)?.Unread is not null || !manifest.Spec["selector"].Exists),
            ],
            workload.Namespace == root ? [] : [.. own.Where(IsWhole)],
            // Selectors in the root namespace choose nothing; one that is hidden may be for the workload alone.
            workload.Namespace == root
                ? []
                : [.. own.Where(manifest => !IsWhole(manifest))]
        );
    }

    /// <summary>What is said of a whole namespace, by its own PeerAuthentication or the mesh's.</summary>
    public static PortMode OfNamespace(SelectorIndex<Manifest> all, ClusterMasks masks, string root, string ns)
    {
        IReadOnlyList<Manifest> In(string one) => [.. all.Selecting(one, new Dictionary<string, string>())];
        return new PeerAuthenticationModes(masks, areZtunnels: false, In(root), ns == root ? [] : In(ns)).Find(port: 0);
    }

    /// <summary>The mode of a port of the pod.</summary>
    public PortMode Of(int port) => _ofPorts.TryGetValue(port, out var known) ? known : _ofPorts[port] = Find(port);

    /// <summary>What is said of ports, and counts for none of those that the pod has.</summary>
    public IEnumerable<Cause> WithoutEffect(IReadOnlyList<int> ports) =>
        from manifest in _levels.SelectMany(level => level)
        let levels = manifest.Spec["portLevelMtls"]
        from entry in levels.Entries
        where !Mask.IsIn(entry.Name)
        let why = IsWhole(manifest) ? "ports count where a selector chooses workloads"
        : !int.TryParse(entry.Name, CultureInfo.InvariantCulture, out var number) || !ports.Contains(number)
            ? $"it is no port of the pod, which has {string.Join(", ", ports)}"
        : null
        where why is not null
        select Cause.From(manifest, $"{entry.Path} has no effect: {why}");

    /// <summary>Those that would say the same of a port if the one that decides were not there.</summary>
    public IEnumerable<Cause> Behind(PortMode mode, int port) =>
        from manifest in _levels.SelectMany(level => level)
        where _masks.Of(manifest)?.Unread is null
        let own = ModeOf(manifest, port, new(MutualTlsMode.Permissive, "", []))
        where own.Mode == mode.Mode
        from cause in own.Because
        where !mode.Because.Contains(cause)
        select cause with
        {
            Detail = $"{cause.Detail}, which counts where nothing closer says otherwise",
        };

    private PortMode Find(int port)
    {
        PortMode mode = new(MutualTlsMode.Permissive, "no PeerAuthentication says otherwise", []);
        foreach (var level in _levels)
        {
            if (level.Count == 0)
            {
                continue;
            }

            if (level.Select(manifest => _masks.Of(manifest)?.Unread).FirstHidden() is { } hidden)
            {
                mode = Hidden(hidden);
                continue;
            }

            var modes = level.Select(manifest => ModeOf(manifest, port, mode)).ToArray();
            if (!CreationOrder.IsKnown(level) && modes.Any(one => one.Mode != modes[0].Mode))
            {
                return new(
                    MutualTlsMode.Unknown,
                    $"nothing says which of {string.Join(" and ", level.Select(manifest => manifest.Reference))} is the oldest",
                    [.. modes.SelectMany(one => one.Because)]
                );
            }

            mode = modes[0];
        }

        return _areZtunnels && _levels.Length > 2 && _levels[2].FirstOrDefault(IsOdd) is { } odd
            ? new(
                MutualTlsMode.Unknown,
                $"what ztunnel makes of portLevelMtls of {odd.Reference} beside what it inherits is not evaluated",
                [Cause.From(odd, "istiod tells ztunnel of ports by themselves")]
            )
            : mode;
    }

    // Istiod makes a policy of the ports for ztunnel, and of what they inherit it takes another view there than for the rest.
    // Source: https://github.com/istio/istio/blob/1.31.0-rc.0/pilot/pkg/serviceregistry/ambient/authorization.go,
    // convertedSelectorPeerAuthentications and convertPeerAuthentication.
    private bool IsOdd(Manifest own)
    {
        var levels = own.Spec["portLevelMtls"];
        string?[] ports = [.. levels.Entries.Select(port => port["mode"].Text)];
        if (ports.Length > 0 && _levels.SelectMany(level => level).Any(one => Mask.IsWithin(one.Spec.Value)))
        {
            return true;
        }

        string? Said(IReadOnlyList<Manifest> level) => level.Count == 0 ? null : ModeIn(level[0]);
        var (root, ns) = (Said(_levels[0]), Said(_levels[1]));
        var isRootStrict = root == "STRICT" && (ns is null or "UNSET");
        return ModeIn(own) switch
        {
            "PERMISSIVE" or "DISABLE" => isRootStrict && ports.Contains("STRICT"),
            "UNSET" => (isRootStrict || ns == "STRICT") && (ports.Contains("PERMISSIVE") ? ns == "UNSET" : ports.Contains("DISABLE")),
            _ => false,
        };
    }

    private static string ModeIn(Manifest manifest) => manifest.Spec["mtls"]["mode"].Text ?? "UNSET";

    private static PortMode Hidden(Unreadable hidden) => new(MutualTlsMode.Unknown, hidden.Reason, [hidden.Because]);

    private static PortMode ModeOf(Manifest manifest, int port, PortMode inherited)
    {
        var spec = manifest.Spec;
        var whole = Mode(manifest, spec["mtls"], inherited);
        var levels = spec["portLevelMtls"];
        var own = levels[port.ToString(CultureInfo.InvariantCulture)];
        return IsWhole(manifest) ? whole
            : Mask.IsIn(levels.Text) || levels.Entries.Any(entry => Mask.IsIn(entry.Name)) ? Hidden(Unreadable.From(manifest, levels.Path))
            : own.Exists ? Mode(manifest, own, whole)
            : whole;
    }

    private static PortMode Mode(Manifest manifest, Field mtls, PortMode inherited) =>
        Mask.IsWithin(mtls.Value)
            ? Hidden(Unreadable.From(manifest, Mask.IsIn(mtls["mode"].Text) ? mtls["mode"].Path : mtls.Path))
            : Parse(manifest, mtls["mode"], inherited);

    private static PortMode Parse(Manifest manifest, Field mode, PortMode inherited) =>
        mode.Value switch
        {
            null or "UNSET" => inherited,
            "PERMISSIVE" => Given(MutualTlsMode.Permissive, manifest, mode),
            "STRICT" => Given(MutualTlsMode.Strict, manifest, mode),
            "DISABLE" => Given(MutualTlsMode.Disable, manifest, mode),
            _ => new(
                MutualTlsMode.Unknown,
                $"{mode.Path} of {manifest.Reference} is no mode",
                [Cause.From(manifest, $"{mode.Path} is {mode.Scalar() ?? "no text"}")]
            ),
        };

    private static PortMode Given(MutualTlsMode mode, Manifest manifest, Field field) =>
        new(mode, $"{manifest.Reference} says {field.Text}", [Cause.From(manifest, $"{field.Path} is {field.Text}")]);

    private static bool IsWhole(Manifest manifest) => SelectorOf(manifest).IsEmpty;

    public static LabelSelector SelectorOf(Manifest manifest) => LabelSelector.From(manifest.Spec["selector"]["matchLabels"]);
}
