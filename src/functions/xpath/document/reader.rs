//! From text to tree. quick-xml cuts the text into markup and text; it is lenient by design, so each piece is held against the
//! grammar of XML here. Pieces are adjacent slices of the input: when every piece is well-formed, the document is.
//!
//! The tree is laid out as the reference's model of XPath numbers it: attributes and namespace declarations behind their
//! element, sorted by name, and neighbouring text and CDATA sections as one node. Position in the arena is document order.

use super::chars::{self, Version, is_space};
use super::markup::{self, Attribute, Attributes};
use super::names::{Name, Names, Span};
use super::namespaces::{Namespaces, XML, XMLNS};
use super::{Document, Kind, Node, Part, Store};
use crate::functions::xpath::error::{XmlError, XmlFault};
use crate::functions::xpath::limits::{Limit, Limits};
use quick_xml::events::Event;
use std::borrow::Cow;
use std::sync::Arc;

type Outcome = Result<(), XmlFault>;

/// Texts from here on would not fit the 32-bit offsets, with decoded text behind them.
const OFFSETS: usize = 1 << 30;

/// Reads a document; `namespaces` tells whether prefixes mean anything.
pub(super) fn read(text: &str, namespaces: bool, limits: &Limits) -> Result<Document, XmlError> {
    if text.len() > limits.document_bytes.min(OFFSETS) {
        return Err(XmlError::new(XmlFault::Limit(Limit::DocumentBytes), 0));
    }
    let declaration = markup::declaration(text).map_err(|fault| XmlError::new(fault, 0))?;
    let version = declaration.map_or(Version::V10, |(version, _)| version);
    let text = chars::normalize_line_ends(text, version);
    chars::check(&text, version)?;
    let mut reader = Reader::new(&text, version, namespaces, limits);
    reader.run(declaration.is_some())?;
    Ok(reader.finish())
}

/// An element that has not ended.
struct Open {
    node: u32,
    /// Namespace declarations before it.
    mark: usize,
}

struct Reader<'a> {
    text: &'a str,
    version: Version,
    aware: bool,
    limits: &'a Limits,
    /// The text, and behind it all text that stands nowhere in it as such.
    buffer: String,
    nodes: Vec<Node>,
    parts: Vec<Part>,
    names: Names,
    namespaces: Namespaces<'a>,
    open: Vec<Open>,
    attributes: Vec<Attribute<'a>>,
    /// The newest node is text that more text would extend.
    in_text: bool,
    /// The markup before is the start or end tag of an element named `xml`: the reference drops a processing instruction there.
    behind_xml: bool,
    has_root: bool,
}

impl<'a> Reader<'a> {
    fn new(text: &'a str, version: Version, aware: bool, limits: &'a Limits) -> Self {
        let mut buffer = String::with_capacity(text.len() + text.len() / 8 + 64);
        buffer.push_str(text);
        let mut nodes = Vec::with_capacity(text.len() / 16 + 4);
        nodes.push(Node::new(Kind::Document, 0, 0, Span::default()));
        Self {
            text,
            version,
            aware,
            limits,
            buffer,
            nodes,
            parts: Vec::new(),
            names: Names::new(),
            namespaces: Namespaces::default(),
            open: Vec::new(),
            attributes: Vec::new(),
            in_text: false,
            behind_xml: false,
            has_root: false,
        }
    }

    fn run(&mut self, has_declaration: bool) -> Result<(), XmlError> {
        if self.text.starts_with('\u{FEFF}') {
            return Err(XmlError::new(XmlFault::TextOutsideRoot, 0));
        }
        let mut events = quick_xml::Reader::from_str(self.text);
        let config = events.config_mut();
        config.check_end_names = false;
        config.allow_unmatched_ends = true;
        loop {
            let at = events.buffer_position() as usize;
            let event = events.read_event();
            let raw = &self.text[at..events.buffer_position() as usize];
            // By reference: moving events about costs as much as reading them.
            let outcome = match &event {
                Err(error) => Err(fault_of(error)),
                Ok(Event::Eof) => break,
                Ok(Event::Decl(_)) if at == 0 && has_declaration => Ok(()),
                Ok(event) => self.piece(event, raw),
            };
            outcome.map_err(|fault| XmlError::new(fault, at))?;
        }
        match (self.open.is_empty(), self.has_root) {
            (false, _) => Err(XmlError::new(XmlFault::Unterminated, self.text.len())),
            (true, false) => Err(XmlError::new(XmlFault::NoRoot, self.text.len())),
            (true, true) => Ok(()),
        }
    }

