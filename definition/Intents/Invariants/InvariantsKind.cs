using MeshStack.Manifests;

namespace MeshStack.Definition.Intents;

/// <summary>What must stay true of who may call whom: held against every preview and every update, and planned as nothing.</summary>
internal sealed class InvariantsKind : IntentKind<InvariantsIntent>
{
    public override string Name => "Invariants";

    public override string Summary => "What must stay true of who may call whom, whatever the intents beside it say.";

    internal override bool IsNamed => false;

    internal override IntentDocument Read(IntentReader reader)
    {
        var document = new InvariantsDocument(reader);
        if (document.Texts.Count == 0)
        {
            reader.Problems.Error(reader.Location, "", "says nothing: one of always, never, neverReaches, only and routedBy is required");
        }

        return document;
    }

    internal override IEnumerable<Intent> Check(IntentChecks checks)
    {
        var names = InvariantNames.From(checks);
        foreach (var document in checks.Of<InvariantsDocument>())
        {
            foreach (var text in document.Texts)
            {
                Check(text, checks.Error, checks.Warning);
            }

            var intent = document.Intent with { Invariants = names.Resolve(document.Texts) };
            yield return new Intent<InvariantsIntent>(document.Name, document.Location, intent);
        }
    }

    public static void Check(
        InvariantText text,
        Action<InvariantsDocument, string, string> error,
        Action<InvariantsDocument, string, string> warning
    )
    {
        Method(text, error, warning);
        if (text.Within is < 1 or > NeverReachesSettings.MostCalls)
        {
            error(
                text.Document,
                $"{text.Where}.within",
                FormattableString.Invariant($"{text.Within} is out of range; allowed: 1 to {NeverReachesSettings.MostCalls}")
            );
        }

        var at = $"{text.Where}.path";
        if (text.Path is not { } path || !text.Document.Lines.Has(at))
        {
            return;
        }

        if (text.Kind == InvariantKind.Always)
        {
            if (!path.StartsWith('/') || path.Contains('*', StringComparison.Ordinal))
            {
                error(text.Document, at, $"'{path}' is not a path: it begins with '/', and always names one request, without '*'");
            }
        }
        else
        {
            // As a ClientAccess's: what matches nothing would never be let through.
            foreach (var problem in PathPatterns.Check(at, path))
            {
                error(text.Document, at, problem.Message);
            }
        }
    }

    /// <summary>A method that no request has would hold for ever.</summary>
    private static void Method(
        InvariantText text,
        Action<InvariantsDocument, string, string> error,
        Action<InvariantsDocument, string, string> warning
    )
    {
        var at = $"{text.Where}.method";
        if (
            text.Method is not { } method
            || !text.Document.Lines.Has(at)
            || (text.Kind == InvariantKind.Always ? HttpMethods.Known : HttpMethods.All).Contains(method)
        )
        {
            return;
        }

        var upper = method.ToUpperInvariant();
        if (method == "*")
        {
            error(text.Document, at, "'*' is every method, and always names one request");
        }
        else if (upper != method && HttpMethods.Known.Contains(upper))
        {
            error(text.Document, at, $"'{method}' is none: methods are case-sensitive; did you mean {upper}?");
        }
        else if (method.Length == 0 || !method.All(c => char.IsAsciiLetterUpper(c) || c is '-'))
        {
            error(text.Document, at, $"'{method}' is not an HTTP method{Spelling.Suggest(method, HttpMethods.Known)}");
        }
        else
        {
            warning(
                text.Document,
                at,
                $"'{method}' is none of the methods that a ClientAccess can name{Spelling.Suggest(method, HttpMethods.Known)}"
            );
        }
    }
}
