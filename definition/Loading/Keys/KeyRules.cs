using System.Collections;
using System.Collections.Concurrent;

namespace MeshStack.Definition;

/// <summary>What the declarations of keys say of their values, for settings from YAML and from C# alike.</summary>
internal static class KeyRules
{
    private static readonly ConcurrentDictionary<Type, IReadOnlyList<SettingMember>> Checked = new();

    /// <summary>What is missing, none of the allowed texts, out of range or no duration.</summary>
    /// <param name="settings">A record whose properties have keys.</param>
    /// <param name="at">Where it stands: empty, or a path that ends in a dot.</param>
    public static IEnumerable<ArgsProblem> Check(object settings, string at = "")
    {
        foreach (var member in Checked.GetOrAdd(settings.GetType(), type => [.. SettingMember.Of(type).Where(HasRules)]))
        {
            foreach (var problem in Check(member, member.Property.GetValue(settings), at + member.Key))
            {
                yield return problem;
            }
        }
    }

    /// <summary>What is said of a required key that is not there.</summary>
    public static string Missing(SettingMember member) =>
        $"required: {member.Declaration.RequiredAs ?? Plain(member.Declaration.Description)}"
        + (member.Form == KeyForm.Number ? $", {WholeNumber(member.Declaration)}" : "")
        + (member.Declaration.Choices.Count > 0 ? $"; allowed: {string.Join(", ", member.Declaration.Choices)}" : "");

    /// <summary>A description without its Markdown.</summary>
    public static string Plain(string description) => description.Replace("`", "", StringComparison.Ordinal);

    /// <summary>What has to stand in a list of numbers.</summary>
    public static string WholeNumber(KeyAttribute key) =>
        key.HasLimits ? FormattableString.Invariant($"a whole number from {key.Min} to {key.Max}") : "a whole number";

    private static IEnumerable<ArgsProblem> Check(SettingMember member, object? value, string path) =>
        (member.Form, value) switch
        {
            (_, null) => member.Declaration.Required ? [new(path, Missing(member))] : [],
            (KeyForm.Text, string text) => Text(path, text, member.Declaration),
            (KeyForm.Duration, string text) => Duration(path, text),
            (KeyForm.Date, string text) => Days.Of(text) is null ? [new(path, Days.Wrong(text))] : [],
            (KeyForm.Number, int number) => Number(path, number, member.Declaration),
            (KeyForm.Numbers, IEnumerable<int> numbers) => Numbers(path, numbers, member.Declaration),
            (KeyForm.Configured or KeyForm.Configurable, TextValue text) => Pem(path, text, member.Declaration),
            (KeyForm.Mapping, _) => Check(value, path + "."),
            (KeyForm.Mappings, IEnumerable items) => items.Cast<object>().SelectMany((item, i) => Check(item, At(path, i) + ".")),
            _ => [],
        };

    /// <summary>Of a text that comes later, whoever reads the configuration says it.</summary>
    private static IReadOnlyList<ArgsProblem> Pem(string path, TextValue text, KeyAttribute key) =>
        key.IsPem ? PemRules.Problems(path, key.Pem, text) : [];

    private static IEnumerable<ArgsProblem> Text(string path, string text, KeyAttribute key)
    {
        if (key.Choices.Count > 0 && !key.Choices.Contains(text))
        {
            yield return ArgsProblem.NotAllowed(path, text, key.Is ?? "allowed here", key.Choices, Hint(key, text));
        }
    }

    private static IEnumerable<ArgsProblem> Duration(string path, string text)
    {
        if (!Durations.IsValid(text))
        {
            yield return new(path, $"expected {Durations.Expected}, got '{text}'{Durations.Hint(text)}");
        }
    }

    private static IEnumerable<ArgsProblem> Number(string path, int number, KeyAttribute key)
    {
        if (!IsWithin(number, key))
        {
            var wrong = key.Is is { } what ? $"is not {what}" : "is out of range";
            yield return new(path, FormattableString.Invariant($"{number} {wrong}; allowed: {key.Limits}"));
        }
    }

    private static IEnumerable<ArgsProblem> Numbers(string path, IEnumerable<int> numbers, KeyAttribute key)
    {
        foreach (var (number, i) in numbers.Select((number, i) => (number, i)).Where(n => !IsWithin(n.number, key)))
        {
            yield return new(At(path, i), FormattableString.Invariant($"expected {WholeNumber(key)}, got '{number}'"));
        }
    }

    private static string At(string path, int index) => FormattableString.Invariant($"{path}[{index}]");

    private static bool HasRules(SettingMember member) =>
        member.Form switch
        {
            KeyForm.Reference or KeyForm.References => false,
            KeyForm.Duration or KeyForm.Date or KeyForm.Mapping or KeyForm.Mappings => true,
            _ => member.Declaration.Required
                || member.Declaration.IsPem
                || member.Declaration.HasLimits
                || member.Declaration.Choices.Count > 0,
        };

    private static bool IsWithin(int number, KeyAttribute key) => number >= key.Min && number <= key.Max;

    private static string Hint(KeyAttribute key, string given) =>
        key.Mistaken.FirstOrDefault(m => m.StartsWith(given + " ", StringComparison.Ordinal)) is { } hint ? $" ({hint})" : "";
}
