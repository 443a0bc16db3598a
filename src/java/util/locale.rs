//! `java.util.Locale`.

use crate::java::args::{array, array_items, class_cast, give, ok};
use crate::java::format::locale::{Locale, iso};
use crate::java::member::{Call, Members, f, p};
use crate::java::object::JavaObject;
use crate::java::signature::{BOOL, INT, OBJECT, STRING, array_of, class};
use crate::value::fault::Outcome;
use crate::value::{ClassId, ClassRef, Value};

const LOCALE: ClassRef = ClassRef::of(ClassId::LOCALE);
const SET: ClassRef = class("java.util.Set");

#[rustfmt::skip]
pub(in crate::java) static MEMBERS: Members = Members::of(ClassId::LOCALE).methods(&[
    p("getLanguage", STRING, |_, t, _| Ok(Value::Str(locale(t)?.language())), "the code of the language"),
    p("getScript", STRING, |_, t, _| Ok(Value::Str(locale(t)?.script())), "the code of the script"),
    p("getCountry", STRING, |_, t, _| Ok(Value::Str(locale(t)?.country())), "the code of the country"),
    p("getVariant", STRING, |_, t, _| Ok(Value::Str(locale(t)?.variant())), "the variant"),
    p("getDisplayLanguage", STRING, |_, t, _| Ok(Value::Str(locale(t)?.display_language())), "the name of the language"),
    p("getDisplayScript", STRING, |_, t, _| Ok(Value::Str(locale(t)?.display_script())), "the name of the script"),
    p("getDisplayCountry", STRING, |_, t, _| Ok(Value::Str(locale(t)?.display_country())), "the name of the country"),
    p("getDisplayVariant", STRING, |c, t, _| give(c, locale(t)?.display_variant()), "the name of the variant"),
    p("getDisplayName", STRING, |c, t, _| give(c, locale(t)?.display_name()), "the name of the locale"),
    p("getISO3Language", STRING, |_, t, _| Ok(Value::Str(locale(t)?.iso3_language()?)), "the code of the language in three letters"),
    p("getISO3Country", STRING, |_, t, _| Ok(Value::Str(locale(t)?.iso3_country()?)), "the code of the country in three letters"),
    p("toLanguageTag", STRING, |c, t, _| give(c, locale(t)?.language_tag()), "the locale as BCP 47 writes it"),
    p("toString", STRING, |c, t, _| give(c, locale(t)?.text()), "language, country, variant, script"),
    p("hashCode", INT, |_, t, _| ok(locale(t)?.hash_code()), "a number that equal locales share"),
    p("clone", OBJECT, |_, t, _| Ok(t), "the locale itself"),
    p("stripExtensions", LOCALE, |_, t, _| Ok(t), "the locale without extensions; it has none"),
    p("hasExtensions", BOOL, |_, _, _| ok(false), "whether there are extensions"),
    p("getExtensionKeys", SET, |c, _, _| c.arena.list(ClassId::EMPTY_SET, &[]), "the keys of extensions"),
    p("getUnicodeLocaleAttributes", SET, |c, _, _| c.arena.list(ClassId::EMPTY_SET, &[]), "the attributes of an extension"),
    p("getUnicodeLocaleKeys", SET, |c, _, _| c.arena.list(ClassId::EMPTY_SET, &[]), "the keys of an extension"),
    p("getDefault", LOCALE, |c, _, _| Ok(c.arena.object(c.environment.locale.clone())), "the locale of this engine").stat(),
    p("getAvailableLocales", array_of(LOCALE), all, "all locales").stat(),
    p("getISOCountries", array_of(STRING), |c, _, _| codes(c, iso::countries()), "the codes of all countries").stat(),
    p("getISOLanguages", array_of(STRING), |c, _, _| codes(c, iso::languages()), "the codes of all languages").stat(),
]).fields(&[
    f("ENGLISH", |c, _, _| of(c, "en", ""), "the locale `en`"),
    f("FRENCH", |c, _, _| of(c, "fr", ""), "the locale `fr`"),
    f("GERMAN", |c, _, _| of(c, "de", ""), "the locale `de`"),
    f("ITALIAN", |c, _, _| of(c, "it", ""), "the locale `it`"),
    f("JAPANESE", |c, _, _| of(c, "ja", ""), "the locale `ja`"),
    f("KOREAN", |c, _, _| of(c, "ko", ""), "the locale `ko`"),
    f("CHINESE", |c, _, _| of(c, "zh", ""), "the locale `zh`"),
    f("SIMPLIFIED_CHINESE", |c, _, _| of(c, "zh", "CN"), "the locale `zh_CN`"),
    f("TRADITIONAL_CHINESE", |c, _, _| of(c, "zh", "TW"), "the locale `zh_TW`"),
    f("FRANCE", |c, _, _| of(c, "fr", "FR"), "the locale `fr_FR`"),
    f("GERMANY", |c, _, _| of(c, "de", "DE"), "the locale `de_DE`"),
    f("ITALY", |c, _, _| of(c, "it", "IT"), "the locale `it_IT`"),
    f("JAPAN", |c, _, _| of(c, "ja", "JP"), "the locale `ja_JP`"),
    f("KOREA", |c, _, _| of(c, "ko", "KR"), "the locale `ko_KR`"),
    f("UK", |c, _, _| of(c, "en", "GB"), "the locale `en_GB`"),
    f("US", |c, _, _| of(c, "en", "US"), "the locale `en_US`"),
    f("CANADA", |c, _, _| of(c, "en", "CA"), "the locale `en_CA`"),
    f("CANADA_FRENCH", |c, _, _| of(c, "fr", "CA"), "the locale `fr_CA`"),
    f("ROOT", |c, _, _| of(c, "", ""), "the locale of nowhere"),
    f("CHINA", |c, _, _| of(c, "zh", "CN"), "the locale `zh_CN`"),
    f("PRC", |c, _, _| of(c, "zh", "CN"), "the locale `zh_CN`"),
    f("TAIWAN", |c, _, _| of(c, "zh", "TW"), "the locale `zh_TW`"),
    f("PRIVATE_USE_EXTENSION", |_, _, _| Ok(Value::Char(u16::from(b'x'))), "the key of a private extension"),
    f("UNICODE_LOCALE_EXTENSION", |_, _, _| Ok(Value::Char(u16::from(b'u'))), "the key of the extension of Unicode"),
]);

