//! `#subscription`: the subscription that let the request pass, or the anonymous one of a request without.

use crate::Value;
use crate::gateway::registry::Subscription;
use crate::host::{Lookup, Object};
use std::sync::Arc;

/// The subscription of a request.
pub(crate) struct SubscriptionView<'a> {
    /// Identifier; for an anonymous one the address of the client.
    pub(crate) id: Arc<str>,
    /// None when it is anonymous.
    pub(crate) deployed: Option<&'a Subscription>,
}

impl Object for SubscriptionView<'_> {
    fn class_name(&self) -> &str {
        "#subscription"
    }

    fn get(&self, property: &str) -> Option<Value<'_>> {
        let Some(deployed) = self.deployed else {
            return Some(match property {
                "id" => Value::Str(&self.id),
                "type" => Value::from(&*crate::gateway::registry::STANDARD),
                name if self.properties().contains(&name) => Value::Null,
                _ => return None,
            });
        };
        Some(match property {
            "id" => Value::Str(&self.id),
            "type" => Value::from(&deployed.kind),
            "metadata" => match &deployed.metadata {
                Some(metadata) => Value::Lookup(metadata as &dyn Lookup),
                None => Value::Null,
            },
            "applicationName" => text(deployed.application_name.as_ref()),
            "clientId" => text(deployed.client_id.as_ref()),
            "apiProductId" => Value::Null,
            _ => return None,
        })
    }

    fn properties(&self) -> Vec<&str> {
        vec![
            "id",
            "type",
            "metadata",
            "applicationName",
            "clientId",
            "apiProductId",
        ]
    }
}

fn text(text: Option<&String>) -> Value<'_> {
    text.map_or(Value::Null, |text| Value::Str(text))
}
