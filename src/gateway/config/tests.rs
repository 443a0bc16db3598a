//! Sources, their order, and what is wrong with them.

use super::{Config, Target};
use crate::gateway::observe::access::Format;
use crate::gateway::settings::{OnParseError, OverrideMode, Settings};
use std::time::Duration;

fn pairs(list: &[(&str, &str)]) -> Vec<(String, String)> {
    let owned = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
    list.iter().map(owned).collect()
}

fn read(text: &str) -> Result<Config, String> {
    let mut draft = super::Draft::new();
    draft
        .document("gravitee.yml", text)
        .map_err(|problem| problem.to_string())?;
    Ok(draft.finish())
}

fn variables(list: &[(&str, &str)]) -> Result<Config, String> {
    Config::load(None, pairs(list), &[], &[]).map_err(|problem| problem.to_string())
}

#[test]
fn an_empty_file_says_nothing() {
    for text in ["", "# only words\n", "http:\n", "---\n"] {
        let config = read(text).expect("nothing is wrong");
        assert_eq!(config.settings, Settings::default());
        assert_eq!(
            config.ingress.listen,
            ["0.0.0.0:8082".parse().expect("an address")]
        );
        assert!(config.warnings.is_empty());
    }
}

#[test]
fn the_java_gateways_file_is_understood() {
    let config = read(
        "http:\n  port: 9000\n  host: 127.0.0.1\n  requestTimeout: 800\n  maxHeaderSize: 16384\n  errors:\n    404:\n      \
         message: \"nothing: here\"\nhandlers:\n  request:\n    transaction:\n      header: X-Trace\n      overrideMode: keep\n    \
         x-forward:\n      enabled: false\ntags: [a, b]\ntenant: north\nflows: {onParseError: skip}\naccessLog:\n  \
         target: /tmp/access.log\n  format: json\nmanagement:\n  type: mongodb\nratelimit:\n  type: none\n",
    )
    .expect("nothing is wrong");
    let settings = &config.settings;
    assert_eq!(
        config.ingress.listen,
        ["127.0.0.1:9000".parse().expect("an address")]
    );
    assert_eq!(settings.request_timeout, Duration::from_millis(800));
    assert_eq!(config.ingress.max_header_size, 16_384);
    assert_eq!(settings.not_found_message, "nothing: here");
    assert_eq!(settings.transaction_header, "X-Trace");
    assert_eq!(settings.transaction_override, OverrideMode::Keep);
    assert!(!settings.x_forward);
    assert_eq!(settings.tags, ["a", "b"]);
    assert_eq!(settings.tenant.as_deref(), Some("north"));
    assert_eq!(settings.on_parse_error, OnParseError::Skip);
    assert_eq!(config.access, Target::File("/tmp/access.log".into()));
    assert_eq!(config.format, Format::Json);
    assert_eq!(
        config.warnings,
        [
            "`management` has no effect on this gateway",
            "`ratelimit` has no effect on this gateway"
        ]
    );
}

#[test]
fn a_warning_names_the_part_that_has_no_effect() {
    let config = read("http: {port: 1, ssl: {clientAuth: none}, compressionSupported: true}\n")
        .expect("nothing is wrong");
    assert_eq!(
        config.warnings,
        [
            "`http.ssl` has no effect on this gateway",
            "`http.compressionSupported` has no effect on this gateway"
        ]
    );
}

fn renders(config: &Config, template: &str) -> bool {
    let template = config.engine().compile(template).expect("it parses");
    template.render(&crate::Context::new()).is_ok()
}

#[test]
fn the_whitelist_opens_and_closes_members() {
    const OPTIONAL: &str = "{T(java.util.Optional).empty().isPresent()}";
    const ABS: &str = "{T(java.lang.Math).abs(-1)}";
    let list = "  whitelist:\n    list:\n      - class java.util.Optional\n";
    for (text, optional, abs) in [
        (String::new(), false, true),
        (format!("el:\n{list}"), true, true),
        (format!("el:\n{list}    mode: append\n"), true, true),
        (format!("el:\n{list}    mode: replace\n"), true, false),
        ("el: {whitelist: {mode: replace}}".to_owned(), false, false),
    ] {
        let config = read(&text).expect("nothing is wrong");
        assert_eq!(renders(&config, OPTIONAL), optional, "{text}");
        assert_eq!(renders(&config, ABS), abs, "{text}");
    }
}

#[test]
fn a_whitelist_ends_at_its_first_gap_and_its_lines_are_checked() {
    let config = variables(&[
        ("gravitee_el_whitelist_mode", "replace"),
        (
            "gravitee_el_whitelist_list[0]",
            "method java.lang.Strin length",
        ),
        ("gravitee_el_whitelist_list[2]", "class java.lang.Math"),
    ])
    .expect("nothing is wrong");
    assert!(!renders(&config, "{T(java.lang.Math).abs(-1)}"));
    assert_eq!(config.warnings.len(), 1, "{:?}", config.warnings);
    assert!(
        config.warnings[0].starts_with("`el.whitelist.list[0]`: ")
            && config.warnings[0].contains("java.lang.Strin"),
        "{:?}",
        config.warnings
    );
}

