//! The engine: settings, the cache of compiled templates, and the three ways to ask.

use crate::cache::{Cache, CacheStats};
use crate::compile::needs::Needs;
use crate::compile::passes::{Grounds, Pass};
use crate::compile::{self, show};
use crate::context::Context;
use crate::diagnostic::{Code, Diagnostic, Span};
use crate::error::Absence;
use crate::java::Environment;
use crate::java::whitelist::Whitelist;
use crate::syntax::dump;
use crate::template::{self, ParseLimits, Part};
use crate::value::convert::{self, Converter};
use crate::value::fault::Fault;
use crate::value::{Arena, ClassId, ClassRef, Owned, Value};
use crate::vm::glance::{self, Seen};
use crate::vm::machine::Machine;
use crate::vm::memory::Memory;
use crate::vm::program::{Program, ProgramSize};
use crate::{Error, Limits};
use std::borrow::Cow;
use std::cell::OnceCell;
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
    passes: Passes,
    environment: Environment,
}

impl Settings {
    fn grounds(&self) -> Grounds<'_> {
        Grounds {
            limits: &self.limits,
            permissions: &self.environment.permissions,
        }
    }

    fn parse_limits(&self) -> ParseLimits {
        ParseLimits {
            max_text: self.limits.template_text,
            max_expression: self.limits.expression_text,
            max_nesting: self.limits.nesting,
        }
    }
}

/// Which passes of the optimizer run.
enum Passes {
    All,
    None,
    Without(Vec<String>),
}

