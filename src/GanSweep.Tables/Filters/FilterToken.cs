using Superpower.Display;

namespace GanSweep.Tables.Filters;

/// <summary>The words of a condition.</summary>
internal enum FilterToken
{
    [Token(Description = "a name or a value")]
    Word,

    [Token(Description = "a name or a value")]
    Quoted,

    [Token(Description = "a comparison")]
    Comparison,

    [Token(Example = "(")]
    Open,

    [Token(Example = ")")]
    Close,

    [Token(Example = ",")]
    Comma,

    [Token(Example = "and")]
    And,

    [Token(Example = "or")]
    Or,

    [Token(Example = "not")]
    Not,

    [Token(Example = "in")]
    In,

    [Token(Example = "is")]
    Is,

    [Token(Example = "missing")]
    Missing,
}
