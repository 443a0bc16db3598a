//! `[…]` with unions, intersections, negations and nesting, and `\p{…}`.
//!
//! Java's rules are those of its implementation: single characters below 256 are collected aside and join the rest late, so that an intersection
//! may see characters written after it; an empty side of `&&` is skipped; the right side of `&&` ends at the next `&&` or `]`. The
//! [`Draft`] keeps operands in order and is evaluated when its bracket closes.

use super::escape::Escape;
use super::{BACKSLASH, CharSet, Class, Fold, Parser, SyntaxError};
use crate::java::regex::unicode::{self, case};

impl Class {
    pub(super) fn negated(&self) -> Class {
        Class {
            set: self.set.negated(),
            by_unit: false,
        }
    }

    fn union(&self, other: &Class) -> Class {
        Class {
            set: self.set.union(&other.set),
            by_unit: self.by_unit && other.by_unit,
        }
    }
}

/// A class while it is read.
#[derive(Default)]
struct Draft {
    /// Operands from left to right, each with how it joins what is before it.
    steps: Vec<(Join, Operand)>,
    /// Single characters below 256.
    singles: Vec<(u32, u32)>,
    /// Some of them are not yet among the steps.
    pending: bool,
    /// What an intersection without a right side repeats.
    latest: Option<Operand>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Join {
    Union,
    Intersection,
}

#[derive(Clone)]
enum Operand {
    /// All single characters, also those that come later.
    Singles,
    Class(Class),
}

impl Draft {
    fn add(&mut self, class: Class) {
        self.latest = Some(Operand::Class(class.clone()));
        self.steps.push((Join::Union, Operand::Class(class)));
    }

    fn add_singles(&mut self) {
        self.latest = None;
        self.pending = true;
    }

    /// Lets the characters read so far take part in an intersection.
    fn settle(&mut self) {
        if self.pending {
            if self.steps.is_empty() {
                self.latest = Some(Operand::Singles);
            }
            self.steps.push((Join::Union, Operand::Singles));
            self.pending = false;
        }
    }

    /// `&& right`.
    fn intersect(&mut self, right: Option<Class>) -> Result<(), &'static str> {
        self.settle();
        if let Some(right) = right {
            self.latest = Some(Operand::Class(right));
        }
        match (self.steps.is_empty(), self.latest.clone()) {
            (true, Some(side)) => self.steps.push((Join::Union, side)),
            (true, None) => return Err("intersection has no side"),
            (false, Some(side)) => self.steps.push((Join::Intersection, side)),
            (false, None) => return Err("intersection has no right side"),
        }
        Ok(())
    }

    fn is_empty(&self) -> bool {
        self.steps.is_empty() && !self.pending
    }

    fn evaluate(mut self) -> Class {
        self.settle();
        let singles = Class {
            set: CharSet::new(self.singles),
            by_unit: true,
        };
        let mut ranges: Vec<(u32, u32)> = Vec::new();
        let mut by_unit = true;
        for (join, operand) in &self.steps {
            let class = match operand {
                Operand::Singles => &singles,
                Operand::Class(class) => class,
            };
            by_unit &= class.by_unit;
            if *join == Join::Intersection {
                let common = CharSet::new(ranges).intersection(&class.set);
                ranges = common.ranges().to_vec();
            } else {
                ranges.extend(class.set.ranges());
            }
        }
        Class {
            set: CharSet::new(ranges),
            by_unit,
        }
    }
}

impl Parser {
    /// A class; the current character is the one before its first. The right side of `&&` has no bracket of its own and leaves the closing
    /// one to its owner.
    pub(super) fn class(&mut self, own_bracket: bool) -> Result<Class, SyntaxError> {
        self.nested(|parser| parser.class_items(own_bracket))
    }

