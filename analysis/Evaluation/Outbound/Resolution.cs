using MeshStack.Analysis.Model;

namespace MeshStack.Analysis.Evaluation.Outbound;

/// <summary>What a name means at a workload.</summary>
/// <param name="Context">The request once the name is known.</param>
/// <param name="Host">The full name.</param>
/// <param name="Stop">The verdict where nothing has the name.</param>
internal readonly record struct Resolution(RequestContext Context, string Host, Verdict? Stop)
{
    /// <summary>True where the verdict is that of the DNS known here alone, and another one may have the name.</summary>
    public bool IsOpen { get; init; }

    /// <summary>True where no DNS here has the name, and the mesh knows what it means.</summary>
    public bool IsMeant { get; init; }

    /// <summary>The verdict, with what becomes of the request where the name leads somewhere.</summary>
    public Verdict Then(Client client, Func<RequestContext, string, Verdict> onward) =>
        Stop is null ? onward(Context, Host)
        : !IsOpen ? (IsMeant ? Past(Context, Host, Stop, onward) : Stop)
        : Context.Requests.Join([
            ($"{Host} by a DNS outside of the mesh", onward(Context.Took(AccessStep.Dns, client, $"{Host} is in a DNS outside"), Host)),
            ($"{Host} without one", Stop),
        ]);

    private static Verdict Past(RequestContext context, string host, Verdict stop, Func<RequestContext, string, Verdict> onward) =>
        context.Requests.Past(stop, () => onward(context, host));
}
