//! What an expression can see.
//!
//! A context borrows the host's data and copies nothing; building one is filling a few slots. The gateway's variables have
//! slots of their own, known when an expression is compiled; any other variable is found by name. Variables that an
//! expression assigns are kept here, so that a later evaluation on the same context sees them, as in the gateway.

pub(crate) mod json;
mod message;
pub mod model;
pub mod typed;
pub(crate) mod xml;

use crate::Limits;
use crate::compile::needs::Needs;
use crate::value::fault::Outcome;
use crate::value::host::{
    Body, Entries, Headers, Lookup, Object, Request, RequestSlot, Response, ResponseSlot,
    SecretSource, Secrets, Sequence,
};
use crate::value::{Arena, Owned, Value};
use crate::vm::op::Slot;
use elsa::FrozenVec;
use std::borrow::Cow;
use std::cell::OnceCell;
use std::sync::LazyLock;

/// The data of one request, borrowed.
///
/// ```
/// use gravitee_el::{Context, Engine, Owned, host::HeaderList, model::HttpRequest};
///
/// let request = HttpRequest { method: "GET".into(), ..HttpRequest::default() };
/// let tenant = Owned::from("acme");
/// let mut context = Context::new();
/// context.set_request(&request, None);
/// context.set("tenant", &tenant);
///
/// let engine = Engine::new();
/// assert!(engine.matches("{#request.method == 'GET' && #tenant == 'acme'}", &context).is_true());
/// ```
#[derive(Default)]
pub struct Context<'c> {
    request: Binding<'c>,
    response: Binding<'c>,
    context: Binding<'c>,
    /// All other variables; few expressions ask for them, so that most contexts never have any.
    others: Option<Box<Others<'c>>>,
    /// Variables that the context owns: those set with a value of their own, and those that expressions assigned.
    kept: OnceCell<Box<Kept>>,
}

/// Variables beside the three that every request has.
#[derive(Default)]
struct Others<'c> {
    /// Those of the gateway.
    slots: Vec<(Slot, Binding<'c>)>,
    /// Those of the host.
    variables: Vec<(Cow<'c, str>, Binding<'c>)>,
}

type Kept = FrozenVec<Box<(Box<str>, Owned)>>;