    /// One piece of the text with its delimiters: `raw`.
    fn piece(&mut self, event: &Event<'_>, raw: &'a str) -> Outcome {
        let inner = |before: usize, after: usize| {
            raw.get(before..raw.len().saturating_sub(after))
                .ok_or(XmlFault::Markup)
        };
        match event {
            Event::Start(_) => self.start_tag(inner(1, 1)?),
            Event::Empty(_) => {
                self.start_tag(inner(1, 2)?)?;
                self.close_element();
                Ok(())
            }
            Event::End(_) => self.end_tag(inner(2, 1)?),
            Event::Text(_) => self.characters(raw),
            Event::GeneralRef(_) => self.reference(inner(1, 1)?),
            Event::CData(_) => self.cdata(inner(9, 3)?),
            Event::Comment(_) => self.comment(inner(4, 3)?),
            Event::PI(_) | Event::Decl(_) => self.instruction(inner(2, 2)?),
            Event::DocType(_) => Err(XmlFault::Doctype),
            Event::Eof => Ok(()),
        }
    }

    /// Where a slice of the input lies in the buffer, which starts with a copy of the input.
    fn span(&self, slice: &str) -> Span {
        let at = (slice.as_ptr() as usize).wrapping_sub(self.text.as_ptr() as usize);
        debug_assert!(self.text.get(at..at + slice.len()) == Some(slice));
        Span::new(at, slice.len())
    }

    fn decoded(&mut self, text: &str) -> Span {
        let start = self.buffer.len();
        self.buffer.push_str(text);
        Span::new(start, text.len())
    }

    fn parent(&self) -> u32 {
        self.open.last().map_or(0, |open| open.node)
    }

    fn push(&mut self, kind: Kind, parent: u32, name: u32, value: Span) -> u32 {
        let index = self.nodes.len() as u32;
        self.nodes.push(Node {
            end: index + 1,
            ..Node::new(kind, parent, name, value)
        });
        self.in_text = matches!(kind, Kind::Text | Kind::Cdata);
        index
    }

    fn start_tag(&mut self, tag: &'a str) -> Outcome {
        let (name, rest) = tag.split_at(markup::name_len(tag, self.version));
        if name.is_empty() {
            return Err(XmlFault::Markup);
        }
        if self.open.is_empty() && self.has_root {
            return Err(XmlFault::SecondRoot);
        }
        if self.open.len() >= self.limits.depth {
            return Err(XmlFault::Limit(Limit::Depth));
        }
        let mark = self.namespaces.mark();
        self.read_attributes(name, rest)?;
        let number = self.element_name(name)?;
        let node = self.push(Kind::Element, self.parent(), number, Span::default());
        self.open.push(Open { node, mark });
        self.push_attributes(node)?;
        if !self.has_root {
            self.has_root = true;
            self.push_xml_namespace(node);
        }
        self.behind_xml = name.eq_ignore_ascii_case("xml");
        Ok(())
    }

    /// Collects the attributes, sorted by name as the reference's tree keeps them, and declares their namespaces.
    fn read_attributes(&mut self, element: &'a str, rest: &'a str) -> Outcome {
        self.attributes.clear();
        let mut attributes = Attributes::new(rest, element, self.version);
        while let Some(attribute) = attributes.next()? {
            self.attributes.push(attribute);
            if self.attributes.len() > self.limits.attributes {
                return Err(XmlFault::Limit(Limit::Attributes));
            }
        }
        self.attributes
            .sort_by(|a, b| compare_units(a.name, b.name));
        if let Some(twice) = self
            .attributes
            .windows(2)
            .find(|pair| pair[0].name == pair[1].name)
        {
            return Err(XmlFault::DuplicateAttribute(twice[0].name.to_owned()));
        }
        if self.aware {
            self.declare_namespaces()
        } else {
            Ok(())
        }
    }

