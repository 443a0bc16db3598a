//! `java.time.format.DateTimeFormatter`: patterns, the formatters with names, and the locales' own formats.
//!
//! A formatter is a list of steps ([`element`]) with a locale, a zone and a style of resolving. [`pattern`] and [`named`]
//! make lists, [`print`] writes by them, [`scan`] reads by them and [`resolve`] makes a date or time of what was read.

mod day_period;
pub(crate) mod element;
mod instant;
pub(crate) mod named;
mod number;
mod offset;
mod pattern;
mod print;
pub(crate) mod resolve;
mod resolve_date;
pub(super) mod scan;
mod zone_text;

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

use self::element::{Element, describe};
use self::named::Named;
use self::pattern::Builder;
use self::print::Printer;
use self::resolve::{Parsed, ResolverStyle};
use self::scan::Scanner;
use super::accessor::{Accessor, Answer, Query};
use super::field::{ChronoField, Field};
use super::instant::Instant;
use super::local_date::LocalDate;
use super::local_date_time::LocalDateTime;
use super::names::{DecimalStyle, FormatStyle, Locale};
use super::temporal::Relocated;
use super::thrown::{Outcome, Thrown};
use super::zone::ZoneId;
use super::zoned::ZonedDateTime;

/// `java.time.format.DateTimeFormatter`
#[derive(Clone, Debug)]
pub(crate) struct DateTimeFormatter {
    steps: Arc<[Element]>,
    locale: Locale,
    decimal_style: DecimalStyle,
    resolver_style: ResolverStyle,
    resolver_fields: Option<Arc<[Field]>>,
    iso: bool,
    zone: Option<ZoneId>,
}

impl DateTimeFormatter {
    fn of_steps(steps: Arc<[Element]>, locale: Locale) -> Self {
        Self {
            steps,
            locale,
            decimal_style: DecimalStyle::STANDARD,
            resolver_style: ResolverStyle::Smart,
            resolver_fields: None,
            iso: false,
            zone: None,
        }
    }

    /// `ofPattern(String, Locale)`; the form without locale takes the default one.
    pub(crate) fn of_pattern(pattern: &str, locale: Locale) -> Outcome<Self> {
        let mut builder = Builder::default();
        builder.pattern(pattern)?;
        Ok(Self::of_steps(builder.finish()?.into(), locale))
    }

    /// A constant such as `ISO_LOCAL_DATE`.
    pub(crate) fn named(name: Named, locale: Locale) -> Self {
        name.formatter(locale)
    }

    fn localized(date: Option<FormatStyle>, time: Option<FormatStyle>, locale: Locale) -> Self {
        Self {
            iso: true,
            ..Self::of_steps([Element::Localized { date, time }].into(), locale)
        }
    }

    /// `ofLocalizedDate`
    pub(crate) fn of_localized_date(style: FormatStyle, locale: Locale) -> Self {
        Self::localized(Some(style), None, locale)
    }

    /// `ofLocalizedTime`
    pub(crate) fn of_localized_time(style: FormatStyle, locale: Locale) -> Self {
        Self::localized(None, Some(style), locale)
    }

    /// `ofLocalizedDateTime`; the form with one style uses it twice.
    pub(crate) fn of_localized_date_time(
        date: FormatStyle,
        time: FormatStyle,
        locale: Locale,
    ) -> Self {
        Self::localized(Some(date), Some(time), locale)
    }

    /// `ofLocalizedPattern`
    pub(crate) fn of_localized_pattern(template: &str, locale: Locale) -> Outcome<Self> {
        if !is_template(template) {
            return Err(Thrown::illegal_argument(format!(
                "`{template}` is no template of fields"
            )));
        }
        Ok(Self {
            iso: true,
            ..Self::of_steps([Element::Template(template.into())].into(), locale)
        })
    }

    pub(crate) fn get_locale(&self) -> &Locale {
        &self.locale
    }

    pub(crate) fn get_decimal_style(&self) -> DecimalStyle {
        self.decimal_style
    }

    pub(crate) fn get_resolver_style(&self) -> ResolverStyle {
        self.resolver_style
    }

    pub(crate) fn get_resolver_fields(&self) -> Option<&[Field]> {
        self.resolver_fields.as_deref()
    }

    pub(crate) fn get_zone(&self) -> Option<ZoneId> {
        self.zone
    }

    /// `getChronology`: whether it is ISO, else there is none.
    pub(crate) fn has_chronology(&self) -> bool {
        self.iso
    }

