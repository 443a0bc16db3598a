//! How data of the host enters an expression without being copied.
//!
//! Four small traits: a list-like thing, a map-like thing, headers and query parameters. What implements them is read
//! only where an expression asks for it.

pub use super::secrets::{SecretAccess, SecretError, SecretSource, Secrets};

use super::fault::{Fault, Outcome};
use super::text::TextBuf;
use super::text::charset::Charset;
use super::{ClassId, ClassRef, Owned, Value};
use crate::Limits;
use crate::diagnostic::Code;
use std::borrow::Cow;
use std::fmt;
use std::sync::OnceLock;

/// The entries of a map, in iteration order.
pub type Entries<'a> = Box<dyn Iterator<Item = (Value<'a>, Value<'a>)> + 'a>;

/// A list that lives outside the engine, `java.util.ArrayList` to an expression.
///
/// ```
/// use gravitee_el::{Value, host::Sequence};
///
/// struct Ids(Vec<u32>);
///
/// impl Sequence for Ids {
///     fn len(&self) -> usize {
///         self.0.len()
///     }
///     fn get(&self, index: usize) -> Option<Value<'_>> {
///         self.0.get(index).map(|id| Value::Long(i64::from(*id)))
///     }
/// }
/// # assert_eq!(Ids(vec![1]).len(), 1);
/// ```
pub trait Sequence {
    /// Number of elements.
    fn len(&self) -> usize;

    /// The element at a zero-based index.
    fn get(&self, index: usize) -> Option<Value<'_>>;

    /// Whether there is no element.
    fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The Java class that the list claims to be.
    #[doc(hidden)]
    fn class(&self) -> ClassRef {
        ClassRef::of(ClassId::ARRAY_LIST)
    }
}

/// A map that lives outside the engine, `java.util.LinkedHashMap` to an expression.
pub trait Lookup {
    /// The value of a text key; `None` when there is none.
    fn get(&self, key: &str) -> Option<Value<'_>>;

    /// Number of entries.
    fn len(&self) -> usize;

    /// All entries in iteration order.
    fn entries(&self) -> Entries<'_>;

    /// Why reading a key throws an `IllegalStateException`, for maps whose values cannot all be told; asked only for keys
    /// that [`Lookup::get`] does not know.
    fn refusal(&self, _key: &str) -> Option<String> {
        None
    }

    /// Whether there is no entry.
    fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The value of any key, for maps whose keys are not all texts.
    #[doc(hidden)]
    fn get_any<'a>(&'a self, key: Value<'a>) -> Option<Value<'a>> {
        match key {
            Value::Str(key) => self.get(key),
            _ => None,
        }
    }

    /// The Java class that the map claims to be.
    #[doc(hidden)]
    fn class(&self) -> ClassId {
        ClassId::LINKED_HASH_MAP
    }

    /// Whether the map's declared key type is `String`, so that an index is converted to text first.
    fn text_keys(&self) -> bool {
        false
    }
}

/// HTTP headers: names without case, several values a name, in order.
pub trait Headers {
    /// The `nth` value of a name (0 is the first).
    fn value(&self, name: &HeaderKey, nth: usize) -> Option<&[u8]>;

    /// All header lines in order: name as written, value.
    fn lines(&self) -> Box<dyn Iterator<Item = (&str, &[u8])> + '_>;
}

/// Query or path parameters: exact names, several values a name, in order; `?q` has the value `None`.
pub trait Params {
    /// The `nth` value of a name (0 is the first); `Some(None)` for a parameter without `=`.
    fn value(&self, name: &str, nth: usize) -> Option<Option<&str>>;

    /// All pairs in order.
    fn pairs(&self) -> Box<dyn Iterator<Item = (&str, Option<&str>)> + '_>;
}

/// A header name, prepared once when an expression is compiled, or lent by an evaluation that asks once.
#[derive(Clone)]
pub struct HeaderKey<'k> {
    text: Cow<'k, str>,
    #[cfg(feature = "http")]
    name: Prepared,
}

