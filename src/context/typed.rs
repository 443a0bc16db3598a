//! The JSON form of Java values, contexts and answers, in which recorded cases are written.
//!
//! Plain JSON stands for the Java values that Jackson would make of it; `{"$type": "long", "value": "5"}` for those that
//! JSON lacks. Answers always name their type, since `1` and `1L` are different answers.

use super::json;
use super::model::{self, HttpRequest, HttpResponse};
use super::{Binding, Context};
use crate::Error;
use crate::java::codec::{base64, uuid::Uuid};
use crate::java::time::{
    instant::Instant, local_date::LocalDate, local_date_time::LocalDateTime,
    members::date::DateObject, zoned::ZonedDateTime,
};
use crate::value::enum_constant::EnumConstant;
use crate::value::host::{Body, HeaderList, ParamList};
use crate::value::owned::{OwnedList, OwnedMap};
use crate::value::{ClassId, ClassRef, Instance, Owned, Value, view};
use serde_json::{Value as Json, json};
use std::fmt;

/// The data of a context, owned, as a JSON document describes it.
///
/// ```
/// use gravitee_el::{Engine, typed::ContextData};
///
/// let data = ContextData::from_json(r#"{"request": {"method": "GET"}, "vars": {"n": 1}}"#)?;
/// assert!(Engine::new().matches("{#request.method == 'GET' && #n == 1}", &data.context()).is_true());
/// # Ok::<(), gravitee_el::typed::ContextError>(())
/// ```
#[derive(Default)]
pub struct ContextData {
    request: Option<(HttpRequest, Option<Body>)>,
    response: Option<(HttpResponse, Option<Body>)>,
    attributes: Option<Owned>,
    variables: Vec<(String, Owned)>,
}

/// Why a document describes no context.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContextError {
    /// What is wrong, with the path of the JSON value where there is one.
    message: String,
    /// Byte of the document, when it is no JSON at all.
    at: Option<usize>,
}

impl fmt::Display for ContextError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.at {
            Some(at) => write!(f, "{} (at byte {at})", self.message),
            None => f.write_str(&self.message),
        }
    }
}

impl std::error::Error for ContextError {}

fn wrong(message: impl Into<String>) -> ContextError {
    ContextError {
        message: message.into(),
        at: None,
    }
}

/// Reads any JSON document as the Java value that it describes.
///
/// # Errors
/// When the text is no JSON, or a `$type` is unknown or does not fit its value.
pub fn value_from_json(text: &str) -> Result<Owned, ContextError> {
    typed(parse(text)?)
}

fn parse(text: &str) -> Result<Owned, ContextError> {
    json::parse(text).map_err(|error| ContextError {
        message: error.message.to_owned(),
        at: Some(error.at),
    })
}

/// Several contexts by name, as a file of recorded contexts holds them.
///
/// # Errors
/// As for one context.
pub fn contexts_from_json(text: &str) -> Result<Vec<(String, ContextData)>, ContextError> {
    let contexts = object(parse(text)?, "the document")?;
    contexts
        .into_iter()
        .map(|(name, context)| Ok((name, ContextData::from_value(context)?)))
        .collect()
}

/// A recorded case: an expression, the type asked for, the data.
pub struct Case {
    /// Identity, as the document has it.
    pub id: String,
    /// The template text.
    pub expression: String,
    /// The name of the type asked for.
    pub target: String,
    /// The data.
    pub context: CaseContext,
}

/// The data of a case.
pub enum CaseContext {
    /// No variable at all.
    Empty,
    /// A context that is defined elsewhere.
    Named(String),
    /// The context itself.
    Own(Box<ContextData>),
}

impl Case {
    /// Reads a case from its line.
    ///
    /// # Errors
    /// When the line is no JSON object, or lacks a text `expr`, or its context has the wrong shape.
    pub fn from_json(line: &str) -> Result<Self, ContextError> {
        let mut row = object(parse(line)?, "a case")?;
        let id = optional(take(&mut row, "id")).unwrap_or_default();
        let Owned::Str(expression) = take(&mut row, "expr") else {
            return Err(wrong("the case has no text `expr`"));
        };
        let target = optional(take(&mut row, "as")).unwrap_or_else(|| "Object".to_owned());
        let context = match take(&mut row, "context") {
            Owned::Null => CaseContext::Empty,
            Owned::Str(name) => CaseContext::Named(name.into()),
            document => CaseContext::Own(Box::new(ContextData::from_value(document)?)),
        };
        Ok(Case {
            id,
            expression: expression.into(),
            target,
            context,
        })
    }
}

