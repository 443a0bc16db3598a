//! Constants of Java enums.

use super::{ClassId, Instance};

/// A constant of an enum: compared by its place among its siblings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct EnumConstant {
    pub(crate) class: ClassId,
    /// Binary class name, for enums that have no class of their own here.
    pub(crate) class_name: &'static str,
    pub(crate) name: &'static str,
    /// `toString()`, which is the name unless the enum says otherwise.
    pub(crate) text: &'static str,
    pub(crate) ordinal: i32,
}

impl Instance for EnumConstant {
    fn class(&self) -> ClassId {
        self.class
    }

    fn text(&self) -> String {
        self.text.to_owned()
    }

    fn equals(&self, other: &dyn Instance) -> bool {
        other.downcast::<EnumConstant>() == Some(self)
    }

    fn hash_code(&self) -> i32 {
        self.ordinal
    }

    fn compare(&self, other: &dyn Instance) -> Option<i32> {
        let other = other
            .downcast::<EnumConstant>()
            .filter(|other| other.class_name == self.class_name)?;
        Some(self.ordinal - other.ordinal)
    }

    fn boxed(&self) -> Box<dyn Instance> {
        Box::new(*self)
    }
}