    pub(crate) fn with_locale(&self, locale: Locale) -> Self {
        Self {
            locale,
            ..self.clone()
        }
    }

    /// `localizedBy`: the numbers follow the locale too.
    pub(crate) fn localized_by(&self, locale: Locale) -> Self {
        if self.locale == locale {
            return self.clone();
        }
        Self {
            decimal_style: DecimalStyle::of(&locale),
            locale,
            ..self.clone()
        }
    }

    pub(crate) fn with_decimal_style(&self, decimal_style: DecimalStyle) -> Self {
        Self {
            decimal_style,
            ..self.clone()
        }
    }

    pub(crate) fn with_zone(&self, zone: Option<ZoneId>) -> Self {
        Self {
            zone,
            ..self.clone()
        }
    }

    /// `withChronology` of ISO, or of `null`.
    pub(crate) fn with_chronology(&self, iso: bool) -> Self {
        Self {
            iso,
            ..self.clone()
        }
    }

    pub(crate) fn with_resolver_style(&self, resolver_style: ResolverStyle) -> Self {
        Self {
            resolver_style,
            ..self.clone()
        }
    }

    pub(crate) fn with_resolver_fields(&self, fields: Option<&[Field]>) -> Self {
        Self {
            resolver_fields: fields.map(Into::into),
            ..self.clone()
        }
    }

    /// The steps with the locale's own patterns in place of their stand-ins.
    fn expanded(&self) -> Outcome<Cow<'_, [Element]>> {
        let stands_in =
            |step: &Element| matches!(step, Element::Localized { .. } | Element::Template(_));
        if !self.steps.iter().any(stands_in) {
            return Ok(Cow::Borrowed(&self.steps));
        }
        // Such formatters are that one step alone.
        let mut builder = Builder::default();
        for step in self.steps.iter() {
            match step {
                Element::Localized { date, time } => {
                    builder.pattern(&self.locale.names().pattern(*date, *time))?;
                }
                Element::Template(template) => {
                    builder.pattern(&self.locale.names().template(template)?)?;
                }
                _ => {}
            }
        }
        Ok(Cow::Owned(builder.finish()?))
    }

    /// `format`
    pub(crate) fn format(&self, temporal: &dyn Accessor) -> Outcome<String> {
        let zoned = self.moved(temporal)?;
        let relocated = match (&zoned, self.zone) {
            (None, Some(zone)) => Some(Relocated {
                inner: temporal,
                zone,
            }),
            _ => None,
        };
        let shown = match (&zoned, &relocated) {
            (Some(zoned), _) => zoned as &dyn Accessor,
            (None, Some(relocated)) => relocated,
            (None, None) => temporal,
        };
        let mut printer = Printer {
            temporal: shown,
            locale: &self.locale,
            decimals: self.decimal_style,
            out: String::new(),
        };
        printer.run(&self.expanded()?)?;
        Ok(printer.out)
    }

    /// An instant as seen in the formatter's zone, where it has one.
    fn moved(&self, temporal: &dyn Accessor) -> Outcome<Option<ZonedDateTime>> {
        let Some(zone) = self.zone else {
            return Ok(None);
        };
        if temporal.zone_id() == Some(zone) {
            return Ok(None);
        }
        if temporal.chrono(ChronoField::InstantSeconds).is_some() {
            return ZonedDateTime::of_instant(Instant::from(temporal)?, zone).map(Some);
        }
        let fixed = zone
            .fixed_offset()
            .map(|offset| i64::from(offset.seconds()));
        match (fixed, temporal.chrono(ChronoField::OffsetSeconds)) {
            (Some(fixed), Some(offset)) if fixed != offset => Err(Thrown::date_time(format!(
                "a time at another offset cannot be shown in {zone}"
            ))),
            _ => Ok(None),
        }
    }

    /// `parse(CharSequence)`
    pub(crate) fn parse(&self, text: &str) -> Outcome<Parsed> {
        let steps = self
            .expanded()
            .map_err(|thrown| Thrown::unparsable(text, &thrown.message))?;
        let mut scanner = Scanner::new(text, &self.locale, self.decimal_style);
        match scanner.run(&steps, 0) {
            Some(end) if end == text.len() => {}
            Some(end) => return Err(Thrown::parse(text, end)),
            None if scanner.failure.is_some() => {
                return Err(Thrown::unparsable(
                    text,
                    &scanner.failure.unwrap_or_default(),
                ));
            }
            None => return Err(Thrown::parse(text, scanner.reached)),
        }
        let resolved = Parsed::resolve(
            scanner.found,
            self.zone,
            self.resolver_style,
            self.resolver_fields.as_deref(),
        );
        resolved.map_err(|thrown| Thrown::unparsable(text, &thrown.message))
    }

    /// Parses and makes a value of it; whatever fails is a failure of parsing.
    fn parse_as<T>(
        &self,
        text: &str,
        make: impl FnOnce(&dyn Accessor) -> Outcome<T>,
    ) -> Outcome<T> {
        let parsed = self.parse(text)?;
        make(&parsed).map_err(|thrown| Thrown::unparsable(text, &thrown.message))
    }

    /// `parse(CharSequence, TemporalQuery)`
    pub(crate) fn parse_query(&self, text: &str, query: Query) -> Outcome<Answer> {
        self.parse_as(text, |parsed| {
            if let (Query::Offset | Query::Zone, Some(seconds)) =
                (query, parsed.chrono(ChronoField::OffsetSeconds))
            {
                resolve::offset_of(seconds)?;
            }
            Ok(parsed.query(query))
        })
    }

    /// `parseBest`: the first query whose answer is a date or time.
    pub(crate) fn parse_best(&self, text: &str, queries: &[Query]) -> Outcome<Answer> {
        if queries.len() < 2 {
            return Err(Thrown::illegal_argument("found less than two queries"));
        }
        let fits = |answer: &Answer| {
            matches!(
                answer,
                Answer::Null | Answer::Date(_) | Answer::Time(_) | Answer::Zone(ZoneId::Offset(_))
            )
        };
        self.parse_as(text, |parsed| {
            let mut answers = queries.iter().map(|query| parsed.query(*query));
            answers
                .find(fits)
                .ok_or_else(|| Thrown::date_time("no query gives a date or time"))
        })
    }
}

