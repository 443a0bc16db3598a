//! The formatters with names: `ISO_LOCAL_DATE` and the others.

use std::sync::LazyLock;

use super::super::constants::java_enum;
use super::super::field::{ChronoField, Field};
use super::super::iso_fields::IsoField;
use super::super::names::{Locale, TextStyle};
use super::super::thrown::Outcome;
use super::element::{Element, SignStyle};
use super::number::Number;
use super::offset::OffsetPattern;
use super::pattern::Builder;
use super::resolve::ResolverStyle;
use super::{Arc, DateTimeFormatter};

java_enum! {
    /// The constants of `DateTimeFormatter`.
    Named {
        IsoLocalDate = "ISO_LOCAL_DATE", IsoOffsetDate = "ISO_OFFSET_DATE", IsoDate = "ISO_DATE",
        IsoLocalTime = "ISO_LOCAL_TIME", IsoOffsetTime = "ISO_OFFSET_TIME", IsoTime = "ISO_TIME",
        IsoLocalDateTime = "ISO_LOCAL_DATE_TIME", IsoOffsetDateTime = "ISO_OFFSET_DATE_TIME",
        IsoZonedDateTime = "ISO_ZONED_DATE_TIME", IsoDateTime = "ISO_DATE_TIME", IsoOrdinalDate = "ISO_ORDINAL_DATE",
        IsoWeekDate = "ISO_WEEK_DATE", IsoInstant = "ISO_INSTANT", BasicIsoDate = "BASIC_ISO_DATE",
        Rfc1123DateTime = "RFC_1123_DATE_TIME",
    }
}

static ALL: LazyLock<Vec<Arc<[Element]>>> = LazyLock::new(|| {
    let steps = |name: Named| {
        let mut builder = Builder::default();
        // The lists are fixed and nest two deep, so nothing can be out of range.
        name.build(&mut builder)
            .and_then(|()| builder.finish())
            .unwrap_or_default()
            .into()
    };
    Named::VALUES.iter().map(|name| steps(*name)).collect()
});

impl Named {
    /// The formatter; its locale is the default locale.
    pub(crate) fn formatter(self, locale: Locale) -> DateTimeFormatter {
        let strict = self != Self::Rfc1123DateTime;
        let has_chronology = !matches!(
            self,
            Self::IsoLocalTime | Self::IsoOffsetTime | Self::IsoTime | Self::IsoInstant
        );
        let formatter = DateTimeFormatter::of_steps(ALL[self as usize].clone(), locale);
        DateTimeFormatter {
            resolver_style: if strict {
                ResolverStyle::Strict
            } else {
                ResolverStyle::Smart
            },
            iso: has_chronology,
            ..formatter
        }
    }

    fn build(self, to: &mut Builder) -> Outcome<()> {
        match self {
            Self::IsoLocalDate => date(to),
            Self::IsoOffsetDate | Self::IsoDate => {
                any_case(to);
                nested(to, Self::IsoLocalDate)?;
                offset(to, self == Self::IsoDate)
            }
            Self::IsoLocalTime => time(to),
            Self::IsoOffsetTime | Self::IsoTime => {
                any_case(to);
                nested(to, Self::IsoLocalTime)?;
                offset(to, self == Self::IsoTime)
            }
            Self::IsoLocalDateTime => {
                any_case(to);
                nested(to, Self::IsoLocalDate)?;
                to.literal("T");
                nested(to, Self::IsoLocalTime)
            }
            Self::IsoOffsetDateTime => {
                any_case(to);
                nested(to, Self::IsoLocalDateTime)?;
                to.push(Element::Strict(false));
                offset(to, false)?;
                to.push(Element::Strict(true));
                Ok(())
            }
            Self::IsoZonedDateTime => {
                nested(to, Self::IsoOffsetDateTime)?;
                to.open(true)?;
                region(to);
                to.close()
            }
            Self::IsoDateTime => {
                nested(to, Self::IsoLocalDateTime)?;
                to.open(true)?;
                offset(to, false)?;
                to.open(true)?;
                region(to);
                to.close()?;
                to.close()
            }
            Self::IsoOrdinalDate => {
                any_case(to);
                year(to)?;
                to.literal("-");
                fixed(to, ChronoField::DayOfYear, 3)?;
                offset(to, true)
            }
            Self::IsoWeekDate => week_date(to),
            Self::IsoInstant => {
                any_case(to);
                to.push(Element::Instant);
                Ok(())
            }
            Self::BasicIsoDate => basic_date(to),
            Self::Rfc1123DateTime => rfc_1123(to),
        }
    }
}

fn any_case(to: &mut Builder) {
    to.push(Element::CaseSensitive(false));
}

fn nested(to: &mut Builder, name: Named) -> Outcome<()> {
    to.open(false)?;
    name.build(to)?;
    to.close()
}

