using System.Text.RegularExpressions;

namespace Sdk.Tests.Surface;

/// <summary>The public surface of a real package, as its listing tells it: a headline per type, indented lines for its members.</summary>
internal sealed partial class ApiListing
{
    private readonly Dictionary<string, ApiType> _types = new(StringComparer.Ordinal);

    public static ApiListing Read(string path)
    {
        var listing = new ApiListing();
        ApiType? current = null;
        foreach (var line in File.ReadLines(path).Where(line => line.Length > 0))
        {
            if (line.StartsWith("  ", StringComparison.Ordinal))
            {
                current!.Members.Add(line.Trim());
            }
            else
            {
                current = new ApiType(line, new HashSet<string>(StringComparer.Ordinal));
                listing._types[Name().Match(line).Groups["name"].Value] = current;
            }
        }

        return listing;
    }

    public ApiType? Find(string name) => _types.GetValueOrDefault(name);

    [GeneratedRegex(@"\b(class|struct|enum|interface|delegate) (?<name>.+?)( : .*)?$")]
    private static partial Regex Name();
}
