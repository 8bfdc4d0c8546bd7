using System.Text;
using MeshStack.Cli.Commands;

namespace MeshStack.Cli.Reports;

/// <summary>The tree of a cluster as lines without styles and without a width: what a pipe or a file gets.</summary>
/// <remarks>A mesh of a thousand services has twenty thousand lines; laying them out for a terminal that is not there takes longer than
/// composing half of them.</remarks>
internal static class PlainTree
{
    public static string Of(ClusterView cluster, string title)
    {
        var text = new StringBuilder().Append(title).Append('\n');
        Require(text, cluster);
        for (var i = 0; i < cluster.Components.Count; i++)
        {
            var component = cluster.Components[i];
            var last = i == cluster.Components.Count - 1;
            text.Append(last ? "└── " : "├── ")
                .Append(component.Type)
                .Append(' ')
                .Append(component.Name)
                .Append(component.Sources.Count == 0 ? "" : "  ")
                .Append(ClusterTree.Places(component))
                .Append(component.Note.Length == 0 ? "" : "  ")
                .Append(PlainWriter.Line(component.Note))
                .Append('\n');
            for (var j = 0; j < component.Objects.Count; j++)
            {
                var item = component.Objects[j];
                text.Append(last ? "    " : "│   ")
                    .Append(j == component.Objects.Count - 1 ? "└── " : "├── ")
                    .Append(item.Kind)
                    .Append(' ')
                    .Append(item.Place);
                text.Append(item.Chart is null ? "" : "  ").Append(item.Chart).Append('\n');
            }
        }

        return text.ToString();
    }

    private static void Require(StringBuilder text, ClusterView cluster)
    {
        if (cluster.Requirements.Count == 0)
        {
            return;
        }

        var last = cluster.Components.Count == 0;
        text.Append(last ? "└── " : "├── ").Append(ClusterTree.Required).Append('\n');
        for (var i = 0; i < cluster.Requirements.Count; i++)
        {
            text.Append(last ? "    " : "│   ")
                .Append(i == cluster.Requirements.Count - 1 ? "└── " : "├── ")
                .Append(PlainWriter.Line(cluster.Requirements[i]))
                .Append('\n');
        }
    }
}
