//! Whether the goals are met: ahead of every Rust peer; a context per request ten times faster than cel; ahead of the raw
//! evaluation on the JVM for E1 and the headers, and ten times faster than it with a context per request.

use crate::jvm;
use crate::peers::{cel, cel_lent, gravel, hand};
use crate::shapes::Shape;
use crate::table::{Table, digits};
use crate::work::Way;

/// Shapes for which the raw evaluation on the JVM is the bar.
const RAW: [Shape; 4] = [
    Shape::E1,
    Shape::HeaderIndexed,
    Shape::HeaderDotted,
    Shape::HeaderMissing,
];

/// One goal: on each shape, the other engine must need at least that many times our time.
struct Goal<'g> {
    name: String,
    engines: &'g [&'static str],
    shapes: &'g [Shape],
    /// How the other engine, and how ours is measured.
    ways: [Way; 2],
    ratio: f64,
}

/// Prints one line a goal.
pub fn print(table: &Table) {
    let apart = [hand::NAME, gravel::NAME, jvm::NAME];
    let mut peers = table.engines();
    peers.retain(|engine| !apart.contains(engine));
    for goal in goals(&peers) {
        println!("- {}", goal.verdict(table));
    }
}

fn goals<'g>(peers: &'g [&'static str]) -> Vec<Goal<'g>> {
    let goal = |name: &str, engines, shapes, ways, ratio| Goal {
        name: name.to_owned(),
        engines,
        shapes,
        ways,
        ratio,
    };
    let (built, fresh) = ([Way::Prebuilt; 2], [Way::PerRequest; 2]);
    let raw = [Way::Prebuilt, Way::PerRequest];
    let all = &Shape::ALL[..];
    vec![
        goal(
            "ahead of every Rust peer, context prebuilt",
            peers,
            all,
            built,
            1.0,
        ),
        goal(
            "ahead of every Rust peer, context per request",
            peers,
            all,
            fresh,
            1.0,
        ),
        goal(
            "10 times faster than cel with maps, context per request",
            &[cel::NAME],
            all,
            fresh,
            10.0,
        ),
        goal(
            "the same, its library shared by all contexts",
            &[cel::SHARED],
            all,
            fresh,
            10.0,
        ),
        goal(
            "the same, with values lent from the request",
            &[cel_lent::NAME],
            all,
            fresh,
            10.0,
        ),
        goal(
            "ahead of raw SpEL on the JVM, our context built per request",
            &[jvm::NAME],
            &RAW,
            raw,
            1.0,
        ),
        goal(
            "10 times faster than the JVM, context per request",
            &[jvm::NAME],
            all,
            fresh,
            10.0,
        ),
    ]
}

impl Goal<'_> {
    /// Met or missed, and by how much at the shape where it is closest.
    fn verdict(&self, table: &Table) -> String {
        let mut ratios: Vec<(f64, &str, Shape)> = Vec::new();
        for engine in self.engines {
            for shape in self.shapes {
                let other = table.median(engine, *shape, self.ways[0]);
                let own = table.median(gravel::NAME, *shape, self.ways[1]);
                ratios.extend(
                    other
                        .zip(own)
                        .map(|(other, own)| (other / own, *engine, *shape)),
                );
            }
        }
        ratios.sort_by(|a, b| a.0.total_cmp(&b.0));
        let Some((closest, engine, shape)) = ratios.first() else {
            return format!("{}: not measured", self.name);
        };
        let missed: Vec<String> = ratios
            .iter()
            .filter(|(ratio, ..)| *ratio < self.ratio)
            .map(|(ratio, engine, shape)| format!("{} {}×", cell(engine, *shape), digits(*ratio)))
            .collect();
        match missed.is_empty() {
            true => format!(
                "{}: met, closest is {} with {}×",
                self.name,
                cell(engine, *shape),
                digits(*closest)
            ),
            false => format!("{}: missed at {}", self.name, missed.join(", ")),
        }
    }
}

fn cell(engine: &str, shape: Shape) -> String {
    format!("{engine} / {}", shape.name())
}
