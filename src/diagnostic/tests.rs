//! Plain rendering. What real mistakes look like is recorded in `tests/golden`; here are the texts that strain it.

use super::{Code, Diagnostic, Label, Mend, Severity, Span};

fn finding(template: &str, span: Span) -> Diagnostic {
    Diagnostic {
        template: template.into(),
        code: Some(Code::MORE_INPUT),
        severity: Severity::Error,
        message: "found it".to_owned(),
        primary: Label {
            span,
            text: "here".to_owned(),
        },
        secondary: Vec::new(),
        help: Vec::new(),
        mends: Vec::new(),
    }
}

/// The span of `part` in `text`.
fn span(text: &str, part: &str) -> Span {
    let start = text.find(part).unwrap();
    Span::new(start as u32, (start + part.len()) as u32)
}

fn lines(diagnostic: &Diagnostic) -> Vec<String> {
    format!("{diagnostic:#}")
        .lines()
        .map(str::to_owned)
        .collect()
}

#[test]
fn one_line_counts_lines_and_characters_from_one() {
    let text = "é\r\n日x";
    assert_eq!(
        finding(text, span(text, "x")).to_string(),
        "EL1041E at 2:2: found it"
    );
    let warning = Diagnostic {
        code: None,
        severity: Severity::Warning,
        ..finding(text, span(text, "é"))
    };
    assert_eq!(warning.to_string(), "warning at 1:1: found it");
}

#[test]
fn labels_of_several_lines_share_a_gutter() {
    let text = "one\ntwo\n3\n4\n5\n6\n7\n8\n9\nten x";
    let mut diagnostic = finding(text, span(text, "x"));
    diagnostic.secondary.push(Label {
        span: span(text, "two"),
        text: "and here".to_owned(),
    });
    diagnostic.help.push("do it".to_owned());
    let expected = [
        "error[EL1041E]: found it",
        "  --> 10:5",
        "   |",
        " 2 | two",
        "   | --- and here",
        "10 | ten x",
        "   |     ^ here",
        "   = help: do it",
    ];
    assert_eq!(lines(&diagnostic), expected);
}

#[test]
fn what_does_not_show_is_replaced_and_still_marked() {
    let text = "a\u{202E}b\u{7}\tx";
    assert_eq!(
        lines(&finding(text, span(text, "x")))[3..],
        ["1 | a\u{FFFD}b␇    x", "  |         ^ here"]
    );
    // A combining mark takes no column, a wide character takes two.
    let text = "e\u{301}日x";
    assert_eq!(
        lines(&finding(text, span(text, "x")))[3..],
        ["1 | e\u{301}日x", "  |    ^ here"]
    );
}

#[test]
fn a_place_at_the_end_is_marked_behind_the_text() {
    assert_eq!(
        lines(&finding("ab", Span::new(2, 2)))[3..],
        ["1 | ab", "  |   ^ here"]
    );
    assert_eq!(
        lines(&finding("", Span::new(0, 0)))[3..],
        ["1 | ", "  | ^ here"]
    );
}

#[test]
fn a_place_over_several_lines_is_marked_in_the_first() {
    assert_eq!(
        lines(&finding("abc\ndef", Span::new(1, 6)))[3..],
        ["1 | abc", "  |  ^^ here"]
    );
}

#[test]
fn a_place_outside_of_the_text_does_no_harm() {
    let text = "é";
    for span in [
        Span::new(1, 1),
        Span::new(7, 9),
        Span::new(u32::MAX, 0),
        Span::new(0, u32::MAX),
    ] {
        let mut diagnostic = finding(text, span);
        diagnostic.mends.push(Mend {
            span,
            replacement: "x".to_owned(),
            help: String::new(),
        });
        assert!(!format!("{diagnostic:#} {diagnostic}").is_empty());
    }
}

#[test]
fn a_mend_shows_the_line_as_it_would_be() {
    let text = "a\nb = c\nd";
    let mut diagnostic = finding(text, span(text, "="));
    let mend = |span, replacement: &str| Mend {
        span,
        replacement: replacement.to_owned(),
        help: "try".to_owned(),
    };
    diagnostic.mends = vec![
        mend(span(text, "="), "=="),
        mend(span(text, " c"), ""),
        mend(Span::new(2, 2), "!"),
    ];
    let expected = [
        "help: try",
        "  |",
        "2 | b == c",
        "  |   ~~", //
        "help: try",
        "  |",
        "2 | b =", //
        "help: try",
        "  |",
        "2 | !b = c",
        "  | +",
    ];
    assert_eq!(lines(&diagnostic)[5..], expected);
}

#[test]
fn a_line_of_any_length_is_cut_to_a_window() {
    let text = format!("{}x{}", "日".repeat(100_000), "y".repeat(100_000));
    let shown = lines(&finding(&text, span(&text, "x")));
    assert!(
        shown.iter().all(|line| line.chars().count() < 140),
        "{shown:?}"
    );
    let (line, marks) = (&shown[3], &shown[4]);
    // The line shows 25 wide characters before the place.
    assert_eq!(line.chars().position(|c| c == 'x'), Some(4 + 1 + 25));
    assert_eq!(marks.find('^'), Some(4 + 1 + 50));
}
