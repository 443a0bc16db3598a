//! A body as `xmlContent` sees it: elements as keys, attributes beside them, text under the empty key.
//!
//! The gateway drops everything before the first element, wraps the rest so that several roots are accepted, and lets
//! Jackson make a map of it. Anything malformed gives an empty map, and so does what its parser finds too large. There is
//! no DTD, no entity but the predefined ones, and a bounded depth.

use crate::Limits;
use crate::value::host::{Excess, Lookup};
use crate::value::owned::{OwnedList, OwnedMap};
use crate::value::text::Text;
use crate::value::{ClassId, Owned};
use quick_xml::XmlVersion;
use quick_xml::events::attributes::Attribute;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::name::{Namespace, NamespaceError, ResolveResult};
use quick_xml::reader::NsReader;

/// Levels of nesting that a document may have, the artificial root counted.
const MAX_DEPTH: usize = 1_000;
/// Attributes of one element.
const MAX_ATTRIBUTES: usize = 1_000;
/// UTF-16 units of an attribute's value.
const MAX_ATTRIBUTE: usize = 524_288;

const XSI: &str = "http://www.w3.org/2001/XMLSchema-instance";

/// The map of a body.
pub(crate) fn content(text: &str, limits: &Limits) -> Result<Owned, Excess> {
    let map = match first_element(text).map(|start| read(&text[start..], limits)) {
        None | Some(Err(Refused::Malformed)) => OwnedMap::default(),
        Some(Err(Refused::Excess(excess))) => return Err(excess),
        Some(Ok(map)) => map,
    };
    Ok(Owned::Map(map.in_hash_order()))
}

/// Why a text gives no map.
enum Refused {
    Malformed,
    Excess(Excess),
}

/// Where the first element starts: what stands before it (prolog, doctype, comments, stray text) is skipped.
fn first_element(text: &str) -> Option<usize> {
    let mut reader = quick_xml::Reader::from_str(text);
    reader.config_mut().check_end_names = false;
    loop {
        let at = reader.buffer_position() as usize;
        match reader.read_event() {
            Ok(Event::Start(_) | Event::Empty(_)) => return Some(at),
            Ok(Event::Eof) | Err(_) => return None,
            Ok(_) => {}
        }
    }
}

/// An element that is being read.
#[derive(Default)]
struct Open {
    name: String,
    map: OwnedMap,
    text: String,
    nil: bool,
}

impl Open {
    /// Adds a member; members of the same name become a list in the place of the first.
    fn add(&mut self, name: String, value: Owned) {
        match self.map.value_mut(&name) {
            Some(Owned::List(list)) => list.items.push(value),
            Some(single) => {
                let first = std::mem::replace(single, Owned::Null);
                *single = Owned::List(OwnedList::new(ClassId::ARRAY_LIST, [first, value]));
            }
            None => self.map.put(Owned::from(name), value),
        }
    }

    /// Text between elements is a member under the empty key, unless it is only white space.
    fn flush(&mut self) {
        let text = std::mem::take(&mut self.text);
        if !text.trim_ascii().is_empty() {
            self.add(String::new(), Owned::from(text));
        }
    }

    /// The value of the finished element: a text without attributes and children is just the text.
    fn close(mut self) -> (String, Owned) {
        if self.nil {
            return (self.name, Owned::Null);
        }
        if self.map.is_empty() {
            return (self.name, Owned::from(self.text));
        }
        self.flush();
        (self.name, Owned::Map(self.map))
    }
}

impl From<Excess> for Refused {
    fn from(excess: Excess) -> Self {
        Refused::Excess(excess)
    }
}

impl From<quick_xml::Error> for Refused {
    fn from(error: quick_xml::Error) -> Self {
        match error {
            // Finding the namespace of a prefix looks at all that are declared, so the reader stops at some number.
            quick_xml::Error::Namespace(NamespaceError::TooManyBindings(_)) => {
                Refused::Excess(Excess::VALUES)
            }
            _ => Refused::Malformed,
        }
    }
}

