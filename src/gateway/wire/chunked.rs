//! The chunked transfer coding (RFC 9112 §7.1), read strictly.
//!
//! What a lenient reader forgives is what smuggling is made of: a bare line feed, a sign or blank at a size, a carriage
//! return within an extension, data longer than announced. Each is a fault here, found at the octet where it stands.

use super::{TOKEN, VALUE, is, run};

/// Most octets of all extensions of a body; nobody uses them for anything good.
const EXTENSIONS: usize = 4 << 10;

/// Most octets of the trailer section.
const TRAILERS: usize = 8 << 10;

/// More digits than a size of 64 bits has.
const DIGITS: u8 = 16;

/// What comes next in a chunked body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Piece {
    /// So many octets of sizes, extensions and line ends.
    Framing(usize),
    /// So many octets of the body itself.
    Data(usize),
    /// So many octets of the trailer section, its last empty line included.
    Trailer(usize),
}

/// Why a body is not chunked as it should be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Fault(pub(crate) &'static str);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    Size,
    /// Blanks between the size and the semicolon.
    Blank,
    Extension,
    SizeLf,
    Data,
    DataCr,
    DataLf,
    TrailerStart,
    TrailerName,
    TrailerValue,
    TrailerLf,
    EndLf,
    End,
}

/// Where in a chunked body its reader is.
#[derive(Clone, Debug)]
pub(crate) struct Chunked {
    state: State,
    /// Octets of the chunk that are still to come.
    left: u64,
    digits: u8,
    extensions: usize,
    trailers: usize,
}

impl Chunked {
    pub(crate) fn new() -> Self {
        Chunked {
            state: State::Size,
            left: 0,
            digits: 0,
            extensions: 0,
            trailers: 0,
        }
    }

    /// Whether the body has ended.
    pub(crate) fn is_done(&self) -> bool {
        self.state == State::End
    }

    /// Whether octets of a chunk come next.
    pub(crate) fn is_in_data(&self) -> bool {
        self.state == State::Data
    }

    /// Takes octets from the start of `bytes`, at least one unless there is none or the body has ended.
    pub(crate) fn next(&mut self, bytes: &[u8]) -> Result<Piece, Fault> {
        match self.state {
            State::Data => Ok(Piece::Data(self.data(bytes))),
            State::End => Ok(Piece::Framing(0)),
            state if state >= State::TrailerStart => self.trailer(bytes).map(Piece::Trailer),
            _ => self.framing(bytes).map(Piece::Framing),
        }
    }

    fn data(&mut self, bytes: &[u8]) -> usize {
        let here = usize::try_from(self.left).map_or(bytes.len(), |left| left.min(bytes.len()));
        self.left -= here as u64;
        if self.left == 0 {
            self.state = State::DataCr;
        }
        here
    }

    fn framing(&mut self, bytes: &[u8]) -> Result<usize, Fault> {
        for (at, &octet) in bytes.iter().enumerate() {
            self.state = match (self.state, octet) {
                (State::Size, _) => self.size(octet)?,
                (State::Blank, b' ' | b'\t') => self.extension(State::Blank)?,
                (State::Blank, b';') => self.extension(State::Extension)?,
                (State::Extension, b'\r') => State::SizeLf,
                (State::Extension, _) if is(octet, VALUE) => self.extension(State::Extension)?,
                (State::SizeLf, b'\n') => self.begin(),
                (State::DataCr, b'\r') => State::DataLf,
                (State::DataLf, b'\n') => State::Size,
                (State::DataCr | State::DataLf, _) => {
                    return Err(Fault("a chunk is longer than its size"));
                }
                _ => return Err(Fault("a chunk extension holds a control character")),
            };
            if matches!(self.state, State::Data | State::TrailerStart) {
                return Ok(at + 1);
            }
        }
        Ok(bytes.len())
    }

    fn size(&mut self, octet: u8) -> Result<State, Fault> {
        if let Some(digit) = char::from(octet).to_digit(16) {
            self.digits += 1;
            self.left = self.left << 4 | u64::from(digit);
            return if self.digits > DIGITS {
                Err(Fault("a chunk size has too many digits"))
            } else {
                Ok(State::Size)
            };
        }
        match octet {
            _ if self.digits == 0 => Err(Fault("a chunk has no size")),
            b'\r' => Ok(State::SizeLf),
            b';' => self.extension(State::Extension),
            b' ' | b'\t' => self.extension(State::Blank),
            _ => Err(Fault("a chunk size is no hexadecimal number")),
        }
    }

    fn extension(&mut self, next: State) -> Result<State, Fault> {
        self.extensions += 1;
        if self.extensions > EXTENSIONS {
            Err(Fault("chunk extensions are too long"))
        } else {
            Ok(next)
        }
    }

    /// What follows a size line, whose number is in `left`.
    fn begin(&mut self) -> State {
        self.digits = 0;
        if self.left == 0 {
            State::TrailerStart
        } else {
            State::Data
        }
    }

    fn trailer(&mut self, bytes: &[u8]) -> Result<usize, Fault> {
        let mut at = 0;
        while at < bytes.len() && self.state != State::End {
            let octet = bytes[at];
            let class = match self.state {
                State::TrailerName => TOKEN,
                State::TrailerValue => VALUE,
                _ => 0,
            };
            let span = run(&bytes[at..], class);
            if span == 0 {
                self.state = self.mark(octet)?;
            }
            at += span.max(1);
        }
        self.trailers += at;
        if self.trailers > TRAILERS {
            return Err(Fault("trailers are too long"));
        }
        Ok(at)
    }

