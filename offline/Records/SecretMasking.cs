using MeshStack.Manifests;
using MeshStack.Offline.Runs;
using MeshStack.Offline.Secrets;
using MeshStack.Offline.Trees;

namespace MeshStack.Offline.Records;

/// <summary>Masks all that is secret in what was recorded, before anybody sees it.</summary>
internal static class SecretMasking
{
    // A shorter secret could be part of much that is not secret at all; where it was given, it is masked anyway.
    private const int ShortestTraced = 16;

    /// <summary>Masks the trees in place and gives the texts that no message may show either.</summary>
    public static SecretTexts Apply(
        IReadOnlyList<Registration> registrations,
        ObjectMap outputs,
        StringPool pool,
        IEnumerable<string> secretValues
    )
    {
        var traced = new HashSet<string>(secretValues, StringComparer.Ordinal);
        foreach (var registration in registrations)
        {
            if (registration.Inputs is { Count: > 0 } inputs)
            {
                HideGiven(registration, inputs, traced);
            }
        }

        var secrets = new SecretTexts(traced);
        var revealing = secrets.IsEmpty ? [] : pool.Texts.Where(secrets.Reveals).ToHashSet(StringComparer.Ordinal);
        if (revealing.Count > 0)
        {
            foreach (var registration in registrations)
            {
                TreeMask.Hide(registration.Inputs, revealing);
            }

            TreeMask.Hide(outputs, revealing);
        }

        return secrets;
    }

    private static void HideGiven(Registration registration, ObjectMap inputs, HashSet<string> traced)
    {
        foreach (var path in registration.Secrets)
        {
            TreeMask.HideAt(
                inputs,
                path,
                text =>
                {
                    if (text.Length >= ShortestTraced && text != SecretMask.Text && !Placeholder.Begins(text))
                    {
                        traced.Add(text);
                    }
                }
            );
        }

        var type = registration.Id.Type;
        if (type == PulumiTypes.KubernetesProvider)
        {
            TreeMask.HideUnder(inputs, "kubeconfig");
        }
        else if (type.StartsWith("kubernetes:", StringComparison.Ordinal))
        {
            TreeMask.HideSecretObjects(inputs);
            if (inputs.TryGetValue("yaml", out var yaml) && yaml is string text && text.Contains("Secret", StringComparison.Ordinal))
            {
                TreeMask.HideUnder(inputs, "yaml");
            }
        }
    }
}
