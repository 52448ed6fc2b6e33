using GanSweep.Evaluation.Comparisons;
using GanSweep.Tables;

namespace GanSweep.Evaluation.Membership;

/// <summary>What a <see cref="Stranger"/> finds in one synthetic table of real records whose labels are given at will: where they mean nothing, he is to find nothing.</summary>
internal sealed class RelabelledRecords
{
    private readonly Stranger _stranger;
    private readonly Traces _traces;

    /// <param name="real">The real side.</param>
    /// <param name="records">The records.</param>
    /// <param name="synthetic">The synthetic table.</param>
    public RelabelledRecords(RealSide real, Table records, TableColumns synthetic)
    {
        RealRecords asked = new(real, records);
        _stranger = new Stranger(asked.To(records), records.ColumnCount);
        _traces = asked.TracesIn(synthetic, records.RowCount);
    }

    /// <summary>What he finds.</summary>
    /// <param name="members">The records that are said to have been trained on.</param>
    /// <param name="heldOut">Those that are said not to, at least two.</param>
    public MembershipFindings Find(int[] members, int[] heldOut)
    {
        return new MembershipFindings([.. _stranger.Judge(_traces, members, heldOut, heldOut)]);
    }
}
