using System.Text.RegularExpressions;

namespace Repository.Tests.Solution;

/// <summary>What can be said in two ways is said in one, where neither the compiler nor the formatter sees to it.</summary>
public sealed partial class DialectTests
{
    [Fact]
    public async Task NullIsAPattern()
    {
        var files = (await new Command(Checkout.Root).GitAsync("ls-files", "*.cs")).Split('\n');
        Assert.Empty(
            from file in files
            where File.Exists(Checkout.Path(file))
            from line in File.ReadLines(Checkout.Path(file)).Index()
            where ComparedWithNull().IsMatch(line.Item)
            select $"{file}:{line.Index + 1}: write is null or is not null"
        );
    }

    [GeneratedRegex("[=!]= null\\b")]
    private static partial Regex ComparedWithNull();
}
