using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Runtime.CompilerServices;

namespace GanSweep.Client.Tests.Architecture;

/// <summary>A type is internal unless another room needs it: names it, or meets it in what it names.</summary>
public sealed class PublicTypesTests
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Assembly[] House = [.. Rooms(typeof(ConsoleProgram).Assembly, []).OrderBy(room => room.FullName, StringComparer.Ordinal)];

    [Fact]
    public void PublicType_IsNamedByAnotherRoom_OrIsPartOfWhatIs()
    {
        Type[] all = [.. House.SelectMany(room => room.GetExportedTypes()).Where(type => type.Namespace?.StartsWith("GanSweep.", StringComparison.Ordinal) == true)];
        HashSet<string> named = [.. House.SelectMany(NamedElsewhere)];
        Queue<Type> open = new(all.Where(type => named.Contains(type.FullName!)));
        HashSet<Type> needed = [.. open];
        while (open.TryDequeue(out Type? type))
        {
            foreach (Type part in PartsOf(type).Where(needed.Add))
            {
                open.Enqueue(part);
            }
        }

        // Tests of a room name its choices as parameters of theories, which are public; of constants a compiled room knows the values alone.
        IEnumerable<Type> idle = all.Where(type => !needed.Contains(type) && !type.IsEnum && !IsOfConstants(type) && !type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false));

        Assert.Equal([], idle.Select(type => type.FullName).Order(StringComparer.Ordinal));
    }

    private static bool IsOfConstants(Type type)
    {
        return type.GetMembers(Declared).All(member => member is FieldInfo { IsLiteral: true });
    }

    private static HashSet<Assembly> Rooms(Assembly room, HashSet<Assembly> found)
    {
        if (found.Add(room))
        {
            foreach (AssemblyName other in room.GetReferencedAssemblies().Where(name => name.Name!.StartsWith("gansweep", StringComparison.OrdinalIgnoreCase)))
            {
                Rooms(Assembly.Load(other), found);
            }
        }

        return found;
    }

    // The types of other rooms that a room's code names.
    private static IEnumerable<string> NamedElsewhere(Assembly room)
    {
        using PEReader file = new(File.OpenRead(room.Location));
        MetadataReader metadata = file.GetMetadataReader();
        return [.. metadata.TypeReferences.Select(handle => NameOf(metadata, handle))];
    }

    private static string NameOf(MetadataReader metadata, TypeReferenceHandle handle)
    {
        TypeReference type = metadata.GetTypeReference(handle);
        string name = metadata.GetString(type.Name);
        return type.ResolutionScope.Kind == HandleKind.TypeReference
            ? $"{NameOf(metadata, (TypeReferenceHandle)type.ResolutionScope)}+{name}"
            : $"{metadata.GetString(type.Namespace)}.{name}";
    }

    // What whoever names a type can meet: in its members, in what it is made of, in its attributes.
    private static HashSet<Type> PartsOf(Type type)
    {
        IEnumerable<Type?> seen =
        [
            type.BaseType,
            type.DeclaringType,
            .. type.GetInterfaces(),
            .. type.GetNestedTypes(),
            .. type.GetGenericArguments().SelectMany(argument => argument.GetGenericParameterConstraints()),
            .. type.CustomAttributes.SelectMany(attribute => attribute.ConstructorArguments).Select(argument => argument.Value as Type),
            .. type.GetMembers(Declared).SelectMany(TypesOf),
        ];
        return [.. seen.OfType<Type>().SelectMany(Spelled)];
    }

    private static IEnumerable<Type> TypesOf(MemberInfo member)
    {
        return member switch
        {
            MethodInfo { IsPublic: true } method =>
                [method.ReturnType, .. method.GetParameters().Select(parameter => parameter.ParameterType), .. method.GetGenericArguments().SelectMany(argument => argument.GetGenericParameterConstraints())],
            MethodInfo { IsFamily: true } method => [method.ReturnType, .. method.GetParameters().Select(parameter => parameter.ParameterType)],
            ConstructorInfo { IsPrivate: false, IsAssembly: false } made => made.GetParameters().Select(parameter => parameter.ParameterType),
            FieldInfo { IsPublic: true } field => [field.FieldType],
            _ => [],
        };
    }

    // Task<ImmutableArray<Lease>> spells Lease.
    private static IEnumerable<Type> Spelled(Type type)
    {
        return type.HasElementType ? Spelled(type.GetElementType()!)
            : type.IsGenericType ? type.GetGenericArguments().SelectMany(Spelled).Append(type.GetGenericTypeDefinition())
            : [type];
    }
}
