//! `\p{…}`: general categories, POSIX classes, binary properties and the methods of `java.lang.Character`.
//!
//! Three tables, because Java looks a name up in up to three places with different rules: [`category`] is case-sensitive and ASCII for POSIX
//! names, [`binary`] ignores case (`\p{IsAlphabetic}`), [`posix`] is the Unicode meaning of POSIX names (`(?U)\p{Alpha}`).
//! Under `(?i)` a set of one case means all three cases.

use super::super::charset::CharSet;
use super::{class, surrogates};

type Row = (&'static str, &'static str);

/// `\p{Lu}`, `\p{Alpha}`, `\p{javaLowerCase}`, `\p{gc=Lu}`.
pub(in super::super) fn category(name: &str, ignore_case: bool) -> Option<CharSet> {
    look_up(CATEGORIES, name, ignore_case)
}

/// `\p{IsAlphabetic}`, and POSIX names in their Unicode meaning.
pub(in super::super) fn binary(name: &str, ignore_case: bool) -> Option<CharSet> {
    look_up(BINARY, &name.to_uppercase(), ignore_case).or_else(|| posix(name, ignore_case))
}

/// `\p{Alpha}` under `(?U)`.
pub(in super::super) fn posix(name: &str, ignore_case: bool) -> Option<CharSet> {
    look_up(POSIX, &name.to_uppercase(), ignore_case)
}

fn look_up(table: &[Row], name: &str, ignore_case: bool) -> Option<CharSet> {
    let (_, expression) = table.iter().find(|(known, _)| *known == name)?;
    let widened = ANY_CASE
        .iter()
        .find(|(narrow, _)| ignore_case && narrow == expression);
    let set = class(widened.map_or(*expression, |(_, wide)| *wide))?;
    Some(if WITH_SURROGATES.contains(&name) {
        set.union(&surrogates())
    } else {
        set
    })
}

const UPPER: &str = r"\p{Uppercase}";
const LOWER: &str = r"\p{Lowercase}";
const TITLE: &str = r"[\p{Lt}]";
const CASED: &str = r"[\p{Uppercase}\p{Lowercase}\p{Lt}]";

/// What a set of one case becomes under `(?i)`.
const ANY_CASE: &[Row] = &[
    (r"\p{Lu}", r"[\p{Lu}\p{Ll}\p{Lt}]"),
    (r"\p{Ll}", r"[\p{Lu}\p{Ll}\p{Lt}]"),
    (r"\p{Lt}", r"[\p{Lu}\p{Ll}\p{Lt}]"),
    (r"[a-z]", r"[A-Za-z]"),
    (r"[A-Z]", r"[A-Za-z]"),
    (UPPER, CASED),
    (LOWER, CASED),
    (TITLE, CASED),
];

const WITH_SURROGATES: [&str; 5] = ["C", "Cs", "all", "javaDefined", "ASSIGNED"];

