using System.Collections.Immutable;
using GanSweep.Numerics.Randomness;
using GanSweep.Tables.Transforms;
using GanSweep.Training.Families;

namespace GanSweep.Training.Histories;

/// <summary>
/// Paths that are drawn side by side, each row given the rows before it, which were drawn themselves. A path begins with nothing before it, and its first rows are left out until
/// it has forgotten that; or after real rows. Each is the same whichever others there are, and in however many parts it is drawn. What it remembers of its rows cannot run away:
/// amounts stay within the range that the model has seen, and a choice is one of its outcomes.
/// </summary>
internal sealed class PathRoll
{
    /// <summary>Rows that are left out at the beginning of a path: so many windows.</summary>
    public const int WindowsLeftOut = 5;

    private readonly FeatureLayout _features;
    private readonly RowHistory _history;
    private readonly PathStates _states;
    private readonly ImmutableArray<PathPlan> _paths;
    private readonly long _seed;
    private readonly RandomPurpose _purpose;
    private readonly PathMemory _memory;
    private readonly long[] _steps; // of each path, those that are left out with them
    private readonly float[] _said;
    private readonly float[] _contexts;
    private readonly CounterRandom[] _randoms;
    private readonly int[] _active;

    /// <param name="features">What rows are made of.</param>
    /// <param name="history">What is shown of the rows before one, and from what the generator says to rows.</param>
    /// <param name="states">What a path remembers of a row.</param>
    /// <param name="paths">The paths.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="purpose">What they are for.</param>
    public PathRoll(FeatureLayout features, RowHistory history, PathStates states, ImmutableArray<PathPlan> paths, long seed, RandomPurpose purpose)
    {
        _features = features;
        _history = history;
        _states = states;
        _paths = paths;
        _seed = seed;
        _purpose = purpose;
        _memory = new PathMemory(paths.Length, history, features.Count);
        _steps = new long[paths.Length];
        _said = new float[paths.Length * features.Count];
        _contexts = new float[paths.Length * history.Width];
        _randoms = new CounterRandom[paths.Length];
        _active = new int[paths.Length];
        for (int path = 0; path < paths.Length; path++)
        {
            Begin(path);
        }
    }

    /// <summary>Draws the next rows of each path, as many as its length says.</summary>
    /// <param name="generator">Draws a row given its context.</param>
    /// <param name="rows">Receives them, path after path, <c>[rows, features]</c>, as <see cref="IRowGenerator.Generate"/> gives them.</param>
    /// <param name="contexts">Receives what came before each, <c>[rows, context]</c>; nothing where nobody asks.</param>
    public void Draw(IRowGenerator generator, Span<float> rows, Span<float> contexts = default)
    {
        int[] ends = new int[_paths.Length]; // among the rows
        long[] lasts = new long[_paths.Length]; // steps when a path has all its rows
        for (int path = 0, end = 0; path < _paths.Length; path++)
        {
            end += _paths[path].Length;
            ends[path] = end;
            lasts[path] = Math.Max(_steps[path], LeftOutOf(path)) + _paths[path].Length;
        }

        while (Advance(generator, lasts) is var count and > 0)
        {
            for (int place = 0; place < count; place++)
            {
                int path = _active[place];
                if (_steps[path] > LeftOutOf(path))
                {
                    int number = ends[path] - (int)(lasts[path] - _steps[path]) - 1;
                    _said.AsSpan(place * _features.Count, _features.Count).CopyTo(rows[(number * _features.Count)..]);
                    if (!contexts.IsEmpty)
                    {
                        _contexts.AsSpan(place * _history.Width, _history.Width).CopyTo(contexts[(number * _history.Width)..]);
                    }
                }
            }
        }
    }

    // One that goes on from real rows remembers those, and leaves none of its own out.
    private void Begin(int path)
    {
        ReadOnlySpan<float> rows = _paths[path].Origin is { } origin ? origin.Rows.Span : [];
        for (int start = 0; start < rows.Length; start += _features.Count)
        {
            _states.Remember(rows.Slice(start, _features.Count), _paths[path].Group, _memory.Next(path));
        }
    }

    private int LeftOutOf(int path)
    {
        return _paths[path].Origin is null ? WindowsLeftOut * _history.Window : 0;
    }

    // A step of every path that has not come to its last; how many there are.
    private int Advance(IRowGenerator generator, long[] lasts)
    {
        int count = 0;
        for (int path = 0; path < _paths.Length; path++)
        {
            if (_steps[path] < lasts[path])
            {
                _active[count] = path;
                _randoms[count] = new CounterRandom(_seed, _purpose, (_paths[path].Number << 32) + _steps[path]);
                _memory.Encode(path, _contexts.AsSpan(count * _history.Width, _history.Width));
                _steps[path]++;
                count++;
            }
        }

        if (count > 0)
        {
            generator.Generate(new RowRandom(_randoms.AsSpan(0, count)), _said.AsSpan(0, count * _features.Count), _contexts.AsSpan(0, count * _history.Width));
        }

        for (int place = 0; place < count; place++)
        {
            int path = _active[place];
            Span<float> row = _said.AsSpan(place * _features.Count, _features.Count);
            _history.Restore(row, _contexts.AsSpan(place * _history.Width, _history.Width));
            _states.Remember(row, _paths[path].Group, _memory.Next(path));
        }

        return count;
    }
}
