using MeshStack.Bench.Meshes;

namespace MeshStack.Bench.Runs;

/// <summary>The questions of access to the mesh of one size; the peer has no answer to them.</summary>
internal sealed class AccessRun
{
    private const int Stacks = 10;

    private readonly MeshSize _size;
    private readonly Contender _access;
    private readonly Contender _joined;
    private readonly Contender _explain;
    private readonly Contender _diff;

    public AccessRun(Programs programs, MeshSize size, string folder)
    {
        _size = size;
        var (project, widened) = (Path.Combine(folder, "project"), Path.Combine(folder, "widened"));
        MeshProject.Write(widened, size with { IsWidened = true });
        _access = new("meshstack access", programs.Access(project));
        var teams = Path.Combine(folder, "teams");
        MeshProject.Write(teams, size with { Teams = Stacks });
        _joined = new($"meshstack access, {Stacks} stacks", programs.Access(teams));
        _explain = new("meshstack explain", programs.Explain(project, new SyntheticService(0, size).Callers.First()));
        _diff = new("meshstack access diff", programs.Diff(project, widened));
    }

    public IReadOnlyList<Contender> Contenders => [_access, _joined, _explain, _diff];

    /// <summary>Asks each of them once more.</summary>
    /// <exception cref="BenchException">An answer is not the one that the mesh was made for.</exception>
    public void Run()
    {
        var ports = _size.Services * _size.Ports;
        var open = string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"{ports} services open to {ports * _size.Callers} callers, 0 closed to everyone, nothing undecided\n"
        );
        Require(_access.Run().Output.EndsWith(open, StringComparison.Ordinal), $"access does not end in: {open}");
        Require(
            _joined.Run().Output.EndsWith(open, StringComparison.Ordinal),
            $"access to the same mesh of {Stacks} stacks does not end in: {open}"
        );
        Require(_explain.Run().Output.Contains("allowed", StringComparison.Ordinal), "explain does not allow what the definition allows");
        var diff = _diff.Run().Output;
        Require(
            diff.Split('\n').Count(line => line.StartsWith("gained ", StringComparison.Ordinal)) == 1
                && diff.Contains("DELETE /api/v1/items/*", StringComparison.Ordinal),
            $"the diff does not find the one path that is opened, but:\n{diff}"
        );
    }

    private static void Require(bool isRight, string problem)
    {
        if (!isRight)
        {
            throw new BenchException(problem);
        }
    }
}
