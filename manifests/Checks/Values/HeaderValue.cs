namespace MeshStack.Manifests;

/// <summary>Values of HTTP headers in the form of Envoy, where <c>%NAME%</c> and <c>%NAME(...)%</c> stand for what it knows.</summary>
internal static class HeaderValue
{
    private enum Part
    {
        Text,
        Name,
        FirstArgument,
        Argument,
        Comma,
        NextArgument,
        ClosingParenthesis,
        ClosingPercent,
    }

    /// <summary>Why the text is no such value, or null where it is one.</summary>
    public static string? WhyNot(string value)
    {
        if (value.Any(character => character is < ' ' and not '\t' or '\x7F'))
        {
            return "it has a control character";
        }

        var part = Part.Text;
        for (var index = 0; index < value.Length; index++)
        {
            var character = value[index];
            var isLast = index == value.Length - 1;
            switch (part)
            {
                case Part.Text when character == '%' && isLast:
                    return "it ends with a single %; write %% for the character";
                case Part.Text when character == '%' && value[index + 1] == '%':
                    index++;
                    break;
                case Part.Argument when character == '\\' && isLast:
                    return "it ends with a backslash";
                case Part.Argument when character == '\\':
                    index++;
                    break;
                default:
                    if (Next(part, character) is not { } next)
                    {
                        return $"'{character}' is not expected in the arguments of an expression";
                    }

                    part = next;
                    break;
            }
        }

        return part == Part.Text ? null : "an expression that starts with % has no end; write %% for the character";
    }

    private static Part? Next(Part part, char character) =>
        (part, character) switch
        {
            (Part.Text, '%') => Part.Name,
            (Part.Name or Part.ClosingPercent, '%') => Part.Text,
            (Part.Name, '(') => Part.FirstArgument,
            (Part.FirstArgument, '[') or (Part.Comma, ',') => Part.NextArgument,
            (Part.FirstArgument, not ' ') or (Part.NextArgument, '"') => Part.Argument,
            (Part.Argument or Part.ClosingParenthesis, ')') => Part.ClosingPercent,
            (Part.Argument, '"') => Part.Comma,
            (Part.Comma, ']') => Part.ClosingParenthesis,
            (Part.Text or Part.Name or Part.Argument, _) or (_, ' ') => part,
            _ => null,
        };
}
