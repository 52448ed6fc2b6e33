using System.Text;
using GanSweep.Tables.Dialects;
using GanSweep.Tables.Schema;
using GanSweep.Tables.Text;

namespace GanSweep.Tables.Inference;

/// <summary>The values of a column, made of its cells.</summary>
/// <param name="plan">How they are read.</param>
/// <param name="rows">How many there are.</param>
/// <param name="source">What messages call the file.</param>
/// <param name="shown">What messages show.</param>
internal sealed class ColumnBuilder(ColumnPlan plan, int rows, string source, Shown shown)
{
    private readonly double[] _values = new double[rows];
    private readonly int[]? _levels = LevelsOf(plan);
    private int _row;
    private int? _decimals;
    private bool _isOneSpelling = true;
    private bool _isFirst = true;
    private bool _isGrouped;
    private bool _hasBrackets;
    private bool? _hasPoint;

    /// <summary>The next cell is missing.</summary>
    public void AddMissing()
    {
        Add(double.NaN);
    }

    /// <summary>Takes the next cell.</summary>
    /// <exception cref="TableException">It is not what its column is said to be.</exception>
    public void Add(ReadOnlySpan<byte> cell, long line)
    {
        if (_levels is not null)
        {
            int text = plan.Observer!.Texts!.Find(cell);
            Add(text >= 0 ? _levels[text] : MissingTexts.HasAmongNumbers(cell) ? double.NaN : throw Changed());
            return;
        }

        Span<char> letters = stackalloc char[ColumnForm.MostLetters];
        double value = 0;
        if (cell.Length <= ColumnForm.MostLetters)
        {
            letters = letters[..Encoding.UTF8.GetChars(cell, letters)];
            bool isOne = plan.Date is { } format ? format.TryRead(letters, out value) : Number(letters, out value);
            Add(isOne ? value
                : MissingTexts.HasAmongNumbers(cell) ? double.NaN
                : throw Misfit(cell, line, plan.Date is null ? NotNumber(value) : $"no date of the format {plan.Date.Letters}"));
            return;
        }

        throw Misfit(cell, line, "too long");
    }

    /// <summary>All values.</summary>
    /// <exception cref="TableException">There are fewer than before.</exception>
    public double[] Values()
    {
        return _row == _values.Length ? _values : throw Changed();
    }

    /// <summary>How the cells are spelled.</summary>
    public ColumnForm Form()
    {
        return plan.Schema is { Kind: ColumnKind.Number }
            ? plan.Form! with
            {
                Decimals = _isOneSpelling && _decimals is > 0 and <= ColumnForm.MostDecimals ? _decimals : null,
                HasPoint = _hasPoint == true && !_isOneSpelling,
                Thousands = _isGrouped ? plan.Style.Thousands : null,
                HasBrackets = _hasBrackets,
            }
            : plan.Form!;
    }

    private static int[]? LevelsOf(ColumnPlan plan)
    {
        if (plan.Schema is not { HasLevels: true } schema)
        {
            return null;
        }

        Dictionary<string, int> places = schema.Levels.Index().ToDictionary(level => level.Item, level => level.Index);
        TextPool texts = plan.Observer!.Texts!;
        return [.. Enumerable.Range(0, texts.Count).Select(text => places[texts.Text(text)])];
    }

    private bool Number(ReadOnlySpan<char> letters, out double value)
    {
        NumberText number = new(letters);
        bool isOne = number.TryRead(plan.Style, out value) && double.IsFinite(value) && number.Prefix.SequenceEqual(plan.Form!.Prefix ?? "")
            && number.Suffix.SequenceEqual(plan.Form.Suffix ?? "") && !(plan is { IsGiven: true, Role: ColumnRole.Whole } && !double.IsInteger(value));
        if (isOne)
        {
            int? decimals = number.Decimals(plan.Style);
            _isOneSpelling = _isOneSpelling && decimals is not null && (_isFirst || decimals == _decimals);
            _decimals = decimals;
            _hasPoint = _hasPoint == false || !double.IsInteger(value) ? _hasPoint : decimals == 1;
            _isFirst = false;
            _isGrouped = _isGrouped || number.IsGrouped(plan.Style);
            _hasBrackets = _hasBrackets || number.IsInBrackets;
        }

        return isOne;
    }

    private string NotNumber(double value)
    {
        return double.IsInfinity(value) ? "larger than a double holds (about 1.8e308)" : plan.Role == ColumnRole.Whole ? "no whole number" : "no number";
    }

    private void Add(double value)
    {
        if (_row == _values.Length)
        {
            throw Changed();
        }

        _values[_row++] = value;
    }

    private TableException Misfit(ReadOnlySpan<byte> cell, long line, string what)
    {
        if (!plan.IsGiven)
        {
            return Changed();
        }

        string text = Encoding.UTF8.GetString(cell);
        return new TableException(
            $"{source}, line {line}, column {shown.Quoted(plan.Name)}: {shown.Quoted(text)} is {what}, as the column is said to be. Correct the cell, "
            + $"say in sweep.json that such a cell is missing, \"csv\": {{ \"missing\": [{shown.Json(text)}] }}, or say \"category\" of the column.",
            source, line, plan.Name);
    }

    private TableException Changed()
    {
        return new TableException($"{source} has changed while it was read. Read it again when it is whole.", source);
    }
}
