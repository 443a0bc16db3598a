//! Enums with Java's constants: names, order, `values()` and `valueOf`.

/// Declares an enum with Java's constant names, in Java's order.
macro_rules! java_enum {
    ($(#[$doc:meta])* $name:ident { $($variant:ident = $text:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(u8)]
        pub(crate) enum $name {
            $(#[doc = $text] $variant),+
        }

        impl $name {
            /// All constants in order (`values()`).
            pub(crate) const VALUES: &'static [Self] = &[$(Self::$variant),+];

            /// The constant's name (`name()`).
            pub(crate) fn name(self) -> &'static str {
                match self { $(Self::$variant => $text),+ }
            }

            /// Position in the declaration (`ordinal()`).
            pub(crate) fn ordinal(self) -> i32 {
                self as i32
            }

            /// The constant of that name (`valueOf`).
            pub(crate) fn value_of(name: &str) -> $crate::java::time::thrown::Outcome<Self> {
                Self::VALUES.iter().copied().find(|value| value.name() == name).ok_or_else(|| {
                    $crate::java::time::thrown::Thrown::illegal_argument(format!("`{name}` is no constant of {}", stringify!($name)))
                })
            }
        }
    };
}
pub(crate) use java_enum;

/// Enums whose `toString()` is the name.
macro_rules! display_as_name {
    ($($name:ident),+) => {$(
        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.name())
            }
        }
    )+};
}
pub(crate) use display_as_name;
