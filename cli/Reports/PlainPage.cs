using System.Net;

namespace MeshStack.Cli.Reports;

/// <summary>A text as one page of HTML.</summary>
internal static class PlainPage
{
    public static void Write(TextWriter output, string title, string text)
    {
        output.Write("<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n");
        output.Write($"<title>{WebUtility.HtmlEncode(title)}</title>\n<body>\n");
        output.Write($"<pre>{WebUtility.HtmlEncode(text)}</pre>\n</body>\n</html>\n");
    }
}
