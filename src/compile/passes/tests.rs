//! What passes do to programs, and what they leave alone.

use crate::whitelist::{Mode, Whitelist};
use crate::{Context, Engine, Limits, Owned};

fn code(engine: &Engine, text: &str) -> String {
    let template = engine.compile(text).expect(text);
    let listing = template.bytecode().to_string();
    let instruction = |line: &str| line.chars().skip(6).take(44).collect::<String>();
    let lines = listing
        .lines()
        .map(|line| instruction(line).trim().to_owned());
    lines.collect::<Vec<_>>().join("; ")
}

fn answer(engine: &Engine, text: &str) -> String {
    let mut context = Context::new();
    context.set_owned("a", Owned::from("x"));
    context.set_owned("list", Owned::list([Owned::Int(1), Owned::Int(2)]));
    match engine.eval(text, &context) {
        Ok(value) => value.lend().to_string(),
        Err(error) => error.to_string(),
    }
}

#[test]
fn constants_are_computed_as_the_machine_does() {
    let rows = [
        ("{(2147483647 + 1)}", "int -2147483648"),
        ("{(7 / 2 * 2)}", "int 6"),
        ("{('a' + null + 1)}", "const 'anull1'"),
        ("{(1 + 2 == 3 && 'abc' matches 'a.c')}", "bool true"),
        ("{(true ? 'a' : #x.y)}", "const 'a'"),
        ("{(false || true) && !(1 > 2)}", "bool true"),
        ("{('' ?: 'b')}", "const 'b'"),
        ("{#list[2 - 1]}", "var list; index 1"),
        ("{#m['a' + 'b']}", "var m; index 'ab'"),
        ("{(3 between {1, 5})}", "bool true"),
    ];
    for (text, expected) in rows {
        assert_eq!(code(&Engine::new(), text), expected, "{text}");
    }
}

#[test]
fn what_fails_is_left_to_fail_in_its_place() {
    for text in [
        "{(1 / 0)}",
        "{('a' - 'b')}",
        "{(1 matches '[')}",
        "{(-'a')}",
        "{(1 > {1})}",
    ] {
        let plain = Engine::builder().optimize(false).build();
        assert_eq!(answer(&Engine::new(), text), answer(&plain, text), "{text}");
        assert_eq!(code(&Engine::new(), text), code(&plain, text), "{text}");
    }
}

#[test]
fn a_text_beyond_the_limits_is_not_made_when_compiling() {
    let limits = Limits {
        concatenated_text: 3,
        ..Limits::default()
    };
    let engine = Engine::builder().limits(limits).build();
    assert!(code(&engine, "{('ab' + 'cd')}").contains("binary"));
    assert!(answer(&engine, "{('ab' + 'cd')}").contains("EL1078E"));
    assert!(code(&Engine::new(), "{('a' * 200 * 200)}").contains("binary"));
}

#[test]
fn long_chains_fold_in_one_walk() {
    let text = format!("{{(1{})}}", " + 1".repeat(2_000));
    assert_eq!(code(&Engine::new(), &text), "int 2001");
}

#[test]
fn a_repeated_path_is_kept_for_its_next_read() {
    let text = "{#list[0] == 1 && #list[0] > 0 && #list[1] == 2}";
    let listing = code(&Engine::new(), text);
    assert!(
        listing.contains("keep 0") && listing.contains("again 0"),
        "{listing}"
    );
    assert_eq!(answer(&Engine::new(), text), "true");
    // The first read may not run.
    assert_eq!(
        answer(
            &Engine::new(),
            "{(#a == 'y' && #list[0] == 1) || #list[0] == 1}"
        ),
        "true"
    );
}

#[test]
fn nothing_is_kept_where_a_call_may_change_it() {
    let listing = code(
        &Engine::new(),
        "{#list[0] == 1 && #list.add(3) && #list[0] == 1}",
    );
    assert!(!listing.contains("keep"), "{listing}");
    let listing = code(
        &Engine::new(),
        "{(#list = {1}) != null && #list[0] == 1 && #list[0] == 1}",
    );
    assert!(!listing.contains("keep"), "{listing}");
}

#[test]
fn methods_that_the_whitelist_closes_stay_closed() {
    let none: [&str; 0] = [];
    let closed = Whitelist::parse(Mode::Replace, none);
    let engine = Engine::builder().whitelist(&closed).build();
    for text in [
        "{#a.toLowerCase() == 'x'}",
        "{#a.startsWith('x')}",
        "{#a.equals('x')}",
    ] {
        assert!(code(&engine, text).contains("call"), "{text}");
        assert!(answer(&engine, text).contains("EL"), "{text}");
        assert!(!code(&Engine::new(), text).contains("call"), "{text}");
        assert_eq!(answer(&Engine::new(), text), "true", "{text}");
    }
}

#[test]
fn constant_parts_of_a_text_become_one() {
    let rows = [
        (
            "a{('b')}{(1)}c",
            "append 'ab1c'; composed, room for 4 bytes",
        ),
        (
            "a{#a ?: 'b'}c",
            "append 'a'; var a; jump_if_present → 4; const 'b'; append_value; append 'c'; composed, room for 42 bytes",
        ),
    ];
    for (text, expected) in rows {
        assert_eq!(code(&Engine::new(), text), expected, "{text}");
    }
    assert_eq!(answer(&Engine::new(), "a{#a}{(null)}{(true)}"), "axtrue");
}

#[test]
fn a_path_ends_where_another_value_may_come_from() {
    let pair = |c: &str| Owned::map([("c", Owned::from(c))]);
    let mut context = Context::new();
    context.set_owned("m", pair("mc"));
    context.set_owned("n", pair("nc"));
    for (text, expected) in [
        ("{(#m ?: #n).c + #n.c}", "mcnc"),
        ("{(true == #m.c.isEmpty() ? #n : #m).c + #m.c}", "mcmc"),
        ("{(#m ?: #n).c == 'x' || #n.c == 'nc'}", "true"),
        ("{(#m.c ?: #n.c) == 'x' || #n.c == 'nc'}", "true"),
        ("{(#m.c ?: #n.c) == 'nc' || #n.c == 'x'}", "false"),
    ] {
        let value = Engine::new().eval(text, &context).expect(text);
        assert_eq!(value.lend().to_string(), expected, "{text}");
    }
}

#[test]
fn a_composed_text_fails_where_a_header_is_missing() {
    let request = crate::model::HttpRequest::new("GET", "/");
    let mut context = Context::new();
    context.set_request(&request, None);
    let text = "a{#request.headers['X'][0] == 'y'}b";
    let error = Engine::new().render(text, &context);
    assert!(error.is_err(), "{error:?}");
}

#[test]
fn long_templates_are_rewritten_in_one_walk() {
    let text = "{#a == 'x'}".repeat(90_000);
    let template = Engine::new().compile(&text).expect("it parses");
    assert_eq!(template.program_size().instructions, 3 * 90_000 + 1);
}
