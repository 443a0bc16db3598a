//! Trees as text, in two forms.
//!
//! * [`canonical`] is the reference's own rendering, which shows up in its messages (specification §3.4). It forgets things:
//!   `1L` becomes `1`, `-(-x)` becomes `--x`.
//! * [`source`] parses again to the same tree.
//!
//! Both walk a left-leaning spine in a loop, so that their recursion is as bounded as the depth of the tree.

use std::fmt::{self, Write};

use super::ast::{BinaryOp, Kind, Node, StepOp, UnaryOp, Which};

/// The text form of the reference.
pub fn canonical(node: &Node) -> String {
    print(node, Form::Canonical)
}

/// A text that parses to the same tree, places aside.
pub fn source(node: &Node) -> String {
    print(node, Form::Source)
}

#[derive(Clone, Copy, PartialEq)]
enum Form {
    Canonical,
    Source,
}

fn print(node: &Node, form: Form) -> String {
    let mut printer = Printer {
        out: String::new(),
        form,
    };
    printer.node(node);
    printer.out
}

struct Printer {
    out: String,
    form: Form,
}

impl Printer {
    fn node(&mut self, node: &Node) {
        let (first, spine) = node.spine();
        self.out.extend(std::iter::repeat_n('(', spine.len()));
        self.single(first);
        for operation in spine {
            if let Kind::Binary { op, right, .. } = &operation.kind {
                self.words([" ", binary(*op), " "]);
                self.node(right);
                self.out.push(')');
            }
        }
    }

    /// Any node but a binary operation.
    fn single(&mut self, node: &Node) {
        match &node.kind {
            Kind::Chain(links) => self.chain(links),
            Kind::List(elements) => self.list("{", elements, "}"),
            Kind::Map(entries) => self.map(entries),
            Kind::Function { name, args } => self.call(["#", name], args),
            Kind::Method { name, args, .. } => self.call(["", name], args),
            Kind::New { name, args } => self.call(["new ", &self.class(name)], args),
            Kind::NewArray { name, dims, init } => self.array(name, dims, init.as_deref()),
            Kind::Index { index: body, .. } => self.bracketed("[", body),
            Kind::Projection { body, .. } => self.bracketed("![", body),
            Kind::Selection { which, body, .. } => self.bracketed(selection(*which), body),
            Kind::Unary { op, operand } => self.prefixed(unary(*op), operand),
            Kind::Step {
                op,
                prefix: true,
                operand,
            } => self.prefixed(step(*op), operand),
            Kind::Step {
                op,
                prefix: false,
                operand,
            } => self.postfixed(operand, step(*op)),
            Kind::Ternary {
                condition,
                then,
                other,
            } => self.group(&[("", condition), (" ? ", then), (" : ", other)]),
            Kind::Elvis { value, other } => self.group(&[("", value), (" ?: ", other)]),
            Kind::Assign { target, value } => self.assign(target, value),
            leaf => self.leaf(leaf),
        }
    }

    fn leaf(&mut self, leaf: &Kind) {
        match leaf {
            Kind::Null => self.words(["null"]),
            Kind::Bool(value) => self.words([if *value { "true" } else { "false" }]),
            Kind::Int(value) => self.shown(value, ""),
            Kind::Long(value) => self.shown(value, "L"),
            Kind::Float(value) => self.float(value),
            Kind::Double(value) => self.double(*value),
            Kind::Str(value) => self.words(["'", &value.replace('\'', "''"), "'"]),
            Kind::Variable(name) => self.words(["#", name]),
            Kind::Property { name, .. } => self.words([&**name]),
            Kind::TypeRef { name, dims } => self.words([
                "T(",
                &self.class(name),
                &"[]".repeat(usize::from(*dims)),
                ")",
            ]),
            Kind::Bean { name, factory } => self.bean(name, *factory),
            _ => unreachable!("nodes with children are printed by `single`"),
        }
    }

