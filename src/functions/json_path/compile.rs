//! From the text of a path to its steps.
//!
//! The grammar is what the reference accepts, which is more than it documents: a single character behind a bracket is
//! not read at all, blanks are skipped in brackets only, and a function without arguments leaves its closing parenthesis
//! to be read as the name of the next property.

use super::cursor::{Cursor, unescape};
use super::failure::{Failure, Found, quoted};
use super::filter;
use super::path::{Function, Numbering, Param, Path, Step};

/// Levels of paths in filters, and of parentheses, that a path may nest.
pub(super) const MAX_DEPTH: u32 = 100;

/// Compiles a path; a text that starts with neither `$` nor `@` is a property path from the document.
pub(super) fn compile(text: &str, numbering: &mut Numbering) -> Found<Path> {
    let anchored = text.starts_with(['$', '@']);
    let cursor = if anchored {
        Cursor::new(text)
    } else {
        Cursor::new(&format!("$.{text}"))
    }
    .trimmed();
    if cursor.last_is('.')? {
        return Err(Failure::invalid("a path cannot end with `.` or `..`"));
    }
    read(cursor, numbering)
}

/// Whether a text is a path with an explicit start.
pub(super) fn is_path(text: &str) -> Found<bool> {
    match compile(text, &mut Numbering::default()) {
        Ok(_) => Ok(true),
        Err(limit @ Failure::Limit(_)) => Err(limit),
        Err(_) => Ok(false),
    }
}

fn read(cursor: Cursor, numbering: &mut Numbering) -> Found<Path> {
    numbering.depth += 1;
    if numbering.depth > MAX_DEPTH {
        return Err(Failure::too_deep("the path"));
    }
    let mut reader = Reader {
        path: cursor,
        steps: Vec::new(),
        numbering,
    };
    let from_root = reader.start()?;
    let steps = reader.steps;
    numbering.depth -= 1;
    Ok(Path::new(steps, from_root, numbering))
}

struct Reader<'n> {
    path: Cursor,
    steps: Vec<Step>,
    numbering: &'n mut Numbering,
}

