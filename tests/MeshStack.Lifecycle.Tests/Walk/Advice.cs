using System.Text.RegularExpressions;

namespace MeshStack.Lifecycle.Tests.Walk;

/// <summary>A line that names something to do.</summary>
/// <param name="Line">The line.</param>
/// <param name="Match">What was found in it.</param>
/// <param name="Wish">The definition that it is about.</param>
/// <param name="Patience">How many updates may go by until it is reached.</param>
internal sealed record Advice(string Line, Match Match, Wish Wish, int Patience)
{
    /// <summary>A part of it.</summary>
    public string Of(string group) => Match.Groups[group].Value;
}
