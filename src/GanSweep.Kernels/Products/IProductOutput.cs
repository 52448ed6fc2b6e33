namespace GanSweep.Kernels.Products;

/// <summary>What becomes of the numbers of a matrix product when they leave its registers.</summary>
public interface IProductOutput
{
    /// <summary>Takes the first <paramref name="count"/> of some numbers of a row: all of them if it is that many or more.</summary>
    void Put<TLanes>(TLanes product, int row, int column, int count)
        where TLanes : struct, ILanes<TLanes>;
}
