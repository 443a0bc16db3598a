//! What goes to standard error: diagnostics in the look of rustc, in colour where a person looks at a terminal.

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Patch, Renderer, Snippet};
use gravitee_el::diagnostic::{Diagnostic, Severity, Span};
use gravitee_el::{Error, Stage};
use gravitee_el::{gateway, whitelist};
use std::io::IsTerminal;

/// One line without a place in an expression.
pub(crate) fn line(level: &str, message: &str) {
    eprintln!("{level}: {message}");
}

/// What is noteworthy about a line of a whitelist.
pub(crate) fn whitelisted(finding: &whitelist::Finding) {
    eprintln!("{finding:#}");
}

/// An expression that does not work.
pub(crate) fn error(error: &Error) {
    eprintln!("{}", rendered(error, Level::ERROR));
}

/// Why a condition is false.
pub(crate) fn reason(error: &Error) {
    eprintln!("{}", rendered(error, Level::WARNING.with_name("false")));
}

/// What deployment says about a file, shown in its text.
pub(crate) fn deployed(finding: &gateway::Finding, text: &str) {
    let level = match finding.severity {
        Severity::Warning => Level::WARNING,
        Severity::Error => Level::ERROR,
    };
    let title = level.primary_title(&finding.message);
    let Some(place) = &finding.span else {
        eprintln!("{finding}");
        return;
    };
    let diagnostic = finding.diagnostic.as_deref();
    let label = diagnostic.map_or(finding.path.as_str(), |found| &found.primary.text);
    let file = finding.file.to_string_lossy();
    let end = place.end.min(text.len());
    let snippet = Snippet::source(text).path(&*file).annotation(
        AnnotationKind::Primary
            .span(place.start.min(end)..end)
            .label(label),
    );
    let mut group = title.element(snippet);
    if diagnostic.is_some() {
        group = group.element(Level::NOTE.message(format!("at {}", finding.path)));
    }
    if let Some(diagnostic) = diagnostic {
        group = helps(diagnostic, group);
    }
    eprintln!("{}", renderer().render(&[group]));
}

/// The exit code of an error.
pub(crate) fn exit_code(error: &Error) -> u8 {
    match error.stage() {
        Stage::Parse => 3,
        Stage::Eval => 4,
        _ => 5,
    }
}

fn rendered(error: &Error, level: Level<'_>) -> String {
    let diagnostic = error.diagnostic();
    let text = error.template();
    let code = diagnostic.code.map(|code| code.to_string());
    let mut title = level.primary_title(&diagnostic.message);
    if let Some(code) = &code {
        title = title.id(code.as_str());
    }
    let mut snippet = Snippet::source(text).annotation(
        AnnotationKind::Primary
            .span(range(diagnostic.primary.span, text))
            .label(diagnostic.primary.text.as_str()),
    );
    for label in &diagnostic.secondary {
        snippet = snippet.annotation(
            AnnotationKind::Context
                .span(range(label.span, text))
                .label(label.text.as_str()),
        );
    }
    let mut report = vec![helps(&diagnostic, title.element(snippet))];
    for mend in &diagnostic.mends {
        let patch = Patch::new(range(mend.span, text), mend.replacement.as_str());
        report.push(
            Level::HELP
                .secondary_title(&mend.help)
                .element(Snippet::source(text).patch(patch)),
        );
    }
    renderer().render(&report)
}

fn helps<'d>(diagnostic: &'d Diagnostic, group: Group<'d>) -> Group<'d> {
    diagnostic.help.iter().fold(group, |group, help| {
        group.element(Level::HELP.message(help))
    })
}

fn range(span: Span, text: &str) -> std::ops::Range<usize> {
    let end = (span.end as usize).min(text.len());
    (span.start as usize).min(end)..end
}

fn renderer() -> Renderer {
    let colour = std::io::stderr().is_terminal()
        && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
    let renderer = if colour {
        Renderer::styled()
    } else {
        Renderer::plain()
    };
    renderer.decor_style(DecorStyle::Ascii)
}
