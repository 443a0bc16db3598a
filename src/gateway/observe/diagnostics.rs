//! What the gateway says about itself, on standard error: one line each, with time and level.
//!
//! A closed standard error is no reason to stop serving, so what cannot be written is lost.

use std::fmt::Display;
use std::io::Write;
use std::time::SystemTime;

/// How urgent a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// As it should be.
    Info,
    /// Somebody should look at it.
    Warning,
    /// Something does not work.
    Error,
}

/// Writes a line.
pub fn log(level: Level, message: impl Display) {
    let name = match level {
        Level::Info => "info",
        Level::Warning => "warning",
        Level::Error => "error",
    };
    let mut now = Vec::new();
    super::access::rfc3339(SystemTime::now(), &mut now);
    let now = String::from_utf8_lossy(&now);
    let line = format!("{now} {name}: {}\n", one_line(&message.to_string()));
    // There is nobody left to tell.
    let _ = std::io::stderr().lock().write_all(line.as_bytes());
}

/// Control characters are shown, not obeyed: what is logged may come from a client.
fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for letter in text.chars() {
        if letter.is_control() {
            line.extend(letter.escape_default());
        } else {
            line.push(letter);
        }
    }
    line
}

#[cfg(test)]
mod tests {
    use super::one_line;

    #[test]
    fn control_characters_are_shown() {
        assert_eq!(one_line("a\nb\u{1b}[31m\u{e9}"), "a\\nb\\u{1b}[31m\u{e9}");
    }
}
