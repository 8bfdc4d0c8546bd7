using System.Text;
using Map = System.Collections.Generic.IReadOnlyDictionary<string, object?>;

namespace MeshStack.Manifests;

/// <summary>The metadata that every object has, as far as a manifest gives it.</summary>
internal static class ObjectMetadata
{
    private const int LargestAnnotations = 256 * 1024;

    private static readonly string[] Known =
    [
        "annotations",
        "creationTimestamp",
        "deletionGracePeriodSeconds",
        "deletionTimestamp",
        "finalizers",
        "generateName",
        "generation",
        "labels",
        "managedFields",
        "name",
        "namespace",
        "ownerReferences",
        "resourceVersion",
        "selfLink",
        "uid",
    ];

    public static void Validate(Map body, SchemaErrors errors)
    {
        if (!body.TryGetValue("metadata", out var value) || value is not Map metadata)
        {
            return;
        }

        errors.Enter("metadata");
        foreach (var name in metadata.Keys)
        {
            if (!Known.Contains(name))
            {
                errors.AddUnknown(name, Known);
            }
        }

        ValidateName(metadata, errors);
        ValidateNamespace(metadata, errors);
        ValidateLabels(metadata, errors);
        ValidateAnnotations(metadata, errors);
        errors.Leave();
    }

    private static void ValidateName(Map metadata, SchemaErrors errors)
    {
        if (metadata.GetValueOrDefault("name") is string name && !Placeholder.IsIn(name) && !ObjectName.IsSubdomain(name))
        {
            errors.AddAt(
                "name",
                SchemaRules.Metadata,
                $"{Described.Value(name)} is no name of an object; allowed: small letters, digits, '-' and '.', "
                    + $"at most {ObjectName.LongestSubdomain} characters, with a letter or digit at both ends"
            );
        }
    }

    private static void ValidateNamespace(Map metadata, SchemaErrors errors)
    {
        if (
            metadata.GetValueOrDefault("namespace") is { } value
            && !(value is string name && (Placeholder.IsIn(name) || name.Length == 0 || ObjectName.IsLabel(name)))
        )
        {
            errors.AddAt(
                "namespace",
                SchemaRules.Metadata,
                $"{Described.Value(value)} is no name of a namespace; allowed: small letters, digits and '-', "
                    + $"at most {ObjectName.LongestSegment} characters, with a letter or digit at both ends"
            );
        }
    }

    private static void ValidateLabels(Map metadata, SchemaErrors errors)
    {
        foreach (var (key, value) in Texts(metadata, "labels", errors))
        {
            ValidateKey("labels", key, key, errors);
            if (!Placeholder.IsIn(value) && !ObjectName.IsLabelValue(value))
            {
                errors.Enter("labels");
                errors.AddAt(
                    key,
                    SchemaRules.Metadata,
                    $"{Described.Value(value)} is no value of a label; allowed: letters, digits, '-', '_' and '.', "
                        + $"at most {ObjectName.LongestSegment} characters, with a letter or digit at both ends"
                );
                errors.Leave();
            }
        }
    }

    private static void ValidateAnnotations(Map metadata, SchemaErrors errors)
    {
        var size = 0L;
        foreach (var (key, value) in Texts(metadata, "annotations", errors))
        {
            // The API server looks at their keys in lower case.
            ValidateKey("annotations", key, key.ToLowerInvariant(), errors);
            size += Encoding.UTF8.GetByteCount(key) + Encoding.UTF8.GetByteCount(value);
        }

        if (size > LargestAnnotations)
        {
            errors.AddAt("annotations", SchemaRules.Metadata, $"have {size} bytes; at most {LargestAnnotations} are allowed");
        }
    }

    private static void ValidateKey(string field, string key, string judged, SchemaErrors errors)
    {
        if (!Placeholder.IsIn(key) && !ObjectName.IsQualifiedName(judged))
        {
            errors.Enter(field);
            errors.AddAt(
                key,
                SchemaRules.Metadata,
                $"{Described.Value(key)} is no key of {field}; allowed: letters, digits, '-', '_' and '.', "
                    + $"at most {ObjectName.LongestSegment} characters, behind an optional DNS name and '/'"
            );
            errors.Leave();
        }
    }

    // A null is the empty text there.
    private static IEnumerable<(string Key, string Value)> Texts(Map metadata, string field, SchemaErrors errors)
    {
        if (metadata.GetValueOrDefault(field) is not { } given)
        {
            yield break;
        }

        if (given is not Map texts)
        {
            errors.AddAt(field, SchemaRules.Type, $"expected an object, got {Described.Kind(given)}");
            yield break;
        }

        foreach (var (key, value) in texts)
        {
            if (value is null or string)
            {
                yield return (key, (string?)value ?? "");
                continue;
            }

            errors.Enter(field);
            errors.AddAt(
                key,
                SchemaRules.Type,
                $"expected {ValueType.Text.Name}, got {Described.Value(value)}{ValueType.Text.Hint(value)}"
            );
            errors.Leave();
        }
    }
}
