using GanSweep.Evaluation.Comparisons;
using GanSweep.Tables;

namespace GanSweep.Evaluation.Membership;

/// <summary>What a <see cref="Stranger"/> finds of real records whose labels are given at will: where they mean nothing, he is to find nothing.</summary>
internal sealed class RelabelledRecords
{
    private readonly RealRecords _records;
    private readonly Stranger _stranger;

    /// <param name="real">The real side.</param>
    /// <param name="records">The records.</param>
    public RelabelledRecords(RealSide real, Table records)
    {
        _records = new RealRecords(real, records);
        _stranger = new Stranger(_records.To(records), records.ColumnCount);
    }

    /// <summary>What a synthetic table says of each record.</summary>
    public Traces TracesIn(TableColumns synthetic)
    {
        return _records.TracesIn(synthetic, _records.Count);
    }

    /// <summary>What he finds.</summary>
    /// <param name="traces">What the synthetic table says.</param>
    /// <param name="members">The records that are said to have been trained on.</param>
    /// <param name="heldOut">Those that are said not to, at least two.</param>
    public MembershipFindings Find(Traces traces, int[] members, int[] heldOut)
    {
        return new MembershipFindings([.. _stranger.Judge(traces, members, heldOut, heldOut)]);
    }
}
