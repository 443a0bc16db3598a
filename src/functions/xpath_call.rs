//! `#xpath(xml, path, type)`: arguments in, values out.

use super::dom::DomBean;
use super::xpath::{self, Answer, Failure, Limit};
use super::{Query, failed};
use crate::Limits;
use crate::diagnostic::Code;
use crate::java::Call;
use crate::value::fault::{Fault, Outcome};
use crate::value::thrown::Thrown;
use crate::value::{ClassId, ClassRef, Value, convert, print};

const NAME: &str = "xpath";

/// The function.
pub(super) fn call<'a>(call: &Call<'a>, query: &Query, args: &[Value<'a>]) -> Outcome<Value<'a>> {
    let [xml, path, types @ ..] = args else {
        return Err(Fault::java(
            "ArrayIndexOutOfBoundsException",
            "`#xpath` takes a document and a path",
        ));
    };
    let kind = kind(types)?;
    let path = match convert::convert(*path, ClassRef::of(ClassId::STRING), call.arena) {
        Ok(Value::Str(path)) => path,
        Ok(_) => return Err(thrown("NullPointerException", "the path is null")),
        Err(failure) => return Err(failure.into_fault()),
    };
    let xml = match (*xml, kind) {
        (Value::Null, _) => return Err(thrown("NullPointerException", "the document is null")),
        (Value::Str(xml), _) => xml,
        (other, None) => print::text(other, call.arena)?,
        (other, Some(_)) => {
            let message = format!("a document cannot be {}", other.class_name());
            return Err(thrown("IllegalArgumentException", message));
        }
    };
    let limits = limits(call.arena.limits());
    let answer = match query {
        Query::XPath(path) => xpath::gravitee_xpath_compiled(xml, path, kind, &limits),
        _ => xpath::gravitee_xpath(xml, path, kind, &limits),
    };
    match answer {
        Ok(answer) => value(call, answer),
        Err(failure) => Err(failure_of(&failure, &limits)),
    }
}

/// The limits of the host, as far as they are below those of the reference's parser.
fn limits(host: &Limits) -> xpath::Limits {
    let reference = xpath::Limits::default();
    xpath::Limits {
        document_bytes: host.xml_text,
        depth: host.xml_depth.min(reference.depth),
        nodes_visited: host.xml_visits,
        result_size: host.xml_result,
        ..reference
    }
}

/// The result type: none, or one name, alone or in a list.
fn kind<'a>(types: &[Value<'a>]) -> Outcome<Option<&'a str>> {
    let listed: Vec<Value<'a>> = match types {
        [only] if only.items().is_some() => only
            .items()
            .into_iter()
            .flat_map(super::super::value::view::Items::iter)
            .collect(),
        _ => types.to_vec(),
    };
    match listed[..] {
        [] => Ok(None),
        [Value::Str(kind)] => Ok(Some(kind)),
        _ => Err(thrown(
            "IllegalArgumentException",
            "the type is one of string, boolean, number, node, node_list, document_list",
        )),
    }
}

fn value<'a>(call: &Call<'a>, answer: Answer) -> Outcome<Value<'a>> {
    let arena = call.arena;
    Ok(match answer {
        Answer::Null => Value::Null,
        Answer::Text(text) => arena.text(&text)?,
        Answer::Boolean(value) => Value::Bool(value),
        Answer::Number(value) => Value::Double(value),
        Answer::Node(node) => arena.bean(DomBean::new(node)),
        Answer::Nodes(nodes) => {
            let nodes: Vec<Value<'a>> = nodes
                .into_iter()
                .map(|node| arena.bean(DomBean::new(node)))
                .collect();
            arena.list(ClassId::ARRAY_LIST, &nodes)?
        }
    })
}

fn thrown(class: &'static str, message: impl Into<String>) -> Box<Fault> {
    failed(NAME, Thrown::new(class, message))
}

/// Limits of the host name themselves; everything else is a failure of the function.
fn failure_of(failure: &Failure, limits: &xpath::Limits) -> Box<Fault> {
    if let Some(code) = failure.limit().and_then(|limit| code_of(limit, limits)) {
        return Fault::el(code, format!("`#{NAME}` stopped: {failure}"));
    }
    let class = failure.java_class();
    failed(
        NAME,
        Thrown::new(
            class.rsplit('.').next().unwrap_or(class),
            failure.to_string(),
        ),
    )
}

/// The code of a limit that the reference does not have.
fn code_of(limit: Limit, limits: &xpath::Limits) -> Option<Code> {
    match limit {
        Limit::DocumentBytes => Some(Code::XML_TOO_LARGE),
        Limit::Depth if limits.depth < xpath::Limits::default().depth => Some(Code::XML_TOO_DEEP),
        Limit::NodesVisited => Some(Code::XPATH_WORK),
        Limit::ResultSize => Some(Code::XPATH_RESULT_TOO_LARGE),
        Limit::Nesting => Some(Code::XPATH_TOO_DEEP),
        Limit::Depth | Limit::Attributes | Limit::NameLength | Limit::Operators | Limit::Groups => {
            None
        }
    }
}
