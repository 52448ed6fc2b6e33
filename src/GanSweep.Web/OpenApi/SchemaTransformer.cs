using System.Collections.Immutable;
using GanSweep.Contracts.Runs;
using GanSweep.Documents;
using GanSweep.Sweeps.Spaces;
using GanSweep.Sweeps.Strategies;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace GanSweep.Web.OpenApi;

/// <summary>What documents have that is written by hand, of which nothing can be found out.</summary>
internal sealed class SchemaTransformer : IOpenApiSchemaTransformer
{
    /// <inheritdoc/>
    public Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        Type type = context.JsonTypeInfo.Type;
        if (type == typeof(RunConfiguration))
        {
            Object(schema, "A configuration by the keys of sweep.json, whole, the model's first.");
        }
        else if (type == typeof(LossHistory))
        {
            Object(schema, "epoch: the epochs; then each loss under its name, one value an epoch, null for one that is not finite.");
            schema.AdditionalProperties = new OpenApiSchema { Type = JsonSchemaType.Array, Items = new OpenApiSchema { Type = JsonSchemaType.Number | JsonSchemaType.Null } };
        }
        else if (type == typeof(Alternatives) || type == typeof(ImmutableArray<FittedKeys>))
        {
            schema.Type = JsonSchemaType.Object | JsonSchemaType.Array;
            schema.Description = "Each key with what it is; where there are several alternatives a list of such, each with its model.";
        }
        else if (type == typeof(Strategy))
        {
            Object(schema, "A strategy, as sweep.json says it.");
        }
        else if (type == typeof(ImmutableArray<int>))
        {
            schema.Type = JsonSchemaType.Array;
            schema.Items = new OpenApiSchema { Type = JsonSchemaType.Integer };
        }

        return Task.CompletedTask;
    }

    private static void Object(OpenApiSchema schema, string description)
    {
        schema.Type = JsonSchemaType.Object;
        schema.Description = description;
    }
}