    fn declare_namespaces(&mut self) -> Outcome {
        for index in 0..self.attributes.len() {
            let attribute = self.attributes[index];
            let Some(prefix) = declared_prefix(attribute.name) else {
                continue;
            };
            let value = markup::attribute_value(attribute, self.version)?;
            check_declaration(prefix, &value, self.version)?;
            if prefix == Some("xml") {
                continue;
            }
            let span = match &value {
                Cow::Borrowed(slice) => self.span(slice),
                Cow::Owned(decoded) => self.decoded(decoded),
            };
            self.namespaces.declare(prefix.unwrap_or(""), &value, span);
        }
        Ok(())
    }

    fn element_name(&mut self, name: &'a str) -> Result<u32, XmlFault> {
        let prefix_len = self.prefix_len(name)?;
        let uri = match name.get(..prefix_len).unwrap_or("") {
            _ if !self.aware => None,
            "" | ":" => self.namespaces.unprefixed(),
            "xmlns:" => return Err(XmlFault::ReservedNamespace(name.to_owned())),
            prefix => Some(self.uri_of(&prefix[..prefix.len() - 1])?),
        };
        Ok(self.intern(name, prefix_len, uri))
    }

    fn attribute_name(&mut self, name: &'a str) -> Result<u32, XmlFault> {
        let prefix_len = self.prefix_len(name)?;
        let uri = match name.get(..prefix_len).unwrap_or("") {
            "" | ":" | "xmlns:" => None,
            prefix if self.aware => Some(self.uri_of(&prefix[..prefix.len() - 1])?),
            _ => None,
        };
        Ok(self.intern(name, prefix_len, uri))
    }

    /// Bytes of the prefix with its colon. Where prefixes mean nothing, a name may hold any number of colons, at any place.
    fn prefix_len(&self, name: &str) -> Result<usize, XmlFault> {
        if !self.aware {
            self.check_length(name)?;
            return Ok(colon(name).map_or(0, |at| at + 1));
        }
        let first = name.chars().next().map_or(0, char::len_utf8);
        let (prefix, local) = match colon(&name[first..]) {
            None => ("", name.strip_prefix(':').unwrap_or(name)),
            Some(at) => (&name[..first + at], &name[first + at + 1..]),
        };
        let well_formed = prefix.is_empty()
            || (local.starts_with(|c| c != ':' && self.version.starts_name(c))
                && colon(local).is_none());
        if !well_formed {
            return Err(XmlFault::QualifiedName(name.to_owned()));
        }
        self.check_length(prefix)?;
        self.check_length(local)?;
        Ok(name.len() - local.len())
    }

    fn check_length(&self, name: &str) -> Outcome {
        let limit = self.limits.name_length;
        let units = |name: &str| name.chars().map(char::len_utf16).sum::<usize>();
        if name.len() > limit && units(name) > limit {
            return Err(XmlFault::Limit(Limit::NameLength));
        }
        Ok(())
    }

    fn uri_of(&mut self, prefix: &str) -> Result<u32, XmlFault> {
        if prefix == "xml" {
            return Ok(self.well_known(XML));
        }
        self.namespaces
            .get(prefix)
            .ok_or_else(|| XmlFault::UnboundPrefix(prefix.to_owned()))
    }

    fn well_known(&mut self, uri: &str) -> u32 {
        if let Some(known) = self.namespaces.known(uri) {
            return known;
        }
        let span = self.decoded(uri);
        self.namespaces.number(uri, span)
    }

    fn intern(&mut self, name: &str, prefix_len: usize, uri: Option<u32>) -> u32 {
        let name = Name {
            raw: self.span(name),
            prefix_len: prefix_len as u32,
            uri,
        };
        self.names.intern(name, &self.buffer)
    }

    fn push_attributes(&mut self, element: u32) -> Outcome {
        let first = self.nodes.len();
        for index in 0..self.attributes.len() {
            let attribute = self.attributes[index];
            let name = self.attribute_name(attribute.name)?;
            let value = match markup::attribute_value(attribute, self.version)? {
                Cow::Borrowed(slice) => self.span(slice),
                Cow::Owned(decoded) => self.decoded(&decoded),
            };
            let kind = match declared_prefix(attribute.name) {
                Some(_) => Kind::Namespace,
                None => Kind::Attribute,
            };
            self.push(kind, element, name, value);
        }
        if self.aware {
            self.check_same_namespace(first)
        } else {
            Ok(())
        }
    }

