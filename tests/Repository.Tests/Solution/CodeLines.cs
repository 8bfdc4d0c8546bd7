namespace Repository.Tests.Solution;

/// <summary>The lines of code of the repository.</summary>
internal static class CodeLines
{
    /// <summary>Where the lines are that something is said of, as FILE:LINE with what is said.</summary>
    public static async Task<IReadOnlyList<string>> SaidOfAsync(Func<string, string?> say)
    {
        var files = (await new Command(Checkout.Root).GitAsync("ls-files", "*.cs")).Split('\n');
        Assert.True(files.Length > 1000, "the files of the project are not found");
        return
        [
            .. from file in files
            where File.Exists(Checkout.Path(file))
            from line in File.ReadLines(Checkout.Path(file)).Index()
            let said = say(line.Item)
            where said is not null
            select $"{file}:{line.Index + 1}: {said}",
        ];
    }
}