impl ContextData {
    /// Reads one context.
    ///
    /// # Errors
    /// When the text is no JSON object, or a part of it has the wrong shape.
    pub fn from_json(text: &str) -> Result<Self, ContextError> {
        ContextData::from_value(parse(text)?)
    }

    fn from_value(document: Owned) -> Result<Self, ContextError> {
        let mut data = ContextData::default();
        for (key, value) in object(document, "a context")? {
            match key.as_str() {
                "request" => data.request = Some(request(value)?),
                "response" => data.response = Some(response(value)?),
                "context" => data.attributes = Some(attributes(value)?),
                "api" => data.api(value)?,
                "node" => data.set_bean(
                    "node",
                    ClassId::OBJECT,
                    value,
                    &["id", "version", "tenant", "shardingTags", "zone"],
                )?,
                "subscription" => data.subscription(value)?,
                "message" => data.message(value)?,
                "vars" => {
                    for (name, value) in object(value, "vars")? {
                        data.set(&name, typed(value)?);
                    }
                }
                _ => data.set(&key, typed(value)?),
            }
        }
        Ok(data)
    }

    /// Sets a variable.
    pub fn set(&mut self, name: &str, value: Owned) {
        self.variables.retain(|(known, _)| known != name);
        self.variables.push((name.to_owned(), value));
    }

    /// Sets an attribute of `#context.attributes`.
    pub fn set_attribute(&mut self, name: &str, value: Owned) {
        let attributes = self
            .attributes
            .get_or_insert_with(|| Owned::map::<&str>([]));
        if let Owned::Map(map) = attributes {
            map.put(Owned::from(name), value);
        }
    }

    /// Sets a property of the API, seen as `#api.properties` and `#properties`.
    pub fn set_property(&mut self, name: &str, value: Owned) {
        let at = self
            .variables
            .iter()
            .position(|(known, _)| known == "properties");
        let mut properties =
            at.map_or_else(|| Owned::map::<&str>([]), |at| self.variables.remove(at).1);
        if let Owned::Map(map) = &mut properties {
            map.put(Owned::from(name), value);
        }
        self.set_properties(properties);
    }

    /// The request, made if there is none, to be changed.
    pub fn request_mut(&mut self) -> &mut HttpRequest {
        &mut self
            .request
            .get_or_insert_with(|| (HttpRequest::new("GET", "/"), None))
            .0
    }

    /// Sets request and body.
    pub fn set_request(&mut self, request: HttpRequest, body: Option<Body>) {
        self.request = Some((request, body));
    }

    /// Sets the body of the request.
    pub fn set_request_body(&mut self, body: Body) {
        self.request_mut();
        if let Some((_, old)) = &mut self.request {
            *old = Some(body);
        }
    }

    /// Sets response and body.
    pub fn set_response(&mut self, response: HttpResponse, body: Option<Body>) {
        self.response = Some((response, body));
    }

