using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using GanSweep.Contracts.Runs;
using GanSweep.Contracts.Sweeps;
using GanSweep.Evaluation.Standards;
using GanSweep.Storage.LiteDb.Blobs;
using GanSweep.Storage.LiteDb.Documents;
using GanSweep.Storage.LiteDb.Files;
using GanSweep.Storage.LiteDb.Ownership;
using GanSweep.Sweeps.Stores;
using GanSweep.Tables.Text;
using LiteDB;

namespace GanSweep.Storage.LiteDb.Salvage;

/// <summary>All of a store that is whole: every document that its pages still hold, and of those what belongs together.</summary>
internal sealed class SavedStore
{
    private const int WritesInGroup = 64;
    private const int MostNamed = 10;

    private readonly PageScan _pages;
    private readonly CancellationToken _cancellationToken;
    private readonly DocumentScan _scan;
    private readonly List<string> _faults = [];

    // A store may be larger than the memory: bytes of any length stay on the disk until they are wanted.
    private readonly Dictionary<long, DocumentAddress> _parts = [];
    private readonly Dictionary<string, StoredSweep> _sweeps = [];
    private readonly List<(string SweepId, StoredRun Run)> _runs = [];
    private readonly List<(string SweepId, StoredCohort Cohort)> _cohorts = [];
    private readonly Dictionary<string, BsonDocument> _tables = [];
    private readonly Dictionary<string, BsonDocument> _yardsticks = [];
    private readonly Dictionary<string, BsonDocument> _results = [];
    private readonly Dictionary<string, BsonDocument> _checkpoints = [];
    private readonly Dictionary<string, BsonDocument> _generators = [];
    private readonly Dictionary<string, BsonDocument> _keys = [];
    private readonly Dictionary<string, BsonDocument> _audit = [];
    private readonly List<StoredKind> _content = [];

    /// <summary>Reads a store, without an index and to the last byte.</summary>
    /// <param name="pages">Its pages.</param>
    /// <param name="cancellationToken">Gives up between two documents, here and in <see cref="WriteTo"/>.</param>
    public SavedStore(PageScan pages, CancellationToken cancellationToken)
    {
        _pages = pages;
        _cancellationToken = cancellationToken;
        TellPages();
        _scan = new DocumentScan(pages);
        List<BsonDocument> documents = [];
        foreach ((DocumentAddress address, BsonDocument document) in _scan.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (document.ContainsKey("bytes"))
            {
                _parts[document["_id"].AsInt64] = address;
            }
            else
            {
                documents.Add(document);
            }
        }

        Documents = documents.Count + _parts.Count;
        Format = documents.FirstOrDefault(document => document["_id"] == StoreSession.FormatId)?["version"].AsInt32 ?? 0;
        if (_scan.Broken > 0)
        {
            _faults.Add($"{Amount.Of(_scan.Broken, "document")} cannot be read, since a part of each is on a damaged page.");
        }

        Take("tables", "table", documents.Where(IsTable), _tables, Id, table => Blob(table, "blob"));
        Take("yardsticks", "set of yardsticks", documents.Where(Has("yardsticks")), _yardsticks, Id, yardsticks => Yardsticks(yardsticks));
        Take("results", "result", documents.Where(Has("history")).OrderBy(Id, StringComparer.Ordinal), _results, RunKey, result => Result(result));
        Take("generators", "generator", documents.Where(Has("keptBy")), _generators, Id, generator => Blob(generator, "blob"));
        Take("checkpoints", "checkpoint", documents.Where(Has("epoch")), _checkpoints, Id, checkpoint => Blob(checkpoint, "blob"));
        TakeIfAny("keys", "key", documents.Where(Has("key")), _keys, Id, key => KeyDocuments.FromBson(key));
        TakeIfAny("entries of the log", "entry of the log", documents.Where(Has("audit")).OrderBy(entry => entry["_id"].AsInt64), _audit, Number, entry => AuditDocuments.FromBson(entry));
        TakeRuns(documents.Where(Has("run")));
        TakeCohorts(documents.Where(Has("cohort")));
        TakeSweeps(documents.Where(Has("sweep")));
    }

    /// <summary>The store's format; 0 if it does not say.</summary>
    public int Format { get; }

    /// <summary>How many documents the pages hold.</summary>
    public long Documents { get; }

    /// <summary>What was found.</summary>
    public StoreVerdict Verdict => new([.. _content], [.. _faults]);

