using MeshStack.Analysis.Config.Masks;
using MeshStack.Analysis.Model;

namespace MeshStack.Analysis.Evaluation.MutualTls;

/// <summary>What comes of comparing two certificates.</summary>
internal sealed record TrustResult(bool? IsAccepted, string? Reason, string? Assumption, IReadOnlyList<Cause> Because)
{
    public static TrustResult Accepted(string? assumption) => new(true, null, assumption, []);

    public static TrustResult Refused(string reason, params Cause[] because) => new(false, reason, null, because);

    public static TrustResult Unknown(Unreadable unreadable) => Unknown(unreadable.Reason, unreadable.Because);

    public static TrustResult Unknown(string reason, params Cause[] because) => new(null, reason, null, because);
}
