using System.Runtime.CompilerServices;

namespace MeshStack.Analysis.Evaluation;

/// <summary>What came of a step, put into words only where somebody reads them: sets of requests keep no trace.</summary>
[InterpolatedStringHandler]
internal ref struct StepText
{
    private DefaultInterpolatedStringHandler _text;

    public StepText(int literalLength, int formattedCount, RequestContext context, out bool isRead)
    {
        isRead = context.Requests.IsTraced;
        _text = isRead ? new(literalLength, formattedCount) : default;
    }

    public void AppendLiteral(string value) => _text.AppendLiteral(value);

    public void AppendFormatted<T>(T value) => _text.AppendFormatted(value);

    public string ToStringAndClear() => _text.ToStringAndClear();
}
