//! From lines to rows: which members of this engine a line opens, and what there is to say about it.
//!
//! A whitelist names the class that *declares* a member. Where a class of Java redeclares what it inherits (`List.size`),
//! the row stands in the table of the class above, and the line opens it for the redeclaring class only.

use super::super::args::unavailable;
use super::super::declared::{self, Declared};
use super::super::hierarchy;
use super::super::member::{Body, Constructor, Method};
use super::super::refusal::signature;
use super::super::{members, types};
use super::finding::{self, Problem};
use super::line::{Line, Word};
use super::permissions::Listed;
use crate::diagnostic::Span;
use crate::value::{ClassId, ClassRef};
use std::ptr::fn_addr_eq;

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
        let class = about.class;
        let missing = missing(class);
        let opened = self.listed.entry(class);
        missing.iter().for_each(|name| opened.lacking(name));
        let own = rows(class).iter().filter(|row| opened.method(row)).count();
        let again = declared::methods(class).filter_map(|method| row_above(class, &method));
        let again = again.filter(|row| opened.method(row)).count();
        let constructors = (0..constructors(class).len()).filter(|at| opened.constructor(*at));
        let news = own + again + constructors.count();
        match (news, &missing[..]) {
            (0, []) if members(class).is_none() => {
                let what = format!("whatever `{}` declares", class.name());
                Err(finding::missing(about.line, about.word.span, &what))
            }
            (0, []) => Err(finding::open_already(about.line)),
            (_, []) => Ok(()),
            (_, names) => Err(finding::partly(about.line, about.word.span, class, names)),
        }
    }

    fn method(
        &mut self,
        about: &About<'_>,
        name: Word<'_>,
        types: &[Word<'_>],
        params: &[ClassRef],
    ) -> Result<(), Problem> {
        let class = about.class;
        let mut own = rows(class).iter();
        let own = own.find(|row| row.name == name.text && row.params == params);
        let mut known = declared::methods(class);
        let known = known.find(|method| method.name == name.text && method.takes(params));
        let Some(row) = own.or_else(|| row_above(class, &known?)) else {
            let Some(method) = known else {
                return Err(no_such_method(about, name, types, params));
            };
            self.listed.entry(class).lacking(method.name);
            return Err(not_here(about, end(name, types), &method.to_string()));
        };
        match self.listed.entry(class).method(row) {
            true if !works(row) => Err(not_here(about, end(name, types), &signature(row))),
            true => Ok(()),
            false => Err(finding::open_already(about.line)),
        }
    }

    fn constructor(&mut self, about: &About<'_>, params: &[ClassRef]) -> Result<(), Problem> {
        let class = about.class;
        let mut here = constructors(class).iter();
        let here = here.position(|constructor| constructor.params == params);
        let types: Vec<String> = params.iter().map(|param| param.display()).collect();
        let signature = format!("({})", types.join(","));
        let opened = self.listed.entry(class);
        match here {
            Some(at) if opened.constructor(at) => Ok(()),
            Some(_) => Err(finding::open_already(about.line)),
            None if declared::constructors(class).any(|known| plain(known) == signature) => {
                opened.lacking(class.name());
                let what = format!("`new {}{signature}`", class.name());
                Err(finding::missing(about.line, about.word.span, &what))
            }
            None => {
                let lines = constructor_lines(class);
                Err(finding::no_constructor(about.line, about.word.span, &lines))
            }
        }
    }
}

/// The lines that open the constructors of a class.
fn constructor_lines(class: ClassId) -> Vec<String> {
    let here = constructors(class).iter();
    let here = here.map(|row| spelled(row.params.iter().map(|param| param.display())));
    let closed = declared::constructors(class).map(|known| {
        let types = plain(known);
        let types = types.trim_matches(['(', ')']).split(',');
        spelled(types.map(str::to_owned))
    });
    here.chain(closed)
        .map(|types| format!("new {}{types}", class.name()))
        .collect()
}

fn rows(class: ClassId) -> &'static [Method] {
    members(class).map_or(&[], |table| table.methods)
}

fn constructors(class: ClassId) -> &'static [Constructor] {
    members(class).map_or(&[], |table| table.constructors)
}

/// Whether there is a function behind a row; a hidden one fails here as it does in the reference.
fn works(row: &Method) -> bool {
    row.hidden || !fn_addr_eq(row.body, unavailable as Body)
}

/// The names of what a class declares and this engine does not have.
fn missing(class: ClassId) -> Vec<&'static str> {
    let idle = rows(class).iter().filter(|row| !works(row));
    let absent = declared::methods(class).filter(|method| {
        own_row(class, method)
            .or(row_above(class, method))
            .is_none()
    });
    let mut names: Vec<&str> = idle.map(|row| row.name).collect();
    names.extend(absent.map(|method| method.name));
    names.sort_unstable();
    names.dedup();
    let closed = declared::constructors(class).next().is_some();
    names.extend((constructors(class).is_empty() && closed).then(|| class.name()));
    names
}

fn not_here(about: &About<'_>, end: u32, signature: &str) -> Problem {
    let span = Span::new(about.word.span.start, end);
    let what = format!("`{}.{signature}`", about.class.name());
    finding::missing(about.line, span, &what)
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

fn own_row(class: ClassId, method: &Declared) -> Option<&'static Method> {
    let mut rows = rows(class).iter();
    rows.find(|row| row.name == method.name && method.takes(row.params))
}

/// Where a line that names no method of its class likely went wrong: in the class, in the types, in the name.
fn no_such_method(
    about: &About<'_>,
    name: Word<'_>,
    types: &[Word<'_>],
    params: &[ClassRef],
) -> Problem {
    let declares = |class: &ClassId| {
        let mut own = rows(*class).iter();
        own.any(|row| row.name == name.text && row.params == params)
            || declared::methods(*class).any(|known| known.name == name.text && known.takes(params))
    };
    let mut above = hierarchy::ancestors(ClassRef::of(about.class)).into_iter();
    if let Some(from) = above.find(declares) {
        return finding::inherited(about.line, about.word, name.text, from);
    }
    let lines = method_lines(about.class, name.text);
    if !lines.is_empty() {
        let span = Span::new(name.span.start, end(name, types));
        return finding::other_params(about.line, span, &lines);
    }
    let known = rows(about.class).iter().filter(|row| !row.hidden);
    let known = known.map(|row| row.name);
    let known = known.chain(declared::methods(about.class).map(|known| known.name));
    finding::no_method(about.line, about.class, name, known)
}

/// The lines that open the methods of that name.
fn method_lines(class: ClassId, name: &str) -> Vec<String> {
    let here = rows(class).iter();
    let here = here.filter(|row| row.name == name && !row.hidden);
    let here = here.map(|row| spelled(row.params.iter().map(|param| param.display())));
    let closed = declared::methods(class).filter(|known| known.name == name);
    let closed = closed
        .filter(|known| own_row(class, known).is_none())
        .map(|known| spelled(known.types().map(str::to_owned)));
    here.chain(closed)
        .map(|types| format!("method {} {name}{types}", class.name()))
        .collect()
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
