//! Which API a request belongs to: by host, then by the start of its path.
//!
//! Looking a path up costs one look at a table for each of its segments, however many APIs there are. Among context paths
//! that all fit, the shortest wins, as in the shipped gateway; where overlapping is allowed, the longest.

use std::collections::HashMap;
use std::sync::Arc;

/// Where an API is reached.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Acceptor {
    /// In lower case; none for every host.
    pub(crate) host: Option<String>,
    /// With a slash at its end.
    pub(crate) path: Arc<str>,
    /// Identifiers of the servers on which it is reached; none for every server.
    pub(crate) servers: Arc<[String]>,
}

impl Acceptor {
    /// Whether it is reached on a server; a gateway whose servers have no names asks for none.
    pub(crate) fn is_on(&self, server: Option<&str>) -> bool {
        let named = |server| self.servers.iter().any(|known| known == server);
        self.servers.is_empty() || server.is_none_or(named)
    }
}

/// A context path as it is matched: begun and ended by one slash, without doubled ones.
pub(crate) fn normalized_context(path: &str) -> String {
    let mut normalized = String::from("/");
    for segment in path.split('/').filter(|segment| !segment.is_empty()) {
        normalized.push_str(segment);
        normalized.push('/');
    }
    normalized
}

/// All context paths, by host.
#[derive(Default)]
pub(crate) struct Router {
    overlapping: bool,
    every: Paths,
    hosts: HashMap<String, Paths>,
    /// Hosts that begin with `*`, what follows it the longest first.
    endings: Vec<(String, Paths)>,
}

/// Context paths without the slash at their end, and whose they are.
#[derive(Default)]
struct Paths {
    by_path: HashMap<Box<str>, (Arc<str>, usize)>,
}

/// The API that a request belongs to, and by which context path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Route {
    /// Index of the API.
    pub(crate) api: usize,
    pub(crate) context_path: Arc<str>,
}

impl Router {
    /// A router without paths.
    pub(crate) fn new(overlapping: bool) -> Self {
        Router {
            overlapping,
            ..Router::default()
        }
    }

    /// Adds a path of an API.
    ///
    /// # Errors
    /// The API that has the path already.
    pub(crate) fn add(&mut self, acceptor: &Acceptor, api: usize) -> Result<(), usize> {
        self.paths(acceptor.host.as_deref())
            .add(&acceptor.path, api)
    }

    fn paths(&mut self, host: Option<&str>) -> &mut Paths {
        let Some(host) = host else {
            return &mut self.every;
        };
        let ending = host.strip_prefix('*').filter(|_| self.overlapping);
        let Some(ending) = ending else {
            return self.hosts.entry(host.to_owned()).or_default();
        };
        let known = self.endings.iter().position(|(known, _)| known == ending);
        let at = known.unwrap_or_else(|| {
            let longer = |(known, _): &(String, Paths)| known.len() >= ending.len();
            let at = self
                .endings
                .iter()
                .take_while(|entry| longer(entry))
                .count();
            self.endings
                .insert(at, (ending.to_owned(), Paths::default()));
            at
        });
        &mut self.endings[at].1
    }

    /// The API of a request.
    pub(crate) fn find(&self, authority: Option<&str>, path: &str) -> Option<Route> {
        if self.hosts.is_empty() && self.endings.is_empty() {
            return self.every.find(path, self.overlapping);
        }
        self.candidates(authority)
            .into_iter()
            .find_map(|paths| paths.find(path, self.overlapping))
    }

    /// The tables that a host is looked for in, the most exact first.
    fn candidates(&self, authority: Option<&str>) -> Vec<&Paths> {
        let authority = authority.unwrap_or("").to_ascii_lowercase();
        let host = match self.overlapping {
            true => without_port(&authority),
            false => &authority,
        };
        let mut candidates: Vec<&Paths> = self.hosts.get(host).into_iter().collect();
        let endings = self
            .endings
            .iter()
            .filter(|(ending, _)| host.ends_with(ending.as_str()));
        candidates.extend(endings.map(|(_, paths)| paths));
        candidates.push(&self.every);
        candidates
    }
}

fn without_port(authority: &str) -> &str {
    match authority.rsplit_once(':') {
        Some((host, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => host,
        _ => authority,
    }
}

impl Paths {
    fn add(&mut self, path: &Arc<str>, api: usize) -> Result<(), usize> {
        let key = path.trim_end_matches('/');
        match self.by_path.get(key) {
            Some((_, other)) => Err(*other),
            None => {
                self.by_path.insert(key.into(), (path.clone(), api));
                Ok(())
            }
        }
    }

    fn find(&self, path: &str, longest: bool) -> Option<Route> {
        if self.by_path.is_empty() || !(path.is_empty() || path.starts_with('/')) {
            return None;
        }
        let ends = path
            .char_indices()
            .filter(|(_, c)| *c == '/')
            .map(|(at, _)| at);
        let mut ends = ends.chain([path.len()]);
        let at = |end: usize| self.by_path.get(&path[..end]);
        let found = match longest {
            true => ends.collect::<Vec<_>>().into_iter().rev().find_map(at),
            false => ends.find_map(at),
        };
        found.map(|(context_path, api)| Route {
            api: *api,
            context_path: context_path.clone(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn router(overlapping: bool, rows: &[(Option<&str>, &str)]) -> Router {
        let mut router = Router::new(overlapping);
        for (api, (host, path)) in rows.iter().enumerate() {
            let acceptor = Acceptor {
                host: host.map(str::to_owned),
                path: normalized_context(path).into(),
                servers: Arc::new([]),
            };
            router.add(&acceptor, api).expect("a free path");
        }
        router
    }

    #[test]
    fn the_shorter_path_captures_unless_overlapping_is_allowed() {
        let rows = [(None, "/"), (None, "/test/v2"), (None, "//test//")];
        let found = |overlapping, path| {
            let route = router(overlapping, &rows[..]).find(None, path);
            route.map(|route| route.api)
        };
        assert_eq!(found(false, "/test/v2/x"), Some(0));
        assert_eq!(found(true, "/test/v2/x"), Some(1));
        assert_eq!(found(true, "/test/v2"), Some(1));
        assert_eq!(found(true, "/test/v2x"), Some(2));
        assert_eq!(found(true, "/testing"), Some(0));
        assert_eq!(found(true, "*"), None);
    }

    #[test]
    fn hosts_are_looked_for_before_paths_of_every_host() {
        let rows = [
            (None, "/a"),
            (Some("h.test:81"), "/"),
            (Some("*.wide.test"), "/"),
            (Some("*.very.wide.test"), "/"),
        ];
        let strict = router(false, &rows);
        let loose = router(true, &rows);
        let api =
            |router: &Router, host, path| router.find(Some(host), path).map(|route| route.api);
        assert_eq!(api(&strict, "H.TEST:81", "/a"), Some(1));
        assert_eq!(api(&strict, "h.test", "/a"), Some(0));
        assert_eq!(api(&strict, "x.wide.test", "/z"), None);
        assert_eq!(api(&loose, "x.wide.test:8080", "/z"), Some(2));
        assert_eq!(api(&loose, "x.very.wide.test", "/z"), Some(3));
    }

    #[test]
    fn paths_match_whole_segments_as_sent() {
        let router = router(false, &[(None, "/ctx")]);
        for (path, expected) in [
            ("/ctx", true),
            ("/ctx/", true),
            ("/ctx/a", true),
            ("/ctxa", false),
            ("/ctx%2Fa", false),
        ] {
            assert_eq!(router.find(None, path).is_some(), expected, "{path}");
        }
    }
}