impl Reader<'_> {
    /// Reads everything; tells whether the path starts at the document.
    fn start(&mut self) -> Found<bool> {
        while self.path.in_bounds() && matches!(self.path.current()?, ' ' | '\t' | '\n' | '\r') {
            self.path.at += 1;
        }
        let from_root = match self.path.current()? {
            '$' => true,
            '@' => false,
            _ => return Err(Failure::invalid("a path starts with `$` or `@`")),
        };
        if self.path.is_tail() {
            return Ok(from_root);
        }
        self.path.at += 1;
        if !matches!(self.path.current()?, '.' | '[') {
            return self.fail("a `.` or `[` was expected");
        }
        self.token()?;
        while !self.path.is_tail() {
            self.token()?;
        }
        Ok(from_root)
    }

    fn fail<T>(&self, problem: &str) -> Found<T> {
        Err(Failure::invalid(format!(
            "{problem} at character {} of the path",
            self.path.at + 1
        )))
    }

    fn token(&mut self) -> Found<()> {
        match self.path.current()? {
            '[' => self.bracket(),
            '.' => {
                self.dot()?;
                match self.path.current()? {
                    '[' => self.bracket(),
                    _ => self.named(),
                }
            }
            _ => self.named(),
        }
    }

    fn named(&mut self) -> Found<()> {
        match self.path.current()? {
            '*' => {
                self.path.at += 1;
                self.steps.push(Step::Wildcard);
                Ok(())
            }
            '.' => self.fail("a name was expected, not another `.`,"),
            ' ' => self.fail("a name was expected, not a blank,"),
            _ => self.property_or_function(),
        }
    }

    fn bracket(&mut self) -> Found<()> {
        if self.names()? || self.indexes()? || self.wildcard()? || self.filter()? {
            return Ok(());
        }
        self.fail("a name in quotes, an index, `*` or `?(…)` was expected in the brackets")
    }

    fn dot(&mut self) -> Found<()> {
        if self.path.next_is('.') {
            self.steps.push(Step::Scan);
            self.path.at += 1;
        } else if !self.path.within(self.path.at + 1) {
            return self.fail("a path cannot end with `.`, as");
        }
        self.path.at += 1;
        match self.path.current_is('.')? {
            true => self.fail("a name was expected, not another `.`,"),
            false => Ok(()),
        }
    }

    fn property_or_function(&mut self) -> Found<()> {
        let start = self.path.at;
        let mut end = start;
        while self.path.within(end) && !matches!(self.path.char_at(end)?, ' ' | '.' | '[' | '(') {
            end += 1;
        }
        let name = self.path.slice(start, end)?;
        if !self.path.within(end) {
            return self.property(name, end);
        }
        match self.path.char_at(end)? {
            ' ' => self.fail("a name with blanks needs brackets and quotes, `['my name']`,"),
            '(' => self.function(name, end),
            _ => self.property(name, end),
        }
    }

    fn property(&mut self, name: String, end: usize) -> Found<()> {
        self.path.at = end;
        self.steps.push(Step::Property(vec![name.into()]));
        Ok(())
    }

    fn function(&mut self, name: String, open: usize) -> Found<()> {
        self.closing_parenthesis(&name, open)?;
        let params = if self.path.char_at(open + 1)? == ')' {
            self.path.at = open + 1;
            None
        } else {
            self.path.at = open + 1;
            Some(self.params(&name)?)
        };
        self.steps.push(Step::Function(Function {
            name: name.into(),
            params,
        }));
        Ok(())
    }

    fn closing_parenthesis(&self, name: &str, open: usize) -> Found<()> {
        let mut opened = 1_usize;
        for at in open + 1..self.path.end() {
            match self.path.char_at(at)? {
                '(' => opened += 1,
                ')' => opened -= 1,
                _ => {}
            }
            if opened == 0 {
                return Ok(());
            }
        }
        Err(not_closed(name))
    }

    fn params(&mut self, name: &str) -> Found<Vec<Param>> {
        let mut params = Params::default();
        while self.path.in_bounds() && !params.done {
            let char = self.path.current()?;
            self.path.at += 1;
            if params.kind == Kind::None {
                if matches!(char, ' ' | '\t' | '\n' | '\r') {
                    continue;
                }
                params.kind = Kind::of(char);
            }
            if params.read(char)? {
                self.param(&mut params)?;
            }
            if params.kind != Kind::None && !(char == ',' && params.is_flat()) {
                params.text.push(char);
            }
            params.before = char;
        }
        match params.braces == 0 && params.brackets == 0 && params.parentheses == 0 {
            true => Ok(params.list),
            false => Err(not_closed(name)),
        }
    }

    fn param(&mut self, params: &mut Params) -> Found<()> {
        let text = std::mem::take(&mut params.text);
        match params.kind {
            Kind::Json => params.list.push(Param::Json(text.into())),
            Kind::Path => params.list.push(Param::Path(Box::new(read(
                Cursor::new(&text),
                self.numbering,
            )?))),
            Kind::None => params.text = text,
        }
        params.kind = Kind::None;
        Ok(())
    }

    /// `['a', 'b']`
    fn names(&mut self) -> Found<bool> {
        let quote = self.path.significant_after(self.path.at);
        if quote != '\'' && quote != '"' {
            return Ok(false);
        }
        let mut names = Names {
            quote,
            list: Vec::new(),
            start: 0,
            end: 0,
            open: false,
            after_comma: false,
        };
        let mut escaped = false;
        let mut at = self.path.at + 1;
        while self.path.within(at) {
            let char = self.path.char_at(at)?;
            match char {
                _ if escaped => escaped = false,
                '\\' => escaped = true,
                _ if names.read(&self.path, at, char)? => break,
                _ => {}
            }
            at += 1;
        }
        if names.open {
            return self.fail("a name is not closed, which starts");
        }
        let Some(close) = self.path.index_of_significant(names.end, ']')? else {
            return self.fail("a `]` is missing behind the names, which start");
        };
        self.path.at = close + 1;
        if names.list.is_empty() {
            return self.fail("names are missing");
        }
        self.steps.push(Step::Property(names.list));
        Ok(true)
    }

    /// `[0, 1]` and `[0:1]`
    fn indexes(&mut self) -> Found<bool> {
        let first = self.path.significant_after(self.path.at);
        if !is_digit(first) && first != '-' && first != ':' {
            return Ok(false);
        }
        let start = self.path.at + 1;
        let Some(end) = self.path.index_of(start, ']') else {
            return Ok(false);
        };
        let text = self.path.slice(start, end)?;
        let text = text.trim_matches(|char: char| char <= ' ');
        if !text
            .chars()
            .all(|char| is_digit(char) || matches!(char, ',' | '-' | ':' | ' '))
        {
            return Ok(false);
        }
        let step = if text.contains(':') {
            slice(text)?
        } else {
            index_list(text)?
        };
        self.steps.push(step);
        self.path.at = end + 1;
        Ok(true)
    }

    /// `[*]`
    fn wildcard(&mut self) -> Found<bool> {
        if self.path.significant_after(self.path.at) != '*' {
            return Ok(false);
        }
        let star = self
            .path
            .index_of_significant(self.path.at, '*')?
            .unwrap_or(self.path.at);
        match self.path.index_of_significant(star, ']')? {
            Some(close) if self.path.within(close) => {
                self.path.at = close + 1;
                self.steps.push(Step::Wildcard);
                Ok(true)
            }
            _ => self.fail("a `]` is missing behind the `*`"),
        }
    }

    /// `[?(…)]`
    fn filter(&mut self) -> Found<bool> {
        let start = self.path.at;
        let Some(mark) = self.path.index_of_significant(start, '?')? else {
            return Ok(false);
        };
        let Some(open) = self.path.index_of_significant(mark, '(')? else {
            return Ok(false);
        };
        let Some(close) = self.path.index_of_closing(open, ('(', ')'), true)? else {
            return Ok(false);
        };
        if self.path.significant_after(close) != ']' {
            return Ok(false);
        }
        let Some(end) = self.path.index_of_significant(close, ']')? else {
            return Ok(false);
        };
        let filter = filter::compile(&self.path.slice(start, end + 1)?, self.numbering)?;
        self.steps.push(Step::Filter(filter));
        self.path.at = end + 1;
        Ok(true)
    }
}

