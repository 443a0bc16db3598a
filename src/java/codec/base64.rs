//! `java.util.Base64`: the basic, URL and MIME encoders and decoders.
//!
//! Java's decoders are neither strict nor lenient: padding may be left out but not be wrong, left-over bits are ignored,
//! and the MIME decoder skips what is not in its alphabet. The refusals keep Java's texts, which users search for.

use crate::java::format::thrown::Thrown;

const BASIC: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const URL: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const MIME_LINE: usize = 76;

/// `Base64.Encoder`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Encoder {
    alphabet: &'static [u8; 64],
    padding: bool,
    /// Characters a line (a multiple of four) and what separates the lines.
    lines: Option<(usize, Vec<u8>)>,
}

impl Encoder {
    /// `Base64.getEncoder()`.
    pub(crate) fn basic() -> Self {
        Encoder {
            alphabet: BASIC,
            padding: true,
            lines: None,
        }
    }

    /// `Base64.getUrlEncoder()`.
    pub(crate) fn url() -> Self {
        Encoder {
            alphabet: URL,
            ..Encoder::basic()
        }
    }

    /// `Base64.getMimeEncoder()`.
    pub(crate) fn mime() -> Self {
        Encoder {
            lines: Some((MIME_LINE, b"\r\n".to_vec())),
            ..Encoder::basic()
        }
    }

    /// `Base64.getMimeEncoder(lineLength, lineSeparator)`; no line holds less than four characters.
    pub(crate) fn mime_with(line_length: i32, separator: &[u8]) -> Result<Self, Thrown> {
        if let Some(byte) = separator.iter().find(|byte| BASIC.contains(byte)) {
            return Err(illegal(format!(
                "Illegal base64 line separator character 0x{byte:x}"
            )));
        }
        let line = usize::try_from(line_length).unwrap_or(0) & !3;
        let lines = (line > 0).then(|| (line, separator.to_vec()));
        Ok(Encoder {
            lines,
            ..Encoder::basic()
        })
    }

    /// `withoutPadding()`.
    #[must_use]
    pub(crate) fn without_padding(&self) -> Self {
        Encoder {
            padding: false,
            ..self.clone()
        }
    }

    /// Length of the encoded form of `length` bytes.
    pub(crate) fn encoded_len(&self, length: usize) -> usize {
        let quads = if self.padding {
            length.div_ceil(3) * 4
        } else {
            (length * 4).div_ceil(3)
        };
        let breaks = match &self.lines {
            Some((line, separator)) => {
                (quads.saturating_sub(1) / line).saturating_mul(separator.len())
            }
            None => 0,
        };
        quads.saturating_add(breaks)
    }

    /// `encode(byte[])`, refused when the result would be longer than `max_len`.
    pub(crate) fn encode(&self, source: &[u8], max_len: usize) -> Result<Vec<u8>, Thrown> {
        let length = self.encoded_len(source.len());
        if length > max_len {
            return Err(Thrown::too_large());
        }
        let mut encoded = Vec::with_capacity(length);
        let Some((line, separator)) = &self.lines else {
            self.encode_run(source, &mut encoded);
            return Ok(encoded);
        };
        for (number, run) in source.chunks(line / 4 * 3).enumerate() {
            if number > 0 {
                encoded.extend_from_slice(separator);
            }
            self.encode_run(run, &mut encoded);
        }
        Ok(encoded)
    }

    /// `encodeToString(byte[])`: every byte one character.
    pub(crate) fn encode_to_string(
        &self,
        source: &[u8],
        max_units: usize,
    ) -> Result<String, Thrown> {
        let encoded = self.encode(source, max_units)?;
        Ok(encoded.into_iter().map(char::from).collect())
    }

    /// `encode(byte[], byte[])`: fills the start of `target` and answers how much of it.
    pub(crate) fn encode_into(&self, source: &[u8], target: &mut [u8]) -> Result<usize, Thrown> {
        let length = self.encoded_len(source.len());
        let start = target.get_mut(..length).ok_or_else(|| {
            illegal("Output byte array is too small for encoding all input bytes")
        })?;
        start.copy_from_slice(&self.encode(source, length)?);
        Ok(length)
    }

    fn encode_run(&self, source: &[u8], encoded: &mut Vec<u8>) {
        for chunk in source.chunks(3) {
            let mut bits = [0; 4];
            bits[1..=chunk.len()].copy_from_slice(chunk);
            let bits = u32::from_be_bytes(bits);
            let character = |place: u32| self.alphabet[(bits >> (18 - 6 * place) & 63) as usize];
            encoded.extend((0..=chunk.len() as u32).map(character));
            if self.padding {
                encoded.extend(std::iter::repeat_n(b'=', 3 - chunk.len()));
            }
        }
    }
}

/// `Base64.Decoder`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Decoder {
    /// `Base64.getDecoder()`.
    Basic,
    /// `Base64.getUrlDecoder()`.
    Url,
    /// `Base64.getMimeDecoder()`.
    Mime,
}

/// Where the decoder stands in a unit of four characters.
#[derive(Default)]
struct Unit {
    bits: u32,
    characters: u8,
}

