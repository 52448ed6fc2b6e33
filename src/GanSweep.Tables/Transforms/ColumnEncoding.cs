using System.Collections.Immutable;

namespace GanSweep.Tables.Transforms;

/// <summary>One column as the numbers of a row that a model sees: an amount, a choice, or a choice with an amount.</summary>
internal sealed class ColumnEncoding
{
    private readonly ColumnTransform? _amount;
    private readonly ColumnOutcomes? _outcomes;
    private readonly float[] _biases = [];
    private readonly int[] _rare;
    private readonly Dictionary<int, int> _outcomeOfCode = [];
    private readonly Dictionary<int, int> _placeOfLevel = [];
    private readonly int _amountOutcome;
    private readonly int _missingOutcome;

    /// <param name="amount">The transform of its amount; null if it has none.</param>
    /// <param name="outcomes">What its cells can be; null if they are always amounts.</param>
    /// <param name="rare">The levels that amounts are places in; empty if amounts are the cell's own.</param>
    public ColumnEncoding(ColumnTransform? amount, ColumnOutcomes? outcomes, ImmutableArray<int> rare)
    {
        _amount = amount;
        _outcomes = outcomes;
        _rare = [.. rare];
        for (int place = 0; place < _rare.Length; place++)
        {
            _placeOfLevel.Add(_rare[place], place);
        }

        for (int outcome = 0; outcome < outcomes?.Count; outcome++)
        {
            _outcomeOfCode.Add(outcomes.Codes[outcome], outcome);
        }

        _amountOutcome = _outcomeOfCode.GetValueOrDefault(ColumnOutcomes.Amount, -1);
        _missingOutcome = _outcomeOfCode.GetValueOrDefault(ColumnOutcomes.Missing, -1);
        _biases = [.. outcomes?.Biases ?? []];
    }

    /// <summary>Whether there is an amount; it stands first.</summary>
    public bool HasAmount => _amount is not null;

    /// <summary>Its numbers of a row. What can be one thing alone is one that is always 0.</summary>
    public int FeatureCount => Math.Max(1, (HasAmount ? 1 : 0) + ChoiceCount);

    /// <summary>The transform of its amount.</summary>
    public ColumnTransform? Amount => _amount;

    // A choice of one is none.
    private int ChoiceCount => _outcomes?.Count > 1 ? _outcomes.Count : 0;

    /// <summary>Its choice, where its numbers begin at <paramref name="start"/>; null if it has none.</summary>
    public FeatureChoice? ChoiceAt(int start)
    {
        return ChoiceCount == 0 ? null : HasAmount
            ? new FeatureChoice(start + 1, ChoiceCount, start, _amountOutcome)
            : new FeatureChoice(start, ChoiceCount);
    }

    /// <summary>From values to numbers of rows.</summary>
    /// <param name="values"><c>[rows]</c>.</param>
    /// <param name="features">Begins with the column's first number of the first row.</param>
    /// <param name="stride">Numbers from a row to the next.</param>
    /// <exception cref="TransformException">A value is none of those that were fitted.</exception>
    public void Forward(ReadOnlySpan<double> values, Span<float> features, int stride)
    {
        if (_outcomes is null)
        {
            for (int row = 0, at = 0; row < values.Length; row++, at += stride)
            {
                features[at] = (float)_amount!.Forward(values[row]);
            }

            return;
        }

        for (int row = 0, at = 0; row < values.Length; row++, at += stride)
        {
            int outcome = OutcomeOf(values[row]);
            Span<float> cell = features.Slice(at, FeatureCount);
            cell.Clear();
            if (outcome == _amountOutcome)
            {
                cell[0] = (float)_amount!.Forward(_rare.Length > 0 ? _placeOfLevel[(int)values[row]] : values[row]);
            }

            if (ChoiceCount > 0)
            {
                cell[(HasAmount ? 1 : 0) + outcome] = 1;
            }
        }
    }

