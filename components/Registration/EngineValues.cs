using Pulumi;
using Pulumi.Utilities;

namespace MeshStack.Registration;

/// <summary>The values of a plan that only the engine knows: what a caller handed over as outputs, and what comes out of
/// resources.</summary>
internal sealed class EngineValues(Resources resources)
{
    private readonly Dictionary<string, Output<string>> _outputs = new(StringComparer.Ordinal);
    private readonly Dictionary<LateCheck, Output<bool>> _passed = new(ReferenceEqualityComparer.Instance);

    /// <summary>Says where a value comes from.</summary>
    public void Provide(LateValue value, Output<string> output) => _outputs[value.Name] = output;

    /// <summary>Whether a value is known to come from somewhere.</summary>
    public bool Has(LateValue value) => _outputs.ContainsKey(value.Name);

    /// <summary>A caller's input as a plan holds it: a text where it is one already and may be seen, else a value that comes
    /// later.</summary>
    /// <param name="name">What to call it.</param>
    /// <param name="input">The input.</param>
    public TextValue? Take(string name, Input<string>? input)
    {
        if (input is null)
        {
            return null;
        }

        var output = input.ToOutput();
        var isSecret = Output.IsSecretAsync(output) is not { IsCompletedSuccessfully: true, Result: false };
        if (
            !isSecret
            && OutputUtilities.GetDependenciesAsync(output) is { IsCompletedSuccessfully: true, Result.IsEmpty: true }
            && OutputUtilities.GetIsKnownAsync(output) is { IsCompletedSuccessfully: true, Result: true }
            && OutputUtilities.GetValueAsync(output) is { IsCompletedSuccessfully: true, Result: { } text }
        )
        {
            return text;
        }

        var value = new LateValue(name);
        Provide(value, output);
        return value;
    }

    /// <summary>A text of a plan as an output.</summary>
    public Output<string> Of(TextValue text)
    {
        Output<string> output;
        if (text.IsKnown)
        {
            output = Output.Create(text.Known!);
        }
        else if (text.Needs is [var only])
        {
            output = Of(only).Apply(value => text.Compose(_ => value));
        }
        else
        {
            var names = text.Needs.Select(need => need.Name).ToList();
            output = Output
                .All(text.Needs.Select(Of))
                .Apply(values =>
                {
                    var known = names.Zip(values).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);
                    return text.Compose(late => known[late.Name]);
                });
        }

        if (text.Check is { } check)
        {
            output = Output.Tuple(Passed(check), output).Apply(pair => pair.Item2);
        }

        return text.IsSecret ? Output.CreateSecret(output) : output;
    }

    /// <summary>True once a check found nothing wrong; what it finds is said as soon as all that it looks at is known.</summary>
    public Output<bool> Passed(LateCheck check)
    {
        if (!_passed.TryGetValue(check, out var passed))
        {
            var found = Output
                .All(check.Texts.Select(Of))
                .Apply(texts =>
                {
                    check.Find(texts).Enforce(resources[check.Component]);
                    return true;
                });

            // The texts went into the answer, and nothing of them is in it.
            _passed[check] = passed = Output.Unsecret(found);
        }

        return passed;
    }

    private Output<string> Of(LateValue value) =>
        _outputs.TryGetValue(value.Name, out var output) ? output : throw new InvalidOperationException($"Nothing provides {value}.");
}
