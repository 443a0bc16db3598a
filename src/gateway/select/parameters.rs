//! What is read from the path: parameters of flows, and the mapping under which the request is counted.

use super::path;
use crate::gateway::definition::v4::Operator;
use crate::gateway::execution::Query;
use crate::pattern::{Pattern, PatternError};
use http::Method;

/// The paths of all flows that have parameters, those for every method first.
#[derive(Default)]
pub(crate) struct Parameters(Vec<Entry>);

struct Entry {
    methods: Vec<Method>,
    pattern: Pattern,
    names: Vec<Box<str>>,
}

impl Parameters {
    /// Adds the path of a flow, if it has parameters.
    pub(crate) fn add(
        &mut self,
        path: &str,
        operator: Operator,
        methods: &[Method],
    ) -> Result<(), PatternError> {
        let names: Vec<Box<str>> = path::segments(path)
            .filter_map(|segment| segment.strip_prefix(':'))
            .map(Into::into)
            .collect();
        if names.is_empty() {
            return Ok(());
        }
        let entry = Entry {
            methods: methods.to_vec(),
            pattern: path::capturing(path, operator)?,
            names,
        };
        let at = match methods.is_empty() {
            true => self
                .0
                .iter()
                .take_while(|entry| entry.methods.is_empty())
                .count(),
            false => self.0.len(),
        };
        self.0.insert(at, entry);
        Ok(())
    }

    /// The parameters of a path; the last path that matches wins.
    pub(crate) fn read(&self, method: &Method, path_info: &str) -> Query {
        let mut parameters = Query::default();
        if self.0.is_empty() {
            return parameters;
        }
        let decoded = decoded(path_info);
        let path = decoded.as_deref().unwrap_or(path_info);
        let entries = self.0.iter();
        for entry in
            entries.filter(|entry| entry.methods.is_empty() || entry.methods.contains(method))
        {
            let Ok(Some(groups)) = entry.pattern.captures(path) else {
                continue;
            };
            for (at, name) in entry.names.iter().enumerate() {
                if let Some(value) = groups.named(&format!("p{at}")) {
                    parameters.set(name, value);
                }
            }
        }
        parameters
    }
}

/// Templates of paths under which requests are counted.
#[derive(Default)]
pub(crate) struct Mappings(Vec<(Box<str>, Pattern)>);

impl Mappings {
    /// Adds a mapping.
    pub(crate) fn add(&mut self, mapping: &str) -> Result<(), PatternError> {
        let pattern = Pattern::new(&mapping_pattern(mapping))?;
        let parameters = |mapping: &str| mapping.matches(':').count();
        let before = |(known, _): &(Box<str>, Pattern)| parameters(known) <= parameters(mapping);
        let at = self.0.iter().take_while(|entry| before(entry)).count();
        self.0.insert(at, (mapping.into(), pattern));
        Ok(())
    }

    /// The mapping of a path: of those that match, the one with the fewest parameters.
    pub(crate) fn find(&self, path_info: &str) -> Option<&str> {
        if self.0.is_empty() {
            return None;
        }
        let path = match path_info.ends_with('/') {
            true => path_info.to_owned(),
            false => format!("{path_info}/"),
        };
        let mut mappings = self.0.iter();
        let found = mappings.find(|(_, pattern)| pattern.matches(&path) == Ok(true));
        found.map(|(mapping, _)| &**mapping)
    }
}

/// A mapping as a regular expression; `.*` stays what it is.
fn mapping_pattern(mapping: &str) -> String {
    let mut pattern = String::new();
    for segment in mapping.split('/') {
        if !pattern.is_empty() || !segment.is_empty() {
            pattern.push('/');
        }
        if segment.starts_with(':') {
            pattern.push_str("[^/]*");
            continue;
        }
        let mut rest = segment;
        while let Some(c) = rest.chars().next() {
            if let Some(after) = rest.strip_prefix(".*") {
                pattern.push_str(".*");
                rest = after;
                continue;
            }
            if "\\^$.|?*+()[]{}".contains(c) {
                pattern.push('\\');
            }
            pattern.push(c);
            rest = &rest[c.len_utf8()..];
        }
    }
    let pattern = pattern.trim_end_matches('/');
    format!("{pattern}/*")
}

/// A path with its percent escapes resolved; none when an escape is no escape or the result is no UTF-8.
pub(crate) fn decoded(path: &str) -> Option<String> {
    if !path.contains('%') {
        return Some(path.to_owned());
    }
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let Some((byte, after)) = rest.split_first() {
        rest = after;
        if *byte != b'%' {
            bytes.push(*byte);
            continue;
        }
        let (digits, after) = rest.split_at_checked(2)?;
        let digits = std::str::from_utf8(digits).ok()?;
        let valid = digits.bytes().all(|digit| digit.is_ascii_hexdigit());
        bytes.push(u8::from_str_radix(digits, 16).ok().filter(|_| valid)?);
        rest = after;
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::host::Params;

    #[test]
    fn parameters_respect_segments_and_are_decoded() {
        let mut parameters = Parameters::default();
        parameters
            .add("/items/:id", Operator::StartsWith, &[])
            .expect("a path");
        parameters
            .add("/items/:item/x", Operator::Equals, &[Method::GET])
            .expect("a path");
        let rows = [
            ("/items/a%20b", "id", Some("a b")),
            ("/itemsX/1", "id", None),
            ("/items/1/x", "item", Some("1")),
            ("/items", "id", None),
        ];
        for (path, name, expected) in rows {
            let read = parameters.read(&Method::GET, path);
            assert_eq!(read.value(name, 0).flatten(), expected, "{path}");
        }
        let posted = parameters.read(&Method::POST, "/items/1/x");
        assert_eq!(posted.value("item", 0), None);
    }

    #[test]
    fn the_mapping_with_the_fewest_parameters_wins() {
        let mut mappings = Mappings::default();
        for mapping in ["/items/:itemId", "/items/:itemId/sub", "/items/special"] {
            mappings.add(mapping).expect("a mapping");
        }
        let rows = [
            ("/items/42", Some("/items/:itemId")),
            ("/items/special", Some("/items/special")),
            ("/items/1/sub", Some("/items/:itemId/sub")),
            ("/other", None),
        ];
        for (path, expected) in rows {
            assert_eq!(mappings.find(path), expected, "{path}");
        }
    }

    #[test]
    fn escapes_that_are_none_cannot_be_decoded() {
        assert_eq!(decoded("/a%2Fb").as_deref(), Some("/a/b"));
        assert_eq!(decoded("/a%2"), None);
        assert_eq!(decoded("/a%+1"), None);
        assert_eq!(decoded("/%ff"), None);
    }
}