    // --- pieces --------------------------------------------------------------------------------------------------------------

    fn words<const N: usize>(&mut self, words: [&str; N]) {
        self.out.extend(words);
    }

    /// A number, with the suffix that only the faithful form shows.
    fn shown(&mut self, value: impl fmt::Display, suffix: &str) {
        let suffix = if self.form == Form::Source {
            suffix
        } else {
            ""
        };
        _ = write!(self.out, "{value}{suffix}");
    }

    fn float(&mut self, value: &f32) {
        match self.form {
            Form::Canonical => {
                self.words([&java_real(&format!("{value:e}"), &format!("{value:.1e}"))]);
            }
            Form::Source if value.is_infinite() => self.words(["1e999f"]),
            Form::Source => _ = write!(self.out, "{value:?}f"),
        }
    }

    fn double(&mut self, value: f64) {
        match self.form {
            Form::Canonical => {
                self.words([&java_real(&format!("{value:e}"), &format!("{value:.1e}"))]);
            }
            Form::Source if value.is_infinite() => self.words(["1e999"]),
            Form::Source => _ = write!(self.out, "{value:?}"),
        }
    }

    fn list(&mut self, open: &str, nodes: &[Node], close: &str) {
        self.words([open]);
        for (nth, node) in nodes.iter().enumerate() {
            self.words([if nth > 0 { "," } else { "" }]);
            self.node(node);
        }
        self.words([close]);
    }

    fn map(&mut self, entries: &[(Node, Node)]) {
        self.words(["{"]);
        for (nth, (key, value)) in entries.iter().enumerate() {
            self.words([if nth > 0 { "," } else { "" }]);
            self.node(key);
            self.words([":"]);
            self.node(value);
        }
        self.words([if entries.is_empty() && self.form == Form::Source {
            ":}"
        } else {
            "}"
        }]);
    }

    fn call(&mut self, name: [&str; 2], args: &[Node]) {
        self.words(name);
        self.list("(", args, ")");
    }

    fn bracketed(&mut self, open: &str, body: &Node) {
        self.words([open]);
        if self.form == Form::Source && ends_in_reserved(body) {
            self.bare(body);
        } else {
            self.node(body);
        }
        self.words(["]"]);
    }

    /// A node whose text must end right before a `]`, so no parentheses may close there. None are needed: the tree can
    /// only come from a text without them.
    fn bare(&mut self, node: &Node) {
        let (left, word, last) = match &node.kind {
            Kind::Binary { op, left, right } => (Some(left), format!(" {} ", binary(*op)), right),
            Kind::Elvis { value, other } => (Some(value), " ?: ".to_owned(), other),
            Kind::Assign { target, value } => (Some(target), " = ".to_owned(), value),
            Kind::Unary { op, operand } => (None, format!("{} ", unary(*op)), operand),
            Kind::Step { op, operand, .. } => (None, format!("{} ", step(*op)), operand),
            Kind::Ternary {
                condition,
                then,
                other,
            } => {
                self.node(condition);
                self.words([" ? "]);
                (Some(then), " : ".to_owned(), other)
            }
            _ => return self.single(node),
        };
        left.into_iter().for_each(|left| self.node(left));
        self.words([&word]);
        self.bare(last);
    }

    fn group(&mut self, parts: &[(&str, &Node)]) {
        self.words(["("]);
        for (word, node) in parts {
            self.words([word]);
            self.node(node);
        }
        self.words([")"]);
    }

    fn assign(&mut self, target: &Node, value: &Node) {
        if self.form == Form::Source {
            return self.group(&[("", target), (" = ", value)]);
        }
        self.node(target);
        self.words(["="]);
        self.node(value);
    }

    fn prefixed(&mut self, op: &str, operand: &Node) {
        self.words([op]);
        self.operand(operand, begins_with_name);
    }