    fn class_items(&mut self, own_bracket: bool) -> Result<Class, SyntaxError> {
        let mut draft = Draft::default();
        let mut c = self.advance();
        let negated = c == u32::from('^')
            && self
                .at
                .checked_sub(1)
                .is_some_and(|before| self.here(before) == u32::from('['));
        if negated {
            c = self.advance();
        }
        loop {
            match char::from_u32(c) {
                Some('[') => draft.add(self.class(true)?),
                Some('&') if self.is_intersection() => self.intersection(&mut draft)?,
                Some('\0') if self.is_end() => return self.error("class is not closed"),
                Some(']') if !draft.is_empty() => break,
                _ => self.class_item(&mut draft)?,
            }
            c = self.peek();
        }
        if own_bracket {
            self.advance();
        }
        let class = draft.evaluate();
        Ok(if negated { class.negated() } else { class })
    }

    /// Two ampersands, of which the second becomes the current character; otherwise the first is a character.
    fn is_intersection(&mut self) -> bool {
        let double = self.advance() == u32::from('&');
        if !double {
            self.back();
        }
        double
    }

    fn intersection(&mut self, draft: &mut Draft) -> Result<(), SyntaxError> {
        let mut right: Option<Class> = None;
        let mut c = self.advance();
        while c != u32::from(']') && c != u32::from('&') {
            let bracketed = c == u32::from('[');
            if !bracketed {
                self.back();
            }
            let operand = self.class(bracketed)?;
            right = Some(right.map_or_else(|| operand.clone(), |right| right.union(&operand)));
            c = self.peek();
        }
        draft
            .intersect(right)
            .or_else(|message| self.error(message))
    }

    /// A character, a range, an escape or a property.
    fn class_item(&mut self, draft: &mut Draft) -> Result<(), SyntaxError> {
        let mut c = self.peek();
        if c == BACKSLASH {
            let next = self.advance_raw();
            if next == u32::from('p') || next == u32::from('P') {
                draft.add(self.property()?);
                return Ok(());
            }
            let range_end = self.here(self.at + 1) == u32::from('-');
            self.back();
            match self.class_escape(range_end)? {
                Escape::Char(escaped) => c = escaped,
                Escape::Set(class) => {
                    draft.add(class);
                    return Ok(());
                }
                Escape::Element(_) => return self.error("class holds no assertions"),
            }
        } else {
            self.advance();
        }
        self.range_or_single(c, draft)
    }

    fn range_or_single(&mut self, first: u32, draft: &mut Draft) -> Result<(), SyntaxError> {
        let is_range =
            self.is_at('-') && ![u32::from('['), u32::from(']')].contains(&self.here(self.at + 1));
        if !is_range {
            self.class_single(first, draft);
            return Ok(());
        }
        self.advance();
        let last = self.range_end()?.filter(|&last| last >= first);
        match last {
            Some(last) => draft.add(self.range(first, last)),
            None => return self.error("range ends before it starts"),
        }
        Ok(())
    }

    /// The last character of a range; a set cannot be one.
    fn range_end(&mut self) -> Result<Option<u32>, SyntaxError> {
        let c = self.peek();
        if c != BACKSLASH {
            self.advance();
            return Ok(Some(c));
        }
        Ok(match self.class_escape(true)? {
            Escape::Char(c) => Some(c),
            Escape::Set(_) | Escape::Element(_) => None,
        })
    }

    fn range(&self, first: u32, last: u32) -> Class {
        let set = CharSet::range(first, last);
        let inside = |c: u32| (first..=last).contains(&c);
        match self.flags.fold() {
            Fold::Exact => Class {
                by_unit: last < 0xD800 || first > 0xDFFF && last < 0x10000,
                set,
            },
            Fold::Ascii => {
                let letters = (0..128)
                    .filter(|&c| inside(case::ascii_upper(c)) || inside(case::ascii_lower(c)));
                Class {
                    set: set.union(&CharSet::new(letters.map(|c| (c, c)).collect())),
                    by_unit: false,
                }
            }
            Fold::Unicode => Class {
                set: set.union(&case::with_case(inside)),
                by_unit: false,
            },
        }
    }

