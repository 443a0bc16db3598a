//! Every member of every table is called with arguments of all sorts: nothing panics, and what a call takes of time and
//! memory stays within bounds.
//!
//! Receivers and arguments are values that members themselves made: what a call returns joins the pool of its class, so
//! that classes which only members can make are reached too. `MEMBERS_ROUNDS` says how often each member is called, and
//! `MEMBERS_SEED` with which numbers; a failure prints the call with its arguments.

use gravitee_el::members::{Class, Kind, Member};
use gravitee_el::whitelist::{Mode, Whitelist};
use gravitee_el::{Arena, Context, Engine, Limits, Owned, Type, typed};
use stats_alloc::{INSTRUMENTED_SYSTEM, Region, StatsAlloc};
use std::alloc::System;
use std::collections::{BTreeMap, BTreeSet};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::{Duration, Instant};

#[global_allocator]
static ALLOCATOR: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

/// Far above what any call should need, even unoptimized on a busy machine.
const LONGEST: Duration = Duration::from_secs(60);
/// Bytes that one call may ask for altogether, given back or not.
const MOST_MEMORY: usize = 1 << 30;

/// Values that no member makes, as JSON of recorded cases and as expressions.
const JSON: &[&str] = &[
    "null",
    "true",
    r#""""#,
    r#"" ""#,
    r#""a""#,
    r#""0""#,
    r#""-1""#,
    r#""a,b,,c""#,
    r#""%s %d %1$tY %n %-5.3e %x""#,
    r#""%999999999d""#,
    r#""{0} {1,number,#.##} {2,date,long} {0,choice,0#no|1#one}""#,
    r#""yyyy-MM-dd'T'HH:mm:ss.SSSXXX""#,
    r##""#,##0.00;(#,##0.00)""##,
    r#""2024-02-29""#,
    r#""2024-02-29T12:30:45.123456789+01:00[Europe/Paris]""#,
    r#""(a+)+$""#,
    r#""[a-z&&[^b]]{2,}(?<n>x)?\\1""#,
    r#""Europe/Paris""#,
    r#""UTF-16""#,
    r#""tr-TR""#,
    r#""aGVsbG8=""#,
    r#""1e999999999""#,
    r#""-1E-2147483647""#,
    r#""\u00e9\ud83d\ude00\u0000\u202e""#,
    "[]",
    "[null]",
    r#"["b", "a", "c"]"#,
    "[3, 1, 2]",
    "{}",
    r#"{"a": 1, "b": [null, {"c": 2}]}"#,
    r#"{"$type": "int", "value": 0}"#,
    r#"{"$type": "int", "value": -2147483648}"#,
    r#"{"$type": "int", "value": 2147483647}"#,
    r#"{"$type": "int", "value": 1000000000}"#,
    r#"{"$type": "int", "value": 1}"#,
    r#"{"$type": "int", "value": 2}"#,
    r#"{"$type": "int", "value": 10}"#,
    r#"{"$type": "int", "value": 36}"#,
    r#""12:30""#,
    r#""true""#,
    r#""https%3A%2F%2Fx%zz""#,
    r#""UTF-8""#,
    r#"{"$type": "long", "value": "-9223372036854775808"}"#,
    r#"{"$type": "long", "value": "9223372036854775807"}"#,
    r#"{"$type": "short", "value": -32768}"#,
    r#"{"$type": "byte", "value": -128}"#,
    r#"{"$type": "float", "value": 3.4028235e38}"#,
    r#"{"$type": "double", "value": "NaN"}"#,
    r#"{"$type": "double", "value": "-Infinity"}"#,
    r#"{"$type": "double", "value": "4.9E-324"}"#,
    r#"{"$type": "double", "value": "1.7976931348623157E308"}"#,
    r#"{"$type": "char", "value": "x"}"#,
    r#"{"$type": "char", "value": "\u0000"}"#,
    r#"{"$type": "bigdecimal", "value": "1E+2147483647"}"#,
    r#"{"$type": "bigdecimal", "value": "-1E-2147483647"}"#,
    r#"{"$type": "bigdecimal", "value": "0.00"}"#,
    r#"{"$type": "bigdecimal", "value": "123456789012345678901234567890.123456789"}"#,
    r#"{"$type": "biginteger", "value": "-99999999999999999999999999999999"}"#,
    r#"{"$type": "set", "value": ["z", 1, null]}"#,
    r#"{"$type": "byte[]", "value": "/4AA"}"#,
    r#"{"$type": "int[]", "value": [2147483647, -1]}"#,
    r#"{"$type": "string[]", "value": ["a", null]}"#,
    r#"{"$type": "date", "value": 9223372036854775807}"#,
    r#"{"$type": "date", "value": 0}"#,
    r#"{"$type": "localdate", "value": "-999999999-01-01"}"#,
    r#"{"$type": "localdate", "value": "+999999999-12-31"}"#,
    r#"{"$type": "localdatetime", "value": "2024-03-31T02:30:00"}"#,
    r#"{"$type": "zoneddatetime", "value": "2024-10-27T02:30:00+01:00[Europe/Paris]"}"#,
    r#"{"$type": "instant", "value": "-1000000000-01-01T00:00:00Z"}"#,
    r#"{"$type": "instant", "value": "+1000000000-12-31T23:59:59.999999999Z"}"#,
    r#"{"$type": "uuid", "value": "00000000-0000-0000-0000-000000000000"}"#,
    r#"{"$type": "optional", "value": null}"#,
];

