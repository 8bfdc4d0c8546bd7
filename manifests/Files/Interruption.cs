using System.Runtime.InteropServices;

namespace MeshStack.Manifests;

/// <summary>Takes away what lies around when somebody ends the process, while it lives.</summary>
/// <remarks>The process ends as it would without: nothing but the cleaning up comes before.</remarks>
internal sealed class Interruption : IDisposable
{
    private readonly Lock _whole = new();
    private readonly PosixSignalRegistration[] _signals;

    /// <param name="cleanUp">What is done before the process ends; it must not mind being done twice.</param>
    public Interruption(Action cleanUp) =>
        _signals = [
            .. new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP }.Select(signal =>
                PosixSignalRegistration.Create(
                    signal,
                    _ =>
                    {
                        lock (_whole)
                        {
                            TryCleanUp(cleanUp);
                        }
                    }
                )
            ),
        ];

    /// <summary>Does something that the process does not end in the middle of.</summary>
    public void Defer(Action work)
    {
        lock (_whole)
        {
            work();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var signal in _signals)
        {
            signal.Dispose();
        }
    }

    // Who writes there still may have put something new into what is deleted.
    private static void TryCleanUp(Action cleanUp)
    {
        const int times = 3;
        for (var time = 0; time < times; time++)
        {
            try
            {
                cleanUp();
                return;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException) { }
        }
    }
}
