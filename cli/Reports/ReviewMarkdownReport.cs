using System.Text;
using MeshStack.Cli.Commands;
using MeshStack.Cli.Review;

namespace MeshStack.Cli.Reports;

/// <summary>A review as the comment under a pull request.</summary>
internal sealed class ReviewMarkdownReport(IReadOnlyList<StackReview> reviews, string revision)
{
    /// <summary>By which the comment is found again.</summary>
    public const string Marker = "<!-- meshstack review -->";

    /// <summary>Longest comment, in characters; GitHub takes 65,536.</summary>
    public const int Longest = 64_000;

    private const int WidestCell = 160;

    // For the ends of what is folded, and for what is said where something is left out.
    private const int Reserve = 1_000;

    private const string Fence = "~~~~~~~~";

    /// <summary>The comment; what is too much for one is left out, and that is said at its top.</summary>
    public string Comment()
    {
        var whole = new Page(int.MaxValue);
        Write(whole, "");
        if (whole.Length <= Longest)
        {
            return whole.Text;
        }

        var page = new Page(Longest - Reserve);
        Write(
            page,
            "> **This comment is cut: the change is too large for one.** "
                + "The whole review is in `review.md`, in the artifact of the job.\n\n"
        );
        return page.Text + FormattableString.Invariant($"\n**{page.LeftOut} lines are left out here.** `review.md` has them.\n");
    }

    /// <summary>All of it.</summary>
    public string Whole()
    {
        var page = new Page(int.MaxValue);
        Write(page, "");
        return page.Text;
    }

    private void Write(Page page, string notice)
    {
        page.Add($"{Marker}\n");
        if (reviews.All(review => review.IsSame))
        {
            page.Add($"MeshStack: {MarkdownText.Of(ReviewTextReport.Same(reviews))} since {MarkdownText.Code(revision)}\n");
            return;
        }

        ReviewSection[] sections = [.. reviews.Select(review => new ReviewSection(review))];
        page.Add($"### MeshStack: what changes since {MarkdownText.Code(revision)}\n\n{notice}");
        foreach (var section in sections)
        {
            Head(page, section);
        }

        foreach (var section in sections)
        {
            if (section.Access.Count > ReviewSection.MostLines)
            {
                Folded(page, $"{section.Stack}: all {section.Access.Count} changes of access", section.Access.Select(Line));
            }

            if (section.Concerns.Count > ReviewSection.MostLines)
            {
                Folded(page, $"{section.Stack}: all {section.Concerns.Count} findings and notes", section.Concerns);
            }

            Folded(page, $"{section.Stack}: objects: {section.Objects}", section.Objects.Length == 0 ? [] : section.Changed(false));
            Folded(
                page,
                $"{section.Stack}: Helm releases and values: {section.Releases}",
                section.Releases.Length == 0 ? [] : section.Changed(true)
            );
        }
    }

    private static void Head(Page page, ReviewSection section)
    {
        page.Add($"**{MarkdownText.Of(section.Stack)}**: {MarkdownText.Of(section.Verdict)}\n\n");
        if (section.Access.Count > 0)
        {
            page.Add("| | Caller | Service | Requests | For example | Where |\n|---|---|---|---|---|---|\n");
            foreach (var line in section.Access.Take(ReviewSection.MostLines))
            {
                page.Add(Row(line));
            }

            page.Add(Rest(section.Access.Count, "changes of access") + "\n");
        }

        string[] owners = [.. section.Owners(Code)];
        foreach (var line in owners.Concat(section.Concerns.Take(ReviewSection.MostLines).Select(MarkdownText.Of)))
        {
            page.Add($"- {line}\n");
        }

        page.Add(Rest(section.Concerns.Count, "findings and notes"));
        page.Add(owners.Length + section.Concerns.Count > 0 ? "\n" : "");
    }

    private static string Row(ReviewLine line)
    {
        var change = line.Change;
        var because = change.Because.Length == 0 ? "" : $" ({MarkdownText.Of(Short(change.Because))})";
        return $"| {change.Word} | {MarkdownText.Of(Short(change.Caller))} | {Code(change.Target)} | {Code(change.Requests)}{because} | "
            + $"{Code(change.Example)} | {Code(line.Where)} |\n";
    }

    private static string Line(ReviewLine line) => PlainWriter.Line($"{line.Change}{(line.Where.Length == 0 ? "" : $"  {line.Where}")}");

    private static string Rest(int count, string what) =>
        count <= ReviewSection.MostLines
            ? ""
            : FormattableString.Invariant($"\n… and {count - ReviewSection.MostLines} more {what}, folded below\n");

    // Within a fence nothing is Markdown. Every line begins with a word, a mark or blanks, so that none ends it.
    private static void Folded(Page page, string title, IEnumerable<string> lines)
    {
        var all = lines.ToArray();
        if (all.Length == 0)
        {
            return;
        }

        page.Fold(
            $"<details><summary>{MarkdownText.Html(PlainWriter.Line(title))}</summary>\n\n{Fence}text\n",
            all.Select(line => line + "\n"),
            $"{Fence}\n\n</details>\n\n"
        );
    }

    private static string Code(string text) => text.Length == 0 ? "" : MarkdownText.Code(Short(text));

    private static string Short(string text) => text.Length > WidestCell ? text[..(WidestCell - 1)] + "…" : text;

    /// <summary>A text that ends before it is too long.</summary>
    private sealed class Page(int most)
    {
        private readonly StringBuilder _text = new();

        private bool _isFull;

        public int LeftOut { get; private set; }

        public int Length => _text.Length;

        public string Text => _text.ToString();

        public void Add(string given)
        {
            var line = PlainWriter.Of(given);
            _isFull |= _text.Length + line.Length > most;
            if (!_isFull)
            {
                _text.Append(line);
            }
            else if (line.Length > 0)
            {
                LeftOut++;
            }
        }

        /// <summary>Adds what is folded away: its end is there wherever its beginning is.</summary>
        public void Fold(string begin, IEnumerable<string> lines, string end)
        {
            Add(begin);
            var isBegun = !_isFull;
            foreach (var line in lines)
            {
                Add(line);
            }

            _text.Append(isBegun ? end : "");
        }
    }
}