    /// Two attributes may differ in prefix only, and mean the same.
    fn check_same_namespace(&self, first: usize) -> Outcome {
        if self
            .attributes
            .iter()
            .filter(|attribute| colon(attribute.name).is_some())
            .count()
            < 2
        {
            return Ok(());
        }
        let names = self.names.list();
        let meaning = |node: &Node| {
            let name = names[node.name as usize];
            let raw = name.raw.of(&self.buffer);
            name.uri.map(|uri| (uri, &raw[name.prefix_len as usize..]))
        };
        let mut meanings: Vec<_> = self.nodes[first..].iter().filter_map(meaning).collect();
        meanings.sort_unstable();
        match meanings.windows(2).find(|pair| pair[0] == pair[1]) {
            Some(pair) => Err(XmlFault::DuplicateAttribute(pair[0].1.to_owned())),
            None => Ok(()),
        }
    }

    /// The `xml` prefix is in scope everywhere: the root element carries its declaration unless it is written there.
    fn push_xml_namespace(&mut self, root: u32) {
        if self
            .attributes
            .iter()
            .any(|attribute| attribute.name == "xmlns:xml")
        {
            return;
        }
        let raw = self.decoded("xmlns:xml");
        let uri = Some(self.well_known(XMLNS));
        let name = self.names.intern(
            Name {
                raw,
                prefix_len: 6,
                uri,
            },
            &self.buffer,
        );
        let value = self.decoded(XML);
        self.push(Kind::Namespace, root, name, value);
    }

    fn end_tag(&mut self, tag: &str) -> Outcome {
        let name = tag.trim_end_matches([' ', '\t', '\n']);
        let open = self
            .open
            .last()
            .map(|open| self.nodes[open.node as usize].name);
        let expected = open.map(|name| self.names.list()[name as usize].raw.of(&self.buffer));
        if expected != Some(name) {
            return Err(XmlFault::EndTag(name.to_owned()));
        }
        self.close_element();
        Ok(())
    }

    fn close_element(&mut self) {
        let Some(Open { node, mark }) = self.open.pop() else {
            return;
        };
        self.namespaces.release(mark);
        self.nodes[node as usize].end = self.nodes.len() as u32;
        let name = self.names.list()[self.nodes[node as usize].name as usize];
        self.behind_xml = name.raw.of(&self.buffer).eq_ignore_ascii_case("xml");
        self.in_text = false;
    }

    fn characters(&mut self, raw: &'a str) -> Outcome {
        if self.open.is_empty() {
            let blank = raw.bytes().all(is_space);
            return if blank {
                Ok(())
            } else {
                Err(XmlFault::TextOutsideRoot)
            };
        }
        if memchr::memchr(b'>', raw.as_bytes()).is_some() && raw.contains("]]>") {
            return Err(XmlFault::CdataEnd);
        }
        self.append(Kind::Text, raw, true);
        Ok(())
    }

    fn reference(&mut self, text: &str) -> Outcome {
        if self.open.is_empty() {
            return Err(XmlFault::TextOutsideRoot);
        }
        let c = markup::reference(text, self.version)?;
        self.append(Kind::Text, c.encode_utf8(&mut [0; 4]), false);
        Ok(())
    }

    fn cdata(&mut self, text: &'a str) -> Outcome {
        if self.open.is_empty() {
            return Err(XmlFault::Markup);
        }
        self.append(Kind::Cdata, text, true);
        Ok(())
    }

