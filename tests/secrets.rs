//! `#secrets` asks the host's store, and says so where there is none.

use gravitee_el::host::{Object, SecretAccess, SecretError, Secrets};
use gravitee_el::{Binding, Context, Engine, Stage};

/// A store with one secret of two keys, one grant, and a place that refuses.
struct Vault;

impl Secrets for Vault {
    fn get(&self, name: &str, key: Option<&str>) -> Result<Option<String>, SecretError> {
        match (name, key) {
            ("/vault/ldap", Some("username")) => Ok(Some("ann".to_owned())),
            ("/vault/ldap:password", None) => Ok(Some("s3cret".to_owned())),
            ("/vault/sealed", _) => Err(SecretError::new("the store is sealed")),
            _ => Ok(None),
        }
    }

    fn granted(
        &self,
        grant: &str,
        key: Option<&str>,
        access: Option<&SecretAccess>,
    ) -> Result<Option<String>, SecretError> {
        let place = access.and_then(|access| access.name.as_deref());
        Ok(Some(format!("{grant} {key:?} {place:?}")))
    }
}

/// A store that keeps to the defaults.
struct Plain;

impl Secrets for Plain {
    fn get(&self, name: &str, _: Option<&str>) -> Result<Option<String>, SecretError> {
        Ok(Some(name.to_uppercase()))
    }
}

fn access(allowed: bool) -> SecretAccess {
    SecretAccess {
        allowed,
        kind: Some("PASSWORD".to_owned()),
        name: Some("password".to_owned()),
    }
}

/// The text of a template, or stage and message of its error.
fn answer(store: Option<&dyn Secrets>, text: &str) -> String {
    let (open, shut) = (access(true), access(false));
    let mut context = Context::new();
    if let Some(store) = store {
        context.set_secrets(store);
    }
    let bean = |access| Binding::Bean(access as &dyn Object);
    context.set("open", bean(&open));
    context.set("shut", bean(&shut));
    let engine = Engine::new();
    match engine.render(text, &context) {
        Ok(text) => text.into_owned(),
        Err(error) => {
            let code = error.code().map(|code| code.to_string());
            let name = code.or(error.exception().map(str::to_owned));
            let diagnostic = error.diagnostic();
            let help = diagnostic.help.join("; ");
            let name = name.unwrap_or_default();
            format!("{:?} {name}: {}; {help}", error.stage(), diagnostic.message)
        }
    }
}

#[test]
fn the_five_members_ask_the_store() {
    for (text, expected) in [
        ("{#secrets.get('/vault/ldap:password')}", "s3cret"),
        ("{#secrets.get('/vault/ldap', 'username')}", "ann"),
        ("{#secrets.get('/vault/ldap', null)}", ""),
        ("{#secrets.get('/vault/none')}", ""),
        (
            "Basic {#secrets.get('/vault/ldap', 'username')}:{#secrets.get('/vault/ldap:password')}",
            "Basic ann:s3cret",
        ),
        ("{#secrets.get('/vault/ldap:password').length()}", "6"),
        (
            "{(#secrets.get('/vault/ldap:password') == 's3cret')}",
            "true",
        ),
        (
            "{(#x = #secrets.get('/vault/ldap:password')) + #x}",
            "s3crets3cret",
        ),
        (
            "{#secrets.fromGrant('g', #open)}",
            "g None Some(\"password\")",
        ),
        (
            "{#secrets.fromGrant('g', 'k', #open)}",
            "g Some(\"k\") Some(\"password\")",
        ),
        ("{#secrets.fromGrant('g', 'k', null)}", "g Some(\"k\") None"),
        (
            "{#secrets.fromEL('env', '/vault/ldap:password', #open)}",
            "s3cret",
        ),
    ] {
        assert_eq!(answer(Some(&Vault), text), expected, "{text}");
    }
}

#[test]
fn what_a_store_refuses_is_a_java_exception() {
    for (store, text, expected) in [
        (
            &Vault as &dyn Secrets,
            "{#secrets.get('/vault/sealed')}",
            "Java RuntimeException: the store is sealed; ",
        ),
        (
            &Plain,
            "{#secrets.fromGrant('g', #open)}",
            "Java RuntimeException: there is no grant `g`; ",
        ),
        (
            &Plain,
            "{#secrets.fromEL('env', 'n', #shut)}",
            "Java RuntimeException: secrets are not allowed in this place of the definition; ",
        ),
        (&Plain, "{#secrets.fromEL('env', 'n', #open)}", "N"),
    ] {
        assert_eq!(answer(Some(store), text), expected, "{text}");
    }
}

#[test]
fn without_a_store_the_error_says_so() {
    let told = answer(None, "{#secrets.get('/vault/ldap')}");
    assert!(told.starts_with("Eval EL1011E"), "{told}");
    assert!(told.contains("no host provides secrets here"), "{told}");
    assert_eq!(answer(None, "{#secrets?.get('/vault/ldap')}"), "");
    assert_eq!(answer(None, "{(#secrets == null)}"), "true");
    assert!(!answer(None, "{#other.get('/vault/ldap')}").contains("secrets"));
}

#[test]
fn arguments_that_do_not_fit_are_refused() {
    for (text, code) in [
        ("{#secrets.get()}", "EL1004E"),
        ("{#secrets.get(null)}", "NullPointerException"),
        ("{#secrets.get('a', 'b', 'c')}", "EL1004E"),
        ("{#secrets.fromGrant('g', 'no access')}", "EL1004E"),
        ("{#secrets.nope}", "EL1008E"),
    ] {
        let told = answer(Some(&Vault), text);
        assert!(told.contains(code), "{text}: {told}");
    }
}

#[test]
fn a_store_shows_nothing_of_itself() {
    let told = answer(Some(&Vault), "{(#secrets.toString())}");
    assert!(
        told.starts_with("io.gravitee.secrets.api.el.DelegatingEvaluatedSecretsMethods@"),
        "{told}"
    );
}

/// A copy that an assignment keeps has no store, and is no way around a later context without one.
#[test]
fn a_kept_copy_has_no_store() {
    let mut context = Context::new();
    context.set_secrets(&Vault);
    let engine = Engine::new();
    engine
        .eval("{#mine = #secrets}", &context)
        .expect("it assigns");
    let error = engine.eval("{#mine.get('/vault/ldap:password')}", &context);
    let error = error.expect_err("there is no store");
    assert_eq!(error.stage(), Stage::Java);
    assert!(error.to_string().contains("no store behind it"), "{error}");
}
