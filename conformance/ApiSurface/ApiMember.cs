namespace MeshStack.ApiSurface;

/// <summary>Reads the line of a member.</summary>
internal static class ApiMember
{
    /// <summary>The name alone: without attributes, modifiers, types, type parameters and parameters.</summary>
    public static string NameOf(string member)
    {
        var signature = member[(member[0] == '[' ? member.IndexOf("] ", StringComparison.Ordinal) + 2 : 0)..];
        var end = signature.IndexOfAny(['(', '{', '=']);
        signature = (end < 0 ? signature : signature[..end]).TrimEnd();
        if (signature.EndsWith(']'))
        {
            return "this";
        }

        for (var open = signature.Length; signature.EndsWith('>'); signature = signature[..open])
        {
            open = Opening(signature);
        }

        return signature[(signature.LastIndexOf(' ') + 1)..];
    }

    public static bool IsOperator(string member) => NameOf(member).StartsWith("op_", StringComparison.Ordinal);

    /// <summary>Where the angle bracket opens that closes at the end.</summary>
    private static int Opening(string signature)
    {
        var at = signature.Length;
        var depth = 0;
        do
        {
            at--;
            depth += signature[at] switch
            {
                '>' => 1,
                '<' => -1,
                _ => 0,
            };
        } while (depth > 0);
        return at;
    }
}
