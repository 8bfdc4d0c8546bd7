namespace MeshStack.Analysis.Sets.Automata;

/// <summary>Leaves out the states of a draft that no text leads to.</summary>
internal static class AutomatonReach
{
    public static AutomatonDraft Of(AutomatonDraft draft)
    {
        var numbers = new Dictionary<int, int> { [0] = 0 };
        var order = new List<int> { 0 };
        var reached = new AutomatonDraft();
        for (var number = 0; number < order.Count; number++)
        {
            var state = order[number];
            for (var edge = draft.First(state); edge < draft.First(state + 1); edge++)
            {
                if (numbers.TryAdd(draft.Targets[edge], order.Count))
                {
                    order.Add(draft.Targets[edge]);
                }

                reached.Edge(draft.Lasts[edge], numbers[draft.Targets[edge]]);
            }

            reached.EndState(draft.Accepts[state]);
        }

        return reached;
    }
}
