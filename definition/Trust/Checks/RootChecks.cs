namespace MeshStack.Definition;

/// <summary>One root.</summary>
internal static class RootChecks
{
    /// <summary>The root's certificate, or null where it cannot be read or comes later; its problems are added. At least
    /// <paramref name="below"/> CAs are below it.</summary>
    public static CertificateFacts? Read(PemInput input, DateTimeOffset at, bool isLeaving, List<ArgsProblem> problems, int below = 1)
    {
        if (input.Certificate(problems) is not { } root)
        {
            return null;
        }

        problems.AddRange(new AuthorityChecks(input.Path, "", at) { IsLeaving = isLeaving }.Problems(root, below));
        if (IssuerCheck.Refusal(root, root) is { } refusal)
        {
            problems.Add(new(input.Path, $"is not self-signed, {refusal}; required: the root itself, not a CA below it"));
        }

        return root;
    }
}
