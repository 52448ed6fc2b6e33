namespace GanSweep.Documents;

/// <summary>The kinds of problems by name: the ends of their types.</summary>
public static class ProblemNames
{
    /// <summary>No sweep, or more than one, is meant.</summary>
    public const string SweepNotFound = "sweepNotFound";

    /// <summary>The sweep has no such run.</summary>
    public const string RunNotFound = "runNotFound";

    /// <summary>There is no such key.</summary>
    public const string KeyNotFound = "keyNotFound";

    /// <summary>A key cannot be made so.</summary>
    public const string InvalidKey = "invalidKey";

    /// <summary>The run's generator was not kept.</summary>
    public const string GeneratorNotKept = "generatorNotKept";

    /// <summary>There is no such upload, or it has been forgotten.</summary>
    public const string UploadNotFound = "uploadNotFound";

    /// <summary>The part does not join on to what is there, or not all is there yet.</summary>
    public const string UploadConflict = "uploadConflict";

    /// <summary>There is nothing at this address.</summary>
    public const string NotFound = "notFound";

    /// <summary>The address takes another method.</summary>
    public const string WrongMethod = "wrongMethod";

    /// <summary>More bytes than are taken.</summary>
    public const string TooLarge = "tooLarge";

    /// <summary>Too much is being done already; a while later there may be room.</summary>
    public const string Busy = "busy";

    /// <summary>Another kind of content is needed.</summary>
    public const string WrongContent = "wrongContent";

    /// <summary>What the request says cannot be understood.</summary>
    public const string WrongRequest = "wrongRequest";

    /// <summary>The sweep.json is not valid.</summary>
    public const string InvalidSweep = "invalidSweep";

    /// <summary>The coordinator does not take the submission.</summary>
    public const string InvalidSubmission = "invalidSubmission";

    /// <summary>The coordinator does not take the table, or has none of that name.</summary>
    public const string InvalidDataset = "invalidDataset";

    /// <summary>The file is no table.</summary>
    public const string InvalidTable = "invalidTable";

    /// <summary>Too few rows are like that.</summary>
    public const string RareRows = "rareRows";

    /// <summary>The generator cannot be used.</summary>
    public const string UnusableGenerator = "unusableGenerator";

    /// <summary>The store does not answer.</summary>
    public const string StoreFailed = "storeFailed";

    /// <summary>Nobody is told who did not say who they are.</summary>
    public const string Unauthenticated = "unauthenticated";

    /// <summary>Whoever it is may not do this.</summary>
    public const string Forbidden = "forbidden";

    /// <summary>The coordinator failed.</summary>
    public const string Failed = "failed";
}
