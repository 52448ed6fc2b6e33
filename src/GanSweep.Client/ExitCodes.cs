using System.Collections.Frozen;
using GanSweep.Client.Errors;
using GanSweep.Client.Sessions;
using GanSweep.Client.Sweeps;
using GanSweep.Contracts.Access;
using GanSweep.Contracts.Datasets;
using GanSweep.Contracts.Sweeps;
using GanSweep.Evaluation.Comparisons;
using GanSweep.Files;
using GanSweep.Services.Errors;
using GanSweep.Settings.Reading;
using GanSweep.Silo.Certificates;
using GanSweep.Sweeps.Definitions;
using GanSweep.Sweeps.Stores;
using GanSweep.Tables;
using GanSweep.Tables.Filters;
using GanSweep.Tables.Transforms;
using GanSweep.Training.Generators;

namespace GanSweep.Client;

/// <summary>Which failure gives which exit code.</summary>
internal static class ExitCodes
{
    private static readonly FrozenDictionary<Type, ExitCode> ByType = new Dictionary<Type, ExitCode>
    {
        [typeof(SweepNotFoundException)] = ExitCode.WrongInput,
        [typeof(RunNotFoundException)] = ExitCode.WrongInput,
        [typeof(GeneratorNotKeptException)] = ExitCode.WrongInput,
        [typeof(AccessKeyNotFoundException)] = ExitCode.WrongInput,
        [typeof(InvalidKeyRequestException)] = ExitCode.WrongInput,
        [typeof(InvalidSubmissionException)] = ExitCode.WrongInput,
        [typeof(InvalidDatasetException)] = ExitCode.WrongInput,
        [typeof(InputFileException)] = ExitCode.WrongInput,
        [typeof(OutputFileException)] = ExitCode.WrongInput,
        [typeof(WrongInputException)] = ExitCode.WrongInput,
        [typeof(InvalidSettingsException)] = ExitCode.WrongInput,
        [typeof(TableException)] = ExitCode.WrongInput,
        [typeof(TransformException)] = ExitCode.WrongInput,
        [typeof(GeneratorFileException)] = ExitCode.WrongInput,
        [typeof(NonFiniteRowsException)] = ExitCode.WrongInput,
        [typeof(NoPathsException)] = ExitCode.WrongInput,
        [typeof(RowFilterException)] = ExitCode.WrongInput,
        [typeof(RareRowsException)] = ExitCode.Failed,
        [typeof(CertificateException)] = ExitCode.WrongInput,
        [typeof(ClusterRefusedException)] = ExitCode.Failed,
        [typeof(ClusterUnreachableException)] = ExitCode.Failed,
        [typeof(ClusterLostException)] = ExitCode.Failed,
        [typeof(ServerRefusedException)] = ExitCode.WrongInput,
        [typeof(ServerAnswerException)] = ExitCode.Failed,
        [typeof(SubmissionLostException)] = ExitCode.Failed,
        [typeof(StoreException)] = ExitCode.Failed,
        [typeof(IOException)] = ExitCode.Failed,
        [typeof(UnauthorizedAccessException)] = ExitCode.Failed,
        [typeof(TimeoutException)] = ExitCode.Failed,
    }.ToFrozenDictionary();

    /// <summary>The exit code of a failure. One that is not in the table is <see cref="ExitCode.Failed"/>.</summary>
    public static ExitCode Of(Exception exception)
    {
        return Find(exception) ?? ExitCode.Failed;
    }

    /// <summary>Whether the failure is in the table, so that its message was written for the person who reads it.</summary>
    public static bool Expects(Exception exception)
    {
        return Find(exception) is not null;
    }

    private static ExitCode? Find(Exception exception)
    {
        for (Type? type = exception.GetType(); type is not null; type = type.BaseType)
        {
            if (ByType.TryGetValue(type, out ExitCode code))
            {
                return code;
            }
        }

        return null;
    }
}