impl Decoder {
    /// `decode(String)`: the text is taken as Latin-1, other characters as `?`.
    pub(crate) fn decode_text(self, source: &str) -> Result<Vec<u8>, Thrown> {
        let byte = |character: char| u8::try_from(character).unwrap_or(b'?');
        self.decode(&source.chars().map(byte).collect::<Vec<_>>())
    }

    /// `decode(byte[])`.
    pub(crate) fn decode(self, source: &[u8]) -> Result<Vec<u8>, Thrown> {
        let mut decoded = Vec::with_capacity(self.decoded_len(source)?);
        let mut unit = Unit::default();
        let mut at = 0;
        while let Some(&byte) = source.get(at) {
            at += 1;
            if byte == b'=' {
                at += self.padding(&unit, source, at)?;
                break;
            }
            match self.value(byte) {
                Some(value) => unit.push(value, &mut decoded),
                None if self == Decoder::Mime => {}
                None => {
                    let shown = i32::from(byte as i8);
                    let (sign, digits) = if shown < 0 {
                        ("-", -shown)
                    } else {
                        ("", shown)
                    };
                    return Err(illegal(format!(
                        "Illegal base64 character {sign}{digits:x}"
                    )));
                }
            }
        }
        unit.finish(&mut decoded)?;
        self.rest(source, at)?;
        Ok(decoded)
    }

    /// `decode(byte[], byte[])`: fills the start of `target` and answers how much of it.
    pub(crate) fn decode_into(self, source: &[u8], target: &mut [u8]) -> Result<usize, Thrown> {
        if target.len() < self.decoded_len(source)? {
            return Err(illegal(
                "Output byte array is too small for decoding all input bytes",
            ));
        }
        let decoded = self.decode(source)?;
        let length = decoded.len().min(target.len());
        target[..length].copy_from_slice(&decoded[..length]);
        Ok(length)
    }

    /// The length that Java expects before it decodes; more than it finds for some malformed texts.
    fn decoded_len(self, source: &[u8]) -> Result<usize, Thrown> {
        match source {
            [] => return Ok(0),
            [_] if self == Decoder::Mime => return Ok(0),
            [_] => {
                return Err(illegal(
                    "Input byte[] should at least have 2 bytes for base64 bytes",
                ));
            }
            _ => {}
        }
        let (length, padding) = if self == Decoder::Mime {
            let kept = source.iter().take_while(|&&byte| byte != b'=');
            (kept.filter(|&&byte| self.value(byte).is_some()).count(), 0)
        } else {
            (
                source.len(),
                source
                    .iter()
                    .rev()
                    .take(2)
                    .take_while(|&&byte| byte == b'=')
                    .count(),
            )
        };
        let missing = if padding == 0 {
            length.wrapping_neg() % 4
        } else {
            padding
        };
        Ok((length.div_ceil(4) * 3).saturating_sub(missing))
    }

    /// Checks a `=` before `at`; answers how many characters more belong to it.
    fn padding(self, unit: &Unit, source: &[u8], at: usize) -> Result<usize, Thrown> {
        let complete = match unit.characters {
            0 => false,
            2 => source.get(at) == Some(&b'='),
            _ => true,
        };
        if complete {
            Ok(usize::from(unit.characters == 2))
        } else {
            Err(illegal("Input byte array has wrong 4-byte ending unit"))
        }
    }

    /// Nothing may follow the end, for the MIME decoder nothing of its alphabet.
    fn rest(self, source: &[u8], from: usize) -> Result<(), Thrown> {
        let rest = source.iter().enumerate().skip(from);
        let wrong = rest
            .into_iter()
            .find(|(_, byte)| self != Decoder::Mime || self.value(**byte).is_some());
        match wrong {
            None => Ok(()),
            Some((at, _)) => {
                let at = if self == Decoder::Mime { at + 1 } else { at };
                Err(illegal(format!(
                    "Input byte array has incorrect ending byte at {at}"
                )))
            }
        }
    }

    fn value(self, byte: u8) -> Option<u8> {
        Some(match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'-' if self == Decoder::Url => 62,
            b'_' if self == Decoder::Url => 63,
            b'+' if self != Decoder::Url => 62,
            b'/' if self != Decoder::Url => 63,
            _ => return None,
        })
    }
}

impl Unit {
    fn push(&mut self, value: u8, decoded: &mut Vec<u8>) {
        self.bits = self.bits << 6 | u32::from(value);
        self.characters += 1;
        if self.characters == 4 {
            decoded.extend_from_slice(&self.bits.to_be_bytes()[1..]);
            *self = Unit::default();
        }
    }

    fn finish(&self, decoded: &mut Vec<u8>) -> Result<(), Thrown> {
        match self.characters {
            1 => return Err(illegal("Last unit does not have enough valid bits")),
            2 => decoded.push((self.bits >> 4) as u8),
            3 => decoded.extend_from_slice(&((self.bits >> 2) as u16).to_be_bytes()),
            _ => {}
        }
        Ok(())
    }
}

#[cold]
fn illegal(message: impl Into<String>) -> Thrown {
    Thrown::illegal_argument(message)
}

#[cfg(test)]
mod tests;
