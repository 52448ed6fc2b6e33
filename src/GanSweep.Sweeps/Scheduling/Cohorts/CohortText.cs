using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using GanSweep.Search.Domains;
using GanSweep.Sweeps.Scheduling.Proposers;

namespace GanSweep.Sweeps.Scheduling.Cohorts;

/// <summary>A cohort as it is stored: the same cohort always in the same bytes.</summary>
internal static class CohortText
{
    /// <summary>The text: a JSON object without white space.</summary>
    public static string Of(Cohort cohort)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter writer = new(buffer))
        {
            writer.WriteStartObject();
            writer.WriteNumber("cohort", cohort.Number);
            writer.WriteNumber("revision", cohort.Revision);
            WriteNumbers(writer, "leftOut", cohort.LeftOut);
            writer.WriteBoolean("stopped", cohort.HasStopped);
            writer.WriteBoolean("last", cohort.IsLast);
            writer.WriteStartArray("trials");
            foreach (Trial trial in cohort.Trials)
            {
                writer.WriteStartObject();
                writer.WriteNumber("configuration", trial.Configuration);
                writer.WriteString("origin", trial.Origin.ToString());
                writer.WriteNumber("rung", trial.Rung);
                writer.WriteNumber("alternative", trial.Point.Alternative);
                writer.WriteStartArray("values");
                foreach (double value in trial.Point.Values)
                {
                    writer.WriteNumberValue(value);
                }

                writer.WriteEndArray();
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>The cohort of a text.</summary>
    public static Cohort Parse(string text)
    {
        using JsonDocument document = JsonDocument.Parse(text);
        JsonElement root = document.RootElement;
        return new Cohort(
            root.GetProperty("cohort").GetInt32(),
            root.GetProperty("revision").GetInt32(),
            [.. root.GetProperty("trials").EnumerateArray().Select(ParseTrial)],
            [.. root.GetProperty("leftOut").EnumerateArray().Select(run => run.GetInt32())],
            root.GetProperty("stopped").GetBoolean(),
            root.GetProperty("last").GetBoolean());
    }

    private static Trial ParseTrial(JsonElement trial)
    {
        ImmutableArray<double> values = [.. trial.GetProperty("values").EnumerateArray().Select(value => value.GetDouble())];
        return new Trial(
            trial.GetProperty("configuration").GetInt32(),
            Enum.Parse<TrialOrigin>(trial.GetProperty("origin").GetString()!),
            trial.GetProperty("rung").GetInt32(),
            new Point(trial.GetProperty("alternative").GetInt32(), values));
    }

    private static void WriteNumbers(Utf8JsonWriter writer, string name, ImmutableArray<int> numbers)
    {
        writer.WriteStartArray(name);
        foreach (int number in numbers)
        {
            writer.WriteNumberValue(number);
        }

        writer.WriteEndArray();
    }
}
