//! Text that looks like an expression and is none, or not the one that was meant.
//!
//! Only `{#`, `{T` and `{(` open an expression, and only one more level of braces may be inside. What misses this is no error:
//! `{request.method}` is plain text, and `{#s + {{1}}}` is read as `s + {{1}}`.

use std::sync::Arc;

use super::{ParseLimits, Part, parse, suffix};
use crate::diagnostic::{Diagnostic, Label, Mend, Severity, Span};
use crate::syntax;

/// The variables that a gateway offers.
const ROOTS: [&str; 11] = [
    "request",
    "response",
    "context",
    "api",
    "dictionaries",
    "endpoints",
    "node",
    "subscription",
    "message",
    "properties",
    "params",
];

/// Openers that fail are examined to their end, so only this many are.
const EXAMINED: usize = 50;
/// How many findings are worth showing.
const SHOWN: usize = 100;
/// Braces longer than this are data.
const LONGEST: usize = 2_000;

/// Warnings about braces that look like expressions; none for a template that does not parse.
pub(crate) fn suspicious_literals(text: &str) -> Vec<Diagnostic> {
    let limits = ParseLimits {
        max_text: usize::MAX,
        ..ParseLimits::default()
    };
    let Ok(template) = parse(text, &limits) else {
        return Vec::new();
    };
    let mut search = Search {
        text,
        template: text.into(),
        limits,
        examined: 0,
        found: Vec::new(),
    };
    let mut at = 0;
    for part in &template.parts {
        match part {
            Part::Literal(literal) => {
                search.literal(at, at + literal.len());
                at += literal.len();
            }
            Part::Expression {
                text: seen, span, ..
            } => {
                // Behind the expression there are blanks and its `}`.
                let end = span.end as usize;
                let hole_end = end + text[end..].find('}').map_or(0, |brace| brace + 1);
                search.hole(at, hole_end, seen);
                at = hole_end;
            }
        }
    }
    search.found
}

struct Search<'t> {
    text: &'t str,
    /// The text for the findings to share.
    template: Arc<str>,
    limits: ParseLimits,
    examined: usize,
    found: Vec<Diagnostic>,
}

impl Search<'_> {
    // --- literal text --------------------------------------------------------------------------------------------------------

    fn literal(&mut self, start: usize, end: usize) {
        for (brace, _) in self.text[start..end].match_indices('{') {
            let inside = &self.text[start + brace + 1..end];
            let first = inside.len() - inside.trim_start_matches(' ').len();
            if inside[first..].starts_with(['#', 'T', '(']) {
                self.failed_opener(start + brace, end, first);
            } else if let Some(len) = inside
                .find(['{', '}'])
                .filter(|len| *len <= LONGEST && inside.as_bytes()[*len] == b'}')
            {
                self.flat(start + brace, &inside[..len]);
            }
        }
    }

    /// Braces without braces inside that open no expression.
    fn flat(&mut self, brace: usize, inside: &str) {
        let content = inside.trim();
        let place = Span::new(brace as u32, (brace + inside.len() + 2) as u32);
        if names_a_root(content) && syntax::accepts(&format!("#{content}"), &self.limits) {
            // `${…}` and `#{…}` come from other languages.
            let start = brace - usize::from(self.text[..brace].ends_with(['$', '#']));
            let span = Span::new(start as u32, place.end);
            self.warn(
                place,
                "found `{` without a `#` behind it, so this is plain text",
                span,
                format!("{{#{content}}}"),
                "write `{#`",
            );
        } else if names_a_variable(content) && syntax::accepts(content, &self.limits) {
            let replacement = if content.starts_with('#') {
                format!("{{{content}}}")
            } else {
                format!("{{({content})}}")
            };
            let help = "an expression begins with `{#`, `{T` or `{(`";
            self.warn(
                place,
                "found braces that open no expression, so this is plain text",
                place,
                replacement,
                help,
            );
        }
    }

    /// `{#`, `{T` or `{(` with too many braces behind it, or without its end.
    fn failed_opener(&mut self, brace: usize, end: usize, first: usize) {
        self.examined += 1;
        if self.examined > EXAMINED {
            return;
        }
        let inside = brace + 1;
        let Ok(hole_end) = suffix::hole_end(&self.text[..end], inside) else {
            return self.unclosed(inside, first);
        };
        if !syntax::accepts(&self.text[inside..hole_end], &self.limits) {
            return;
        }
        let span = Span::new(inside as u32, (inside + first) as u32);
        let place = Span::new(brace as u32, hole_end as u32 + 1);
        self.warn(
            place,
            "found two levels of braces in an expression, so this is plain text",
            span,
            "#".to_owned(),
            "write `{#`",
        );
    }

    /// `{ #a` without its `}`, which is an error only where no space is between.
    fn unclosed(&mut self, inside: usize, first: usize) {
        let rest = &self.text[inside + first..];
        let Some(len) =
            syntax::expression_len(rest, &self.limits).filter(|_| rest.starts_with('#'))
        else {
            return;
        };
        let (start, end) = (inside as u32 - 1, (inside + first + len) as u32);
        let message = "found an expression without its closing `}`, so this is plain text";
        self.warn(
            Span::new(start, end),
            message,
            Span::new(end, end),
            "}".to_owned(),
            "close the expression",
        );
    }

    // --- expressions ---------------------------------------------------------------------------------------------------------

    fn hole(&mut self, start: usize, end: usize, seen: &str) {
        let written = &self.text[start..end];
        let name = seen.starts_with(|c: char| c.is_alphabetic());
        if written.starts_with("{#") && name && !written[2..].trim_start().starts_with('#') {
            let at = Span::new(start as u32 + 1, start as u32 + 1);
            let place = Span::new(start as u32, end as u32);
            let message =
                "found two levels of braces in an expression, which is then read without its `#`";
            self.warn(place, message, at, "#".to_owned(), "write the `#` twice");
        }
        if self.text[..start].ends_with('{') && self.text[end..].starts_with('}') {
            let place = Span::new(start as u32 - 1, end as u32 + 1);
            let message =
                "found an expression in two pairs of braces, one of which stays in the text";
            self.warn(
                place,
                message,
                place,
                written.to_owned(),
                "one pair of braces is enough",
            );
        }
    }

    fn warn(&mut self, place: Span, message: &str, span: Span, replacement: String, help: &str) {
        if self.found.len() == SHOWN {
            return;
        }
        self.found.push(Diagnostic {
            template: Arc::clone(&self.template),
            code: None,
            severity: Severity::Warning,
            message: message.to_owned(),
            primary: Label {
                span: place,
                text: String::new(),
            },
            secondary: Vec::new(),
            help: Vec::new(),
            mends: vec![Mend {
                span,
                replacement,
                help: help.to_owned(),
            }],
        });
    }
}

/// `request.x`, `request[x]`
fn names_a_root(content: &str) -> bool {
    let rest = ROOTS.iter().find_map(|root| content.strip_prefix(root));
    rest.is_some_and(|rest| rest.starts_with(['.', '[']) || rest.starts_with("?."))
}

/// A `#` with a name behind it.
fn names_a_variable(content: &str) -> bool {
    let mut rest = content.split('#').skip(1);
    rest.any(|name| name.starts_with(|c: char| c.is_alphabetic()))
}
