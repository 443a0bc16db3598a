//! What can be said about a line of a whitelist: one constructor a mistake, and the only place where these sentences live.

use super::line::Word;
use crate::diagnostic::{Diagnostic, Label, Mend, Severity, Span, similar};
use crate::value::ClassId;
use std::fmt;

/// What is noteworthy about one line. An error says that the line opens nothing in the gateway either; a warning, that it
/// opens nothing here, or nothing that was not open before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The line, the first being 1.
    pub line: usize,
    /// What is wrong with it; its template is the line.
    pub diagnostic: Diagnostic,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Diagnostic {
            severity, message, ..
        } = &self.diagnostic;
        write!(f, "whitelist line {}: ", self.line)?;
        if f.alternate() {
            return fmt::Display::fmt(&self.diagnostic, f);
        }
        write!(f, "{severity}: {message}")?;
        self.diagnostic
            .help
            .iter()
            .try_for_each(|help| write!(f, "; {help}"))
    }
}

impl std::error::Error for Finding {}

/// Why a line opens nothing, or less than it says.
pub(super) type Problem = Box<Diagnostic>;

fn problem(line: &str, span: Span, severity: Severity, message: String) -> Problem {
    let mut diagnostic = Diagnostic::error(line, None, message);
    diagnostic.severity = severity;
    diagnostic.primary = Label {
        span,
        text: String::new(),
    };
    Box::new(diagnostic)
}

fn error(line: &str, span: Span, message: String) -> Problem {
    problem(line, span, Severity::Error, message)
}

fn warning(line: &str, span: Span, message: String) -> Problem {
    problem(line, span, Severity::Warning, message)
}

trait Remedy {
    fn help(self, help: String) -> Self;
    fn mend(self, span: Span, replacement: String, help: &str) -> Self;
}

impl Remedy for Problem {
    fn help(mut self, help: String) -> Self {
        self.help.push(help);
        self
    }

    fn mend(mut self, span: Span, replacement: String, help: &str) -> Self {
        let help = help.to_owned();
        self.mends.push(Mend {
            span,
            replacement,
            help,
        });
        self
    }
}

/// Another white space than single spaces between words.
pub(super) fn gap(line: &str, span: Span) -> Problem {
    let message = "found white space that is not a single space between two words".to_owned();
    let single = line.split_whitespace().collect::<Vec<_>>().join(" ");
    let whole = Span::new(0, line.len() as u32);
    error(line, span, message).mend(whole, single, "write single spaces")
}

/// The line ends too early.
pub(super) fn incomplete(line: &str, what: &str) -> Problem {
    let end = line.trim_end().len() as u32;
    error(
        line,
        Span::new(0, end),
        format!("found the end of the line, expected {what}"),
    )
}

/// A kind of line that the reference ignores.
pub(super) fn ignored(line: &str, kind: Word<'_>, why: &str) -> Problem {
    let message = format!("found a `{}` line, which opens nothing", kind.text);
    warning(line, kind.span, message).help(why.to_owned())
}

/// The line begins with another word.
pub(super) fn unknown_kind(line: &str, kind: Word<'_>, kinds: &[&str]) -> Problem {
    let known: Vec<String> = kinds.iter().map(|kind| format!("`{kind}`")).collect();
    let message = format!("found `{}`, expected {}", kind.text, known.join(", "));
    let problem = error(line, kind.span, message);
    match similar::nearest(kind.text, kinds.iter().copied()).first() {
        Some(near) => problem.mend(kind.span, near.clone(), "a similar word"),
        None => problem,
    }
}

/// Neither Java nor the gateway has this class, as far as this engine knows.
pub(super) fn no_class(line: &str, class: Word<'_>) -> Problem {
    let message = format!("this engine has no class `{}`", class.text);
    let problem = warning(line, class.span, message);
    match near_class(class.text) {
        Some(near) => problem.mend(class.span, near.to_owned(), "a similar class"),
        None => problem.help("its members stay closed here".to_owned()),
    }
}