    /// Adds a piece of text to the text node that is being read, or starts one. Only the first piece can be a slice of the input.
    fn append(&mut self, kind: Kind, piece: &str, in_input: bool) {
        self.behind_xml = false;
        if !self.in_text {
            let value = if in_input {
                self.span(piece)
            } else {
                self.decoded(piece)
            };
            let node = self.push(kind, self.parent(), 0, value);
            if kind == Kind::Cdata {
                self.parts.push(Part {
                    node,
                    kind,
                    len: value.len,
                });
            }
            return;
        }
        let node = self.nodes.len() as u32 - 1;
        self.note_part(node, kind, piece.len() as u32);
        let value = self.nodes[node as usize].value;
        if value.end() != self.buffer.len() {
            let start = self.buffer.len();
            self.buffer
                .extend_from_within(value.start as usize..value.end());
            self.nodes[node as usize].value.start = start as u32;
        }
        self.buffer.push_str(piece);
        let node = &mut self.nodes[node as usize];
        node.value.len += piece.len() as u32;
        if kind == Kind::Text {
            node.kind = Kind::Text;
        }
    }

    /// Text and CDATA sections stay apart in the tree that a host sees, although they are one node here.
    fn note_part(&mut self, node: u32, kind: Kind, len: u32) {
        let last = self.parts.last_mut().filter(|part| part.node == node);
        match (last, kind) {
            (Some(part), Kind::Text) if part.kind == Kind::Text => part.len += len,
            (None, Kind::Text) => {}
            (last, kind) => {
                if last.is_none() {
                    let before = self.nodes[node as usize].value.len;
                    self.parts.push(Part {
                        node,
                        kind: Kind::Text,
                        len: before,
                    });
                }
                self.parts.push(Part { node, kind, len });
            }
        }
    }

    fn comment(&mut self, text: &'a str) -> Outcome {
        if text.ends_with('-') || text.contains("--") {
            return Err(XmlFault::Comment);
        }
        self.push(Kind::Comment, self.parent(), 0, self.span(text));
        self.behind_xml = false;
        Ok(())
    }

    fn instruction(&mut self, text: &'a str) -> Outcome {
        let (target, data) = markup::instruction(text, self.version)?;
        self.check_length(target)?;
        if self.behind_xml {
            self.in_text = false;
        } else {
            let name = self.intern(target, colon(target).map_or(0, |at| at + 1), None);
            self.push(Kind::Instruction, self.parent(), name, self.span(data));
        }
        self.behind_xml = false;
        Ok(())
    }

    fn finish(mut self) -> Document {
        self.nodes[0].end = self.nodes.len() as u32;
        let store = Store {
            text: self.buffer,
            names: self.names.into_list(),
            uris: self.namespaces.into_spans(),
            namespaces: self.aware,
        };
        Document {
            store: Arc::new(store),
            nodes: self.nodes,
            parts: self.parts,
            imported: false,
        }
    }
}

fn fault_of(error: &quick_xml::Error) -> XmlFault {
    match error {
        quick_xml::Error::Syntax(_) => XmlFault::Unterminated,
        quick_xml::Error::IllFormed(quick_xml::errors::IllFormedError::UnclosedReference) => {
            XmlFault::Reference
        }
        _ => XmlFault::Markup,
    }
}

fn colon(name: &str) -> Option<usize> {
    memchr::memchr(b':', name.as_bytes())
}

/// Order of Java strings: by UTF-16 unit.
fn compare_units(a: &str, b: &str) -> std::cmp::Ordering {
    if a.is_ascii() && b.is_ascii() {
        a.cmp(b)
    } else {
        a.encode_utf16().cmp(b.encode_utf16())
    }
}

/// `Some(None)` for `xmlns`, `Some(Some(prefix))` for `xmlns:prefix`.
fn declared_prefix(name: &str) -> Option<Option<&str>> {
    match name.strip_prefix("xmlns")? {
        "" => Some(None),
        rest => rest.strip_prefix(':').map(Some),
    }
}

/// The rules on `xml`, `xmlns` and their namespaces; taking a prefix back is for XML 1.1 only.
fn check_declaration(prefix: Option<&str>, uri: &str, version: Version) -> Outcome {
    let allowed = match (prefix, uri) {
        (Some("xml"), uri) => uri == XML,
        (Some("xmlns"), _) | (_, XML | XMLNS) => false,
        (Some(_), "") => version == Version::V11,
        _ => true,
    };
    if allowed {
        Ok(())
    } else {
        Err(XmlFault::ReservedNamespace(
            prefix.unwrap_or("xmlns").to_owned(),
        ))
    }
}
