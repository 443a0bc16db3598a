//! `java.util.Currency`.

use crate::java::args::{class_cast, give, ok, unavailable};
use crate::java::format::currency::Currency;
use crate::java::member::{Members, p};
use crate::java::object::{JavaObject, identity_hash};
use crate::java::signature::{INT, STRING, class};
use crate::value::fault::Outcome;
use crate::value::{ClassId, Value};

#[rustfmt::skip]
pub(in crate::java) static MEMBERS: Members = Members::of(ClassId::CURRENCY).methods(&[
    p("getCurrencyCode", STRING, |_, t, _| Ok(Value::Str(currency(t)?.code())), "the code of ISO 4217"),
    p("getDefaultFractionDigits", INT, |_, t, _| ok(currency(t)?.fraction_digits().map_or(-1, i32::from)), "the usual number of decimals"),
    p("getDisplayName", STRING, |_, t, _| Ok(Value::Str(currency(t)?.display_name())), "the name"),
    p("getNumericCode", INT, |_, t, _| ok(i32::from(currency(t)?.numeric_code())), "the number of ISO 4217"),
    p("getNumericCodeAsString", STRING, |c, t, _| give(c, format!("{:03}", currency(t)?.numeric_code())), "the number of ISO 4217 as text"),
    p("getSymbol", STRING, |c, t, _| Ok(Value::Str(currency(t)?.symbol(&c.environment.locale))), "the sign"),
    p("toString", STRING, |_, t, _| Ok(Value::Str(currency(t)?.code())), "the code of ISO 4217"),
    p("getAvailableCurrencies", class("java.util.Set"), unavailable, "all currencies").stat(),
    p("availableCurrencies", class("java.util.stream.Stream"), unavailable, "all currencies").stat(),
]);

impl JavaObject for Currency {
    fn java_class(&self) -> ClassId {
        ClassId::CURRENCY
    }

    fn java_text(&self) -> String {
        self.code().to_owned()
    }

    fn java_hash(&self) -> i32 {
        identity_hash(self.java_class())
    }
}

fn currency(this: Value<'_>) -> Outcome<Currency> {
    this.instance()
        .copied()
        .ok_or_else(|| class_cast(this, "java.util.Currency"))
}
