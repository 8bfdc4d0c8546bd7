using Spectre.Console.Rendering;

namespace MeshStack.Cli.Reports;

/// <summary>The first of several forms that needs no more room than there is; else the last.</summary>
internal sealed class FirstThatFits(params IReadOnlyList<IRenderable> forms) : Renderable
{
    protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth) =>
        (forms.FirstOrDefault(form => form.Measure(options, maxWidth).Min <= maxWidth) ?? forms[^1]).Render(options, maxWidth);
}
