using System.CommandLine;

namespace MeshStack.Cli.Commands;

/// <summary>The option that says which day it is: nothing else does, so that the same command says the same.</summary>
internal sealed class TodayOption : Option<string?>
{
    public TodayOption()
        : base("--today")
    {
        Description =
            "The day that it is, as YYYY-MM-DD: says which accesses have expired (an error) or will within 30 days (a warning). Without "
            + "it nothing is said of that.";
        HelpName = "DATE";
        Validators.Add(result =>
        {
            // An empty text is said of every option in one way.
            if (result.Tokens is [{ Value: { Length: > 0 } text }] && Days.Of(text) is null)
            {
                result.AddError($"--today: {Days.Wrong(text)}");
            }
        });
    }

    /// <summary>The day; null where none is given.</summary>
    public DateOnly? Of(ParseResult parsed) => parsed.GetValue(this) is { } text ? Days.Of(text) : null;
}
