//! Finding the name that was probably meant.

/// The candidates within a small distance of `name`, nearest first, earlier ones first among equals, each once.
///
/// One edit is allowed up to two characters, two edits beyond: more would suggest names that share nothing but length.
pub fn nearest<'n>(name: &str, candidates: impl Iterator<Item = &'n str>) -> Vec<String> {
    let name: Vec<char> = name.chars().take(LONGEST + 1).collect();
    if name.len() > LONGEST {
        return Vec::new();
    }
    let allowed = if name.len() <= 2 { 1 } else { 2 };
    let mut found: Vec<(usize, &str)> = Vec::new();
    for candidate in candidates {
        let far = distance(
            &name,
            &candidate.chars().take(LONGEST + 1).collect::<Vec<_>>(),
        );
        if far <= allowed && !found.iter().any(|(_, known)| *known == candidate) {
            found.push((far, candidate));
        }
    }
    found.sort_by_key(|(far, _)| *far);
    found.truncate(SHOWN);
    found.into_iter().map(|(_, name)| name.to_owned()).collect()
}

/// Names longer than this are not worth the time that comparing them takes.
const LONGEST: usize = 64;

/// More suggestions than this help nobody.
const SHOWN: usize = 3;

/// Insertions, deletions, substitutions and swaps of neighbours that turn one text into the other; a difference in case
/// alone counts as one edit for the whole text, since that is one slip.
fn distance(a: &[char], b: &[char]) -> usize {
    let same_letter = |(a, b): (&char, &char)| a.to_lowercase().eq(b.to_lowercase());
    if a.len() == b.len() && a != b && a.iter().zip(b).all(same_letter) {
        return 1;
    }
    edits(a, b)
}

/// Damerau's distance with swaps of neighbours (optimal string alignment), by rows.
fn edits(a: &[char], b: &[char]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for (row, letter) in a.iter().enumerate() {
        let mut this = vec![row + 1];
        for (column, other) in b.iter().enumerate() {
            let replaced = last[column] + usize::from(letter != other);
            let mut best = replaced.min(last[column + 1] + 1).min(this[column] + 1);
            if row > 0 && column > 0 && *letter == b[column - 1] && a[row - 1] == *other {
                best = best.min(before[column - 1] + 1);
            }
            this.push(best);
        }
        before = std::mem::replace(&mut last, this);
    }
    last[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn nearest_of(name: &str, candidates: &[&'static str]) -> Vec<String> {
        nearest(name, candidates.iter().copied())
    }

    #[test]
    fn one_slip_is_found() {
        for slip in ["metod", "mehtod", "methods", "Method", "METHOD"] {
            assert_eq!(
                nearest_of(slip, &["path", "method", "host"]),
                ["method"],
                "{slip}"
            );
        }
    }

    #[test]
    fn strangers_are_not_suggested() {
        assert!(nearest_of("id", &["uri", "path"]).is_empty());
        assert!(nearest_of("foo", &["path", "method"]).is_empty());
    }

    #[test]
    fn nearer_comes_first_and_earlier_among_equals() {
        assert_eq!(
            nearest_of("parms", &["params", "paths", "arms"]),
            ["params", "arms", "paths"]
        );
    }

    #[test]
    fn long_names_cost_nothing() {
        let long = "x".repeat(1 << 20);
        assert!(nearest(&long, ["x"].into_iter()).is_empty());
    }
}
