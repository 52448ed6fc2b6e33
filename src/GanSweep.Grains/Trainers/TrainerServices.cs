using GanSweep.Grains.Datasets;
using Microsoft.Extensions.DependencyInjection;

namespace GanSweep.Grains.Trainers;

/// <summary>What a silo with the trainer's role is made of, apart from its <see cref="IRunTrainer"/>.</summary>
public static class TrainerServices
{
    /// <summary>Adds the trainer host and its tables.</summary>
    public static IServiceCollection AddTrainerHost(this IServiceCollection services)
    {
        services.AddSingleton<TableCache>();
        services.AddSingleton<TrainerHost>();
        services.AddSingleton<ILifecycleParticipant<ISiloLifecycle>>(provider => provider.GetRequiredService<TrainerHost>());
        return services;
    }
}
