namespace MeshStack.Cli.Commands;

/// <summary>Says on the error stream that work goes on, once it has taken a second.</summary>
internal sealed class Progress : IDisposable
{
    private readonly ITimer _timer;
    private readonly Streams _streams;
    private readonly string _work;
    private readonly Lock _turn = new();
    private bool _isOver;
    private int _seconds;

    /// <param name="streams">Where it is said.</param>
    /// <param name="work">What is done.</param>
    public Progress(Streams streams, string work = "composing the mesh")
    {
        (_streams, _work) = (streams, work);
        _timer = streams.Clock.CreateTimer(_ => Tick(), null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));
    }

    public void Dispose()
    {
        _timer.Dispose();
        lock (_turn)
        {
            _isOver = true;
        }

        if (!_streams.IsErrorPiped && _seconds > 0)
        {
            _streams.ErrorTerminal.Write($"\r{new string(' ', Text.Length)}\r");
        }
    }

    private string Text => FormattableString.Invariant($"meshstack: {_work}, {_seconds} s");

    private void Tick()
    {
        // A tick may be under way when the work ends.
        lock (_turn)
        {
            if (_isOver)
            {
                return;
            }

            _seconds++;
            if (!_streams.IsErrorPiped)
            {
                _streams.ErrorTerminal.Write($"\r{Text}");
            }
            else if (_seconds == 1)
            {
                _streams.Error.WriteLine($"meshstack: {_work} …");
            }
        }
    }
}
