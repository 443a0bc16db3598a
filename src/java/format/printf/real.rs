//! `%e`, `%f`, `%g` and `%a`.

use bigdecimal::BigDecimal;
use bigdecimal::num_bigint::Sign;

use super::flags::Flags;
use super::spec::{Conversion, Spec};
use super::{Printer, error, magnitude};
use crate::java::format::arg::Arg;
use crate::java::format::decimal::{Digits, decimal_len};
use crate::java::format::double_text::double_digits;
use crate::java::format::thrown::Thrown;

const DEFAULT_PRECISION: usize = 6;

/// ASCII digits of a number, without sign.
struct Shape {
    /// Digits, perhaps with a point.
    mantissa: String,
    /// Exponent, if it is shown.
    exponent: Option<String>,
}

impl Printer<'_> {
    pub(super) fn print_real(&mut self, spec: &Spec, arg: &Arg<'_>) -> Result<(), Thrown> {
        match *arg {
            Arg::Float(value) => self.print_double(spec, value.into()),
            Arg::Double(value) => self.print_double(spec, value),
            Arg::BigDec(value) if spec.conversion != Conversion::HexFloat => {
                self.print_decimal_number(spec, value)
            }
            _ => Err(error::conversion_mismatch(spec.letter(), arg)),
        }
    }

    fn print_double(&mut self, spec: &Spec, value: f64) -> Result<(), Thrown> {
        if value.is_nan() {
            return self.justify(
                spec,
                if spec.flags.has(Flags::UPPERCASE) {
                    "NAN"
                } else {
                    "NaN"
                },
            );
        }
        let negative = value.is_sign_negative();
        let magnitude = value.abs();
        let mut text = magnitude::leading_sign(spec.flags, negative).to_string();
        if magnitude.is_infinite() {
            text.push_str(if spec.flags.has(Flags::UPPERCASE) {
                "INFINITY"
            } else {
                "Infinity"
            });
        } else if spec.conversion == Conversion::HexFloat {
            text.push_str(&self.hex_float(spec, magnitude, negative)?);
        } else {
            let precision = self.precision(spec)?;
            let shape = double_shape(spec, &double_digits(magnitude), precision);
            self.push_shape(&mut text, spec, &shape, negative);
        }
        text.push_str(magnitude::trailing_sign(spec.flags, negative));
        self.justify(spec, &text)
    }

    fn print_decimal_number(&mut self, spec: &Spec, value: &BigDecimal) -> Result<(), Thrown> {
        let precision = self.precision(spec)?;
        let (unscaled, scale) = value.as_bigint_and_scale();
        self.check_room(decimal_len(unscaled.magnitude().bits()) / 4)?;
        let number = Unscaled {
            digits: unscaled.magnitude().to_radix_be(10),
            scale,
        };
        let shape = match spec.conversion {
            Conversion::Fixed => self.fixed_decimal(spec, &number, precision)?,
            Conversion::Scientific => number.scientific(spec, precision),
            _ => self.general_decimal(spec, number, precision.max(1))?,
        };
        let negative = unscaled.sign() == Sign::Minus;
        let mut text = magnitude::leading_sign(spec.flags, negative).to_string();
        self.push_shape(&mut text, spec, &shape, negative);
        text.push_str(magnitude::trailing_sign(spec.flags, negative));
        self.justify(spec, &text)
    }

    fn fixed_decimal(
        &self,
        spec: &Spec,
        number: &Unscaled,
        precision: usize,
    ) -> Result<Shape, Thrown> {
        let digits = number.value();
        self.check_room(u64::try_from(digits.point).unwrap_or(0))?;
        Ok(Shape {
            mantissa: fixed(spec, digits, precision),
            exponent: None,
        })
    }

    /// Plain from 10⁻⁴ up to 10^`precision`, else scientific. A zero with a scale is scientific: it is not below 10⁻⁴
    /// by being zero, only by not being `BigDecimal.ZERO`.
    fn general_decimal(
        &self,
        spec: &Spec,
        mut number: Unscaled,
        precision: usize,
    ) -> Result<Shape, Thrown> {
        number.round(precision);
        let digits = number.value();
        let point = digits.point;
        let plain = match digits.is_zero() {
            true => number.scale == 0,
            false => point > -4 && point <= precision as i64,
        };
        if !plain {
            return Ok(number.scientific(spec, precision - 1));
        }
        let exponent = if digits.is_zero() { 0 } else { point - 1 };
        let fraction = precision as i64 - exponent - 1;
        self.fixed_decimal(spec, &number, usize::try_from(fraction).unwrap_or(0))
    }

    fn push_shape(&self, text: &mut String, spec: &Spec, shape: &Shape, negative: bool) {
        let width = magnitude::digits_width(spec, negative);
        let Some(exponent) = &shape.exponent else {
            magnitude::push(text, &shape.mantissa, spec.flags, width, self.locale);
            return;
        };
        let width = width.saturating_sub(exponent.len() + 1);
        magnitude::push(text, &shape.mantissa, spec.flags, width, self.locale);
        text.push(if spec.flags.has(Flags::UPPERCASE) {
            'E'
        } else {
            'e'
        });
        let (sign, digits) = exponent.split_at(1);
        text.push_str(sign);
        magnitude::push(text, digits, Flags::default(), 0, self.locale);
    }

    fn precision(&self, spec: &Spec) -> Result<usize, Thrown> {
        let precision = spec.precision.unwrap_or(DEFAULT_PRECISION);
        self.check_room(precision.max(spec.width.unwrap_or(0)) as u64)?;
        Ok(precision)
    }
}

