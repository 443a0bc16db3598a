//! Requests, responses and gateway objects as plain data, for those who have none of their own.

pub use super::message::{MessageError, read_request, read_response};

use crate::value::enum_constant::EnumConstant;
use crate::value::host::{HeaderList, Headers, ParamList, Params, Request, Response};
use crate::value::owned::{OwnedBean, OwnedMap};
use crate::value::{ClassId, Owned};

/// A request as plain data.
///
/// ```
/// use gravitee_el::{host::Request, model::HttpRequest};
///
/// let request = HttpRequest::new("GET", "/orders/7?full=true");
/// assert_eq!(request.path(), "/orders/7");
/// ```
#[derive(Clone, Debug, Default)]
#[allow(
    missing_docs,
    reason = "the fields are the properties of `#request`, described at the trait"
)]
pub struct HttpRequest {
    pub method: String,
    pub path: String,
    pub uri: Option<String>,
    pub headers: HeaderList,
    pub params: ParamList,
    pub path_params: ParamList,
    pub id: Option<String>,
    pub transaction_id: Option<String>,
    pub path_info: Option<String>,
    pub context_path: Option<String>,
    pub host: Option<String>,
    pub scheme: Option<String>,
    pub version: Option<String>,
    pub timestamp: i64,
    pub remote_address: Option<String>,
    pub local_address: Option<String>,
}

impl HttpRequest {
    /// A request for a target as in a request line: path, and query behind `?`.
    pub fn new(method: &str, target: &str) -> Self {
        let (path, query) = target.split_once('?').unwrap_or((target, ""));
        HttpRequest {
            method: method.to_owned(),
            path: path.to_owned(),
            uri: Some(target.to_owned()),
            params: ParamList::from_query(query),
            path_info: Some(path.to_owned()),
            context_path: Some("/".to_owned()),
            version: Some("HTTP_1_1".to_owned()),
            ..HttpRequest::default()
        }
    }
}

impl Request for HttpRequest {
    fn method(&self) -> &str {
        &self.method
    }

    fn path(&self) -> &str {
        &self.path
    }

    fn headers(&self) -> &dyn Headers {
        &self.headers
    }

    fn params(&self) -> &dyn Params {
        &self.params
    }

    fn path_params(&self) -> &dyn Params {
        &self.path_params
    }

    fn id(&self) -> Option<&str> {
        self.id.as_deref()
    }

    fn transaction_id(&self) -> Option<&str> {
        self.transaction_id.as_deref()
    }

    fn uri(&self) -> Option<&str> {
        self.uri.as_deref()
    }

    fn path_info(&self) -> Option<&str> {
        self.path_info.as_deref()
    }

    fn context_path(&self) -> Option<&str> {
        self.context_path.as_deref()
    }

    fn host(&self) -> Option<&str> {
        self.host.as_deref()
    }

    fn scheme(&self) -> Option<&str> {
        self.scheme.as_deref()
    }

    fn version(&self) -> Option<&str> {
        self.version.as_deref()
    }

    fn timestamp(&self) -> i64 {
        self.timestamp
    }

    fn remote_address(&self) -> Option<&str> {
        self.remote_address.as_deref()
    }

    fn local_address(&self) -> Option<&str> {
        self.local_address.as_deref()
    }
}

/// A response as plain data.
#[derive(Clone, Debug, Default)]
#[allow(
    missing_docs,
    reason = "the fields are the properties of `#response`, described at the trait"
)]
pub struct HttpResponse {
    pub status: i32,
    pub headers: HeaderList,
}

impl Response for HttpResponse {
    fn status(&self) -> i32 {
        self.status
    }

    fn headers(&self) -> &dyn Headers {
        &self.headers
    }
}

/// Names of a certificate's subject as `#request.ssl.client` offers them.
const PRINCIPAL: [&str; 34] = [
    "businessCategory",
    "c",
    "cn",
    "countryOfCitizenship",
    "countryOfResidence",
    "dateOfBirth",
    "dc",
    "description",
    "dmdName",
    "dnQualifier",
    "e",
    "emailAddress",
    "gender",
    "generation",
    "givenname",
    "initials",
    "l",
    "name",
    "nameAtBirth",
    "o",
    "organizationIdentifier",
    "ou",
    "placeOfBirth",
    "postalAddress",
    "postalCode",
    "pseudonym",
    "role",
    "serialnumber",
    "st",
    "street",
    "surname",
    "t",
    "telephoneNumber",
    "uid",
];

/// The session of a request without TLS: two principals that are not defined, with every name the empty text.
pub(crate) fn empty_ssl_session() -> Owned {
    bean(
        ClassId::SSL_SESSION,
        [
            ("clientHost", Owned::Null),
            ("clientPort", Owned::Null),
            ("client", empty_principal()),
            ("server", empty_principal()),
        ],
    )
}

fn empty_principal() -> Owned {
    let names = PRINCIPAL
        .iter()
        .chain(&["uniqueIdentifier", "unstructuredAddress", "dn"]);
    let mut properties: Vec<(&str, Owned)> = names.map(|name| (*name, Owned::from(""))).collect();
    properties.push((
        "attributes",
        Owned::Map(OwnedMap::new(ClassId::LINKED_MULTI_VALUE_MAP, [])),
    ));
    properties.push(("defined", Owned::Bool(false)));
    bean(
        const { ClassId::named("io.gravitee.gateway.api.el.EmptyEvaluableSSLPrincipal") },
        properties,
    )
}

/// The type of a subscription, `STANDARD` or `PUSH`: an enum of the gateway.
///
/// ```
/// assert_eq!(gravitee_el::model::subscription_type("PUSH").unwrap().to_string(), "PUSH");
/// ```
pub fn subscription_type(name: &str) -> Option<Owned> {
    let known = ["STANDARD", "PUSH"];
    let ordinal = known.iter().position(|known| *known == name)?;
    Some(Owned::Object(Box::new(EnumConstant {
        class: ClassId::ENUM,
        class_name: "io.gravitee.gateway.api.service.Subscription$Type",
        name: known[ordinal],
        text: known[ordinal],
        ordinal: ordinal as i32,
    })))
}

/// A bean of one of the gateway's classes.
pub(crate) fn bean<'n>(
    class: ClassId,
    properties: impl IntoIterator<Item = (&'n str, Owned)>,
) -> Owned {
    let properties = properties
        .into_iter()
        .map(|(name, value)| (name.into(), value))
        .collect();
    Owned::Bean(OwnedBean {
        class,
        class_name: class.name().into(),
        properties,
    })
}
