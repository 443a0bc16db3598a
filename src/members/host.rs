//! What is no table of Java: the properties of request, response and context, and the short names of value types.

use super::{Kind, Member};
use crate::value::{ClassId, ClassRef};

/// The classes whose properties stand here.
pub(super) const CLASSES: [ClassId; 2] = [ClassId::REQUEST, ClassId::RESPONSE];

/// Property, type, what it is.
type Property = (&'static str, &'static str, &'static str);

#[rustfmt::skip]
const REQUEST: &[Property] = &[
    ("id", "java.lang.String", "the identity of the request"),
    ("transactionId", "java.lang.String", "the identity of the transaction that the request is a part of"),
    ("uri", "java.lang.String", "path and query, as sent"),
    ("path", "java.lang.String", "the path without query, as sent"),
    ("paths", "java.lang.String[]", "the path, cut at slashes"),
    ("pathInfo", "java.lang.String", "the part of the path behind the context path"),
    ("pathInfos", "java.lang.String[]", "that part, cut at slashes"),
    ("contextPath", "java.lang.String", "the part of the path that chose the API"),
    ("params", "io.gravitee.common.util.MultiValueMap", "the query parameters"),
    ("pathParams", "io.gravitee.common.util.MultiValueMap", "parameters taken from the path"),
    ("headers", "io.gravitee.gateway.api.http.HttpHeaders", "the headers"),
    ("method", "java.lang.String", "the method"),
    ("scheme", "java.lang.String", "`http` or `https`"),
    ("version", "java.lang.String", "the version of HTTP"),
    ("timestamp", "long", "milliseconds since 1970 at which the request came in"),
    ("remoteAddress", "java.lang.String", "the address of the client"),
    ("localAddress", "java.lang.String", "the address that the client reached"),
    ("host", "java.lang.String", "host and port"),
    ("ssl", "io.gravitee.gateway.api.el.EvaluableSSLSession", "the TLS session"),
    ("content", "java.lang.String", "the body as text"),
    ("jsonContent", "java.util.Map", "the body as JSON"),
    ("xmlContent", "java.util.Map", "the body as XML"),
];

#[rustfmt::skip]
const RESPONSE: &[Property] = &[
    ("status", "int", "the status"),
    ("headers", "io.gravitee.gateway.api.http.HttpHeaders", "the headers"),
    ("content", "java.lang.String", "the body as text"),
    ("jsonContent", "java.util.Map", "the body as JSON"),
    ("xmlContent", "java.util.Map", "the body as XML"),
];

/// The properties of a class that has them here.
pub(super) fn members(class: ClassRef) -> impl Iterator<Item = Member> {
    let properties = match class.id {
        ClassId::REQUEST if class.dims == 0 => REQUEST,
        ClassId::RESPONSE if class.dims == 0 => RESPONSE,
        _ => &[],
    };
    properties.iter().map(move |(name, returns, doc)| Member {
        kind: Kind::Property,
        name: (*name).to_owned(),
        declared_by: class.id.name(),
        params: Vec::new(),
        varargs: false,
        returns: Some((*returns).to_owned()),
        doc,
        available: true,
    })
}

/// Short names of value types, as recorded answers have them.
const VALUE_TYPES: &[(&str, ClassId)] = &[
    ("string", ClassId::STRING),
    ("int", ClassId::INTEGER),
    ("long", ClassId::LONG),
    ("short", ClassId::SHORT),
    ("byte", ClassId::BYTE),
    ("float", ClassId::FLOAT),
    ("double", ClassId::DOUBLE),
    ("boolean", ClassId::BOOLEAN),
    ("char", ClassId::CHARACTER),
    ("bigdecimal", ClassId::BIG_DECIMAL),
    ("biginteger", ClassId::BIG_INTEGER),
    ("list", ClassId::ARRAY_LIST),
    ("set", ClassId::LINKED_HASH_SET),
    ("map", ClassId::LINKED_HASH_MAP),
    ("headers", ClassId::DEFAULT_HTTP_HEADERS),
    ("params", ClassId::LINKED_MULTI_VALUE_MAP),
    ("request", ClassId::REQUEST),
    ("response", ClassId::RESPONSE),
    ("optional", ClassId::OPTIONAL),
    ("class", ClassId::CLASS),
];

/// The class of a value type; of classes that are spelled as one in lower case (`localdate`), that class.
pub(super) fn value_type(name: &str) -> Option<ClassId> {
    let known = VALUE_TYPES.iter().find(|(known, _)| *known == name);
    known.map(|(_, class)| *class).or_else(|| {
        let lower = name.chars().all(|c| c.is_ascii_lowercase());
        let mut tables = crate::java::tables().map(|table| table.class);
        tables.find(|class| lower && class.simple_name().to_ascii_lowercase() == name)
    })
}

pub(super) fn value_types() -> impl Iterator<Item = &'static str> {
    VALUE_TYPES.iter().map(|(name, _)| *name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vm::op::Field;
    use std::collections::BTreeSet;

    #[test]
    fn every_property_of_the_machine_is_listed() {
        let listed: BTreeSet<&str> = REQUEST.iter().chain(RESPONSE).map(|row| row.0).collect();
        let known: BTreeSet<&str> = Field::ALL.iter().map(|(_, name)| *name).collect();
        assert_eq!(listed, known);
    }
}
