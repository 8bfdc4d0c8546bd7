namespace Pulumi.Kubernetes.Types.Inputs.Helm.V3;

/// <summary>Input: repository opts.</summary>
public class RepositoryOptsArgs : ResourceArgs
{
    [Input("caFile")]
    public Input<string>? CaFile { get; set; }

    [Input("certFile")]
    public Input<string>? CertFile { get; set; }

    [Input("keyFile")]
    public Input<string>? KeyFile { get; set; }

    [Input("repo")]
    public Input<string>? Repo { get; set; }

    [Input("username")]
    public Input<string>? Username { get; set; }

    [Input("password")]
    private Input<string>? _password;

    /// <summary>Kept secret whatever it is set to, null included.</summary>
    public Input<string>? Password
    {
        get => _password;
        set => _password = Output.CreateSecret(value.ToOutput());
    }

    public static new RepositoryOptsArgs Empty => new();
}
