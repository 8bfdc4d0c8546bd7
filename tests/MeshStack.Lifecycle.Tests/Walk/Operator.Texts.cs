using System.Text.RegularExpressions;

namespace MeshStack.Lifecycle.Tests.Walk;

/// <summary>What is looked for in what is printed.</summary>
internal sealed partial class Operator
{
    [GeneratedRegex(@"meshstack:removed\.(?<what>clusters|namespaces)\[\d+\]' (?<name>[a-z0-9/-]+)")]
    private static partial Regex Removed();

    [GeneratedRegex("^(?<now>[a-z0-9]+): .* under another name: renamedFrom: (?<from>[a-z0-9]+)")]
    private static partial Regex RenamedService();

    [GeneratedRegex("--replace '(?<urn>[^']+)'")]
    private static partial Regex Replaced();

    [GeneratedRegex("everything would be made a second time where it is, and fail. If .* renamedFrom: (?<name>[a-z0-9]+) at")]
    private static partial Regex SameContext();

    [GeneratedRegex(@"keep it \(trustDomain: (?<domain>[a-z0-9.]+)\)")]
    private static partial Regex TrustDomain();

    [GeneratedRegex("at once, .* context: (?<context>[a-z0-9-]+) and clusterIdentifier: (?<id>[a-z0-9-]+) for one update first")]
    private static partial Regex RenamedAndMoved();

    [GeneratedRegex("has not ended, .* leads there: context: (?<context>[a-z0-9-]+) for one update first")]
    private static partial Regex MoveNotEnded();

    [GeneratedRegex("its rename has not ended.* renamedFrom: (?<from>[a-z0-9-]+)")]
    private static partial Regex RenameNotEnded();

    [GeneratedRegex("pulumi state unprotect '(?<urn>[^']+)'")]
    private static partial Regex Unprotected();

    [GeneratedRegex("run pulumi up with context: (?<context>[a-z0-9-]+) and without deleteWithMesh")]
    private static partial Regex MovedWithAll();

    [GeneratedRegex(@"Release::(?<release>[a-z0-9-]+): (cannot re-use a name|another operation \()")]
    private static partial Regex HelmError();

    [GeneratedRegex(@"safe next: (?<phase>.*)$")]
    private static partial Regex SafeNext();

    [GeneratedRegex(@"go by way of .*?(?<minor>\d+\.\d+)")]
    private static partial Regex SkippedVersion();

    [GeneratedRegex("clusterIdentifier: (?<id>[a-z0-9-]+)")]
    private static partial Regex Was();

    [GeneratedRegex("helm uninstall (?<name>[a-z-]+) --namespace (?<ns>[a-z-]+)")]
    private static partial Regex Uninstalled();

    [GeneratedRegex("helm rollback (?<name>[a-z-]+) --namespace (?<ns>[a-z-]+)")]
    private static partial Regex RolledBack();

    [GeneratedRegex("--kube-context (?<context>[a-z0-9-]+)")]
    private static partial Regex HelmContext();

    [GeneratedRegex("context from (?<context>[a-z0-9-]+) to")]
    private static partial Regex FromContext();

    [GeneratedRegex("run pulumi up")]
    private static partial Regex RunFirst();

    [GeneratedRegex("clusterIdentifier")]
    private static partial Regex Identifier();

    [GeneratedRegex("adoptExisting: true|already exists")]
    private static partial Regex Exists();

    [GeneratedRegex("trust-root-.*protected|protected.*trust-root-")]
    private static partial Regex ProtectedRoot();

    [GeneratedRegex("unreachable")]
    private static partial Regex Unreachable();
}