/// Reads elements until the end.
fn read(text: &str, limits: &Limits) -> Result<OwnedMap, Refused> {
    let mut reader = NsReader::from_str(text);
    let mut reading = Reading {
        open: vec![Open::default()],
        values_left: limits.body_values,
        max_depth: limits.body_depth,
    };
    loop {
        match reader.read_event()? {
            Event::Eof => return reading.finish().ok_or(Refused::Malformed),
            Event::Start(start) => reading.start(&reader, &start)?,
            Event::Empty(start) => {
                reading.start(&reader, &start)?;
                reading.end().ok_or(Refused::Malformed)?;
            }
            Event::End(_) => reading.end().ok_or(Refused::Malformed)?,
            event => reading.text(event).ok_or(Refused::Malformed)?,
        }
    }
}

/// The elements that are open, the artificial root first, and what may still come.
struct Reading {
    open: Vec<Open>,
    values_left: usize,
    max_depth: usize,
}

impl Reading {
    fn start(&mut self, reader: &NsReader<&[u8]>, start: &BytesStart<'_>) -> Result<(), Refused> {
        let attributes = start
            .attributes()
            .with_checks(false)
            .flatten()
            .filter(|attribute| attribute.key.as_namespace_binding().is_none())
            .count();
        self.values_left = self
            .values_left
            .checked_sub(1 + attributes)
            .ok_or(Excess::VALUES)?;
        // Looking for doubles among attributes takes the square of their number.
        if attributes > MAX_ATTRIBUTES {
            return Err(Refused::Malformed);
        }
        let element = element(reader, start).ok_or(Refused::Malformed)?;
        self.open.last_mut().ok_or(Refused::Malformed)?.flush();
        self.open.push(element);
        match self.open.len() {
            depth if depth > self.max_depth => Err(Excess::DEPTH.into()),
            depth if depth > MAX_DEPTH => Err(Refused::Malformed),
            _ => Ok(()),
        }
    }

    fn end(&mut self) -> Option<()> {
        let (name, value) = self.open.pop()?.close();
        self.open.last_mut()?.add(name, value);
        Some(())
    }

    /// A piece of text, or of markup that says nothing; `None` when it is not well-formed.
    fn text(&mut self, event: Event<'_>) -> Option<()> {
        let text = &mut self.open.last_mut()?.text;
        match event {
            Event::Text(piece) => text.push_str(&piece.xml10_content()),
            Event::CData(piece) => text.push_str(&piece.xml10_content()),
            Event::GeneralRef(reference) => text.push_str(&resolve(&reference)?),
            Event::Comment(_) | Event::PI(_) => {}
            _ => return None,
        }
        Some(())
    }

    /// The members of the artificial root.
    fn finish(mut self) -> Option<OwnedMap> {
        let mut root = self.open.pop().filter(|_| self.open.is_empty())?;
        root.flush();
        Some(root.map)
    }
}

fn element(reader: &NsReader<&[u8]>, start: &BytesStart<'_>) -> Option<Open> {
    let (namespace, local) = reader.resolver().resolve_element(start.name());
    if matches!(namespace, ResolveResult::Unknown(_)) {
        return None;
    }
    let mut open = Open {
        name: local.as_ref().to_owned(),
        ..Open::default()
    };
    for attribute in start.attributes() {
        attribute_of(reader, &attribute.ok()?, &mut open)?;
    }
    Some(open)
}

fn attribute_of(
    reader: &NsReader<&[u8]>,
    attribute: &Attribute<'_>,
    open: &mut Open,
) -> Option<()> {
    if attribute.key.as_namespace_binding().is_some() {
        return Some(());
    }
    let (namespace, local) = reader.resolver().resolve_attribute(attribute.key);
    let value = attribute.normalized_value(XmlVersion::Implicit1_0).ok()?;
    if value.len() > MAX_ATTRIBUTE && Text::Utf8(&value).len_units() > MAX_ATTRIBUTE {
        return None;
    }
    match namespace {
        ResolveResult::Unknown(_) => return None,
        ResolveResult::Bound(Namespace(uri)) if uri == XSI && local.as_ref() == "nil" => {
            open.nil = value == "true"
        }
        _ => open.add(local.as_ref().to_owned(), Owned::from(value.into_owned())),
    }
    Some(())
}

