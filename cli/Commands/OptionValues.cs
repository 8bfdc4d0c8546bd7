using System.CommandLine;
using System.CommandLine.Parsing;
using MeshStack.Manifests;

namespace MeshStack.Cli.Commands;

/// <summary>Options and arguments that take one of a few words.</summary>
internal static class OptionValues
{
    /// <summary>Takes no other value, says which there are, and completes them.</summary>
    public static void AcceptOnly<T>(this Option<T> option, params string[] values)
    {
        option.CompletionSources.Add(values);
        option.Validators.Add(result => Check(result, option.Name, values));
    }

    /// <inheritdoc cref="AcceptOnly{T}(Option{T}, string[])"/>
    public static void AcceptOnly<T>(this Argument<T> argument, params string[] values)
    {
        argument.CompletionSources.Add(values);
        argument.Validators.Add(result => Check(result, $"<{argument.Name}>", values));
    }

    // An empty text is said of every option in one way.
    private static void Check(SymbolResult result, string name, string[] values)
    {
        foreach (var token in result.Tokens.Where(token => token.Value.Length > 0 && !values.Contains(token.Value)))
        {
            result.AddError(
                $"{name}: '{token.Value}' is not allowed; allowed: {string.Join(", ", values)}{Spelling.Nearest(token.Value, values)}"
            );
        }
    }
}
