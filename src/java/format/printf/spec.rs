//! Format specifiers: `%[index$][flags][width][.precision]conversion`.
//!
//! Checks come in Java's order (index, flags, width, precision, conversion, then whether they go together), because
//! the first one decides which exception an expression sees.

use std::fmt;

use super::error;
use super::flags::Flags;
use crate::java::format::thrown::Thrown;

/// A piece of a template.
#[derive(Debug)]
pub(super) enum Piece<'a> {
    /// Copied as it is.
    Text(&'a str),
    /// Replaced by an argument.
    Spec(Spec),
}

/// One specifier.
#[derive(Debug)]
pub(super) struct Spec {
    pub(super) index: Index,
    pub(super) flags: Flags,
    pub(super) width: Option<usize>,
    pub(super) precision: Option<usize>,
    pub(super) conversion: Conversion,
}

/// Which argument a specifier takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Index {
    /// None.
    None,
    /// The next one of those without an index.
    Ordinary,
    /// The one of the specifier before.
    Previous,
    /// The one of this number, from 1.
    Explicit(i32),
}

/// What becomes of the argument.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Conversion {
    Boolean,
    Hash,
    String,
    Character,
    Decimal,
    Octal,
    Hex,
    Scientific,
    Fixed,
    General,
    HexFloat,
    Percent,
    LineSeparator,
    /// `%t` with the letter after it.
    Moment(char),
}

/// Letter, whether it has an upper-case form, conversion.
const CONVERSIONS: [(char, bool, Conversion); 13] = [
    ('b', true, Conversion::Boolean),
    ('h', true, Conversion::Hash),
    ('s', true, Conversion::String),
    ('c', true, Conversion::Character),
    ('d', false, Conversion::Decimal),
    ('o', false, Conversion::Octal),
    ('x', true, Conversion::Hex),
    ('e', true, Conversion::Scientific),
    ('f', false, Conversion::Fixed),
    ('g', true, Conversion::General),
    ('a', true, Conversion::HexFloat),
    ('%', false, Conversion::Percent),
    ('n', false, Conversion::LineSeparator),
];

pub(super) const MOMENT_LETTERS: &str = "HIklMNLQpsSTzZaAbBCdehjmyYrRcDF";

/// Flags that no conversion but the numeric ones takes.
const NUMERIC_FLAGS: Flags = Flags::PLUS
    .with(Flags::LEADING_SPACE)
    .with(Flags::ZERO_PAD)
    .with(Flags::GROUP)
    .with(Flags::PARENTHESES);

/// Reads a whole template.
pub(super) fn parse(template: &str) -> Result<Vec<Piece<'_>>, Thrown> {
    let mut pieces = Vec::new();
    let mut rest = template;
    while let Some(at) = rest.find('%') {
        if at > 0 {
            pieces.push(Piece::Text(&rest[..at]));
        }
        let (spec, after) = Spec::parse(&rest[at + 1..])?;
        pieces.push(Piece::Spec(spec));
        rest = after;
    }
    if !rest.is_empty() {
        pieces.push(Piece::Text(rest));
    }
    Ok(pieces)
}

/// The parts of a specifier as they are written.
struct Parts<'a> {
    index: Option<&'a str>,
    flags: &'a str,
    width: &'a str,
    precision: Option<&'a str>,
}

impl Spec {
    /// Reads the specifier after a `%`; answers what comes after it, too.
    fn parse(text: &str) -> Result<(Self, &str), Thrown> {
        let Some(first) = text.chars().next() else {
            return Err(error::unknown_conversion("%"));
        };
        let unknown = || error::unknown_conversion(first.encode_utf8(&mut [0; 4]));
        let (parts, rest) = Parts::split(text).ok_or_else(unknown)?;
        let mut letters = rest.chars();
        let letter = letters
            .next()
            .filter(|&c| is_letter(c))
            .ok_or_else(unknown)?;
        let moment = matches!(letter, 't' | 'T')
            .then(|| letters.clone().next())
            .flatten();
        let Some(second) = moment else {
            return Ok((parts.spec(letter, None)?, letters.as_str()));
        };
        if is_letter(second) {
            letters.next();
            return Ok((parts.spec(letter, Some(second))?, letters.as_str()));
        }
        if parts.is_empty() {
            return Err(unknown());
        }
        // Java reads on with no conversion at all and complains about that, after the rest was checked.
        parts.spec('\0', None).map(|spec| (spec, letters.as_str()))
    }

