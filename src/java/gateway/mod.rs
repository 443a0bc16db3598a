//! Classes of the gateway.

mod headers;
mod principal;
mod secrets;

use super::member::Members;

pub(super) static TABLES: &[&[&Members]] = &[&[
    &headers::HEADERS,
    &headers::MULTI_VALUE,
    &principal::HTTP_METHODS,
    &principal::PRINCIPALS,
    &principal::SESSIONS,
    &secrets::SECRETS,
    &secrets::DELEGATING,
]];
