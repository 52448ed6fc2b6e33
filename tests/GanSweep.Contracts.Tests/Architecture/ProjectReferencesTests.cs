using System.Xml.Linq;

namespace GanSweep.Contracts.Tests.Architecture;

/// <summary>The house: arrows point one way, and each project knows only what its room needs.</summary>
public sealed class ProjectReferencesTests
{
    // An arrow may be drawn only to what is listed here; transitive ones follow.
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Contracts"] = [],
        ["Settings"] = [],
        ["Numerics"] = [],
        ["Tables"] = ["Numerics"],
        ["Kernels"] = ["Numerics"],
        ["Evaluation"] = ["Numerics", "Tables"],
        ["Sweeps"] = ["Contracts", "Evaluation", "Settings", "Tables"],
        ["Training"] = ["Contracts", "Settings", "Numerics", "Tables", "Evaluation"],
        ["Gan"] = ["Contracts", "Settings", "Numerics", "Tables", "Evaluation", "Training", "Kernels"],
        ["Storage.LiteDb"] = ["Contracts", "Evaluation", "Sweeps"],
        ["Grains"] = ["Contracts", "Numerics", "Sweeps", "Evaluation", "Training", "Storage.LiteDb"],
        ["Silo"] = ["Grains", "Gan"],
        ["Reporting"] = ["Contracts", "Numerics", "Sweeps", "Evaluation"],
        ["Client"] = ["Silo", "Reporting"],
    };

    public static TheoryData<string> Projects => [.. Allowed.Keys];

    [Fact]
    public void Source_Projects_AreThoseOfTheHouse()
    {
        IEnumerable<string> found = Directory.EnumerateDirectories(Path.Combine(Repository.Root, "src")).Select(Path.GetFileName).OfType<string>();

        Assert.Equal(Allowed.Keys.Order(), found.Select(name => name["GanSweep.".Length..]).Order());
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void Project_References_PointOneWay(string project)
    {
        Assert.Equal(Allowed[project].Order(), References(project, "ProjectReference").Select(NameOfProject).Order());
    }

    [Fact]
    public void Contracts_Packages_AreOrleansSdkAlone()
    {
        Assert.Equal(["Microsoft.Orleans.Sdk"], References("Contracts", "PackageReference"));
    }

    [Theory]
    [InlineData("TorchSharp", "Gan")]
    [InlineData("LiteDB", "Storage.LiteDb")]
    [InlineData("Spectre.Console", "Client")]
    [InlineData("ScottPlot", "Reporting")]
    [InlineData("MathNet.Numerics", "Reporting")]
    [InlineData("CsvHelper", "Tables", "Client")]
    [InlineData("Microsoft.Orleans.Clustering.Redis", "Silo")]
    [InlineData("Microsoft.Orleans.Dashboard", "Silo")]
    [InlineData("OpenTelemetry.Exporter.OpenTelemetryProtocol", "Silo")]
    [InlineData("OpenTelemetry.Extensions.Hosting", "Silo")]
    [InlineData("Serilog.Formatting.Compact", "Silo")]
    [InlineData("Serilog.Sinks.Console", "Silo")]
    public void Package_Use_IsOfItsOwnersAlone(string package, params string[] owners)
    {
        Assert.Equal(owners, Allowed.Keys.Where(project => References(project, "PackageReference").Contains(package)));
    }

    [Fact]
    public void WebFramework_Use_IsOfTheSiloAlone()
    {
        Assert.Equal(["Silo"], Allowed.Keys.Where(project => References(project, "FrameworkReference").Length > 0));
    }

    private static string[] References(string project, string kind)
    {
        XDocument file = XDocument.Load(Path.Combine(Repository.Root, "src", $"GanSweep.{project}", $"GanSweep.{project}.csproj"));
        return [.. file.Descendants(kind).Select(reference => reference.Attribute("Include")!.Value)];
    }

    private static string NameOfProject(string reference)
    {
        return Path.GetFileNameWithoutExtension(reference.Replace('\\', '/'))["GanSweep.".Length..];
    }
}
