using Pulumi;

namespace MeshStack.Lifecycle.Tests.Program;

/// <summary>The stack that the program runs in: only a stack's own options can carry a transformation of everything.</summary>
internal sealed class ProgramStack : Stack
{
    public ProgramStack()
        : base(new StackOptions { ResourceTransformations = { ProgramRun.Current!.Observe } }) =>
        Ended = Output.Create(ProgramRun.Current!.StartAsync());

    /// <summary>True at the end of the program; as an output it keeps the run waiting for it.</summary>
    [Output("ended")]
    public Output<bool> Ended { get; }
}
