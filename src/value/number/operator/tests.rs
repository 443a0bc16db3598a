use super::*;
use crate::value::number::number;

const DIGITS: usize = 1000;

/// Left operand, operator, right operand, and what the reference engine answers.
const ROWS: &[(&str, &str, &str, &str)] = &[
    ("7", "+", "-3", "4"),
    ("7", "+", "5L", "12L"),
    ("3S", "+", "3S", "6"),
    ("7", "+", "1.1f", "8.1f"),
    ("1.1f", "+", "2.5", "3.600000023841858"),
    (
        "5L",
        "+",
        "123456789012345678901BI",
        "123456789012345678906BI",
    ),
    (
        "7",
        "+",
        "123456789012345678901BI",
        "123456789012345678908BI",
    ),
    (
        "2.5",
        "+",
        "123456789012345678901BI",
        "1.2345678901234568E20",
    ),
    ("1.1f", "+", "123456789012345678901BI", "1.2345679E20f"),
    ("10.25BD", "+", "7", "17.25BD"),
    ("10.25BD", "+", "1.1f", "11.35BD"),
    ("10.25BD", "+", "2.5", "12.75BD"),
    ("10.25BD", "+", "-4BI", "6.25BD"),
    ("-2.50BD", "+", "10.25BD", "7.75BD"),
    (
        "-4BI",
        "+",
        "123456789012345678901BI",
        "123456789012345678897BI",
    ),
    ("2147483647", "+", "7", "-2147483642"),
    ("9223372036854775807L", "+", "5L", "-9223372036854775804L"),
    ("7", "+", "0", "7"),
    ("5L", "+", "0", "5L"),
    (
        "123456789012345678901BI",
        "+",
        "0",
        "123456789012345678901BI",
    ),
    ("10.25BD", "+", "0", "10.25BD"),
    ("10.25BD", "+", "0.00BD", "10.25BD"),
    ("2.5", "+", "0", "2.5"),
    ("-3", "+", "7", "4"),
    ("NaN", "+", "10.25BD", "!NumberFormatException"),
    ("1e30", "+", "-4BI", "1.0E30"),
    ("7", "+", "10.25BD", "17.25BD"),
    ("2.5", "+", "NaN", "NaN"),
    ("7", "-", "-3", "10"),
    ("7", "-", "5L", "2L"),
    ("3S", "-", "3S", "0"),
    ("7", "-", "1.1f", "5.9f"),
    ("1.1f", "-", "2.5", "-1.399999976158142"),
    (
        "5L",
        "-",
        "123456789012345678901BI",
        "-123456789012345678896BI",
    ),
    (
        "7",
        "-",
        "123456789012345678901BI",
        "-123456789012345678894BI",
    ),
    (
        "2.5",
        "-",
        "123456789012345678901BI",
        "-1.2345678901234568E20",
    ),
    ("1.1f", "-", "123456789012345678901BI", "-1.2345679E20f"),
    ("10.25BD", "-", "7", "3.25BD"),
    ("10.25BD", "-", "1.1f", "9.15BD"),
    ("10.25BD", "-", "2.5", "7.75BD"),
    ("10.25BD", "-", "-4BI", "14.25BD"),
    ("-2.50BD", "-", "10.25BD", "-12.75BD"),
    (
        "-4BI",
        "-",
        "123456789012345678901BI",
        "-123456789012345678905BI",
    ),
    ("2147483647", "-", "7", "2147483640"),
    ("9223372036854775807L", "-", "5L", "9223372036854775802L"),
    ("7", "-", "0", "7"),
    ("5L", "-", "0", "5L"),
    (
        "123456789012345678901BI",
        "-",
        "0",
        "123456789012345678901BI",
    ),
    ("10.25BD", "-", "0", "10.25BD"),
    ("10.25BD", "-", "0.00BD", "10.25BD"),
    ("2.5", "-", "0", "2.5"),
    ("-3", "-", "7", "-10"),
    ("NaN", "-", "10.25BD", "!NumberFormatException"),
    ("1e30", "-", "-4BI", "1.0E30"),
    ("7", "-", "10.25BD", "-3.25BD"),
    ("2.5", "-", "NaN", "NaN"),
    ("7", "*", "-3", "-21"),
    ("7", "*", "5L", "35L"),
    ("3S", "*", "3S", "9"),
    ("7", "*", "1.1f", "7.7000003f"),
    ("1.1f", "*", "2.5", "2.7500000596046448"),
    (
        "5L",
        "*",
        "123456789012345678901BI",
        "617283945061728394505BI",
    ),
    (
        "7",
        "*",
        "123456789012345678901BI",
        "864197523086419752307BI",
    ),
    (
        "2.5",
        "*",
        "123456789012345678901BI",
        "3.086419725308642E20",
    ),
    ("1.1f", "*", "123456789012345678901BI", "1.35802476E20f"),
    ("10.25BD", "*", "7", "71.75BD"),
    ("10.25BD", "*", "1.1f", "11.275BD"),
    ("10.25BD", "*", "2.5", "25.625BD"),
    ("10.25BD", "*", "-4BI", "-41.00BD"),
    ("-2.50BD", "*", "10.25BD", "-25.6250BD"),
    (
        "-4BI",
        "*",
        "123456789012345678901BI",
        "-493827156049382715604BI",
    ),
    ("2147483647", "*", "7", "2147483641"),
    ("9223372036854775807L", "*", "5L", "9223372036854775803L"),
    ("7", "*", "0", "0"),
    ("5L", "*", "0", "0L"),
    ("123456789012345678901BI", "*", "0", "0BI"),
    ("10.25BD", "*", "0", "0.00BD"),
    ("10.25BD", "*", "0.00BD", "0.0000BD"),
    ("2.5", "*", "0", "0.0"),
    ("-3", "*", "7", "-21"),
    ("NaN", "*", "10.25BD", "!NumberFormatException"),
    ("1e30", "*", "-4BI", "-4.0E30"),
    ("7", "*", "10.25BD", "71.75BD"),
    ("2.5", "*", "NaN", "NaN"),
    ("7", "/", "-3", "-2"),
    ("7", "/", "5L", "1L"),
    ("3S", "/", "3S", "1"),
    ("7", "/", "1.1f", "6.363636f"),
    ("1.1f", "/", "2.5", "0.4400000095367432"),
    ("5L", "/", "123456789012345678901BI", "0BI"),
    ("7", "/", "123456789012345678901BI", "0BI"),
    ("2.5", "/", "123456789012345678901BI", "2.025000018225E-20"),
    ("1.1f", "/", "123456789012345678901BI", "8.91E-21f"),
    ("10.25BD", "/", "7", "1.46BD"),
    ("10.25BD", "/", "1.1f", "9.32BD"),
    ("10.25BD", "/", "2.5", "4.10BD"),
    ("10.25BD", "/", "-4BI", "-2.56BD"),
    ("-2.50BD", "/", "10.25BD", "-0.24BD"),
    ("-4BI", "/", "123456789012345678901BI", "0BI"),
    ("2147483647", "/", "7", "306783378"),
    ("9223372036854775807L", "/", "5L", "1844674407370955161L"),
    ("7", "/", "0", "!ArithmeticException"),
    ("5L", "/", "0", "!ArithmeticException"),
    ("123456789012345678901BI", "/", "0", "!ArithmeticException"),
    ("10.25BD", "/", "0", "!ArithmeticException"),
    ("10.25BD", "/", "0.00BD", "!ArithmeticException"),
    ("2.5", "/", "0", "Infinity"),
    ("-3", "/", "7", "0"),
    ("NaN", "/", "10.25BD", "!NumberFormatException"),
    ("1e30", "/", "-4BI", "-2.5E29"),
    ("7", "/", "10.25BD", "0.68BD"),
    ("2.5", "/", "NaN", "NaN"),
    ("7", "%", "-3", "1"),
    ("7", "%", "5L", "2L"),
    ("3S", "%", "3S", "0"),
    ("7", "%", "1.1f", "0.39999986f"),
    ("1.1f", "%", "2.5", "1.100000023841858"),
    ("5L", "%", "123456789012345678901BI", "5BI"),
    ("7", "%", "123456789012345678901BI", "7BI"),
    ("2.5", "%", "123456789012345678901BI", "2.5"),
    ("1.1f", "%", "123456789012345678901BI", "1.1f"),
    ("10.25BD", "%", "7", "3.25BD"),
    ("10.25BD", "%", "1.1f", "0.35BD"),
    ("10.25BD", "%", "2.5", "0.25BD"),
    ("10.25BD", "%", "-4BI", "2.25BD"),
    ("-2.50BD", "%", "10.25BD", "-2.50BD"),
    ("-4BI", "%", "123456789012345678901BI", "-4BI"),
    ("2147483647", "%", "7", "1"),
    ("9223372036854775807L", "%", "5L", "2L"),
    ("7", "%", "0", "!ArithmeticException"),
    ("5L", "%", "0", "!ArithmeticException"),
    ("123456789012345678901BI", "%", "0", "!ArithmeticException"),
    ("10.25BD", "%", "0", "!ArithmeticException"),
    ("10.25BD", "%", "0.00BD", "!ArithmeticException"),
    ("2.5", "%", "0", "NaN"),
    ("-3", "%", "7", "-3"),
    ("NaN", "%", "10.25BD", "!NumberFormatException"),
    ("1e30", "%", "-4BI", "0.0"),
    ("7", "%", "10.25BD", "7BD"),
    ("2.5", "%", "NaN", "NaN"),
    ("7", "^", "5L", "16807L"),
    ("7", "^", "7", "823543"),
    ("-3", "^", "2147483647", "-2147483648"),
    ("2147483647", "^", "-3", "0"),
    ("7", "^", "-3", "0"),
    ("0", "^", "-3", "9223372036854775807L"),
    ("3S", "^", "7", "2187"),
    ("7", "^", "2.5", "129.64181424216494"),
    ("7", "^", "1.1f", "8.50369870279502"),
    ("2147483647", "^", "1.1f", "1.8412937314264477E10"),
    ("2.5", "^", "7", "610.3515625"),
    ("1.1f", "^", "1.1f", "1.1105342700553227"),
    (
        "123456789012345678901BI",
        "^",
        "7",
        "437124189926872542861205770743869208183166231440864585375336124442980414545219966035103050142112461478274743420429998813769760918357344162301BI",
    ),
    ("-4BI", "^", "-3", "!ArithmeticException"),
    ("10.25BD", "^", "7", "11886857.53668212890625BD"),
    ("-2.50BD", "^", "5L", "-97.6562500000BD"),
    ("-2.50BD", "^", "1.1f", "-2.50BD"),
    ("10.25BD", "^", "-3", "!ArithmeticException"),
    ("7", "^", "10.25BD", "459467619"),
    ("5L", "^", "123456789012345678901BI", "9223372036854775807L"),
    ("9223372036854775807L", "^", "2.5", "2.5835942961798094E47"),
    ("7", "^", "NaN", "NaN"),
    ("7", "^", "0", "1"),
];