fn fixed(to: &mut Builder, field: ChronoField, width: usize) -> Outcome<()> {
    to.number(Element::Number(Number::fixed(field.into(), width)))
}

fn year(to: &mut Builder) -> Outcome<()> {
    to.number(Element::Number(Number::of(
        ChronoField::Year.into(),
        4,
        10,
        SignStyle::ExceedsPad,
    )))
}

fn date(to: &mut Builder) -> Outcome<()> {
    year(to)?;
    to.literal("-");
    fixed(to, ChronoField::MonthOfYear, 2)?;
    to.literal("-");
    fixed(to, ChronoField::DayOfMonth, 2)
}

fn time(to: &mut Builder) -> Outcome<()> {
    fixed(to, ChronoField::HourOfDay, 2)?;
    to.literal(":");
    fixed(to, ChronoField::MinuteOfHour, 2)?;
    to.open(true)?;
    to.literal(":");
    fixed(to, ChronoField::SecondOfMinute, 2)?;
    to.open(true)?;
    to.push(Element::Fraction {
        minimum: 0,
        maximum: 9,
        point: true,
    });
    to.close()?;
    to.close()
}

fn offset(to: &mut Builder, optional: bool) -> Outcome<()> {
    if optional {
        to.open(true)?;
    }
    to.push(Element::Offset {
        pattern: OffsetPattern::SECOND_COLON,
        zero: "Z",
    });
    if optional { to.close() } else { Ok(()) }
}

/// `[Europe/Paris]`, where names of zones keep their case.
fn region(to: &mut Builder) {
    to.literal("[");
    to.push(Element::CaseSensitive(true));
    to.push(Element::ZoneRegionId);
    to.literal("]");
}

fn week_date(to: &mut Builder) -> Outcome<()> {
    any_case(to);
    let year = Field::Iso(IsoField::WeekBasedYear);
    to.number(Element::Number(Number::of(
        year,
        4,
        10,
        SignStyle::ExceedsPad,
    )))?;
    to.literal("-W");
    to.number(Element::Number(Number::fixed(
        Field::Iso(IsoField::WeekOfWeekBasedYear),
        2,
    )))?;
    to.literal("-");
    fixed(to, ChronoField::DayOfWeek, 1)?;
    offset(to, true)
}

fn basic_date(to: &mut Builder) -> Outcome<()> {
    any_case(to);
    fixed(to, ChronoField::Year, 4)?;
    fixed(to, ChronoField::MonthOfYear, 2)?;
    fixed(to, ChronoField::DayOfMonth, 2)?;
    to.open(true)?;
    to.push(Element::Strict(false));
    to.push(Element::Offset {
        pattern: OffsetPattern::SECOND,
        zero: "Z",
    });
    to.push(Element::Strict(true));
    to.close()
}

/// The date of mails, in English whatever the locale.
fn rfc_1123(to: &mut Builder) -> Outcome<()> {
    const DAYS: &[&str] = &["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
    const MONTHS: &[&str] = &[
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ];
    let text = |field: ChronoField, names| Element::Text {
        field: field.into(),
        style: TextStyle::Full,
        fixed: Some(names),
    };
    any_case(to);
    to.push(Element::Strict(false));
    to.open(true)?;
    to.push(text(ChronoField::DayOfWeek, DAYS));
    to.literal(", ");
    to.close()?;
    let day = Number::of(ChronoField::DayOfMonth.into(), 1, 2, SignStyle::NotNegative);
    to.number(Element::Number(day))?;
    to.literal(" ");
    to.push(text(ChronoField::MonthOfYear, MONTHS));
    to.literal(" ");
    fixed(to, ChronoField::Year, 4)?;
    to.literal(" ");
    fixed(to, ChronoField::HourOfDay, 2)?;
    to.literal(":");
    fixed(to, ChronoField::MinuteOfHour, 2)?;
    to.open(true)?;
    to.literal(":");
    fixed(to, ChronoField::SecondOfMinute, 2)?;
    to.close()?;
    to.literal(" ");
    to.push(Element::Offset {
        pattern: OffsetPattern::MINUTE,
        zero: "GMT",
    });
    Ok(())
}

/// What the inside of an instant's text looks like.
pub(super) fn instant_steps() -> Vec<Element> {
    let mut to = Builder::default();
    let built = (|| {
        nested(&mut to, Named::IsoLocalDate)?;
        to.literal("T");
        for (field, literal) in [
            (ChronoField::HourOfDay, ":"),
            (ChronoField::MinuteOfHour, ":"),
            (ChronoField::SecondOfMinute, ""),
        ] {
            fixed(&mut to, field, 2)?;
            to.literal(literal);
        }
        to.push(Element::Fraction {
            minimum: 0,
            maximum: 9,
            point: true,
        });
        offset(&mut to, false)
    })();
    built.and_then(|()| to.finish()).unwrap_or_default()
}