#[rustfmt::skip]
const CATEGORIES: &[Row] = &[
    ("Cn", r"\p{Cn}"), ("Lu", r"\p{Lu}"), ("Ll", r"\p{Ll}"), ("Lt", r"\p{Lt}"), ("Lm", r"\p{Lm}"), ("Lo", r"\p{Lo}"),
    ("Mn", r"\p{Mn}"), ("Me", r"\p{Me}"), ("Mc", r"\p{Mc}"), ("Nd", r"\p{Nd}"), ("Nl", r"\p{Nl}"), ("No", r"\p{No}"),
    ("Zs", r"\p{Zs}"), ("Zl", r"\p{Zl}"), ("Zp", r"\p{Zp}"), ("Cc", r"\p{Cc}"), ("Cf", r"\p{Cf}"), ("Co", r"\p{Co}"),
    ("Cs", r"[a&&b]"), ("Pd", r"\p{Pd}"), ("Ps", r"\p{Ps}"), ("Pe", r"\p{Pe}"), ("Pc", r"\p{Pc}"), ("Po", r"\p{Po}"),
    ("Sm", r"\p{Sm}"), ("Sc", r"\p{Sc}"), ("Sk", r"\p{Sk}"), ("So", r"\p{So}"), ("Pi", r"\p{Pi}"), ("Pf", r"\p{Pf}"),
    ("L", r"\p{L}"), ("M", r"\p{M}"), ("N", r"\p{N}"), ("Z", r"\p{Z}"), ("C", r"\p{C}"), ("P", r"\p{P}"), ("S", r"\p{S}"),
    ("LC", r"[\p{Lu}\p{Ll}\p{Lt}]"), ("LD", r"[\p{L}\p{Nd}]"), ("L1", r"[\x00-\xFF]"), ("all", r"[\x00-\x{10FFFF}]"),
    ("ASCII", r"[\x00-\x7F]"), ("Alnum", r"[0-9A-Za-z]"), ("Alpha", r"[A-Za-z]"), ("Blank", r"[ \t]"), ("Cntrl", r"[\x00-\x1F\x7F]"),
    ("Digit", r"[0-9]"), ("Graph", r"[!-~]"), ("Lower", r"[a-z]"), ("Print", r"[ -~]"), ("Punct", r"[!-/:-@\[-`{-~]"),
    ("Space", r"[\t-\r ]"), ("Upper", r"[A-Z]"), ("XDigit", r"[0-9A-Fa-f]"),
    ("javaLowerCase", LOWER), ("javaUpperCase", UPPER), ("javaTitleCase", TITLE), ("javaAlphabetic", r"\p{Alphabetic}"),
    ("javaIdeographic", r"\p{Ideographic}"), ("javaDigit", r"\p{Nd}"), ("javaDefined", r"\P{Cn}"), ("javaLetter", r"\p{L}"),
    ("javaLetterOrDigit", r"[\p{L}\p{Nd}]"), ("javaJavaIdentifierStart", r"[\p{L}\p{Nl}\p{Sc}\p{Pc}]"),
    ("javaJavaIdentifierPart", r"[\p{L}\p{Nl}\p{Sc}\p{Pc}\p{Nd}\p{Mn}\p{Mc}\x00-\x08\x0E-\x1B\x7F-\x9F\p{Cf}]"),
    ("javaUnicodeIdentifierStart", r"[\p{ID_Start}\u2E2F]"), ("javaUnicodeIdentifierPart", r"[\p{ID_Continue}\u2E2F\x00-\x08\x0E-\x1B\x7F-\x9F\p{Cf}]"),
    ("javaIdentifierIgnorable", r"[\x00-\x08\x0E-\x1B\x7F-\x9F\p{Cf}]"), ("javaSpaceChar", r"\p{Z}"),
    ("javaWhitespace", r"[\p{Z}\t-\r\x1C-\x1F--[\xA0\u2007\u202F]]"), ("javaISOControl", r"\p{Cc}"), ("javaMirrored", r"\p{Bidi_Mirrored}"),
];

#[rustfmt::skip]
const BINARY: &[Row] = &[
    ("ALPHABETIC", r"\p{Alphabetic}"), ("ASSIGNED", r"\P{Cn}"), ("CONTROL", r"\p{Cc}"), ("EMOJI", r"\p{Emoji}"),
    ("EMOJI_PRESENTATION", r"\p{Emoji_Presentation}"), ("EMOJI_MODIFIER", r"\p{Emoji_Modifier}"),
    ("EMOJI_MODIFIER_BASE", r"\p{Emoji_Modifier_Base}"), ("EMOJI_COMPONENT", r"\p{Emoji_Component}"),
    ("EXTENDED_PICTOGRAPHIC", r"\p{Extended_Pictographic}"), ("HEXDIGIT", HEX), ("HEX_DIGIT", HEX), ("IDEOGRAPHIC", r"\p{Ideographic}"),
    ("JOINCONTROL", r"[\u200C\u200D]"), ("JOIN_CONTROL", r"[\u200C\u200D]"), ("LETTER", r"\p{L}"), ("LOWERCASE", LOWER),
    ("NONCHARACTERCODEPOINT", r"\p{Noncharacter_Code_Point}"), ("NONCHARACTER_CODE_POINT", r"\p{Noncharacter_Code_Point}"),
    ("TITLECASE", TITLE), ("PUNCTUATION", r"\p{P}"), ("UPPERCASE", UPPER), ("WHITESPACE", SPACE), ("WHITE_SPACE", SPACE), ("WORD", WORD),
];

#[rustfmt::skip]
const POSIX: &[Row] = &[
    ("ALPHA", r"\p{Alphabetic}"), ("LOWER", LOWER), ("UPPER", UPPER), ("SPACE", SPACE), ("PUNCT", r"\p{P}"), ("XDIGIT", HEX),
    ("ALNUM", r"[\p{Alphabetic}\p{Nd}]"), ("CNTRL", r"\p{Cc}"), ("DIGIT", r"\p{Nd}"), ("BLANK", r"[\p{Zs}\t]"),
    ("GRAPH", r"[^\p{Z}\p{Cc}\p{Cn}]"), ("PRINT", r"[^\p{Zl}\p{Zp}\p{Cc}\p{Cn}]"),
];

const HEX: &str = r"[\p{Nd}A-Fa-f\uFF21-\uFF26\uFF41-\uFF46]";
const SPACE: &str = r"[\p{Z}\t-\r\x85]";
const WORD: &str = r"[\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\u200C\u200D]";
