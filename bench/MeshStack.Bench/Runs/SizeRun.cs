using System.Text.RegularExpressions;
using MeshStack.Bench.Comparison;
using MeshStack.Bench.Meshes;

namespace MeshStack.Bench.Runs;

/// <summary>All contenders on the mesh of one size.</summary>
internal sealed partial class SizeRun
{
    private readonly string _folder;
    private readonly bool _hasPeer;

    public SizeRun(Programs programs, MeshSize size, string folder, bool hasPeer)
    {
        (Size, _folder, _hasPeer) = (size, folder, hasPeer);
        var project = Path.Combine(folder, "project");
        MeshProject.Write(project, size);
        Preview = new Contender("meshstack preview", programs.Preview(project));
        Render = new Contender("meshstack render", programs.Render(project, Path.Combine(folder, "rendered")));
        Access = new AccessRun(programs, size, folder);
        Peer = hasPeer ? new Contender("cdk8s synth", programs.Synthesize(size, Path.Combine(folder, "synthesized"))) : null;
    }

    public MeshSize Size { get; }

    public Contender Preview { get; }

    public Contender Render { get; }

    /// <summary>The questions of access.</summary>
    public AccessRun Access { get; }

    /// <summary>The peer; null where it is not there.</summary>
    public Contender? Peer { get; }

    public IEnumerable<Contender> Contenders => [Preview, Render, .. _hasPeer ? [Peer!] : Array.Empty<Contender>(), .. Access.Contenders];

    /// <summary>Runs the contenders in turn, round by round, and compares what they made.</summary>
    /// <exception cref="BenchException">One failed, or they did not make the same.</exception>
    public void Run(int rounds)
    {
        for (var round = 0; round < rounds; round++)
        {
            var output = Preview.Run().Output;
            Render.Run();
            Peer?.Run();
            Access.Run();
            if (round == 0)
            {
                Compare(output);
            }
        }

        Directory.Delete(_folder, recursive: true);
    }

    private void Compare(string preview)
    {
        var rendered = IstioObjects.Rendered(Path.Combine(_folder, "rendered"));
        if (rendered.Count != Size.Objects)
        {
            throw new BenchException($"{Size.Services} services are {rendered.Count} objects, expected {Size.Objects}");
        }

        if (
            PrintedObjects().Match(preview) is not { Success: true } printed
            || int.Parse(printed.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture) < Size.Objects
        )
        {
            throw new BenchException(
                $"the preview of {Size.Services} services does not begin with a count of {Size.Objects} objects and the installs'"
            );
        }

        if (_hasPeer)
        {
            SameObjects.Require(rendered, IstioObjects.Synthesized(Path.Combine(_folder, "synthesized")));
        }
    }

    [GeneratedRegex(@"\A[^\n]* (\d+) objects in [\d.]+ s\n")]
    private static partial Regex PrintedObjects();
}
