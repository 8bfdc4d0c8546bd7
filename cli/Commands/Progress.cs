namespace MeshStack.Cli.Commands;

/// <summary>Says on the error stream that work goes on, once it has taken a second.</summary>
internal sealed class Progress : IDisposable
{
    private readonly Timer _timer;
    private readonly Streams _streams;
    private int _seconds;

    public Progress(Streams streams)
    {
        _streams = streams;
        _timer = new Timer(_ => Tick(), null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));
    }

    public void Dispose()
    {
        using var ended = new ManualResetEvent(false);
        if (_timer.Dispose(ended))
        {
            ended.WaitOne();
        }

        if (!_streams.IsErrorPiped && _seconds > 0)
        {
            _streams.ErrorTerminal.Write("\r                                        \r");
        }
    }

    private void Tick()
    {
        _seconds++;
        if (!_streams.IsErrorPiped)
        {
            _streams.ErrorTerminal.Write($"\rmeshstack: composing the mesh, {_seconds} s");
        }
        else if (_seconds == 1)
        {
            _streams.Error.WriteLine("meshstack: composing the mesh …");
        }
    }
}