    /// In the faithful form in parentheses, because neither `^` nor another `++` may follow.
    fn postfixed(&mut self, operand: &Node, op: &str) {
        let (open, close) = if self.form == Form::Source {
            ("(", ")")
        } else {
            ("", "")
        };
        self.words([open]);
        self.operand(operand, begins_with_name);
        self.words([op, close]);
    }

    /// A node in a place where, in the faithful form, it needs parentheses unless it is `plain`.
    fn operand(&mut self, node: &Node, plain: fn(&Node) -> bool) {
        if self.form == Form::Canonical || plain(node) {
            self.node(node);
        } else {
            self.group(&[("", node)]);
        }
    }

    fn chain(&mut self, links: &[Node]) {
        for (nth, link) in links.iter().enumerate() {
            match (&link.kind, null_safe(link)) {
                _ if nth == 0 => self.operand(link, can_be_continued),
                // A `$` right before a `[` would be read as `$[`.
                (Kind::Index { .. }, false)
                    if self.form == Form::Canonical || !self.out.ends_with('$') =>
                {
                    self.single(link);
                }
                (_, safe) => {
                    self.words([if safe { "?." } else { "." }]);
                    self.single(link);
                }
            }
        }
    }

    /// The reference shows no sizes where there is an initialiser.
    fn array(&mut self, name: &str, dims: &[Option<Node>], init: Option<&Node>) {
        self.words(["new ", &self.class(name)]);
        match init {
            Some(_) if self.form == Form::Canonical => self.words(["[]"]),
            _ => dims.iter().for_each(|size| self.size(size.as_ref())),
        }
        if let Some(init) = init {
            self.words([" "]);
            self.node(init);
        }
    }

    fn size(&mut self, size: Option<&Node>) {
        match size {
            Some(size) => self.bracketed("[", size),
            None => self.words(["[]"]),
        }
    }

    /// A class name; one part that is a number may need its prefix back to be read as one part.
    fn class(&self, name: &str) -> String {
        if self.form == Form::Canonical || !name.contains(|c: char| c.is_ascii_digit()) {
            return name.to_owned();
        }
        let hex = |part: &&str| {
            part.starts_with(|c: char| c.is_ascii_digit())
                && part.bytes().all(|b| b.is_ascii_hexdigit())
        };
        let parts = name.split('.').map(|part| {
            if hex(&part) {
                format!("0x{part}")
            } else {
                part.to_owned()
            }
        });
        parts.collect::<Vec<_>>().join(".")
    }

    fn bean(&mut self, name: &str, factory: bool) {
        let sign = if factory { "&" } else { "@" };
        let quote = if name.replace("''", "").contains('\'') {
            "\""
        } else {
            "'"
        };
        match self.form {
            Form::Source => self.words([sign, quote, name, quote]),
            // The reference keeps the `&` in the name, and quotes names with a dot.
            Form::Canonical => {
                let at = if factory || name.starts_with('&') {
                    ""
                } else {
                    "@"
                };
                let quote = if name.contains('.') { "'" } else { "" };
                self.words([at, quote, if factory { sign } else { "" }, name, quote]);
            }
        }
    }
}

fn null_safe(node: &Node) -> bool {
    match node.kind {
        Kind::Property { null_safe, .. }
        | Kind::Method { null_safe, .. }
        | Kind::Index { null_safe, .. }
        | Kind::Projection { null_safe, .. }
        | Kind::Selection { null_safe, .. } => null_safe,
        _ => false,
    }
}

/// Whether the text of the node ends in a `T` or `new` that is a name, as it can be before a `]` only.
fn ends_in_reserved(node: &Node) -> bool {
    match &node.kind {
        Kind::Property { name, .. } => &**name == "T" || name.eq_ignore_ascii_case("new"),
        Kind::Binary { right: last, .. }
        | Kind::Elvis { other: last, .. }
        | Kind::Assign { value: last, .. }
        | Kind::Unary { operand: last, .. }
        | Kind::Step {
            operand: last,
            prefix: true,
            ..
        }
        | Kind::Ternary { other: last, .. } => ends_in_reserved(last),
        _ => false,
    }
}