fn not_closed(name: &str) -> Failure {
    Failure::invalid(format!(
        "the arguments of the function {} are not closed",
        quoted(name)
    ))
}

/// What an argument is, known by its first character; what is neither is left out.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Kind {
    #[default]
    None,
    Json,
    Path,
}

impl Kind {
    fn of(first: char) -> Kind {
        match first {
            '{' | '"' | '-' => Kind::Json,
            '$' | '@' => Kind::Path,
            digit if is_digit(digit) => Kind::Json,
            _ => Kind::None,
        }
    }
}

/// Arguments while they are read. Brackets are counted everywhere, in quotes too.
struct Params {
    list: Vec<Param>,
    text: String,
    kind: Kind,
    before: char,
    parentheses: usize,
    brackets: usize,
    braces: usize,
    quotes: usize,
    done: bool,
}

impl Default for Params {
    fn default() -> Self {
        let (list, text) = (Vec::new(), String::new());
        Params {
            list,
            text,
            kind: Kind::None,
            before: '\0',
            parentheses: 1,
            brackets: 0,
            braces: 0,
            quotes: 0,
            done: false,
        }
    }
}

impl Params {
    /// Whether a comma would end the argument, as far as its brackets are concerned.
    fn is_flat(&self) -> bool {
        self.braces == 0 && self.brackets == 0 && self.parentheses == 1
    }

    /// Counts a character; tells whether it ends an argument.
    fn read(&mut self, char: char) -> Found<bool> {
        match char {
            '"' if self.before != '\\' && self.quotes > 0 => self.quotes -= 1,
            '"' => self.quotes += 1,
            '(' => self.parentheses += 1,
            '{' => self.braces += 1,
            '[' => self.brackets += 1,
            '}' => self.braces = closed(self.braces, '}')?,
            ']' => self.brackets = closed(self.brackets, ']')?,
            ')' => return Ok(self.close()),
            ',' => return Ok(self.ends(',')),
            _ => {}
        }
        Ok(false)
    }

