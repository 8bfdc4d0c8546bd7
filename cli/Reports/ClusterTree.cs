using MeshStack.Cli.Commands;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace MeshStack.Cli.Reports;

/// <summary>What one cluster gets, as a tree.</summary>
internal static class ClusterTree
{
    // Styles rather than markup where there are thousands of lines: markup would be parsed for each.
    private static readonly Style Bold = new(decoration: Decoration.Bold);
    private static readonly Style Dim = new(decoration: Decoration.Dim);
    private static readonly Style Type = new(Color.Blue, decoration: Decoration.Bold);

    public static void Write(ReportConsole console, ClusterView cluster)
    {
        if (console.IsPlain)
        {
            console.Raw(PlainTree.Of(cluster, Title(cluster)));
        }
        else
        {
            console.Draw(Of(cluster));
        }
    }

    /// <summary>The places of the definition that asked for a component, in short.</summary>
    public static string Places(ComponentView component) =>
        component.Sources switch
        {
            [] => "",
            [var one] => $"{one.File}:{one.Line}",
            [var first, ..] => FormattableString.Invariant($"{first.File}:{first.Line} and {component.Sources.Count - 1} more"),
        };

    /// <summary>What stands above what a cluster has to have whose Istio is there already.</summary>
    public const string Required = "its Istio is there already, and nothing here changes it; it has to have";

    private static string NoteOf(ComponentView component) => component.Note.Length == 0 ? "" : $"  {component.Note}";

    private static string Title(ClusterView cluster) =>
        $"{cluster.Name} context {cluster.Context}, network {cluster.Identity.Network}, services under {cluster.Identity.Domain}";

    private static Tree Of(ClusterView cluster)
    {
        var tree = new Tree(Node((cluster.Name, Bold), (Title(cluster)[cluster.Name.Length..], Dim))).Guide(TreeGuide.Line);
        if (cluster.Requirements.Count > 0)
        {
            var required = tree.AddNode(Node((Required, Bold)));
            foreach (var requirement in cluster.Requirements)
            {
                required.AddNode(Node((requirement, Style.Plain)));
            }
        }

        foreach (var component in cluster.Components)
        {
            var node = tree.AddNode(
                Node(
                    (component.Type, Type),
                    ($" {component.Name}  ", Style.Plain),
                    (Places(component), Dim),
                    (NoteOf(component), Style.Plain)
                )
            );
            foreach (var item in component.Objects)
            {
                node.AddNode(Node(($"{item.Kind} {item.Place}", Style.Plain), (item.Chart is null ? "" : $"  {item.Chart}", Dim)));
            }
        }

        return tree;
    }

    private static WholeWords Node(params ReadOnlySpan<(string Text, Style Style)> parts)
    {
        var line = new Paragraph();
        foreach (var (text, style) in parts)
        {
            line.Append(PlainWriter.Of(text), style);
        }

        return new(line);
    }
}
