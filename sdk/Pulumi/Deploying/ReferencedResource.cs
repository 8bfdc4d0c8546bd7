namespace Pulumi.Deploying;

/// <summary>A resource that an input refers to, as the mocks see it: nothing but its URN.</summary>
internal sealed class ReferencedResource : CustomResource
{
    public ReferencedResource(string urn)
    {
        Urn = new Output<string>(new OutputData<string>(urn, true, false, this));
        Id = new Output<string>(new OutputData<string>(default!, false, false, this));
    }
}
