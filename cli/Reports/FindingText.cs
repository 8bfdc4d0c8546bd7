using MeshStack.Cli.Commands;
using MeshStack.Manifests;

namespace MeshStack.Cli.Reports;

/// <summary>A finding as one line.</summary>
internal static class FindingText
{
    public static string Of(Finding finding)
    {
        var source = finding.Source is { } at ? $"{at.File}:{at.Line}: " : "";
        return PlainWriter.Line(
            $"{source}{finding.Cluster} {finding.Object}: {(finding.Path.Length > 0 ? finding.Path + ": " : "")}{finding.Message} "
                + $"({finding.Code})"
        );
    }
}
