//! The engine: settings, the cache of compiled templates, and the three ways to ask.

use crate::cache::{Cache, CacheStats};
use crate::compile::needs::Needs;
use crate::compile::{self, show};
use crate::context::Context;
use crate::diagnostic::{Diagnostic, Span};
use crate::java::Environment;
use crate::syntax::dump;
use crate::template::{self, ParseLimits, Part};
use crate::value::convert::{self, Converter};
use crate::value::fault::Fault;
use crate::value::{Arena, ClassId, ClassRef, Owned, Value};
use crate::vm::machine::{Machine, Output};
use crate::vm::program::Program;
use crate::{Error, Limits};
use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;
use std::time::Duration;

/// Compiles templates and remembers them.
///
/// ```
/// use gravitee_el::{Context, Engine};
///
/// let engine = Engine::new();
/// let template = engine.compile("{#status > 399 ? 'failed' : 'ok'}")?;
/// let mut context = Context::new();
/// context.set_owned("status", gravitee_el::Owned::Int(503));
/// assert_eq!(template.render(&context)?, "failed");
/// # Ok::<(), gravitee_el::Error>(())
/// ```
pub struct Engine {
    settings: Arc<Settings>,
    cache: Cache,
}

struct Settings {
    limits: Limits,
    optimize: bool,
    environment: Environment,
}

/// Builds an [`Engine`] with other settings than the usual ones.
///
/// ```
/// use gravitee_el::{Engine, Limits};
///
/// let engine = Engine::builder().limits(Limits { operations: 1_000, ..Limits::default() }).cache_size(500).build();
/// assert_eq!(engine.cache_stats().entries, 0);
/// ```
pub struct EngineBuilder {
    limits: Limits,
    optimize: bool,
    cache_size: usize,
    cache_idle: Duration,
}

impl EngineBuilder {
    /// The limits of compilation and evaluation.
    #[must_use]
    pub fn limits(mut self, limits: Limits) -> Self {
        self.limits = limits;
        self
    }

    /// Whether the optimizer runs (it does by default); answers are the same either way.
    #[must_use]
    pub fn optimize(mut self, optimize: bool) -> Self {
        self.optimize = optimize;
        self
    }

    /// How many compiled templates are remembered: 20 000 by default.
    #[must_use]
    pub fn cache_size(mut self, entries: usize) -> Self {
        self.cache_size = entries;
        self
    }

    /// How long a compiled template is remembered without being asked for: one hour by default.
    #[must_use]
    pub fn cache_idle(mut self, idle: Duration) -> Self {
        self.cache_idle = idle;
        self
    }

    /// The engine.
    pub fn build(self) -> Engine {
        let settings = Settings {
            limits: self.limits,
            optimize: self.optimize,
            environment: Environment::default(),
        };
        Engine {
            settings: Arc::new(settings),
            cache: Cache::new(self.cache_size, self.cache_idle),
        }
    }
}

impl Default for Engine {
    fn default() -> Self {
        Engine::new()
    }
}

impl Engine {
    /// An engine with the usual settings.
    pub fn new() -> Self {
        Engine::builder().build()
    }

    /// Starts from the usual settings.
    pub fn builder() -> EngineBuilder {
        EngineBuilder {
            limits: Limits::default(),
            optimize: true,
            cache_size: 20_000,
            cache_idle: Duration::from_secs(3_600),
        }
    }

    /// Compiles a template, past the cache.
    ///
    /// # Errors
    /// When the text does not parse; the error says where, why and how to mend it.
    pub fn compile(&self, text: &str) -> Result<Template, Error> {
        let limits = &self.settings.limits;
        let limits = ParseLimits {
            max_text: limits.template_text,
            max_expression: limits.expression_text,
            max_nesting: limits.nesting,
        };
        let parsed = template::parse(text, &limits).map_err(Error::parse)?;
        let literal = match &parsed.parts[..] {
            [] => Some(Box::default()),
            [Part::Literal(literal)] => Some((*literal).into()),
            _ => None,
        };
        let program = match literal {
            Some(_) => Program::default(),
            None => compile::compile(&parsed.parts, self.settings.optimize),
        };
        let syntax = parsed.parts.iter().map(|part| part.tree(text)).collect();
        let compiled = Compiled {
            source: text.into(),
            literal,
            program,
            syntax,
            settings: self.settings.clone(),
        };
        Ok(Template(Arc::new(compiled)))
    }

    /// The compiled template of a text, from the cache when it is there.
    ///
    /// # Errors
    /// When the text does not parse; failures are remembered too.
    pub fn template(&self, text: &str) -> Result<Template, Error> {
        self.cache.get(text, || self.compile(text))
    }

    /// Whether a condition holds; a text without an expression costs no look-up of a compiled one.
    pub fn matches(&self, condition: &str, context: &Context<'_>) -> Decision {
        match self.template(condition) {
            Ok(template) => template.matches(context),
            Err(error) => Decision::Abort(error),
        }
    }

