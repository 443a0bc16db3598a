//! `latency`: waits before the request goes on.

use super::{Built, Phase, Policy, Progress};
use crate::gateway::definition::lenient;
use crate::gateway::execution::Execution;
use crate::gateway::finding::Place;
use crate::gateway::registry::Draft;
use crate::gateway::respond::Stop;
use serde::Deserialize;
use serde_json::Value as Json;
use std::time::Duration;

#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct Configuration {
    #[serde(deserialize_with = "lenient::whole")]
    time: Option<i64>,
    #[serde(deserialize_with = "lenient::text")]
    time_unit: Option<String>,
}

struct Latency(Duration);

/// Units of time in microseconds; what is shorter is no wait.
const UNITS: [(&str, u64); 7] = [
    ("NANOSECONDS", 0),
    ("MICROSECONDS", 1),
    ("MILLISECONDS", 1_000),
    ("SECONDS", 1_000_000),
    ("MINUTES", 60_000_000),
    ("HOURS", 3_600_000_000),
    ("DAYS", 86_400_000_000),
];

pub(super) fn build(draft: &Draft<'_>, place: &Place<'_>, configuration: &Json) -> Option<Built> {
    let read: Configuration = super::read(draft, place, configuration)?;
    let unit = read.time_unit.as_deref().unwrap_or("MILLISECONDS");
    let known = UNITS
        .iter()
        .find(|(name, _)| name.eq_ignore_ascii_case(unit));
    let Some((_, micros)) = known else {
        draft.refuse(
            &place.key("timeUnit"),
            format!("`{unit}` is no unit of time"),
        );
        return None;
    };
    let time = u64::try_from(read.time.unwrap_or(100)).unwrap_or(0);
    Some(Box::new(Latency(Duration::from_micros(
        time.saturating_mul(*micros),
    ))))
}

impl Policy for Latency {
    fn waits(&self, phase: Phase) -> bool {
        phase == Phase::Request && !self.0.is_zero()
    }

    fn apply<'x, 'a: 'x>(
        &'a self,
        phase: Phase,
        _run: &'x mut Execution<'a>,
    ) -> Result<Progress<'x>, Stop> {
        if !self.waits(phase) {
            return Ok(Progress::Done);
        }
        let pause = self.0;
        Ok(Progress::Waiting(Box::pin(async move {
            tokio::time::sleep(pause).await;
            Ok(())
        })))
    }
}
