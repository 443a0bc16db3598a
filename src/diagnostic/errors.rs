//! Why a template does not parse: one constructor a mistake, and the only place where these sentences live.

use super::{Code, Diagnostic, Label, Severity, Span};

/// A template that does not parse: what the reference reports, and what we say about it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ParseError {
    /// The reference's code, or ours where it has none.
    pub code: Option<Code>,
    /// The Java exception, where the reference has no code: `ParseException` for the template around the expressions, or
    /// an exception that escapes from its parser.
    pub exception: Option<&'static str>,
    /// The reference's position: UTF-16 units of the trimmed expression, of the rewritten template for a `ParseException`.
    pub position: Option<u32>,
    /// Place and remedy in the template as it was written.
    pub diagnostic: Box<Diagnostic>,
}

impl std::error::Error for ParseError {}

/// Where a mistake is, for the reference and for us.
#[derive(Clone, Copy)]
pub(crate) struct Place<'t> {
    pub template: &'t str,
    pub span: Span,
    pub position: u32,
}

/// The escape of an exception from the reference's parser when it builds a node without an operand.
const NULL_OPERAND: &str = "IllegalArgumentException";
/// The exception for everything around the expressions.
const TEMPLATE: &str = "ParseException";
/// What the text ends in, instead of a token.
const END: &str = "the end of the expression";

fn quoted(found: Option<&str>) -> String {
    found.map_or_else(|| END.to_owned(), |token| format!("`{token}`"))
}

impl ParseError {
    fn new(place: Place<'_>, message: String) -> Self {
        let diagnostic = Diagnostic {
            template: place.template.into(),
            code: None,
            severity: Severity::Error,
            message,
            primary: Label {
                span: place.span,
                text: String::new(),
            },
            secondary: Vec::new(),
            help: Vec::new(),
            mends: Vec::new(),
        };
        ParseError {
            code: None,
            exception: None,
            position: Some(place.position),
            diagnostic: Box::new(diagnostic),
        }
    }

    fn coded(place: Place<'_>, code: Code, message: String) -> Self {
        let mut error = ParseError::new(place, message);
        error.code = Some(code);
        error.diagnostic.code = Some(code);
        error
    }

    fn escaped(place: Place<'_>, exception: &'static str, message: String) -> Self {
        ParseError {
            exception: Some(exception),
            position: None,
            ..ParseError::new(place, message)
        }
    }

    fn template(place: Place<'_>, message: String) -> Self {
        ParseError {
            exception: Some(TEMPLATE),
            ..ParseError::new(place, message)
        }
    }

    /// Says what is wrong right at the place.
    #[must_use]
    pub(crate) fn label(mut self, text: &str) -> Self {
        self.diagnostic.primary.text = text.to_owned();
        self
    }

    /// Points to another place.
    #[must_use]
    pub(crate) fn also(mut self, span: Span, text: &str) -> Self {
        self.diagnostic.secondary.push(Label {
            span,
            text: text.to_owned(),
        });
        self
    }

    /// Adds a remedy in words.
    #[must_use]
    pub(crate) fn help(mut self, help: impl Into<String>) -> Self {
        self.diagnostic.help.push(help.into());
        self
    }

    // --- what is missing -----------------------------------------------------------------------------------------------------

    /// Another token, or the end, stands where a certain one must be.
    pub(crate) fn unexpected(place: Place<'_>, found: Option<&str>, expected: &str) -> Self {
        let code = if found.is_some() {
            Code::UNEXPECTED_TOKEN
        } else {
            Code::OUT_OF_INPUT
        };
        ParseError::coded(
            place,
            code,
            format!("found {}, expected {expected}", quoted(found)),
        )
    }

    /// `a +` with nothing behind.
    pub(crate) fn right_operand(place: Place<'_>, operator: &str, found: Option<&str>) -> Self {
        let found = quoted(found);
        ParseError::coded(
            place,
            Code::RIGHT_OPERAND,
            format!("found {found} where the right operand of `{operator}` should be"),
        )
        .label("its right operand is missing")
    }

    /// `* a`.
    pub(crate) fn left_operand(place: Place<'_>, operator: &str) -> Self {
        ParseError::coded(
            place,
            Code::LEFT_OPERAND,
            format!("found `{operator}` without a left operand"),
        )
        .label("its left operand is missing")
    }

    /// `!` with nothing behind.
    pub(crate) fn prefix_operand(place: Place<'_>, operator: &str, found: Option<&str>) -> Self {
        let found = quoted(found);
        ParseError::coded(
            place,
            Code::OUT_OF_INPUT,
            format!("found {found} where the operand of `{operator}` should be"),
        )
        .label("its operand is missing")
    }