/// Two numbers, and whether they are equal, the first is less, the first is less or equal.
const COMPARED: &[(&str, &str, [&str; 3])] = &[
    ("7", "7", ["true", "false", "true"]),
    ("7", "5L", ["false", "false", "false"]),
    ("7", "2.5", ["false", "false", "false"]),
    ("1.1f", "2.5", ["false", "true", "true"]),
    ("NaN", "NaN", ["false", "false", "false"]),
    ("2.5", "NaN", ["false", "false", "false"]),
    ("0.0", "0", ["true", "false", "true"]),
    ("10.25BD", "7", ["false", "false", "false"]),
    ("10.25BD", "-2.50BD", ["false", "false", "false"]),
    ("123456789012345678901BI", "1e30", ["false", "true", "true"]),
    (
        "1e30",
        "123456789012345678901BI",
        ["false", "false", "false"],
    ),
    (
        "NaN",
        "10.25BD",
        [
            "!NumberFormatException",
            "!NumberFormatException",
            "!NumberFormatException",
        ],
    ),
    (
        "2147483647",
        "9223372036854775807L",
        ["false", "true", "true"],
    ),
    ("-4BI", "-3", ["false", "true", "true"]),
    ("1.1f", "1.1f", ["true", "false", "true"]),
];

const NEGATED: &[(&str, &str)] = &[
    ("7", "-7"),
    ("5L", "-5L"),
    ("3S", "-3"),
    ("1.1f", "-1.1f"),
    ("2.5", "-2.5"),
    ("0.0", "0.0"),
    ("123456789012345678901BI", "-123456789012345678901BI"),
    ("10.25BD", "-10.25BD"),
];