/// What is known of a name for a map of the `http` crate.
#[cfg(feature = "http")]
#[derive(Clone)]
enum Prepared {
    Name(http::HeaderName),
    /// No name of a header at all.
    Invalid,
    /// Not looked at yet.
    Open,
}

impl HeaderKey<'static> {
    /// Prepares a name. A text that is no valid name never matches a header of the `http` crate.
    pub fn new(name: &str) -> Self {
        HeaderKey {
            text: Cow::Owned(name.to_owned()),
            #[cfg(feature = "http")]
            name: match http::HeaderName::from_bytes(name.as_bytes()) {
                Ok(name) => Prepared::Name(name),
                Err(_) => Prepared::Invalid,
            },
        }
    }
}

impl<'k> HeaderKey<'k> {
    /// A name that is used as it stands, without a copy.
    pub fn lent(name: &'k str) -> Self {
        HeaderKey {
            text: Cow::Borrowed(name),
            #[cfg(feature = "http")]
            name: Prepared::Open,
        }
    }

    /// The name as the expression writes it.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The name for a map of the `http` crate.
    #[cfg(feature = "http")]
    pub fn header_name(&self) -> Option<Cow<'_, http::HeaderName>> {
        match &self.name {
            Prepared::Name(name) => Some(Cow::Borrowed(name)),
            Prepared::Invalid => None,
            Prepared::Open => http::HeaderName::from_bytes(self.text.as_bytes())
                .ok()
                .map(Cow::Owned),
        }
    }

    /// Whether a header line has this name.
    pub fn is(&self, name: &str) -> bool {
        self.text.len() == name.len() && self.text.eq_ignore_ascii_case(name)
    }
}

impl PartialEq for HeaderKey<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl Eq for HeaderKey<'_> {}

impl fmt::Debug for HeaderKey<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

#[cfg(feature = "http")]
impl Headers for http::HeaderMap {
    fn value(&self, name: &HeaderKey, nth: usize) -> Option<&[u8]> {
        let found = match (&name.name, nth) {
            (Prepared::Name(name), 0) => self.get(name),
            (Prepared::Name(name), nth) => self.get_all(name).iter().nth(nth),
            (Prepared::Invalid, _) => None,
            (Prepared::Open, nth) => self.get_all(name.as_str()).iter().nth(nth),
        };
        found.map(http::HeaderValue::as_bytes)
    }

    fn lines(&self) -> Box<dyn Iterator<Item = (&str, &[u8])> + '_> {
        Box::new(
            self.iter()
                .map(|(name, value)| (name.as_str(), value.as_bytes())),
        )
    }
}

/// Headers as a list of lines that keeps the names as written.
///
/// ```
/// use gravitee_el::host::{HeaderKey, HeaderList, Headers};
///
/// let headers = HeaderList::from_iter([("X-Test", "one"), ("x-test", "two")]);
/// assert_eq!(headers.value(&HeaderKey::new("X-TEST"), 1), Some(&b"two"[..]));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HeaderList(Vec<(Box<str>, Box<[u8]>)>);

impl HeaderList {
    /// Adds a line at the end.
    pub fn add(&mut self, name: &str, value: &[u8]) {
        self.0.push((name.into(), value.into()));
    }
}

impl<N: AsRef<str>, V: AsRef<[u8]>> FromIterator<(N, V)> for HeaderList {
    fn from_iter<I: IntoIterator<Item = (N, V)>>(lines: I) -> Self {
        HeaderList(
            lines
                .into_iter()
                .map(|(name, value)| (name.as_ref().into(), value.as_ref().into()))
                .collect(),
        )
    }
}

impl Headers for HeaderList {
    fn value(&self, name: &HeaderKey, nth: usize) -> Option<&[u8]> {
        self.0
            .iter()
            .filter(|(line, _)| name.is(line))
            .nth(nth)
            .map(|(_, value)| &**value)
    }

