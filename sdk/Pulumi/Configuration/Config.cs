using System.Text.Json;

namespace Pulumi;

/// <summary>Settings of the stack under one namespace (default: the project's name).</summary>
public sealed class Config(string? name = null)
{
    private readonly string _name = name ?? "";

    public string? Get(string key) => throw new NotImplementedException(_name);

    public bool? GetBoolean(string key) => throw new NotImplementedException();

    public int? GetInt32(string key) => throw new NotImplementedException();

    public double? GetDouble(string key) => throw new NotImplementedException();

    public T? GetObject<T>(string key) => throw new NotImplementedException();

    public T? GetObject<T>(string key, JsonSerializerOptions options) => throw new NotImplementedException();

    public string Require(string key) => throw new NotImplementedException();

    public bool RequireBoolean(string key) => throw new NotImplementedException();

    public int RequireInt32(string key) => throw new NotImplementedException();

    public double RequireDouble(string key) => throw new NotImplementedException();

    public T RequireObject<T>(string key) => throw new NotImplementedException();

    public T RequireObject<T>(string key, JsonSerializerOptions options) => throw new NotImplementedException();

    public Output<string>? GetSecret(string key) => throw new NotImplementedException();

    public Output<bool>? GetSecretBoolean(string key) => throw new NotImplementedException();

    public Output<int>? GetSecretInt32(string key) => throw new NotImplementedException();

    public Output<double>? GetSecretDouble(string key) => throw new NotImplementedException();

    public Output<T>? GetSecretObject<T>(string key) => throw new NotImplementedException();

    public Output<T>? GetSecretObject<T>(string key, JsonSerializerOptions options) => throw new NotImplementedException();

    public Output<string> RequireSecret(string key) => throw new NotImplementedException();

    public Output<bool> RequireSecretBoolean(string key) => throw new NotImplementedException();

    public Output<int> RequireSecretInt32(string key) => throw new NotImplementedException();

    public Output<double> RequireSecretDouble(string key) => throw new NotImplementedException();

    public Output<T> RequireSecretObject<T>(string key) => throw new NotImplementedException();

    public Output<T> RequireSecretObject<T>(string key, JsonSerializerOptions options) => throw new NotImplementedException();
}
