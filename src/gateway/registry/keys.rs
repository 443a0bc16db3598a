//! Subscriptions and the API keys that stand for them.

use super::variables::Texts;
use crate::Owned;
use crate::gateway::definition::side;
use crate::model;
use std::collections::HashMap;
use std::sync::{Arc, LazyLock};
use subtle::ConstantTimeEq;

/// The type of subscriptions that clients use.
pub(crate) static STANDARD: LazyLock<Owned> = LazyLock::new(|| kind("STANDARD"));

fn kind(name: &str) -> Owned {
    model::subscription_type(name).unwrap_or(Owned::Null)
}

/// An application's right to use a plan.
pub(crate) struct Subscription {
    pub(crate) id: Arc<str>,
    pub(crate) plan: String,
    pub(crate) application: Box<str>,
    pub(crate) application_name: Option<String>,
    pub(crate) client_id: Option<String>,
    pub(crate) kind: Owned,
    pub(crate) metadata: Option<Texts>,
    /// Milliseconds since the epoch.
    pub(crate) starting_at: Option<i64>,
    pub(crate) ending_at: Option<i64>,
}

/// A key that may be used.
pub(crate) struct KeyEntry {
    pub(crate) key: Box<str>,
    /// Identifier of the subscription.
    pub(crate) subscription: Box<str>,
    /// Milliseconds since the epoch.
    pub(crate) expire_at: Option<i64>,
}

type ById<T> = HashMap<Box<str>, T>;

/// Subscriptions by id, and keys by API and key.
#[derive(Clone, Default)]
pub(super) struct Keys {
    subscriptions: Arc<ById<Subscription>>,
    keys: Arc<ById<ById<KeyEntry>>>,
}

impl Keys {
    /// Keeps subscriptions that were accepted, and keys that are active and belong to one of them.
    pub(super) fn new(subscriptions: Vec<side::Subscription>, keys: Vec<side::ApiKey>) -> Self {
        let mut apis: ById<Box<str>> = HashMap::new();
        let mut by_id = HashMap::new();
        for written in subscriptions {
            let status = written.status.as_deref();
            let accepted = status.is_some_and(|status| status.eq_ignore_ascii_case("ACCEPTED"));
            let api = written.api.as_deref().or(written.reference_id.as_deref());
            let (Some(id), Some(api), true) = (&written.id, api, accepted) else {
                continue;
            };
            apis.insert(id.as_str().into(), api.into());
            by_id.insert(id.as_str().into(), subscription(&written, id));
        }
        let mut by_api: ById<ById<KeyEntry>> = HashMap::new();
        for written in keys {
            let named = written.subscription.iter().chain(&written.subscriptions);
            let known = named.map(String::as_str).find(|id| apis.contains_key(*id));
            let active = written.active.unwrap_or(true) && !written.revoked && !written.paused;
            let (Some(key), Some(id), true) = (&written.key, known, active) else {
                continue;
            };
            let Some(api) = apis.get(id) else {
                continue;
            };
            let entry = KeyEntry {
                key: key.as_str().into(),
                subscription: id.into(),
                expire_at: written.expire_at,
            };
            by_api
                .entry(api.clone())
                .or_default()
                .insert(key.as_str().into(), entry);
        }
        Keys {
            subscriptions: Arc::new(by_id),
            keys: Arc::new(by_api),
        }
    }

    /// The key of an API. Its table is keyed at random, and the key itself is compared in constant time, so that time
    /// says nothing about keys that are nearly right.
    pub(super) fn find(&self, api: &str, key: &str) -> Option<&KeyEntry> {
        let entry = self.keys.get(api)?.get(key)?;
        bool::from(entry.key.as_bytes().ct_eq(key.as_bytes())).then_some(entry)
    }

    pub(super) fn subscription(&self, id: &str) -> Option<&Subscription> {
        self.subscriptions.get(id)
    }
}

fn subscription(written: &side::Subscription, id: &str) -> Subscription {
    let metadata = written.metadata.clone();
    Subscription {
        id: id.into(),
        plan: written.plan.clone().unwrap_or_default(),
        application: written.application.as_deref().unwrap_or("").into(),
        application_name: written.application_name.clone(),
        client_id: written.client_id.clone(),
        kind: kind(written.kind.as_deref().unwrap_or("STANDARD")),
        metadata: metadata.map(Texts::new),
        starting_at: written.starting_at,
        ending_at: written.ending_at,
    }
}