    fn lines(&self) -> Box<dyn Iterator<Item = (&str, &[u8])> + '_> {
        Box::new(self.0.iter().map(|(name, value)| (&**name, &**value)))
    }
}

/// Parameters as a list of pairs.
///
/// ```
/// use gravitee_el::host::{ParamList, Params};
///
/// let params = ParamList::from_query("limit=10&tag=a&flag");
/// assert_eq!(params.value("flag", 0), Some(None));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ParamList(Vec<(Box<str>, Option<Box<str>>)>);

impl ParamList {
    /// Cuts a query string (without `?`) into pairs; names and values stay as sent, nothing is decoded, as in the gateway.
    pub fn from_query(query: &str) -> Self {
        query
            .split('&')
            .filter(|pair| !pair.is_empty())
            .map(|pair| match pair.split_once('=') {
                Some((name, value)) => (name, Some(value)),
                None => (pair, None),
            })
            .collect()
    }

    /// Adds a pair at the end.
    pub fn add(&mut self, name: &str, value: Option<&str>) {
        self.0.push((name.into(), value.map(Into::into)));
    }
}

impl<'s> FromIterator<(&'s str, Option<&'s str>)> for ParamList {
    fn from_iter<I: IntoIterator<Item = (&'s str, Option<&'s str>)>>(pairs: I) -> Self {
        ParamList(
            pairs
                .into_iter()
                .map(|(name, value)| (name.into(), value.map(Into::into)))
                .collect(),
        )
    }
}

impl Params for ParamList {
    fn value(&self, name: &str, nth: usize) -> Option<Option<&str>> {
        self.0
            .iter()
            .filter(|(pair, _)| **pair == *name)
            .nth(nth)
            .map(|(_, value)| value.as_deref())
    }

    fn pairs(&self) -> Box<dyn Iterator<Item = (&str, Option<&str>)> + '_> {
        Box::new(
            self.0
                .iter()
                .map(|(name, value)| (&**name, value.as_deref())),
        )
    }
}

/// A bean of the host: a value with named properties and nothing else.
pub trait Object {
    /// The class name for messages, such as `com.acme.Order`.
    fn class_name(&self) -> &str;

    /// The Java class, for the engine's own beans.
    #[doc(hidden)]
    fn class(&self) -> ClassId {
        ClassId::OBJECT
    }

    /// The value of a property; `None` when the object has no such property (an error in the expression), as opposed
    /// to `Some(Value::Null)`.
    fn get(&self, property: &str) -> Option<Value<'_>>;

    /// The names of the properties, for suggestions.
    fn properties(&self) -> Vec<&str> {
        Vec::new()
    }

    /// The store that the bean stands for, when it is `#secrets`.
    #[doc(hidden)]
    fn secrets(&self) -> Option<&dyn Secrets> {
        None
    }

    /// The place that the bean describes, when it is one that may have secrets.
    #[doc(hidden)]
    fn secret_access(&self) -> Option<&SecretAccess> {
        None
    }

    /// What `toString()` gives; `None` for the class name with a hash, as Java prints objects without a text.
    fn text(&self) -> Option<String> {
        None
    }
}

impl Sequence for Vec<serde_json::Value> {
    fn len(&self) -> usize {
        self.as_slice().len()
    }

    fn get(&self, index: usize) -> Option<Value<'_>> {
        self.as_slice().get(index).map(Value::from)
    }
}

impl Lookup for serde_json::Map<String, serde_json::Value> {
    fn get(&self, key: &str) -> Option<Value<'_>> {
        serde_json::Map::get(self, key).map(Value::from)
    }

    fn len(&self) -> usize {
        serde_json::Map::len(self)
    }

    fn entries(&self) -> Entries<'_> {
        Box::new(
            self.iter()
                .map(|(key, value)| (Value::Str(key), value.into())),
        )
    }
}

