using GanSweep.Training.Generators;

namespace GanSweep.Training.Tests.Generators;

/// <summary>Files whose rows could not be written: what the table's columns are, how its file is spelled and what its rows obey is looked at when they are read.</summary>
public sealed class HostileFormTests
{
    private static readonly byte[] Valid = GeneratorFileWriter.Write(SampleGenerator.CreateMixed());
    private static readonly string Json = ForgedFile.JsonOf(Valid);
    private static readonly byte[] Tensors = ForgedFile.TensorsOf(Valid);

    [Fact]
    public async Task Read_Unchanged_CanBeWritten()
    {
        Assert.True(await ForgedUse.TryAsync(Valid));
    }

    [Theory]
    [InlineData("form.encoding", "\"klingon\"", "There is no encoding \"klingon\".")]
    [InlineData("form.encoding", "\"\"", "There is no encoding \"\".")]
    [InlineData("form.encoding", "\"utf-7\"", "There is no encoding \"utf-7\".")]
    [InlineData("form.delimiter", "\"\\n\"", "cannot stand between cells")]
    [InlineData("form.delimiter", "\"é\"", "cannot stand between cells")]
    [InlineData("form.decimalMark", "\"x\"", "no decimal mark")]
    [InlineData("form.columns.1", "null", "A column of the form is null.")]
    [InlineData("form.columns", "[]", null)]
    [InlineData("form.columns", "null", "$.transform.form.columns")]
    [InlineData("form.columns", "[{ \"name\": \"from\" }]", "does not have every column of the table")]
    [InlineData("form.columns.1.name", "\"elsewhere\"", "Column \"elsewhere\" of the form is not either one of the table's or one of keys.")]
    [InlineData("form.columns.1.name", "\"to\"", "Column name \"to\" is blank or given twice")]
    [InlineData("form.columns.0.name", "\"from\"", "Column name \"from\" is blank or given twice")]
    [InlineData("form.columns.1.key", "{ \"pattern\": null, \"first\": 1 }", "Column \"from\" of the form is not either")]
    [InlineData("form.columns.0.name", "\" \"", "Column name \" \" is blank or given twice")]
    [InlineData("form.columns.0.name", "\"a\\u001bb\"", "Column name \"a\\u{1B}b\" holds a character that a terminal or a page would act on.")]
    [InlineData("form.columns.1.dateFormat", "\"%\"", "\"%\", the format of column \"from\", is no format of its dates.")]
    [InlineData("form.columns.1.dateFormat", "\"HH:mm\"", "is no format of its dates")]
    [InlineData("form.columns.3.dateFormat", "\"yyyy-MM-dd HH:mm:ss.ffffffff\"", "is no format of its dates")]
    [InlineData("form.columns.7.decimals", "-1", "has -1 decimals")]
    [InlineData("form.columns.7.decimals", "1000000000", "has 1000000000 decimals")]
    [InlineData("form.columns.7.thousands", "\"7\"", "groups no numbers")]
    [InlineData("form.columns.0.key.first", "-5", "keys from -5 on")]
    [InlineData("form.columns.11.key.pattern", "\"\"", "of the pattern \"\"")]
    [InlineData("form.columns.11.key.pattern", "\"##\\\\\"", "of the pattern")]
    [InlineData("schema", "[null]", "A column of the table is null.")]
    [InlineData("schema.3", "null", "A column of the table is null.")]
    [InlineData("schema", "[]", "A table has at least one column.")]
    [InlineData("schema.1.name", "\"from\"", "Column name \"from\" is blank or given twice")]
    [InlineData("schema.3.levels", "null", "$.transform.schema[3].levels")]
    [InlineData("schema.3.levels.1", "null", "A level of column \"city\" is null.")]
    [InlineData("schema.3.levels.1", "\"Bern\"", "Column \"city\" has a level twice.")]
    [InlineData("schema.9.levels", "[\"a\"]", "Column \"age\" has levels; those of its kind have none.")]
    [InlineData("schema.9.kind", "\"klingon\"", "$.transform.schema[9].kind")]
    [InlineData("rules.1", "null", "A rule is null.")]
    [InlineData("rules.1", "{}", "$.transform.rules[1]")]
    [InlineData("columns.1", "{}", "$.transform.columns[1]")]
    [InlineData("rules.0.column", "\"nowhere\"", "speaks of column \"nowhere\", which there is not")]
    [InlineData("rules.0.column", "\"city\"", "Only numbers have bounds")]
    [InlineData("rules.1.columns", "[\"from\", \"seen\"]", "have an order")]
    [InlineData("rules.1.columns", "[\"city\", \"paid\"]", "have an order")]
    [InlineData("rules.1.columns", "[\"from\", null]", "which there is not")]
    [InlineData("rules.1.columns", "null", "$.transform.rules[1].columns")]
    [InlineData("rules.1.decimals", "-1", "rounds to -1 decimals")]
    [InlineData("rules.2.combinations.0", "null", "")]
    [InlineData("rules.3.parts", "[\"net\", \"from\"]", "Only numbers can be added")]
    [InlineData("rules.3.total", "\"city\"", "Only numbers can be added")]
    [InlineData("rules.3.decimals", "16", "rounds to 16 decimals")]
    [InlineData("form.columns.7.prefix", "\"=1+\"", "\"=1+\" and null cannot stand around the numbers of column \"net\"")]
    [InlineData("form.columns.8.suffix", "\" kg\"", "cannot stand around the numbers")]
    [InlineData("schema.5.levels", "[\"a\", \"b\", \"c\"]", "of booleans, has more than two levels")]
    [InlineData("schema.5.kind", "\"boolean, date\"", "$.transform.schema[5].kind")]
    [InlineData("kind", "\"standard, quantile\"", "$.transform.kind")]
    [InlineData("kind", "\"\\ud800\"", "$.transform.kind")]
    [InlineData("kind", "2", "$.transform.kind")]
    [InlineData("schema.0.unit", "\"days, seconds\"", "$.transform.schema[0].unit")]
    [InlineData("rules.2.columns", "[\"city\"]", "too few columns")]
    [InlineData("rules.2.columns", "[\"city\", null]", "which there is not")]
    [InlineData("rules.2.combinations.0", "[0, 7]", "not different rows of its columns")]
    [InlineData("rules.2.combinations.0", "[1, 1]", "not different rows of its columns")]
    [InlineData("rules.2.combinations.0", "[0]", "not different rows of its columns")]
    [InlineData("rules.2.combinations", "[]", "not different rows of its columns")]
    [InlineData("rules.2.combinations.0.0", "1e999", "$.transform.rules[2].combinations")]
    [InlineData("rules.3.parts", "null", "$.transform.rules[3].parts")]
    [InlineData("rules.3.total", "\"net\"", "or one twice")]
    [InlineData("rules.4.time", null, "are not those of a fit")]
    [InlineData("rules.4.time", "\"seen, weekday\"", "are not those of a fit")]
    [InlineData("rules.4.time", "\"seen, \\u001b\"", "")]
    [InlineData("rules.4.weekday", "\"age\"", "are not those of a fit")]
    [InlineData("rules.4.weekday", "\" \"", "are not those of a fit")]
    [InlineData("rules.4.weekday", null, "columns are not those of the schema")]
    [InlineData("rules.4.column", "\"from\"", "are not those of a fit")]
    [InlineData("rules.4.column", "\"age\"", "are not those of a fit")]
    [InlineData("rules.4", null, "columns are not those of the schema")]
    [InlineData("columns.0.scale", "-1", "its scale")]
    [InlineData("columns.0.maximum", "1e999", "$.transform.columns[0].maximum")]
    [InlineData("columns.2.weekdays", "127", "its weekdays are not some of the seven")]
    [InlineData("columns.7.decimals", "7", "its decimals are not from 1 to 6")]
    [InlineData("columns.6.outcomes", null, "it has no outcomes")]
    [InlineData("columns.6.outcomes.codes", "null", "$.transform.columns[6].outcomes.codes")]
    [InlineData("columns.6.outcomes.codes", "[0, 1, 2]", "an outcome is none of its 2 levels")]
    [InlineData("columns.6.outcomes.codes", "[0, 1, 1]", "two of its outcomes are the same")]
    [InlineData("columns.6.outcomes.shares", "[0.5]", "one share and one bias for each outcome")]
    [InlineData("columns.6.outcomes.shares.0", "0", "a share is not above 0")]
    [InlineData("columns.6.outcomes.biases", "null", "$.transform.columns[6].outcomes.biases")]
    [InlineData("columns.10.rare", "null", "an amount is an outcome where there is none")]
    [InlineData("columns.10.rare", "[]", "its rare levels are not levels")]
    [InlineData("columns.10.rare.0", "80", "its rare levels are not levels")]
    [InlineData("columns.10.rarePlaces", "null", "the places of its rare levels are not those")]
    [InlineData("columns.10.rarePlaces.name", "\"age\"", "the places of its rare levels are not those")]
    [InlineData("columns.10.rarePlaces.maximum", "17", "the places of its rare levels are not those")]
    [InlineData("columns.10.rarePlaces.scores", "[]", "one score for each value")]
    public async Task Read_ChangedMember_IsRefusedWithItsReason(string path, string? changed, string? reason)
    {
        byte[] file = With(path, changed);
        if (reason is null)
        {
            Assert.True(await ForgedUse.TryAsync(file));
            return;
        }

        GeneratorFileException exception = Assert.Throws<GeneratorFileException>(() => GeneratorFileReader.Read(file, "g.zip", SampleGenerator.Families));

        Assert.StartsWith("g.zip is not a generator that can be used: ", exception.Message, StringComparison.Ordinal);
        Assert.Contains(reason, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_PatternOfAMillionPlaces_IsRefusedInFewWords()
    {
        byte[] file = With("form.columns.11.key.pattern", $"\"{new string('#', 1_000_000)}\"");

        GeneratorFileException exception = Assert.Throws<GeneratorFileException>(() => GeneratorFileReader.Read(file, "g.zip", SampleGenerator.Families));

        Assert.Contains("1 to 64", exception.Message, StringComparison.Ordinal);
        Assert.InRange(exception.Message.Length, 1, 500);
    }

    [Fact]
    public void Read_HalfOfASurrogatePair_IsRefused()
    {
        byte[] file = ForgedFile.Zip(Json.Replace("\"Oslo\"", "\"\\ud800\"", StringComparison.Ordinal), Tensors);

        Assert.Throws<GeneratorFileException>(() => GeneratorFileReader.Read(file, "g.zip", SampleGenerator.Families));
    }

    // Every outcome is a number of a row: of millions, no row could be drawn.
    [Fact]
    public void Read_MoreOutcomesThanAColumnHas_IsRefused()
    {
        string Items(object item) => $"[{string.Join(", ", Enumerable.Repeat(item, 65))}]";
        string codes = $"[{string.Join(", ", Enumerable.Range(0, 65))}]";
        byte[] file = With("columns.10", $$"""{ "parameters": "levels", "name": "code", "minimum": 0, "maximum": 0, "whole": false, "outcomes": { "codes": {{codes}}, "shares": {{Items(1)}}, "biases": {{Items(0)}} } }""");

        GeneratorFileException exception = Assert.Throws<GeneratorFileException>(() => GeneratorFileReader.Read(file, "g.zip", SampleGenerator.Families));

        Assert.Contains("it has more than 64 outcomes", exception.Message, StringComparison.Ordinal);
    }

    // As tables of version 0.1 could be: of numbers alone, and a tab in a name.
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Read_AFileOfAnEarlierVersion_CanBeUsed(int version)
    {
        byte[] valid = GeneratorFileWriter.Write(SampleGenerator.Create());
        string json = ForgedFile.JsonOf(valid)
            .Replace("\"formatVersion\": 4", $"\"formatVersion\": {version}", StringComparison.Ordinal)
            .Replace("\"name\": \"constant\"", "\"name\": \"a\\tconstant\"", StringComparison.Ordinal);
        Assert.Contains("a\\tconstant", json, StringComparison.Ordinal);

        Assert.True(await ForgedUse.TryAsync(ForgedFile.Zip(json, ForgedFile.TensorsOf(valid))));
    }

    // Whatever stands there: it is refused by the one exception, or what is read can be written.
    [Fact]
    public async Task Read_AnyMemberReplacedByAnything_IsRefusedOrCanBeWritten()
    {
        string[] others =
        [
            "null", "true", "{}", "[]", "[null]", "[[null]]", "7", "-1", "-9223372036854775808", "1e300", "-1e300", "\"\"", "\"klingon %\"", "\"standard, quantile\"", "\"#\"", "\"\\u0000\"", $"\"{new string('#', 200_000)}\"",
        ];
        int refused = 0;
        int written = 0;
        List<string> faults = [];
        foreach ((string path, int number) in ForgedJson.Paths(ForgedJson.Of(Json, "transform")).Select((path, number) => (path, number)))
        {
            // A third of them in every member, each in a third of the members, which come in dozens of a kind: every refusal is an exception, and takes its time.
            foreach (string? other in others.Append(null).Where((_, place) => (place + number) % 3 == 0))
            {
                try
                {
                    bool isUsed = await ForgedUse.TryAsync(With(path, other));
                    (refused, written) = isUsed ? (refused, written + 1) : (refused + 1, written);
                }
                catch (Exception fault)
                {
                    faults.Add($"{path} = {(other?.Length > 40 ? other[..40] : other ?? "(left out)")}: {fault.GetType().Name} {fault.Message}");
                }
            }
        }

        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults));
        Assert.InRange(refused, 500, int.MaxValue);
        Assert.InRange(written, 50, int.MaxValue);
    }

    private static byte[] With(string path, string? raw)
    {
        return ForgedFile.Zip(ForgedJson.With(Json, ($"transform.{path}", raw)), Tensors);
    }
}
