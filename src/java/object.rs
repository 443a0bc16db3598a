//! Objects of Java classes as Rust values.
//!
//! A class that is more than a table needs four answers: which class, what text, what hash code, what order. With them
//! a Rust type is an [`Instance`].

use super::member::Call;
use crate::value::enum_constant::EnumConstant;
use crate::value::{ClassId, Holder, Instance, Value};
use std::sync::{Arc, Mutex, PoisonError};

/// A Rust type that stands for objects of a Java class.
pub(crate) trait JavaObject: Clone + PartialEq + Send + Sync + 'static {
    /// Whether members change the object.
    const CHANGES: bool = false;

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

    fn changes(&self) -> bool {
        T::CHANGES
    }

    fn boxed(&self) -> Box<dyn Instance> {
        Box::new(self.clone())
    }
}

/// An object with setters: whoever holds it sees a change.
///
/// A lock that a panic left behind still guards a whole value, so its poison is ignored.
pub(crate) struct Changeable<T>(Arc<Mutex<T>>);

impl<T: Clone> Changeable<T> {
    pub(crate) fn new(value: T) -> Self {
        Changeable(Arc::new(Mutex::new(value)))
    }

    /// The same object once more; a clone is a copy that changes on its own.
    pub(crate) fn share(&self) -> Self {
        Changeable(Arc::clone(&self.0))
    }

    /// The value as it is now.
    pub(crate) fn get(&self) -> T {
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    /// Changes the value in place.
    pub(crate) fn change<R>(&self, change: impl FnOnce(&mut T) -> R) -> R {
        change(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl<T: Clone> Clone for Changeable<T> {
    fn clone(&self) -> Self {
        Changeable::new(self.get())
    }
}

impl<T: Clone + PartialEq> PartialEq for Changeable<T> {
    fn eq(&self, other: &Self) -> bool {
        self.get() == other.get()
    }
}

impl<T: JavaObject> JavaObject for Changeable<T> {
    const CHANGES: bool = true;

    fn java_class(&self) -> ClassId {
        self.get().java_class()
    }

    fn java_text(&self) -> String {
        self.get().java_text()
    }

    fn java_hash(&self) -> i32 {
        self.get().java_hash()
    }

    fn java_order(&self, other: &Self) -> Option<i32> {
        self.get().java_order(&other.get())
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

/// An object of which an expression can do nothing but tell the class.
#[derive(Clone, PartialEq)]
pub(super) struct Opaque(pub(super) ClassId);

impl JavaObject for Opaque {
    fn java_class(&self) -> ClassId {
        self.0
    }

    fn java_text(&self) -> String {
        identity_text(self.0)
    }

    fn java_hash(&self) -> i32 {
        identity_hash(self.0)
    }
}

/// What `describeConstable()` gives for values that are no constants of class files: an object known by its text.
#[derive(Clone, PartialEq)]
struct Described {
    class: ClassId,
    text: String,
}

impl JavaObject for Described {
    fn java_class(&self) -> ClassId {
        self.class
    }

    fn java_text(&self) -> String {
        self.text.clone()
    }

    fn java_hash(&self) -> i32 {
        identity_hash(self.class)
    }
}

/// The description of an enum constant.
pub(super) fn described_enum<'a>(call: &Call<'a>, constant: &EnumConstant) -> Value<'a> {
    let text = format!(
        "EnumDesc[{}.{}]",
        constant.class.simple_name(),
        constant.name
    );
    described(
        call,
        const { ClassId::named("java.lang.Enum$EnumDesc") },
        text,
    )
}

/// The description of a value that a call of `ConstantBootstraps` gives.
pub(super) fn described_call<'a>(call: &Call<'a>, written: &str) -> Value<'a> {
    let text = format!("DynamicConstantDesc[ConstantBootstraps::{written}]");
    described(
        call,
        const { ClassId::named("java.lang.constant.DynamicConstantDesc") },
        text,
    )
}

fn described<'a>(call: &Call<'a>, class: ClassId, text: String) -> Value<'a> {
    let description = call.arena.object(Described { class, text });
    call.arena.holder(Holder::Optional(Some(description)))
}
