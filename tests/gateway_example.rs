//! The gateway as a process: it starts with the command of the README, answers what is said there, and stops as it is told.

use std::io::{BufRead, BufReader, Read, Write};
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

/// Waits until somebody listens there.
fn listening(port: &str) {
    let begin = Instant::now();
    while TcpStream::connect(format!("127.0.0.1:{port}")).is_err() {
        assert!(begin.elapsed() < Duration::from_secs(20), "it listens");
        std::thread::sleep(Duration::from_millis(5));
    }
}

struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.0.kill();
        self.0.wait().expect("it ran");
    }
}

impl Running {
    fn signal(&self, name: &str) {
        let mut kill = Command::new("kill");
        kill.args(["-s", name, &self.0.id().to_string()]);
        assert!(kill.status().expect("there is a kill").success());
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
    listening(&front);
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

/// A gateway before an echo backend, and a client whose request takes `delay` milliseconds.
fn busy(name: &str, delay: u32) -> (Running, TcpStream, std::path::PathBuf) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let (front, back) = (free_port().to_string(), free_port().to_string());
    let folder = std::env::temp_dir().join(format!("gravel-{name}-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("there is room");
    let example = std::fs::read_to_string(root.join("examples/gateway/orders.json"));
    let example = example.expect("there is an example").replace("8090", &back);
    std::fs::write(folder.join("orders.json"), example).expect("there is room");
    let child = Command::new(env!("CARGO_BIN_EXE_gravel"))
        .args(["gateway", "run"])
        .arg(&folder)
        .args(["--listen", &format!("127.0.0.1:{front}")])
        .args([
            "--echo",
            &format!("127.0.0.1:{back}"),
            "--access-log",
            "off",
        ])
        .stderr(Stdio::null())
        .spawn();
    let running = Running(child.expect("the binary runs"));
    listening(&front);
    let mut client = TcpStream::connect(format!("127.0.0.1:{front}")).expect("it listens");
    let request = format!("GET /orders HTTP/1.1\r\nHost: a\r\nX-Echo-Delay: {delay}\r\n\r\n");
    client.write_all(request.as_bytes()).expect("it reads");
    std::thread::sleep(Duration::from_millis(200));
    (running, client, folder)
}

#[test]
fn one_signal_lets_requests_end() {
    let (mut running, mut client, folder) = busy("one-signal", 700);
    running.signal("TERM");
    let mut answer = String::new();
    client.read_to_string(&mut answer).expect("it answers");
    assert!(answer.starts_with("HTTP/1.1 200 OK\r\n"), "{answer}");
    assert!(answer.contains("connection: close"), "{answer}");
    assert_eq!(running.0.wait().expect("it ran").code(), Some(0));
    std::fs::remove_dir_all(&folder).expect("it is ours");
}

#[test]
fn a_second_signal_waits_for_nobody() {
    let (mut running, _client, folder) = busy("two-signals", 20_000);
    running.signal("TERM");
    std::thread::sleep(Duration::from_millis(300));
    assert_eq!(running.0.try_wait().expect("it ran"), None);
    let begin = Instant::now();
    running.signal("TERM");
    assert_eq!(running.0.wait().expect("it ran").code(), Some(143));
    assert!(begin.elapsed() < Duration::from_secs(2));
    std::fs::remove_dir_all(&folder).expect("it is ours");
}

#[test]
fn a_hangup_deploys_at_once() {
    let child = Command::new(env!("CARGO_BIN_EXE_gravel"))
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .args(["gateway", "run", "examples/gateway"])
        .args(["--listen", "127.0.0.1:0", "--access-log", "off"])
        .stderr(Stdio::piped())
        .spawn();
    let mut running = Running(child.expect("the binary runs"));
    let mut lines = BufReader::new(running.0.stderr.take().expect("it is piped")).lines();
    let mut told = |part: &str| lines.any(|line| line.is_ok_and(|line| line.contains(part)));
    assert!(told("1 API with 1 plan, deployed in "));
    assert!(told("listening on http://127.0.0.1:"));
    running.signal("HUP");
    assert!(told("reloaded: 1 API in "));
}

#[test]
fn what_cannot_start_says_why_in_one_line() {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port is free");
    let taken = listener.local_addr().expect("it is bound").to_string();
    for (arguments, why) in [
        (&["no/such/folder"][..], "no/such/folder cannot be read"),
        (
            &["examples/gateway", "--listen", &taken],
            "cannot listen on",
        ),
        (
            &["examples/gateway", "--set", "http.prt=1"],
            "did you mean `http.port`?",
        ),
        (
            &["examples/gateway", "--config", "no.yml"],
            "no.yml cannot be read",
        ),
    ] {
        let output = Command::new(env!("CARGO_BIN_EXE_gravel"))
            .current_dir(env!("CARGO_MANIFEST_DIR"))
            .args(["gateway", "run"])
            .args(arguments)
            .output()
            .expect("the binary runs");
        let text = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{text}");
        assert!(text.contains(why) && text.lines().count() == 1, "{text}");
    }
}
