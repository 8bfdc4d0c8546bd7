using System.Text;

namespace Pulumi.Deploying;

/// <summary>An exception with its stack, followed by the exceptions inside.</summary>
internal static class ExceptionText
{
    public static string Of(Exception exception)
    {
        var text = new StringBuilder();
        Append(text, exception);
        return text.ToString();
    }

    private static void Append(StringBuilder text, Exception exception)
    {
        text.Append(exception.GetType());
        if (exception.Message.Length > 0)
        {
            text.Append(": ").Append(exception.Message);
        }

        text.Append('\n').Append(exception.StackTrace);
        foreach (var one in (exception as AggregateException)?.InnerExceptions ?? Enumerable.Empty<Exception>())
        {
            AppendInner(text, one);
        }

        if (exception.InnerException is { } inner)
        {
            AppendInner(text, inner);
        }
    }

    private static void AppendInner(StringBuilder text, Exception inner)
    {
        text.Append(" ---> ");
        Append(text, inner);
        text.Append("\n   --- End of inner exception stack trace ---");
    }
}
