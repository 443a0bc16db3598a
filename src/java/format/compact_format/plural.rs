//! Plural forms: which of `one`, `few` … a number takes in a language.
//!
//! Java knows only the number itself of the operands that the rules of the CLDR have: the number of fraction digits and
//! the like count as zero.

use crate::java::format::locale::Locale;

/// Rules for the plural forms; locales.
#[rustfmt::skip]
const RULES: &[(&str, &str)] = &[
    ("one:n = 1",
     "af asa az bem bez bg brx ce cgg chr ckb ee el eo eu fo fur gsw ha haw hu jgo jmc ka kk kkj kl ks ksb ku ky \
      lb lg mas mgo ml mn mr nb nd ne nn nnh no nyn om or os ps rm rof rwk saq sd seh sn so sq st syr ta te teo \
      tk tn tr ug uz vun wae xh xog"),
    ("one:i = 1 and v = 0", "ast de en et fi fy gl hi_Latn ia lij nl sc sv sw ur yi"),
    ("one:i = 1 and v = 0;many:e = 0 and i != 0 and i % 1000000 = 0 and v = 0 or e != 0..5",
     "ca it pt_AO pt_CH pt_CV pt_GQ pt_GW pt_LU pt_MO pt_MZ pt_PT pt_ST pt_TL vec"),
    ("", "root az_Cyrl bs_Cyrl ff_Adlm ks_Deva pa_Arab sd_Deva shi_Latn sr_Latn uz_Arab uz_Cyrl"),
    ("one:i = 0 or n = 1", "am as bn doi fa gu hi kn pcm zu"),
    ("one:n = 0..1", "ak bho csw ln mg nso pa ti"),
    ("one:n = 1;two:n = 2", "naq sat se smn sms"),
    ("one:i = 0,1", "ff hy kab"),
    ("one:v = 0 and i % 10 = 1 and i % 100 != 11 or f % 10 = 1 and f % 100 != 11;\
      few:v = 0 and i % 10 = 2..4 and i % 100 != 12..14 or f % 10 = 2..4 and f % 100 != 12..14",
     "bs hr sr"),
    ("one:i = 0,1;many:e = 0 and i != 0 and i % 1000000 = 0 and v = 0 or e != 0..5", "fr ht"),
    ("one:i = 1 and v = 0;few:i = 2..4 and v = 0;many:v != 0", "cs sk"),
    ("one:v = 0 and i % 10 = 1 and i % 100 != 11;few:v = 0 and i % 10 = 2..4 and i % 100 != 12..14;\
      many:v = 0 and i % 10 = 0 or v = 0 and i % 10 = 5..9 or v = 0 and i % 100 = 11..14",
     "ru uk"),
    ("one:v = 0 and i % 100 = 1 or f % 100 = 1;few:v = 0 and i % 100 = 3..4 or f % 100 = 3..4;\
      two:v = 0 and i % 100 = 2 or f % 100 = 2",
     "dsb hsb"),
    ("one:v = 0 and i = 1,2,3 or v = 0 and i % 10 != 4,6,9 or v != 0 and f % 10 != 4,6,9", "ceb fil"),
    ("zero:n = 0;one:n = 1", "blo ksh"),
    ("one:i = 0 or n = 1;few:n = 2..10", "shi"),
    ("one:i = 0..1;many:e = 0 and i != 0 and i % 1000000 = 0 and v = 0 or e != 0..5", "pt"),
    ("one:i = 1 and v = 0 or i = 0 and v != 0;two:i = 2 and v = 0", "he"),
    ("one:i = 1 and v = 0;few:v != 0 or n = 0 or n != 1 and n % 100 = 1..19", "ro"),
    ("one:i = 1 and v = 0;few:v = 0 and i % 10 = 2..4 and i % 100 != 12..14;\
      many:v = 0 and i != 1 and i % 10 = 0..1 or v = 0 and i % 10 = 5..9 or v = 0 and i % 100 = 12..14",
     "pl"),
    ("one:n % 10 = 1 and n % 100 != 11,71,91;few:n % 10 = 3..4,9 and n % 100 != 10..19,70..79,90..99;\
      many:n != 0 and n % 1000000 = 0;two:n % 10 = 2 and n % 100 != 12,72,92",
     "br"),
    ("one:n % 10 = 1 and n % 100 != 11..19;few:n % 10 = 2..9 and n % 100 != 11..19;many:f != 0", "lt"),
    ("one:n % 10 = 1 and n % 100 != 11;few:n % 10 = 2..4 and n % 100 != 12..14;\
      many:n % 10 = 0 or n % 10 = 5..9 or n % 100 = 11..14",
     "be"),
    ("one:n = 0,1 or i = 0 and f = 1", "si"),
    ("one:n = 0..1 or n = 11..99", "tzm"),
    ("one:n = 1 or t != 0 and i = 0,1", "da"),
    ("one:n = 1,11;few:n = 3..10,13..19;two:n = 2,12", "gd"),
    ("one:n = 1;few:n = 0 or n % 100 = 3..10;many:n % 100 = 11..19;two:n = 2", "mt"),
    ("one:n = 1;few:n = 3..6;many:n = 7..10;two:n = 2", "ga"),
    ("one:n = 1;many:e = 0 and i != 0 and i % 1000000 = 0 and v = 0 or e != 0..5", "es"),
    ("one:t = 0 and i % 10 = 1 and i % 100 != 11 or t % 10 = 1 and t % 100 != 11", "is"),
    ("one:v = 0 and i % 10 = 1 and i % 100 != 11 or f % 10 = 1 and f % 100 != 11", "mk"),
    ("one:v = 0 and i % 10 = 1;few:v = 0 and i % 100 = 0,20,40,60,80;many:v != 0;two:v = 0 and i % 10 = 2", "gv"),
    ("one:v = 0 and i % 100 = 1;few:v = 0 and i % 100 = 3..4 or v != 0;two:v = 0 and i % 100 = 2", "sl"),
    ("zero:n % 10 = 0 or n % 100 = 11..19 or v = 2 and f % 100 = 11..19;\
      one:n % 10 = 1 and n % 100 != 11 or v = 2 and f % 10 = 1 and f % 100 != 11 or v != 2 and f % 10 = 1",
     "lv"),
    ("zero:n = 0;one:i = 0,1 and n != 0", "lag"),
    ("zero:n = 0;one:n = 1;few:n % 100 = 3,23,43,63,83;many:n != 1 and n % 100 = 1,21,41,61,81;\
      two:n % 100 = 2,22,42,62,82 or n % 1000 = 0 and n % 100000 = 1000..20000,40000,60000,80000 or n != 0 and n % 1000000 = 100000",
     "kw"),
    ("zero:n = 0;one:n = 1;few:n % 100 = 3..10;many:n % 100 = 11..99;two:n = 2", "ar"),
    ("zero:n = 0;one:n = 1;few:n = 3;many:n = 6;two:n = 2", "cy"),
];