    fn mark(&self, octet: u8) -> Result<State, Fault> {
        match (self.state, octet) {
            (State::TrailerStart, b'\r') => Ok(State::EndLf),
            (State::TrailerStart, _) if is(octet, TOKEN) => Ok(State::TrailerName),
            (State::TrailerName, b':') => Ok(State::TrailerValue),
            (State::TrailerValue, b'\r') => Ok(State::TrailerLf),
            (State::TrailerLf, b'\n') => Ok(State::TrailerStart),
            (State::EndLf, b'\n') => Ok(State::End),
            _ => Err(Fault("the trailers are no fields")),
        }
    }
}

impl PartialOrd for State {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        (*self as u8).partial_cmp(&(*other as u8))
    }
}

#[cfg(test)]
mod tests {
    use super::{Chunked, Fault, Piece};

    /// Data, trailers, and what follows the body.
    fn read(pieces: &[&[u8]]) -> Result<(String, String, usize), Fault> {
        let (mut reader, mut data, mut trailers, mut rest) =
            (Chunked::new(), Vec::new(), Vec::new(), 0);
        for piece in pieces {
            let mut left = *piece;
            while !left.is_empty() && !reader.is_done() {
                let taken = match reader.next(left)? {
                    Piece::Framing(n) => n,
                    Piece::Data(n) => {
                        data.extend_from_slice(&left[..n]);
                        n
                    }
                    Piece::Trailer(n) => {
                        trailers.extend_from_slice(&left[..n]);
                        n
                    }
                };
                left = &left[taken..];
            }
            rest += left.len();
        }
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("the tests are ASCII");
        assert!(reader.is_done(), "the body ends");
        Ok((text(data), text(trailers), rest))
    }

    const GOOD: &[(&str, &str, &str)] = &[
        ("0\r\n\r\n", "", "\r\n"),
        ("5\r\nhello\r\n0\r\n\r\n", "hello", "\r\n"),
        ("005\r\nhello\r\n000\r\n\r\n", "hello", "\r\n"),
        ("5;a=b\r\nhello\r\n0;c\r\n\r\n", "hello", "\r\n"),
        ("5 \t;a=\"x y\"\r\nhello\r\n0\r\n\r\n", "hello", "\r\n"),
        (
            "A\r\n0123456789\r\n1\r\n!\r\n0\r\n\r\n",
            "0123456789!",
            "\r\n",
        ),
        (
            "1\r\nx\r\n0\r\nX-T: 1\r\nY:\r\n\r\n",
            "x",
            "X-T: 1\r\nY:\r\n\r\n",
        ),
    ];

    #[test]
    fn what_is_framed_well_is_read_however_it_is_cut() {
        for (text, data, trailers) in GOOD {
            let expected = Ok(((*data).to_owned(), (*trailers).to_owned(), 0));
            for at in 0..=text.len() {
                let (a, b) = text.as_bytes().split_at(at);
                assert_eq!(read(&[a, b]), expected, "{text:?} cut at {at}");
            }
            let single: Vec<&[u8]> = text.as_bytes().chunks(1).collect();
            assert_eq!(read(&single), expected, "{text:?}");
        }
    }

    #[test]
    fn what_follows_the_body_is_left_alone() {
        let read = read(&[b"0\r\n\r\nGET /"]).expect("the body is right");
        assert_eq!(read.2, 5);
    }

    #[test]
    fn every_deviation_is_a_fault() {
        let long = format!("5;{}\r\nhello\r\n0\r\n\r\n", "a".repeat(5_000));
        let trailers = format!("0\r\nX: {}\r\n\r\n", "a".repeat(9_000));
        for text in [
            "0x5\r\nhello\r\n0\r\n\r\n",
            "+5\r\nhello\r\n0\r\n\r\n",
            "-1\r\n",
            "0_5\r\nhello\r\n",
            "\r\n\r\n",
            ";a\r\n",
            "10000000000000005\r\nhello\r\n0\r\n\r\n",
            "5\nhello\r\n0\r\n\r\n",
            "5\r;a\r\nhello\r\n",
            "5;a\nhello\r\n0\r\n\r\n",
            "5;a\rb\r\nhello\r\n0\r\n\r\n",
            "   5\r\nhello\r\n0\r\n\r\n",
            "5 \r\nhello\r\n0\r\n\r\n",
            "3\r\nhello\r\n0\r\n\r\n",
            "5\r\nhello0\r\n\r\n",
            "5\r\nhello\n0\r\n\r\n",
            "0\r\n\n",
            "0\r\n X: 1\r\n\r\n",
            "0\r\nX : 1\r\n\r\n",
            "0\r\nX\r\n\r\n",
            "0\r\nX: 1\n\r\n",
            "0\r\nX: a\0b\r\n\r\n",
            long.as_str(),
            trailers.as_str(),
        ] {
            for at in 0..=text.len().min(40) {
                let (a, b) = text.as_bytes().split_at(at);
                assert!(read(&[a, b]).is_err(), "{text:?} cut at {at}");
            }
        }
    }
}