/// An HTTP request, `#request` to an expression. What is not known stays at its default.
///
/// ```
/// use gravitee_el::host::{HeaderList, Headers, Params, ParamList, Request};
///
/// struct Mine {
///     headers: HeaderList,
///     query: ParamList,
/// }
///
/// impl Request for Mine {
///     fn method(&self) -> &str {
///         "GET"
///     }
///     fn path(&self) -> &str {
///         "/orders"
///     }
///     fn headers(&self) -> &dyn Headers {
///         &self.headers
///     }
///     fn params(&self) -> &dyn Params {
///         &self.query
///     }
/// }
/// ```
pub trait Request {
    /// `GET`, `POST` …
    fn method(&self) -> &str;

    /// The path without query, as sent.
    fn path(&self) -> &str;

    /// The headers.
    fn headers(&self) -> &dyn Headers;

    /// The query parameters, names and values as sent.
    fn params(&self) -> &dyn Params;

    /// Parameters taken from the path by the gateway's flows.
    fn path_params(&self) -> &dyn Params {
        &NO_PARAMS
    }

    /// The identity of the request.
    fn id(&self) -> Option<&str> {
        None
    }

    /// The identity of the transaction that the request is a part of.
    fn transaction_id(&self) -> Option<&str> {
        None
    }

    /// Path and query, as sent.
    fn uri(&self) -> Option<&str> {
        Some(self.path())
    }

    /// The part of the path behind the context path.
    fn path_info(&self) -> Option<&str> {
        None
    }

    /// The part of the path that chose the API, with a `/` at its end.
    fn context_path(&self) -> Option<&str> {
        None
    }

    /// Host and port.
    fn host(&self) -> Option<&str> {
        None
    }

    /// `http` or `https`.
    fn scheme(&self) -> Option<&str> {
        None
    }

    /// `HTTP_1_0`, `HTTP_1_1` or `HTTP_2`.
    fn version(&self) -> Option<&str> {
        Some("HTTP_1_1")
    }

    /// Milliseconds since the epoch at which the request came in.
    fn timestamp(&self) -> i64 {
        0
    }

    /// The address of the client.
    fn remote_address(&self) -> Option<&str> {
        None
    }

    /// The address that the client reached.
    fn local_address(&self) -> Option<&str> {
        None
    }

    /// The TLS session; `None` gives the empty session, whose principals are not defined.
    fn ssl(&self) -> Option<&dyn Object> {
        None
    }
}

/// An HTTP response, `#response` to an expression.
pub trait Response {
    /// The status, 200 for instance.
    fn status(&self) -> i32;

    /// The headers.
    fn headers(&self) -> &dyn Headers;
}

/// No parameters at all.
static NO_PARAMS: ParamList = ParamList(Vec::new());

/// A request with its body, as a context holds it.
#[derive(Clone, Copy)]
pub struct RequestSlot<'c> {
    pub(crate) request: &'c dyn Request,
    pub(crate) body: Option<&'c Body>,
}

/// A response with its body, as a context holds it.
#[derive(Clone, Copy)]
pub struct ResponseSlot<'c> {
    pub(crate) response: &'c dyn Response,
    pub(crate) body: Option<&'c Body>,
}

/// A body that is read when an expression first needs it, and kept in the forms that expressions asked for.
///
/// ```
/// use gravitee_el::host::Body;
///
/// let body = Body::from_text("{\"a\": 1}");
/// assert_eq!(body.text(), "{\"a\": 1}");
/// ```
pub struct Body {
    source: Box<dyn Fn() -> Vec<u8> + Send + Sync>,
    charset: Charset,
    text: OnceLock<Box<str>>,
    json: OnceLock<Form>,
    xml: OnceLock<Form>,
}

/// What became of a body that was read once; a limit that it met stays met.
type Form = Result<Owned, Excess>;

/// A reader of bodies.
type ReadBody = fn(&str, &Limits) -> Result<Owned, Excess>;

/// A limit that a body goes beyond.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Excess {
    code: Code,
    message: &'static str,
}

