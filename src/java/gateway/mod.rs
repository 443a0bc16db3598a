//! Classes of the gateway.

mod headers;

use super::member::Members;

pub(super) static TABLES: &[&[&Members]] = &[&[&headers::HEADERS, &headers::MULTI_VALUE]];
