using System.Collections.Immutable;

namespace MeshStack.Definition.Planning;

/// <summary>The name by which the engine knows a resource, and those by which it knew it before something was renamed.</summary>
/// <remarks>A name is put together from others, so one that is renamed changes every name that holds it.</remarks>
internal sealed class LogicalName
{
    private LogicalName(string text, ImmutableArray<string> former) => (Text, Former) = (text, former);

    /// <summary>The name.</summary>
    public string Text { get; }

    /// <summary>The names that it may have in the state of a stack.</summary>
    public ImmutableArray<string> Former { get; }

    /// <summary>A name, and what it was before; nulls are left out.</summary>
    public static LogicalName Of(string text, params IEnumerable<string?> former) =>
        new(text, [.. former.OfType<string>().Where(name => name != text).Distinct(StringComparer.Ordinal)]);

    /// <summary>A name that something follows.</summary>
    public static LogicalName operator +(LogicalName name, string suffix) => name + Of(suffix);

    /// <summary>A name that follows something.</summary>
    public static LogicalName operator +(string prefix, LogicalName name) => Of(prefix) + name;

    /// <summary>Two names in one: either of them may have been renamed before the other.</summary>
    public static LogicalName operator +(LogicalName first, LogicalName second) =>
        Of(first.Text + second.Text, first.All.SelectMany(left => second.All.Select(right => left + right)));

    /// <inheritdoc/>
    public override string ToString() => Text;

    private IEnumerable<string> All => Former.Prepend(Text);
}
