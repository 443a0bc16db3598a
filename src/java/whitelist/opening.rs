//! From lines to rows: which members of this engine a line opens, and what there is to say about it.
//!
//! A whitelist names the class that *declares* a member. Where a class of Java redeclares what it inherits (`List.size`),
//! the row stands in the table of the class above, and the line opens it for the redeclaring class only.

use super::super::declared::{self, Declared};
use super::super::hierarchy;
use super::super::member::Method;
use super::super::{members, types};
use super::finding::{self, Problem};
use super::line::{Line, Word};
use super::permissions::Listed;
use crate::diagnostic::Span;
use crate::value::{ClassId, ClassRef};

/// The lines that were read so far.
pub(super) struct Opening {
    listed: Listed,
}

/// A line with the class that it is about.
struct About<'l> {
    line: &'l str,
    word: Word<'l>,
    class: ClassId,
}

impl Opening {
    pub(super) fn new(listed: Listed) -> Self {
        Opening { listed }
    }

    pub(super) fn done(self) -> Listed {
        self.listed
    }

    /// Opens what the line names; the problem says what it does not open.
    pub(super) fn line(&mut self, line: &str) -> Result<(), Problem> {
        match Line::read(line)? {
            Line::Blank => Ok(()),
            Line::Class(class) => self.class(&about(line, class)?),
            Line::Method(class, name, types) => {
                let params = params(line, &types)?;
                self.method(&about(line, class)?, name, &types, &params)
            }
            Line::New(class, types) => {
                let params = params(line, &types)?;
                self.constructor(&about(line, class)?, &params)
            }
        }
    }

    /// Everything that the class declares.
    fn class(&mut self, about: &About<'_>) -> Result<(), Problem> {
        let rows = members(about.class).map_or(&[][..], |table| table.methods);
        let constructors = members(about.class).map_or(0, |table| table.constructors.len());
        let mut missing: Vec<&str> = Vec::new();
        let opened = self.listed.entry(about.class);
        let mut news = rows.iter().filter(|method| opened.method(method)).count();
        for method in declared::methods(about.class) {
            match row_above(about.class, &method) {
                Some(row) => news += usize::from(opened.method(row)),
                None if own_row(rows, &method).is_some() => {}
                None => {
                    opened.lacking(method.name);
                    missing.push(method.name);
                }
            }
        }
        news += (0..constructors)
            .filter(|at| opened.constructor(*at))
            .count();
        if constructors == 0 && declared::constructors(about.class).next().is_some() {
            opened.lacking(about.class.name());
            missing.push("new");
        }
        missing.sort_unstable();
        missing.dedup();
        match (news, missing.is_empty()) {
            (_, false) => Err(finding::partly(
                about.line,
                about.word.span,
                about.class,
                &missing,
            )),
            (0, true) if rows.is_empty() => {
                let what = format!("whatever `{}` declares", about.class.name());
                Err(finding::missing(about.line, about.word.span, &what))
            }
            (0, true) => Err(finding::open_already(about.line)),
            _ => Ok(()),
        }
    }