    /// <summary>Writes what is whole to a new store. What it lacks is trained again, to the same bits, when the sweeps go on.</summary>
    public void WriteTo(StoreSession session)
    {
        WriteAll(session, _tables, table => session.Datasets.Save(table.Key, Blob(table.Value, "blob")));
        WriteAll(session, _yardsticks, yardsticks => session.Yardsticks.Save(yardsticks.Key, Yardsticks(yardsticks.Value)));
        WriteAll(session, _results, result =>
        {
            (RunSpec spec, RunResult found) = Result(result.Value);
            session.Results.Add(result.Key, spec, found);
        });
        WriteAll(session, _checkpoints, checkpoint => session.Checkpoints.Save(checkpoint.Key, checkpoint.Value["epoch"], Blob(checkpoint.Value, "blob")));
        WriteAll(session, _generators, generator =>
        {
            byte[] content = Blob(generator.Value, "blob");
            foreach (string sweepId in KeptBy(generator.Value))
            {
                session.Generators.Keep(sweepId, generator.Key, content);
            }
        });
        WriteAll(session, _runs, run => session.Runs.Save(run.SweepId, run.Run));
        WriteAll(session, _cohorts, cohort => session.Cohorts.Save(cohort.SweepId, cohort.Cohort));
        WriteAll(session, _sweeps.Values, session.Sweeps.Save);

        // Links and sessions are not saved: whoever was in logs in again.
        WriteAll(session, _keys.Values, key => session.Keys.Save(KeyDocuments.FromBson(key)));
        WriteAll(session, _audit.Values, entry => session.Audit.Keep(AuditDocuments.FromBson(entry)));
    }

    private void WriteAll<T>(StoreSession session, IEnumerable<T> items, Action<T> write)
    {
        foreach (T[] group in items.Chunk(WritesInGroup))
        {
            _cancellationToken.ThrowIfCancellationRequested();
            session.Write(_ =>
            {
                Array.ForEach(group, write);
                return true;
            });
            session.Checkpoint();
        }
    }

    private void TellPages()
    {
        if (_pages.Damaged.Count == 0)
        {
            return;
        }

        string named = Listing.Of([.. _pages.Damaged.Select(page => $"{page}")], MostNamed);
        _faults.Add($"{_pages.Damaged.Count:N0} of {Amount.Of(_pages.Count, "page")} of {PageChecksum.PageSize:N0} bytes are not what was written there: {named}.");
        if (_pages.Missing > 0)
        {
            _faults.Add($"The file is too short: it has {_pages.Length:N0} bytes of {(long)_pages.Count * PageChecksum.PageSize:N0}.");
        }
    }

    private void Take(
        string kind, string one, IEnumerable<BsonDocument> documents, Dictionary<string, BsonDocument> whole, Func<BsonDocument, string> nameOf, Action<BsonDocument> read)
    {
        List<string> lost = [];
        foreach (BsonDocument document in documents)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            try
            {
                read(document);
                whole[nameOf(document)] = document;
            }
            catch (Exception exception) when (exception is StoreException or JsonException or FormatException)
            {
                lost.Add(nameOf(document));
            }
        }

