using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace GanSweep.Evaluation.Boosting.Trees;

/// <summary>Which of at most 256 bins have rows: a bit each, gone through ascending.</summary>
internal struct OccupiedBins
{
    private Words _words;

    /// <summary>Says that a bin has rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(int bin)
    {
        Unsafe.Add(ref Unsafe.As<Words, ulong>(ref _words), bin >> 6) |= 1UL << bin;
    }

    /// <summary>Those that have rows, ascending.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly Enumerator GetEnumerator()
    {
        return new Enumerator(_words);
    }

    /// <summary>Goes through bins.</summary>
    /// <param name="words">Their bits.</param>
    [StructLayout(LayoutKind.Auto)]
    public struct Enumerator(Words words)
    {
        private Words _words = words;
        private int _word;
        private ulong _bits = words[0];

        /// <summary>The bin.</summary>
        public int Current { get; private set; }

        /// <summary>Goes to the next one.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public bool MoveNext()
        {
            while (_bits == 0)
            {
                if (++_word == Words.Count)
                {
                    return false;
                }

                _bits = _words[_word];
            }

            Current = (_word << 6) + BitOperations.TrailingZeroCount(_bits);
            _bits &= _bits - 1;
            return true;
        }
    }

    /// <summary>256 bits.</summary>
    [InlineArray(Count)]
    public struct Words
    {
        /// <summary>How many words they are.</summary>
        public const int Count = 4;

        private ulong _first;
    }
}