/// Whether a template names each field once, in the order of Unicode's skeletons.
fn is_template(template: &str) -> bool {
    const ORDER: [(&str, usize); 12] = [
        ("G", 5),
        ("y", usize::MAX),
        ("Q", 5),
        ("M", 5),
        ("w", usize::MAX),
        ("E", 5),
        ("d", 2),
        ("B", 5),
        ("hHjC", 2),
        ("m", 2),
        ("s", 2),
        ("vz", 4),
    ];
    let mut rest = template;
    for (letters, most) in ORDER {
        let count = rest
            .bytes()
            .take(most)
            .take_while(|byte| letters.as_bytes().contains(byte))
            .count();
        rest = &rest[count..];
    }
    rest.is_empty()
}

/// Java knows formatters by identity: formatters are the same when they share their steps and agree in the rest.
impl PartialEq for DateTimeFormatter {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.steps, &other.steps)
            && self.locale == other.locale
            && self.decimal_style == other.decimal_style
            && self.resolver_style == other.resolver_style
            && self.resolver_fields == other.resolver_fields
            && self.iso == other.iso
            && self.zone == other.zone
    }
}

impl fmt::Display for DateTimeFormatter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        describe(&self.steps, f)
    }
}

/// The types with a text form of their own.
macro_rules! parse_and_format {
    ($($name:ident, $standard:ident;)+) => {$(
        impl $name {
            /// `parse(CharSequence)`
            pub(crate) fn parse(text: &str) -> Outcome<Self> {
                Self::parse_with(text, &DateTimeFormatter::named(Named::$standard, Locale::root()))
            }

            /// `parse(CharSequence, DateTimeFormatter)`
            pub(crate) fn parse_with(text: &str, formatter: &DateTimeFormatter) -> Outcome<Self> {
                formatter.parse_as(text, |parsed| Self::from(parsed))
            }
        }
    )+};
}

parse_and_format! {
    LocalDate, IsoLocalDate;
    LocalDateTime, IsoLocalDateTime;
    ZonedDateTime, IsoZonedDateTime;
    Instant, IsoInstant;
}

macro_rules! format_members {
    ($($name:ident),+) => {$(
        impl $name {
            /// `format(DateTimeFormatter)`
            pub(crate) fn format(&self, formatter: &DateTimeFormatter) -> Outcome<String> {
                formatter.format(self)
            }
        }
    )+};
}

format_members!(LocalDate, LocalDateTime, ZonedDateTime);
