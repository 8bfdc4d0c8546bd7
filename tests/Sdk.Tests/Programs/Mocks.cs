using System.Collections.Immutable;
using Pulumi;
using Pulumi.Testing;

namespace Sdk.Tests.Programs;

/// <summary>Mocks that remember what they are asked; ids are NAME-id and the state is the inputs unless a test says otherwise.</summary>
internal sealed class Mocks : IMocks
{
    private readonly Lock _guard = new();

    public List<MockResourceArgs> Asked { get; } = [];

    public List<MockCallArgs> Calls { get; } = [];

    public List<MockRegisterResourceOutputsRequest> Outputs { get; } = [];

    /// <summary>When which resource was asked for and answered.</summary>
    public List<string> Events { get; } = [];

    public Func<MockResourceArgs, Task<(string? Id, object State)>>? Answer { get; init; }

    public Func<MockCallArgs, object>? AnswerCall { get; init; }

    /// <summary>The resources whose name begins like that are answered late.</summary>
    public string? Slow { get; init; }

    public MockResourceArgs this[string name] => Asked.Single(resource => resource.Name == name);

    /// <summary>Mocks that give one state to every resource.</summary>
    public static Mocks Giving(object state, string? id = "the-id") => new() { Answer = args => Task.FromResult((id, state)) };

    /// <summary>Mocks that give a state of these values to every resource.</summary>
    public static Mocks Giving(params (string Key, object? Value)[] state) => Giving(Map(state));

    public static ImmutableDictionary<string, object> Map(params (string Key, object? Value)[] entries) =>
        entries.ToImmutableDictionary(entry => entry.Key, entry => entry.Value!);

    public async Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
    {
        lock (_guard)
        {
            Asked.Add(args);
            Events.Add("ask " + args.Name);
        }

        await (Slow is not null && args.Name!.StartsWith(Slow, StringComparison.Ordinal) ? Task.Delay(60) : Task.CompletedTask);
        var answer = Answer is null ? (args.Name + "-id", args.Inputs) : await Answer(args);
        lock (_guard)
        {
            Events.Add("answer " + args.Name);
        }

        return answer;
    }

    public Task<object> CallAsync(MockCallArgs args)
    {
        Calls.Add(args);
        return Task.FromResult(AnswerCall?.Invoke(args) ?? args.Args);
    }

    public Task RegisterResourceOutputs(MockRegisterResourceOutputsRequest args)
    {
        Outputs.Add(args);
        return Task.CompletedTask;
    }

    public Task<ImmutableArray<Resource>> Run(Action program, bool preview = false) => Deployment.TestAsync(this, Named(preview), program);

    public Task<ImmutableArray<Resource>> Run(Func<Task> program, bool preview = false) =>
        Deployment.TestAsync(this, Named(preview), program);

    /// <summary>What a body gives inside a run.</summary>
    public async Task<T> Get<T>(Func<Task<T>> body, bool preview = false)
    {
        T result = default!;
        await Run(async () => result = await body(), preview);
        return result;
    }

    /// <summary>The text of an output that is made and looked at inside a run.</summary>
    public Task<string> See<T>(Func<Output<T>> make, bool preview = false) => Get(() => Text.OfAsync(make()), preview);

    /// <summary>The inputs of the one resource with that name.</summary>
    public string Inputs(string name) => Text.OfWire(this[name].Inputs);

    /// <summary>The inputs that a thing with those args arrives with.</summary>
    public static async Task<string> InputsOf(ResourceArgs? args, bool preview = false)
    {
        var mocks = new Mocks();
        await mocks.Run(() => _ = new Thing("thing", args), preview);
        return mocks.Inputs("thing");
    }

    public static TestOptions Named(bool preview = false) =>
        new()
        {
            ProjectName = "proj",
            StackName = "dev",
            OrganizationName = "org",
            IsPreview = preview,
        };
}
