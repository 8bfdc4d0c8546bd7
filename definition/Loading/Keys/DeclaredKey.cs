using System.Diagnostics.CodeAnalysis;

namespace MeshStack.Definition;

/// <summary>A key of a definition as it is declared, with the keys below it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Form">What stands there.</param>
/// <param name="Declaration">What is declared of it.</param>
internal sealed record DeclaredKey(string Name, KeyForm Form, KeyAttribute Declaration)
{
    /// <summary>What holds without it, where that is a plain value.</summary>
    public object? Default { get; init; }

    /// <summary>The name of the record that declares its keys; null where it has none.</summary>
    public string? Record { get; init; }

    /// <summary>The keys of the mapping, or of each of the mappings, that stand there.</summary>
    public IReadOnlyList<DeclaredKey> Keys { get; init; } = [];

    /// <summary>The keys of a record.</summary>
    /// <param name="settings">The type of the record.</param>
    /// <param name="wanted">Selects the settings; without it all of them.</param>
    [UnconditionalSuppressMessage("Trimming", "IL2067", Justification = Kept.Whole)]
    public static IReadOnlyList<DeclaredKey> Of(Type settings, Func<SettingMember, bool>? wanted = null)
    {
        var unset = Activator.CreateInstance(settings)!;
        return
        [
            .. SettingMember
                .Of(settings)
                .Where(m => wanted is null || wanted(m))
                .GroupBy(m => m.Key.Split('.')[0], StringComparer.Ordinal)
                .Select(g => g.First().Key == g.Key ? From(g.First(), unset) : GroupOf(g.Key, [.. g], unset)),
        ];
    }

    private static DeclaredKey From(SettingMember member, object unset) =>
        new(member.Key.Split('.')[^1], member.Form, member.Declaration)
        {
            // Of a required key, what stands before it is given is no value of it.
            Default =
                !member.Declaration.Required && member.Property.GetValue(unset) is var value and (string or int or double or bool)
                    ? value
                    : null,
            Record = RecordOf(member)?.Name,
            Keys = RecordOf(member) is { } record ? Of(record) : [],
        };

    private static Type? RecordOf(SettingMember member) =>
        member.Form switch
        {
            KeyForm.Mapping => member.Type,
            KeyForm.Mappings or KeyForm.Map => member.ItemType,
            _ => null,
        };

    private static DeclaredKey GroupOf(string name, IReadOnlyList<SettingMember> members, object unset) =>
        new(name, KeyForm.Mapping, new KeyAttribute(members[0].Declaration.Group ?? ""))
        {
            Keys = [.. members.Select(m => From(m, unset))],
        };
}
