using System.Collections.Immutable;
using MeshStack.Manifests;

namespace MeshStack.Definition;

/// <summary>One input of a trust: where it is, and its text.</summary>
internal readonly record struct PemInput(string Path, string Text)
{
    private const string OneKey = "one unencrypted PRIVATE KEY, RSA PRIVATE KEY or EC PRIVATE KEY block";

    /// <summary>The one certificate in it, or null with a problem; null without one for a placeholder.</summary>
    public CertificateFacts? Certificate(List<ArgsProblem> problems) =>
        Certificates(problems, "one CERTIFICATE block", isOne: true) is [var certificate] ? certificate : null;

    /// <summary>The certificates in it, in their order; empty where they cannot be read.</summary>
    public ImmutableArray<CertificateFacts> Chain(List<ArgsProblem> problems) =>
        Certificates(problems, "CERTIFICATE blocks and no others", isOne: false);

    /// <summary>The one private key in it, or null.</summary>
    public PemBlock? PrivateKey(List<ArgsProblem> problems)
    {
        if (Placeholder.IsIn(Text))
        {
            return null;
        }

        // A header of the old kind of encryption makes the block one that RFC 7468 does not know.
        if (
            Text.Contains("Proc-Type: 4,ENCRYPTED", StringComparison.Ordinal)
            || PemText.Read(Text).Blocks.Any(block => block.Label == PemBlock.EncryptedKey)
        )
        {
            problems.Add(new(Path, $"holds an encrypted private key, which istiod cannot open; required: {OneKey}"));
            return null;
        }

        return Read(problems, OneKey, blocks => blocks is [var only] && PemBlock.PrivateKeys.Contains(only.Label)) is [var key]
            ? key
            : null;
    }

    private ImmutableArray<CertificateFacts> Certificates(List<ArgsProblem> problems, string required, bool isOne)
    {
        var certificates = ImmutableArray.CreateBuilder<CertificateFacts>();
        var blocks = Read(
            problems,
            required,
            blocks => blocks.All(block => block.Label == PemBlock.Certificate) && (!isOne || blocks.Length == 1)
        );
        for (var i = 0; i < blocks.Length; i++)
        {
            if (CertificateFacts.Read(blocks[i].Data) is not { } certificate)
            {
                problems.Add(new(Path, $"block {i + 1} is no X.509 certificate; required: {required}"));
                return [];
            }

            certificates.Add(certificate);
        }

        return certificates.ToImmutable();
    }

    private ImmutableArray<PemBlock> Read(List<ArgsProblem> problems, string required, Func<ImmutableArray<PemBlock>, bool> isRight)
    {
        if (Placeholder.IsIn(Text))
        {
            return [];
        }

        var pem = PemText.Read(Text);
        var found =
            pem.IsEmpty ? "is empty"
            : pem.IsIncomplete ? "holds a PEM block that is cut off or damaged"
            : pem.Blocks.IsEmpty ? "holds no PEM block"
            : isRight(pem.Blocks) ? null
            : $"holds {pem.Kinds()}";
        if (found is null)
        {
            return pem.Blocks;
        }

        problems.Add(new(Path, $"{found}; required: {required}"));
        return [];
    }
}
