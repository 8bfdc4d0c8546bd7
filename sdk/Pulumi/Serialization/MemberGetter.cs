using System.Reflection;

namespace Pulumi.Serialization;

/// <summary>Reads one member of an object by a delegate made once per type.</summary>
internal abstract class MemberGetter
{
    public abstract object? Get(object owner);

    public static MemberGetter From(PropertyInfo property) =>
        (MemberGetter)
            Activator.CreateInstance(
                typeof(OfProperty<,>).MakeGenericType(property.DeclaringType!, property.PropertyType),
                property.GetMethod!
            )!;

    public static MemberGetter From(FieldInfo field) => new OfField(field);

    private sealed class OfProperty<TOwner, TValue>(MethodInfo getter) : MemberGetter
        where TOwner : class
    {
        private readonly Func<TOwner, TValue> _get = getter.CreateDelegate<Func<TOwner, TValue>>();

        public override object? Get(object owner) => _get((TOwner)owner);
    }

    private sealed class OfField(FieldInfo field) : MemberGetter
    {
        public override object? Get(object owner) => field.GetValue(owner);
    }
}
