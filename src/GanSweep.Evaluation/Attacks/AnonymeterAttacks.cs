using System.Collections.Immutable;
using GanSweep.Tables;

namespace GanSweep.Evaluation.Attacks;

/// <summary>
/// The three risks of Anonymeter (Giomi et al., "A unified framework for quantifying privacy risk in synthetic data", 2023): singling out, linkability and
/// inference, each by attacks on training rows, held against the same attacks on rows that were not trained on. The same bits for the same tables and seed.
/// </summary>
public static class AnonymeterAttacks
{
    /// <summary>Attacks in all ways.</summary>
    /// <param name="tables">What is attacked.</param>
    /// <param name="knowledge">What the attacker knows and is after.</param>
    /// <param name="seed">The seed of what is drawn.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ArgumentException">There is no column of a name, or the secret is known.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static AttackResults Run(AttackedTables tables, AttackerKnowledge knowledge, long seed, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(tables);
        ArgumentNullException.ThrowIfNull(knowledge);
        int[] known = [.. knowledge.Known.Select(name => IndexOf(tables.Training, name))];
        int? secret = knowledge.Secret is { } name ? IndexOf(tables.Training, name) : null;
        if (secret is { } told && known.Contains(told))
        {
            throw new ArgumentException($"The secret, '{knowledge.Secret}', is among the known columns.", nameof(knowledge));
        }

        SinglingOut singlingOut = new(tables, seed);
        int[] all = [.. Enumerable.Range(0, tables.Training.ColumnCount)];
        int[] secrets = secret is { } one ? [one] : known.Length == 0 || known.Length == all.Length ? all : [.. all.Except(known)];
        int[] tried = [.. EvenlySpaced.Of(secrets.Length, AttackSizes.Secrets(all.Length)).Select(place => secrets[(int)place])];
        IEnumerable<AttackResult?> attacks =
        [
            singlingOut.Univariate(),
            singlingOut.Multivariate(cancellationToken),
            Link(tables, known.Length == 0 ? all : known, seed, cancellationToken),
            .. Infer(tables, known.Length == 0 ? all : known, tried, seed, cancellationToken),
        ];
        return new AttackResults([.. attacks.OfType<AttackResult>()], secrets.Length - tried.Length);
    }

    private static AttackResult? Link(AttackedTables tables, int[] known, long seed, CancellationToken cancellationToken)
    {
        (int[] one, int[] other) = Linkability.Halves(known);
        return other.Length == 0 ? null : new Linkability(tables, seed).Attack(one, other, cancellationToken);
    }

    private static IEnumerable<AttackResult> Infer(AttackedTables tables, int[] known, int[] secrets, long seed, CancellationToken cancellationToken)
    {
        Inference inference = new(tables, seed);
        return secrets
            .Select(secret => (Secret: secret, Known: (int[])[.. known.Where(column => column != secret)]))
            .Where(each => each.Known.Length > 0)
            .Select(each => inference.Attack(each.Secret, each.Known, cancellationToken))
            .OrderBy(result => result.Meaning == AttackMeaning.Tells ? 0 : 1)
            .ThenByDescending(result => result.Risk.Value);
    }

    private static int IndexOf(Table table, string name)
    {
        int column = table.ColumnNames.TakeWhile(each => each != name).Count();
        return column < table.ColumnCount ? column : throw new ArgumentException($"There is no column '{name}'; there are {string.Join(", ", table.ColumnNames)}.", nameof(name));
    }
}
