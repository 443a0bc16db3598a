//! Query parameters as sent: nothing is decoded, order and doubled names are kept.

use crate::host::Params;
use std::fmt::Write;

/// The parameters of a query; one without `=` has no value.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Query(Vec<(Box<str>, Option<Box<str>>)>);

impl Query {
    /// Cuts a query into its parameters.
    pub(crate) fn parse(query: &str) -> Self {
        let pairs = query.split('&').filter(|pair| !pair.is_empty());
        let pairs = pairs.map(|pair| match pair.split_once('=') {
            Some((name, value)) => (name.into(), Some(value.into())),
            None => (pair.into(), None),
        });
        Query(pairs.collect())
    }

    /// Gives a parameter one value, in the place of its first one.
    pub(crate) fn set(&mut self, name: &str, value: &str) {
        let at = self.0.iter().position(|(known, _)| **known == *name);
        self.remove_after(name, at.map_or(0, |at| at + 1));
        let pair = (name.into(), Some(value.into()));
        match at {
            Some(at) => self.0[at] = pair,
            None => self.0.push(pair),
        }
    }

    /// Gives a parameter one more value, behind those it has.
    pub(crate) fn append(&mut self, name: &str, value: &str) {
        let last = self.0.iter().rposition(|(known, _)| **known == *name);
        let at = last.map_or(self.0.len(), |at| at + 1);
        self.0.insert(at, (name.into(), Some(value.into())));
    }

    pub(crate) fn remove(&mut self, name: &str) {
        self.remove_after(name, 0);
    }

    fn remove_after(&mut self, name: &str, from: usize) {
        let mut at = 0;
        self.0.retain(|(known, _)| {
            at += 1;
            at <= from || **known != *name
        });
    }

    pub(crate) fn clear(&mut self) {
        self.0.clear();
    }

    /// Writes the parameters behind what a query holds already.
    pub(crate) fn append_to(&self, query: &mut String) {
        for (at, (name, value)) in self.0.iter().enumerate() {
            if at > 0 {
                query.push('&');
            }
            query.push_str(name);
            if let Some(value) = value {
                let _ = write!(query, "={value}");
            }
        }
    }
}

impl Params for Query {
    fn value(&self, name: &str, nth: usize) -> Option<Option<&str>> {
        let values = self.0.iter().filter(|(known, _)| **known == *name);
        values.map(|(_, value)| value.as_deref()).nth(nth)
    }

    fn pairs(&self) -> Box<dyn Iterator<Item = (&str, Option<&str>)> + '_> {
        let pairs = self.0.iter();
        Box::new(pairs.map(|(name, value)| (&**name, value.as_deref())))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn setting_keeps_the_first_place_and_drops_the_rest() {
        let mut query = Query::parse("a=1&b=2&a=3&flag");
        query.set("a", "9");
        query.set("n", "x");
        query.remove("b");
        query.append("a", "8");
        let mut text = String::new();
        query.append_to(&mut text);
        assert_eq!(text, "a=9&a=8&flag&n=x");
    }
}
