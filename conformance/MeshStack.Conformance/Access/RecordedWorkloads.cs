using System.Text.RegularExpressions;
using MeshStack.Analysis.Model;
using MeshStack.Manifests;

namespace MeshStack.Conformance.Access;

/// <summary>The workloads that a recorded mesh has manifests of: others were asked, and answered, that it has none of.</summary>
internal sealed partial class RecordedWorkloads
{
    private readonly HashSet<(string Cluster, string Namespace, string Account)> _callers = [];
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    public RecordedWorkloads(IReadOnlyList<Manifest> manifests, IEnumerable<Caller.Outside> outside)
    {
        _names.UnionWith(outside.Select(caller => caller.Gateway).OfType<string>());
        foreach (var manifest in manifests)
        {
            if (manifest.Kind is "Deployment" or "StatefulSet" or "Pod")
            {
                var pod = manifest.Kind == "Pod" ? manifest.Spec : manifest.Spec["template"]["spec"];
                _callers.Add((manifest.Cluster, manifest.Namespace ?? "default", pod["serviceAccountName"].Text ?? "default"));
                _names.Add(manifest.Name);
            }
            else if (manifest.Kind == "WorkloadEntry")
            {
                _names.Add($"{manifest.Name}-vm");
            }
        }
    }

    /// <summary>Whether the caller, or a workload where the call ended, has no manifest.</summary>
    public bool AreBeyond(RecordedQuestion question, Verdict verdict) =>
        question.Caller is Caller.InMesh caller && !_callers.Contains((caller.Cluster, caller.Namespace, caller.ServiceAccount))
        || Named().Matches(question.Where).Select(match => match.Groups["name"].Value).Any(name => !IsKnown(name))
        || (verdict is { Step: AccessStep.Endpoints } && verdict.Reason.StartsWith("no workload ", StringComparison.Ordinal))
        || (verdict is { Step: AccessStep.Gateway } && verdict.Reason.Contains(" has no gateway", StringComparison.Ordinal))
        || verdict.Reason.Contains(" knows no gateway of it", StringComparison.Ordinal);

    // The pods of a StatefulSet have its name and a number.
    private bool IsKnown(string name) => _names.Contains(name) || _names.Contains(Ordinal().Replace(name, ""));

    [GeneratedRegex(
        @"(?:^|; )(?:app: [^/; ]+/|(?:rbac|rbac-tcp|jwt|direct-response|redirect|redirect-tls"
            + @"|tls-required|blackhole|no-cluster|no-route|no-virtual-host"
            + @"|no-endpoints|fault|network|trust-domain|client-certificate-required|client-certificate-refused): )(?!Service |the )"
            + @"(?<name>[a-z0-9][a-z0-9-]*)|(?:application|port|TLS port) of (?<name>[a-z0-9][a-z0-9-]*)|cluster of (?<name>[a-z0-9-]+)"
    )]
    private static partial Regex Named();

    [GeneratedRegex("-[0-9]+$")]
    private static partial Regex Ordinal();
}
