//! Best match: of the flows that match, the one whose path says most about the request's path.

/// The index of the best path; one pass from left to right, as the gateway does it, which is not a plain maximum.
pub(crate) fn best(path_info: &str, paths: &[&str]) -> Option<usize> {
    let request: Vec<&str> = path_info.split('/').collect();
    let mut best: Option<usize> = None;
    let mut scores: Vec<u8> = Vec::new();
    for (at, path) in paths.iter().enumerate() {
        let own: Vec<u8> = path
            .split('/')
            .enumerate()
            .map(|(index, segment)| score(segment, request.get(index).copied()))
            .collect();
        if best.is_none() {
            (best, scores) = (Some(at), own);
            continue;
        }
        for index in 0..own.len() {
            let known = scores.get(index).copied();
            if known.is_some_and(|known| own[index] < known) {
                break;
            }
            if known.is_none_or(|known| own[index] > known) {
                (best, scores) = (Some(at), own);
                break;
            }
        }
    }
    best
}

/// How well a segment fits, in halves.
fn score(segment: &str, asked: Option<&str>) -> u8 {
    match asked {
        None => 2,
        Some(asked) if asked == segment => 2,
        Some(_) if segment.starts_with(':') => 1,
        Some(_) => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::best;

    #[test]
    fn literal_segments_beat_parameters_and_longer_paths_beat_shorter_ones() {
        let rows: [(&str, &[&str], Option<usize>); 6] = [
            ("/books/1", &["/books", "/books/:id"], Some(1)),
            ("/books/1", &["/books/:id", "/books"], Some(0)),
            ("/books/special", &["/books/:id", "/books/special"], Some(1)),
            ("/books/special", &["/books/special", "/books/:id"], Some(0)),
            ("/books", &["/", "/books"], Some(1)),
            ("/books", &[], None),
        ];
        for (path, flows, expected) in rows {
            assert_eq!(best(path, flows), expected, "{path} {flows:?}");
        }
    }
}