/// The digits of a binary number as the conversion lays them out.
fn double_shape(spec: &Spec, digits: &Digits, precision: usize) -> Shape {
    let plain = |digits: Digits, precision| Shape {
        mantissa: fixed(spec, digits, precision),
        exponent: None,
    };
    match spec.conversion {
        Conversion::Fixed => plain(digits.clone(), precision),
        Conversion::Scientific => scientific(spec, digits.clone(), precision),
        _ => {
            let significant = precision.max(1);
            let mut digits = digits.clone();
            digits.round_half_up(significant as i64);
            let exponent = if digits.is_zero() {
                0
            } else {
                digits.point - 1
            };
            if (-4..significant as i64).contains(&exponent) {
                let fraction = significant as i64 - 1 - exponent;
                plain(digits, usize::try_from(fraction).unwrap_or(0))
            } else {
                scientific(spec, digits, significant - 1)
            }
        }
    }
}

/// Plain digits with exactly `precision` of them after the point.
fn fixed(spec: &Spec, mut digits: Digits, precision: usize) -> String {
    digits.round_half_up(digits.point.saturating_add(precision as i64));
    let ascii = |place| char::from(b'0' + digits.digit(place));
    let mut text: String = if digits.point > 0 {
        (0..digits.point).map(ascii).collect()
    } else {
        "0".into()
    };
    if precision > 0 || spec.flags.has(Flags::ALTERNATE) {
        text.push('.');
    }
    text.extend((digits.point..digits.point + precision as i64).map(ascii));
    text
}

/// One digit, `precision` more after the point, an exponent of two digits at least.
fn scientific(spec: &Spec, mut digits: Digits, precision: usize) -> Shape {
    digits.round_half_up(precision as i64 + 1);
    let exponent = if digits.is_zero() {
        0
    } else {
        digits.point - 1
    };
    let mut mantissa = char::from(b'0' + digits.digit(0)).to_string();
    if precision > 0 || spec.flags.has(Flags::ALTERNATE) {
        mantissa.push('.');
    }
    mantissa.extend((1..=precision as i64).map(|place| char::from(b'0' + digits.digit(place))));
    Shape {
        mantissa,
        exponent: Some(format!("{exponent:+03}")),
    }
}

/// A `BigDecimal` without its sign: how many digits it has, and how many after the point, matters besides its value.
struct Unscaled {
    /// Digit values; a single 0 for zero.
    digits: Vec<u8>,
    scale: i64,
}

impl Unscaled {
    fn value(&self) -> Digits {
        Digits::new(
            self.digits.clone(),
            (self.digits.len() as i64).saturating_sub(self.scale),
        )
    }

    /// Rounds half up to `precision` digits, if there are more.
    fn round(&mut self, precision: usize) {
        if self.digits.len() <= precision {
            return;
        }
        let mut value = self.value();
        value.round_half_up(precision as i64);
        value.digits.resize(precision, 0);
        self.scale = (precision as i64).saturating_sub(value.point);
        self.digits = value.digits;
    }

    /// Scientific form. With scale 0 and ten digits Java forgets to pad the exponent, and so must this.
    fn scientific(&self, spec: &Spec, precision: usize) -> Shape {
        let original = self.digits.len();
        let zeros = (precision + 1).saturating_sub(original);
        let mut number = Unscaled {
            digits: self.digits.clone(),
            scale: self.scale,
        };
        number.round(precision + 1);
        let length = number.digits.len();
        let mut digits = number.digits.iter().map(|digit| char::from(b'0' + digit));
        let mut mantissa: String = digits.by_ref().take(1).collect();
        if length > 1 || zeros > 0 || spec.flags.has(Flags::ALTERNATE) {
            mantissa.push('.');
        }
        mantissa.extend(digits);
        mantissa.extend(std::iter::repeat_n('0', zeros));
        let exponent = (length as i64 - 1).saturating_sub(number.scale);
        let exponent = match (number.scale, length) {
            (0, 10) => "+9".to_string(),
            _ => format!("{exponent:+03}"),
        };
        Shape {
            mantissa,
            exponent: Some(exponent),
        }
    }
}
