using CsCheck;
using GanSweep.Kernels.Products;
using GanSweep.Networks;
using GanSweep.Numerics.Randomness;

namespace GanSweep.Kernels.Tests.Products;

public class MatrixProductTests
{
    // Full tiles of every kind, parts of tiles, one number.
    private static readonly Gen<(int Rows, int Terms, int Columns, bool Transposed)> Shapes =
        Gen.Select(Gen.Int[1, 70], Gen.Int[1, 40], Gen.Int[1, 70], Gen.Bool);

    [Fact]
    public void Compute_OfAnyShape_IsTheSumOfItsTermsInTheirOrder()
    {
        Shapes.Sample((rows, terms, columns, transposed) =>
        {
            using ProductCase one = new(rows, terms, columns, transposed);

            MatrixProduct.Compute<Lanes512, Assigned>(one.A, one.B, new Assigned(one.Output.Matrix));

            for (int row = 0; row < rows; row++)
            {
                for (int column = 0; column < columns; column++)
                {
                    float sum = 0;
                    for (int term = 0; term < terms; term++)
                    {
                        sum = MathF.FusedMultiplyAdd(one.AtA(row, term), one.AtB(term, column), sum);
                    }

                    Assert.Equal(sum, one.Output.Values[(row * columns) + column]);
                }
            }
        });
    }

    [Fact]
    public void Compute_WithOtherLanes_GivesTheSameBits()
    {
        Shapes.Sample((rows, terms, columns, transposed) =>
        {
            using ProductCase one = new(rows, terms, columns, transposed);
            float[] expected = Product<Lanes512>(one);

            Assert.Equal(expected, Product<Lanes256>(one));
            Assert.Equal(expected, Product<Lanes128>(one));
        });
    }

    [Fact]
    public void Compute_OfAnyShape_WritesNothingBesideItsOutput()
    {
        Shapes.Sample((rows, terms, columns, transposed) =>
        {
            using ProductCase one = new(rows, terms, columns, transposed);
            using HostTensor around = new(rows + 2, columns);
            around.Values.Fill(float.NaN);
            Matrix inner = around.Matrix.Slice(1, rows);

            MatrixProduct.Compute<Lanes512, Assigned>(one.A, one.B, new Assigned(inner));
            MatrixProduct.Compute<Lanes256, Assigned>(one.A, one.B, new Assigned(inner));
            MatrixProduct.Compute<Lanes128, Assigned>(one.A, one.B, new Assigned(inner));

            Assert.All(around.Values[..columns].ToArray(), value => Assert.Equal(float.NaN, value));
            Assert.All(around.Values[^columns..].ToArray(), value => Assert.Equal(float.NaN, value));
            Assert.DoesNotContain(float.NaN, inner.Values.ToArray());
        });
    }

    [Fact]
    public unsafe void Outputs_OfAProduct_AreTheirFormulas()
    {
        const float NegativeSlope = 0.2f;
        Shapes.Sample((rows, terms, columns, transposed) =>
        {
            using ProductCase one = new(rows, terms, columns, transposed);
            using HostTensor bias = ProductCase.Normals(3, 1, columns);
            using HostTensor factors = ProductCase.Masks(rows, columns);
            using HostTensor slopes = new(rows, columns);
            using HostTensor sum = ProductCase.Normals(5, rows, columns);
            float[] before = sum.Values.ToArray();
            float[] product = Product<Lanes512>(one);

            MatrixProduct.Compute<Lanes512, Added>(one.A, one.B, new Added(sum.Matrix));
            Assert.Equal(product.Zip(before, (p, s) => s + p), sum.Values.ToArray());

            MatrixProduct.Compute<Lanes512, Affine>(one.A, one.B, new Affine(one.Output.Matrix, bias.Data));
            float[] affine = [.. product.Select((p, i) => p + bias.Values[i % columns])];
            Assert.Equal(affine, one.Output.Values.ToArray());

            float[] expected = [.. affine.Select((z, i) => z > 0 ? factors.Values[i] : factors.Values[i] * NegativeSlope)];
            MatrixProduct.Compute<Lanes512, Activated>(one.A, one.B, new Activated(one.Output.Matrix, bias.Data, NegativeSlope, factors.Data));
            Assert.Equal(affine.Zip(expected, (z, s) => z * s), one.Output.Values.ToArray());

            MatrixProduct.Compute<Lanes512, Sloped>(one.A, one.B, new Sloped(slopes.Matrix, one.Output.Matrix, NegativeSlope, factors.Data));
            Assert.Equal(product.Zip(expected, (p, s) => p * s), slopes.Values.ToArray());

            MatrixProduct.Compute<Lanes512, Activated>(one.A, one.B, new Activated(one.Output.Matrix, bias.Data, NegativeSlope, null));
            float[] unmasked = [.. affine.Select(z => z > 0 ? 1 : NegativeSlope)];
            Assert.Equal(affine.Zip(unmasked, (z, s) => z * s), one.Output.Values.ToArray());

            // In the place of what the layer gave.
            MatrixProduct.Compute<Lanes512, Sloped>(one.A, one.B, new Sloped(one.Output.Matrix, one.Output.Matrix, NegativeSlope, null));
            Assert.Equal(product.Zip(unmasked, (p, s) => p * s), one.Output.Values.ToArray());
        });
    }

    private static float[] Product<TLanes>(ProductCase one)
        where TLanes : struct, ILanes<TLanes>
    {
        one.Output.Values.Clear();
        MatrixProduct.Compute<TLanes, Assigned>(one.A, one.B, new Assigned(one.Output.Matrix));
        return one.Output.Values.ToArray();
    }

    /// <summary>Two matrices of normal numbers, and room for their product.</summary>
    private sealed class ProductCase(int rows, int terms, int columns, bool transposed) : IDisposable
    {
        private readonly HostTensor _a = transposed ? Normals(1, terms, rows) : Normals(1, rows, terms);
        private readonly HostTensor _b = Normals(2, terms, columns);

        public Matrix A => transposed ? _a.Matrix.Transposed : _a.Matrix;

        public Matrix B => _b.Matrix;

        public HostTensor Output { get; } = new(rows, columns);

        public static HostTensor Normals(long stream, int rows, int columns)
        {
            HostTensor tensor = new(rows, columns);
            new CounterRandom(9, RandomPurpose.Bootstrap, stream).FillNormal(tensor.Values);
            return tensor;
        }

        // Some of them 0, as of units that are dropped.
        public static HostTensor Masks(int rows, int columns)
        {
            HostTensor masks = Normals(4, rows, columns);
            foreach (ref float number in masks.Values)
            {
                number = float.Max(number, 0);
            }

            return masks;
        }

        public float AtA(int row, int term)
        {
            return transposed ? _a.Values[(term * rows) + row] : _a.Values[(row * terms) + term];
        }

        public float AtB(int term, int column)
        {
            return _b.Values[(term * columns) + column];
        }

        public void Dispose()
        {
            _a.Dispose();
            _b.Dispose();
            Output.Dispose();
        }
    }
}