    /// The context that an evaluation sees.
    pub fn context(&self) -> Context<'_> {
        let mut context = Context::new();
        if let Some((request, body)) = &self.request {
            context.set_request(request, body.as_ref());
        }
        if let Some((response, body)) = &self.response {
            context.set_response(response, body.as_ref());
        }
        if let Some(Owned::Map(attributes)) = &self.attributes {
            context.set_attributes(attributes);
        }
        for (name, value) in &self.variables {
            context.set(name.as_str(), Binding::Owned(value));
        }
        context
    }

    fn api(&mut self, value: Owned) -> Result<(), ContextError> {
        let mut api = object(value, "api")?;
        let at = api.iter().position(|(key, _)| key == "properties");
        let properties = at.map(|at| typed(api.remove(at).1)).transpose()?;
        let fields = ["id", "name", "version"].map(|name| (name, take(&mut api, name)));
        let mut bean: Vec<(&str, Owned)> = Vec::new();
        for (name, value) in fields {
            bean.push((name, text(value)));
        }
        bean.push((
            "properties",
            properties
                .as_ref()
                .map_or(Owned::Null, |map| text_keyed(map.clone())),
        ));
        self.set("api", model::bean(ClassId::OBJECT, bean));
        if let Some(properties) = properties {
            self.set("properties", properties)
        }
        Ok(())
    }

    fn set_properties(&mut self, properties: Owned) {
        let mut kept: Vec<(String, Owned)> = Vec::new();
        if let Some(at) = self.variables.iter().position(|(name, _)| name == "api")
            && let Owned::Bean(bean) = self.variables.remove(at).1
        {
            let others = bean
                .properties
                .into_iter()
                .filter(|(name, _)| **name != *"properties");
            kept.extend(others.map(|(name, value)| (name.into(), value)));
        }
        kept.push(("properties".to_owned(), text_keyed(properties.clone())));
        let bean = kept
            .iter()
            .map(|(name, value)| (name.as_str(), value.clone()));
        self.set("api", model::bean(ClassId::OBJECT, bean));
        self.set("properties", properties);
    }

    fn subscription(&mut self, value: Owned) -> Result<(), ContextError> {
        let mut fields = object(value, "subscription")?;
        let kind = match take(&mut fields, "type") {
            Owned::Str(name) => subscription_type(&name)?,
            _ => Owned::Null,
        };
        let metadata = typed(take(&mut fields, "metadata"))?;
        let mut bean: Vec<(&str, Owned)> = vec![("type", kind), ("metadata", text_keyed(metadata))];
        for name in ["id", "applicationName", "clientId"] {
            bean.push((name, text(take(&mut fields, name))));
        }
        self.set("subscription", model::bean(ClassId::OBJECT, bean));
        Ok(())
    }

    fn message(&mut self, value: Owned) -> Result<(), ContextError> {
        let mut fields = object(value, "message")?;
        let headers = headers(take(&mut fields, "headers"))?;
        let content = match take(&mut fields, "content") {
            Owned::Null => Owned::from(""),
            other => text(other),
        };
        let length = content.lend().as_str().map_or(0, str::len) as i32;
        let map = |value| match value {
            Owned::Null => Ok(Owned::map::<&str>([])),
            other => typed(other),
        };
        let attributes = map(take(&mut fields, "attributes"))?;
        let names: Vec<Owned> = match &attributes {
            Owned::Map(map) => map.entries.iter().map(|(key, _)| key.clone()).collect(),
            _ => Vec::new(),
        };
        let bean = [
            ("id", text(take(&mut fields, "id"))),
            (
                "error",
                Owned::Bool(matches!(take(&mut fields, "error"), Owned::Bool(true))),
            ),
            ("metadata", text_keyed(map(take(&mut fields, "metadata"))?)),
            ("headers", view::to_owned(Value::Headers(&headers), 8)),
            ("content", content),
            ("contentLength", Owned::Int(length)),
            (
                "geAttributeNames",
                Owned::List(OwnedList::new(ClassId::LINKED_KEY_SET, names)),
            ),
            ("attributes", text_keyed(attributes)),
        ];
        self.set("message", model::bean(ClassId::MESSAGE, bean));
        Ok(())
    }

    fn set_bean(
        &mut self,
        name: &str,
        class: ClassId,
        value: Owned,
        known: &[&'static str],
    ) -> Result<(), ContextError> {
        let mut fields = object(value, name)?;
        let mut bean = Vec::new();
        for key in known {
            let value = take(&mut fields, key);
            bean.push((
                *key,
                if matches!(value, Owned::List(_)) {
                    typed(value)?
                } else {
                    text(value)
                },
            ));
        }
        self.set(name, model::bean(class, bean));
        Ok(())
    }
}

/// The members of a JSON object.
fn object(value: Owned, what: &str) -> Result<Vec<(String, Owned)>, ContextError> {
    match value {
        Owned::Map(map) => Ok(map
            .entries
            .into_iter()
            .map(|(key, value)| (key.to_string(), value))
            .collect()),
        other => Err(wrong(format!(
            "{what} is {}, not a JSON object",
            kind(&other)
        ))),
    }
}

fn kind(value: &Owned) -> &'static str {
    match value {
        Owned::Null => "null",
        Owned::List(_) => "an array",
        Owned::Str(_) => "a text",
        Owned::Bool(_) => "a boolean",
        _ => "a number",
    }
}

fn take(fields: &mut Vec<(String, Owned)>, name: &str) -> Owned {
    fields
        .iter()
        .position(|(key, _)| key == name)
        .map_or(Owned::Null, |at| fields.swap_remove(at).1)
}

/// A JSON scalar as the text that the gateway would hold.
fn text(value: Owned) -> Owned {
    match value {
        Owned::Null | Owned::Str(_) => value,
        other => Owned::from(other.to_string()),
    }
}