    /// An operand that the reference only misses when it builds the node: a branch of a ternary, an element, an argument.
    pub(crate) fn absent_operand(place: Place<'_>, what: &str, found: Option<&str>) -> Self {
        ParseError::escaped(
            place,
            NULL_OPERAND,
            format!("found {} where {what} should be", quoted(found)),
        )
        .label(&format!("{what} is missing"))
    }

    /// Nothing between brackets, or nothing that begins an expression.
    pub(crate) fn no_expression(place: Place<'_>, found: Option<&str>) -> Self {
        ParseError::coded(
            place,
            Code::OUT_OF_INPUT,
            format!("found {}, expected an expression", quoted(found)),
        )
    }

    /// `[]`, `?[]`.
    pub(crate) fn empty_brackets(place: Place<'_>, open: &str, found: Option<&str>) -> Self {
        let message = format!(
            "found {}, expected an expression behind `{open}`",
            quoted(found)
        );
        ParseError::coded(place, Code::MISSING_SELECTION, message).label("nothing is selected")
    }

    /// `f(1` and the end.
    pub(crate) fn open_arguments(place: Place<'_>) -> Self {
        ParseError::coded(
            place,
            Code::OUT_OF_ARGUMENTS,
            format!("found {END}, expected `)`"),
        )
        .label("these arguments are not closed")
    }

    /// `new X` without parentheses.
    pub(crate) fn constructor_arguments(
        place: Place<'_>,
        class: &str,
        found: Option<&str>,
    ) -> Self {
        let message = format!(
            "found {} behind `new {class}`, expected arguments",
            quoted(found)
        );
        ParseError::coded(place, Code::CONSTRUCTOR_ARGUMENTS, message).label("`(` is missing here")
    }

    // --- what is there and should not be -------------------------------------------------------------------------------------

    /// Text behind a complete expression.
    pub(crate) fn more_input(place: Place<'_>, found: &str) -> Self {
        ParseError::coded(
            place,
            Code::MORE_INPUT,
            format!("found `{found}` after a complete expression"),
        )
        .label("not expected here")
    }

    /// `a.1`.
    pub(crate) fn after_dot(place: Place<'_>, dot: &str, found: Option<&str>) -> Self {
        let code = if found.is_some() {
            Code::DATA_AFTER_DOT
        } else {
            Code::OUT_OF_INPUT
        };
        ParseError::coded(
            place,
            code,
            format!("found {} behind `{dot}`, expected a name", quoted(found)),
        )
    }

    /// `@1`.
    pub(crate) fn bean_name(place: Place<'_>, sign: &str, found: Option<&str>) -> Self {
        let message = format!(
            "found {} behind `{sign}`, expected the name of a bean",
            quoted(found)
        );
        ParseError::coded(place, Code::BEAN_NAME, message).label("this sign refers to a bean")
    }

    // --- characters ----------------------------------------------------------------------------------------------------------

    /// A character that begins no token.
    pub(crate) fn unsupported_character(place: Place<'_>, c: char) -> Self {
        let name = match c {
            '\u{A0}' | '\u{202F}' => "a no-break space".to_owned(),
            '\u{B}' => "a vertical tab".to_owned(),
            '\u{C}' => "a form feed".to_owned(),
            '\u{200B}' => "a space of no width".to_owned(),
            '\u{FEFF}' => "a byte order mark".to_owned(),
            _ if c.is_whitespace() => "an unusual space".to_owned(),
            _ => format!("`{}`", c.escape_debug()),
        };
        let message = format!(
            "found {name} (U+{:04X}), which has no meaning here",
            c as u32
        );
        ParseError::coded(place, Code::UNSUPPORTED_CHARACTER, message)
    }

    /// A backslash outside of a string.
    pub(crate) fn backslash(place: Place<'_>) -> Self {
        ParseError::coded(
            place,
            Code::ESCAPE_CHARACTER,
            "found `\\` outside of a string".to_owned(),
        )
        .help("there are no escapes; in a string a quote is doubled: `'it''s'`")
    }

    /// One `|` alone.
    pub(crate) fn single_pipe(place: Place<'_>) -> Self {
        ParseError::coded(
            place,
            Code::MISSING_CHARACTER,
            "found a single `|`, expected `||`".to_owned(),
        )
    }

