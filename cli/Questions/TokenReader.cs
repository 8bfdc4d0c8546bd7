using MeshStack.Analysis.Model;

namespace MeshStack.Cli.Questions;

/// <summary>Reads the token of a question.</summary>
internal sealed class TokenReader(List<string> problems)
{
    /// <summary>The token; null where no claim is given.</summary>
    public Token? Read(QuestionText text)
    {
        var claims = NamedValues.Read("--claim", text.Claims, problems).Select(c => (Name: ClaimOf(c.Name), c.Value)).ToList();
        if (claims.Count == 0)
        {
            foreach (
                var (option, isGiven) in new[]
                {
                    ("--token-header", text.TokenHeader is not null),
                    ("--invalid-token", text.HasInvalidToken),
                }
            )
            {
                if (isGiven)
                {
                    problems.Add($"{option}: the request has no token: add --claim iss=ISSUER");
                }
            }

            return null;
        }

        var values = claims.ToLookup(c => c.Name, c => c.Value, StringComparer.Ordinal);
        if (!values.Contains("iss"))
        {
            problems.Add("--claim: a token has an issuer: add --claim iss=ISSUER");
        }

        return new Token(values["iss"].FirstOrDefault() ?? "", values["sub"].FirstOrDefault())
        {
            IsValid = !text.HasInvalidToken,
            Header = text.TokenHeader?.ToLowerInvariant(),
            Audiences = [.. values["aud"]],
            Claims = values
                .Where(c => c.Key is not ("iss" or "sub" or "aud"))
                .ToDictionary(c => c.Key, c => (IReadOnlyList<string>)[.. c], StringComparer.Ordinal),
        };
    }

    private string ClaimOf(string name)
    {
        var (claim, problem) = ClaimName.Read(name);
        if (problem is not null)
        {
            problems.Add($"--claim: {problem}");
        }

        return claim;
    }
}