        AddKind(kind, one, whole.Count, lost);
    }

    // Most stores have none, and need not say so.
    private void TakeIfAny(
        string kind, string one, IEnumerable<BsonDocument> documents, Dictionary<string, BsonDocument> whole, Func<BsonDocument, string> nameOf, Action<BsonDocument> read)
    {
        List<BsonDocument> all = [.. documents];
        if (all.Count > 0)
        {
            Take(kind, one, all, whole, nameOf, read);
        }
    }

    private void AddKind(string kind, string one, int whole, IReadOnlyCollection<string> lost)
    {
        _content.Add(new StoredKind(kind, whole, lost.Count));
        if (lost.Count > 0)
        {
            _faults.Add($"{Amount.Of(lost.Count, one)} of {whole + lost.Count:N0} cannot be saved: {Listing.Of(lost, MostNamed)}.");
        }
    }

    // A run that has completed is nothing without its result: it will be found, or trained, again.
    private void TakeRuns(IEnumerable<BsonDocument> documents)
    {
        List<string> lost = [];
        foreach (BsonDocument document in documents)
        {
            (string sweepId, StoredRun run) = (NumberedId.SweepIdOf(document["_id"]), JsonField.Read(document, "run", StoreJson.Default.StoredRun));
            if (run.State == RunState.Completed && !_results.ContainsKey(run.RunKey))
            {
                lost.Add($"run {run.Run} of {sweepId}");
            }
            else
            {
                _runs.Add((sweepId, run));
            }
        }

        AddKind("runs", "run", _runs.Count, lost);
    }

    // One after a gap is decided again, the same by the same results.
    private void TakeCohorts(IEnumerable<BsonDocument> documents)
    {
        List<string> lost = [];
        foreach (var search in documents.Select(document => (SweepId: NumberedId.SweepIdOf(document["_id"]), Cohort: CohortDocuments.FromBson(document))).GroupBy(cohort => cohort.SweepId))
        {
            foreach ((int index, (string SweepId, StoredCohort Cohort) cohort) in search.OrderBy(cohort => cohort.Cohort.Number).Index())
            {
                if (cohort.Cohort.Number == index)
                {
                    _cohorts.Add(cohort);
                }
                else
                {
                    lost.Add($"cohort {cohort.Cohort.Number + 1} of {cohort.SweepId}");
                }
            }
        }

        if (_cohorts.Count + lost.Count > 0)
        {
            AddKind("cohorts", "cohort", _cohorts.Count, lost);
        }
    }

    private void TakeSweeps(IEnumerable<BsonDocument> documents)
    {
        ILookup<string, StoredRun> runs = _runs.ToLookup(run => run.SweepId, run => run.Run);
        HashSet<string> lost = [];
        foreach (StoredSweep sweep in documents.Select(document => JsonField.Read(document, "sweep", StoreJson.Default.StoredSweep)))
        {
            if (_tables.ContainsKey(sweep.DatasetHash))
            {
                _sweeps.Add(sweep.SweepId, AsItGoesOn(sweep, [.. runs[sweep.SweepId]]));
            }
            else
            {
                lost.Add(sweep.SweepId);
            }
        }

        if (_faults.Count > 0)
        {
            // Where nothing else is wrong, they are what an earlier repair has saved.
            lost.UnionWith(runs.Select(sweep => sweep.Key).Where(sweep => !_sweeps.ContainsKey(sweep)));
        }

        AddKind("sweeps", "sweep", _sweeps.Count, lost);
        foreach (string sweep in lost)
        {
            _faults.Add($"Submit the sweep.json of {sweep} again, with its table: it goes on with the {Amount.Of(runs[sweep].Count(), "run")} that can be saved.");
        }
    }

    // What a damaged store lacks is not all known: a sweep that had ended is gone through once more, and ends at once if it lacks nothing.
    private StoredSweep AsItGoesOn(StoredSweep sweep, IReadOnlyCollection<StoredRun> runs)
    {
        if (_faults.Count == 0 || sweep.State == SweepState.Cancelled)
        {
            return sweep;
        }

        int completed = runs.Count(run => run.State == RunState.Completed);
        int failed = runs.Count(run => run.State == RunState.Failed);
        int missing = sweep.Counts.Total - completed - failed;
        if (sweep.State == SweepState.Completed && missing > 0)
        {
            _faults.Add($"Of {sweep.SweepId} {Amount.Of(missing, "run")} must be trained again.");
        }

        return sweep with
        {
            State = sweep.State == SweepState.Completed ? SweepState.Running : sweep.State,
            Counts = new SweepCounts(
                sweep.Counts.Total, completed, failed, 0, missing, runs.Count(run => run is { State: RunState.Completed, Reused: true })),
        };
    }

    private (RunSpec Spec, RunResult Result) Result(BsonDocument document)
    {
        RunSummary summary = JsonField.Read(document, "summary", StoreJson.Default.RunSummary);
        RunResult result = HistoryBytes.Read(Blob(document, "history"), summary) ?? throw new FormatException("The history has another layout.");
        return (JsonField.Read(document, "spec", StoreJson.Default.RunSpec), result);
    }

    private static Yardsticks Yardsticks(BsonDocument document)
    {
        return JsonField.Read(document, "yardsticks", StoreJson.Default.Yardsticks);
    }

    private byte[] Blob(BsonDocument document, string field)
    {
        BlobPointer pointer = BlobPointer.FromBson(document[field]);
        using MemoryStream content = new();
        foreach (long id in BlobDocuments.PartIdsOf(pointer))
        {
            content.Write(_parts.TryGetValue(id, out DocumentAddress address) ? _scan.ReadAt(address)?["bytes"].AsBinary : null);
        }

        return content.Length == pointer.Length && SHA256.HashData(content.GetBuffer().AsSpan(0, (int)content.Length)).AsSpan().SequenceEqual(pointer.Sha256)
            ? content.ToArray()
            : throw new FormatException("The bytes are not those that were written.");
    }

    private static IEnumerable<string> KeptBy(BsonDocument generator)
    {
        return generator["keptBy"].AsArray.Select(sweep => sweep.AsString);
    }

    private static string RunKey(BsonDocument result)
    {
        return ResultIds.RunKeyOf(result["_id"]);
    }

    private static string Id(BsonDocument document)
    {
        return document["_id"].AsString;
    }

    private static string Number(BsonDocument document)
    {
        return document["_id"].AsInt64.ToString(CultureInfo.InvariantCulture);
    }

    private static bool IsTable(BsonDocument document)
    {
        return document.ContainsKey("blob") && !document.ContainsKey("keptBy") && !document.ContainsKey("epoch");
    }

    private static Func<BsonDocument, bool> Has(string field)
    {
        return document => document.ContainsKey(field);
    }
}
