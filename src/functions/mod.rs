//! Engines behind the functions of the language. Each is a folder that would stand alone as a crate: it knows nothing of
//! expressions or values, and whoever registers a function converts at the border.

pub(crate) mod xpath;