/// What a variable is bound to.
#[derive(Clone, Copy, Default)]
#[non_exhaustive]
pub enum Binding<'c> {
    /// Nothing: the variable is null.
    #[default]
    Unset,
    /// A request with its body.
    Request(RequestSlot<'c>),
    /// A response with its body.
    Response(ResponseSlot<'c>),
    /// The request's attributes, as `#context.attributes`.
    Attributes(Attributes<'c>),
    /// A store of secrets.
    Secrets(SecretSource<'c>),
    /// A value that someone else owns.
    Owned(&'c Owned),
    /// JSON.
    Json(&'c serde_json::Value),
    /// A text.
    Text(&'c str),
    /// A bean.
    Bean(&'c dyn Object),
    /// A list.
    List(&'c dyn Sequence),
    /// A map.
    Map(&'c dyn Lookup),
}

impl<'c> Context<'c> {
    /// A context in which every variable is null.
    pub fn new() -> Self {
        Context::default()
    }

    /// Sets `#request`; `body` is read only by expressions that need it.
    pub fn set_request(&mut self, request: &'c dyn Request, body: Option<&'c Body>) {
        self.bind(
            Slot::Request,
            Binding::Request(RequestSlot { request, body }),
        );
    }

    /// Sets `#response`; `body` is read only by expressions that need it.
    pub fn set_response(&mut self, response: &'c dyn Response, body: Option<&'c Body>) {
        self.bind(
            Slot::Response,
            Binding::Response(ResponseSlot { response, body }),
        );
    }

    /// Sets `#context.attributes`. A name that is not found is looked for again behind `gravitee.attribute.`.
    pub fn set_attributes(&mut self, attributes: &'c dyn Lookup) {
        self.bind(Slot::Context, Binding::Attributes(Attributes(attributes)));
    }

    /// Sets `#secrets`; without it, it is null.
    pub fn set_secrets(&mut self, secrets: &'c dyn Secrets) {
        self.set("secrets", Binding::Secrets(SecretSource(secrets)));
    }

    /// Sets any variable, also one of the gateway's (`api`, `properties`, `dictionaries`, `endpoints`, `node`,
    /// `subscription`, `message` …).
    pub fn set(&mut self, name: impl Into<Cow<'c, str>>, value: impl Into<Binding<'c>>) {
        let name = name.into();
        match Slot::of(&name) {
            Some(slot) => self.bind(slot, value.into()),
            None => {
                let variables = &mut self.others.get_or_insert_default().variables;
                variables.retain(|(known, _)| *known != name);
                variables.push((name, value.into()));
            }
        }
    }

    /// Sets any variable to a value that the context owns from then on.
    pub fn set_owned(&mut self, name: &str, value: Owned) {
        self.keeping().push(Box::new((name.into(), value)));
    }

    fn bind(&mut self, slot: Slot, binding: Binding<'c>) {
        match slot {
            Slot::Request => self.request = binding,
            Slot::Response => self.response = binding,
            Slot::Context => self.context = binding,
            _ => {
                let slots = &mut self.others.get_or_insert_default().slots;
                slots.retain(|(known, _)| *known != slot);
                slots.push((slot, binding));
            }
        }
    }

    pub(crate) fn slot(&self, slot: Slot) -> &Binding<'c> {
        match slot {
            Slot::Request => &self.request,
            Slot::Response => &self.response,
            Slot::Context => &self.context,
            _ => {
                let mut slots = self.others.iter().flat_map(|others| &others.slots);
                slots
                    .find(|(known, _)| *known == slot)
                    .map_or(&Binding::Unset, |(_, binding)| binding)
            }
        }
    }

    /// The request, where the variable is what the gateway sets and no expression has assigned any.
    #[inline]
    pub(crate) fn plain_request(&self) -> Option<&RequestSlot<'c>> {
        match &self.request {
            Binding::Request(slot) if !self.has_kept() => Some(slot),
            _ => None,
        }
    }

    /// The headers of request or response, where the variable is what the gateway sets and no expression has assigned any.
    #[inline]
    pub(crate) fn plain_headers(&self, slot: Slot) -> Option<&'c dyn Headers> {
        match (slot, &self.request, &self.response) {
            _ if self.has_kept() => None,
            (Slot::Request, Binding::Request(slot), _) => Some(slot.request.headers()),
            (Slot::Response, _, Binding::Response(slot)) => Some(slot.response.headers()),
            _ => None,
        }
    }

    /// The attributes, where the variable is what the gateway sets and no expression has assigned any.
    #[inline]
    pub(crate) fn plain_attributes(&self) -> Option<&'c dyn Lookup> {
        match &self.context {
            Binding::Attributes(attributes) if !self.has_kept() => Some(attributes.0),
            _ => None,
        }
    }

    /// A variable that has no slot.
    pub(crate) fn variable(&self, name: &str) -> &Binding<'c> {
        let mut variables = self.others.iter().flat_map(|others| &others.variables);
        variables
            .find(|(known, _)| *known == name)
            .map_or(&Binding::Unset, |(_, binding)| binding)
    }

    /// Which of those bodies the context does not have.
    pub(crate) fn lacks(&self, needs: Needs) -> Needs {
        let has_body = |slot: Slot| match self.slot(slot) {
            Binding::Request(slot) => slot.body.is_some(),
            Binding::Response(slot) => slot.body.is_some(),
            // Whatever else a host puts there holds its content itself.
            other => !matches!(other, Binding::Unset),
        };
        let mut lacking = Needs::NONE;
        for (slot, needs_of_slot) in Needs::BY_SLOT {
            if !has_body(slot) {
                lacking.add(needs.intersection(needs_of_slot));
            }
        }
        lacking
    }

    /// Keeps what an evaluation assigned.
    pub(crate) fn keep(&self, assigned: &[(&str, Value<'_>)], limits: &Limits) -> Outcome<()> {
        for (name, value) in assigned {
            let value = Owned::from_value(*value, limits)?;
            self.keeping().push(Box::new(((*name).into(), value)));
        }
        Ok(())
    }

    /// The variables that expressions assigned, the latest value of each last: a host that makes a context for each
    /// evaluation hands them on to the next one.
    ///
    /// ```
    /// use gravitee_el::{Context, Engine};
    ///
    /// let context = Context::new();
    /// Engine::new().eval("{#seen = 'yes'}", &context)?;
    /// let assigned = context.into_assigned();
    /// assert_eq!(&*assigned[0].0, "seen");
    /// # Ok::<(), gravitee_el::Error>(())
    /// ```
    pub fn into_assigned(self) -> Vec<(Box<str>, Owned)> {
        let kept = self.kept.into_inner().unwrap_or_default();
        kept.into_vec().into_iter().map(|kept| *kept).collect()
    }

    fn keeping(&self) -> &Kept {
        self.kept.get_or_init(Box::default)
    }

    #[inline]
    pub(crate) fn has_kept(&self) -> bool {
        self.kept.get().is_some()
    }

    /// What an earlier evaluation assigned to a variable.
    pub(crate) fn kept(&self, name: &str) -> Option<&Owned> {
        let all = self.kept.get()?;
        (0..all.len())
            .rev()
            .filter_map(|at| all.get(at))
            .find(|kept| *kept.0 == *name)
            .map(|kept| &kept.1)
    }
}

impl Binding<'_> {
    /// The variable as an expression sees it.
    pub(crate) fn lend<'a>(&'a self, arena: &'a Arena) -> Value<'a> {
        match self {
            Binding::Unset => Value::Null,
            Binding::Request(slot) => Value::Request(slot),
            Binding::Response(slot) => Value::Response(slot),
            Binding::Attributes(attributes) => Value::Bean(attributes),
            Binding::Secrets(source) => Value::Bean(source),
            Binding::Owned(value) => value.lend_in(arena),
            Binding::Json(json) => Value::from(*json),
            Binding::Text(text) => Value::Str(text),
            Binding::Bean(bean) => Value::Bean(*bean),
            Binding::List(list) => Value::Sequence(*list),
            Binding::Map(map) => Value::Lookup(*map),
        }
    }
}

impl<'c> From<&'c Owned> for Binding<'c> {
    fn from(value: &'c Owned) -> Self {
        Binding::Owned(value)
    }
}

impl<'c> From<&'c serde_json::Value> for Binding<'c> {
    fn from(json: &'c serde_json::Value) -> Self {
        Binding::Json(json)
    }
}

impl<'c> From<&'c str> for Binding<'c> {
    fn from(text: &'c str) -> Self {
        Binding::Text(text)
    }
}

impl<'c> From<&'c dyn Object> for Binding<'c> {
    fn from(bean: &'c dyn Object) -> Self {
        Binding::Bean(bean)
    }
}

impl<'c> From<&'c dyn Lookup> for Binding<'c> {
    fn from(map: &'c dyn Lookup) -> Self {
        Binding::Map(map)
    }
}

