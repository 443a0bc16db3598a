//! What a class name in an expression means.
//!
//! Three places name classes, each with a rule of its own: `T(x)` treats a lower-case word as the code of a primitive
//! type, `new x(..)` does not, and `new x[..]` accepts the codes in any case.

use crate::diagnostic::Code;
use crate::value::fault::{Fault, Outcome};
use crate::value::{ClassId, ClassRef};

/// The class that `T(name)` with that many `[]` names.
pub(crate) fn type_ref(name: &str, dims: u8) -> Outcome<ClassRef> {
    if !name.contains('.') && name.starts_with(char::is_lowercase) {
        match code(name) {
            Some(Coded::Primitive(id)) => return Ok(ClassRef { id, dims }),
            Some(Coded::Object) => return Err(not_found(name)),
            None => return Err(no_code(name)),
        }
    }
    class_named(name)
        .map(|id| ClassRef { id, dims })
        .ok_or_else(|| not_found(name))
}

/// The class that `new name(..)` constructs.
pub(crate) fn class_named(name: &str) -> Option<ClassId> {
    lookup(name).or_else(|| lookup(&format!("java.lang.{name}")))
}

/// The class of the elements that `new name[..]` makes room for.
pub(crate) fn array_component(name: &str) -> Outcome<ClassRef> {
    let coded = if name.contains('.') { None } else { code(name) };
    match coded {
        Some(Coded::Primitive(id)) => Ok(ClassRef::of(id)),
        _ => class_named(name)
            .map(ClassRef::of)
            .ok_or_else(|| not_found(name)),
    }
}

/// The class does not exist.
#[cold]
pub(super) fn not_found(name: &str) -> Box<Fault> {
    let mut fault = Fault::el(Code::TYPE_NOT_FOUND, format!("there is no class `{name}`"));
    fault.suggestions = COMMON
        .iter()
        .filter(|common| simple(common).eq_ignore_ascii_case(simple(name)))
        .map(|common| (*common).to_owned())
        .collect();
    fault
}

/// Classes that are often named without their package.
const COMMON: &[&str] = &[
    "java.lang.Boolean",
    "java.lang.Double",
    "java.lang.Integer",
    "java.lang.Long",
    "java.lang.Math",
    "java.lang.String",
    "java.lang.System",
    "java.math.BigDecimal",
    "java.math.BigInteger",
    "java.math.RoundingMode",
    "java.net.URLDecoder",
    "java.net.URLEncoder",
    "java.nio.charset.StandardCharsets",
    "java.text.DecimalFormat",
    "java.text.SimpleDateFormat",
    "java.time.Duration",
    "java.time.Instant",
    "java.time.LocalDate",
    "java.time.LocalDateTime",
    "java.time.ZoneId",
    "java.time.ZoneOffset",
    "java.time.ZonedDateTime",
    "java.time.format.DateTimeFormatter",
    "java.time.temporal.ChronoUnit",
    "java.util.Base64",
    "java.util.Calendar",
    "java.util.Collections",
    "java.util.Date",
    "java.util.List",
    "java.util.Locale",
    "java.util.Map",
    "java.util.TimeZone",
    "java.util.UUID",
];

fn simple(name: &str) -> &str {
    name.rsplit('.').next().unwrap_or(name)
}

/// The class of that full name, nested classes behind `$` or behind a dot.
pub(super) fn binary(name: &str) -> Option<ClassId> {
    lookup(name)
}

/// A class by its binary name, or by its canonical name where one class is nested in another.
fn lookup(name: &str) -> Option<ClassId> {
    let primitive = |id: &ClassId| id.is_primitive();
    ClassId::by_name(name)
        .filter(|id| !primitive(id) || name.len() < LONGEST_PRIMITIVE)
        .or_else(|| {
            let (outer, inner) = name.rsplit_once('.')?;
            ClassId::by_name(&format!("{outer}${inner}"))
        })
}

const LONGEST_PRIMITIVE: usize = 8;

/// What a type code stands for.
enum Coded {
    Primitive(ClassId),
    /// A code that names no primitive type.
    Object,
}

/// The type code that a word is, in any case.
fn code(name: &str) -> Option<Coded> {
    let codes = [
        ("boolean", ClassId::BOOLEAN_P),
        ("byte", ClassId::BYTE_P),
        ("char", ClassId::CHAR_P),
        ("short", ClassId::SHORT_P),
        ("int", ClassId::INT_P),
        ("long", ClassId::LONG_P),
        ("float", ClassId::FLOAT_P),
        ("double", ClassId::DOUBLE_P),
    ];
    if name.eq_ignore_ascii_case("object") {
        return Some(Coded::Object);
    }
    codes
        .iter()
        .find(|(code, _)| code.eq_ignore_ascii_case(name))
        .map(|(_, id)| Coded::Primitive(*id))
}

#[cold]
fn no_code(name: &str) -> Box<Fault> {
    let message = format!("`{name}` is no type: a lower-case word must be a primitive type");
    let mut fault = Fault::java("IllegalArgumentException", message);
    fault.suggestions = not_found(name).suggestions;
    fault
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(outcome: Outcome<ClassRef>) -> String {
        match outcome {
            Ok(class) => class.binary_name(),
            Err(fault) => match fault.code() {
                Some(code) => code.to_string(),
                None => fault.thrown().class.to_owned(),
            },
        }
    }

    #[test]
    fn a_lower_case_word_is_a_type_code_or_an_exception() {
        for (name, dims, expected) in [
            ("int", 0, "int"),
            ("iNt", 0, "int"),
            ("int", 2, "[[I"),
            ("INT", 0, "EL1005E"),
            ("object", 0, "EL1005E"),
            ("string", 0, "IllegalArgumentException"),
            ("void", 0, "IllegalArgumentException"),
            ("é", 0, "IllegalArgumentException"),
            ("_x", 0, "EL1005E"),
            ("nope.x", 0, "EL1005E"),
        ] {
            assert_eq!(answer(type_ref(name, dims)), expected, "{name}");
        }
    }

    #[test]
    fn only_java_lang_needs_no_package_and_one_nesting_may_be_a_dot() {
        for (name, expected) in [
            ("Math", "java.lang.Math"),
            ("List", "EL1005E"),
            ("java.util.Map$Entry", "java.util.Map$Entry"),
            ("java.util.Map.Entry", "java.util.Map$Entry"),
            ("Thread.State", "java.lang.Thread$State"),
            ("java.lang.ProcessBuilder.Redirect.Type", "EL1005E"),
        ] {
            assert_eq!(answer(type_ref(name, 0)), expected, "{name}");
        }
    }

    #[test]
    fn array_elements_take_type_codes_in_any_case() {
        for (name, expected) in [
            ("INT", "int"),
            ("Long", "long"),
            ("Integer", "java.lang.Integer"),
            ("java.lang.Long", "java.lang.Long"),
            ("Object", "java.lang.Object"),
            ("object", "EL1005E"),
            ("Nope", "EL1005E"),
        ] {
            assert_eq!(answer(array_component(name)), expected, "{name}");
        }
    }

    #[test]
    fn a_class_without_its_package_is_suggested_with_it() {
        let fault = type_ref("Base64", 0).err().map(|fault| fault.suggestions);
        assert_eq!(fault, Some(vec!["java.util.Base64".to_owned()]));
    }
}
