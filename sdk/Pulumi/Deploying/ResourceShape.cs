using System.Collections.Concurrent;
using System.Reflection;

namespace Pulumi.Deploying;

/// <summary>The outputs of one resource class, other than its URN and id.</summary>
internal sealed class ResourceShape
{
    private static readonly ConcurrentDictionary<Type, ResourceShape> Shapes = new();

    private ResourceShape(Type type)
    {
        var slots = new List<OutputSlot>();
        for (var level = type; level is not null && level != typeof(Resource); level = level.BaseType)
        {
            foreach (
                var property in level.GetProperties(
                    BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly
                )
            )
            {
                if (
                    !(level == typeof(CustomResource) && property.Name == nameof(CustomResource.Id))
                    && OutputSlot.From(property) is { } slot
                )
                {
                    slots.Add(slot);
                }
            }
        }

        Slots = [.. slots];
    }

    public OutputSlot[] Slots { get; }

    public static ResourceShape From(Resource resource) => Shapes.GetOrAdd(resource.GetType(), static type => new ResourceShape(type));
}
