namespace GanSweep.Evaluation.Sequences;

/// <summary>
/// All stretches of consecutive numbers of some series, in size and time linear in how many numbers there are: the suffix automaton (Blumer et al., "The
/// smallest automaton recognizing the subwords of a text", 1985). A state stands for stretches that end at the same places; 0 is the empty one.
/// </summary>
internal sealed class RowAutomaton
{
    /// <summary>The state of the empty stretch.</summary>
    public const int Empty = 0;

    private const int None = -1;

    private readonly List<int> _lengths = [0];
    private readonly List<int> _links = [None];

    // The numbers by which a state can be left, for it to be copied.
    private readonly List<List<int>> _ways = [[]];
    private readonly Dictionary<(int State, int Number), int> _next = [];
    private int _last = Empty;

    /// <summary>Begins another series.</summary>
    public void Begin()
    {
        _last = Empty;
    }

    /// <summary>Adds the next number of a series.</summary>
    public void Add(int number)
    {
        // A later series may go on as an earlier one did.
        if (Next(_last, number) is { } known)
        {
            _last = _lengths[known] == _lengths[_last] + 1 ? known : Copy(_last, number, known);
            return;
        }

        int added = New(_lengths[_last] + 1);
        int state = _last;
        for (; state != None && Next(state, number) is null; state = _links[state])
        {
            Lead(state, number, added);
        }

        _links[added] = state == None ? Empty : Next(state, number) is { } target && _lengths[target] == _lengths[state] + 1 ? target : Copy(state, number, Next(state, number)!.Value);
        _last = added;
    }

    /// <summary>The state after one more number; null if no series has such a stretch.</summary>
    public int? Next(int state, int number)
    {
        return _next.TryGetValue((state, number), out int next) ? next : null;
    }

    /// <summary>The state of the longest end of a stretch that ends at more places; null of the empty one.</summary>
    public int? Shorter(int state)
    {
        return _links[state] == None ? null : _links[state];
    }

    /// <summary>How long the longest stretch of a state is.</summary>
    public int LengthOf(int state)
    {
        return _lengths[state];
    }

    private int New(int length)
    {
        _lengths.Add(length);
        _links.Add(Empty);
        _ways.Add([]);
        return _lengths.Count - 1;
    }

    private void Lead(int state, int number, int next)
    {
        if (_next.TryAdd((state, number), next))
        {
            _ways[state].Add(number);
        }
        else
        {
            _next[(state, number)] = next;
        }
    }

    // Splits off the stretches of a state that are no longer than the way to it from another one.
    private int Copy(int state, int number, int target)
    {
        int copy = New(_lengths[state] + 1);
        foreach (int way in _ways[target])
        {
            Lead(copy, way, _next[(target, way)]);
        }

        _links[copy] = _links[target];
        _links[target] = copy;
        for (int from = state; from != None && Next(from, number) == target; from = _links[from])
        {
            Lead(from, number, copy);
        }

        return copy;
    }
}
