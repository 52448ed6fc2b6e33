namespace GanSweep.Reporting.Html;

/// <summary>The cells of tables.</summary>
public static class Cell
{
    /// <summary>The heading of a column of text.</summary>
    public static Markup Heading(string text)
    {
        return Markup.Of($"""<th scope="col">{text}</th>""");
    }

    /// <summary>The heading of a column of numbers.</summary>
    public static Markup NumberHeading(string text)
    {
        return Markup.Of($"""<th scope="col" class="number">{text}</th>""");
    }

    /// <summary>The heading of a key or score, whose name may break before each of its words.</summary>
    public static Markup KeyHeading(string name)
    {
        return Markup.Of($"""<th scope="col">{Breaking(name)}</th>""");
    }

    /// <summary>A name like generatorLearningRate, which may break before its capitals.</summary>
    public static Markup Breaking(string name)
    {
        return Markup.Join(name.Select(letter => char.IsUpper(letter) ? Markup.Of($"<wbr/>{letter.ToString()}") : Markup.Of($"{letter.ToString()}")));
    }

    /// <summary>The heading of a row.</summary>
    public static Markup RowHeading(string text)
    {
        return Markup.Of($"""<th scope="row">{text}</th>""");
    }

    /// <summary>A text.</summary>
    public static Markup Text(string text)
    {
        return Markup.Of($"<td>{text}</td>");
    }

    /// <summary>A number, to so many significant digits.</summary>
    public static Markup Number(double? number, int digits = 3)
    {
        return Markup.Of($"""<td class="number">{Numbers.Rounded(number, digits)}</td>""");
    }

    /// <summary>A number that is written already.</summary>
    public static Markup Number(string number)
    {
        return Markup.Of($"""<td class="number">{number}</td>""");
    }

    /// <summary>A row of cells.</summary>
    public static Markup Row(params IEnumerable<Markup> cells)
    {
        return Markup.Of($"<tr>{Markup.Join(cells)}</tr>");
    }
}