fn optional(value: Owned) -> Option<String> {
    match value {
        Owned::Null => None,
        other => Some(other.to_string()),
    }
}

fn text_keyed(mut value: Owned) -> Owned {
    if let Owned::Map(map) = &mut value {
        map.text_keys = true;
    }
    value
}

fn request(value: Owned) -> Result<(HttpRequest, Option<Body>), ContextError> {
    let mut fields = object(value, "request")?;
    let mut field = |name| take(&mut fields, name);
    let request = HttpRequest {
        method: optional(field("method")).unwrap_or_else(|| "GET".to_owned()),
        path: optional(field("path")).unwrap_or_default(),
        uri: optional(field("uri")),
        headers: headers(field("headers"))?,
        params: params(field("params"))?,
        path_params: params(field("pathParams"))?,
        id: optional(field("id")),
        transaction_id: optional(field("transactionId")),
        path_info: optional(field("pathInfo")),
        context_path: optional(field("contextPath")),
        host: optional(field("host")),
        scheme: optional(field("scheme")),
        version: Some(optional(field("version")).unwrap_or_else(|| "HTTP_1_1".to_owned())),
        timestamp: match field("timestamp") {
            Owned::Int(value) => i64::from(value),
            Owned::Long(value) => value,
            _ => 0,
        },
        remote_address: optional(field("remoteAddress")),
        local_address: optional(field("localAddress")),
    };
    Ok((request, optional(field("content")).map(Body::from_text)))
}

fn response(value: Owned) -> Result<(HttpResponse, Option<Body>), ContextError> {
    let mut fields = object(value, "response")?;
    let status = match take(&mut fields, "status") {
        Owned::Int(status) => status,
        Owned::Null => 200,
        other => {
            return Err(wrong(format!(
                "`status` is {}, not an integer",
                kind(&other)
            )));
        }
    };
    let headers = headers(take(&mut fields, "headers"))?;
    Ok((
        HttpResponse { status, headers },
        optional(take(&mut fields, "content")).map(Body::from_text),
    ))
}

/// The attributes of the request; a `context` without them has none.
fn attributes(value: Owned) -> Result<Owned, ContextError> {
    match take(&mut object(value, "context")?, "attributes") {
        Owned::Null => Ok(Owned::map::<&str>([])),
        other => typed(other),
    }
}

fn headers(value: Owned) -> Result<HeaderList, ContextError> {
    let mut headers = HeaderList::default();
    each_value(value, "headers", |name, value| {
        headers.add(name, value.unwrap_or_default().as_bytes())
    })?;
    Ok(headers)
}

fn params(value: Owned) -> Result<ParamList, ContextError> {
    let mut params = ParamList::default();
    each_value(value, "params", |name, value| params.add(name, value))?;
    Ok(params)
}

/// The values of an object whose members are one value or an array of them.
fn each_value(
    value: Owned,
    what: &str,
    mut add: impl FnMut(&str, Option<&str>),
) -> Result<(), ContextError> {
    if matches!(value, Owned::Null) {
        return Ok(());
    }
    for (name, value) in object(value, what)? {
        let values = match value {
            Owned::List(list) => list.items,
            other => vec![other],
        };
        for value in values {
            add(&name, optional(value).as_deref());
        }
    }
    Ok(())
}

/// Resolves `$type` objects, inside out.
fn typed(value: Owned) -> Result<Owned, ContextError> {
    match value {
        Owned::List(mut list) => {
            list.items = list
                .items
                .into_iter()
                .map(typed)
                .collect::<Result<_, _>>()?;
            Ok(Owned::List(list))
        }
        Owned::Map(map) => {
            let name = map
                .entries
                .iter()
                .find(|(key, _)| key.lend().as_str() == Some("$type"));
            match name.map(|(_, name)| name.to_string()) {
                Some(name) => of_type(
                    &name,
                    take(&mut object(Owned::Map(map), "a value")?, "value"),
                ),
                None => {
                    let entries = map
                        .entries
                        .into_iter()
                        .map(|(key, value)| Ok((key, typed(value)?)));
                    let entries = entries.collect::<Result<Vec<_>, ContextError>>()?;
                    Ok(Owned::Map(OwnedMap::new(ClassId::LINKED_HASH_MAP, entries)))
                }
            }
        }
        other => Ok(other),
    }
}