/// A source of numbers that a seed repeats (xorshift).
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as usize % sides.max(1)
    }
}

/// Values by class; a class keeps only so many, replaced at random.
#[derive(Default)]
struct Pool(Vec<Sort>);

/// The values of one class.
struct Sort {
    /// None for null.
    class: Option<Class>,
    values: Vec<Owned>,
    /// How many of the values were given; they are never replaced.
    given: usize,
}

const KEPT: usize = 24;

impl Pool {
    fn give(&mut self, value: Owned) {
        let sort = self.sort(&value);
        sort.given += 1;
        sort.values.push(value);
    }

    fn keep(&mut self, value: Owned, dice: &mut Dice) {
        let sort = self.sort(&value);
        match sort.values.len() < sort.given + KEPT {
            true => sort.values.push(value),
            false => sort.values[sort.given + dice.roll(KEPT)] = value,
        }
    }

    fn sort(&mut self, value: &Owned) -> &mut Sort {
        let class = Class::of_owned(value);
        let at = self.0.iter().position(|sort| sort.class == class);
        let at = at.unwrap_or_else(|| {
            let (values, given) = (Vec::new(), 0);
            self.0.push(Sort {
                class,
                values,
                given,
            });
            self.0.len() - 1
        });
        &mut self.0[at]
    }

    fn any(&self, dice: &mut Dice) -> &Owned {
        let values = &self.0[dice.roll(self.0.len())].values;
        &values[dice.roll(values.len())]
    }

    /// A value of the class or of one below it.
    fn of(&self, class: &Class, dice: &mut Dice) -> Option<&Owned> {
        let fits = |sort: &&Sort| sort.class.is_some_and(|known| known.is_a(class));
        let fitting: Vec<&Sort> = self.0.iter().filter(fits).collect();
        let values = &fitting.get(dice.roll(fitting.len()))?.values;
        values.get(dice.roll(values.len()))
    }

    fn classes(&self) -> impl Iterator<Item = Class> {
        self.0.iter().filter_map(|sort| sort.class)
    }
}

fn class_of(value: &Owned) -> String {
    Class::of_owned(value).map_or_else(|| "null".to_owned(), |class| class.name())
}

fn pool() -> Pool {
    let mut pool = Pool::default();
    for json in JSON {
        pool.give(typed::value_from_json(json).unwrap_or_else(|error| panic!("{json}: {error}")));
    }
    pool.give(Owned::from("x".repeat(1 << 20).as_str()));
    pool.give(Owned::from("é😀,".repeat(100_000).as_str()));
    let mut deep = Owned::Null;
    for _ in 0..200 {
        deep = Owned::map([("a", deep)]);
    }
    pool.give(deep);
    for expression in [
        "{(T(java.lang.Class))}",
        "{(T(int[]))}",
        "{('\u{1F600}'.substring(0, 1))}",
        "{#request.headers}",
        "{#request.params}",
        "{#request.ssl}",
        "{#request.ssl.client}",
        "{#big}",
    ] {
        let request = gravitee_el::model::HttpRequest::new("GET", "/a/b?x=1&x=2&y");
        let numbers = (0..20_000).map(|n| (n.to_string(), serde_json::json!(n)));
        let big = serde_json::Value::Object(numbers.collect());
        let mut context = Context::new();
        context.set_request(&request, None);
        context.set("big", &big);
        let value = Engine::new().eval(expression, &context);
        pool.give(value.unwrap_or_else(|error| panic!("{expression}: {error}")));
    }
    pool
}

