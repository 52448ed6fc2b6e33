using System.Collections.Frozen;
using GanSweep.Contracts.Access;
using GanSweep.Contracts.Datasets;
using GanSweep.Contracts.Sweeps;
using GanSweep.Documents;
using GanSweep.Evaluation.Comparisons;
using GanSweep.Services.Errors;
using GanSweep.Settings.Reading;
using GanSweep.Sweeps.Stores;
using GanSweep.Tables;
using GanSweep.Tables.Filters;
using GanSweep.Tables.Transforms;
using GanSweep.Training.Generators;
using GanSweep.Web.Uploads;
using GanSweep.Web.Work;
using Microsoft.AspNetCore.Http;
using Orleans.Runtime;

namespace GanSweep.Web.Problems;

/// <summary>Which failure is which kind of problem.</summary>
internal static class ProblemKinds
{
    private static readonly FrozenDictionary<Type, ProblemKind> ByType = new Dictionary<Type, ProblemKind>
    {
        [typeof(SweepNotFoundException)] = new(ProblemNames.SweepNotFound, StatusCodes.Status404NotFound, "There is no such sweep"),
        [typeof(RunNotFoundException)] = new(ProblemNames.RunNotFound, StatusCodes.Status404NotFound, "There is no such run"),
        [typeof(GeneratorNotKeptException)] = new(ProblemNames.GeneratorNotKept, StatusCodes.Status404NotFound, "The generator is not kept"),
        [typeof(AccessKeyNotFoundException)] = new(ProblemNames.KeyNotFound, StatusCodes.Status404NotFound, "There is no such key"),
        [typeof(InvalidKeyRequestException)] = new(ProblemNames.InvalidKey, StatusCodes.Status422UnprocessableEntity, "The key cannot be made"),
        [typeof(UploadNotFoundException)] = new(ProblemNames.UploadNotFound, StatusCodes.Status404NotFound, "There is no such upload"),
        [typeof(UploadConflictException)] = new(ProblemNames.UploadConflict, StatusCodes.Status409Conflict, "The upload is elsewhere"),
        [typeof(UploadTooLargeException)] = new(ProblemNames.TooLarge, StatusCodes.Status413PayloadTooLarge, "Too much at once"),
        [typeof(TooManyUploadsException)] = new(ProblemNames.Busy, StatusCodes.Status429TooManyRequests, "Too many uploads"),
        [typeof(BusyException)] = new(ProblemNames.Busy, StatusCodes.Status503ServiceUnavailable, "The coordinator is busy"),
        [typeof(WrongContentException)] = new(ProblemNames.WrongContent, StatusCodes.Status415UnsupportedMediaType, "Another kind of content is needed"),
        [typeof(WrongInputException)] = new(ProblemNames.WrongRequest, StatusCodes.Status400BadRequest, "The request cannot be understood"),
        [typeof(NoPathsException)] = new(ProblemNames.WrongRequest, StatusCodes.Status400BadRequest, "The request cannot be understood"),
        [typeof(RowFilterException)] = new(ProblemNames.WrongRequest, StatusCodes.Status400BadRequest, "The request cannot be understood"),
        [typeof(InvalidSettingsException)] = new(ProblemNames.InvalidSweep, StatusCodes.Status422UnprocessableEntity, "The sweep.json is not valid"),
        [typeof(InvalidSubmissionException)] = new(ProblemNames.InvalidSubmission, StatusCodes.Status422UnprocessableEntity, "The submission is not taken"),
        [typeof(InvalidDatasetException)] = new(ProblemNames.InvalidDataset, StatusCodes.Status422UnprocessableEntity, "The table is not taken"),
        [typeof(TableException)] = new(ProblemNames.InvalidTable, StatusCodes.Status422UnprocessableEntity, "The file is no table"),
        [typeof(TransformException)] = new(ProblemNames.InvalidTable, StatusCodes.Status422UnprocessableEntity, "The table cannot be used"),
        [typeof(RareRowsException)] = new(ProblemNames.RareRows, StatusCodes.Status422UnprocessableEntity, "Too few rows are like that"),
        [typeof(NonFiniteRowsException)] = new(ProblemNames.UnusableGenerator, StatusCodes.Status422UnprocessableEntity, "The generator draws no rows"),
        [typeof(GeneratorFileException)] = new(ProblemNames.UnusableGenerator, StatusCodes.Status422UnprocessableEntity, "The generator cannot be used"),
        [typeof(StoreException)] = new(ProblemNames.StoreFailed, StatusCodes.Status503ServiceUnavailable, "The store does not answer"),
    }.ToFrozenDictionary();

    private static readonly ProblemKind Away = new(ProblemNames.Busy, StatusCodes.Status503ServiceUnavailable, "The coordinator does not answer");

    private static readonly ProblemKind Failed = new(ProblemNames.Failed, StatusCodes.Status500InternalServerError, "The coordinator failed");

    /// <summary>The problem that a failure is, in the words that the console has for it; nothing that a failure says which was not written for users is told.</summary>
    public static ProblemDocument Of(Exception failure, string trace)
    {
        if (failure is BadHttpRequestException refused)
        {
            return Of(ProblemOfStatus.Kind(refused.StatusCode), ProblemOfStatus.Detail(refused.StatusCode) ?? refused.Message);
        }

        if (failure is OrleansException or TimeoutException)
        {
            return Of(Away, "The coordinator does not answer: it is just starting or stopping, or its disk is slow. What is on its disk is safe. Try again in a few seconds.");
        }

        return KindOf(failure.GetType()) is { } kind
            ? Of(kind, failure.Message) with { Errors = (failure as InvalidSettingsException)?.Errors.Select(error => new FaultDocument(error.Path, error.Message)).ToList() }
            : Of(Failed, $"The coordinator could not do this. Its log says why, under trace {trace}; please report it.");
    }

    /// <summary>Whether it is a failure of the program itself, so that its log must say what happened.</summary>
    public static bool IsUnforeseen(ProblemDocument problem)
    {
        return problem.Status == Failed.Status;
    }

    /// <summary>A problem of a kind.</summary>
    public static ProblemDocument Of(ProblemKind kind, string? detail)
    {
        return new ProblemDocument(ProblemDocument.TypePrefix + kind.Name, kind.Title, kind.Status, detail);
    }

    private static ProblemKind? KindOf(Type? failure)
    {
        return failure is null ? null : ByType.TryGetValue(failure, out ProblemKind? kind) ? kind : KindOf(failure.BaseType);
    }
}