impl Passes {
    fn allows(&self, name: &str) -> bool {
        match self {
            Passes::All => true,
            Passes::None => false,
            Passes::Without(off) => off.iter().all(|known| known != name),
        }
    }
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
    passes: Passes,
    cache_size: usize,
    cache_idle: Duration,
    whitelist: Whitelist,
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
        self.passes = match optimize {
            true => Passes::All,
            false => Passes::None,
        };
        self
    }

    /// Switches passes of the optimizer off by their names (see [`Engine::passes`]); answers are the same.
    #[must_use]
    pub fn without_passes(mut self, names: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.passes = Passes::Without(names.into_iter().map(Into::into).collect());
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

    /// Which members of Java expressions may call: those of the built-in whitelist by default.
    #[must_use]
    pub fn whitelist(mut self, whitelist: &Whitelist) -> Self {
        self.whitelist = whitelist.clone();
        self
    }

    /// The engine.
    pub fn build(self) -> Engine {
        let settings = Settings {
            limits: self.limits,
            passes: self.passes,
            environment: Environment {
                permissions: self.whitelist.permissions(),
                ..Environment::default()
            },
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
            passes: Passes::All,
            cache_size: 20_000,
            cache_idle: Duration::from_secs(3_600),
            whitelist: Whitelist::default(),
        }
    }

    /// The passes of the optimizer, in the order in which they run.
    pub fn passes() -> &'static [Pass] {
        compile::passes::PASSES
    }

    /// Compiles a template, past the cache.
    ///
    /// # Errors
    /// When the text does not parse; the error says where, why and how to mend it.
    pub fn compile(&self, text: &str) -> Result<Template, Error> {
        let limits = self.settings.parse_limits();
        let parsed = template::parse(text, &limits).map_err(Error::parse)?;
        let program = match &parsed.parts[..] {
            [] => return Ok(self.literal(text, "")),
            [Part::Literal(literal)] => return Ok(self.literal(text, literal)),
            parts => compile::compile(parts, &self.settings.grounds(), |pass| {
                self.settings.passes.allows(pass)
            }),
        };
        Ok(self.compiled(text, None, program))
    }

    /// The template of a text without expressions.
    fn literal(&self, text: &str, literal: &str) -> Template {
        self.compiled(text, Some(literal.into()), Program::default())
    }

    fn compiled(&self, text: &str, literal: Option<Box<str>>, program: Program) -> Template {
        Template(Arc::new(Compiled {
            source: text.into(),
            literal,
            program,
            settings: self.settings.clone(),
        }))
    }

    /// Whether a text is its own value, which needs no look-up.
    #[inline]
    fn is_literal(&self, text: &str) -> bool {
        memchr::memchr(b'{', text.as_bytes()).is_none()
            && text.len() <= self.settings.limits.template_text
    }

    /// Only parses a template: what an editor or a review asks for.
    ///
    /// ```
    /// use gravitee_el::Engine;
    ///
    /// let engine = Engine::new();
    /// assert!(engine.check("{#request.method == 'GET'}").is_ok());
    /// assert!(engine.check("{#request.method == }").is_err());
    /// ```
    ///
    /// # Errors
    /// When the text does not parse; the error says where, why and how to mend it.
    pub fn check(&self, text: &str) -> Result<(), Error> {
        match template::parse(text, &self.settings.parse_limits()) {
            Ok(_) => Ok(()),
            Err(error) => Err(Error::parse(error)),
        }
    }

    /// The compiled template of a text, from the cache when it is there.
    ///
    /// # Errors
    /// When the text does not parse; failures are remembered too.
    pub fn template(&self, text: &str) -> Result<Template, Error> {
        self.look_up(text, |found| found.cloned().map_err(Clone::clone))
    }

    /// Lends the compiled template of a text, from the cache when it is there: for several questions to it. Nothing that
    /// other threads use is written to, as a [`Template`] of one's own would (it counts its owners).
    ///
    /// ```
    /// use gravitee_el::{Context, Engine, Needs};
    ///
    /// let engine = Engine::new();
    /// let (needs, holds) = engine.with_template("{#request == null}", |condition| {
    ///     (condition.needs(), condition.matches(&Context::new()).is_true())
    /// })?;
    /// assert!(holds && needs == Needs::NONE);
    /// # Ok::<(), gravitee_el::Error>(())
    /// ```
    ///
    /// # Errors
    /// When the text does not parse; failures are remembered too.
    pub fn with_template<T>(
        &self,
        text: &str,
        ask: impl FnOnce(&Template) -> T,
    ) -> Result<T, Error> {
        self.look_up(text, |found| found.map(ask).map_err(Clone::clone))
    }

    #[inline]
    fn look_up<T>(&self, text: &str, ask: impl FnOnce(Result<&Template, &Error>) -> T) -> T {
        let compile = || self.compile(text);
        self.cache.with(text, compile, |found| ask(found.as_ref()))
    }

    /// Whether a condition holds; a text without an expression costs no look-up of a compiled one.
    pub fn matches(&self, condition: &str, context: &Context<'_>) -> Decision {
        if self.is_literal(condition) {
            return self.literal_matches(condition, context);
        }
        self.look_up(condition, |found| match found {
            Ok(template) => template.matches(context),
            Err(error) => Decision::Abort(error.clone()),
        })
    }

    fn literal_matches(&self, text: &str, context: &Context<'_>) -> Decision {
        let arena = Arena::new(self.settings.limits);
        let converter = Converter {
            arena: &arena,
            objects: &self.settings.environment,
        };
        match converter.convert(Value::Str(text), Type::BOOLEAN.0) {
            Ok(Value::Bool(true)) => Decision::True,
            Ok(_) => Decision::False,
            // The error shows the template.
            Err(_) => self.literal(text, text).decide(context),
        }
    }

    /// The text of a template; one without an expression is borrowed.
    ///
    /// # Errors
    /// When the text does not parse, or its evaluation stops.
    pub fn render<'t>(&self, text: &'t str, context: &Context<'_>) -> Result<Cow<'t, str>, Error> {
        if self.is_literal(text) {
            return Ok(Cow::Borrowed(text));
        }
        self.look_up(text, |found| {
            let text = found.map_err(Clone::clone)?.render(context)?;
            Ok(Cow::Owned(text.into_owned()))
        })
    }

    /// The value of a template; that of a text without an expression is the text.
    ///
    /// # Errors
    /// When the text does not parse, or its evaluation stops.
    pub fn eval(&self, text: &str, context: &Context<'_>) -> Result<Owned, Error> {
        if self.is_literal(text) {
            return Owned::from_value(Value::Str(text), &self.settings.limits)
                .map_err(|fault| self.literal(text, text).error(fault, context));
        }
        self.look_up(text, |found| found.map_err(Clone::clone)?.eval(context))
    }

    #[cfg(test)]
    pub(crate) fn cache(&self) -> &Cache {
        &self.cache
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
    #[cfg(test)]
    pub(crate) fn downgrade(&self) -> std::sync::Weak<impl Sized + use<>> {
        Arc::downgrade(&self.0)
    }

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
        match self.glance(context, None) {
            Some(Seen::Bool(true)) => Decision::True,
            Some(Seen::Bool(false)) => self.refuse(context),
            Some(Seen::Missing { at, site }) => self.absent(at, site, context),
            _ => self.decide(context),
        }
    }

    /// The condition does not hold, perhaps for want of a body.
    #[inline]
    fn refuse(&self, context: &Context<'_>) -> Decision {
        let needs = self.needs();
        if needs.is_empty() {
            return Decision::False;
        }
        match context.lacks(needs) {
            Needs::NONE => Decision::False,
            lacking => Decision::Unloaded(lacking),
        }
    }

    /// The condition does not hold for want of a header.
    #[inline(never)]
    fn absent(&self, at: u32, site: u32, context: &Context<'_>) -> Decision {
        let unloaded = match self.needs() {
            Needs::NONE => Needs::NONE,
            needs => context.lacks(needs),
        };
        let absence = Absence { at, site, unloaded };
        Decision::Missing(Error::absent(absence, self.clone()))
    }

    #[inline(never)]
    fn decide(&self, context: &Context<'_>) -> Decision {
        let cell = OnceCell::new();
        match self.value(context, Type::BOOLEAN, self.memory(&cell)) {
            Ok(Value::Bool(true)) => Decision::True,
            Ok(_) => self.refuse(context),
            Err(fault) => self.undecided(fault, context),
        }
    }

    /// What the program gives where it only looks at what it is lent.
    #[inline]
    fn glance<'a>(
        &'a self,
        context: &'a Context<'_>,
        text: Option<&mut String>,
    ) -> Option<Seen<'a>> {
        let program = &self.0.program;
        let looks = program.looks.as_deref()?;
        let limits = &self.0.settings.limits;
        match program.kept {
            0 => glance::run::<false>(looks, program, context, limits, text),
            _ => glance::run::<true>(looks, program, context, limits, text),
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

    /// The text of the template, null the empty text. A literal, or a single value that the context lends as a text, is
    /// borrowed.
    ///
    /// # Errors
    /// When the evaluation stops, or the value has no text form.
    pub fn render<'a>(&'a self, context: &'a Context<'_>) -> Result<Cow<'a, str>, Error> {
        if let Some(text) = self.seen(context) {
            return Ok(text);
        }
        let cell = OnceCell::new();
        let text = self.text(context, self.memory(&cell))?;
        Ok(Cow::Owned(text.into_owned()))
    }

    /// The same in memory that the caller keeps: any single value that is a text is borrowed, and only a text that is put
    /// together is allocated.
    ///
    /// ```
    /// use gravitee_el::{Arena, Context, Engine};
    /// use std::borrow::Cow;
    ///
    /// let template = Engine::new().compile("{#name ?: 'nobody'}")?;
    /// let (context, arena) = (Context::new(), Arena::default());
    /// assert!(matches!(template.render_in(&context, &arena)?, Cow::Borrowed("nobody")));
    /// # Ok::<(), gravitee_el::Error>(())
    /// ```
    ///
    /// # Errors
    /// When the evaluation stops, or the value has no text form.
    pub fn render_in<'a>(
        &'a self,
        context: &'a Context<'_>,
        arena: &'a Arena,
    ) -> Result<Cow<'a, str>, Error> {
        match self.seen(context) {
            Some(text) => Ok(text),
            None => self.text(context, Memory::Given(arena)),
        }
    }

    /// The text, if it shows without running the program.
    #[inline]
    fn seen<'a>(&'a self, context: &'a Context<'_>) -> Option<Cow<'a, str>> {
        if let Some(literal) = &self.0.literal {
            return Some(Cow::Borrowed(literal));
        }
        let mut text = String::new();
        match self.glance(context, Some(&mut text))? {
            Seen::Missing { .. } => None,
            _ if self.0.program.composes => Some(Cow::Owned(text)),
            Seen::Text(text) => Some(Cow::Borrowed(text)),
            _ => None,
        }
    }

    fn text<'a>(
        &'a self,
        context: &'a Context<'_>,
        memory: Memory<'a>,
    ) -> Result<Cow<'a, str>, Error> {
        let text = match self.0.program.composes {
            true => self.machine(context, memory).text().map(Cow::Owned),
            false => self
                .run(context, memory)
                .and_then(|value| self.converted(value, Type::STRING, memory))
                .map(|value| match value {
                    Value::Null => Cow::Borrowed(""),
                    Value::Str(text) => Cow::Borrowed(text),
                    value => Cow::Owned(value.to_string()),
                }),
        };
        text.map_err(|fault| self.error(fault, context))
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
        let cell = OnceCell::new();
        let value = self
            .value(context, target, self.memory(&cell))
            .map_err(|fault| self.error(fault, context))?;
        Owned::from_value(value, &self.0.settings.limits)
            .map_err(|fault| self.error(fault, context))
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
        self.value(context, target, Memory::Given(arena))
            .map_err(|fault| self.error(fault, context))
    }

    /// How large the compiled program is.
    pub fn program_size(&self) -> ProgramSize {
        self.0.program.size()
    }

    /// The compiled instructions, aligned with the text they came from.
    pub fn bytecode(&self) -> impl fmt::Display {
        show::listing(&self.0.program, &self.0.source)
    }

    /// The syntax tree, one node a line; read from the text again, since programs do not keep it.
    pub fn syntax(&self) -> impl fmt::Display {
        let source = &self.0.source;
        match template::parse(source, &self.0.settings.parse_limits()) {
            Ok(parsed) => parsed.parts.iter().map(|part| part.tree(source)).collect(),
            Err(error) => error.to_string(),
        }
    }

    fn memory<'a>(&'a self, cell: &'a OnceCell<Arena>) -> Memory<'a> {
        Memory::Lazy(cell, &self.0.settings.limits)
    }

    #[inline]
    fn machine<'a>(&'a self, context: &'a Context<'_>, memory: Memory<'a>) -> Machine<'a> {
        let settings = &self.0.settings;
        Machine::new(&self.0.program, context, memory, &settings.environment)
    }

    #[inline]
    fn run<'a>(
        &'a self,
        context: &'a Context<'_>,
        memory: Memory<'a>,
    ) -> Result<Value<'a>, Box<Fault>> {
        match &self.0.literal {
            None if self.0.program.composes => {
                let text = self.machine(context, memory).text()?;
                Ok(memory.arena().text(&text)?)
            }
            None => self.machine(context, memory).value(),
            Some(literal) => Ok(Value::Str(literal)),
        }
    }

    fn value<'a>(
        &'a self,
        context: &'a Context<'_>,
        target: Type,
        memory: Memory<'a>,
    ) -> Result<Value<'a>, Box<Fault>> {
        let value = self.run(context, memory)?;
        self.converted(value, target, memory)
    }

    /// The value as the type asked for; what fails here has no position in the reference.
    fn converted<'a>(
        &'a self,
        value: Value<'a>,
        target: Type,
        memory: Memory<'a>,
    ) -> Result<Value<'a>, Box<Fault>> {
        match (value, target) {
            (Value::Null | Value::Bool(_), Type::BOOLEAN)
            | (Value::Str(_), Type::STRING)
            | (_, Type::OBJECT) => return Ok(value),
            _ => {}
        }
        let converter = Converter {
            arena: memory.arena(),
            objects: &self.0.settings.environment,
        };
        converter
            .convert(value, target.0)
            .map_err(|failure| failure.into_fault().at(0))
    }

    #[cold]
    fn error(&self, mut fault: Box<Fault>, context: &Context<'_>) -> Error {
        fault.note_unloaded(context.lacks(self.needs()));
        Error::eval(fault, self.clone())
    }

    /// The fault that an absence stands for.
    pub(crate) fn explain(&self, absence: Absence) -> Box<Fault> {
        let mut fault = glance::missing(&self.0.program, absence.at, absence.site);
        fault.note_unloaded(absence.unloaded);
        fault
    }

    /// Whether the place is a call on `#secrets` itself.
    fn names_secrets(&self, span: Span) -> bool {
        let before = self.source().get(..span.start as usize).unwrap_or("");
        let target = before.trim_end().trim_end_matches(['.', '?']).trim_end();
        target.ends_with("#secrets") || self.source()[before.len()..].starts_with("#secrets.")
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
        let span = fault.span.or(place.map(|place| place.span));
        diagnostic.primary.span = span.unwrap_or(whole);
        if fault.code() == Some(Code::METHOD_ON_NULL) && self.names_secrets(diagnostic.primary.span)
        {
            let help = "`#secrets` is null: no host provides secrets here (`Context::set_secrets`)";
            diagnostic.help.push(help.to_owned());
        }
        if let Some(cause) = &fault.cause {
            diagnostic
                .help
                .push(format!("caused by {}: {}", cause.class, cause.message));
        }
        diagnostic.help.extend_from_slice(&fault.help);
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
