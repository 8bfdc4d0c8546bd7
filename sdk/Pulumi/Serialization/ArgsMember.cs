namespace Pulumi.Serialization;

/// <summary>A member of an args class that is marked with [Input].</summary>
internal sealed record ArgsMember(string MemberName, string WireName, bool IsRequired, bool IsJson, MemberGetter Getter);
