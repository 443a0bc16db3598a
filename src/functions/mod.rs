//! Engines behind the functions of the language. Each is a folder that would stand alone as a crate: it knows nothing of
//! expressions or values, and whoever registers a function converts at the border.

// Nothing calls it before functions are registered.
#[allow(dead_code, unused_imports)]
pub(crate) mod xpath;
