//! Secrets of the host: what `#secrets` asks.
//!
//! The gateway keeps secrets outside of its API definitions and fetches them by name when an expression asks. Whoever has
//! a store implements one method; grants, which the gateway checks when an API is deployed, have methods of their own.

use super::host::Object;
use super::{ClassId, Value};
use std::fmt;

/// A store of secrets, `#secrets` to an expression.
///
/// ```
/// use gravitee_el::host::{SecretError, Secrets};
/// use gravitee_el::{Context, Engine};
///
/// struct Vault;
///
/// impl Secrets for Vault {
///     fn get(&self, name: &str, key: Option<&str>) -> Result<Option<String>, SecretError> {
///         match (name, key) {
///             ("/vault/ldap", Some("password")) => Ok(Some("s3cret".to_owned())),
///             ("/vault/ldap", _) => Err(SecretError::new("the secret has several keys")),
///             _ => Ok(None),
///         }
///     }
/// }
///
/// let mut context = Context::new();
/// context.set_secrets(&Vault);
/// let engine = Engine::new();
/// assert_eq!(engine.render("{#secrets.get('/vault/ldap', 'password')}", &context)?, "s3cret");
/// # Ok::<(), gravitee_el::Error>(())
/// ```
pub trait Secrets {
    /// `#secrets.get(name)`, `#secrets.get(name, key)`: the value of a secret, or of one key of it; `None` is null.
    ///
    /// # Errors
    /// When the secret may not be read, or the store does not answer; the evaluation stops with a Java exception.
    fn get(&self, name: &str, key: Option<&str>) -> Result<Option<String>, SecretError>;

    /// `#secrets.fromGrant(grant, access)`, `#secrets.fromGrant(grant, key, access)`: a secret that was granted when the
    /// API was deployed.
    ///
    /// # Errors
    /// As for [`Secrets::get`]; by default always, since nothing is granted.
    fn granted(
        &self,
        grant: &str,
        key: Option<&str>,
        access: Option<&SecretAccess>,
    ) -> Result<Option<String>, SecretError> {
        let _ = (key, access);
        Err(SecretError::new(format!("there is no grant `{grant}`")))
    }

    /// `#secrets.fromEL(environment, name, access)`: a secret whose name an expression computed.
    ///
    /// # Errors
    /// As for [`Secrets::get`].
    fn computed(
        &self,
        environment: &str,
        name: &str,
        access: Option<&SecretAccess>,
    ) -> Result<Option<String>, SecretError> {
        let _ = environment;
        match access {
            Some(access) if !access.allowed => Err(SecretError::new(
                "secrets are not allowed in this place of the definition",
            )),
            _ => self.get(name, None),
        }
    }
}

/// Where in a definition a secret is asked for, and whether that place may have one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SecretAccess {
    /// Whether the place may have a secret.
    pub allowed: bool,
    /// The sort of the place, such as `PASSWORD`.
    pub kind: Option<String>,
    /// The name of the place.
    pub name: Option<String>,
}

/// Why a secret is not given. The text must not hold secrets: it is shown and logged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SecretError(String);

impl SecretError {
    /// An error with this text.
    pub fn new(message: impl Into<String>) -> Self {
        SecretError(message.into())
    }
}

impl fmt::Display for SecretError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for SecretError {}

/// The class of `#secrets`.
pub(crate) const SECRETS: ClassId =
    ClassId::named("io.gravitee.secrets.api.el.DelegatingEvaluatedSecretsMethods");
/// The class of [`SecretAccess`].
pub(crate) const SECRET_ACCESS: ClassId =
    ClassId::named("io.gravitee.secrets.api.el.SecretFieldAccessControl");

/// A store as a context holds it.
#[derive(Clone, Copy)]
pub struct SecretSource<'c>(pub(crate) &'c dyn Secrets);

impl Object for SecretSource<'_> {
    fn class_name(&self) -> &str {
        SECRETS.name()
    }

    fn class(&self) -> ClassId {
        SECRETS
    }

    fn get(&self, _: &str) -> Option<Value<'_>> {
        None
    }

    fn secrets(&self) -> Option<&dyn Secrets> {
        Some(self.0)
    }
}

impl Object for SecretAccess {
    fn class_name(&self) -> &str {
        SECRET_ACCESS.name()
    }

    fn class(&self) -> ClassId {
        SECRET_ACCESS
    }

    fn get(&self, property: &str) -> Option<Value<'_>> {
        (property == "allowed").then_some(Value::Bool(self.allowed))
    }

    fn secret_access(&self) -> Option<&SecretAccess> {
        Some(self)
    }
}
