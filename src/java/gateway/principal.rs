//! TLS sessions and their principals, and the enums of HTTP.
//!
//! The host says what a certificate holds; its principal is a bean, and the methods here read it.

use crate::java::args::{null_pointer, ok};
use crate::java::enums;
use crate::java::member::{Call, Members, c, f, h, m, p};
use crate::java::object::Opaque;
use crate::java::signature::{BOOL, INT, STRING, UNREACHABLE, class};
use crate::value::fault::Outcome;
use crate::value::{ClassId, ClassRef, Value};

const MULTI_VALUE_MAP: ClassRef = class("io.gravitee.common.util.MultiValueMap");
const PRINCIPAL: ClassRef = class("java.security.Principal");

#[rustfmt::skip]
pub(super) static PRINCIPALS: Members = Members::of(ClassId::SSL_PRINCIPAL).methods(&[
    m("getAttributes", &[], MULTI_VALUE_MAP, |c, t, _| part(c, t, "attributes"), "all attributes of the subject"),
    m("getBusinessCategory", &[], STRING, |c, t, _| part(c, t, "businessCategory"), "the business category"),
    m("getC", &[], STRING, |c, t, _| part(c, t, "c"), "the country"),
    m("getCn", &[], STRING, |c, t, _| part(c, t, "cn"), "the common name"),
    m("getCountryOfCitizenship", &[], STRING, |c, t, _| part(c, t, "countryOfCitizenship"), "the country of citizenship"),
    m("getCountryOfResidence", &[], STRING, |c, t, _| part(c, t, "countryOfResidence"), "the country of residence"),
    m("getDateOfBirth", &[], STRING, |c, t, _| part(c, t, "dateOfBirth"), "the date of birth"),
    m("getDc", &[], STRING, |c, t, _| part(c, t, "dc"), "the domain component"),
    m("getDescription", &[], STRING, |c, t, _| part(c, t, "description"), "the description"),
    m("getDmdName", &[], STRING, |c, t, _| part(c, t, "dmdName"), "the name of the directory management domain"),
    m("getDn", &[], STRING, |c, t, _| part(c, t, "dn"), "the distinguished name"),
    m("getDnQualifier", &[], STRING, |c, t, _| part(c, t, "dnQualifier"), "the qualifier of the distinguished name"),
    m("getE", &[], STRING, |c, t, _| part(c, t, "e"), "the email address"),
    m("getEmailAddress", &[], STRING, |c, t, _| part(c, t, "emailAddress"), "the email address"),
    m("getGender", &[], STRING, |c, t, _| part(c, t, "gender"), "the gender"),
    m("getGeneration", &[], STRING, |c, t, _| part(c, t, "generation"), "the generation"),
    m("getGivenname", &[], STRING, |c, t, _| part(c, t, "givenname"), "the given name"),
    m("getInitials", &[], STRING, |c, t, _| part(c, t, "initials"), "the initials"),
    m("getL", &[], STRING, |c, t, _| part(c, t, "l"), "the locality"),
    m("getName", &[], STRING, |c, t, _| part(c, t, "name"), "the name"),
    m("getNameAtBirth", &[], STRING, |c, t, _| part(c, t, "nameAtBirth"), "the name at birth"),
    m("getO", &[], STRING, |c, t, _| part(c, t, "o"), "the organization"),
    m("getOrganizationIdentifier", &[], STRING, |c, t, _| part(c, t, "organizationIdentifier"), "the identifier of the organization"),
    m("getOu", &[], STRING, |c, t, _| part(c, t, "ou"), "the organizational unit"),
    m("getPlaceOfBirth", &[], STRING, |c, t, _| part(c, t, "placeOfBirth"), "the place of birth"),
    m("getPostalAddress", &[], STRING, |c, t, _| part(c, t, "postalAddress"), "the postal address"),
    m("getPostalCode", &[], STRING, |c, t, _| part(c, t, "postalCode"), "the postal code"),
    m("getPseudonym", &[], STRING, |c, t, _| part(c, t, "pseudonym"), "the pseudonym"),
    m("getRole", &[], STRING, |c, t, _| part(c, t, "role"), "the role"),
    m("getSerialnumber", &[], STRING, |c, t, _| part(c, t, "serialnumber"), "the serial number"),
    m("getSt", &[], STRING, |c, t, _| part(c, t, "st"), "the state or province"),
    m("getStreet", &[], STRING, |c, t, _| part(c, t, "street"), "the street"),
    m("getSurname", &[], STRING, |c, t, _| part(c, t, "surname"), "the surname"),
    m("getT", &[], STRING, |c, t, _| part(c, t, "t"), "the title"),
    m("getTelephoneNumber", &[], STRING, |c, t, _| part(c, t, "telephoneNumber"), "the telephone number"),
    m("getUid", &[], STRING, |c, t, _| part(c, t, "uid"), "the user id"),
    m("getUniqueIdentifier", &[], STRING, |c, t, _| part(c, t, "uniqueIdentifier"), "the unique identifier"),
    m("getUnstructuredAddress", &[], STRING, |c, t, _| part(c, t, "unstructuredAddress"), "the unstructured address"),
    m("isDefined", &[], BOOL, |c, t, _| part(c, t, "defined"), "whether there is a certificate"),
    h("computeSSLAttributes", &[]),
    h("readAllRdnsFromPrincipalName", &[]),
    h("readFirstRDNByType", &[UNREACHABLE]),
    h("readRdnsFromPrincipalName", &[UNREACHABLE]),
]).constructors(&[
    // No expression can make a principal, only leave it out.
    c(&[PRINCIPAL], |c, _, _| Ok(c.arena.object(Opaque(ClassId::SSL_PRINCIPAL))), "the attributes of a principal"),
]);

#[rustfmt::skip]
pub(super) static SESSIONS: Members = Members::of(ClassId::SSL_SESSION).fields(&[
    f("EMPTY_EVALUABLE_SSL_PRINCIPAL", |c, _, _| part(c, crate::context::no_ssl(), "client"), "the principal without a certificate"),
]);

#[rustfmt::skip]
pub(super) static HTTP_METHODS: Members = Members::of(class("io.gravitee.common.http.HttpMethod").id).methods(&[
    p("code", INT, |_, t, _| ok((enums::constant(t)?.ordinal + 1) % 10), "the number of the method, 0 for others than the known ones"),
]);

/// A part of a principal or session that the host describes.
fn part<'a>(_: &Call<'a>, this: Value<'a>, name: &str) -> Outcome<Value<'a>> {
    match this {
        Value::Bean(bean) => Ok(bean.get(name).unwrap_or(Value::Null)),
        _ if name == "defined" => ok(false),
        _ => Err(null_pointer()),
    }
}