    /// The text of a template; one without an expression is borrowed.
    ///
    /// # Errors
    /// When the text does not parse, or its evaluation stops.
    pub fn render<'t>(&self, text: &'t str, context: &Context<'_>) -> Result<Cow<'t, str>, Error> {
        if memchr::memchr(b'{', text.as_bytes()).is_none() {
            return Ok(Cow::Borrowed(text));
        }
        self.template(text)?
            .render(context)
            .map(|text| Cow::Owned(text.into_owned()))
    }

    /// The value of a template.
    ///
    /// # Errors
    /// When the text does not parse, or its evaluation stops.
    pub fn eval(&self, text: &str, context: &Context<'_>) -> Result<Owned, Error> {
        self.template(text)?.eval(context)
    }

    /// What the cache holds and how often it helped.
    pub fn cache_stats(&self) -> CacheStats {
        self.cache.stats()
    }
}

/// A compiled template: immutable, shared between threads, cheap to clone.
#[derive(Clone)]
pub struct Template(Arc<Compiled>);

struct Compiled {
    source: Box<str>,
    /// The text of a template without expressions.
    literal: Option<Box<str>>,
    program: Program,
    syntax: String,
    settings: Arc<Settings>,
}

/// The answer of a condition.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Decision {
    /// It holds.
    True,
    /// It does not hold.
    False,
    /// It does not hold, but bodies that it names were not in the context: with them it might.
    Unloaded(Needs),
    /// It does not hold because the data lack what it asks for; the error says what.
    Missing(Error),
    /// It cannot be decided: the text does not parse, or Java code that it called threw an exception.
    Abort(Error),
}

impl Decision {
    /// Whether the condition holds.
    pub fn is_true(&self) -> bool {
        matches!(self, Decision::True)
    }

    /// The bodies that the condition names and the context did not have, unless it holds all the same.
    pub fn unloaded(&self) -> Needs {
        match self {
            Decision::Unloaded(needs) => *needs,
            _ => self.reason().map_or(Needs::NONE, Error::unloaded),
        }
    }

    /// Why it is false, or cannot be decided.
    pub fn reason(&self) -> Option<&Error> {
        match self {
            Decision::Missing(error) | Decision::Abort(error) => Some(error),
            _ => None,
        }
    }
}

/// The Java type that a result is converted to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Type(ClassRef);

impl Type {
    /// Any type: no conversion.
    pub const OBJECT: Type = Type(ClassRef::of(ClassId::OBJECT));
    /// `java.lang.Boolean`
    pub const BOOLEAN: Type = Type(ClassRef::of(ClassId::BOOLEAN));
    /// `java.lang.String`
    pub const STRING: Type = Type(ClassRef::of(ClassId::STRING));

    /// The type of that name: `Boolean`, `String`, `Integer`, `Long`, `Double`, `Float`, `Short`, `Byte`, `List`, `Set`,
    /// `Map`, `BigDecimal`, `BigInteger`, `Object`.
    pub fn named(name: &str) -> Option<Type> {
        convert::target(name).map(Type)
    }
}

impl Template {
    /// The text that was compiled.
    pub fn source(&self) -> &str {
        &self.0.source
    }

    /// Which bodies must be at hand for an evaluation.
    pub fn needs(&self) -> Needs {
        self.0.program.needs
    }

    /// Whether the condition holds.
    pub fn matches(&self, context: &Context<'_>) -> Decision {
        let arena = self.arena();
        match self.value(context, Type::BOOLEAN, &arena) {
            Ok(Value::Bool(true)) => Decision::True,
            Ok(_) if self.needs().is_none() => Decision::False,
            Ok(_) => match context.lacks(self.needs()) {
                Needs::NONE => Decision::False,
                lacking => Decision::Unloaded(lacking),
            },
            Err(fault) => self.undecided(fault, context),
        }
    }

    #[cold]
    fn undecided(&self, fault: Box<Fault>, context: &Context<'_>) -> Decision {
        let family = fault.family;
        let error = self.error(fault, context);
        match family {
            crate::value::fault::Family::Java(_) => Decision::Abort(error),
            _ => Decision::Missing(error),
        }
    }