    fn method(
        &mut self,
        about: &About<'_>,
        name: Word<'_>,
        types: &[Word<'_>],
        params: &[ClassRef],
    ) -> Result<(), Problem> {
        let rows = members(about.class).map_or(&[][..], |table| table.methods);
        let own = rows
            .iter()
            .find(|method| method.name == name.text && method.params == params);
        let mut known = declared::methods(about.class);
        let known = known.find(|method| method.name == name.text && method.takes(params));
        let above = || row_above(about.class, &known?);
        let opened = self.listed.entry(about.class);
        match (own.or_else(above), known) {
            (Some(row), _) if opened.method(row) => Ok(()),
            (Some(_), _) => Err(finding::open_already(about.line)),
            (None, Some(method)) => {
                opened.lacking(method.name);
                let span = Span::new(about.word.span.start, end(name, types));
                let what = format!("`{}.{method}`", about.class.name());
                Err(finding::missing(about.line, span, &what))
            }
            (None, None) => Err(no_such_method(about, name, types, params)),
        }
    }

    fn constructor(&mut self, about: &About<'_>, params: &[ClassRef]) -> Result<(), Problem> {
        let constructors = members(about.class).map_or(&[][..], |table| table.constructors);
        let here = constructors
            .iter()
            .position(|constructor| constructor.params == params);
        let opened = self.listed.entry(about.class);
        let types: Vec<String> = params.iter().map(|param| param.display()).collect();
        let signature = format!("({})", types.join(","));
        match here {
            Some(at) if opened.constructor(at) => Ok(()),
            Some(_) => Err(finding::open_already(about.line)),
            None if declared::constructors(about.class).any(|known| plain(known) == signature) => {
                opened.lacking(about.class.name());
                let what = format!("`new {}{signature}`", about.class.name());
                Err(finding::missing(about.line, about.word.span, &what))
            }
            None => {
                let rows = constructors.iter().map(|row| row.params);
                let rows = rows.map(|params| spelled(params.iter().map(|param| param.display())));
                let closed = declared::constructors(about.class).map(|known| {
                    spelled(
                        plain(known)
                            .trim_matches(['(', ')'])
                            .split(',')
                            .map(str::to_owned),
                    )
                });
                let lines: Vec<String> = rows
                    .chain(closed)
                    .map(|types| format!("new {}{types}", about.class.name()))
                    .collect();
                Err(finding::no_constructor(about.line, about.word.span, &lines))
            }
        }
    }
}

fn about<'l>(line: &'l str, word: Word<'l>) -> Result<About<'l>, Problem> {
    match types::binary(word.text) {
        Some(class) => Ok(About { line, word, class }),
        None => Err(finding::no_class(line, word)),
    }
}

fn params(line: &str, words: &[Word<'_>]) -> Result<Vec<ClassRef>, Problem> {
    let param = |word: &Word<'_>| param(word.text).ok_or_else(|| finding::no_type(line, *word));
    words.iter().map(param).collect()
}

/// A parameter type: `int`, `java.lang.String`, `byte[]`, and as the virtual machine writes arrays, `[B`.
fn param(name: &str) -> Option<ClassRef> {
    let element = name.trim_end_matches("[]");
    if let Some(class) = machine_array(name) {
        return Some(class);
    }
    let dims = u8::try_from((name.len() - element.len()) / 2).ok()?;
    types::binary(element).map(|id| ClassRef { id, dims })
}

/// `[[I`, `[Ljava.lang.String;`
fn machine_array(name: &str) -> Option<ClassRef> {
    let element = name.trim_start_matches('[');
    let dims = u8::try_from(name.len() - element.len()).ok()?;
    let class = match element
        .strip_prefix('L')
        .and_then(|rest| rest.strip_suffix(';'))
    {
        Some(class) => types::binary(class)?,
        None => ClassRef::primitive_coded(element)?,
    };
    (dims > 0).then_some(ClassRef { id: class, dims })
}

/// The row of a class above that carries out what this class declares once more.
fn row_above(class: ClassId, method: &Declared) -> Option<&'static Method> {
    let above = hierarchy::tables(ClassRef::of(class)).filter(|table| table.class != class);
    above.flat_map(|table| table.methods).find(|row| {
        row.name == method.name && row.is_static == method.is_static && method.takes(row.params)
    })
}

fn own_row(rows: &'static [Method], method: &Declared) -> Option<&'static Method> {
    rows.iter()
        .find(|row| row.name == method.name && method.takes(row.params))
}

/// Where a line that names no method of its class likely went wrong: in the class, in the types, in the name.
fn no_such_method(
    about: &About<'_>,
    name: Word<'_>,
    types: &[Word<'_>],
    params: &[ClassRef],
) -> Problem {
    let declares = |class: &ClassId| {
        let rows = members(*class).map_or(&[][..], |table| table.methods);
        rows.iter()
            .any(|row| row.name == name.text && row.params == params)
            || declared::methods(*class).any(|known| known.name == name.text && known.takes(params))
    };
    let mut above = hierarchy::ancestors(ClassRef::of(about.class)).into_iter();
    if let Some(from) = above.find(declares) {
        return finding::inherited(about.line, about.word, name.text, from);
    }
    let rows = members(about.class).map_or(&[][..], |table| table.methods);
    let rows = rows.iter().filter(|row| !row.hidden);
    let overloads = rows
        .clone()
        .filter(|row| row.name == name.text)
        .map(|row| spelled(row.params.iter().map(|param| param.display())));
    let closed = declared::methods(about.class).filter(|known| known.name == name.text);
    let closed = closed.map(|known| spelled(known.types().map(str::to_owned)));
    let lines: Vec<String> = overloads
        .chain(closed)
        .map(|types| format!("method {} {}{types}", about.class.name(), name.text))
        .collect();
    if !lines.is_empty() {
        let span = Span::new(name.span.start, end(name, types));
        return finding::other_params(about.line, span, &lines);
    }
    let known = rows.map(|row| row.name);
    let known = known.chain(declared::methods(about.class).map(|known| known.name));
    finding::no_method(about.line, about.class, name, known)
}

fn end(name: Word<'_>, types: &[Word<'_>]) -> u32 {
    types.last().unwrap_or(&name).span.end
}

/// Types as a line has them, each behind a space.
fn spelled(types: impl Iterator<Item = String>) -> String {
    types
        .filter(|name| !name.is_empty())
        .map(|name| format!(" {name}"))
        .collect()
}

/// The signature with a variable list written as the array that it is.
fn plain(signature: &str) -> String {
    signature.replace("...", "[]")
}
