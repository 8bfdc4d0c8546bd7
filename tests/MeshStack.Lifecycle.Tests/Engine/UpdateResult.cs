namespace MeshStack.Lifecycle.Tests.Engine;

/// <summary>What a command of the CLI came to.</summary>
internal sealed class UpdateResult
{
    private readonly List<Step> _steps = [];

    /// <summary>0; 1 after an error; 7 where changes were not expected; 8 when it was canceled; 137 when it was killed.</summary>
    /// <remarks>Source: https://github.com/pulumi/pulumi/blob/master/sdk/go/common/util/cmdutil/exit.go.</remarks>
    public int ExitCode { get; set; }

    public IReadOnlyList<Step> Steps => _steps;

    public List<string> Errors { get; } = [];

    public List<string> Warnings { get; } = [];

    /// <summary>The preview that came before; null where there was none.</summary>
    public UpdateResult? Preview { get; set; }

    public IReadOnlyList<string> Created => Of(StepOp.Create);

    public IReadOnlyList<string> Updated => Of(StepOp.Update);

    public IReadOnlyList<string> Replaced => Of(StepOp.Replace);

    public IReadOnlyList<string> Deleted => Of(StepOp.Delete);

    public IReadOnlyList<string> Unchanged => Of(StepOp.Same);

    /// <summary>Number of changes: what <c>--expect-no-changes</c> does not expect.</summary>
    public int Changes => _steps.Count(s => s.Op is StepOp.Create or StepOp.Update or StepOp.Replace or StepOp.Delete);

    /// <summary>The summary as the CLI writes it: <c>+ 2 created, ~ 1 updated, 3 unchanged; rc 0</c>.</summary>
    public string Summary
    {
        get
        {
            var parts = new[]
            {
                (Created.Count, "+ {0} created"),
                (Updated.Count, "~ {0} updated"),
                (Replaced.Count, "+- {0} replaced"),
                (Deleted.Count, "- {0} deleted"),
                (Unchanged.Count, "{0} unchanged"),
            };
            return string.Join(", ", parts.Where(p => p.Item1 > 0).Select(p => string.Format(null, p.Item2, p.Item1))) + $"; rc {ExitCode}";
        }
    }

    public void Add(Step step) => _steps.Add(step);

    /// <summary>The URNs that had that done to them.</summary>
    public IReadOnlyList<string> Of(StepOp op) => [.. _steps.Where(s => s.Op == op).Select(s => s.Urn)];

    public override string ToString() => string.Join("\n", [Summary, .. Errors.Select(e => "error: " + e)]);
}
