//! Objects that an array makes of texts: files, URIs and patterns, known here by their texts alone.

use super::args::{class_cast, give, ok, throw, unavailable};
use super::member::{Call, Members, p};
use super::net::uri;
use super::object::{JavaObject, identity_hash};
use super::signature::{BOOL, INT, LONG, OBJECT, STRING};
use crate::value::fault::Outcome;
use crate::value::text::Text;
use crate::value::{ClassId, Value};

pub(super) const FILE: ClassId = ClassId::named("java.io.File");
pub(super) const URI: ClassId = ClassId::named("java.net.URI");

pub(super) static TABLES: &[&[&Members]] = &[&[&FILES, &PATTERNS, &URIS]];

/// Files of the host are out of reach, their names are not.
#[rustfmt::skip]
static FILES: Members = Members::of(FILE).methods(&[
    p("getName", STRING, |c, t, _| give(c, this(t)?.name().to_owned()), "the last part of the path"),
    p("getPath", STRING, |c, t, _| give(c, this(t)?.text.clone()), "the path"),
    p("isAbsolute", BOOL, |_, t, _| ok(this(t)?.text.starts_with('/')), "whether the path starts at the root"),
    p("toString", STRING, |c, t, _| give(c, this(t)?.text.clone()), "the path"),
    p("hashCode", INT, |_, t, _| ok(this(t)?.java_hash()), "a number that equal paths share"),
    p("exists", BOOL, unavailable, "state of the host"),
    p("isDirectory", BOOL, unavailable, "state of the host"),
    p("isFile", BOOL, unavailable, "state of the host"),
    p("length", LONG, unavailable, "state of the host"),
    p("getParent", STRING, unavailable, "the path without its last part"),
    p("getAbsolutePath", STRING, unavailable, "state of the host"),
    p("toURI", OBJECT, unavailable, "the path as URI"),
]);

#[rustfmt::skip]
static PATTERNS: Members = Members::of(ClassId::PATTERN).methods(&[
    p("toString", STRING, |c, t, _| give(c, this(t)?.text.clone()), "the pattern as text"),
    p("pattern", STRING, |c, t, _| give(c, this(t)?.text.clone()), "the pattern as text"),
    p("flags", INT, |_, _, _| ok(0), "the modes of the pattern"),
]);

#[rustfmt::skip]
static URIS: Members = Members::of(URI).methods(&[
    p("toString", STRING, |c, t, _| give(c, this(t)?.text.clone()), "the URI as text"),
    p("getScheme", STRING, unavailable, "what stands before the first colon"),
    p("getAuthority", STRING, unavailable, "user, host and port"),
    p("getHost", STRING, unavailable, "the host"),
    p("getPort", INT, unavailable, "the port"),
    p("getPath", STRING, unavailable, "the path"),
    p("getQuery", STRING, unavailable, "what stands behind the question mark"),
    p("getFragment", STRING, unavailable, "what stands behind the number sign"),
    p("isAbsolute", BOOL, unavailable, "whether there is a scheme"),
    p("isOpaque", BOOL, unavailable, "whether there is a scheme and no path"),
    p("hashCode", INT, unavailable, "a number that equal URIs share"),
]);

/// An object of one of these classes.
#[derive(Clone)]
struct Textual {
    class: ClassId,
    text: String,
}

impl Textual {
    fn name(&self) -> &str {
        self.text.rsplit('/').next().unwrap_or(&self.text)
    }
}

/// Two patterns are never the same object.
impl PartialEq for Textual {
    fn eq(&self, other: &Self) -> bool {
        self.class != ClassId::PATTERN && self.class == other.class && self.text == other.text
    }
}

impl JavaObject for Textual {
    fn java_class(&self) -> ClassId {
        self.class
    }

    fn java_text(&self) -> String {
        self.text.clone()
    }

    fn java_hash(&self) -> i32 {
        /// What tells the hash code of a file from that of its path.
        const FILE_MARK: i32 = 1_234_321;
        match self.class {
            FILE => Text::Utf8(&self.text).hash_code() ^ FILE_MARK,
            class => identity_hash(class),
        }
    }

    fn java_order(&self, other: &Self) -> Option<i32> {
        let comparable = self.class != ClassId::PATTERN && self.class == other.class;
        comparable.then(|| Text::Utf8(&self.text).compare(Text::Utf8(&other.text)))
    }
}

fn this(this: Value<'_>) -> Outcome<&Textual> {
    this.instance()
        .ok_or_else(|| class_cast(this, "an object made of a text"))
}

fn made<'a>(call: &Call<'a>, class: ClassId, text: String) -> Outcome<Value<'a>> {
    call.arena.charge_text(text.len())?;
    Ok(call.arena.object(Textual { class, text }))
}

/// The file of a path, without slashes that mean nothing.
pub(super) fn file<'a>(call: &Call<'a>, path: &str) -> Outcome<Value<'a>> {
    let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
    let root = if path.starts_with('/') { "/" } else { "" };
    made(call, FILE, format!("{root}{}", parts.join("/")))
}

/// The URI of a text.
pub(super) fn uri<'a>(call: &Call<'a>, text: &str) -> Outcome<Value<'a>> {
    uri::check(text)?;
    made(call, URI, text.to_owned())
}

/// The pattern of a text.
pub(super) fn pattern<'a>(call: &Call<'a>, text: &str) -> Outcome<Value<'a>> {
    match call.environment.patterns.get(text) {
        Ok(_) => made(call, ClassId::PATTERN, text.to_owned()),
        Err(error) => Err(throw("PatternSyntaxException", error.message)),
    }
}