/// A character reference or one of the five predefined entities.
fn resolve(reference: &BytesRef<'_>) -> Option<String> {
    if let Some(letter) = reference.resolve_char_ref().ok()? {
        return Some(letter.to_string());
    }
    quick_xml::escape::resolve_predefined_entity(reference).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn map_of(xml: &str) -> String {
        content(xml, &Limits::default()).unwrap().to_string()
    }

    #[test]
    fn elements_attributes_and_text_become_a_map() {
        let table = [
            ("<a>1</a>", "{a=1}"),
            ("<a/>", "{a=}"),
            ("<a> </a>", "{a= }"),
            ("<a b='1'/>", "{a={b=1}}"),
            ("<a b='1'>t</a>", "{a={b=1, =t}}"),
            ("<a><b>1</b><c>x</c><b>2</b></a>", "{a={b=[1, 2], c=x}}"),
            ("<a b='1'><b>2</b></a>", "{a={b=[1, 2]}}"),
            ("<a>t1<b>1</b>t2</a>", "{a={=[t1, t2], b=1}}"),
            ("<a>\n  <b>1</b>\n</a>", "{a={b=1}}"),
            (
                "<n:a xmlns:n='u'><n:b n:c='1'>2</n:b></n:a>",
                "{a={b={c=1, =2}}}",
            ),
            ("<a>x<![CDATA[y]]>z</a>", "{a=xyz}"),
            ("<a>1<!-- -->2</a>", "{a=12}"),
            ("<a>&lt;&#65;</a>", "{a=<A}"),
            ("<a>1</a><b>2</b>", "{a=1, b=2}"),
            ("<?xml version='1.0'?><!DOCTYPE a><a>1</a>", "{a=1}"),
            ("text <a>1</a>", "{a=1}"),
        ];
        for (xml, map) in table {
            assert_eq!(map_of(xml), map, "{xml}");
        }
    }

    #[test]
    fn what_is_malformed_is_an_empty_map() {
        for xml in [
            "",
            "text",
            "<a>",
            "<a></b>",
            "<n:a/>",
            "<a>&nope;</a>",
            "<a b=1/>",
        ] {
            assert_eq!(map_of(xml), "{}", "{xml}");
        }
    }

    #[test]
    fn what_the_reference_finds_too_large_is_an_empty_map() {
        let attributes =
            |count: usize| (0..count).map(|n| format!(" a{n}='1'")).collect::<String>();
        let table = [
            (format!("<a{}/>", attributes(MAX_ATTRIBUTES)), false),
            (format!("<a{}/>", attributes(MAX_ATTRIBUTES + 1)), true),
            (format!("<a b='{}'/>", "é".repeat(MAX_ATTRIBUTE)), false),
            (format!("<a b='{}'/>", "é".repeat(MAX_ATTRIBUTE + 1)), true),
        ];
        for (xml, is_empty) in table {
            assert_eq!(map_of(&xml) == "{}", is_empty, "{xml:.40}");
        }
    }

    #[test]
    fn limits_of_the_host_are_errors() {
        let nested = |levels: usize| "<a>".repeat(levels) + &"</a>".repeat(levels);
        let bindings: String = (0..300).map(|n| format!(" xmlns:p{n}='u'")).collect();
        let limits = Limits {
            body_values: 10_000,
            ..Limits::default()
        };
        let table = [
            (nested(999), None),
            (nested(1_000), Some(Excess::DEPTH)),
            ("<a>".repeat(1_000_000), Some(Excess::DEPTH)),
            ("<a/>".repeat(10_000), None),
            ("<a/>".repeat(10_001), Some(Excess::VALUES)),
            (format!("<a{bindings}/>"), Some(Excess::VALUES)),
        ];
        for (xml, excess) in table {
            assert_eq!(content(&xml, &limits).err(), excess, "{xml:.40}");
        }
    }

    #[test]
    fn many_different_names_take_linear_time() {
        let xml: String = (0..200_000).map(|n| format!("<e{n}/>")).collect();
        let Ok(Owned::Map(map)) = content(&xml, &Limits::default()) else {
            panic!("the body is a map")
        };
        assert_eq!(map.len(), 200_000);
    }
}
