using System.Collections.Immutable;

namespace GanSweep.Tables.Formats;

/// <summary>What a field of a Parquet file's headers holds.</summary>
/// <param name="Type">Its type in Thrift's compact protocol; a boolean's is 1 here, and 1 or 2 there.</param>
/// <param name="Parts">Of a struct, its fields from 1 on, null where a number is free; of a list, what it is of.</param>
internal sealed record ParquetField(int Type, params ImmutableArray<ParquetField?> Parts)
{
    public const int Struct = 12;
    public const int List = 9;

    // Those of parquet.thrift in the version of 2026, without what the library does not read: indexes of pages, Bloom filters. An enumeration is an Int.
    private static readonly ParquetField Flag = new(1);
    private static readonly ParquetField Byte = new(3);
    private static readonly ParquetField Short = new(4);
    private static readonly ParquetField Int = new(5);
    private static readonly ParquetField Long = new(6);
    private static readonly ParquetField Double = new(7);
    private static readonly ParquetField Bytes = new(8);
    private static readonly ParquetField Nothing = Of();

    private static readonly ParquetField KeyValue = Of(Bytes, Bytes);
    private static readonly ParquetField Statistics = Of(Bytes, Bytes, Long, Long, Bytes, Bytes, Flag, Flag, Long);
    private static readonly ParquetField SizeStatistics = Of(Long, ListOf(Long), ListOf(Long));
    private static readonly ParquetField BoundingBox = Of(Double, Double, Double, Double, Double, Double, Double, Double);
    private static readonly ParquetField GeospatialStatistics = Of(BoundingBox, ListOf(Int));

    private static readonly ParquetField Decimal = Of(Int, Int);
    private static readonly ParquetField Time = Of(Flag, Of(Nothing, Nothing, Nothing));
    private static readonly ParquetField LogicalType = Of(
        Nothing, Nothing, Nothing, Nothing, Decimal, Nothing, Time, Time, null, Of(Byte, Flag), Nothing, Nothing, Nothing, Nothing, Nothing, Of(Byte), Of(Bytes), Of(Bytes, Int), Nothing);

    private static readonly ParquetField SchemaElement = Of(Int, Int, Int, Bytes, Int, Int, Int, Int, Int, LogicalType, Int);

    private static readonly ParquetField ColumnMetaData = Of(
        Int, ListOf(Int), ListOf(Bytes), Int, Long, Long, Long, ListOf(KeyValue), Long, Long, Long, Statistics, ListOf(Of(Int, Int, Int)), Long, Int, SizeStatistics, GeospatialStatistics);

    private static readonly ParquetField ColumnEncryption = Of(Nothing, Of(ListOf(Bytes), Bytes));
    private static readonly ParquetField ColumnChunk = Of(Bytes, Long, ColumnMetaData, Long, Int, Long, Int, ColumnEncryption, Bytes);
    private static readonly ParquetField RowGroup = Of(ListOf(ColumnChunk), Long, Long, ListOf(Of(Int, Flag, Flag)), Long, Long, Short);
    private static readonly ParquetField Encryption = Of(Bytes, Bytes, Flag);

    /// <summary>What stands at a file's end.</summary>
    public static ParquetField FileMetaData { get; } = Of(
        Int, ListOf(SchemaElement), Long, ListOf(RowGroup), ListOf(KeyValue), Bytes, ListOf(Of(Nothing, Nothing, Nothing)), Of(Encryption, Encryption), Bytes);

    /// <summary>What stands before a page.</summary>
    public static ParquetField PageHeader { get; } = Of(
        Int, Int, Int, Int, Of(Int, Int, Int, Int, Statistics), Nothing, Of(Int, Int, Flag), Of(Int, Int, Int, Int, Int, Int, Flag, Statistics));

    /// <summary>A struct's field; null if it is not known.</summary>
    public ParquetField? Part(int number)
    {
        return number >= 1 && number <= Parts.Length ? Parts[number - 1] : null;
    }

    private static ParquetField Of(params ImmutableArray<ParquetField?> fields)
    {
        return new ParquetField(Struct, fields);
    }

    private static ParquetField ListOf(ParquetField element)
    {
        return new ParquetField(List, element);
    }
}