/// Attributes of a request: the bean `#context` and the map that it holds.
#[derive(Clone, Copy)]
pub struct Attributes<'c>(&'c dyn Lookup);

/// What the gateway's own attributes are stored behind.
pub(crate) const ATTRIBUTE_PREFIX: &str = "gravitee.attribute.";

impl Object for Attributes<'_> {
    fn class_name(&self) -> &str {
        "io.gravitee.gateway.reactive.api.el.EvaluableExecutionContext"
    }

    fn get(&self, property: &str) -> Option<Value<'_>> {
        (property == "attributes").then_some(Value::Lookup(self))
    }

    fn properties(&self) -> Vec<&str> {
        vec!["attributes"]
    }
}

impl Lookup for Attributes<'_> {
    fn get(&self, key: &str) -> Option<Value<'_>> {
        self.0
            .get(key)
            .or_else(|| self.0.get(&[ATTRIBUTE_PREFIX, key].concat()))
    }

    fn len(&self) -> usize {
        self.0.len()
    }

    fn entries(&self) -> Entries<'_> {
        self.0.entries()
    }

    fn text_keys(&self) -> bool {
        true
    }
}

/// The TLS session of a request without TLS: nothing in it is defined.
pub(crate) fn no_ssl<'a>() -> Value<'a> {
    static SESSION: LazyLock<Owned> = LazyLock::new(model::empty_ssl_session);
    SESSION.lend()
}
