using System.Text;
using System.Text.RegularExpressions;

namespace MeshStack.ApiSurface;

/// <summary>The public surface of an assembly as text: a headline per type, an indented line per member.</summary>
public sealed partial class ApiListing
{
    private readonly SortedDictionary<string, ApiType> _types = new(StringComparer.Ordinal);

    public ApiListing(IEnumerable<ApiType> types)
    {
        foreach (var type in types)
        {
            _types[type.Name] = type;
        }
    }

    /// <summary>The types by name.</summary>
    public IReadOnlyCollection<ApiType> Types => _types.Values;

    /// <summary>How many members all types have together.</summary>
    public int MemberCount => Types.Sum(type => type.Members.Count);

    public static ApiListing Read(string path)
    {
        var types = new List<ApiType>();
        var members = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in File.ReadLines(path).Where(line => line.Length > 0))
        {
            if (line.StartsWith("  ", StringComparison.Ordinal))
            {
                members.Add(line.Trim());
            }
            else
            {
                members = new(StringComparer.Ordinal);
                types.Add(new ApiType(Name().Match(line).Groups["name"].Value, line, members));
            }
        }

        return new ApiListing(types);
    }

    public ApiType? Find(string name) => _types.GetValueOrDefault(name);

    /// <summary>The listing as text, its types and members in order.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var type in Types)
        {
            text.Append(type.Headline).Append('\n');
            foreach (var member in type.Members.Order(StringComparer.Ordinal))
            {
                text.Append("  ").Append(member).Append('\n');
            }
        }

        return text.ToString();
    }

    [GeneratedRegex(@"\b(class|struct|enum|interface|delegate) (?<name>.+?)( : .*)?$")]
    private static partial Regex Name();
}
