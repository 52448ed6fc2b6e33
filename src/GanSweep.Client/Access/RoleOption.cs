using System.CommandLine;
using GanSweep.Contracts.Access;

namespace GanSweep.Client.Access;

/// <summary><c>--role ROLE</c>: what somebody may do.</summary>
internal sealed class RoleOption : Option<AccessRole>
{
    public RoleOption(string description)
        : base("--role")
    {
        Description = description;
        HelpName = "ROLE";
        CustomParser = argument =>
        {
            string text = argument.Tokens[0].Value;
            AccessRole[] found = [.. Enum.GetValues<AccessRole>().Where(role => string.Equals($"{role}", text, StringComparison.OrdinalIgnoreCase))];
            if (found.Length == 0)
            {
                argument.AddError($"--role {text} is none; it is reader, operator or admin.");
            }

            return found.FirstOrDefault();
        };
    }
}
