using GanSweep.Settings.Models;
using GanSweep.Sweeps.Engines;
using GanSweep.Training.Families;

namespace GanSweep.Web.Facts;

/// <summary>What the door must know of the program that it belongs to.</summary>
/// <param name="Families">The models that it has.</param>
/// <param name="Engines">Their engines.</param>
/// <param name="Version">Its version.</param>
public sealed record WebFacts(ModelFamilies Families, EngineFacts Engines, string Version)
{
    /// <summary>The descriptions of the models.</summary>
    internal ModelCatalog Models => Families.Models;
}