    /// A single character. Below 256 `(?iu)` stays below 256 as well, except for the letters that have a relative above.
    fn class_single(&self, c: u32, draft: &mut Draft) {
        let fold = self.flags.fold();
        if c > 0xFF || fold == Fold::Unicode && RELATED_ABOVE.contains(&c) {
            draft.add(self.single(c));
            return;
        }
        draft.singles.push((c, c));
        draft.add_singles();
        let (upper, lower) = match fold {
            Fold::Exact => return,
            Fold::Ascii => (case::ascii_upper(c), case::ascii_lower(c)),
            Fold::Unicode => (case::to_upper(c), case::to_lower(c)),
        };
        draft.singles.extend([(upper, upper), (lower, lower)]);
    }

    /// `\p{…}` or `\pL`; the current character is the `p`.
    pub(super) fn property(&mut self) -> Result<Class, SyntaxError> {
        let complement = self.here(self.at) == u32::from('P');
        let braced = self.advance() == u32::from('{');
        if !braced {
            self.back();
        }
        self.advance();
        let name = if braced {
            self.property_name()?
        } else {
            self.property_letter()
        };
        let class = self.property_set(&name)?;
        if complement {
            self.whole_pairs = true;
            return Ok(class.negated());
        }
        Ok(class)
    }

    fn property_letter(&mut self) -> String {
        let name = self.words(self.at, self.at + 1);
        self.take();
        name
    }

    fn property_name(&mut self) -> Result<String, SyntaxError> {
        let start = self.at;
        self.sentinel = '}'.into();
        while self.take() != u32::from('}') {}
        self.sentinel = 0;
        if self.at > self.text.len() {
            return self.error("property is not closed with `}`");
        }
        if start + 1 >= self.at {
            return self.error("property has no name");
        }
        Ok(self.words(start, self.at - 1))
    }

    /// A property that occurs again shares its set.
    fn property_set(&mut self, name: &str) -> Result<Class, SyntaxError> {
        let key = (
            name.to_owned(),
            self.flags.ignore_case,
            self.flags.unicode_classes,
        );
        if let Some(known) = self.properties.get(&key) {
            return Ok(known.clone());
        }
        let class = match name.split_once('=') {
            Some((key, value)) => self.keyed_property(key, value),
            None => self.plain_property(name),
        };
        let Some(class) = class else {
            return self.error(format!("property `{name}` is unknown"));
        };
        self.properties.insert(key, class.clone());
        Ok(class)
    }

    fn keyed_property(&self, key: &str, value: &str) -> Option<Class> {
        match key.to_lowercase().as_str() {
            "sc" | "script" => by_char(unicode::script(value)),
            "blk" | "block" => by_char(unicode::block(value)),
            "gc" | "general_category" => self.category(value),
            _ => None,
        }
    }

    fn plain_property(&self, name: &str) -> Option<Class> {
        let ignore_case = self.flags.ignore_case;
        if let Some(block) = name.strip_prefix("In") {
            return by_char(unicode::block(block));
        }
        if let Some(name) = name.strip_prefix("Is") {
            let binary = by_char(unicode::binary(name, ignore_case));
            return binary
                .or_else(|| self.category(name))
                .or_else(|| by_char(unicode::script(name)));
        }
        let posix = if self.flags.unicode_classes {
            unicode::posix(name, ignore_case)
        } else {
            None
        };
        by_char(posix).or_else(|| self.category(name))
    }

    fn category(&self, name: &str) -> Option<Class> {
        let set = unicode::category(name, self.flags.ignore_case)?;
        Some(Class {
            set,
            by_unit: UNIT_CATEGORIES.contains(&name),
        })
    }
}

fn by_char(set: Option<CharSet>) -> Option<Class> {
    set.map(|set| Class {
        set,
        by_unit: false,
    })
}

/// Letters below 256 with a relative under `(?iu)` above: `I`, `K`, `S`, `i`, `k`, `s`, `µ`, `Å`, `å`, `ÿ`.
const RELATED_ABOVE: [u32; 10] = [0x49, 0x4B, 0x53, 0x69, 0x6B, 0x73, 0xB5, 0xC5, 0xE5, 0xFF];

/// The names whose sets Java tests unit by unit.
const UNIT_CATEGORIES: [&str; 14] = [
    "L1", "ASCII", "Alnum", "Alpha", "Blank", "Cntrl", "Digit", "Graph", "Lower", "Print", "Punct",
    "Space", "Upper", "XDigit",
];
