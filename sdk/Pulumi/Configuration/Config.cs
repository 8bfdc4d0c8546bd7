using System.Globalization;
using System.Text.Json;
using Pulumi.Deploying;

namespace Pulumi;

/// <summary>Settings of the stack under one namespace (default: the project's name).</summary>
public sealed class Config
{
    private readonly StackSettings _settings;
    private readonly string _name;

    public Config(string? name = null)
    {
        var run = StackRun.Current;
        _settings = run.Settings;
        _name = name ?? run.ProjectName;
    }

    private delegate bool Parser<T>(string text, out T value);

    public string? Get(string key) => _settings.Get(FullKey(key));

    public bool? GetBoolean(string key) => GetParsed<bool>(key, TryParseBoolean);

    public int? GetInt32(string key) => GetParsed<int>(key, TryParseInt32);

    public double? GetDouble(string key) => GetParsed<double>(key, TryParseDouble);

    public T? GetObject<T>(string key) => GetObject<T>(key, JsonSerializerOptions.Default);

    public T? GetObject<T>(string key, JsonSerializerOptions options)
    {
        if (Get(key) is not { } text)
        {
            return default;
        }

        try
        {
            return JsonSerializer.Deserialize<T>(text, options);
        }
        catch (JsonException e)
        {
            throw Invalid(key, text, typeof(T).FullName!, e);
        }
    }

    public string Require(string key) => Get(key) ?? throw Missing(key);

    public bool RequireBoolean(string key) => GetBoolean(key) ?? throw Missing(key);

    public int RequireInt32(string key) => GetInt32(key) ?? throw Missing(key);

    public double RequireDouble(string key) => GetDouble(key) ?? throw Missing(key);

    public T? RequireObject<T>(string key) => RequireObject<T>(key, JsonSerializerOptions.Default);

    public T? RequireObject<T>(string key, JsonSerializerOptions options)
    {
        Require(key);
        return GetObject<T>(key, options);
    }

    public Output<string>? GetSecret(string key) => Get(key) is { } text ? Output.CreateSecret(text) : null;

    public Output<bool>? GetSecretBoolean(string key) => GetBoolean(key) is { } flag ? Output.CreateSecret(flag) : null;

    public Output<int>? GetSecretInt32(string key) => GetInt32(key) is { } number ? Output.CreateSecret(number) : null;

    public Output<double>? GetSecretDouble(string key) => GetDouble(key) is { } number ? Output.CreateSecret(number) : null;

    public Output<T>? GetSecretObject<T>(string key) => GetSecretObject<T>(key, JsonSerializerOptions.Default);

    public Output<T>? GetSecretObject<T>(string key, JsonSerializerOptions options) =>
        Get(key) is null ? null : Output.CreateSecret(GetObject<T>(key, options)!);

    public Output<string> RequireSecret(string key) => Output.CreateSecret(Require(key));

    public Output<bool> RequireSecretBoolean(string key) => Output.CreateSecret(RequireBoolean(key));

    public Output<int> RequireSecretInt32(string key) => Output.CreateSecret(RequireInt32(key));

    public Output<double> RequireSecretDouble(string key) => Output.CreateSecret(RequireDouble(key));

    public Output<T> RequireSecretObject<T>(string key) => RequireSecretObject<T>(key, JsonSerializerOptions.Default);

    public Output<T> RequireSecretObject<T>(string key, JsonSerializerOptions options) =>
        Output.CreateSecret(RequireObject<T>(key, options)!);

    private static bool TryParseBoolean(string text, out bool value)
    {
        value = text == "true";
        return value || text == "false";
    }

    private static bool TryParseInt32(string text, out int value) =>
        int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out value);

    private static bool TryParseDouble(string text, out double value) =>
        double.TryParse(text, NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out value);

    private T? GetParsed<T>(string key, Parser<T> tryParse)
        where T : struct
    {
        if (Get(key) is not { } text)
        {
            return null;
        }

        return tryParse(text, out var value) ? value : throw Invalid(key, text, typeof(T).Name, null);
    }

    private string FullKey(string key) => $"{_name}:{key}";

    private RunException Invalid(string key, string text, string type, Exception? reason) =>
        new($"Configuration '{FullKey(key)}' value '{text}' is not a valid {type}", reason);

    private RunException Missing(string key) =>
        new(
            $"Missing Required configuration variable '{FullKey(key)}'\n\tplease set a value using the command `pulumi config set "
                + $"{FullKey(key)} <value>`"
        );
}
