using System.Collections.Immutable;
using Pulumi;
using Pulumi.Testing;

namespace Sdk.Tests.Runs;

/// <summary>Mocks that remember what they are asked; ids are NAME-id and the state is the inputs unless a test says otherwise.</summary>
internal sealed class Mocks : IMocks
{
    public List<MockResourceArgs> Asked { get; } = [];

    public List<MockRegisterResourceOutputsRequest> Outputs { get; } = [];

    public Func<MockResourceArgs, Task<(string? Id, object State)>>? Answer { get; init; }

    public MockResourceArgs this[string name] => Asked.Single(resource => resource.Name == name);

    public async Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
    {
        lock (Asked)
        {
            Asked.Add(args);
        }

        return Answer == null ? (args.Name + "-id", args.Inputs) : await Answer(args);
    }

    public Task<object> CallAsync(MockCallArgs args) => Task.FromResult<object>(args.Args);

    public Task RegisterResourceOutputs(MockRegisterResourceOutputsRequest args)
    {
        Outputs.Add(args);
        return Task.CompletedTask;
    }

    public Task<ImmutableArray<Resource>> Run(Action program, bool preview = false)
        => Deployment.TestAsync(this, new TestOptions { ProjectName = "proj", StackName = "dev", IsPreview = preview }, program);

    public Task<ImmutableArray<Resource>> Run(Func<Task> program, bool preview = false)
        => Deployment.TestAsync(this, new TestOptions { ProjectName = "proj", StackName = "dev", IsPreview = preview }, program);

    /// <summary>The inputs that a thing with those args arrives with.</summary>
    public static async Task<ImmutableDictionary<string, object>> InputsOf(ResourceArgs args, bool preview = false)
    {
        var mocks = new Mocks();
        await mocks.Run(() => _ = new Thing("thing", args), preview);
        return mocks["thing"].Inputs;
    }
}