/// A call: its text, and the values of its variables in the order of their numbers.
#[derive(Clone)]
struct Attempt<'p> {
    text: String,
    values: Vec<&'p Owned>,
}

impl<'p> Attempt<'p> {
    /// A call on the class, or on an instance.
    fn of(
        class: &Class,
        member: &Member,
        receiver: Option<&'p Owned>,
        pool: &'p Pool,
        dice: &mut Dice,
    ) -> Self {
        let target = match (member.kind, receiver) {
            (Kind::Constructor, _) => format!("new {}", class.name()),
            (_, Some(_)) => "#v0.".to_owned() + &member.name,
            (_, None) => format!("T({}).{}", class.name(), member.name),
        };
        let start = Attempt {
            text: target,
            values: receiver.into_iter().collect(),
        };
        start.called(member, pool, dice)
    }

    /// A call on what this call returns.
    fn then(&self, member: &Member, pool: &'p Pool, dice: &mut Dice) -> Self {
        let next = Attempt {
            text: format!("{}.{}", self.text, member.name),
            values: self.values.clone(),
        };
        next.called(member, pool, dice)
    }

    fn called(mut self, member: &Member, pool: &'p Pool, dice: &mut Dice) -> Self {
        if matches!(member.kind, Kind::Property | Kind::StaticProperty) {
            return self;
        }
        let extra = if member.varargs { dice.roll(4) } else { 0 };
        let mut names = Vec::new();
        for at in 0..member.params.len() + extra {
            names.push(format!("#v{}", self.values.len()));
            self.values
                .push(argument(member.params.get(at), pool, dice));
        }
        self.text = format!("{}({})", self.text, names.join(", "));
        self
    }

    fn shown(&self) -> String {
        let cut = |value: &&Owned| {
            let text: String = value.to_string().chars().take(80).collect();
            format!("{}:{text:?}", class_of(value))
        };
        let values: Vec<String> = self.values.iter().map(cut).collect();
        format!("{} with {}", self.text, values.join(", "))
    }
}

/// Mostly a value of the parameter's type, sometimes any.
fn argument<'p>(param: Option<&String>, pool: &'p Pool, dice: &mut Dice) -> &'p Owned {
    let wanted = param.filter(|_| dice.roll(4) > 0);
    let wanted = wanted.and_then(|name| Class::named(name));
    let fitting = wanted.and_then(|class| pool.of(&class, dice));
    fitting.unwrap_or_else(|| pool.any(dice))
}

/// Everything that any line can open, so that rows which only properties use are called too.
fn open_all() -> Whitelist {
    let lines = Class::all()
        .into_iter()
        .map(|class| format!("class {}", class.name()));
    Whitelist::parse(Mode::Append, lines)
}

fn number(name: &str, default: u64) -> u64 {
    let value = std::env::var(name).ok();
    value
        .and_then(|value| value.parse().ok())
        .unwrap_or(default)
}

struct Bench {
    engine: Engine,
    open: Whitelist,
    pool: Pool,
    dice: Dice,
    record: Record,
}

/// What went wrong, and what came nearest to it.
#[derive(Default)]
struct Record {
    failures: BTreeSet<String>,
    slowest: (Duration, String),
    largest: (usize, String),
    /// Every member that was called, and whether it ever answered with a value.
    answered: BTreeMap<String, bool>,
}

/// Calls on what calls return, where such a value cannot be kept for another expression.
const CHAIN: usize = 4;

impl Bench {
    /// Calls a member, and members of what it returns; keeps what can be kept.
    fn call(&mut self, class: &Class, member: &Member) {
        let instance = self.pool.of(class, &mut self.dice);
        let receiver = match member.kind {
            Kind::Constructor | Kind::StaticProperty => None,
            Kind::StaticMethod if self.dice.roll(4) > 0 => None,
            Kind::StaticMethod => instance,
            Kind::Method | Kind::Property if instance.is_none() => return,
            Kind::Method | Kind::Property => instance,
        };
        let mut id = format!("{}.{member}", member.declared_by);
        let mut attempt = Attempt::of(class, member, receiver, &self.pool, &mut self.dice);
        let mut kept = Vec::new();
        for _ in 0..CHAIN {
            let value = self.record.attempt(&self.engine, &attempt);
            let answered = self.record.answered.entry(id).or_default();
            *answered |= value.is_some();
            let Some(value) = value else {
                break;
            };
            let (class, ends) = (
                Class::of_owned(&value),
                !matches!(value, Owned::Opaque { .. }),
            );
            kept.push(value);
            let members = class
                .filter(|_| !ends)
                .map(|class| class.members_under(&self.open));
            let mut members = members.unwrap_or_default();
            members.retain(|member| {
                member.available && matches!(member.kind, Kind::Method | Kind::Property)
            });
            let Some(member) = members.get(self.dice.roll(members.len())) else {
                break;
            };
            id = format!("{}.{member}", member.declared_by);
            attempt = attempt.then(member, &self.pool, &mut self.dice);
        }
        for value in kept {
            self.pool.keep(value, &mut self.dice);
        }
    }
}

