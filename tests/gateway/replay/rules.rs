//! Every rule of the gateway has a scenario or test that checks it: `rules.tsv` is the list. That the scenarios pass is for
//! the replays to see; here it is seen that each rule names some, and that they exist.

use crate::NEED_JWT;
use crate::replay::{dir, scenarios, text_of};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// A line of the list.
struct Rule<'t> {
    number: &'t str,
    checks: Vec<&'t str>,
}

fn rules(text: &str) -> Vec<Rule<'_>> {
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    let read = lines.map(|line| {
        let [number, weight, words, checks] = line.split('\t').collect::<Vec<_>>()[..] else {
            panic!("four columns in `{line}`");
        };
        assert!(weight.is_empty() || weight == "M", "{number}");
        assert!(!words.is_empty(), "{number} says what it is");
        Rule {
            number,
            checks: checks.split(' ').collect(),
        }
    });
    read.collect()
}

/// Names of the tests in a file or folder.
fn tests_in(path: &Path) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    if path.is_dir() {
        for entry in fs::read_dir(path).expect("a folder") {
            names.extend(tests_in(&entry.expect("an entry").path()));
        }
        return names;
    }
    let text = fs::read_to_string(path).expect("a text");
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        let name = (line == "#[test]").then(|| lines.next()).flatten();
        let name = name.and_then(|line| line.strip_prefix("fn ")?.split('(').next());
        names.extend(name.map(str::to_owned));
    }
    names
}

#[test]
fn every_rule_names_what_checks_it() {
    let text = fs::read_to_string(dir().join("rules.tsv")).expect("the rules");
    let rules = rules(&text);
    let ids = |file| -> BTreeSet<String> {
        let scenarios = scenarios(file, "127.0.0.1:1");
        let ids = scenarios.iter().map(|scenario| text_of(&scenario["id"]));
        ids.map(str::to_owned).collect()
    };
    let (recorded, own) = (ids("scenarios.jsonl"), ids("own.jsonl"));
    let chain = tests_in(&dir().join("../gateway_chain.rs"));
    let network = tests_in(&dir().join("network"));
    let mut named = BTreeSet::new();
    for rule in &rules {
        for check in &rule.checks {
            let exists = match check.split_once(':') {
                Some(("chain", test)) => chain.contains(test),
                Some(("network", test)) => network.contains(test),
                Some(_) => false,
                None => recorded.contains(*check) || own.contains(*check),
            };
            assert!(exists, "rule {}: there is no `{check}`", rule.number);
            assert!(
                !NEED_JWT.contains(check),
                "rule {}: `{check}` does not pass",
                rule.number
            );
            named.insert((*check).to_owned());
        }
    }
    let numbers: BTreeSet<&str> = rules.iter().map(|rule| rule.number).collect();
    assert_eq!(numbers.len(), rules.len(), "each rule stands once");
    let idle: Vec<_> = own.difference(&named).collect();
    assert!(idle.is_empty(), "no rule names these scenarios: {idle:?}");
}
