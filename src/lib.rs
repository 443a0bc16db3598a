//! Gravitee Expression Language without a JVM.
//!
//! Gravitee's API gateway decides with expressions such as `{#request.headers['X-Test'][0] == 'something'}`: Spring's
//! expression language inside templates, with a sandbox of Java classes. This crate compiles them once and evaluates them
//! per request, with the answers of the original engine.
//!
//! ```
//! use gravitee_el::{Context, Engine, host::HeaderList, model::HttpRequest};
//!
//! let engine = Engine::new();
//! let condition = engine.compile("{#request.headers['X-Test'][0] == 'something' && #request.method == 'GET'}")?;
//!
//! let mut request = HttpRequest::new("GET", "/orders/42");
//! request.headers = HeaderList::from_iter([("X-Test", "something")]);
//! let mut context = Context::new();
//! context.set_request(&request, None);
//!
//! assert!(condition.matches(&context).is_true());
//! # Ok::<(), gravitee_el::Error>(())
//! ```
#![forbid(unsafe_code)]

mod cache;
mod compile;
mod context;
pub mod diagnostic;
mod engine;
mod error;
#[allow(
    dead_code,
    reason = "the engines are ahead of the tables that call them"
)]
mod functions;
#[cfg(feature = "gateway")]
pub mod gateway;
#[allow(
    dead_code,
    reason = "the engines are ahead of the tables that call them"
)]
mod java;
mod limits;
pub mod members;
pub mod pattern;
#[allow(
    dead_code,
    reason = "the engines are ahead of the tables that call them"
)]
mod syntax;
#[allow(
    dead_code,
    reason = "the engines are ahead of the tables that call them"
)]
mod template;
#[allow(
    dead_code,
    reason = "the engines are ahead of the tables that call them"
)]
mod value;
mod vm;

pub use cache::CacheStats;
pub use compile::needs::Needs;
pub use compile::passes::Pass;
pub use context::{Binding, Context, model, typed};
pub use diagnostic::Code;
pub use engine::{Decision, Engine, EngineBuilder, Template, Type};
pub use error::{Error, Stage};
pub use java::whitelist;
pub use limits::Limits;
pub use value::{Arena, Owned, Value, host};
pub use vm::program::ProgramSize;

/// Types that values consist of; nobody needs to name them.
#[doc(hidden)]
pub mod parts {
    pub use crate::value::{ClassId, ClassRef, Holder, Instance, ListCell, MapCell};
}