fn of_type(name: &str, value: Owned) -> Result<Owned, ContextError> {
    let bad = || wrong(format!("`{name}` has no value like this"));
    let items = |value| match typed(value)? {
        Owned::List(list) => Ok(list.items),
        _ => Err(bad()),
    };
    let text = value.to_string();
    Ok(match name {
        "byte" => Owned::Byte(text.parse().map_err(|_| bad())?),
        "short" => Owned::Short(text.parse().map_err(|_| bad())?),
        "int" => Owned::Int(text.parse().map_err(|_| bad())?),
        "long" => Owned::Long(text.parse().map_err(|_| bad())?),
        "float" => Owned::Float(float(&text).ok_or_else(bad)? as f32),
        "double" => Owned::Double(float(&text).ok_or_else(bad)?),
        "char" => Owned::Char(text.encode_utf16().next().ok_or_else(bad)?),
        "bigdecimal" => Owned::BigDec(text.parse().map_err(|_| bad())?),
        "biginteger" => Owned::BigInt(text.parse().map_err(|_| bad())?),
        "set" => Owned::List(OwnedList::new(ClassId::LINKED_HASH_SET, items(value)?)),
        "array" => Owned::List(OwnedList::new(
            ClassRef::array(ClassId::OBJECT),
            items(value)?,
        )),
        "int[]" => Owned::List(OwnedList::new(
            ClassRef::array(ClassId::INT_P),
            items(value)?,
        )),
        "string[]" => Owned::List(OwnedList::new(
            ClassRef::array(ClassId::STRING),
            items(value)?,
        )),
        "optional" => Owned::Optional(match typed(value)? {
            Owned::Null => None,
            other => Some(Box::new(other)),
        }),
        _ => object_value(name, &text).ok_or_else(bad)?,
    })
}

fn subscription_type(name: &str) -> Result<Owned, ContextError> {
    model::subscription_type(name)
        .ok_or_else(|| wrong(format!("`{name}` is no type of subscription")))
}

/// Dates, times, identifiers and bytes by the names that documents give them.
fn object_value(name: &str, text: &str) -> Option<Owned> {
    fn object<E>(object: Result<impl Instance, E>) -> Option<Owned> {
        object.ok().map(|object| Owned::Object(Box::new(object)))
    }
    match name {
        "date" => object(text.parse().map(DateObject::of_millis)),
        "localdate" => object(LocalDate::parse(text)),
        "localdatetime" => object(LocalDateTime::parse(text)),
        "zoneddatetime" => object(ZonedDateTime::parse(text)),
        "instant" => object(Instant::parse(text)),
        "uuid" => object(Uuid::parse(text)),
        "byte[]" => {
            let bytes = base64::Decoder::Basic.decode(text.as_bytes()).ok()?;
            let bytes = bytes.into_iter().map(|byte| Owned::Byte(byte as i8));
            Some(Owned::List(OwnedList::new(
                ClassRef::array(ClassId::BYTE_P),
                bytes,
            )))
        }
        _ => None,
    }
}

fn float(text: &str) -> Option<f64> {
    match text {
        "NaN" => Some(f64::NAN),
        "Infinity" => Some(f64::INFINITY),
        "-Infinity" => Some(f64::NEG_INFINITY),
        _ => text.parse().ok(),
    }
}

/// A value with its type, as answers give it. What nests deeper than eight levels is cut.
pub fn value_to_json(value: &Owned) -> Json {
    typed_json(value, 0)
}

/// A value as plain JSON: numbers that JSON can hold as numbers, everything without a JSON form as Java prints it.
pub fn value_to_plain_json(value: &Owned) -> Json {
    match value {
        Owned::Null => Json::Null,
        Owned::Bool(value) => json!(value),
        Owned::Byte(value) => json!(value),
        Owned::Short(value) => json!(value),
        Owned::Int(value) => json!(value),
        Owned::Long(value) => json!(value),
        Owned::Float(value) if value.is_finite() => json!(value),
        Owned::Double(value) if value.is_finite() => json!(value),
        Owned::List(list) => Json::Array(list.items.iter().map(value_to_plain_json).collect()),
        Owned::Map(map) => {
            let entries = map
                .entries
                .iter()
                .map(|(key, value)| (key.to_string(), value_to_plain_json(value)));
            Json::Object(entries.collect())
        }
        Owned::Optional(value) => value
            .as_ref()
            .map_or(Json::Null, |value| value_to_plain_json(value)),
        other => json!(other.to_string()),
    }
}

