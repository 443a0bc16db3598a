//! A file while it is deployed: compiles its texts and collects what there is to say about it.

use super::GroupTable;
use crate::Engine;
use crate::diagnostic::Severity;
use crate::gateway::expression::{Condition, Text};
use crate::gateway::finding::{Finding, Place, Source};
use crate::gateway::settings::Settings;
use std::cell::{Cell, RefCell};
use std::fmt::Display;

/// A file while it is deployed.
pub(crate) struct Draft<'d> {
    pub(crate) engine: &'d Engine,
    pub(crate) settings: &'d Settings,
    pub(crate) groups: &'d GroupTable,
    source: &'d Source,
    findings: RefCell<Vec<Finding>>,
    refused: Cell<bool>,
    broken: RefCell<Option<String>>,
}

impl<'d> Draft<'d> {
    pub(crate) fn new(
        engine: &'d Engine,
        settings: &'d Settings,
        groups: &'d GroupTable,
        source: &'d Source,
    ) -> Self {
        Draft {
            engine,
            settings,
            groups,
            source,
            findings: RefCell::default(),
            refused: Cell::new(false),
            broken: RefCell::default(),
        }
    }

    /// Compiles a text; one that does not parse is reported.
    pub(crate) fn text(&self, place: &Place<'_>, source: &str) -> Text {
        let text = Text::new(self.engine, source);
        self.report(place, text.error());
        text
    }

    /// Compiles a condition; one that does not parse is reported.
    pub(crate) fn condition(&self, place: &Place<'_>, source: &str) -> Condition {
        let condition = Condition::new(self.engine, source);
        self.report(place, condition.template().err());
        condition
    }

    fn report(&self, place: &Place<'_>, error: Option<&crate::Error>) {
        if let Some(error) = error {
            let finding = self
                .source
                .expression(&place.to_string(), error.diagnostic());
            self.findings.borrow_mut().push(finding);
        }
    }

    /// Says something that harms nothing.
    pub(crate) fn warn(&self, place: &Place<'_>, message: impl Display) {
        self.say(Severity::Warning, place, message);
    }

    /// Says that a part of the definition will not work.
    pub(crate) fn error(&self, place: &Place<'_>, message: impl Display) {
        self.say(Severity::Error, place, message);
    }

    /// Says why the file cannot be served.
    pub(crate) fn refuse(&self, place: &Place<'_>, message: impl Display) {
        self.say(Severity::Error, place, message);
        if let Some(last) = self.findings.borrow_mut().last_mut() {
            last.refuses = true;
        }
        self.refused.set(true);
    }

    /// Says why every request will fail, although the API is served.
    pub(crate) fn break_requests(&self, place: &Place<'_>, message: impl Display) {
        let message = message.to_string();
        self.say(
            Severity::Error,
            place,
            format!("{message}; every request of the API fails with 500"),
        );
        self.broken.borrow_mut().get_or_insert(message);
    }

    /// A status of a response; anything else refuses the file.
    pub(crate) fn status(&self, place: &Place<'_>, written: i64) -> Option<u16> {
        let status = u16::try_from(written).ok();
        let status = status.filter(|status| (200..1000).contains(status));
        if status.is_none() {
            self.refuse(place, format!("{written} is no status of a response"));
        }
        status
    }

    fn say(&self, severity: Severity, place: &Place<'_>, message: impl Display) {
        let finding = self
            .source
            .finding(severity, &place.to_string(), message.to_string());
        self.findings.borrow_mut().push(finding);
    }

    /// Whether the file cannot be served.
    pub(crate) fn is_refused(&self) -> bool {
        self.refused.get()
    }

    /// Why every request will fail.
    pub(crate) fn broken(&self) -> Option<String> {
        self.broken.borrow().clone()
    }

    /// All that there is to say.
    pub(crate) fn into_findings(self) -> Vec<Finding> {
        self.findings.into_inner()
    }
}