fn shown(result: Result<Number, Failure>) -> String {
    match result {
        Ok(value) => value.as_ref().with_suffix(),
        Err(Failure::Thrown(thrown)) => format!("!{}", thrown.class),
        Err(limit) => limit.to_string(),
    }
}

#[test]
fn operators_compute_in_the_wider_type() {
    for (left, operator, right, expected) in ROWS {
        let (a, b) = (number(left), number(right));
        let (a, b) = (a.as_ref(), b.as_ref());
        let result = match *operator {
            "+" => add(a, b, DIGITS),
            "-" => subtract(a, b, DIGITS),
            "*" => multiply(a, b, DIGITS),
            "/" => divide(a, b, DIGITS),
            "%" => modulus(a, b, DIGITS),
            _ => power(a, b, DIGITS),
        };
        assert_eq!(shown(result), *expected, "{left} {operator} {right}");
    }
}

#[test]
fn comparisons_follow_the_values() {
    for (left, right, expected) in COMPARED {
        let (a, b) = (number(left), number(right));
        let order = compare(a.as_ref(), b.as_ref());
        let answers: [fn(Ordering) -> bool; 3] =
            [Ordering::is_eq, Ordering::is_lt, Ordering::is_le];
        let answers = answers.map(|accepts| match &order {
            Ok(order) => order.is_some_and(accepts).to_string(),
            Err(thrown) => format!("!{}", thrown.class),
        });
        assert_eq!(answers, *expected, "{left} {right}");
    }
}

