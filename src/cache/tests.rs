//! What the cache promises, seen through the fronts that threads keep.

use super::*;
use crate::host::{HeaderList, Headers, ParamList, Params, Request};
use crate::{Context, Engine};
use std::thread;

/// Long enough that nothing is idle within a test.
const NEVER: Duration = Duration::from_secs(3_600);

fn ask(cache: &Cache, text: &str) {
    let engine = Engine::new();
    cache.with(text, || engine.compile(text), |_| ());
}

fn misses(cache: &Cache) -> u64 {
    cache.stats().misses
}

/// Texts that share a shard with the first one.
fn neighbours(cache: &Cache, count: usize) -> Vec<String> {
    let texts = (0..).map(|n| format!("{{#a == {n}}}"));
    texts
        .filter(|text| shard_of(cache.hash(text)) == 3)
        .take(count)
        .collect()
}

#[test]
fn what_was_asked_for_stays_longer() {
    let cache = Cache::new(SHARDS * 2, NEVER);
    let texts = neighbours(&cache, 3);
    let [a, b, c] = [0, 1, 2].map(|at| &*texts[at]);
    [a, b, a, c].iter().for_each(|text| ask(&cache, text));
    let before = misses(&cache);
    ask(&cache, a);
    assert_eq!(misses(&cache), before, "the text asked for twice has left");
    ask(&cache, b);
    assert_eq!(
        misses(&cache),
        before + 1,
        "the one asked for once is still there"
    );
}

#[test]
fn a_text_that_only_the_front_is_asked_for_stays() {
    let cache = Cache::new(SHARDS * 2, NEVER);
    let texts = neighbours(&cache, 40);
    let (kept, others) = texts.split_first().expect("there are some");
    (0..3).for_each(|_| ask(&cache, kept));
    for other in others {
        ask(&cache, other);
        ask(&cache, kept);
    }
    assert_eq!(misses(&cache), texts.len() as u64);
    assert!(cache.stats().entries <= 2);
}

#[test]
fn texts_spread_over_the_shards() {
    let cache = Cache::new(2_000, NEVER);
    let mut used = [0; SHARDS];
    for n in 0..1_600 {
        let text = format!("{{#request.headers['X-{n}'][0] == 'v'}}");
        used[shard_of(cache.hash(&text))] += 1;
    }
    assert!(used.iter().all(|count| *count > 20), "{used:?}");
}

#[test]
fn what_nobody_asks_for_leaves_and_the_rest_stays() {
    let cache = Cache::new(100, Duration::from_millis(40));
    (0..3).for_each(|_| ask(&cache, "{#idle}"));
    ask(&cache, "{#busy}");
    for _ in 0..30 {
        thread::sleep(Duration::from_millis(4));
        (0..CLOCK_EVERY).for_each(|_| ask(&cache, "{#busy}"));
    }
    assert_eq!((misses(&cache), cache.stats().entries), (2, 1));
    ask(&cache, "{#idle}");
    assert_eq!(
        misses(&cache),
        3,
        "the front still answers what the cache has forgotten"
    );
}

#[test]
fn failures_are_remembered() {
    let cache = Cache::new(100, NEVER);
    (0..5).for_each(|_| ask(&cache, "{#a ==}"));
    assert_eq!((cache.stats().hits, cache.stats().misses), (4, 1));
}

#[test]
fn the_size_holds_however_many_texts_come() {
    let cache = Cache::new(SHARDS, NEVER);
    for _ in 0..3 {
        (0..200).for_each(|n| ask(&cache, &format!("{{({n} + 1)}}")));
    }
    let stats = cache.stats();
    assert_eq!((stats.entries, stats.hits + stats.misses), (SHARDS, 600));
}

#[test]
fn a_front_takes_more_texts_than_it_has_room_for() {
    let cache = Cache::new(5_000, NEVER);
    let texts: Vec<String> = (0..3_000).map(|n| format!("{{({n})}}")).collect();
    for _ in 0..3 {
        texts.iter().for_each(|text| {
            let source = |found: &Result<Template, Error>| found.as_ref().unwrap().source() == text;
            assert!(cache.with(text, || Engine::new().compile(text), source));
        });
    }
    let stats = cache.stats();
    assert_eq!((stats.misses, stats.hits), (3_000, 6_000));
}

#[test]
fn hits_of_all_threads_are_counted() {
    let engine = Engine::new();
    for round in 1..=3 {
        thread::scope(|scope| {
            for _ in 0..2 {
                scope.spawn(|| {
                    (0..500).for_each(|_| {
                        assert!(engine.matches("{(1 == 1)}", &Context::new()).is_true())
                    });
                });
            }
        });
        let stats = engine.cache_stats();
        assert_eq!(stats.hits + stats.misses, 1_000 * round);
        assert!(stats.misses <= 2, "{stats:?}");
    }
    assert!(
        engine_fronts(&engine) <= 2,
        "tallies of threads that ended are kept"
    );
}

