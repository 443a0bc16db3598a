//! Writing a date or time by the steps of a formatter.

use super::super::accessor::{Accessor, Answer, Query};
use super::super::field::{ChronoField, Field};
use super::super::names::{DecimalStyle, Locale, TextStyle};
use super::super::thrown::{Outcome, Thrown};
use super::super::zone::ZoneId;
use super::element::Element;
use super::number::{Number, localized};
use super::{day_period, instant, offset, zone_text};

/// The state of writing.
pub(super) struct Printer<'a> {
    pub(super) temporal: &'a dyn Accessor,
    pub(super) locale: &'a Locale,
    pub(super) decimals: DecimalStyle,
    pub(super) out: String,
}

/// Where an optional section starts in the text, and where it ends in the steps.
struct Section {
    length: usize,
    end: usize,
}

impl Printer<'_> {
    /// Writes by all steps. A missing field empties the optional section it is in, and fails outside of one.
    pub(super) fn run(&mut self, elements: &[Element]) -> Outcome<()> {
        let mut sections: Vec<Section> = Vec::new();
        let mut index = 0;
        while let Some(element) = elements.get(index) {
            match element {
                Element::Open {
                    optional: true,
                    end,
                } => {
                    sections.push(Section {
                        length: self.out.len(),
                        end: *end,
                    });
                }
                Element::Open { .. } => {}
                Element::Close => {
                    sections.pop_if(|section| section.end == index);
                }
                _ => {
                    let written = self.step(element, !sections.is_empty())?;
                    if let Some(section) = sections.pop_if(|_| !written) {
                        self.out.truncate(section.length);
                        index = section.end;
                    }
                }
            }
            index += 1;
        }
        Ok(())
    }

    /// The value of a field; `None` where it is missing within an optional section.
    fn value(&self, field: Field, optional: bool) -> Outcome<Option<i64>> {
        if optional && !self.temporal.is_supported(field) {
            return Ok(None);
        }
        self.temporal.get_long(field).map(Some)
    }

    /// Writes by one step; false where something is missing within an optional section.
    fn step(&mut self, element: &Element, optional: bool) -> Outcome<bool> {
        match element {
            Element::Literal(text) => {
                self.out.push_str(text);
                Ok(true)
            }
            Element::Number(number) => self.number(number, optional),
            Element::WeekNumber {
                letter,
                count,
                subsequent,
            } => {
                let number =
                    Number::of_week(self.locale.week_fields(), *letter, *count, *subsequent);
                self.number(&number, optional)
            }
            Element::Fraction {
                minimum,
                maximum,
                point,
            } => self.fraction(*minimum, *maximum, *point, optional),
            Element::Text {
                field,
                style,
                fixed,
            } => self.text(*field, *style, *fixed, optional),
            Element::Offset { pattern, zero } => {
                let Some(seconds) = self.value(ChronoField::OffsetSeconds.into(), optional)? else {
                    return Ok(false);
                };
                pattern.print(seconds, zero, &mut self.out);
                Ok(true)
            }
            Element::LocalizedOffset(style) => {
                let Some(seconds) = self.value(ChronoField::OffsetSeconds.into(), optional)? else {
                    return Ok(false);
                };
                offset::print_localized(seconds, *style, self.locale.names().gmt(), &mut self.out);
                Ok(true)
            }
            Element::ZoneId => self.zone(optional, |zone, _| Some(zone.get_id())),
            Element::ZoneRegionId => self.zone(optional, |zone, _| {
                (!matches!(zone, ZoneId::Offset(_))).then(|| zone.get_id())
            }),
            Element::ZoneText { style, generic } => self.zone(optional, |zone, printer| {
                Some(zone_text::name_of(
                    zone,
                    *style,
                    *generic,
                    printer.temporal,
                    printer.locale,
                ))
            }),
            Element::DayPeriod(style) => self.day_period(*style, optional),
            Element::Instant => self.instant(optional),
            Element::Pad { width, inner } => self.padded(*width, inner, optional),
            // Localized steps are replaced before writing, brackets are read by the loop, the rest is for reading.
            Element::Localized { .. }
            | Element::Template(_)
            | Element::CaseSensitive(_)
            | Element::Strict(_)
            | Element::Open { .. }
            | Element::Close => Ok(true),
        }
    }

    fn number(&mut self, number: &Number, optional: bool) -> Outcome<bool> {
        let Some(value) = self.value(number.field, optional)? else {
            return Ok(false);
        };
        number.print(value, self.decimals, &mut self.out)?;
        Ok(true)
    }

    fn fraction(
        &mut self,
        minimum: usize,
        maximum: usize,
        point: bool,
        optional: bool,
    ) -> Outcome<bool> {
        let Some(value) = self.value(ChronoField::NanoOfSecond.into(), optional)? else {
            return Ok(false);
        };
        let value = ChronoField::NanoOfSecond.check_valid_value(value)?;
        let digits = format!("{value:09}");
        let length = digits.trim_end_matches('0').len().clamp(minimum, maximum);
        if length > 0 {
            if point {
                self.out.push(self.decimals.decimal_separator);
            }
            self.out.extend(
                digits[..length]
                    .chars()
                    .map(|digit| localized(digit, self.decimals)),
            );
        }
        Ok(true)
    }

    fn text(
        &mut self,
        field: Field,
        style: TextStyle,
        fixed: Option<&[&str]>,
        optional: bool,
    ) -> Outcome<bool> {
        let Some(value) = self.value(field, optional)? else {
            return Ok(false);
        };
        let names = fixed
            .map(|texts| (1, texts))
            .or_else(|| self.locale.names().field_texts(field, style));
        let text = names
            .and_then(|(first, texts)| texts.get(usize::try_from(value - first).ok()?).copied());
        match text {
            Some(text) => self.out.push_str(text),
            None => Number::free(field).print(value, self.decimals, &mut self.out)?,
        }
        Ok(true)
    }

    /// Writes a text for the zone.
    fn zone(
        &mut self,
        optional: bool,
        text: impl Fn(ZoneId, &Self) -> Option<String>,
    ) -> Outcome<bool> {
        let zone = match self.temporal.query(Query::ZoneId) {
            Answer::Zone(zone) => text(zone, self),
            _ => None,
        };
        match zone {
            Some(text) => self.out.push_str(&text),
            None if optional => return Ok(false),
            None => {
                return Err(Thrown::date_time(
                    "found no zone where the format needs one",
                ));
            }
        }
        Ok(true)
    }

    fn day_period(&mut self, style: TextStyle, optional: bool) -> Outcome<bool> {
        let Some(hour) = self.value(ChronoField::HourOfDay.into(), optional)? else {
            return Ok(false);
        };
        let minute = self
            .value(ChronoField::MinuteOfHour.into(), optional)?
            .unwrap_or(0);
        let minute = hour.rem_euclid(24) * 60 + minute.rem_euclid(60);
        self.out
            .push_str(day_period::text_at(self.locale.names(), style, minute));
        Ok(true)
    }

    fn instant(&mut self, optional: bool) -> Outcome<bool> {
        let Some(second) = self.value(ChronoField::InstantSeconds.into(), optional)? else {
            return Ok(false);
        };
        let nano = self.temporal.chrono(ChronoField::NanoOfSecond).unwrap_or(0);
        instant::print(
            second,
            ChronoField::NanoOfSecond.check_valid_value(nano)?,
            &mut self.out,
        );
        Ok(true)
    }

    fn padded(&mut self, width: usize, inner: &Element, optional: bool) -> Outcome<bool> {
        let start = self.out.len();
        if !self.step(inner, optional)? {
            return Ok(false);
        }
        let length = self.out[start..].chars().count();
        if length > width {
            return Err(Thrown::date_time(format!(
                "`{}` is longer than {width}",
                &self.out[start..]
            )));
        }
        self.out.insert_str(start, &" ".repeat(width - length));
        Ok(true)
    }
}
