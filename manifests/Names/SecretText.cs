using System.Text.RegularExpressions;

namespace MeshStack.Manifests;

/// <summary>Finds what looks like a secret in texts that are quoted: people type keys where names belong, and messages end in
/// logs.</summary>
internal static partial class SecretText
{
    /// <summary>The text, with <c>[secret]</c> in place of what looks like one.</summary>
    public static string Hidden(string text) => Secret().Replace(text, MaskedText.Secret);

    // PEM; tokens by the prefixes of those who issue them; JSON Web Tokens; passwords and tokens in URLs; what is long and has letters of
    // both cases and several digits, as no name does; long hexadecimal numbers; and within quotes what stands behind the name of a secret
    // or a scheme of authentication.
    [GeneratedRegex(
        """
            -----BEGIN\ [^'"]*
            | \b (?: gh[pousr]_ | github_pat_ | glpat- | xox[abeprs]- | pul- | AKIA | ASIA | AIza | hvs\. | npm_ | dckr_pat_ ) [\w-]{10,}
            | \b eyJ[\w-]{8,} (?: \.[\w-]+ ){0,2}
            | (?<! [\w.%+-] ) [\w.%+-]+ : [^/\s:@'"]+ (?= @ )
            | (?<= [?&] (?: access_token | api_?key | key | password | secret | sig | token ) = ) [^&\s'"]+
            | (?<! [\w+] ) (?= [\w+-]*[a-z] ) (?= [\w+-]*[A-Z] ) (?= (?: [\w+-]*?[0-9] ){3} ) [\w+-]{20,} ={0,2}
            | \b (?= (?: [0-9a-f]*?[a-f] ){4} ) (?= (?: [0-9a-f]*?[0-9] ){3} ) [0-9a-f]{32,} \b
            | (?<= (?: ^ | [\s(\[] ) ['"] (?i: bearer | basic ) \s+ ) [^'"]+
            | (?<= (?: ^ | [\s(\[] ) ['"] [^'"\n]{0,100}
                  (?i: pass (?: word | wd | phrase )? | pwd | secret | token | authorization | credentials?
                    | (?: api | access | private ) [-_]? key )
                  \s* [:=] \s* (?: (?i: bearer | basic ) \s+ )? ) [^'"\s] [^'"]*
            """,
        RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace
    )]
    private static partial Regex Secret();
}
