//! The engine itself on the JVM: published artifacts, built with Maven, one process a shape so that no shape spoils the
//! profile of another. A process warms up once and then measures whenever it gets a line.

use crate::shapes::{Answer, Shape};
use crate::table::Table;
use crate::work::Way;
use std::io::{BufRead, BufReader, Write};
use std::path::PathBuf;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

pub const NAME: &str = "Gravitee EL on the JVM";

/// A process for each shape; none where the JVM is left out.
#[derive(Default)]
pub struct Jvm {
    machines: Vec<Machine>,
}

struct Machine {
    shape: Shape,
    process: Child,
    requests: ChildStdin,
    replies: BufReader<ChildStdout>,
}

impl Jvm {
    /// Builds the Java part and warms it up.
    ///
    /// # Errors
    /// When Maven or Java are not there or fail: the reason.
    pub fn start() -> Result<Self, String> {
        let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("jvm");
        let java = std::env::var_os("JAVA_HOME").map_or_else(
            || PathBuf::from("java"),
            |home| PathBuf::from(home).join("bin/java"),
        );
        let version = Command::new(&java).arg("-version").output();
        version.map_err(|error| format!("`java -version`: {error}"))?;
        eprintln!("building and warming up the JVM part");
        let built = Command::new("mvn")
            .args(["--batch-mode", "--quiet", "package"])
            .current_dir(&folder)
            .stdout(std::io::stderr())
            .status();
        match built {
            Ok(status) if status.success() => {}
            Ok(status) => return Err(format!("`mvn package`: {status}")),
            Err(error) => return Err(format!("`mvn package`: {error}")),
        }
        let path = [folder.join("target/classes"), folder.join("target/lib/*")];
        let path = std::env::join_paths(path).map_err(|error| error.to_string())?;
        let start = |shape: Shape| {
            Machine::new(shape, Command::new(&java).arg("-cp").arg(&path))
                .map_err(|error| format!("{}: {error}", shape.name()))
        };
        let machines = Shape::ALL
            .into_iter()
            .map(start)
            .collect::<Result<_, _>>()?;
        Ok(Jvm { machines })
    }

    /// How many answers are not the right one; each is named.
    pub fn wrong_answers(&mut self) -> usize {
        let mut wrong = 0;
        for machine in &mut self.machines {
            for way in Way::ALL {
                let answer = machine.answer().map_err(|error| error.to_string());
                if !matches!(&answer, Ok(answer) if machine.shape.accepts(answer)) {
                    let (name, way) = (machine.shape.name(), way.title());
                    eprintln!("{NAME}: {name} ({way}) answers {answer:?}");
                    wrong += 1;
                }
            }
        }
        wrong
    }

    /// One round: the raw evaluation stands for the prebuilt context.
    ///
    /// # Panics
    /// When a process has ended.
    pub fn measure(&mut self, table: &mut Table) {
        for machine in &mut self.machines {
            let spent = machine.measure().expect("the JVM measures");
            for (way, spent) in Way::ALL.into_iter().zip(spent) {
                table.add(NAME, machine.shape, way, spent);
            }
        }
    }
}

impl Machine {
    fn new(shape: Shape, java: &mut Command) -> std::io::Result<Self> {
        let kind = match shape {
            Shape::Template => "String",
            _ => "Boolean",
        };
        let mut process = java
            .args(["peers.Bench", kind, &shape.text()])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()?;
        let pipes = process.stdin.take().zip(process.stdout.take());
        let (requests, replies) = pipes.ok_or(std::io::ErrorKind::BrokenPipe)?;
        Ok(Machine {
            shape,
            process,
            requests,
            replies: BufReader::new(replies),
        })
    }

    /// The next answer that the process gives by itself, after its start.
    fn answer(&mut self) -> std::io::Result<Answer> {
        let line = self.line()?;
        Ok(match (line.as_str(), line.strip_prefix("text ")) {
            (_, Some(text)) => Answer::Text(text.to_owned()),
            ("true", _) => Answer::Truth(true),
            ("false", _) => Answer::Truth(false),
            ("error", _) => Answer::Failure,
            _ => return Err(std::io::Error::other(format!("unexpected answer `{line}`"))),
        })
    }

    /// Nanoseconds of a raw evaluation and of one with a context per request.
    fn measure(&mut self) -> std::io::Result<[f64; 2]> {
        writeln!(self.requests)?;
        let line = self.line()?;
        let mut numbers = line.split(' ').map(str::parse);
        match (numbers.next(), numbers.next()) {
            (Some(Ok(raw)), Some(Ok(request))) => Ok([raw, request]),
            _ => Err(std::io::Error::other(format!("unexpected times `{line}`"))),
        }
    }

    fn line(&mut self) -> std::io::Result<String> {
        let mut line = String::new();
        match self.replies.read_line(&mut line)? {
            0 => Err(std::io::ErrorKind::UnexpectedEof.into()),
            _ => Ok(line.trim_end().to_owned()),
        }
    }
}

/// The processes end with this one.
impl Drop for Machine {
    fn drop(&mut self) {
        let ended = self.process.kill().and_then(|()| self.process.wait());
        if let Err(error) = ended {
            eprintln!("a JVM process may still run: {error}");
        }
    }
}
