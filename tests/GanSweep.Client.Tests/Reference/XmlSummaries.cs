using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace GanSweep.Client.Tests.Reference;

/// <summary>What the XML documentation beside an assembly says of a member, as Markdown.</summary>
internal static partial class XmlSummaries
{
    /// <summary>The summary of a property or field.</summary>
    public static string Of(MemberInfo member)
    {
        Type type = member.DeclaringType!;
        string name = $"{(member is FieldInfo ? 'F' : 'P')}:{type.FullName}.{member.Name}";
        XElement summary = XDocument.Load(Path.ChangeExtension(type.Assembly.Location, ".xml")).Descendants("member")
            .Single(documented => documented.Attribute("name")!.Value == name).Element("summary")!;
        return Blanks.Replace(string.Concat(summary.Nodes().Select(Markdown)), " ").Trim();
    }

    private static string Markdown(XNode node)
    {
        return node switch
        {
            XElement { Name.LocalName: "c" } code => $"`{code.Value}`",
            XElement { Name.LocalName: "see" } see => $"`{JsonNamingPolicy.CamelCase.ConvertName(see.Attribute("cref")!.Value.Split('.')[^1])}`",
            _ => $"{node}",
        };
    }

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Blanks { get; }
}
