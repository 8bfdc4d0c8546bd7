using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace MeshStack.Definition;

/// <summary>A PEM text (RFC 7468) as its blocks. What stands between blocks is ignored, as istiod does.</summary>
internal sealed partial record PemText(ImmutableArray<PemBlock> Blocks, bool IsIncomplete, bool IsEmpty)
{
    public static PemText Read(string text)
    {
        var blocks = ImmutableArray.CreateBuilder<PemBlock>();
        var rest = text.AsSpan();
        while (PemEncoding.TryFind(rest, out var fields))
        {
            var data = new byte[fields.DecodedDataLength];
            Convert.TryFromBase64Chars(rest[fields.Base64Data], data, out _);
            blocks.Add(new PemBlock(rest[fields.Label].ToString(), data, rest[fields.Location].ToString()));
            rest = rest[fields.Location.End..];
        }

        return new PemText(blocks.ToImmutable(), Begin().Count(text) != blocks.Count, string.IsNullOrWhiteSpace(text));
    }

    /// <summary>The kinds of the blocks and how many there are, in their order: never a label that could be anything.</summary>
    public string Kinds()
    {
        var kinds = Blocks
            .Select(block => PemBlock.KnownLabels.Contains(block.Label) ? block.Label : "unknown")
            .GroupBy(label => label, StringComparer.Ordinal)
            .Select(group => $"{group.Count()} {group.Key}")
            .ToList();
        return $"{string.Join(" and ", kinds)} {(Blocks.Length == 1 ? "block" : "blocks")}";
    }

    [GeneratedRegex("-----BEGIN [^-\r\n]*-----", RegexOptions.CultureInvariant)]
    private static partial Regex Begin();
}
