using System.Globalization;
using System.Text;

namespace MeshStack.Offline.Inputs;

/// <summary>Where a value is inside the inputs of a resource: keys (text) and positions (numbers) from the top.</summary>
internal sealed class InputPath(object[] segments)
{
    public ReadOnlySpan<object> Segments => segments;

    public string Top => (string)segments[0];

    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var segment in segments)
        {
            if (segment is int position)
            {
                text.Append('[').Append(position.ToString(CultureInfo.InvariantCulture)).Append(']');
            }
            else
            {
                text.Append(text.Length == 0 ? "" : ".").Append(segment);
            }
        }

        return text.ToString();
    }
}
