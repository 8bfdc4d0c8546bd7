using MeshStack.Analysis.Config.Authorization;
using MeshStack.Analysis.Model;

namespace MeshStack.Analysis.Findings;

/// <summary>A policy on each port of each workload that enforces it.</summary>
/// <param name="Policy">The policy.</param>
/// <param name="Ports">The ports.</param>
internal sealed record PolicyPorts(AuthorizationPolicyConfig Policy, IReadOnlyList<PortRules> Ports)
{
    public AuthorizationAction Action => Policy.Action;

    /// <summary>True where some request on some port may match.</summary>
    public bool Matches(AuthorizationRule rule) => Ports.Any(port => !port.AtMost(rule, Action).IsEmpty);

    public Finding Finding(Severity severity, string code, string path, string message) =>
        FindingSubject.Finding(severity, code, Policy.Manifest, path, message);

    /// <summary>The workloads as one names them in a sentence.</summary>
    public string Workloads()
    {
        var names = Ports
            .Select(port => port.Workload)
            .Distinct()
            .Select(workload => workload.Name)
            .Distinct(StringComparer.Ordinal)
            .ToArray();
        return names.Length == 1 ? names[0] : $"{names[0]} and {names.Length - 1} more";
    }
}
