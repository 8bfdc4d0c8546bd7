using System.Globalization;
using System.Text;

namespace MeshStack.Generate;

/// <summary>The text of one source file, as the formatter would leave it.</summary>
internal sealed class SourceText(string header)
{
    public const int Width = 140;

    private readonly StringBuilder _text = new(header);

    public void Line(string text = "") => _text.Append(CultureInfo.InvariantCulture, $"{text}\n");

    /// <summary>An element of documentation, over as many lines as it takes.</summary>
    public void Documentation(string indent, string element, string sentence)
    {
        var line = $"{indent}/// <{element}>";
        foreach (var (word, index) in $"{sentence}</{element}>".Split(' ').Select((word, index) => (word, index)))
        {
            if (index > 0 && line.Length + 1 + word.Length > Width)
            {
                Line(line);
                line = $"{indent}/// {word}";
            }
            else
            {
                line += index == 0 ? word : " " + word;
            }
        }

        Line(line);
    }

    public override string ToString() => _text.ToString();
}