/// Whether a prefix operator right in front of the node's text stays a token of its own.
fn begins_with_name(node: &Node) -> bool {
    match &node.kind {
        Kind::Chain(links) => links.first().is_some_and(begins_with_name),
        Kind::Variable(_)
        | Kind::Function { .. }
        | Kind::Property { .. }
        | Kind::Method { .. }
        | Kind::Int(_)
        | Kind::Long(_)
        | Kind::Str(_)
        | Kind::Bool(_)
        | Kind::Null => true,
        _ => false,
    }
}

/// Whether a link right behind the node's text belongs to the whole of it.
fn can_be_continued(node: &Node) -> bool {
    !matches!(
        node.kind,
        Kind::Chain(_) | Kind::Unary { .. } | Kind::Step { .. } | Kind::NewArray { .. }
    )
}

/// Java's text of a real number, from its shortest digits (`1.5e3`) and from its two best digits: Java prefers the latter
/// when the former is but one digit, which matters for the smallest numbers only.
fn java_real(shortest: &str, two_digits: &str) -> String {
    let Some((digits, exponent)) = shortest.split_once('e') else {
        return shortest.replace("inf", "Infinity");
    };
    let Ok(exponent) = exponent.parse::<i32>() else {
        return shortest.to_owned();
    };
    if !digits.contains('.') && digits != "0" && two_digits != shortest {
        return java_real(two_digits, two_digits);
    }
    let digits: String = digits.chars().filter(|c| *c != '.').collect();
    let digits = digits.trim_end_matches('0');
    laid_out(if digits.is_empty() { "0" } else { digits }, exponent)
}

/// `digits` with the point after the first, times ten to the `exponent`.
fn laid_out(digits: &str, exponent: i32) -> String {
    match exponent {
        0..7 => {
            let whole = exponent as usize + 1;
            let padded = format!("{digits:0<whole$}");
            let (whole, fraction) = padded.split_at(whole);
            format!(
                "{whole}.{}",
                if fraction.is_empty() { "0" } else { fraction }
            )
        }
        -3..0 => format!("0.{}{digits}", "0".repeat((-exponent - 1) as usize)),
        _ => {
            let (whole, fraction) = digits.split_at(1);
            format!(
                "{whole}.{}E{exponent}",
                if fraction.is_empty() { "0" } else { fraction }
            )
        }
    }
}

pub(super) fn binary(op: BinaryOp) -> &'static str {
    match op {
        BinaryOp::Or => "or",
        BinaryOp::And => "and",
        BinaryOp::Eq => "==",
        BinaryOp::Ne => "!=",
        BinaryOp::Lt => "<",
        BinaryOp::Le => "<=",
        BinaryOp::Gt => ">",
        BinaryOp::Ge => ">=",
        BinaryOp::InstanceOf => "instanceof",
        BinaryOp::Matches => "matches",
        BinaryOp::Between => "between",
        BinaryOp::Add => "+",
        BinaryOp::Sub => "-",
        BinaryOp::Mul => "*",
        BinaryOp::Div => "/",
        BinaryOp::Mod => "%",
        BinaryOp::Pow => "^",
    }
}

pub(super) fn unary(op: UnaryOp) -> &'static str {
    match op {
        UnaryOp::Not => "!",
        UnaryOp::Minus => "-",
        UnaryOp::Plus => "+",
    }
}

pub(super) fn step(op: StepOp) -> &'static str {
    match op {
        StepOp::Increment => "++",
        StepOp::Decrement => "--",
    }
}

pub(super) fn selection(which: Which) -> &'static str {
    match which {
        Which::All => "?[",
        Which::First => "^[",
        Which::Last => "$[",
    }
}