    /// The letter of the conversion, in lower case.
    pub(super) fn letter(&self) -> char {
        match self.conversion {
            Conversion::Moment(letter) => letter,
            other => CONVERSIONS
                .iter()
                .find(|row| row.2 == other)
                .map_or('%', |row| row.0),
        }
    }

    fn check(&self) -> Result<(), Thrown> {
        match self.conversion {
            Conversion::Boolean | Conversion::Hash => {
                self.refuse(Flags::ALTERNATE)?;
                self.check_left_justify()?;
                self.refuse(NUMERIC_FLAGS)
            }
            Conversion::String => {
                self.check_left_justify()?;
                self.refuse(NUMERIC_FLAGS)
            }
            Conversion::Character => {
                self.refuse_precision()?;
                self.refuse(NUMERIC_FLAGS.with(Flags::ALTERNATE))?;
                self.check_left_justify()
            }
            Conversion::Decimal => self.check_integer(Flags::ALTERNATE),
            Conversion::Octal | Conversion::Hex => self.check_integer(Flags::GROUP),
            Conversion::Fixed => self.check_numeric(),
            Conversion::HexFloat => self.check_real(Flags::PARENTHESES.with(Flags::GROUP)),
            Conversion::Scientific => self.check_real(Flags::GROUP),
            Conversion::General => self.check_real(Flags::ALTERNATE),
            Conversion::Percent | Conversion::LineSeparator => self.check_text(),
            Conversion::Moment(letter) => self.check_moment(letter),
        }
    }

    fn check_integer(&self, refused: Flags) -> Result<(), Thrown> {
        self.check_numeric()?;
        self.refuse_precision()?;
        self.refuse(refused)
    }

    fn check_real(&self, refused: Flags) -> Result<(), Thrown> {
        self.check_numeric()?;
        self.refuse(refused)
    }

    fn check_numeric(&self) -> Result<(), Thrown> {
        if self.width.is_none()
            && self
                .flags
                .has_any(Flags::LEFT_JUSTIFY.with(Flags::ZERO_PAD))
        {
            return Err(error::missing_width(self));
        }
        let contradicting = [
            Flags::PLUS.with(Flags::LEADING_SPACE),
            Flags::LEFT_JUSTIFY.with(Flags::ZERO_PAD),
        ];
        if contradicting.iter().any(|&pair| self.flags.has(pair)) {
            return Err(error::illegal_flags(self.flags));
        }
        Ok(())
    }

    fn check_moment(&self, letter: char) -> Result<(), Thrown> {
        self.refuse_precision()?;
        if !MOMENT_LETTERS.contains(letter) {
            return Err(error::unknown_conversion(&format!("t{letter}")));
        }
        self.refuse(NUMERIC_FLAGS.with(Flags::ALTERNATE))?;
        self.check_left_justify()
    }

    fn check_text(&self) -> Result<(), Thrown> {
        self.refuse_precision()?;
        if self.conversion == Conversion::LineSeparator {
            if let Some(width) = self.width {
                return Err(error::width(width as i32));
            }
            return if self.flags == Flags::default() {
                Ok(())
            } else {
                Err(error::illegal_flags(self.flags))
            };
        }
        if self.flags.without(Flags::LEFT_JUSTIFY) != Flags::default() {
            return Err(error::illegal_flags(self.flags));
        }
        self.check_left_justify()
    }

    fn check_left_justify(&self) -> Result<(), Thrown> {
        if self.width.is_none() && self.flags.has(Flags::LEFT_JUSTIFY) {
            return Err(error::missing_width(self));
        }
        Ok(())
    }

    fn refuse_precision(&self) -> Result<(), Thrown> {
        self.precision
            .map_or(Ok(()), |precision| Err(error::precision(precision as i32)))
    }

    /// Refuses `flags` for this conversion.
    pub(super) fn refuse(&self, flags: Flags) -> Result<(), Thrown> {
        let found = self.flags.common(flags);
        if found == Flags::default() {
            Ok(())
        } else {
            Err(error::flags_mismatch(found, self.letter()))
        }
    }
}