impl JavaObject for Locale {
    fn java_class(&self) -> ClassId {
        ClassId::LOCALE
    }

    fn java_text(&self) -> String {
        self.text()
    }

    fn java_hash(&self) -> i32 {
        self.hash_code()
    }
}

fn locale(this: Value<'_>) -> Outcome<&Locale> {
    this.instance()
        .ok_or_else(|| class_cast(this, "java.util.Locale"))
}

fn of<'a>(call: &Call<'a>, language: &str, country: &str) -> Outcome<Value<'a>> {
    Ok(call.arena.object(Locale::new(language, country)))
}

/// All locales in the order of a hash set, which is where Java takes them from.
pub(in crate::java) fn set<'a>(
    call: &Call<'a>,
    _: Value<'a>,
    _: &[Value<'a>],
) -> Outcome<Value<'a>> {
    let locales: Vec<Value<'a>> = Locale::available()
        .map(|locale| call.arena.object(locale))
        .collect();
    call.arena.set(ClassId::HASH_SET, &locales)
}

/// All locales as an array.
pub(in crate::java) fn all<'a>(
    call: &Call<'a>,
    this: Value<'a>,
    _: &[Value<'a>],
) -> Outcome<Value<'a>> {
    let items = array_items(&[set(call, this, &[])?], 0)?;
    array(call, LOCALE, &items.iter().collect::<Vec<_>>())
}

fn codes<'a>(call: &Call<'a>, codes: impl Iterator<Item = &'static str>) -> Outcome<Value<'a>> {
    let codes: Vec<Value<'a>> = codes.map(|code| Value::Str(code)).collect();
    array(call, STRING, &codes)
}

/// The locale of a language tag, as `Locale.toLanguageTag` writes it.
pub(in crate::java) fn of_tag(tag: &str) -> Locale {
    const LEGACY: &str = "x-lvariant-";
    let (tag, mut variants) = match tag.find(LEGACY) {
        Some(at) => (&tag[..at], vec![&tag[at + LEGACY.len()..]]),
        None => (tag, Vec::new()),
    };
    let mut parts = tag.split('-').filter(|part| !part.is_empty());
    let language = parts.next().filter(|language| *language != "und");
    let (mut script, mut country) = ("", "");
    for part in parts {
        match part.len() {
            4 if part.bytes().all(|byte| byte.is_ascii_alphabetic()) => script = part,
            2 | 3 => country = part,
            _ => variants.push(part),
        }
    }
    let variant = variants.join("_").to_ascii_uppercase();
    Locale::with_variant(language.unwrap_or(""), country, &variant).with_script(script)
}
