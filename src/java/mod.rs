//! The Java classes that expressions can reach.

// The member tables that call these types live with the classes; until they are all there some members have no caller.
#[allow(dead_code)]
pub(crate) mod time;
