using System.Diagnostics;
using CsCheck;

namespace MeshStack.Fuzz.Tests;

/// <summary>Gives a target one input after the other, and says which one it did not survive; an input is known by its number.</summary>
internal static class Fuzzer
{
    // A machine with other work to do is slow as well; what hangs takes longer than any of that.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    // What is remembered from earlier inputs is bounded, so that half of all inputs leave behind as much as the other half.
    private const long MostGrowth = 256 * 1024 * 1024;

    /// <param name="inputs">The grammar.</param>
    /// <param name="count">How many inputs are tried.</param>
    /// <param name="target">What takes an input; whatever it throws is a fault.</param>
    /// <param name="shown">An input as text.</param>
    public static void Run<T>(Gen<T> inputs, int count, Action<T> target, Func<T, string> shown)
    {
        var (number, started, input) = (-1, Stopwatch.GetTimestamp(), "");
        long half = 0;
        var work = Task.Factory.StartNew(Work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        while (!work.Wait(TimeSpan.FromSeconds(1)))
        {
            Assert.True(Stopwatch.GetElapsedTime(Volatile.Read(ref started)) < Patience, $"Input {number} does not end:\n{input}");
        }

        var growth = GC.GetTotalMemory(forceFullCollection: true) - half;
        Assert.True(growth < MostGrowth, $"The second half of the inputs left {growth / 1024 / 1024} MiB behind.");

        void Work()
        {
            for (number = 0; number < count; number++)
            {
                if (number == count / 2)
                {
                    half = GC.GetTotalMemory(forceFullCollection: true);
                }

                var one = inputs.Generate(new PCG(1, (ulong)number), null!, out _);
                input = shown(one);
                Volatile.Write(ref started, Stopwatch.GetTimestamp());
                try
                {
                    target(one);
                }
                catch (Exception e)
                {
                    throw new InvalidOperationException($"Input {number}:\n{input}", e);
                }
            }
        }
    }
}
