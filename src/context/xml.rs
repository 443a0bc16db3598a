//! A body as `xmlContent` sees it: elements as keys, attributes beside them, text under the empty key.
//!
//! The gateway drops everything before the first element, wraps the rest so that several roots are accepted, and lets
//! Jackson make a map of it. Anything malformed gives an empty map. There is no DTD, no entity but the predefined ones,
//! and a bounded depth.

use crate::value::owned::{OwnedList, OwnedMap};
use crate::value::{ClassId, Owned};
use quick_xml::XmlVersion;
use quick_xml::events::attributes::Attribute;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::name::{Namespace, ResolveResult};
use quick_xml::reader::NsReader;

/// Levels of nesting that a document may have.
const MAX_DEPTH: usize = 1_000;

const XSI: &str = "http://www.w3.org/2001/XMLSchema-instance";

/// The map of a body.
pub(crate) fn content(text: &str) -> Owned {
    let map = first_element(text)
        .and_then(|start| read(&text[start..]))
        .unwrap_or_default();
    Owned::Map(map.in_hash_order())
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
    map: Vec<(String, Owned)>,
    text: String,
    nil: bool,
}

impl Open {
    /// Adds a member; members of the same name become a list in the place of the first.
    fn add(&mut self, name: String, value: Owned) {
        match self.map.iter_mut().find(|(known, _)| *known == name) {
            Some((_, Owned::List(list))) => list.items.push(value),
            Some((_, single)) => {
                let first = std::mem::replace(single, Owned::Null);
                *single = Owned::List(OwnedList::new(ClassId::ARRAY_LIST, [first, value]));
            }
            None => self.map.push((name, value)),
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
        (self.name, Owned::map(self.map))
    }
}

/// Reads elements until the end; `None` when the text is not well-formed.
fn read(text: &str) -> Option<OwnedMap> {
    let mut reader = NsReader::from_str(text);
    let mut open = vec![Open::default()];
    loop {
        let event = reader.read_event().ok()?;
        match event {
            Event::Start(start) => {
                let element = element(&reader, &start)?;
                open.last_mut()?.flush();
                open.push(element);
                if open.len() > MAX_DEPTH {
                    return None;
                }
            }
            Event::Empty(start) => {
                let (name, value) = element(&reader, &start)?.close();
                let parent = open.last_mut()?;
                parent.flush();
                parent.add(name, value);
            }
            Event::End(_) => {
                let (name, value) = open.pop()?.close();
                open.last_mut()?.add(name, value);
            }
            Event::Text(text) => open.last_mut()?.text.push_str(&text.xml10_content()),
            Event::CData(text) => open.last_mut()?.text.push_str(&text.xml10_content()),
            Event::GeneralRef(reference) => open.last_mut()?.text.push_str(&resolve(&reference)?),
            Event::DocType(_) | Event::Decl(_) => return None,
            Event::Comment(_) | Event::PI(_) => {}
            Event::Eof => break,
        }
    }
    let mut root = open.pop().filter(|_| open.is_empty())?;
    root.flush();
    let entries = root
        .map
        .into_iter()
        .map(|(key, value)| (Owned::from(key), value));
    Some(OwnedMap::new(ClassId::LINKED_HASH_MAP, entries))
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
            assert_eq!(content(xml).to_string(), map, "{xml}");
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
            assert_eq!(content(xml).to_string(), "{}", "{xml}");
        }
        assert_eq!(content(&"<a>".repeat(1_000_000)).to_string(), "{}");
    }
}
