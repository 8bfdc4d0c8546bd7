namespace MeshStack.Cli.Commands;

/// <summary>Says on the error stream that work goes on, once it has taken a second.</summary>
internal sealed class Progress : IDisposable
{
    private readonly Timer _timer;
    private readonly bool _terminal = !Console.IsErrorRedirected;
    private int _seconds;

    public Progress() => _timer = new Timer(_ => Tick(), null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));

    public void Dispose()
    {
        using var ended = new ManualResetEvent(false);
        if (_timer.Dispose(ended))
        {
            ended.WaitOne();
        }

        if (_terminal && _seconds > 0)
        {
            Console.Error.Write("\r                                        \r");
        }
    }

    private void Tick()
    {
        _seconds++;
        if (_terminal)
        {
            Console.Error.Write($"\rmeshstack: composing the mesh, {_seconds} s");
        }
        else if (_seconds == 1)
        {
            Console.Error.WriteLine("meshstack: composing the mesh …");
        }
    }
}
