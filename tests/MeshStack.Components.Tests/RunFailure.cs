using Pulumi;

namespace MeshStack.Components.Tests;

/// <summary>
/// How a run under mocks fails. What goes wrong in a callback may be reported by several of the tasks that wait for it: how many
/// failures there are depends on timing.
/// </summary>
internal static class RunFailure
{
    /// <summary>The messages of a run that has to fail, of one failure or of several.</summary>
    public static async Task<string> OfAsync(Func<Task> run)
    {
        var exception = await Assert.ThrowsAnyAsync<Exception>(run);
        IReadOnlyCollection<Exception> failures = exception is AggregateException several ? several.InnerExceptions : [exception];
        Assert.All(failures, failure => Assert.IsType<RunException>(failure));
        return string.Join('\n', failures.Select(failure => failure.Message));
    }
}