#[test]
fn servers_listen_each_on_its_own() {
    let text = "servers:\n  - id: a\n    type: http\n    port: 1\n  - id: b\n    host: \"::1\"\n    port: 2\n";
    let config = read(text).expect("nothing is wrong");
    let listen: Vec<_> = config
        .ingress
        .listen
        .iter()
        .map(ToString::to_string)
        .collect();
    assert_eq!(listen, ["0.0.0.0:1", "[::1]:2"]);
    assert_eq!(config.settings.servers, ["a", "b"]);
}

#[test]
fn variables_have_all_the_forms_of_the_java_gateway() {
    let config = variables(&[
        ("gravitee_http_requestTimeout", "800"),
        ("GRAVITEE_TENANT", "north"),
        ("gravitee.api.allowOverlappingContext", "true"),
        ("gravitee_http_errors[404]_contentType", "application/json"),
        ("gravitee_handlers_request_x-forward_enabled", "false"),
        ("gravitee_policy_api_key_header", "X-Key"),
        ("gravitee_services_sync_local_enabled", "true"),
        ("PATH", "/bin"),
    ])
    .expect("nothing is wrong");
    let settings = &config.settings;
    assert_eq!(settings.request_timeout, Duration::from_millis(800));
    assert_eq!(settings.tenant.as_deref(), Some("north"));
    assert!(settings.allow_overlapping_context);
    assert_eq!(settings.not_found_content_type, "application/json");
    assert!(!settings.x_forward);
    assert_eq!(settings.api_key_header, "X-Key");
    assert!(config.warnings.is_empty(), "{:?}", config.warnings);
}

#[test]
fn variables_that_mean_nothing_are_pointed_out() {
    let config = variables(&[("gravitee_http_reqestTimeout", "1")]).expect("they are no error");
    assert_eq!(
        config.warnings,
        [
            "environment: `gravitee_http_reqestTimeout` is no known key; did you mean `http.requestTimeout`?"
        ]
    );
}

#[test]
fn the_later_source_wins() {
    let folder = std::env::temp_dir().join(format!("gravel-config-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("there is room");
    let file = folder.join("gravitee.yml");
    let text = "http: {requestTimeout: 1, requestTimeoutGraceDelay: 1, bufferLimit: 1, port: 1}\n";
    std::fs::write(&file, text).expect("there is room");
    let config = Config::load(
        Some(&file),
        pairs(&[
            ("gravitee_http_requestTimeoutGraceDelay", "2"),
            ("gravitee_http_bufferLimit", "2"),
        ]),
        &pairs(&[("http.bufferLimit", "3")]),
        &["127.0.0.1:4".parse().expect("an address")],
    )
    .expect("nothing is wrong");
    std::fs::remove_dir_all(&folder).expect("it is ours");
    let settings = &config.settings;
    assert_eq!(settings.request_timeout, Duration::from_millis(1));
    assert_eq!(settings.request_timeout_grace, Duration::from_millis(2));
    assert_eq!(settings.buffer_limit, 3);
    assert_eq!(
        config.ingress.listen,
        ["127.0.0.1:4".parse().expect("an address")]
    );
}

#[test]
fn what_is_wrong_is_said_with_its_place() {
    for (text, message) in [
        (
            "http:\n  portt: 1\n",
            "gravitee.yml:2:10: `http.portt` is no known key; did you mean `http.port`?",
        ),
        (
            "http:\n  port: many\n",
            "gravitee.yml:2:9: `http.port` is `many`, not a number in range",
        ),
        (
            "errors:\n  exposeElDetails: sometimes\n",
            "gravitee.yml:2:20: `errors.exposeElDetails` is `sometimes`, not `true` or `false`",
        ),
        (
            "nothing:\n  like: it\n",
            "gravitee.yml:2:9: `nothing.like` is no known key",
        ),
        (
            "http: {secured: true}\n",
            "gravitee.yml:1:17: `http.secured` is `true`, not `false`: TLS is not served yet",
        ),
        (
            "el:\n  whitelist:\n    lst: [a]\n",
            "gravitee.yml:3:11: `el.whitelist.lst[0]` is no known key; did you mean `el.whitelist.list[n]`?",
        ),
        ("- a\n", "gravitee.yml: it is no table of keys"),
    ] {
        assert_eq!(read(text).expect_err(text), message);
    }
    assert!(read("a: [1\n").is_err());
}

#[test]
fn sizes_have_units() {
    for (text, bytes) in [
        ("-1", None),
        ("0", Some(0)),
        ("5", Some(5 << 20)),
        ("512KB", Some(512 << 10)),
        ("1 mb", Some(1 << 20)),
        ("300B", Some(300)),
    ] {
        let config = variables(&[("gravitee_reporters_logging_max_size", text)]);
        assert_eq!(config.expect(text).settings.log_length, bytes, "{text}");
    }
    for text in ["", "MB", "1.5", "9 miles"] {
        let config = variables(&[("gravitee_reporters_logging_max_size", text)]);
        assert!(config.is_err(), "{text}");
    }
}
