//! Objects of Java classes as Rust values.
//!
//! A class that is more than a table needs four answers: which class, what text, what hash code, what order. With them
//! a Rust type is an [`Instance`].

use crate::value::{ClassId, Instance};

/// A Rust type that stands for objects of a Java class.
pub(crate) trait JavaObject: Clone + PartialEq + Send + Sync + 'static {
    /// The class of this object.
    fn java_class(&self) -> ClassId;

    /// `toString()`
    fn java_text(&self) -> String;

    /// `hashCode()`
    fn java_hash(&self) -> i32;

    /// `compareTo`; `None` for a class without an order.
    fn java_order(&self, _other: &Self) -> Option<i32> {
        None
    }
}

impl<T: JavaObject> Instance for T {
    fn class(&self) -> ClassId {
        self.java_class()
    }

    fn text(&self) -> String {
        self.java_text()
    }

    fn equals(&self, other: &dyn Instance) -> bool {
        other.downcast::<T>().is_some_and(|other| self == other)
    }

    fn hash_code(&self) -> i32 {
        self.java_hash()
    }

    fn compare(&self, other: &dyn Instance) -> Option<i32> {
        self.java_order(other.downcast::<T>()?)
    }

    fn boxed(&self) -> Box<dyn Instance> {
        Box::new(self.clone())
    }
}

/// The text of an object whose class has no text of its own: the class, `@`, and a hash code, which Java draws by lot.
pub(crate) fn identity_text(class: ClassId) -> String {
    format!("{}@{:x}", class.name(), identity_hash(class))
}

/// The hash code of such an object, always the same for a class.
pub(crate) fn identity_hash(class: ClassId) -> i32 {
    let step = |hash: i32, byte: u8| hash.wrapping_mul(31).wrapping_add(i32::from(byte));
    class.name().bytes().fold(0, step) & i32::MAX
}