fn engine_fronts(engine: &Engine) -> usize {
    engine.cache().fronts().tallies.len()
}

/// Whether the compiled template is still somewhere.
fn is_alive(template: &std::sync::Weak<impl Sized>) -> bool {
    template.upgrade().is_some()
}

#[test]
fn a_dropped_engine_leaves_nothing_in_the_fronts() {
    let engine = Engine::new();
    let weak = engine.template("{#a + 1}").unwrap().downgrade();
    (0..3).for_each(|_| assert!(engine.template("{#a + 1}").is_ok()));
    let (to_other, from_main) = std::sync::mpsc::channel();
    let (done, other_done) = std::sync::mpsc::channel();
    thread::scope(|scope| {
        let shared = Arc::new(engine);
        let lent = shared.clone();
        scope.spawn(move || {
            (0..3).for_each(|_| assert!(lent.template("{#a + 1}").is_ok()));
            drop(lent);
            done.send(()).unwrap();
            from_main.recv().unwrap();
            // Another engine's front takes the place.
            let next = Engine::new();
            (0..3).for_each(|_| assert!(next.template("{#b}").is_ok()));
            done.send(()).unwrap();
            from_main.recv().unwrap();
        });
        other_done.recv().unwrap();
        assert!(is_alive(&weak));
        drop(shared);
        assert!(is_alive(&weak), "the other thread has not looked yet");
        to_other.send(()).unwrap();
        other_done.recv().unwrap();
        assert!(!is_alive(&weak));
        to_other.send(()).unwrap();
    });
}

#[test]
fn a_thread_that_ends_takes_its_fronts_along() {
    let engine = Engine::new();
    let weak = thread::scope(|scope| {
        let asking = || {
            (0..3).for_each(|_| assert!(engine.template("{#a + 1}").is_ok()));
            engine.template("{#a + 1}").unwrap().downgrade()
        };
        scope.spawn(asking).join().unwrap()
    });
    assert!(is_alive(&weak));
    drop(engine);
    assert!(!is_alive(&weak));
}

/// A host that asks the engine again while it is asked for its path.
struct Asking<'e> {
    engine: &'e Engine,
    headers: HeaderList,
    params: ParamList,
}

impl Request for Asking<'_> {
    fn method(&self) -> &str {
        let other = format!("{{({} < 0)}}", self.engine.cache_stats().hits);
        let context = Context::new();
        for text in [&*other, "{(1 == 2)}", "{#request.method == 'GET'}"] {
            assert!(!self.engine.matches(text, &context).is_true());
        }
        let fresh = Engine::new();
        (0..3).for_each(|_| assert!(fresh.matches("{(1 == 1)}", &context).is_true()));
        "GET"
    }
    fn path(&self) -> &str {
        "/"
    }
    fn headers(&self) -> &dyn Headers {
        &self.headers
    }
    fn params(&self) -> &dyn Params {
        &self.params
    }
}

#[test]
fn a_host_may_ask_the_engine_that_asks_it() {
    let engine = Engine::new();
    let request = Asking {
        engine: &engine,
        headers: HeaderList::default(),
        params: ParamList::default(),
    };
    let mut context = Context::new();
    context.set_request(&request, None);
    for _ in 0..40 {
        assert!(
            engine
                .matches("{#request.method == 'GET'}", &context)
                .is_true()
        );
    }
}

#[test]
fn a_text_without_an_expression_is_not_looked_up() {
    let engine = Engine::new();
    let context = Context::new();
    for text in [
        "true",
        "false",
        "on",
        "0",
        "",
        " true",
        "maybe",
        "}",
        "$x",
        "tru\u{e9}",
    ] {
        let compiled = engine.compile(text).unwrap();
        let shown = |decision: crate::Decision| format!("{decision:?}");
        assert_eq!(
            shown(engine.matches(text, &context)),
            shown(compiled.matches(&context))
        );
        assert_eq!(
            engine.render(text, &context).unwrap(),
            compiled.render(&context).unwrap()
        );
        let value = engine.eval(text, &context).unwrap();
        assert_eq!(
            value.to_string(),
            compiled.eval(&context).unwrap().to_string()
        );
    }
    assert_eq!(engine.cache_stats(), CacheStats::default());
}

#[test]
fn a_literal_keeps_to_the_limit_of_texts() {
    let limits = crate::Limits {
        template_text: 10,
        ..crate::Limits::default()
    };
    let engine = Engine::builder().limits(limits).build();
    let text = "longer than that";
    assert!(engine.render(text, &Context::new()).is_err());
    assert!(engine.eval(text, &Context::new()).is_err());
    assert!(matches!(
        engine.matches(text, &Context::new()),
        crate::Decision::Abort(_)
    ));
}