    /// <summary>From numbers of rows to values.</summary>
    /// <param name="features">Begins with the column's first number of the first row.</param>
    /// <param name="stride">Numbers from a row to the next.</param>
    /// <param name="values"><c>[rows]</c>.</param>
    /// <param name="missing"><c>[rows]</c>, which cells are missing, where that is decided already; empty where it is not.</param>
    public void Inverse(ReadOnlySpan<float> features, int stride, Span<double> values, ReadOnlySpan<bool> missing = default)
    {
        if (_outcomes is null)
        {
            for (int row = 0, at = 0; row < values.Length; row++, at += stride)
            {
                values[row] = _amount!.Inverse(features[at]);
            }

            return;
        }

        for (int row = 0, at = 0; row < values.Length; row++, at += stride)
        {
            int code = CodeOf(features[at..], missing.IsEmpty ? null : missing[row]);
            values[row] = code switch
            {
                ColumnOutcomes.Missing => double.NaN,
                ColumnOutcomes.Amount when _rare.Length > 0 => _rare[(int)_amount!.Inverse(features[at])],
                ColumnOutcomes.Amount => _amount!.Inverse(features[at]),
                _ => code,
            };
        }
    }

    /// <summary>What a cell is: the number of a level, missing, or an amount.</summary>
    /// <param name="cell">Begins with the column's first number.</param>
    /// <param name="isMissing">Whether it is missing, where that is decided already.</param>
    public int CodeOf(ReadOnlySpan<float> cell, bool? isMissing = null)
    {
        return _outcomes is null ? ColumnOutcomes.Amount
            : isMissing == true ? ColumnOutcomes.Missing
            : _outcomes.Codes[Largest(Said(cell), isMissing == false ? _missingOutcome : -1, _biases)];
    }

    /// <summary>What is said of missing over what is said of the likeliest of the other outcomes, biases left out. Of a column with missing among several outcomes.</summary>
    /// <param name="cell">Begins with the column's first number.</param>
    public float ExcessOfMissing(ReadOnlySpan<float> cell)
    {
        ReadOnlySpan<float> said = Said(cell);
        return said[_missingOutcome] - said[Largest(said, _missingOutcome, [])];
    }

    /// <summary>What is said of the outcomes but missing, in their order.</summary>
    /// <param name="cell">Begins with the column's first number.</param>
    /// <param name="said">One number for each.</param>
    public void SaidOfOthers(ReadOnlySpan<float> cell, Span<float> said)
    {
        ReadOnlySpan<float> all = Said(cell);
        all[.._missingOutcome].CopyTo(said);
        all[(_missingOutcome + 1)..].CopyTo(said[_missingOutcome..]);
    }

    /// <summary>The outcome that is said loudest, of those that are alike the first; 0 if there are none.</summary>
    /// <param name="said">What is said of each.</param>
    /// <param name="but">One that it is not; −1 for none.</param>
    /// <param name="biases">What is added to each; empty for nothing.</param>
    internal static int Largest(ReadOnlySpan<float> said, int but, ReadOnlySpan<float> biases)
    {
        int largest = -1;
        float most = 0;
        for (int outcome = 0; outcome < said.Length; outcome++)
        {
            float number = biases.IsEmpty ? said[outcome] : said[outcome] + biases[outcome];
            if (outcome != but && (largest < 0 || number > most))
            {
                (largest, most) = (outcome, number);
            }
        }

        return Math.Max(largest, 0);
    }

    private ReadOnlySpan<float> Said(ReadOnlySpan<float> cell)
    {
        return cell.Slice(HasAmount ? 1 : 0, ChoiceCount);
    }

    private int OutcomeOf(double value)
    {
        int code = double.IsNaN(value) ? ColumnOutcomes.Missing : HasAmount && _rare.Length == 0 ? ColumnOutcomes.Amount : (int)value;
        return _outcomeOfCode.TryGetValue(code, out int outcome) ? outcome
            : _placeOfLevel.ContainsKey(code) ? _amountOutcome
            : throw new TransformException("A cell is of a level, or missing, that no fitted row has.", string.Empty);
    }
}
