using System.Runtime.InteropServices;

namespace GanSweep.Storage.LiteDb.Salvage;

/// <summary>Where a document begins.</summary>
/// <param name="Page">Its first page.</param>
/// <param name="Index">Its first block there.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct DocumentAddress(uint Page, int Index);