/// The rules of `locale`.
pub(super) fn rules(locale: &Locale) -> &'static str {
    super::row(RULES, locale)
}

/// The first form whose rule `number` fits, `other` if there is none.
pub(super) fn category(rules: &'static str, number: f64) -> &'static str {
    let mut forms = rules.split(';').filter_map(|rule| rule.split_once(':'));
    forms
        .find(|(_, condition)| fits(condition, number))
        .map_or("other", |(form, _)| form)
}

fn fits(condition: &str, number: f64) -> bool {
    condition.split(" or ").any(|all| {
        all.split(" and ")
            .all(|relation| relation_fits(relation, number))
    })
}

/// `n % 100 = 3..10,13` and the like.
fn relation_fits(relation: &str, number: f64) -> bool {
    let (left, right) = relation.split_once('=').unwrap_or((relation, ""));
    let negated = left.ends_with('!');
    let mut words = left.trim_end_matches('!').split_whitespace();
    let operand = match words.next() {
        _ if number == f64::INFINITY => number,
        Some("n" | "i") => remainder(number, words),
        _ => 0.0,
    };
    right
        .split(',')
        .any(|range| range_holds(range.trim(), operand))
        != negated
}

fn remainder<'a>(number: f64, mut words: impl Iterator<Item = &'a str>) -> f64 {
    match (
        words.next(),
        words.next().and_then(|divisor| divisor.parse::<f64>().ok()),
    ) {
        (Some("%"), Some(divisor)) => number % divisor,
        _ => number,
    }
}

fn range_holds(range: &str, number: f64) -> bool {
    let (start, end) = range.split_once("..").unwrap_or((range, range));
    match (start.parse::<f64>(), end.parse::<f64>()) {
        (Ok(start), Ok(end)) => (start..=end).contains(&number),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_have_different_forms() {
        let cases = [
            ("en", 1.0, "one"),
            ("en", 1.5, "other"),
            ("fr", 0.0, "one"),
            ("fr", 1_000_000.0, "many"),
            ("ru", 21.0, "one"),
            ("ru", 3.0, "few"),
            ("ru", 11.0, "many"),
            ("ar", 2.0, "two"),
            ("ja", 1.0, "other"),
            ("xx", 1.0, "other"),
        ];
        for (language, number, form) in cases {
            assert_eq!(
                category(rules(&Locale::new(language, "")), number),
                form,
                "{language} {number}"
            );
        }
    }
}
