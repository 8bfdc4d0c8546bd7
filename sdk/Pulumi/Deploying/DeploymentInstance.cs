using Pulumi.Deploying;

namespace Pulumi;

/// <summary>The stack that the calling program runs for.</summary>
public sealed class DeploymentInstance
{
    private readonly StackRun _run;

    internal DeploymentInstance(StackRun run) => _run = run;

    public string OrganizationName => _run.OrganizationName;

    public string ProjectName => _run.ProjectName;

    public string StackName => _run.StackName;

    public string RootDirectory =>
        _run.RootDirectory
        ?? throw new InvalidOperationException("The Pulumi CLI version does not support root directory. Please update the Pulumi CLI.");

    public bool IsDryRun => _run.IsPreview;

    public Output<T> Invoke<T>(string token, InvokeArgs args, InvokeOptions? options = null) =>
        new FunctionCall(_run, token, args, options).ToOutput<T>();

    public Output<T> Invoke<T>(string token, InvokeArgs args, InvokeOptions? options, RegisterPackageRequest? registerPackageRequest) =>
        Invoke<T>(token, args, options);

    public Output<T> Invoke<T>(string token, InvokeArgs args, InvokeOutputOptions options) =>
        new FunctionCall(_run, token, args, options).ToOutput<T>();

    public Output<T> Invoke<T>(
        string token,
        InvokeArgs args,
        InvokeOutputOptions options,
        RegisterPackageRequest? registerPackageRequest
    ) => Invoke<T>(token, args, options);

    public Task<T> InvokeAsync<T>(string token, InvokeArgs args, InvokeOptions? options = null) =>
        new FunctionCall(_run, token, args, options).ToValueAsync<T>();

    public Task<T> InvokeAsync<T>(string token, InvokeArgs args, InvokeOptions? options, RegisterPackageRequest? registerPackageRequest) =>
        InvokeAsync<T>(token, args, options);

    public Task InvokeAsync(string token, InvokeArgs args, InvokeOptions? options = null) => InvokeAsync<object>(token, args, options);

    public Task InvokeAsync(string token, InvokeArgs args, InvokeOptions? options, RegisterPackageRequest? registerPackageRequest) =>
        InvokeAsync(token, args, options);
}
