namespace Pulumi.Tls;

/// <summary>Inputs that are secret from the moment they are assigned.</summary>
internal static class SecretInput
{
    /// <summary>The value as a secret; null becomes a secret null.</summary>
    public static Input<string> Of(Input<string>? value) => Output.CreateSecret(value.ToOutput());
}