    /// The text of the template: literal parts borrowed, null the empty text.
    ///
    /// # Errors
    /// When the evaluation stops, or the value has no text form.
    pub fn render(&self, context: &Context<'_>) -> Result<Cow<'_, str>, Error> {
        if let Some(literal) = &self.0.literal {
            return Ok(Cow::Borrowed(literal));
        }
        let arena = self.arena();
        let text = match self.run(context, &arena) {
            Ok(Output::Text(text)) => text,
            Ok(Output::Value(value)) => match self.converted(value, Type::STRING, &arena) {
                Ok(Value::Null) => String::new(),
                Ok(value) => value.to_string(),
                Err(fault) => return Err(self.error(fault, context)),
            },
            Err(fault) => return Err(self.error(fault, context)),
        };
        Ok(Cow::Owned(text))
    }

    /// The value of the template.
    ///
    /// # Errors
    /// When the evaluation stops.
    pub fn eval(&self, context: &Context<'_>) -> Result<Owned, Error> {
        self.eval_as(context, Type::OBJECT)
    }

    /// The value of the template, converted.
    ///
    /// # Errors
    /// When the evaluation stops, or the value cannot be converted.
    pub fn eval_as(&self, context: &Context<'_>, target: Type) -> Result<Owned, Error> {
        let arena = self.arena();
        let value = self
            .value(context, target, &arena)
            .map_err(|fault| self.error(fault, context))?;
        Ok(Owned::from_value(value))
    }

    /// The value of the template in memory that the caller keeps, so that nothing is copied out.
    ///
    /// ```
    /// use gravitee_el::{Arena, Context, Engine, Type, Value};
    ///
    /// let template = Engine::new().compile("{#name}")?;
    /// let mut context = Context::new();
    /// context.set("name", "ann");
    /// let arena = Arena::default();
    /// assert_eq!(template.eval_in(&context, Type::OBJECT, &arena)?.as_str(), Some("ann"));
    /// # Ok::<(), gravitee_el::Error>(())
    /// ```
    ///
    /// # Errors
    /// When the evaluation stops, or the value cannot be converted.
    pub fn eval_in<'a>(
        &'a self,
        context: &'a Context<'_>,
        target: Type,
        arena: &'a Arena,
    ) -> Result<Value<'a>, Error> {
        self.value(context, target, arena)
            .map_err(|fault| self.error(fault, context))
    }

    /// The compiled instructions, aligned with the text they came from.
    pub fn bytecode(&self) -> impl fmt::Display {
        show::listing(&self.0.program, &self.0.source)
    }

    /// The syntax tree, one node a line.
    pub fn syntax(&self) -> impl fmt::Display {
        &self.0.syntax
    }

    fn arena(&self) -> Arena {
        Arena::new(self.0.settings.limits)
    }

    fn run<'a>(
        &'a self,
        context: &'a Context<'_>,
        arena: &'a Arena,
    ) -> Result<Output<'a>, Box<Fault>> {
        match &self.0.literal {
            Some(literal) => Ok(Output::Value(Value::Str(literal))),
            None => Machine::new(
                &self.0.program,
                context,
                arena,
                &self.0.settings.environment,
            )
            .run(),
        }
    }

    fn value<'a>(
        &'a self,
        context: &'a Context<'_>,
        target: Type,
        arena: &'a Arena,
    ) -> Result<Value<'a>, Box<Fault>> {
        let value = match self.run(context, arena)? {
            Output::Value(value) => value,
            Output::Text(text) => arena.text(&text)?,
        };
        self.converted(value, target, arena)
    }

    /// The value as the type asked for; what fails here has no position in the reference.
    fn converted<'a>(
        &'a self,
        value: Value<'a>,
        target: Type,
        arena: &'a Arena,
    ) -> Result<Value<'a>, Box<Fault>> {
        match (value, target) {
            (Value::Null | Value::Bool(_), Type::BOOLEAN)
            | (Value::Str(_), Type::STRING)
            | (_, Type::OBJECT) => Ok(value),
            _ => self
                .converter(arena)
                .convert(value, target.0)
                .map_err(|failure| failure.into_fault().at(0)),
        }
    }

    fn converter<'a>(&'a self, arena: &'a Arena) -> Converter<'a> {
        Converter {
            arena,
            objects: &self.0.settings.environment,
        }
    }

    #[cold]
    fn error(&self, fault: Box<Fault>, context: &Context<'_>) -> Error {
        Error::eval(fault, self.clone(), context.lacks(self.needs()))
    }

    /// What to show of an evaluation that stopped.
    pub(crate) fn diagnose(&self, fault: &Fault) -> Diagnostic {
        let place = self.0.program.places.get(fault.op as usize);
        let whole = Span::new(0, self.0.source.len() as u32);
        let mut diagnostic = Diagnostic::error(
            &self.0.source,
            fault.code(),
            fault.message.clone().into_owned(),
        );
        diagnostic.primary.span = place.map_or(whole, |place| place.span);
        if let Some(cause) = &fault.cause {
            diagnostic
                .help
                .push(format!("caused by {}: {}", cause.class, cause.message));
        }
        if let Some(name) = fault.suggestions.first() {
            diagnostic.help.push(format!("a similar name is `{name}`"));
        }
        diagnostic
    }
}

impl Part<'_> {
    /// The part as `gravel ast` shows it.
    fn tree(&self, template: &str) -> String {
        match self {
            Part::Literal(text) => format!("literal {text:?}\n"),
            Part::Expression { node, .. } => dump::dump(node, template),
        }
    }
}

impl fmt::Debug for Template {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Template").field(&self.source()).finish()
    }
}
