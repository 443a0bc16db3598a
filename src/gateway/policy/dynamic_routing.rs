//! `dynamic-routing`: the first rule whose pattern matches the path says which endpoint is called.

use super::{Built, Phase, Policy, Progress};
use crate::gateway::definition::lenient;
use crate::gateway::execution::{Execution, name};
use crate::gateway::expression::Text;
use crate::gateway::finding::Place;
use crate::gateway::registry::Draft;
use crate::gateway::respond::{Failure, Stop};
use crate::gateway::select::decoded;
use crate::pattern::{Groups, Pattern, PatternError};
use crate::{Needs, Owned};
use serde::Deserialize;
use serde_json::Value as Json;

#[derive(Default, Deserialize)]
#[serde(default)]
struct Configuration {
    #[serde(deserialize_with = "lenient::or_default")]
    rules: Vec<RuleConfiguration>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct RuleConfiguration {
    #[serde(deserialize_with = "lenient::text")]
    pattern: Option<String>,
    #[serde(deserialize_with = "lenient::text")]
    url: Option<String>,
}

struct DynamicRouting(Vec<Rule>);

struct Rule {
    pattern: RulePattern,
    url: Text,
}

enum RulePattern {
    /// Written without an expression, or the reason why it is no pattern.
    Fixed(Result<Pattern, PatternError>),
    Text(Text),
}

pub(super) fn build(draft: &Draft<'_>, place: &Place<'_>, configuration: &Json) -> Option<Built> {
    let read: Configuration = super::read(draft, place, configuration)?;
    let place = place.key("rules");
    let mut rules = Vec::new();
    for (at, rule) in read.rules.iter().enumerate() {
        let place = place.at(at);
        let (Some(pattern), Some(url)) = (&rule.pattern, &rule.url) else {
            draft.refuse(&place, "a rule has a `pattern` and a `url`");
            return None;
        };
        rules.push(Rule {
            pattern: rule_pattern(draft, &place.key("pattern"), pattern),
            url: draft.text(&place.key("url"), url),
        });
    }
    Some(Box::new(DynamicRouting(rules)))
}

fn rule_pattern(draft: &Draft<'_>, place: &Place<'_>, source: &str) -> RulePattern {
    // Braces count characters in a pattern, and hold expressions only in front of one of these.
    let text = match ["{#", "{T(", "{("]
        .iter()
        .any(|start| source.contains(start))
    {
        true => return RulePattern::Text(draft.text(place, source)),
        false => source,
    };
    let pattern = Pattern::new(text);
    if let Err(error) = &pattern {
        draft.error(place, format!("`{source}` is {error}"));
    }
    RulePattern::Fixed(pattern)
}

impl Policy for DynamicRouting {
    fn needs(&self, _phase: Phase) -> Needs {
        self.0.iter().fold(Needs::NONE, |all, rule| {
            let pattern = match &rule.pattern {
                RulePattern::Text(text) => text.needs(),
                RulePattern::Fixed(_) => Needs::NONE,
            };
            all | pattern | rule.url.needs()
        })
    }

    fn apply<'x, 'a: 'x>(
        &'a self,
        phase: Phase,
        run: &'x mut Execution<'a>,
    ) -> Result<Progress<'x>, Stop> {
        if phase == Phase::Response || self.0.is_empty() {
            return Ok(Progress::Done);
        }
        let raw = run.request.path_info().to_owned();
        let Some(path) = decoded(&raw) else {
            return Err(failure(500, "Invalid path"));
        };
        for rule in &self.0 {
            if rule.applies(run, &path, &raw)? {
                return Ok(Progress::Done);
            }
        }
        Err(failure(400, "No routing rule is matching path"))
    }
}

impl Rule {
    /// Routes the request, if the pattern matches its path.
    fn applies(&self, run: &mut Execution<'_>, path: &str, raw: &str) -> Result<bool, Stop> {
        let evaluated;
        let pattern = match &self.pattern {
            RulePattern::Fixed(Ok(pattern)) => pattern,
            RulePattern::Fixed(Err(_)) => return Err(failure(500, "Invalid pattern syntax")),
            RulePattern::Text(text) => {
                let text = run
                    .text(text)
                    .map_err(|error| Stop::unexpected(error.to_string()))?;
                evaluated = Pattern::new(&text.unwrap_or_default());
                evaluated
                    .as_ref()
                    .map_err(|_| failure(500, "Invalid pattern syntax"))?
            }
        };
        let costly = |error: PatternError| Stop::unexpected(error.to_string());
        let groups = match pattern.captures(path).map_err(costly)? {
            Some(groups) => Some(groups),
            None => pattern.captures(raw).map_err(costly)?,
        };
        let Some(groups) = groups else {
            return Ok(false);
        };
        set_groups(run, &groups);
        let url = run
            .text(&self.url)
            .map_err(|error| Stop::unexpected(error.to_string()))?;
        if let Some(url) = url {
            run.attributes.set(name::ENDPOINT, url);
        }
        Ok(true)
    }
}

/// `#group` from zero, and `#groupName` by name.
fn set_groups(run: &mut Execution<'_>, groups: &Groups<'_>) {
    let text = |text: Option<&str>| text.map_or(Owned::Null, Owned::from);
    run.set_variable("group", Owned::texts(groups.iter()));
    let names = groups.names().map(|(name, value)| (name, text(value)));
    run.set_variable("groupName", Owned::map(names));
}

fn failure(status: u16, message: &str) -> Stop {
    let failure = Failure {
        status,
        ..Failure::default()
    };
    failure.saying(message).into()
}
