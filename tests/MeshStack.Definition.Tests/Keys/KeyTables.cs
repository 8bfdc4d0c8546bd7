using System.Globalization;
using System.Text;

namespace MeshStack.Definition.Tests.Keys;

/// <summary>The tables of keys in docs/definition.md, made of their declarations.</summary>
internal static class KeyTables
{
    /// <summary>The table of a marker.</summary>
    /// <exception cref="KeyNotFoundException">There is no such table.</exception>
    public static string Of(string name, IntentKinds kinds) =>
        name switch
        {
            "stack" => Table(StackKeys.All),
            "gateway" => Table(StackKeys.OfAGateway),
            StackKeys.Trust or StackKeys.Clusters => Table(Section(StackKeys.All, name)),
            StackKeys.Istio or StackKeys.Gateways or StackKeys.Namespaces or StackKeys.Platform or StackKeys.Removed => Table(
                Section(StackKeys.All, name)
            ),
            _ => kinds.Find(name) is { } kind
                ? Table(kind.Keys.Where(k => k != IntentKeys.Kind))
                : throw new KeyNotFoundException($"there is no table '{name}'"),
        };

    /// <summary>A table of keys and of those below them.</summary>
    public static string Table(IEnumerable<DeclaredKey> keys)
    {
        var text = new StringBuilder("| key | value | default |\n|---|---|---|\n");
        foreach (var key in keys)
        {
            Write(text, "", key);
        }

        return text.ToString();
    }

    private static IReadOnlyList<DeclaredKey> Section(IReadOnlyList<DeclaredKey> keys, string name) => keys.First(k => k.Name == name).Keys;

    private static void Write(StringBuilder text, string at, DeclaredKey key)
    {
        var path = at + key.Name + (key.Form == KeyForm.Map ? "." + key.Declaration.Entry : "");
        text.Append(CultureInfo.InvariantCulture, $"| `{path}` | {Cell(Value(key))} | {Cell(Default(key))} |\n");
        if (key.Declaration.Table is not null)
        {
            return;
        }

        foreach (var below in key.Keys)
        {
            Write(text, path + (key.Form == KeyForm.Mappings ? "[]." : "."), below);
        }
    }

    private static string Value(DeclaredKey key)
    {
        var declared = key.Declaration;
        var choices = string.Join(", ", declared.Choices.Select(c => $"`{c}`"));
        string[] parts =
        [
            declared.Description,
            choices.Length == 0 ? "" : $"{(key.Form == KeyForm.Texts ? "of" : "one of")} {choices}",
            declared.HasLimits ? declared.Limits : "",
            Form(key),
            declared.Table is { } table ? $"keys: [`{table}`](#{Anchor(table)})" : "",
        ];
        return string.Join("; ", parts.Where(p => p.Length > 0));
    }

    private static string Form(DeclaredKey key) =>
        key.Form switch
        {
            KeyForm.Duration => "a duration",
            KeyForm.Date => "a date",
            KeyForm.Flag when key.Default is null => "`true` or `false`",
            KeyForm.Configured => "as `{config: KEY}`",
            KeyForm.Configurable => key.Declaration.IsSecret ? "as `{config: KEY}`" : "as text or as `{config: KEY}`",
            KeyForm.Texts or KeyForm.References or KeyForm.Numbers or KeyForm.Mappings => "a list",
            KeyForm.TextMap or KeyForm.Values => "a map",
            _ => "",
        };

    private static string Default(DeclaredKey key)
    {
        if (key.Declaration.Required)
        {
            return "required";
        }

        string[] parts = [key.Default is { } value ? $"`{Plain(value)}`" : "", key.Declaration.Default ?? ""];
        return string.Join("; ", parts.Where(p => p.Length > 0));
    }

    private static string Anchor(string table) => table is StackKeys.Clusters or StackKeys.Namespaces ? table + "name" : table;

    private static string Plain(object value) =>
        value switch
        {
            true => "true",
            false => "false",
            _ => string.Format(CultureInfo.InvariantCulture, "{0}", value),
        };

    private static string Cell(string text) => text.Length == 0 ? "none" : text.Replace("|", "\\|", StringComparison.Ordinal);
}
