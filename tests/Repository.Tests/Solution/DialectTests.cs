using System.Text.RegularExpressions;

namespace Repository.Tests.Solution;

/// <summary>What can be said in two ways is said in one, where neither the compiler nor the formatter sees to it.</summary>
public sealed partial class DialectTests
{
    [Fact]
    public async Task NullIsAPattern() =>
        Assert.Empty(await CodeLines.SaidOfAsync(line => ComparedWithNull().IsMatch(line) ? "write is null or is not null" : null));

    [GeneratedRegex("[=!]= null\\b")]
    private static partial Regex ComparedWithNull();
}