impl Record {
    fn attempt(&mut self, engine: &Engine, attempt: &Attempt<'_>) -> Option<Owned> {
        let mut context = Context::new();
        for (at, value) in attempt.values.iter().enumerate() {
            context.set(format!("v{at}"), *value);
        }
        let text = format!("{{({})}}", attempt.text);
        let (region, start) = (Region::new(ALLOCATOR), Instant::now());
        let outcome = catch_unwind(AssertUnwindSafe(|| outcome(engine, &text, &context)));
        let (took, memory) = (start.elapsed(), region.change().bytes_allocated);
        let shown = || attempt.shown();
        if took > self.slowest.0 {
            self.slowest = (took, shown());
        }
        if memory > self.largest.0 {
            self.largest = (memory, shown());
        }
        if outcome.is_err() {
            self.failures.insert(format!("panic: {}", shown()));
        }
        if took > LONGEST || memory > MOST_MEMORY {
            self.failures
                .insert(format!("{took:?}, {memory} bytes: {}", shown()));
        }
        outcome.ok().flatten()
    }
}

/// The value of an expression, if it is not too large to be an argument; its text is made too, since that may fail as well.
fn outcome(engine: &Engine, text: &str, context: &Context<'_>) -> Option<Owned> {
    let template = engine
        .compile(text)
        .unwrap_or_else(|error| panic!("{error:#}"));
    let arena = Arena::new(limits());
    let result = match template.eval_in(context, Type::OBJECT, &arena) {
        Ok(_) => template.eval(context),
        Err(error) => Err(error),
    };
    match result {
        Ok(value) => {
            let _ = template.render(context);
            let size = typed::value_to_json(&value).to_string().len();
            (size < 1 << 16).then_some(value)
        }
        Err(error) => {
            assert!(!format!("{error:#}").is_empty(), "an error says something");
            None
        }
    }
}

fn limits() -> Limits {
    Limits {
        produced_text: 4 << 20,
        produced_items: 1 << 18,
        ..Limits::default()
    }
}

#[test]
fn no_member_panics_and_limits_hold() {
    let rounds = number("MEMBERS_ROUNDS", 2);
    let seed = number("MEMBERS_SEED", 0x9E37_79B9_7F4A_7C15).max(1);
    let open = open_all();
    let mut bench = Bench {
        engine: Engine::builder().limits(limits()).whitelist(&open).build(),
        open,
        pool: pool(),
        dice: Dice(seed),
        record: Record::default(),
    };
    for round in 0..rounds {
        let mut classes = Class::all();
        classes.extend(bench.pool.classes());
        classes.sort_by_key(Class::name);
        classes.dedup();
        for class in classes {
            let members = class.members_under(&bench.open);
            for member in members.iter().filter(|member| member.available) {
                (0..=member.params.len()).for_each(|_| bench.call(&class, member));
            }
        }
        let (record, classes) = (&bench.record, bench.pool.0.len());
        println!(
            "round {round}: {} failures, values of {classes} classes, slowest {:?} {}, largest {} bytes {}",
            record.failures.len(),
            record.slowest.0,
            record.slowest.1,
            record.largest.0,
            record.largest.1
        );
    }
    let answered = bench.record.answered;
    let silent: Vec<&String> = answered
        .iter()
        .filter(|(_, ever)| !**ever)
        .map(|(id, _)| id)
        .collect();
    println!(
        "{} members called, without an answer: {silent:#?}",
        answered.len()
    );
    assert!(
        answered.len() > 1_500 && silent.len() * 4 < answered.len(),
        "{} of {} members never answered: the arguments do not fit",
        silent.len(),
        answered.len()
    );
    let failures: Vec<String> = bench.record.failures.into_iter().collect();
    assert!(
        failures.is_empty(),
        "seed {seed}, {} failures:\n{}",
        failures.len(),
        failures.join("\n")
    );
}
