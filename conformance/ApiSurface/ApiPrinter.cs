using System.Globalization;
using System.Reflection;

namespace MeshStack.ApiSurface;

/// <summary>Prints the public types of an assembly of the Pulumi SDK; its attributes go by name, as it need not be the one that the caller
/// runs with.</summary>
public sealed class ApiPrinter
{
    private const BindingFlags Declared =
        BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private readonly NullabilityInfoContext _nullability = new();

    public static ApiListing Print(Assembly assembly)
    {
        var printer = new ApiPrinter();
        return new ApiListing(assembly.GetExportedTypes().Select(printer.Print));
    }

    private static string NameOf(Type type)
    {
        if (type.IsByRef)
        {
            return "ref " + NameOf(type.GetElementType()!);
        }

        if (type.IsArray)
        {
            return NameOf(type.GetElementType()!) + "[]";
        }

        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return NameOf(underlying) + "?";
        }

        if (type.IsGenericParameter)
        {
            return type.Name;
        }

        if (Keyword(type) is { } keyword)
        {
            return keyword;
        }

        var name = type.DeclaringType is null ? $"{type.Namespace}.{type.Name}" : $"{NameOf(type.DeclaringType)}.{type.Name}";
        var tick = name.IndexOf('`', StringComparison.Ordinal);
        return tick < 0 ? name : $"{name[..tick]}<{string.Join(", ", type.GetGenericArguments().Select(NameOf))}>";
    }

    private ApiType Print(Type type)
    {
        var members = new HashSet<string>(StringComparer.Ordinal);
        if (type.IsEnum)
        {
            members.UnionWith(
                Enum.GetNames(type).Select(name => $"{name} = {Convert.ToInt64(Enum.Parse(type, name), CultureInfo.InvariantCulture)}")
            );
        }
        else
        {
            members.UnionWith(type.GetConstructors(Declared).Where(IsVisible).Select(one => $"{Access(one)} ctor({Parameters(one)})"));
            members.UnionWith(
                type.GetFields(Declared).Where(field => field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly).Select(Field)
            );
            members.UnionWith(type.GetProperties(Declared).Where(IsVisible).Select(property => Property(type, property)));
            members.UnionWith(
                type.GetMethods(Declared).Where(method => IsVisible(method) && !IsAccessor(method)).Select(method => Method(type, method))
            );
        }

        return new ApiType(NameOf(type), Headline(type), members);
    }

    private static string? Keyword(Type type) =>
        type.FullName switch
        {
            "System.String" => "string",
            "System.Int32" => "int",
            "System.Boolean" => "bool",
            "System.Double" => "double",
            "System.Object" => "object",
            "System.Void" => "void",
            _ => null,
        };

    private static string Headline(Type type)
    {
        var kind =
            type.IsEnum ? "enum"
            : type.IsValueType ? "struct"
            : type.IsInterface ? "interface"
            : typeof(Delegate).IsAssignableFrom(type) ? "delegate"
            : type.IsAbstract && type.IsSealed ? "static class"
            : type.IsAbstract ? "abstract class"
            : type.IsSealed ? "sealed class"
            : "class";
        var bases = new List<string>();
        if (type.BaseType is { } parent && parent != typeof(object) && parent != typeof(ValueType) && parent != typeof(Enum))
        {
            bases.Add(NameOf(parent));
        }

        if (!type.IsEnum && kind != "delegate")
        {
            bases.AddRange(
                type.GetInterfaces()
                    .Where(one => one.IsVisible && !(type.BaseType?.GetInterfaces() ?? []).Contains(one))
                    .Select(NameOf)
                    .Order(StringComparer.Ordinal)
            );
        }

        var marks = string.Concat(type.GetCustomAttributesData().Select(Mark).Where(mark => mark is not null).Select(mark => mark + " "));
        return $"{marks}{kind} {NameOf(type)}{(bases.Count == 0 ? "" : " : " + string.Join(", ", bases))}";
    }

    private static string? Mark(CustomAttributeData attribute) =>
        attribute.AttributeType.Name switch
        {
            "OutputTypeAttribute" => "[OutputType()]",
            "EnumTypeAttribute" => "[EnumType()]",
            "KubernetesResourceTypeAttribute" or "TlsResourceTypeAttribute" =>
                $"[{attribute.AttributeType.Name[..^"Attribute".Length]}(\"{attribute.ConstructorArguments[0].Value}\")]",
            _ => null,
        };

    private static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static bool IsVisible(PropertyInfo property) => property.GetAccessors(nonPublic: true).Any(IsVisible);

    private static bool IsAccessor(MethodInfo method) => method.IsSpecialName && !method.Name.StartsWith("op_", StringComparison.Ordinal);

    private static string Access(MethodBase method) => method.IsPublic ? "public" : "protected";

    private static string Modifiers(Type type, MethodInfo method) =>
        method.IsStatic ? "static "
        : type.IsInterface || !method.IsVirtual ? ""
        : method.GetBaseDefinition().DeclaringType != method.DeclaringType ? "override "
        : method.IsFinal ? ""
        : method.IsAbstract ? "abstract "
        : "virtual ";

    private static bool IsNullable(NullabilityInfo info) =>
        info.ReadState == NullabilityState.Nullable || info.WriteState == NullabilityState.Nullable;

    private static string Typed(Type type, NullabilityInfo info)
    {
        var name = NameOf(type);
        var element = type.IsByRef ? type.GetElementType()! : type;
        return !element.IsValueType && IsNullable(info) ? name + "?" : name;
    }

    private static string Default(object? value) =>
        value switch
        {
            null => "null",
            bool flag => flag ? "true" : "false",
            string text => $"\"{text}\"",
            _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        };

    private static string Wire(PropertyInfo property)
    {
        var attributes = property.GetCustomAttributesData();
        var input = attributes.FirstOrDefault(attribute => attribute.AttributeType.FullName == "Pulumi.InputAttribute");
        var output = attributes.FirstOrDefault(attribute => attribute.AttributeType.FullName == "Pulumi.OutputAttribute");
        return input is not null ? $"[Input({string.Join(", ", input.ConstructorArguments.Select(argument => Default(argument.Value)))})] "
            : output is not null ? $"[Output(\"{output.ConstructorArguments[0].Value}\")] "
            : "";
    }

    private string Property(Type type, PropertyInfo property)
    {
        var accessor = property.GetAccessors(nonPublic: true).First(IsVisible);
        var index = property.GetIndexParameters();
        var name = index.Length == 0 ? property.Name : $"this[{string.Join(", ", index.Select(Parameter))}]";
        var get = property.GetMethod is { } getter && IsVisible(getter) ? "get; " : "";
        var set =
            property.SetMethod is { } setter && IsVisible(setter)
                ? IsInit(setter)
                    ? "init; "
                    : "set; "
                : "";
        return $"{Wire(property)}{Access(accessor)} "
            + $"{Modifiers(type, accessor)}{Typed(property.PropertyType, _nullability.Create(property))} {name} {{ {get}{set}}}";
    }

    private static bool IsInit(MethodInfo setter) =>
        setter.ReturnParameter.GetRequiredCustomModifiers().Any(modifier => modifier.Name == "IsExternalInit");

    private string Field(FieldInfo field) =>
        $"{(field.IsPublic ? "public" : "protected")} {(field.IsStatic ? "static " : "")}{(field.IsInitOnly ? "readonly " : "")}field "
        + $"{Typed(field.FieldType, _nullability.Create(field))} {field.Name}";

    private string Method(Type type, MethodInfo method)
    {
        var generics = method.IsGenericMethod
            ? $"<{string.Join(", ", method.GetGenericArguments().Select(argument => argument.Name))}>"
            : "";
        return $"{Access(method)} {Modifiers(type, method)}{Typed(method.ReturnType, _nullability.Create(method.ReturnParameter))} "
            + $"{method.Name}{generics}({Parameters(method)})";
    }

    private string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(Parameter));

    private string Parameter(ParameterInfo parameter)
    {
        var many = parameter.IsDefined(typeof(ParamArrayAttribute)) ? "params " : "";
        var byDefault = parameter.HasDefaultValue ? " = " + Default(parameter.DefaultValue) : "";
        return $"{many}{Typed(parameter.ParameterType, _nullability.Create(parameter))} {parameter.Name}{byDefault}";
    }
}
