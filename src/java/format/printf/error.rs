//! The exceptions of a formatter, with the texts that Java gives them.

use super::flags::Flags;
use super::spec::Spec;
use crate::java::format::arg::Arg;
use crate::java::format::thrown::Thrown;

#[cold]
pub(super) fn unknown_conversion(conversion: &str) -> Thrown {
    Thrown::new(
        "java.util.UnknownFormatConversionException",
        format!("Conversion = '{conversion}'"),
    )
}

#[cold]
pub(super) fn missing_argument(spec: &Spec) -> Thrown {
    Thrown::new(
        "java.util.MissingFormatArgumentException",
        format!("Format specifier '{spec}'"),
    )
}

#[cold]
pub(super) fn missing_width(spec: &Spec) -> Thrown {
    Thrown::new("java.util.MissingFormatWidthException", spec.to_string())
}

#[cold]
pub(super) fn argument_index(index: Option<i32>) -> Thrown {
    let shown = match index {
        Some(index) => format!("Illegal format argument index = {index}"),
        None => "Format argument index: (not representable as int)".to_string(),
    };
    Thrown::new("java.util.IllegalFormatArgumentIndexException", shown)
}

#[cold]
pub(super) fn width(width: i32) -> Thrown {
    Thrown::new("java.util.IllegalFormatWidthException", width.to_string())
}

#[cold]
pub(super) fn precision(precision: i32) -> Thrown {
    Thrown::new(
        "java.util.IllegalFormatPrecisionException",
        precision.to_string(),
    )
}

#[cold]
pub(super) fn duplicate_flags(flags: Flags) -> Thrown {
    Thrown::new(
        "java.util.DuplicateFormatFlagsException",
        format!("Flags = '{flags}'"),
    )
}

#[cold]
pub(super) fn illegal_flags(flags: Flags) -> Thrown {
    Thrown::new(
        "java.util.IllegalFormatFlagsException",
        format!("Flags = '{flags}'"),
    )
}

#[cold]
pub(super) fn flags_mismatch(flags: Flags, conversion: char) -> Thrown {
    Thrown::new(
        "java.util.FormatFlagsConversionMismatchException",
        format!("Conversion = {conversion}, Flags = {flags}"),
    )
}

#[cold]
pub(super) fn conversion_mismatch(conversion: char, arg: &Arg<'_>) -> Thrown {
    Thrown::new(
        "java.util.IllegalFormatConversionException",
        format!("{conversion} != {}", arg.class_name()),
    )
}

#[cold]
pub(super) fn code_point(code: i32) -> Thrown {
    Thrown::new(
        "java.util.IllegalFormatCodePointException",
        format!("Code point = 0x{code:x}"),
    )
}