fn typed_json(value: &Owned, depth: usize) -> Json {
    if depth > 8 && !matches!(value, Owned::Null) {
        return json!({"type": "deep"});
    }
    let inner = |value: &Owned| typed_json(value, depth + 1);
    let scalar = |kind: &str, value: Json| json!({"type": kind, "value": value});
    match value {
        Owned::Null => json!({"type": "null"}),
        Owned::Bool(value) => scalar("boolean", json!(value)),
        Owned::Byte(value) => scalar("byte", json!(value)),
        Owned::Short(value) => scalar("short", json!(value)),
        Owned::Int(value) => scalar("int", json!(value)),
        Owned::Long(_) => scalar("long", json!(value.to_string())),
        Owned::Float(_) => scalar("float", json!(value.to_string())),
        Owned::Double(_) => scalar("double", json!(value.to_string())),
        Owned::BigDec(_) => scalar("bigdecimal", json!(value.to_string())),
        Owned::BigInt(_) => scalar("biginteger", json!(value.to_string())),
        Owned::Char(unit) => match char::from_u32(u32::from(*unit)) {
            Some(letter) => scalar("char", json!(letter)),
            None => json!({"type": "lone-surrogate"}),
        },
        Owned::Str(text) => scalar("string", json!(text)),
        Owned::Wide(_) => json!({"type": "lone-surrogate"}),
        Owned::Class(class) => scalar("class", json!(class.binary_name())),
        Owned::List(list) => list_json(list, inner),
        Owned::Map(map) if map.class == ClassId::DEFAULT_HTTP_HEADERS => headers_json(map),
        Owned::Map(map) => {
            let entries: Vec<Json> = map
                .entries
                .iter()
                .map(|(key, value)| json!([inner(key), inner(value)]))
                .collect();
            scalar("map", json!(entries))
        }
        Owned::Entry(entry) => scalar("entry", json!([inner(&entry.0), inner(&entry.1)])),
        Owned::Bean(bean) => json!({"type": "object", "class": bean.class_name}),
        Owned::Opaque { class, text: None } => json!({"type": "object", "class": class}),
        Owned::Opaque {
            class,
            text: Some(text),
        } => json!({"type": "object", "class": class, "value": text}),
        Owned::Optional(_) => {
            json!({"type": "object", "class": ClassId::OPTIONAL.name(), "value": value.to_string()})
        }
        Owned::Object(object) => match object.downcast::<EnumConstant>() {
            Some(constant) => {
                json!({"type": "enum", "class": constant.class_name, "value": constant.name})
            }
            None => object_json(&**object),
        },
    }
}

/// An object with its text, unless the text is only the class with a hash code.
fn object_json(object: &dyn Instance) -> Json {
    let (class, text) = (object.class().name(), object.text());
    match text
        .strip_prefix(class)
        .is_some_and(|rest| rest.starts_with('@'))
    {
        true => json!({"type": "object", "class": class}),
        false => json!({"type": "object", "class": class, "value": text}),
    }
}

fn list_json(list: &OwnedList, inner: impl Fn(&Owned) -> Json) -> Json {
    let items: Vec<Json> = list.items.iter().map(inner).collect();
    match list.class.component() {
        Some(component) => {
            json!({"type": "array", "component": component.binary_name(), "value": items})
        }
        None if list.class.id.is_a(ClassId::SET) => json!({"type": "set", "value": items}),
        None => json!({"type": "list", "value": items}),
    }
}

fn headers_json(map: &OwnedMap) -> Json {
    let entries = map.entries.iter().map(|(name, values)| {
        let values = match values {
            Owned::List(list) => list
                .items
                .iter()
                .map(|value| json!(value.to_string()))
                .collect(),
            _ => Vec::new(),
        };
        (name.to_string(), Json::Array(values))
    });
    json!({"type": "headers", "value": Json::Object(entries.collect())})
}

/// An error as answers give it: stage, code or exception, position where the reference has one.
pub fn error_to_json(error: &Error) -> Json {
    let mut answer = serde_json::Map::new();
    answer.insert(
        "stage".to_owned(),
        json!(format!("{:?}", error.stage()).to_lowercase()),
    );
    match (error.code(), error.exception()) {
        (Some(code), _) => answer.insert("code".to_owned(), json!(code.to_string())),
        (None, exception) => answer.insert("exception".to_owned(), json!(exception)),
    };
    if let Some(position) = error.position() {
        answer.insert("position".to_owned(), json!(position));
    }
    if let Some(cause) = error.cause() {
        answer.insert("cause".to_owned(), json!(cause));
    }
    Json::Object(answer)
}
