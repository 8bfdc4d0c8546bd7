using System.Globalization;
using System.Text;

namespace MeshStack.Rendering.Folders;

/// <summary>The README of a rendering: in which order its folders are applied, and what has to be filled in first.</summary>
internal static class RenderingReadme
{
    public const string FileName = "README.md";

    private const int ShownPlaces = 3;

    /// <param name="writer">Takes the text.</param>
    /// <param name="parts">The folders, in order.</param>
    /// <param name="beside">The file beside the folders, and what is in it; null where there is none.</param>
    public static void Write(TextWriter writer, IReadOnlyList<RenderedPart> parts, (string File, object? Content)? beside = null)
    {
        var values = parts
            .SelectMany(part => part.Files)
            .Concat(beside is { } given ? [given] : [])
            .SelectMany(file => OpenValue.In(file.Content).Select(value => (File: file, Value: value)))
            .ToList();
        writer.Write("# How to apply this rendering\n\n");
        writer.Write(
            """
            Row by row, from top to bottom. Rows of one number, in different clusters, can be swapped; wait until a row is done
            before you begin the next number. The commands need `kubectl`, and `helmfile` with `helm`; they use the kube contexts
            that the definition names.


            """.ReplaceLineEndings("\n")
        );
        writer.Write("| step | cluster | what | command |\n|---|---|---|---|\n");
        foreach (var part in parts)
        {
            writer.Write(
                $"| {part.Step.Number.ToString(CultureInfo.InvariantCulture)} | {Plain(part.Step.Cluster.Name)} | {What(part)} | "
                    + $"{Command(part)} |\n"
            );
        }

        if (Prerequisites.Of([.. parts.Select(part => part.Step).Distinct()]) is { Count: > 0 } first)
        {
            writer.Write("\n## What has to be there\n\nNothing here makes it, and without it a step waits in vain.\n\n");
            foreach (var sentence in first)
            {
                writer.Write($"- {sentence}\n");
            }
        }

        FillIn(writer, values);
        if (beside is { File: var file })
        {
            writer.Write(
                $"""

                ## What is not applied

                {Code(file)} says what no object here says: the workloads and Services that the mesh is for, and what is known of its
                clusters. With it `meshstack access --manifests` says the same of this folder as of what it was rendered from.

                """.ReplaceLineEndings("\n")
            );
        }
    }

    private static string What(RenderedPart part)
    {
        var first = part.IsIncomplete ? "**fill in**, then apply: " : "";
        if (part.IsHelm)
        {
            return first + "Helm releases " + string.Join(", ", part.Step.Releases.Select(release => Plain(release.Name)));
        }

        var objects = part.IsIncomplete ? part.Step.Incomplete : part.Step.Objects;
        var kinds = objects
            .GroupBy(manifest => manifest.Kind, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => string.Create(CultureInfo.InvariantCulture, $"{group.Count()} {Plain(group.Key)}"))
            .Concat(part.IsIncomplete ? [] : part.Step.Files.Select(file => "the objects of " + Plain(file)));
        return first + string.Join(", ", kinds);
    }

    private static string Command(RenderedPart part)
    {
        var context = part.Step.Cluster.Context is { } name ? $" --context={Quoted(name)}" : "";
        return Code(
            part.IsHelm
                ? $"helmfile --file {Quoted(part.Folder)}/{Helmfile.FileName} sync"
                : $"kubectl{context} apply --server-side -k {Quoted(part.Folder)}"
        );
    }

    private static void FillIn(TextWriter writer, List<((string File, object? Content) File, OpenValue Value)> values)
    {
        if (values.Count == 0)
        {
            return;
        }

        writer.Write("\n## What has to be filled in\n");
        var names = values
            .SelectMany(value => value.Value.Names.Select(name => (Name: name, value.File.File)))
            .GroupBy(value => value.Name, value => value.File, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .ToList();
        if (names.Count > 0)
        {
            var (setting, address) = (Placeholder.Of("config", "KEY"), Placeholder.Of("CLUSTER", "eastWestGateway", "address"));
            writer.Write(
                $$"""

                A name in braces stands for a value that is not known before something is applied, or that is kept in the
                configuration: put the value in its place, each line of it as far to the right as the name. {{Code(setting)}} is the
                value of the configuration key; {{Code(address)}} the address that the load balancer of that
                gateway got (as `remotePilotAddress` an IP address, never a host name); `certPem` of a root of trust its certificate,
                the same as `root-cert.pem` of every cluster.

                | value | stands in |
                |---|---|

                """.ReplaceLineEndings("\n")
            );
            foreach (var name in names)
            {
                var files = name.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
                var more =
                    files.Count > ShownPlaces ? string.Create(CultureInfo.InvariantCulture, $" and {files.Count - ShownPlaces} more") : "";
                writer.Write($"| {Code(name.Key)} | {string.Join(", ", files.Take(ShownPlaces).Select(Code))}{more} |\n");
            }
        }

        var masked = values.Where(value => value.Value.IsMasked).GroupBy(value => value.File, value => value.Value.Path).ToList();
        if (masked.Count > 0)
        {
            writer.Write(
                $"""

                {Code(
                    SecretMask.Text
                )} takes the place of a secret. Put the secret there, or make the object by other means; never apply the mask.

                | file | secret values | what they are |
                |---|---|---|

                """.ReplaceLineEndings(
                    "\n"
                )
            );
            foreach (var file in masked)
            {
                writer.Write(
                    $"| {Code(file.Key.File)} | {string.Join(", ", file.Select(Code))} | {SecretMeaning.Of(file.Key.Content)} |\n"
                );
            }
        }
    }

    // Names come from programs and definitions: nothing in them may steer a shell or a reader of Markdown.
    private static string Quoted(string text) =>
        text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.' or '/' or ':' or '@' or '+' or '=')
            ? text
            : "'" + Printable(text).Replace("'", "'\\''", StringComparison.Ordinal) + "'";

    /// <summary>Text in the form of code.</summary>
    internal static string Code(string text)
    {
        var printable = Printable(text).Replace("|", "\\|", StringComparison.Ordinal);
        return printable.Contains('`', StringComparison.Ordinal) ? $"`` {printable} ``" : $"`{printable}`";
    }

    /// <summary>Text that nothing in it makes anything but text.</summary>
    internal static string Plain(string text)
    {
        var escaped = new StringBuilder();
        foreach (var letter in Printable(text))
        {
            escaped
                .Append(letter is '\\' or '`' or '*' or '_' or '[' or ']' or '<' or '>' or '|' or '#' or '!' or '&' or '~' ? "\\" : "")
                .Append(letter);
        }

        return escaped.ToString();
    }

    private static string Printable(string text) =>
        string.Concat(
            text.Select(letter => char.IsControl(letter) || char.GetUnicodeCategory(letter) == UnicodeCategory.Format ? '\uFFFD' : letter)
        );
}
