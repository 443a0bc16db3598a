//! What the operator sets: the Java gateway's names where they exist, and a few of our own.

use std::time::Duration;

/// Settings that the chain reads. [`Default`] gives what an empty configuration file means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// `http.requestTimeout`: longest time of a request; zero for none.
    pub request_timeout: Duration,
    /// `http.requestTimeoutGraceDelay`: time that response phases have when the request timed out.
    pub request_timeout_grace: Duration,
    /// `http.maxInitialLineLength`: longest request line, in bytes.
    pub max_initial_line: usize,
    /// `http.maxHeaderSize`: largest head of a request, in bytes.
    pub max_header_size: usize,
    /// `http.normalizePath`: whether paths lose their dot segments, also escaped ones, before they are matched.
    pub normalize_path: bool,
    /// `http.errors[404].message`: the body for unknown paths.
    pub not_found_message: String,
    /// `http.errors[404].contentType`: its content type.
    pub not_found_content_type: String,
    /// `http.bufferLimit`: most bytes of a body that a policy or expression has in memory.
    pub buffer_limit: usize,
    /// `handlers.request.transaction.header`
    pub transaction_header: String,
    /// `handlers.request.transaction.overrideMode`
    pub transaction_override: OverrideMode,
    /// `handlers.request.request.header`
    pub request_header: String,
    /// `handlers.request.request.overrideMode`
    pub request_override: OverrideMode,
    /// `handlers.request.x-forward.enabled`: whether `Forwarded` and `X-Forwarded-*` of the client are read.
    pub x_forward: bool,
    /// `handlers.request.headers.x-forwarded-prefix`
    pub x_forwarded_prefix: bool,
    /// `api.allowOverlappingContext`
    pub allow_overlapping_context: bool,
    /// `servers[n].id`, in the order of the addresses; empty when the servers have no names. A listener with `servers` is
    /// reached on those alone.
    pub servers: Vec<String>,
    /// `api.validateSubscription`: whether a key passes only with a subscription to the plan whose time has come.
    pub validate_subscription: bool,
    /// `plans.implicitKeyless`: whether everyone may call an API without plans; otherwise it is not deployed.
    pub implicit_keyless: bool,
    /// `api.security.verbose401`
    pub verbose_401: bool,
    /// `policy.api-key.header`
    pub api_key_header: String,
    /// `policy.api-key.param`
    pub api_key_param: String,
    /// `tenant`
    pub tenant: Option<String>,
    /// `zone`
    pub zone: Option<String>,
    /// `tags`: only APIs with one of these tags are deployed; empty for all.
    pub tags: Vec<String>,
    /// `flows.onParseError`: what a condition that does not parse does to a request.
    pub on_parse_error: OnParseError,
    /// `errors.exposeElDetails`: whether a client learns why an expression failed.
    pub expose_el_details: bool,
    /// `reporters.logging.max_size`: most bytes of a body that a definition has logged; none for all that `buffer_limit` allows.
    pub log_length: Option<usize>,
    /// `reporters.logging.excluded_response_types`: a pattern, the types of content that are not logged.
    pub log_excluded_types: String,
    /// Whether definitions with unknown policies are deployed without those steps.
    pub ignore_unknown_policies: bool,
}

impl Settings {
    /// The pattern of the types that are not logged; none where it is empty, or is no pattern.
    pub(crate) fn excluded_types(&self) -> Option<regex::Regex> {
        let pattern = Some(&self.log_excluded_types).filter(|pattern| !pattern.is_empty())?;
        regex::RegexBuilder::new(pattern)
            .case_insensitive(true)
            .build()
            .ok()
    }
}

/// What happens to an identifier that the client sends.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum OverrideMode {
    /// It is replaced.
    #[default]
    Override,
    /// It is kept.
    Keep,
    /// Ours is added.
    Merge,
}

/// What a condition that does not parse does to a request.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum OnParseError {
    /// The request fails with 500, and the answer says why.
    #[default]
    Fail,
    /// A flow of format v4 is passed over, as the shipped gateway does; everything else fails all the same.
    Skip,
}

impl Default for Settings {
    fn default() -> Self {
        Settings {
            request_timeout: Duration::from_millis(30_000),
            request_timeout_grace: Duration::from_millis(30),
            max_initial_line: 4_096,
            max_header_size: 8_192,
            normalize_path: true,
            not_found_message: "No context-path matches the request URI.".to_owned(),
            not_found_content_type: "text/plain".to_owned(),
            buffer_limit: 10 << 20,
            transaction_header: "X-Gravitee-Transaction-Id".to_owned(),
            transaction_override: OverrideMode::Override,
            request_header: "X-Gravitee-Request-Id".to_owned(),
            request_override: OverrideMode::Override,
            x_forward: true,
            x_forwarded_prefix: false,
            allow_overlapping_context: false,
            servers: Vec::new(),
            validate_subscription: true,
            implicit_keyless: true,
            verbose_401: false,
            api_key_header: "X-Gravitee-Api-Key".to_owned(),
            api_key_param: "api-key".to_owned(),
            tenant: None,
            zone: None,
            tags: Vec::new(),
            on_parse_error: OnParseError::Fail,
            expose_el_details: true,
            log_length: None,
            log_excluded_types:
                r"video.*|audio.*|image.*|application\/octet-stream|application\/pdf".to_owned(),
            ignore_unknown_policies: false,
        }
    }
}
