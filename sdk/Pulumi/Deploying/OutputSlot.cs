using System.Reflection;

namespace Pulumi.Deploying;

/// <summary>A property of a resource class that is marked with [Output].</summary>
internal abstract class OutputSlot(string wireName)
{
    public string WireName { get; } = wireName;

    public static OutputSlot? From(PropertyInfo property)
    {
        if (property.GetCustomAttribute<OutputAttribute>() is not { } output || property.SetMethod is null)
        {
            return null;
        }

        if (!property.PropertyType.IsGenericType || property.PropertyType.GetGenericTypeDefinition() != typeof(Output<>))
        {
            throw new InvalidOperationException($"[Output] {property.DeclaringType!.FullName}.{property.Name} was not an Output<T>");
        }

        var slot = typeof(Slot<,>).MakeGenericType(property.DeclaringType!, property.PropertyType.GetGenericArguments()[0]);
        return (OutputSlot)Activator.CreateInstance(slot, output.Name ?? property.Name, property.SetMethod)!;
    }

    public abstract void Settle(Resource resource, ResourceState state, bool isPreview);

    public abstract void Promise(Resource resource, Task<Settlement> settlement, bool isPreview);

    private sealed class Slot<TResource, T>(string wireName, MethodInfo setter) : OutputSlot(wireName)
        where TResource : Resource
    {
        private readonly Action<TResource, Output<T>> _set = setter.CreateDelegate<Action<TResource, Output<T>>>();

        public override void Settle(Resource resource, ResourceState state, bool isPreview) =>
            _set((TResource)resource, Read(resource, state, isPreview));

        public override void Promise(Resource resource, Task<Settlement> settlement, bool isPreview)
        {
            _set((TResource)resource, new Output<T>(ReadLater(resource, settlement, isPreview)));
        }

        private async Task<OutputData<T>> ReadLater(Resource resource, Task<Settlement> settlement, bool isPreview)
        {
            var settled = await settlement.ConfigureAwait(false);
            Read(resource, settled.State, isPreview).TryGetData(out var data);
            return data;
        }

        /// <summary>In a preview, what the state lacks is not known yet.</summary>
        private Output<T> Read(Resource resource, ResourceState state, bool isPreview)
        {
            var raw = state.Get(WireName, out var isKnown, out var isSecret);
            return isKnown && raw is not null
                ? new Output<T>(new UnreadValue(raw), isSecret, resource)
                : new Output<T>(new OutputData<T>(default!, isKnown && !isPreview, isSecret, resource));
        }
    }
}
