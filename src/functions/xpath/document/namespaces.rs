//! Which prefix stands for which namespace while a document is read. Bindings end with the element that made them, so each
//! remembers what it hid.

use super::names::{Span, Uri};
use std::collections::HashMap;

/// The namespace that `xml` is always bound to.
pub(super) const XML: &str = "http://www.w3.org/XML/1998/namespace";
/// The namespace of the declarations themselves.
pub(super) const XMLNS: &str = "http://www.w3.org/2000/xmlns/";

#[derive(Debug, Default)]
pub(super) struct Namespaces<'a> {
    uris: HashMap<String, Uri>,
    spans: Vec<Span>,
    default: Option<Uri>,
    bound: HashMap<&'a str, Option<Uri>>,
    /// What each declaration hid, newest last; the empty prefix is the default namespace.
    hidden: Vec<(&'a str, Option<Uri>)>,
}

impl<'a> Namespaces<'a> {
    /// Declarations so far: the mark to come back to when an element ends.
    pub(super) fn mark(&self) -> usize {
        self.hidden.len()
    }

    pub(super) fn release(&mut self, mark: usize) {
        while self.hidden.len() > mark {
            if let Some((prefix, uri)) = self.hidden.pop() {
                self.set(prefix, uri);
            }
        }
    }

    /// Binds `prefix` (empty: the default) to the namespace that stands at `span`; an empty one unbinds.
    pub(super) fn declare(&mut self, prefix: &'a str, uri: &str, span: Span) {
        let number = (!uri.is_empty()).then(|| self.number(uri, span));
        self.hidden.push((prefix, self.get(prefix)));
        self.set(prefix, number);
    }

    /// The number of a namespace that was met before.
    pub(super) fn known(&self, uri: &str) -> Option<Uri> {
        self.uris.get(uri).copied()
    }

    /// The number of a namespace that stands at `span`.
    pub(super) fn number(&mut self, uri: &str, span: Span) -> Uri {
        if let Some(known) = self.known(uri) {
            return known;
        }
        let number = self.spans.len() as Uri;
        self.uris.insert(uri.to_owned(), number);
        self.spans.push(span);
        number
    }

    pub(super) fn unprefixed(&self) -> Option<Uri> {
        self.default
    }

    pub(super) fn get(&self, prefix: &str) -> Option<Uri> {
        if prefix.is_empty() {
            self.default
        } else {
            self.bound.get(prefix).copied().flatten()
        }
    }

    fn set(&mut self, prefix: &'a str, uri: Option<Uri>) {
        if prefix.is_empty() {
            self.default = uri;
        } else {
            self.bound.insert(prefix, uri);
        }
    }

    /// Where each namespace stands, by number.
    pub(super) fn into_spans(self) -> Vec<Span> {
        self.spans
    }
}
