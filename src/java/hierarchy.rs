//! Walking a class, its superclasses and its interfaces in the order in which the reference looks at them.

use super::{Members, members};
use crate::value::{ClassId, ClassRef};
use smallvec::SmallVec;

/// Classes in the order of discovery: the class, then everything above its superclass, then each interface with
/// everything above it; nothing twice.
pub(crate) type Ancestors = SmallVec<[ClassId; 24]>;

/// The class with everything above it. An interface has `Object` above it too, since every value is one.
pub(crate) fn ancestors(class: ClassRef) -> Ancestors {
    let mut found = Ancestors::new();
    match class.dims {
        0 => climb(class.id, &mut found),
        _ => found.push(ClassId::OBJECT),
    }
    found
}

fn climb(class: ClassId, found: &mut Ancestors) {
    if found.contains(&class) {
        return;
    }
    found.push(class);
    if let Some(above) = class.superclass() {
        climb(above, found);
    }
    class.interfaces().for_each(|above| climb(above, found));
}

/// The member tables of a class and of everything above it, in order of discovery.
pub(super) fn tables(class: ClassRef) -> impl Iterator<Item = &'static Members> {
    ancestors(class).into_iter().filter_map(members)
}
