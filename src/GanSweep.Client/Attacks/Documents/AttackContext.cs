using System.Text.Json.Serialization;
using GanSweep.Documents;
using GanSweep.Evaluation.Attacks;
using GanSweep.Evaluation.Membership;

namespace GanSweep.Client.Attacks.Documents;

/// <summary>How what <c>attack --json</c> prints becomes JSON; generated at build time.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    WriteIndented = true,
    NewLine = "\n",
    Converters =
    [
        typeof(CamelCaseEnumConverter<AttackKind>),
        typeof(CamelCaseEnumConverter<AttackMeaning>),
        typeof(CamelCaseEnumConverter<MembershipAttack>),
    ])]
[JsonSerializable(typeof(AttackDocument))]
internal sealed partial class AttackContext : JsonSerializerContext;
