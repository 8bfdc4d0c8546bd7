namespace Pulumi;

/// <summary>The running program's stack.</summary>
public sealed class DeploymentInstance
{
    internal DeploymentInstance()
    {
    }

    public string OrganizationName => throw new NotImplementedException();

    public string ProjectName => throw new NotImplementedException();

    public string StackName => throw new NotImplementedException();

    public string RootDirectory => throw new NotImplementedException();

    public bool IsDryRun => throw new NotImplementedException();
}
