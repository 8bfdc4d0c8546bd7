namespace MeshStack.Analysis.Model;

/// <summary>Who a certificate says the peer is.</summary>
internal sealed record Identity(string TrustDomain, string Namespace, string ServiceAccount)
{
    /// <summary>The identity as policies write it.</summary>
    public string Principal => $"{TrustDomain}/ns/{Namespace}/sa/{ServiceAccount}";

    public string Uri => $"spiffe://{Principal}";

    public override string ToString() => Principal;
}
