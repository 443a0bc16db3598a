//! What each mistake looks like to a user: one file a mistake in `tests/golden/parse`, the template above `----`, what is
//! said about it below. `GOLDEN=write` writes what is said now; read the difference before keeping it.

use std::collections::BTreeSet;
use std::fs;

use super::{ParseLimits, parse};
use crate::diagnostic::{Code, ParseError};

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden/parse");
const RULE: &str = "\n----\n";

/// Everything that the reference raises for the inside of a hole. Open strings and open arguments cannot be the inside of a
/// hole, because brackets and quotes are matched before.
const CODES: [Code; 19] = [
    Code::NOT_AN_INT,
    Code::NOT_A_LONG,
    Code::NOT_A_REAL,
    Code::MORE_INPUT,
    Code::RIGHT_OPERAND,
    Code::UNEXPECTED_TOKEN,
    Code::OUT_OF_INPUT,
    Code::LONG_SUFFIX_ON_REAL,
    Code::DATA_AFTER_DOT,
    Code::CONSTRUCTOR_ARGUMENTS,
    Code::BEAN_NAME,
    Code::ESCAPE_CHARACTER,
    Code::MISSING_CHARACTER,
    Code::LEFT_OPERAND,
    Code::MISSING_SELECTION,
    Code::EXPRESSION_TOO_LONG,
    Code::UNSUPPORTED_CHARACTER,
    Code::NESTING_TOO_DEEP,
    Code::TEMPLATE_TOO_LONG,
];

/// The name of each file, its template and what it says.
fn goldens() -> Vec<(String, String, String)> {
    let files = fs::read_dir(FOLDER).unwrap().flatten();
    let read = |file: fs::DirEntry| {
        let text = fs::read_to_string(file.path()).unwrap();
        let (template, said) = text.split_once(RULE).unwrap();
        (
            file.file_name().into_string().unwrap(),
            template.to_owned(),
            said.to_owned(),
        )
    };
    files.map(read).collect()
}

/// Small, for files of a readable size.
const LIMITS: ParseLimits = ParseLimits {
    max_text: 1_000,
    max_expression: 200,
    max_nesting: 50,
};

fn error(template: &str) -> ParseError {
    parse(template, &LIMITS).expect_err(template)
}

#[test]
fn mistakes_are_explained_as_recorded() {
    let mut changed = Vec::new();
    for (name, template, recorded) in goldens() {
        let error = error(&template);
        let said = format!("{error}\n\n{error:#}\n");
        if said != recorded {
            changed.push(format!("{name}\n{said}"));
            if std::env::var("GOLDEN").is_ok_and(|mode| mode == "write") {
                fs::write(
                    format!("{FOLDER}/{name}"),
                    format!("{template}{RULE}{said}"),
                )
                .unwrap();
            }
        }
    }
    assert!(
        changed.is_empty(),
        "{} changed:\n{}",
        changed.len(),
        changed.join("\n")
    );
}

#[test]
fn every_code_has_a_golden_file() {
    let shown: BTreeSet<Code> = goldens()
        .iter()
        .filter_map(|(_, template, _)| error(template).code)
        .collect();
    let missing: Vec<_> = CODES.iter().filter(|code| !shown.contains(code)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn mends_parse_once_they_are_applied() {
    let mut mends = 0;
    for (name, template, _) in goldens() {
        let error = error(&template);
        for mend in &error.diagnostic.mends {
            let mended = mend.apply(&template);
            assert_ne!(mended, template, "{name}");
            // A second mistake further on is none of this mend's business.
            if let Err(left) = parse(&mended, &LIMITS) {
                assert!(
                    left.diagnostic.primary.span.start > mend.span.end,
                    "{name}: {mended}"
                );
                assert_eq!(name, "two_mistakes.txt", "{mended}");
            }
            mends += 1;
        }
    }
    assert!(mends > 50, "only {mends} mends");
}

#[test]
fn likely_mistakes_have_a_mend() {
    let without = [
        "words_without_operator",
        "unsupported_character",
        "right_operand_missing",
        "empty",
        "hex_without_digits",
    ];
    let unmended = goldens()
        .into_iter()
        .filter(|(_, template, _)| error(template).diagnostic.mends.is_empty());
    let unmended: Vec<String> = unmended
        .map(|(name, ..)| name)
        .filter(|name| !without.iter().any(|known| name.starts_with(known)))
        .collect();
    let known = [
        "base_of_power_missing.txt",
        "bean_without_name.txt",
        "expression_too_long.txt",
        "in_a_later_line_and_hole.txt",
        "left_operand_missing.txt",
        "line_longer_than_the_window.txt",
        "long_out_of_range.txt",
        "map_value_missing.txt",
        "nested_too_deep.txt",
        "prefix_operand_missing.txt",
        "tab_before.txt",
        "template_too_long.txt",
        "two_levels_of_braces.txt",
        "two_mistakes.txt",
        "wide_characters_before.txt",
    ];
    assert_eq!(
        unmended.iter().map(String::as_str).collect::<BTreeSet<_>>(),
        BTreeSet::from(known)
    );
}
