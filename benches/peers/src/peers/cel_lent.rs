//! cel with values of our own type that lend from the request what an expression asks for: no map is built. This is the
//! fastest that its API allows, and far more code than a user of maps writes.

use super::cel::{Failure, attributes, text};
use super::forever;
use crate::sample::Sample;
use crate::shapes::Shape;
use crate::work::{Way, Work};
use cel::common::traits::Indexer;
use cel::common::types::{CelInt, CelString, MAP_TYPE, Type};
use cel::common::value::{CowVal, Val};
use cel::context::VariableResolver;
use cel::{Context, Env, Program};
use http::HeaderName;
use std::hint::black_box;
use std::sync::Arc;

pub const NAME: &str = "cel, lent values";

pub fn work(request: &'static Sample) -> Vec<Work> {
    let env = Arc::new(Env::stdlib());
    let held: Box<dyn Val> = attributes().try_into().expect("a map is a value");
    let attributes: &'static dyn Val = &**forever(held);
    let works = Shape::ALL.into_iter().flat_map(|shape| {
        let program: &Program = forever(Program::compile(&text(shape)).expect("it compiles"));
        let mut context = Context::with_env(env.clone());
        context.set_variable_resolver(forever(Root::new(request, attributes)));
        let built = forever(context);
        let env = env.clone();
        [
            Work::new(NAME, shape, Way::Prebuilt, || {
                program.execute(black_box(built))
            }),
            Work::new(NAME, shape, Way::PerRequest, move || {
                let root = Root::new(black_box(request), attributes);
                let mut context = Context::with_env(env.clone());
                context.set_variable_resolver(&root);
                program.execute(&context)
            }),
        ]
    });
    works.collect()
}

/// The two variables.
struct Root<'r> {
    request: Members<'r>,
    attributes: &'r dyn Val,
}

impl<'r> Root<'r> {
    fn new(request: &'r Sample, attributes: &'r dyn Val) -> Self {
        let headers = HeaderLines(request);
        Root {
            request: Members { request, headers },
            attributes,
        }
    }
}

impl VariableResolver for Root<'_> {
    fn resolve<'b>(&'b self, variable: &str) -> Option<CowVal<'b, 'b>> {
        match variable {
            "request" => Some(CowVal::Borrowed(&self.request)),
            "context" => Some(CowVal::Borrowed(self.attributes)),
            _ => None,
        }
    }
}

/// `request`.
#[derive(Debug, Clone)]
struct Members<'r> {
    request: &'r Sample,
    headers: HeaderLines<'r>,
}

/// `request.headers`.
#[derive(Debug, Clone)]
struct HeaderLines<'r>(&'r Sample);

/// `request.headers['name']`, known to be there.
#[derive(Debug, Clone)]
struct Line<'r> {
    request: &'r Sample,
    name: HeaderName,
}

/// What the three have in common for cel: a type, a copy, members.
macro_rules! indexed {
    ($name:ident, $r:lifetime) => {
        impl<$r> Val for $name<$r> {
            fn get_type(&self) -> &Type {
                &MAP_TYPE
            }
            fn cel_type() -> &'static Type {
                static TYPE: Type = MAP_TYPE;
                &TYPE
            }
            fn as_indexer<'b, 'v>(&'b self) -> Option<&'b (dyn Indexer + 'v)>
            where
                Self: 'v,
            {
                Some(self)
            }
            fn into_indexer<'v>(self: Box<Self>) -> Option<Box<dyn Indexer + 'v>>
            where
                Self: 'v,
            {
                Some(self)
            }
            fn clone_as_boxed<'v>(&self) -> Box<dyn Val + 'v>
            where
                Self: 'v,
            {
                Box::new(self.clone())
            }
        }

        impl<$r> Indexer for $name<$r> {
            fn get<'b, 'v>(&'b self, at: &dyn Val) -> Result<CowVal<'b, 'v>, Failure>
            where
                Self: 'v,
            {
                self.member(at)
            }
            fn steal<'v>(self: Box<Self>, at: &dyn Val) -> Result<Box<dyn Val + 'v>, Failure>
            where
                Self: 'v,
            {
                self.member(at).map(CowVal::into_owned)
            }
        }
    };
}

indexed!(Members, 'r);
indexed!(HeaderLines, 'r);
indexed!(Line, 'r);

impl<'r> Members<'r> {
    fn member<'b, 'v>(&'b self, at: &dyn Val) -> Result<CowVal<'b, 'v>, Failure>
    where
        'r: 'v,
    {
        match name(at)? {
            "method" => Ok(lent(&self.request.method)),
            "path" => Ok(lent(&self.request.path)),
            "host" => Ok(lent(&self.request.host)),
            "headers" => Ok(CowVal::Borrowed(&self.headers)),
            other => Err(Failure::no_such_key(other)),
        }
    }
}

impl<'r> HeaderLines<'r> {
    fn member<'b, 'v>(&'b self, at: &dyn Val) -> Result<CowVal<'b, 'v>, Failure>
    where
        'r: 'v,
    {
        let text = name(at)?;
        let missing = || Failure::no_such_key(text);
        let name = HeaderName::try_from(text).map_err(|_| missing())?;
        match self.0.headers.contains_key(&name) {
            true => Ok(CowVal::owned(Line {
                request: self.0,
                name,
            })),
            false => Err(missing()),
        }
    }
}

impl<'r> Line<'r> {
    fn member<'b, 'v>(&'b self, at: &dyn Val) -> Result<CowVal<'b, 'v>, Failure>
    where
        'r: 'v,
    {
        let index = at
            .downcast_ref::<CelInt>()
            .and_then(|at| usize::try_from(*at.inner()).ok());
        index
            .and_then(|at| self.request.header(self.name.as_str(), at))
            .map(lent)
            .ok_or_else(|| Failure::no_such_key(self.name.as_str()))
    }
}

fn lent<'b, 'v>(text: &'v str) -> CowVal<'b, 'v> {
    CowVal::owned(CelString::from(text))
}

fn name(at: &dyn Val) -> Result<&str, Failure> {
    let name = at.downcast_ref::<CelString>().map(CelString::inner);
    name.ok_or_else(|| Failure::no_such_key("a name"))
}
