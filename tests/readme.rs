//! Every command in the README is run and prints what the README says.

use std::path::Path;
use std::process::Command;

/// The commands of a `console` block, each with its output.
fn commands(text: &str) -> Vec<(String, String)> {
    let mut found: Vec<(String, String)> = Vec::new();
    let mut inside = false;
    for line in text.lines() {
        match (inside, line) {
            (false, "```console") => inside = true,
            (true, "```") => inside = false,
            (true, line) => match (line.strip_prefix("$ "), found.last_mut()) {
                (Some(command), _) => found.push((command.to_owned(), String::new())),
                (None, Some((_, output))) => {
                    output.push_str(line);
                    output.push('\n');
                }
                (None, None) => panic!("output before a command: {line}"),
            },
            _ => {}
        }
    }
    found
}

#[test]
fn commands_print_what_the_readme_says() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(root.join("README.md")).expect("there is a README");
    let commands = commands(&text);
    assert!(commands.len() >= 5, "the README shows commands");
    let bin = Path::new(env!("CARGO_BIN_EXE_gravel"))
        .parent()
        .expect("the binary lies in a folder");
    let path = format!(
        "{}:{}",
        bin.display(),
        std::env::var("PATH").unwrap_or_default()
    );
    for (command, expected) in commands {
        // The binary under test stands for what the first command would build once more.
        let run = command.replace("cargo run --release --quiet --", "gravel");
        let output = Command::new("sh")
            .args(["-c", &run])
            .current_dir(root)
            .env("PATH", &path)
            .output()
            .expect("sh runs");
        assert_eq!(
            String::from_utf8_lossy(&output.stdout),
            expected,
            "{command}\n{}",
            String::from_utf8_lossy(&output.stderr)
        );
    }
}
