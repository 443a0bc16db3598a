//! Java's `String.valueOf`.

use super::fault::Outcome;
use super::number::float_text::{double_text, float_text};
use super::view::Items;
use super::{Arena, ClassId, ClassRef, Holder, Value};
use bigdecimal::BigDecimal;
use std::fmt::{self, Write};

/// How deep collections are printed. A collection can contain itself, which in Java ends in a stack overflow.
const DEPTH: u32 = 200;

impl fmt::Display for Value<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        display(*self, f)
    }
}

impl fmt::Debug for Value<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}({self})", self.class_name())
    }
}

/// Writes the value as Java prints it.
pub(crate) fn display(value: Value<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    write(value, f, DEPTH)
}

/// The text of a value, borrowed where it is one already.
pub(crate) fn text<'a>(value: Value<'a>, arena: &'a Arena) -> Outcome<&'a str> {
    if let Value::Str(text) = value {
        return Ok(text);
    }
    let mut bounded = Bounded { text: String::new(), left: arena.text_left() };
    // The only error of this sink is a text beyond the budget, which charging it reports.
    match write(value, &mut bounded, DEPTH) {
        Ok(()) => arena.str(&bounded.text),
        Err(fmt::Error) => arena.charge_text(usize::MAX).map(|()| ""),
    }
}

/// A text that refuses to grow beyond a number of bytes.
struct Bounded {
    text: String,
    left: usize,
}

impl Write for Bounded {
    fn write_str(&mut self, more: &str) -> fmt::Result {
        self.left = self.left.checked_sub(more.len()).ok_or(fmt::Error)?;
        self.text.push_str(more);
        Ok(())
    }
}

pub(super) fn write(value: Value<'_>, f: &mut dyn Write, depth: u32) -> fmt::Result {
    let Some(depth) = depth.checked_sub(1) else { return f.write_str("…") };
    match value {
        Value::Null => f.write_str("null"),
        Value::Bool(value) => write!(f, "{value}"),
        Value::Byte(value) => write!(f, "{value}"),
        Value::Short(value) => write!(f, "{value}"),
        Value::Int(value) => write!(f, "{value}"),
        Value::Long(value) => write!(f, "{value}"),
        Value::Float(value) => f.write_str(float_text(value).as_str()),
        Value::Double(value) => f.write_str(double_text(value).as_str()),
        Value::Char(unit) => f.write_char(char::from_u32(unit.into()).unwrap_or(char::REPLACEMENT_CHARACTER)),
        Value::Str(text) => f.write_str(text),
        Value::Wide(units) => f.write_str(&String::from_utf16_lossy(units)),
        Value::BigInt(value) => write!(f, "{value}"),
        Value::BigDec(value) => f.write_str(&decimal_text(value)),
        Value::Class(class) => write!(f, "{}{}", class.kind_word(), class.binary_name()),
        Value::Object(object) => f.write_str(&object.text()),
        Value::Holder(holder) => write_holder(holder, f, depth),
        Value::Bean(bean) => f.write_str(&bean.text().unwrap_or_else(|| format!("{}@0", bean.class_name()))),
        Value::Request(_) | Value::Response(_) => write!(f, "{}@0", value.class_name()),
        _ => match (value.items(), value.pairs()) {
            (Some(items), _) => write_items(value, items, f, depth),
            (_, Some(_)) => write_pairs(value, f, depth),
            _ => Ok(()),
        },
    }
}

fn write_items(value: Value<'_>, items: Items<'_>, f: &mut dyn Write, depth: u32) -> fmt::Result {
    if items.class().is_array() {
        return write!(f, "{}@0", items.class().binary_name());
    }
    if items.class() == ClassRef::of(ClassId::JSON_ARRAY) {
        return super::json_text::write(value, f, depth);
    }
    f.write_char('[')?;
    for (at, item) in items.iter().enumerate() {
        if at > 0 {
            f.write_str(", ")?;
        }
        match (item.items(), items) {
            (Some(Items::Cell(inner)), Items::Cell(outer)) if std::ptr::eq(inner, outer) => {
                f.write_str("(this Collection)")?;
            }
            _ => write(item, f, depth)?,
        }
    }
    f.write_char(']')
}

fn write_pairs(value: Value<'_>, f: &mut dyn Write, depth: u32) -> fmt::Result {
    let entries = match value {
        Value::Headers(_) | Value::Params(_) => {
            let owned = super::view::to_owned(value, 4);
            return f.write_str(&owned.to_string());
        }
        _ => value.pairs().map(|pairs| pairs.flat()).unwrap_or_default(),
    };
    f.write_char('{')?;
    for (at, (key, held)) in entries.into_iter().enumerate() {
        if at > 0 {
            f.write_str(", ")?;
        }
        write(key, f, depth)?;
        f.write_char('=')?;
        match (held, value) {
            (Value::Map(inner), Value::Map(outer)) if std::ptr::eq(inner, outer) => f.write_str("(this Map)")?,
            _ => write(held, f, depth)?,
        }
    }
    f.write_char('}')
}

fn write_holder(holder: &Holder<'_>, f: &mut dyn Write, depth: u32) -> fmt::Result {
    match holder {
        Holder::Entry(_, key, value) => {
            write(*key, f, depth)?;
            f.write_char('=')?;
            write(*value, f, depth)
        }
        Holder::Optional(None) => f.write_str("Optional.empty"),
        Holder::Optional(Some(value)) => {
            f.write_str("Optional[")?;
            write(*value, f, depth)?;
            f.write_char(']')
        }
        Holder::Builder(text) => f.write_str(*text.borrow()),
        Holder::Function(name) => write!(f, "#{name}"),
        _ => write!(f, "{}@0", holder.class().name()),
    }
}

/// `BigDecimal.toString()`: plain unless the scale is negative or the number starts more than six places behind the point.
pub(crate) fn decimal_text(value: &BigDecimal) -> String {
    let (unscaled, scale) = value.as_bigint_and_exponent();
    let negative = unscaled.sign() == bigdecimal::num_bigint::Sign::Minus;
    let digits = unscaled.magnitude().to_string();
    let sign = if negative { "-" } else { "" };
    if scale == 0 {
        return format!("{sign}{digits}");
    }
    let adjusted = digits.len() as i64 - 1 - scale;
    if scale > 0 && adjusted >= -6 {
        let scale = scale as usize;
        return match digits.len().checked_sub(scale) {
            Some(point) if point > 0 => format!("{sign}{}.{}", &digits[..point], &digits[point..]),
            _ => format!("{sign}0.{}{digits}", "0".repeat(scale - digits.len())),
        };
    }
    let (first, rest) = digits.split_at(1);
    let point = if rest.is_empty() { "" } else { "." };
    let plus = if adjusted > 0 { "+" } else { "" };
    let exponent = if adjusted == 0 { String::new() } else { format!("E{plus}{adjusted}") };
    format!("{sign}{first}{point}{rest}{exponent}")
}