#[test]
fn negation_subtracts_from_zero() {
    for (value, expected) in NEGATED {
        assert_eq!(
            negate(number(value).as_ref()).as_ref().with_suffix(),
            *expected,
            "{value}"
        );
    }
    assert_eq!(double_bits(&negate(Number::Double(-0.0).as_ref())), Some(0));
    assert_eq!(
        shown(Ok(negate(Number::Int(i32::MIN).as_ref()))),
        "-2147483648"
    );
}

fn double_bits(number: &Number) -> Option<u64> {
    match number {
        Number::Double(value) => Some(value.to_bits()),
        _ => None,
    }
}

#[test]
fn the_comparator_puts_nan_last() {
    for (left, right, expected) in [
        ("NaN", "NaN", Ordering::Equal),
        ("NaN", "1e30", Ordering::Greater),
        ("1", "2L", Ordering::Less),
    ] {
        let (a, b) = (number(left), number(right));
        assert_eq!(order(a.as_ref(), b.as_ref()), Ok(expected));
    }
}

#[test]
fn sums_of_far_apart_decimals_stop_at_the_limit() {
    let (huge, one) = (number("1E+2000000000BD"), number("1"));
    for operator in [add, subtract, modulus] {
        assert_eq!(
            operator(huge.as_ref(), one.as_ref(), DIGITS).err(),
            Some(Failure::TooManyDigits { limit: DIGITS })
        );
    }
    assert_eq!(
        compare(huge.as_ref(), one.as_ref()),
        Ok(Some(Ordering::Greater))
    );
    assert_eq!(
        power(number("10BI").as_ref(), number("99999999").as_ref(), DIGITS).err(),
        Some(Failure::TooManyDigits { limit: DIGITS })
    );
}
