using System.Globalization;
using MeshStack.Analysis.Topology;
using MeshStack.Cli.Commands;
using Spectre.Console;

namespace MeshStack.Cli.Reports;

/// <summary>How much of the mesh the sidecars of each namespace are told of, where that is made smaller.</summary>
internal static class SidecarTable
{
    public static void Write(ReportConsole console, IReadOnlyList<SidecarHosts> namespaces)
    {
        if (namespaces.Count == 0)
        {
            return;
        }

        console.Line();
        console.Line($"[bold]Hosts that a sidecar is told of[/]");
        var table = new Table().Border(TableBorder.None).AddColumns("Namespace", "Hosts", "Without sidecarScope");
        foreach (var one in namespaces)
        {
            table.AddRow(
                new Text(PlainWriter.Of($"{one.Cluster} {one.Namespace}")),
                new Text(one.Hosts.ToString(CultureInfo.InvariantCulture)),
                new Text(one.All.ToString(CultureInfo.InvariantCulture))
            );
        }

        console.Draw(table);
    }
}
