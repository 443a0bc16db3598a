//! Paths that are constants of an expression: compiled with it, so that a call finds them ready.

use super::json_path::CompiledPath;
use super::xpath::XPath;

/// What is known of a call when its expression is compiled.
#[derive(Default)]
pub(crate) enum Query {
    /// Nothing: the path is not constant, or compiling it fails, which the call itself then reports.
    #[default]
    Unknown,
    JsonPath(Box<CompiledPath>),
    XPath(Box<XPath>),
}

impl Query {
    /// The query of a call of the function `name` with `path` as its second argument.
    pub(crate) fn of(name: &str, path: &str) -> Query {
        match name {
            "jsonPath" => CompiledPath::of(path).map(|path| Query::JsonPath(Box::new(path))),
            "xpath" => XPath::compile(path)
                .ok()
                .map(|path| Query::XPath(Box::new(path))),
            _ => None,
        }
        .unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_path_that_compiles_is_kept() {
        let kept = |name, path| !matches!(Query::of(name, path), Query::Unknown);
        let table = [
            ("jsonPath", "$.a", true),
            ("jsonPath", "$..", false),
            ("jsonPath", "", false),
            ("xpath", "//a", true),
            ("xpath", "//[", false),
            ("xmlEscape", "$.a", false),
        ];
        for (name, path, expected) in table {
            assert_eq!(kept(name, path), expected, "{name} {path}");
        }
    }
}
