//! What a refused call says: the line that would open it, and what is open instead.

use crate::{Context, Engine};
use serde_json::json;

/// Message and help of the error.
fn told(expression: &str) -> String {
    let list = json!(["a", "b"]);
    let mut context = Context::new();
    context.set("list", &list);
    let error = Engine::new().eval(expression, &context);
    let diagnostic = error.expect_err(expression).diagnostic();
    let help = diagnostic.help.iter();
    let told = std::iter::once(&diagnostic.message).chain(help);
    told.map(String::as_str).collect::<Vec<_>>().join("\n")
}

#[test]
fn a_refusal_names_the_line_and_the_nearest_open_member() {
    for (expression, expected) in [
        (
            "{(T(java.util.Optional).of(1).isPresent())}",
            &[
                "the sandbox does not open `java.util.Optional.of(java.lang.Object)`",
                "the whitelist line `method java.util.Optional of java.lang.Object` opens it in a gateway; this engine does not have it",
            ][..],
        ),
        (
            "{(T(java.util.Optional).empty.isPresent())}",
            &[
                "the sandbox does not open `java.util.Optional.isPresent()`",
                "the whitelist line `method java.util.Optional isPresent` opens it",
                "as a property it needs no permission: `.isPresent`",
            ],
        ),
        (
            "{#list.indexOf('b')}",
            &[
                "the whitelist line `method java.util.List indexOf java.lang.Object` opens it in a gateway",
            ],
        ),
        (
            "{#list.getFirst()}",
            &[
                "the whitelist line `method java.util.SequencedCollection getFirst` opens it",
                "`.getFirst`",
                "a similar name is `get`",
            ],
        ),
        (
            "{#list.contain('a')}",
            &[
                "has no callable method `contain(java.lang.String)`",
                "a similar name is `contains`",
            ],
        ),
        (
            "{('abc'.substring('a', 'b', 'c'))}",
            &[
                "no method `substring` of `java.lang.String` takes the arguments",
                "open are `substring(int,int)`, `substring(int)`",
            ],
        ),
        (
            "{(T(java.lang.System).getenv())}",
            &[
                "`method java.lang.System getenv` opens it in a gateway; this engine does not have it",
            ],
        ),
        (
            "{(new java.util.ArrayList(5))}",
            &[
                "the sandbox does not open `new java.util.ArrayList(int)`",
                "the whitelist line `new java.util.ArrayList int` opens it in a gateway",
            ],
        ),
        (
            "{(new java.time.LocalDate(2024, 1, 1))}",
            &[
                "no public constructor of `java.time.LocalDate` takes these arguments",
                "open are `T(java.time.LocalDate).",
            ],
        ),
        (
            "{('a'.substring)}",
            &[
                "has no property `substring`",
                "`substring(int)` is a method",
            ],
        ),
        (
            "{('a'.class)}",
            &["what `java.lang.Object` declares is never a property"],
        ),
    ] {
        let told = told(expression);
        for part in expected {
            assert!(
                told.contains(part),
                "{expression}: `{part}` is not in\n{told}"
            );
        }
    }
}