impl<'a> Parts<'a> {
    /// Cuts what comes before the conversion; `None` for a point without digits.
    fn split(text: &'a str) -> Option<(Self, &'a str)> {
        let (digits, after) = cut(text, |c| c.is_ascii_digit());
        let indexed = after.strip_prefix('$').filter(|_| !digits.is_empty());
        let rest = indexed.unwrap_or(text);
        let (flags, rest) = cut(rest, |c| Flags::of(c).is_some());
        let (width, rest) = cut(rest, |c| c.is_ascii_digit());
        let index = indexed.map(|_| digits);
        let Some(point) = rest.strip_prefix('.') else {
            return Some((
                Parts {
                    index,
                    flags,
                    width,
                    precision: None,
                },
                rest,
            ));
        };
        let (precision, rest) = cut(point, |c| c.is_ascii_digit());
        let parts = Parts {
            index,
            flags,
            width,
            precision: Some(precision),
        };
        (!precision.is_empty()).then_some((parts, rest))
    }

    fn is_empty(&self) -> bool {
        self.index.is_none()
            && self.flags.is_empty()
            && self.width.is_empty()
            && self.precision.is_none()
    }

    /// The specifier of these parts, the conversion's letter and, for `%t`, the letter after it.
    fn spec(&self, letter: char, moment: Option<char>) -> Result<Spec, Thrown> {
        let index = self.index()?;
        let flags = self.flags()?;
        let width = number(self.width).map_err(|()| error::width(i32::MIN))?;
        let precision = self.precision.unwrap_or("");
        let precision = number(precision).map_err(|()| error::precision(i32::MIN))?;
        let (conversion, upper) = match moment {
            Some(moment) => (Conversion::Moment(moment), letter == 'T'),
            None => conversion(letter)?,
        };
        let index = match conversion {
            Conversion::Percent | Conversion::LineSeparator => Index::None,
            _ if flags.has(Flags::PREVIOUS) => Index::Previous,
            _ => index,
        };
        let flags = if upper {
            flags.with(Flags::UPPERCASE)
        } else {
            flags
        };
        let spec = Spec {
            index,
            flags,
            width,
            precision,
            conversion,
        };
        spec.check()?;
        Ok(spec)
    }

    fn index(&self) -> Result<Index, Thrown> {
        let Some(digits) = self.index else {
            return Ok(Index::Ordinary);
        };
        match digits.parse() {
            Ok(0) => Err(error::argument_index(Some(0))),
            Ok(index) => Ok(Index::Explicit(index)),
            Err(_) => Err(error::argument_index(None)),
        }
    }

    fn flags(&self) -> Result<Flags, Thrown> {
        self.flags
            .chars()
            .filter_map(Flags::of)
            .try_fold(Flags::default(), |flags, flag| {
                if flags.has(flag) {
                    Err(error::duplicate_flags(flag))
                } else {
                    Ok(flags.with(flag))
                }
            })
    }
}

/// As the specifier would be written, but for the order of its flags.
impl fmt::Display for Spec {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "%{}", self.flags.without(Flags::UPPERCASE))?;
        if let Index::Explicit(index) = self.index {
            write!(f, "{index}$")?;
        }
        if let Some(width) = self.width {
            write!(f, "{width}")?;
        }
        if let Some(precision) = self.precision {
            write!(f, ".{precision}")?;
        }
        let upper = self.flags.has(Flags::UPPERCASE);
        if let Conversion::Moment(_) = self.conversion {
            f.write_str(if upper { "T" } else { "t" })?;
        }
        let letter = self.letter();
        write!(
            f,
            "{}",
            if upper {
                letter.to_ascii_uppercase()
            } else {
                letter
            }
        )
    }
}

fn conversion(letter: char) -> Result<(Conversion, bool), Thrown> {
    let upper = letter.is_ascii_uppercase();
    let lower = letter.to_ascii_lowercase();
    let row = CONVERSIONS
        .iter()
        .find(|row| row.0 == lower && (row.1 || !upper));
    row.map(|row| (row.2, upper))
        .ok_or_else(|| error::unknown_conversion(letter.encode_utf8(&mut [0; 4])))
}

/// What may stand as a conversion: a Latin letter or `%`.
fn is_letter(character: char) -> bool {
    character.is_ascii_alphabetic() || character == '%'
}

/// The start of `text` made of `of`, and the rest.
fn cut(text: &str, of: impl Fn(char) -> bool) -> (&str, &str) {
    text.split_at(text.find(|c| !of(c)).unwrap_or(text.len()))
}

/// A number that fits an `int`, `None` where nothing is written.
fn number(digits: &str) -> Result<Option<usize>, ()> {
    if digits.is_empty() {
        return Ok(None);
    }
    digits
        .parse::<i32>()
        .map(|number| Some(number as usize))
        .map_err(|_| ())
}
