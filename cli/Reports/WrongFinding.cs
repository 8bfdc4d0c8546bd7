using MeshStack.Manifests;
using MeshStack.Preview.Access;

namespace MeshStack.Cli.Reports;

/// <summary>Tells the findings that say that something is wrong, or may be, from those that are worth a thought.</summary>
internal static class WrongFinding
{
    /// <summary>True for errors, for what is declared and does not get through or may not, and for invariants that may not hold.</summary>
    public static bool Is(Finding finding) =>
        finding.Severity == Severity.Error
        || finding.Code is "access-not-allowed" or "access-undecided"
        || finding.Code.StartsWith(InvariantState.CodeStart, StringComparison.Ordinal);
}
