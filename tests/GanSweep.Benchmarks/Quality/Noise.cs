using GanSweep.Numerics.Randomness;

namespace GanSweep.Benchmarks.Quality;

/// <summary>Numbers for a table, one after the other.</summary>
internal sealed class Noise(int seed)
{
    private const int Chunk = 4_096;
    private readonly float[] _normals = new float[Chunk];
    private readonly float[] _uniforms = new float[Chunk];
    private int _normal = Chunk;
    private int _uniform = Chunk;
    private int _chunks;

    public double Normal()
    {
        if (_normal == Chunk)
        {
            new CounterRandom(seed, RandomPurpose.Bootstrap, _chunks++).FillNormal(_normals);
            _normal = 0;
        }

        return _normals[_normal++];
    }

    /// <summary>Above 0, below 1.</summary>
    public double Uniform()
    {
        if (_uniform == Chunk)
        {
            new CounterRandom(seed, RandomPurpose.Bootstrap, _chunks++).FillUniform(_uniforms);
            _uniform = 0;
        }

        return Math.Clamp(_uniforms[_uniform++], 1e-7, 1 - 1e-7);
    }
}