    fn close(&mut self) -> bool {
        self.parentheses = self.parentheses.saturating_sub(1);
        if self.before == '(' {
            self.text.push(')');
        }
        self.ends(')')
    }

    fn ends(&mut self, char: char) -> bool {
        let closed = self.parentheses == 0 && char == ')';
        let ends = self.quotes == 0
            && self.braces == 0
            && self.brackets == 0
            && (closed || self.parentheses == 1);
        self.done |= ends && self.parentheses == 0;
        ends && self.kind != Kind::None
    }
}

fn closed(open: usize, bracket: char) -> Found<usize> {
    open.checked_sub(1)
        .ok_or_else(|| Failure::invalid(format!("a `{bracket}` in the arguments closes nothing")))
}

/// Names in brackets while they are read.
struct Names {
    quote: char,
    list: Vec<Box<str>>,
    start: usize,
    end: usize,
    open: bool,
    after_comma: bool,
}

impl Names {
    /// Takes a character; tells whether the list ends here.
    fn read(&mut self, path: &Cursor, at: usize, char: char) -> Found<bool> {
        match char {
            ']' | ',' if !self.open && self.after_comma => {
                return Err(Failure::invalid("a name of the path is empty"));
            }
            ']' if !self.open => return Ok(true),
            ',' if !self.open => self.after_comma = true,
            quote if quote == self.quote && self.open => self.close(path, at)?,
            quote if quote == self.quote => {
                (self.start, self.open, self.after_comma) = (at + 1, true, false)
            }
            _ => {}
        }
        Ok(false)
    }

    fn close(&mut self, path: &Cursor, at: usize) -> Found<()> {
        if !matches!(path.significant_after(at), ']' | ',') {
            return Err(Failure::invalid(
                "a `,` or `]` was expected behind a name of the path",
            ));
        }
        self.list
            .push(unescape(&path.slice(self.start, at)?)?.into());
        (self.end, self.open) = (at, false);
        Ok(())
    }
}

/// `from:to`; what stands behind a second colon has no effect.
fn slice(text: &str) -> Found<Step> {
    if text.contains([',', ' ']) {
        return Err(Failure::invalid(format!("{} is no slice", quoted(text))));
    }
    let mut parts = text.split(':').map(|part| {
        if part.is_empty() {
            Ok(None)
        } else {
            integer(part).map(Some)
        }
    });
    let from = parts.next().transpose()?.flatten();
    let to = parts.next().transpose()?.flatten();
    match (from, to) {
        (None, None) => Err(Failure::invalid(format!(
            "the slice {} has neither start nor end",
            quoted(text)
        ))),
        (from, to) => Ok(Step::Slice(from, to)),
    }
}

fn index_list(text: &str) -> Found<Step> {
    let parts = text.split(',').enumerate();
    let last = text.matches(',').count();
    // Blanks belong to the commas; the text itself has none at its ends.
    let part = |(at, part): (usize, &str)| {
        let part = if at > 0 {
            part.trim_start_matches(' ')
        } else {
            part
        };
        integer(if at < last {
            part.trim_end_matches(' ')
        } else {
            part
        })
    };
    Ok(Step::Index(parts.map(part).collect::<Found<_>>()?))
}

/// `Integer.parseInt`
fn integer(text: &str) -> Found<i32> {
    use crate::value::text::Text;
    let parsed = crate::value::number::integer_parse::parse_int(Text::Utf8(text), 10);
    parsed.map_err(|_| Failure::invalid(format!("{} is no index", quoted(text))))
}

/// `Character.isDigit`
pub(super) fn is_digit(char: char) -> bool {
    u16::try_from(u32::from(char))
        .is_ok_and(|unit| crate::value::number::digit::digit(unit, 10).is_some())
}
