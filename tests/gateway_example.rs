//! The gateway of the README starts with the command there, and answers what the README says.

use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// The lines of the first block with this fence behind the heading.
fn block<'t>(text: &'t str, fence: &str) -> Vec<&'t str> {
    let section = text
        .split("## The gateway\n")
        .nth(1)
        .expect("there is a section");
    let lines = section.lines().skip_while(|line| *line != fence);
    lines.skip(1).take_while(|line| *line != "```").collect()
}

fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port is free");
    listener.local_addr().expect("it is bound").port()
}

struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        self.0.kill().expect("it runs");
        self.0.wait().expect("it ran");
    }
}

#[test]
fn the_gateway_answers_what_the_readme_says() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let readme = std::fs::read_to_string(root.join("README.md")).expect("there is a README");
    let (front, back) = (free_port().to_string(), free_port().to_string());
    let folder = std::env::temp_dir().join(format!("gravel-example-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("there is room");
    let example = std::fs::read_to_string(root.join("examples/gateway/orders.json"));
    let example = example.expect("there is an example").replace("8090", &back);
    std::fs::write(folder.join("orders.json"), example).expect("there is room");
    // The same commands on ports that are free, since others may run the README meanwhile.
    let here = |command: &str| {
        command
            .replace("8082", &front)
            .replace("8090", &back)
            .replace("examples/gateway", &folder.to_string_lossy())
    };
    let [start] = block(&readme, "```sh")[..] else {
        panic!("one command starts the gateway");
    };
    let arguments = here(start);
    let arguments = arguments.strip_prefix("cargo run --release --quiet -- ");
    let child = Command::new(env!("CARGO_BIN_EXE_gravel"))
        .args(arguments.expect("it is cargo's").split(' '))
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn();
    let _running = Running(child.expect("the binary runs"));
    let begin = Instant::now();
    while TcpStream::connect(format!("127.0.0.1:{front}")).is_err() {
        assert!(begin.elapsed() < Duration::from_secs(20), "it listens");
        std::thread::sleep(Duration::from_millis(5));
    }
    let session = block(&readme, "```session").join("\n");
    let mut commands = 0;
    for part in session.split("$ ").skip(1) {
        let (command, expected) = part.split_once('\n').expect("a command has an answer");
        let output = Command::new("sh").args(["-c", &here(command)]).output();
        let output = output.expect("sh runs").stdout;
        assert_eq!(
            String::from_utf8_lossy(&output).trim_end(),
            expected.trim_end(),
            "{command}"
        );
        commands += 1;
    }
    std::fs::remove_dir_all(&folder).expect("it is ours");
    assert_eq!(commands, 3);
}
