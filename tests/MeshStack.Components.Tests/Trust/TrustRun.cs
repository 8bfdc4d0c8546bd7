using System.Collections.Immutable;
using Pulumi;
using Pulumi.Testing;
using Pulumi.Utilities;

namespace MeshStack.Components.Tests.Trust;

/// <summary>One run of a program with a trust, and what can be seen of it.</summary>
internal sealed record TrustRun
{
    public static readonly DateTimeOffset Now = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);

    public required TlsIssuer Issuer { get; init; }

    public required MeshTrust Trust { get; init; }

    /// <summary>Names of the resources that refuse to be deleted.</summary>
    public required IReadOnlyList<string> Protected { get; init; }

    /// <summary>The outputs that resources keep secret, by name.</summary>
    public required IReadOnlyDictionary<string, List<string>> SecretOutputs { get; init; }

    public string Bundle => Text(Trust.RootBundle!);

    public TrustState State => OutputUtilities.GetValueAsync(Trust.State).Result!;

    /// <summary>The names of all resources that were asked for.</summary>
    public IReadOnlyList<string> Names => [.. Issuer.Asked.Values.Select(one => one.Name!).Order(StringComparer.Ordinal)];

    public static async Task<TrustRun> From(MeshTrustArgs args, TlsIssuer? issuer = null, bool isPreview = false)
    {
        issuer ??= new TlsIssuer();
        issuer.Asked.Clear();
        issuer.Outputs.Clear();
        args.Clock = new FixedClock(Now);
        MeshTrust? trust = null;
        var guarded = new List<string>();
        var secrets = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        await Deployment.TestAsync(
            issuer,
            new TestOptions { IsPreview = isPreview },
            () =>
            {
                trust = new MeshTrust("trust", args, new ComponentResourceOptions { ResourceTransformations = { See } });
            }
        );
        return new TrustRun
        {
            Issuer = issuer,
            Trust = trust!,
            Protected = [.. guarded.Order(StringComparer.Ordinal)],
            SecretOutputs = secrets,
        };

        ResourceTransformationResult? See(ResourceTransformationArgs seen)
        {
            if (seen.Options is CustomResourceOptions options)
            {
                secrets[$"{seen.Resource.GetResourceType()} {seen.Resource.GetResourceName()}"] = options.AdditionalSecretOutputs;
                if (options.Protect == true)
                {
                    guarded.Add(seen.Resource.GetResourceName());
                }
            }

            return null;
        }
    }

    public static string Text(Input<string> value) => OutputUtilities.GetValueAsync(value.ToOutput()).Result;

    public static ImmutableArray<CertificateSummary> All(Output<ImmutableArray<CertificateSummary>> summaries) =>
        OutputUtilities.GetValueAsync(summaries).Result;
}
