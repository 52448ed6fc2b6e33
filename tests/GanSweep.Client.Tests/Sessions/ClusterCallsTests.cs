using System.Reflection;
using GanSweep.Client.Sessions;
using GanSweep.Contracts.Sweeps;
using Orleans.Runtime;
using Orleans.Runtime.Messaging;
using Orleans.Serialization.Invocation;

namespace GanSweep.Client.Tests.Sessions;

public sealed class ClusterCallsTests
{
    private readonly ClusterCalls _calls = new(new GatewayAddress("localhost", 30000));

    public static TheoryData<Exception, string> Unanswered { get; } = new()
    {
        { new TimeoutException("Response did not arrive on time in 00:00:30"), "no answer in time" },
        { new ConnectionFailedException("Unable to connect"), "its coordinator cannot be reached" },
        { new SiloUnavailableException("Silo is gone"), "its coordinator cannot be reached" },
        { new OrleansException("No active nodes are compatible with grain sweep."), "No active nodes are compatible with grain sweep" },
    };

    [Theory]
    [MemberData(nameof(Unanswered))]
    public async Task Invoke_NoAnswer_IsALostCluster(Exception failure, string reason)
    {
        ClusterLostException lost = await Assert.ThrowsAsync<ClusterLostException>(() => _calls.Invoke(new Call(Task.FromException(failure))));

        Assert.Equal(reason, lost.Reason);
        Assert.Same(failure, lost.InnerException);
        Assert.StartsWith("The GanSweep cluster at localhost:30000 does not answer any more: ", lost.Message);
    }

    [Fact]
    public async Task Invoke_AnswerThatIsAnError_Passes()
    {
        SweepNotFoundException answer = new("none");

        Assert.Same(answer, await Assert.ThrowsAsync<SweepNotFoundException>(() => _calls.Invoke(new Call(Task.FromException(answer)))));
    }

    [Fact]
    public async Task Break_CallUnderWay_EndsIt()
    {
        Task call = _calls.Invoke(new Call(new TaskCompletionSource().Task));

        _calls.Break();

        Assert.Equal("the connection broke", (await Assert.ThrowsAsync<ClusterLostException>(() => call)).Reason);
    }

    [Fact]
    public async Task Break_LaterCall_IsNotEnded()
    {
        TaskCompletionSource answer = new();
        _calls.Break();
        Task call = _calls.Invoke(new Call(answer.Task));

        answer.SetResult();

        await call;
    }

    private sealed class Call(Task answer) : IOutgoingGrainCallContext
    {
        public IInvokable Request => throw new NotSupportedException();

        public object Grain => throw new NotSupportedException();

        public MethodInfo InterfaceMethod => throw new NotSupportedException();

        public object? Result { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public Response? Response { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public IGrainContext? SourceContext => throw new NotSupportedException();

        public GrainId? SourceId => throw new NotSupportedException();

        public GrainId TargetId => throw new NotSupportedException();

        public GrainInterfaceType InterfaceType => throw new NotSupportedException();

        public string InterfaceName => throw new NotSupportedException();

        public string MethodName => throw new NotSupportedException();

        public Task Invoke() => answer;
    }
}
