using Pulumi.Utilities;

namespace MeshStack.Registration;

/// <summary>The plans that components register, for whoever wants to know what they know of the world.</summary>
internal sealed class PlanLog
{
    private static readonly AsyncLocal<PlanLog?> Current = new();

    private readonly List<(Plan Plan, EngineValues Values)> _plans = [];

    /// <summary>What the plans know, those of one thing together.</summary>
    public MeshFacts Facts
    {
        get
        {
            var all = new MeshFacts();
            foreach (var (plan, values) in Plans())
            {
                all.Add(plan.Facts, plan.Facts.Gateways.Select(gateway => gateway with { Address = Shown(gateway.Address, values) }));
            }

            return all;
        }
    }

    /// <summary>The plans, once the program has run.</summary>
    public IReadOnlyList<Plan> All => [.. Plans().Select(p => p.Plan)];

    /// <summary>Runs a program, and notes every plan that it registers.</summary>
    public async Task<T> RunAsync<T>(Func<Task<T>> program)
    {
        Current.Value = this;
        return await program().ConfigureAwait(false);
    }

    /// <summary>Takes a plan down, where somebody listens.</summary>
    public static void Note(Plan plan, EngineValues values)
    {
        if (Current.Value is { } log)
        {
            lock (log._plans)
            {
                log._plans.Add((plan, values));
            }
        }
    }

    // What a caller handed over stands in the objects under the name that the run gave it.
    private static TextValue Shown(TextValue address, EngineValues values) =>
        !address.IsKnown
        && address.Needs.All(values.Has)
        && OutputUtilities.GetValueAsync(values.Of(address)) is { IsCompletedSuccessfully: true, Result: { } text }
            ? text
            : address;

    private List<(Plan Plan, EngineValues Values)> Plans()
    {
        lock (_plans)
        {
            return [.. _plans];
        }
    }
}
