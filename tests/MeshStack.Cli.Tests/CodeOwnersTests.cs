using MeshStack.Cli.Review;

namespace MeshStack.Cli.Tests;

public sealed class CodeOwnersTests
{
    [Theory]
    [InlineData("* @a", "infra/mesh/dev/x.yaml", "@a")]
    [InlineData("*.yaml @a", "infra/mesh/dev/x.yaml", "@a")]
    [InlineData("*.yml @a", "infra/mesh/dev/x.yaml")]
    [InlineData("/infra/ @a b@example.com", "infra/mesh/dev/x.yaml", "@a", "b@example.com")]
    [InlineData("infra @a", "deploy/infra/x.yaml", "@a")]
    [InlineData("/infra @a", "deploy/infra/x.yaml")]
    [InlineData("mesh/ @a", "infra/mesh/dev/x.yaml", "@a")]
    [InlineData("infra/mesh/* @a", "infra/mesh/dev/x.yaml")]
    [InlineData("infra/mesh/** @a", "infra/mesh/dev/x.yaml", "@a")]
    [InlineData("infra/*/dev/ @a", "infra/mesh/dev/x.yaml", "@a")]
    [InlineData("**/dev @a", "infra/mesh/dev/x.yaml", "@a")]
    [InlineData("infra/mesh/dev/x.yaml @a", "infra/mesh/dev/x.yaml", "@a")]
    // The last that matches counts, and may say that nobody does.
    [InlineData("* @a\n/infra/ @b", "infra/mesh/dev/x.yaml", "@b")]
    [InlineData("/infra/ @b\n* @a", "infra/mesh/dev/x.yaml", "@a")]
    [InlineData("* @a\n/infra/", "infra/mesh/dev/x.yaml")]
    [InlineData("# all\r\n\r\n* @a # everything\r\n", "infra/mesh/dev/x.yaml", "@a")]
    [InlineData("* @a\n[Section]\n!x @b\n", "infra/mesh/dev/x.yaml", "@a")]
    [InlineData("* @a", "Pulumi.dev.yaml", "@a")]
    [InlineData("INFRA/ @a", "infra/x.yaml")]
    [InlineData("* @a\ndocs/../infra @b", "infra/x.yaml", "@a")]
    [InlineData("", "infra/x.yaml")]
    [InlineData("/ @a", "infra/x.yaml")]
    public void AFileHasTheOwnersOfTheLastPatternThatMatchesIt(string text, string file, params string[] owners) =>
        Assert.Equal(owners, CodeOwners.Read(text).Of(file));
}
