//! What came back, and how it differs from what a scenario expects.

use super::{list, text_of};
use http::{HeaderMap, StatusCode};
use serde_json::{Value as Json, json};

/// An answer, wherever it came from.
#[derive(Debug)]
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: String,
    pub closes: bool,
    pub millis: u128,
}

/// All differences from what a request of a scenario expects, unless the answer is one that counts as right beside it.
pub fn wrong(request: &Json, answer: &Answer, calls: &[Json]) -> Vec<String> {
    let others = list(&request["accept"]).iter();
    match others
        .map(|other| differences(other, answer, calls))
        .any(|wrong| wrong.is_empty())
    {
        true => Vec::new(),
        false => differences(&request["expect"], answer, calls),
    }
}

fn differences(expect: &Json, answer: &Answer, calls: &[Json]) -> Vec<String> {
    let mut wrong = Vec::new();
    let status = json!(answer.status.as_u16());
    let wanted = &expect["status"];
    if !(wanted.is_null() || *wanted == status || list(wanted).contains(&status)) {
        wrong.push(format!("status {status} wanted {wanted}"));
    }
    for (name, wanted) in expect["headers"].as_object().into_iter().flatten() {
        let found: Vec<&str> = answer
            .headers
            .get_all(name)
            .iter()
            .filter_map(|value| value.to_str().ok())
            .collect();
        if !matches(wanted, &found) {
            wrong.push(format!("header {name}: {found:?} wanted {wanted}"));
        }
    }
    if let Some(wanted) = expect.get("body") {
        let found: Vec<&str> = match answer.body.is_empty() && *wanted != "" {
            true => Vec::new(),
            false => vec![&answer.body],
        };
        if !matches(wanted, &found) {
            wrong.push(format!("body {:?} wanted {wanted}", answer.body));
        }
    }
    if let Some(wanted) = expect.get("body_json") {
        let found: Json = serde_json::from_str(&answer.body).unwrap_or_default();
        if found != *wanted {
            wrong.push(format!("body {:?} wanted JSON {wanted}", answer.body));
        }
    }
    if let Some(wanted) = expect.get("connection") {
        let found = if answer.closes { "close" } else { "keep" };
        if found != wanted {
            wrong.push(format!("connection {found} wanted {wanted}"));
        }
    }
    let millis = |name: &str| expect[name].as_u64().map(u128::from);
    if millis("max_ms").is_some_and(|most| answer.millis > most)
        || millis("min_ms").is_some_and(|least| answer.millis < least)
    {
        wrong.push(format!("took {} ms", answer.millis));
    }
    wrong.extend(backend_differences(&expect["backend"], calls));
    wrong
}

fn backend_differences(expect: &Json, calls: &[Json]) -> Vec<String> {
    let mut wrong = Vec::new();
    if expect["calls"]
        .as_u64()
        .is_some_and(|wanted| wanted != calls.len() as u64)
    {
        wrong.push(format!(
            "backend calls {} wanted {}",
            calls.len(),
            expect["calls"]
        ));
    }
    let Some(rest) = expect
        .as_object()
        .filter(|expect| expect.keys().any(|key| key != "calls"))
    else {
        return wrong;
    };
    let Some(call) = calls.last() else {
        wrong.push("the backend was not called".to_owned());
        return wrong;
    };
    for (name, wanted) in rest
        .iter()
        .filter(|(name, _)| !["calls", "headers"].contains(&name.as_str()))
    {
        if !matches(wanted, &[text_of(&call[name])]) {
            wrong.push(format!("backend {name} {} wanted {wanted}", call[name]));
        }
    }
    for (name, wanted) in rest
        .get("headers")
        .and_then(Json::as_object)
        .into_iter()
        .flatten()
    {
        let found = &call["headers"][name.to_lowercase()];
        let found: Vec<&str> = list(found).iter().map(text_of).collect();
        if !matches(wanted, &found) {
            wrong.push(format!("backend header {name}: {found:?} wanted {wanted}"));
        }
    }
    wrong
}

/// Null for absent, a text for exactly one value, a list for exactly these, or a pattern, a part, anything.
fn matches(wanted: &Json, found: &[&str]) -> bool {
    match wanted {
        Json::Null => found.is_empty(),
        Json::String(text) => found == [text.as_str()],
        Json::Array(values) => values.iter().map(text_of).eq(found.iter().copied()),
        _ => {
            let pattern = wanted["regex"]
                .as_str()
                .map(|text| regex::Regex::new(&format!("^(?s:{text})$")).expect("a pattern"));
            let part = wanted["contains"].as_str();
            !found.is_empty()
                && pattern.is_none_or(|pattern| found.iter().all(|found| pattern.is_match(found)))
                && part.is_none_or(|part| found.iter().any(|found| found.contains(part)))
        }
    }
}
