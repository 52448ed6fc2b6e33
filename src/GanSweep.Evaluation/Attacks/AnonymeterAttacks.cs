using GanSweep.Tables;

namespace GanSweep.Evaluation.Attacks;

/// <summary>
/// The three risks of Anonymeter (Giomi et al., "A unified framework for quantifying privacy risk in synthetic data", 2023): singling out, linkability and
/// inference, each by attacks on training rows, held against the same attacks on rows that were not trained on. The same bits for the same tables and seed.
/// </summary>
public sealed class AnonymeterAttacks
{
    private readonly AttackedTables _tables;
    private readonly long _seed;
    private readonly int[] _known;
    private readonly int[] _secrets;
    private readonly int _secretsLeftOut;

    /// <summary>Says what will be attacked.</summary>
    /// <param name="tables">The tables.</param>
    /// <param name="knowledge">What the attacker knows and is after.</param>
    /// <param name="seed">The seed of what is drawn.</param>
    /// <exception cref="ArgumentException">There is no column of a name, or the secret is known.</exception>
    public AnonymeterAttacks(AttackedTables tables, AttackerKnowledge knowledge, long seed)
    {
        ArgumentNullException.ThrowIfNull(tables);
        ArgumentNullException.ThrowIfNull(knowledge);
        _tables = tables;
        _seed = seed;
        int[] all = [.. Enumerable.Range(0, tables.Training.ColumnCount)];
        int[] said = [.. knowledge.Known.Select(IndexOf)];
        _known = said.Length == 0 ? all : said;
        int[] secrets = knowledge.Secret is { } name ? [IndexOf(name)] : _known.Length == all.Length ? all : [.. all.Except(_known)];
        if (knowledge.Secret is { } told && said.Contains(secrets[0]))
        {
            throw new ArgumentException($"The secret, '{told}', is among the known columns.", nameof(knowledge));
        }

        // Where one column is all that is known, it cannot be told by others.
        int[] open = [.. secrets.Where(secret => _known.Any(column => column != secret))];
        _secrets = [.. EvenlySpaced.Of(open.Length, AttackSizes.Secrets(all.Length)).Select(place => open[(int)place])];
        _secretsLeftOut = open.Length - _secrets.Length;
    }

    /// <summary>How many attacks there are at most.</summary>
    public int Count => 3 + _secrets.Length;

    /// <summary>Attacks in all ways.</summary>
    /// <param name="told">Is told how many attacks are done.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public AttackResults Run(Action<long>? told = null, CancellationToken cancellationToken = default)
    {
        List<AttackResult> results = [];
        foreach (AttackResult? result in All(cancellationToken))
        {
            results.AddRange(result is null ? [] : [result]);
            told?.Invoke(results.Count);
        }

        IEnumerable<AttackResult> inference = results
            .Where(result => result.Kind == AttackKind.Inference)
            .OrderBy(result => result.Meaning == AttackMeaning.Tells ? 0 : 1)
            .ThenByDescending(result => result.Risk.Value);
        return new AttackResults([.. results.Where(result => result.Kind != AttackKind.Inference), .. inference], _secretsLeftOut);
    }

    private IEnumerable<AttackResult?> All(CancellationToken cancellationToken)
    {
        SinglingOutAttack singlingOut = new(_tables, _seed);
        yield return singlingOut.Univariate();
        yield return singlingOut.Multivariate(cancellationToken);
        yield return Link(cancellationToken);

        InferenceAttack inference = new(_tables, _seed);
        foreach (int secret in _secrets)
        {
            yield return inference.Attack(secret, [.. _known.Where(column => column != secret)], cancellationToken);
        }
    }

    private AttackResult? Link(CancellationToken cancellationToken)
    {
        (int[] one, int[] other) = LinkabilityAttack.Halves(_known);
        return other.Length == 0 ? null : new LinkabilityAttack(_tables, _seed).Attack(one, other, cancellationToken);
    }

    private int IndexOf(string name)
    {
        Table table = _tables.Training;
        int column = table.ColumnNames.TakeWhile(each => each != name).Count();
        return column < table.ColumnCount ? column : throw new ArgumentException($"There is no column '{name}'; there are {string.Join(", ", table.ColumnNames)}.", nameof(name));
    }
}
