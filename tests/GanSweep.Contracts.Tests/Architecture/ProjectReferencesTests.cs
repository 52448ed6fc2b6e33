using System.Xml.Linq;

namespace GanSweep.Contracts.Tests.Architecture;

/// <summary>The house: arrows point one way, and each project knows only what its room needs.</summary>
public sealed class ProjectReferencesTests
{
    // All arrows there are: none follows from another (DisableTransitiveProjectReferences in src/Directory.Build.props).
    private static readonly Dictionary<string, string[]> Arrows = new(StringComparer.Ordinal)
    {
        ["Contracts"] = [],
        ["Settings"] = [],
        ["Numerics"] = [],
        ["Search"] = ["Numerics"],
        ["Files"] = [],
        ["Tables"] = ["Numerics"],
        ["Kernels"] = ["Numerics"],
        ["Evaluation"] = ["Numerics", "Tables"],
        ["Sweeps"] = ["Contracts", "Evaluation", "Search", "Settings", "Tables"],
        ["Training"] = ["Evaluation", "Numerics", "Settings", "Tables"],
        ["Networks"] = ["Kernels", "Numerics", "Settings", "Tables", "Training"],
        ["Gan"] = ["Kernels", "Networks", "Numerics", "Settings", "Tables", "Training"],
        ["Flow"] = ["Kernels", "Networks", "Numerics", "Settings", "Tables", "Training"],
        ["Vae"] = ["Kernels", "Networks", "Numerics", "Settings", "Tables", "Training"],
        ["Documents"] = ["Contracts", "Evaluation", "Settings", "Sweeps", "Tables"],
        ["Storage.LiteDb"] = ["Contracts", "Evaluation", "Files", "Sweeps", "Tables"],
        ["Grains"] = ["Contracts", "Evaluation", "Settings", "Sweeps", "Tables", "Training"],
        ["Web"] = ["Contracts", "Documents", "Evaluation", "Reporting", "Settings", "Sweeps"],
        ["Silo"] = ["Contracts", "Flow", "Gan", "Grains", "Networks", "Settings", "Storage.LiteDb", "Sweeps", "Tables", "Training", "Vae", "Web"],
        ["Reporting"] = ["Contracts", "Evaluation", "Settings", "Sweeps", "Tables"],
        ["Client"] = ["Contracts", "Documents", "Evaluation", "Files", "Grains", "Reporting", "Settings", "Silo", "Sweeps", "Tables", "Training"],
    };

    public static TheoryData<string> Projects => [.. Arrows.Keys];

    [Fact]
    public void Source_Projects_AreThoseOfTheHouse()
    {
        IEnumerable<string> found = Directory.EnumerateDirectories(Path.Combine(Repository.Root, "src")).Select(Path.GetFileName).OfType<string>();

        Assert.Equal(Arrows.Keys.Order(), found.Select(name => name["GanSweep.".Length..]).Order());
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void Project_References_PointOneWay(string project)
    {
        Assert.Equal(Arrows[project].Order(), References(project, "ProjectReference").Select(NameOfProject).Order());
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void Project_Code_UsesEveryProjectItNames(string project)
    {
        IEnumerable<string> names = SourceFile.All.Where(file => file.Project == project).SelectMany(file => file.FullNames);
        IEnumerable<string> used = Arrows.Keys.Where(other => other != project && names.Any(name => $"{name}.".StartsWith($"GanSweep.{other}.", StringComparison.Ordinal)));

        Assert.Equal(Arrows[project].Order(), used.Order());
    }

    [Fact]
    public void Contracts_Packages_AreOrleansSdkAlone()
    {
        Assert.Equal(["Microsoft.Orleans.Sdk"], References("Contracts", "PackageReference"));
    }

    [Theory]
    [InlineData("TorchSharp", "Networks", "Gan", "Flow", "Vae")]
    [InlineData("LiteDB", "Storage.LiteDb")]
    [InlineData("Spectre.Console", "Client")]
    [InlineData("ScottPlot", "Reporting")]
    [InlineData("MathNet.Numerics", "Reporting")]
    [InlineData("CsvHelper", "Tables", "Client")]
    [InlineData("Microsoft.AspNetCore.Authentication.OpenIdConnect", "Web")]
    [InlineData("Microsoft.Orleans.Clustering.Redis", "Silo")]
    [InlineData("Microsoft.Orleans.Dashboard", "Silo")]
    [InlineData("OpenTelemetry.Exporter.OpenTelemetryProtocol", "Silo")]
    [InlineData("OpenTelemetry.Extensions.Hosting", "Silo")]
    [InlineData("Serilog.Formatting.Compact", "Silo")]
    [InlineData("Serilog.Sinks.Console", "Silo")]
    public void Package_Use_IsOfItsOwnersAlone(string package, params string[] owners)
    {
        Assert.Equal(owners, Arrows.Keys.Where(project => References(project, "PackageReference").Contains(package)));
    }

    [Fact]
    public void WebFramework_Use_IsOfTheDoorAndTheSiloAlone()
    {
        Assert.Equal(["Web", "Silo"], Arrows.Keys.Where(project => References(project, "FrameworkReference").Length > 0));
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