impl Excess {
    const TEXT: Excess = Excess {
        code: Code::BODY_TOO_LARGE,
        message: "the body is larger than what may be read as JSON or XML",
    };
    pub(crate) const DEPTH: Excess = Excess {
        code: Code::BODY_TOO_DEEP,
        message: "the body is nested deeper than its limit allows",
    };
    pub(crate) const VALUES: Excess = Excess {
        code: Code::BODY_TOO_MANY_VALUES,
        message: "the body holds more values than its limit allows",
    };

    #[cold]
    fn fault(self) -> Box<Fault> {
        Fault::el(self.code, self.message)
    }
}

impl Body {
    /// A body whose bytes are asked for when they are first needed, once. They are text in UTF-8, as the reference takes
    /// every body, whatever its `Content-Type` says.
    pub fn new(source: impl Fn() -> Vec<u8> + Send + Sync + 'static) -> Self {
        Body::of(Box::new(source), OnceLock::new())
    }

    /// A body in the charset that a `Content-Type` names, UTF-8 when it names none; `None` when the charset is unknown.
    ///
    /// ```
    /// use gravitee_el::host::Body;
    ///
    /// let body = Body::of_content_type("text/plain; charset=ISO-8859-1", || vec![0xE9]).unwrap();
    /// assert_eq!(body.text(), "é");
    /// ```
    pub fn of_content_type(
        content_type: &str,
        source: impl Fn() -> Vec<u8> + Send + Sync + 'static,
    ) -> Option<Self> {
        let charset = match charset_name(content_type) {
            Some(name) => Charset::named(name).ok()?,
            None => Charset::Utf8,
        };
        Some(Body {
            charset,
            ..Body::new(source)
        })
    }

    /// A body that is a text already.
    pub fn from_text(text: impl Into<Box<str>>) -> Self {
        Body::of(Box::new(Vec::new), OnceLock::from(text.into()))
    }

    fn of(source: Box<dyn Fn() -> Vec<u8> + Send + Sync>, text: OnceLock<Box<str>>) -> Self {
        Body {
            source,
            charset: Charset::Utf8,
            text,
            json: OnceLock::new(),
            xml: OnceLock::new(),
        }
    }

    /// The body as a map, read from its text by `read` when it is first asked for.
    pub(crate) fn json(&self, limits: &Limits, read: ReadBody) -> Outcome<&Owned> {
        self.form(&self.json, limits, read)
    }

    /// The body as a map, read from its text by `read` when it is first asked for.
    pub(crate) fn xml(&self, limits: &Limits, read: ReadBody) -> Outcome<&Owned> {
        self.form(&self.xml, limits, read)
    }

    fn form<'b>(
        &'b self,
        form: &'b OnceLock<Form>,
        limits: &Limits,
        read: ReadBody,
    ) -> Outcome<&'b Owned> {
        if self.text().len() > limits.body_text {
            return Err(Excess::TEXT.fault());
        }
        form.get_or_init(|| read(self.text(), limits))
            .as_ref()
            .map_err(|excess| excess.fault())
    }

    /// The body as text, bytes that are none replaced.
    pub fn text(&self) -> &str {
        self.text.get_or_init(|| {
            let bytes = (self.source)();
            match (self.charset, String::from_utf8(bytes)) {
                (Charset::Utf8, Ok(text)) => text.into(),
                (charset, Ok(text)) => decoded(charset, text.as_bytes()),
                (charset, Err(error)) => decoded(charset, error.as_bytes()),
            }
        })
    }
}

fn decoded(charset: Charset, bytes: &[u8]) -> Box<str> {
    match charset.decode(bytes) {
        TextBuf::Utf8(text) => text.into(),
        TextBuf::Wide(units) => String::from_utf16_lossy(&units).into(),
    }
}

/// The parameter `charset` of a `Content-Type`, perhaps in quotes.
fn charset_name(content_type: &str) -> Option<&str> {
    let mut parameters = content_type.split(';').skip(1);
    parameters.find_map(|parameter| {
        let (name, value) = parameter.split_once('=')?;
        let is_charset = name.trim().eq_ignore_ascii_case("charset");
        is_charset.then(|| value.trim().trim_matches('"'))
    })
}
