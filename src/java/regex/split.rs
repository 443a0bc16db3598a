//! `split` and `splitWithDelimiters`.

use super::Pattern;
use super::error::RegexError;
use super::scan::{Scan, Subject};
use super::text::{Piece, Text};

impl Pattern {
    /// The parts of the text between the matches, at most `max_pieces`.
    ///
    /// A positive `limit` is the greatest number of parts, the last of which is the rest; zero drops empty parts at the end; a negative one
    /// keeps all. `delimiters` puts the matches between the parts. An empty match at the start cuts off nothing.
    pub(crate) fn split<'t>(
        &self,
        text: impl Into<Text<'t>>,
        limit: i32,
        delimiters: bool,
        max_pieces: usize,
    ) -> Result<Vec<Piece<'t>>, RegexError> {
        let text = text.into();
        let subject = Subject::new(self, text, false);
        let cuts = usize::try_from(limit)
            .ok()
            .filter(|&limit| limit > 0)
            .map_or(usize::MAX, |limit| limit - 1);
        let mut pieces = self.scanned(&subject, false, |scan| {
            self.cut(scan, &subject, cuts, delimiters, max_pieces)
        })?;
        if pieces.is_empty() {
            return Ok(vec![text.into()]);
        }
        if limit == 0 {
            let kept = pieces
                .iter()
                .rposition(|piece| !piece.is_empty())
                .map_or(0, |last| last + 1);
            pieces.truncate(kept);
        }
        Ok(pieces)
    }

    /// The parts around at most `cuts` matches; none if nothing matches.
    fn cut<'t>(
        &self,
        scan: &mut Scan<'_>,
        subject: &Subject<'t>,
        mut cuts: usize,
        delimiters: bool,
        max_pieces: usize,
    ) -> Result<Vec<Piece<'t>>, RegexError> {
        let mut pieces = Vec::new();
        let mut done = 0;
        while cuts > 0 {
            let Some((start, end)) = scan.next()?.and_then(|captures| captures.group(0)) else {
                break;
            };
            if end == 0 {
                continue;
            }
            pieces.push(subject.piece((done, start)));
            if delimiters {
                pieces.push(subject.piece((start, end)));
            }
            if pieces.len() >= max_pieces {
                return Err(RegexError::ResultLimit);
            }
            (done, cuts) = (end, cuts - 1);
        }
        if cuts == 0 && self.ast.cluster_boundaries {
            // Java searches on to the end of the text, which shows where a search throws.
            while scan.next()?.is_some() {}
        }
        if !pieces.is_empty() {
            pieces.push(subject.piece((done, subject.len())));
        }
        Ok(pieces)
    }
}