/// A parameter type that does not exist; types need their package.
pub(super) fn no_type(line: &str, name: Word<'_>) -> Problem {
    let message = format!("there is no type `{}`", name.text);
    let problem = error(line, name.span, message);
    match near_class(name.text.trim_end_matches("[]").trim_end_matches("...")) {
        Some(near) => {
            let dims = name.text.matches("[]").count() + name.text.matches("...").count();
            let near = near.to_owned() + &"[]".repeat(dims);
            problem.mend(name.span, near, "a similar type")
        }
        None => problem,
    }
}

/// The class that a name likely means: one of that simple name, where a package is missing or is one of Java's, or one that is spelled almost like it.
fn near_class(name: &str) -> Option<&'static str> {
    let simple = name.rsplit('.').next().unwrap_or(name);
    let ours = simple == name || name.starts_with("java.");
    let same = |class: &&'static str| ours && class.rsplit('.').next() == Some(simple);
    let found = ClassId::names().filter(same).min_by_key(|class| {
        let rank = ["java.lang.", "java.util.", "java.time.", "java.math."];
        let rank = rank.iter().position(|package| class.starts_with(package));
        (rank.unwrap_or(usize::MAX), class.len())
    });
    found.or_else(|| {
        let near = similar::nearest(name, ClassId::names());
        ClassId::by_name(near.first()?).map(ClassId::name)
    })
}

/// The class inherits the method, and a whitelist names the class that declares it.
pub(super) fn inherited(line: &str, class: Word<'_>, name: &str, from: ClassId) -> Problem {
    let from = from.name();
    let message = format!(
        "`{}` does not declare `{name}`, it inherits it from `{from}`",
        class.text
    );
    error(line, class.span, message).mend(class.span, from.to_owned(), "name that class")
}

/// The class has methods of that name, none with these parameters.
pub(super) fn other_params(line: &str, span: Span, lines: &[String]) -> Problem {
    let message = "no method has these parameter types".to_owned();
    let problem = error(line, span, message);
    lines.iter().take(SHOWN).fold(problem, |problem, line| {
        problem.help(format!("there is `{line}`"))
    })
}

/// More alternatives than this help nobody.
const SHOWN: usize = 4;

/// The class has no method of that name.
pub(super) fn no_method<'n>(
    line: &str,
    class: ClassId,
    name: Word<'_>,
    known: impl Iterator<Item = &'n str>,
) -> Problem {
    let message = format!("`{}` has no method `{}`", class.name(), name.text);
    let problem = error(line, name.span, message);
    match similar::nearest(name.text, known).first() {
        Some(near) => problem.mend(name.span, near.clone(), "a similar name"),
        None => problem,
    }
}

/// The class has no such constructor.
pub(super) fn no_constructor(line: &str, span: Span, lines: &[String]) -> Problem {
    let message = match lines.is_empty() {
        true => "this class has no public constructor".to_owned(),
        false => "no public constructor has these parameter types".to_owned(),
    };
    let problem = error(line, span, message);
    lines.iter().take(SHOWN).fold(problem, |problem, line| {
        problem.help(format!("there is `{line}`"))
    })
}

/// Java has it, this engine does not.
pub(super) fn missing(line: &str, span: Span, what: &str) -> Problem {
    let message = format!("{what} is not available in this engine");
    warning(line, span, message).help("calling it ends with EL2006E".to_owned())
}

/// Of the members of a class, this engine has only some.
pub(super) fn partly(line: &str, span: Span, class: ClassId, names: &[&str]) -> Problem {
    let (count, class) = (names.len(), class.name());
    let message = format!("{count} members of `{class}` are not available in this engine");
    let shown: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    warning(line, span, message).help(format!("not available: {}", shown.join(", ")))
}

/// The line changes nothing.
pub(super) fn open_already(line: &str) -> Problem {
    let whole = Span::new(0, line.trim_end().len() as u32);
    warning(line, whole, "this is open already".to_owned())
}
