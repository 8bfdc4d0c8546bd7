namespace MeshStack.Manifests;

/// <summary>Service accounts as AuthorizationPolicies name them: by name or by namespace and name, exactly.</summary>
internal static class AccountNames
{
    private const int Most = 16;
    private const int LongestName = 320;

    public static IEnumerable<Problem> Check(Field list)
    {
        if (list.Items.Count > Most)
        {
            yield return new(list, $"{list.Items.Count} service accounts are listed; at most {Most} are allowed.");
        }

        foreach (var account in list.Items)
        {
            if (account.Text is { Length: > 0 } name && !Placeholder.IsIn(name) && WhyNot(name) is { } reason)
            {
                yield return new(account, $"\"{name}\" is no service account: {reason}.");
            }
        }
    }

    private static string? WhyNot(string name)
    {
        var parts = name.Split('/');
        return name.Contains('*', StringComparison.Ordinal) ? "wildcards are not allowed; principals have them"
            : parts.Length > 2 || parts.Any(part => part.Length == 0) ? "it is name or namespace/name"
            : name.Length > LongestName ? $"it has {name.Length} characters, at most {LongestName} are allowed"
            : null;
    }
}
