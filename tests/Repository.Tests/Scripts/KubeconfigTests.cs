namespace Repository.Tests.Scripts;

/// <summary><c>.github/scripts/kubeconfig</c>.</summary>
public sealed class KubeconfigTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task TheFollowingStepsHaveTheKubeconfig()
    {
        var result = await RunAsync("apiVersion: v1\nusers: []\n");
        Assert.Equal(new(0, "", ""), result);
        var file = _folder.File("kubeconfig");
        Assert.Equal("apiVersion: v1\nusers: []\n", await File.ReadAllTextAsync(file));
        Assert.Equal($"KUBECONFIG={file}\n", await File.ReadAllTextAsync(_folder.File("env")));
        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(file) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public async Task ASecretThatIsNotSetIsNamed(string? contents)
    {
        var result = await RunAsync(contents);
        Assert.Equal(new(1, "", "The secret KUBECONFIG is not set in the environment of this stack.\n"), result);
        Assert.False(File.Exists(_folder.File("kubeconfig")));
    }

    public void Dispose() => _folder.Dispose();

    private Task<CommandResult> RunAsync(string? contents) =>
        new Command(Checkout.Root)
        {
            Environment =
            {
                ["KUBECONFIG_CONTENTS"] = contents,
                ["RUNNER_TEMP"] = _folder.Path,
                ["GITHUB_ENV"] = _folder.File("env"),
            },
        }.RunAsync("bash", "-e", "-c", ".github/scripts/kubeconfig");
}