    /// A string that is not closed.
    pub(crate) fn open_string(place: Place<'_>, quote: char) -> Self {
        let code = if quote == '"' {
            Code::DOUBLE_QUOTE_OPEN
        } else {
            Code::SINGLE_QUOTE_OPEN
        };
        ParseError::coded(
            place,
            code,
            format!("found a string without its closing `{quote}`"),
        )
        .label("the string begins here")
    }

    /// `0x` without digits.
    pub(crate) fn open_hex(place: Place<'_>, code: Code, text: &str) -> Self {
        ParseError::coded(
            place,
            code,
            format!("found `{text}`, expected digits behind `0x`"),
        )
    }

    /// `1.5L`.
    pub(crate) fn long_real(place: Place<'_>, text: &str) -> Self {
        let message = format!("found the suffix `L` at the real number `{text}`");
        ParseError::coded(place, Code::LONG_SUFFIX_ON_REAL, message)
            .label("`L` marks a whole number")
    }

    /// The text ends within an exponent, where the reference reads past the end of its array.
    pub(crate) fn open_exponent(place: Place<'_>, text: &str) -> Self {
        let message = format!("found {END} in the exponent of `{text}`, expected digits");
        ParseError::escaped(place, "ArrayIndexOutOfBoundsException", message)
    }

    /// A number that its type cannot hold.
    pub(crate) fn number(place: Place<'_>, code: Code, text: &str) -> Self {
        let error = |message| ParseError::coded(place, code, message);
        match code {
            Code::NOT_AN_INT => error(format!(
                "found `{text}`, which is not between 0 and 2147483647"
            )),
            Code::NOT_A_LONG => error(format!(
                "found `{text}`, which is not between 0 and 9223372036854775807"
            ))
            .help("a real number is larger but less exact, as in `1e19`"),
            _ => error(format!("found `{text}`, which is no number"))
                .label("an `e` behind digits begins an exponent"),
        }
    }

    // --- sizes ---------------------------------------------------------------------------------------------------------------

    /// More text than an expression may have.
    pub(crate) fn expression_too_long(place: Place<'_>, len: usize, limit: usize) -> Self {
        let message =
            format!("found an expression of {len} UTF-16 units, expected at most {limit}");
        ParseError::coded(place, Code::EXPRESSION_TOO_LONG, message)
    }

    /// More text than a template may have.
    pub(crate) fn template_too_long(place: Place<'_>, len: usize, limit: usize) -> Self {
        ParseError::coded(
            place,
            Code::TEMPLATE_TOO_LONG,
            format!("found a template of {len} bytes, expected at most {limit}"),
        )
    }

    /// More brackets, prefix operators or ternaries within each other than the limit allows.
    pub(crate) fn nesting_too_deep(place: Place<'_>, limit: usize) -> Self {
        ParseError::coded(
            place,
            Code::NESTING_TOO_DEEP,
            format!("found more than {limit} levels of nesting"),
        )
        .label("this is one level too deep")
    }

    /// Nesting within the limit, but on a thread with too small a stack.
    pub(crate) fn stack_too_small(place: Place<'_>) -> Self {
        let message = "found more nesting than the stack of this thread can hold".to_owned();
        ParseError::coded(place, Code::NESTING_TOO_DEEP, message)
    }

    // --- the template around the expressions ---------------------------------------------------------------------------------

    /// A hole without its `}`.
    pub(crate) fn open_hole(place: Place<'_>) -> Self {
        ParseError::template(
            place,
            "found an expression without its closing `}`".to_owned(),
        )
        .label("it begins here")
    }

    /// A hole with nothing in it.
    pub(crate) fn empty_hole(place: Place<'_>) -> Self {
        ParseError::template(
            place,
            "found braces without an expression in them".to_owned(),
        )
    }

    /// A closing bracket without its opening one.
    pub(crate) fn closing_bracket(place: Place<'_>, close: char, open: char) -> Self {
        ParseError::template(
            place,
            format!("found `{close}` without an opening `{open}`"),
        )
    }

    /// A closing bracket that does not fit the last opening one.
    pub(crate) fn bracket_mismatch(place: Place<'_>, close: char, expected: char) -> Self {
        ParseError::template(place, format!("found `{close}`, expected `{expected}`"))
    }

    /// A bracket that is never closed.
    pub(crate) fn open_bracket(place: Place<'_>, open: char, close: char) -> Self {
        ParseError::template(place, format!("found `{open}` without a closing `{close}`"))
    }

    /// A quote in a hole that is never closed.
    pub(crate) fn open_quote(place: Place<'_>, quote: char) -> Self {
        ParseError::template(
            place,
            format!("found a string without its closing `{quote}`"),
        )
        .label("the string begins here")
    }
}
