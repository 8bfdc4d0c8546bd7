namespace MeshStack.Lifecycle.Tests.Program;

/// <summary>The program of today on the engine.</summary>
public sealed class ProgramTests
{
    [Fact]
    public void WhatIsUpIsUnchanged()
    {
        using var stack = LifecycleStack.OfExample("dev");
        var result = stack.Up();
        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.Equal("+ 65 created; rc 0", result.Summary);
        Assert.Equal("65 unchanged; rc 0", stack.Up().ToString());
        Assert.Null(stack.State.IntegrityError());
    }
}
