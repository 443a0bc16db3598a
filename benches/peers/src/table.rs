//! Medians by engine, shape and way, and their form in Markdown.

use crate::peers::{gravel, hand};
use crate::shapes::Shape;
use crate::work::Way;
use std::fmt;

/// All measurements of one engine at one shape in one way, in nanoseconds.
struct Cell {
    engine: &'static str,
    shape: Shape,
    way: Way,
    rounds: Vec<f64>,
}

/// What was measured, in the order of the engines' first measurements.
#[derive(Default)]
pub struct Table {
    cells: Vec<Cell>,
}

impl Table {
    /// Keeps one measurement.
    pub fn add(&mut self, engine: &'static str, shape: Shape, way: Way, spent: f64) {
        let known = self
            .cells
            .iter_mut()
            .find(|cell| (cell.engine, cell.shape, cell.way) == (engine, shape, way));
        match known {
            Some(cell) => cell.rounds.push(spent),
            None => self.cells.push(Cell {
                engine,
                shape,
                way,
                rounds: vec![spent],
            }),
        }
    }

    /// The median of the rounds.
    pub fn median(&self, engine: &str, shape: Shape, way: Way) -> Option<f64> {
        let cell = self
            .cells
            .iter()
            .find(|cell| (cell.engine, cell.shape, cell.way) == (engine, shape, way))?;
        let mut rounds = cell.rounds.clone();
        rounds.sort_by(f64::total_cmp);
        Some(rounds[rounds.len() / 2])
    }

    /// Every engine once.
    pub fn engines(&self) -> Vec<&'static str> {
        let mut engines = Vec::new();
        for cell in &self.cells {
            if !engines.contains(&cell.engine) {
                engines.push(cell.engine);
            }
        }
        engines
    }

    /// Time, ratio to the hand-written E1, ratio to our own engine at the same shape.
    fn entry(&self, engine: &str, shape: Shape, way: Way) -> String {
        let (Some(spent), Some(hand), Some(own)) = (
            self.median(engine, shape, way),
            self.median(hand::NAME, Shape::E1, way),
            self.median(gravel::NAME, shape, way),
        ) else {
            return "—".to_owned();
        };
        format!(
            "{} · {} H · {}×",
            digits(spent),
            digits(spent / hand),
            digits(spent / own)
        )
    }
}

/// Three digits are what a measurement is worth.
pub fn digits(number: f64) -> String {
    match number {
        ..9.995 => format!("{number:.2}"),
        ..99.95 => format!("{number:.1}"),
        _ => format!("{number:.0}"),
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for way in Way::ALL {
            writeln!(
                f,
                "{}: ns · ratio to H · ratio to gravitee-el\n",
                way.title()
            )?;
            let heads = Shape::ALL.map(Shape::name).join(" | ");
            writeln!(f, "| engine | {heads} |")?;
            writeln!(f, "|---|{}", "---:|".repeat(Shape::ALL.len()))?;
            for engine in self.engines() {
                let entries = Shape::ALL.map(|shape| self.entry(engine, shape, way));
                writeln!(f, "| {engine} | {} |", entries.join(" | "))?;
            }
            writeln!(f)?;
        }
        Ok(())
    }
}
