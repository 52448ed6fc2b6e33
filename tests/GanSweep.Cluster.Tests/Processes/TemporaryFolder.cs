namespace GanSweep.Cluster.Tests.Processes;

/// <summary>A folder of the test's own, deleted with it.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("gansweep-").FullName;

    public string this[string name] => System.IO.Path.Combine(Path, name);

    /// <summary>Writes a sweep on the losses table: small enough for a test, long enough to be interrupted.</summary>
    public string WriteSweep(string name, string space, int? epochs, int keepBest = 2, string more = "")
    {
        string file = this[$"{name}.json"];
        File.Copy(Checkout.Table("eu-stock-losses.csv"), this["losses.csv"], overwrite: true);
        File.WriteAllText(file, $$"""
            {
              "name": "{{name}}", "dataset": "losses.csv", "seed": 3, "evaluationRows": 2000,
              "config": { {{(epochs is null ? "" : $"\"epochs\": {epochs}, ")}}"batchSize": 32, "evaluationInterval": 10, "transform": "standard" },
              "space": {{space}}, "keepBest": {{keepBest}}{{more}}
            }
            """);
        return file;
    }

    public void Dispose()
    {
        Directory.Delete(Path, recursive: true);
    }
}
