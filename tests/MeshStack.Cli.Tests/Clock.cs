namespace MeshStack.Cli.Tests;

/// <summary>A clock by which everything takes the same time.</summary>
/// <param name="taken">How much of it passes at once when a timer is set.</param>
internal sealed class Clock(TimeSpan taken) : TimeProvider
{
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        for (var at = dueTime; at <= taken; at += period)
        {
            callback(state);
        }

        return new Stopped();
    }

    private sealed class Stopped : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => false;

        public void Dispose() { }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
