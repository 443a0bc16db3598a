//! Reading `value.name` on everything that is not a map: getter, bare method, field.
//!
//! The sandbox does not apply here; what a class opens is what its table lists. Members of `Object` and of `Class`
//! itself are never properties.

use super::member::{Call, Field, Method};
use super::{enums, hierarchy, suggest};
use crate::diagnostic::Code;
use crate::value::class::Kind;
use crate::value::enum_constant::EnumConstant;
use crate::value::fault::{Family, Fault, Outcome};
use crate::value::host::Object;
use crate::value::thrown::Thrown;
use crate::value::{ClassId, ClassRef, Value};

/// What reads a property of a class.
#[derive(Clone, Copy)]
pub(crate) enum Reader {
    Method(&'static Method),
    Field(&'static Field),
    /// A constant of an enum.
    Constant(&'static EnumConstant),
    /// All constants of an enum.
    Constants(ClassId),
}

impl Reader {
    /// The value of the property.
    pub(crate) fn read<'a>(
        self,
        call: &Call<'a>,
        target: Value<'a>,
        name: &str,
    ) -> Outcome<Value<'a>> {
        let outcome = match self {
            Reader::Method(method) if method.is_static => (method.body)(call, Value::Null, &[]),
            Reader::Method(method) => (method.body)(call, target, &[]),
            Reader::Field(field) => (field.body)(call, Value::Null, &[]),
            Reader::Constant(constant) => Ok(call.arena.object(*constant)),
            Reader::Constants(class) => enums::values(call, class),
        };
        outcome.map_err(|fault| getter_failed(fault, name))
    }
}

/// The value of a property of anything but null, maps and headers.
pub(crate) fn property<'a>(call: &Call<'a>, target: Value<'a>, name: &str) -> Outcome<Value<'a>> {
    if let Value::Bean(bean) = target {
        return property_of_bean(call, bean, name);
    }
    let (class, of_class) = super::call::subject(target);
    if class.is_array() && name == "length" {
        return array_length(target);
    }
    match reader(class, of_class, name) {
        Some(reader) => reader.read(call, target, name),
        None => Err(suggest::unknown_property(class, of_class, name)),
    }
}

/// What reads that property of an instance, or, `of_class`, of the class itself; nothing for arrays.
pub(crate) fn reader(class: ClassRef, of_class: bool, name: &str) -> Option<Reader> {
    if class.is_array() || (!of_class && class.id.is_a(ClassId::CLASS_LOADER)) {
        return None;
    }
    let wanted = Wanted::new(name);
    let mut best: Option<(u8, Reader)> = None;
    for method in readable_methods(class, of_class) {
        if let Some(rank) = wanted
            .rank(method)
            .filter(|rank| best.is_none_or(|(known, _)| *rank < known))
        {
            best = Some((rank, Reader::Method(method)));
        }
    }
    let field = || {
        readable_fields(class)
            .find(|field| field.name == name)
            .map(Reader::Field)
    };
    best.map(|(_, reader)| reader)
        .or_else(field)
        .or_else(|| enum_reader(class.id, name))
}

/// What reads a static member that every enum has.
fn enum_reader(class: ClassId, name: &str) -> Option<Reader> {
    match name {
        "values" if class.kind() == Kind::Enum => Some(Reader::Constants(class)),
        _ => enums::named(class, name).map(Reader::Constant),
    }
}

/// The public methods without parameters that can be read.
pub(super) fn readable_methods(
    class: ClassRef,
    of_class: bool,
) -> impl Iterator<Item = &'static Method> {
    let tables = hierarchy::tables(class)
        .filter(|table| table.class != ClassId::OBJECT && table.class != ClassId::CLASS);
    tables.flat_map(move |table| {
        // static methods of an interface belong to nobody but the interface
        let foreign = table.class.is_interface() && table.class != class.id;
        table.methods.iter().filter(move |method| {
            method.params.is_empty()
                && !method.hidden
                && (method.is_static || !of_class)
                && !(method.is_static && foreign)
        })
    })
}

/// The public static fields that can be read.
pub(super) fn readable_fields(class: ClassRef) -> impl Iterator<Item = &'static Field> {
    hierarchy::tables(class).flat_map(|table| table.fields)
}

/// The names that a property's getter may have.
struct Wanted<'n> {
    name: &'n str,
    /// The name as it stands after `get`.
    suffix: Suffix<'n>,
    /// A second form, where the first does not begin with a capital.
    capital: Option<Suffix<'n>>,
}

/// A text given as its first character and the rest, so that the first can be another than in the source.
#[derive(Clone, Copy)]
struct Suffix<'n>(char, &'n str);

impl Suffix<'_> {
    fn is(self, text: &str) -> bool {
        let mut chars = text.chars();
        chars.next() == Some(self.0) && chars.as_str() == self.1
    }
}

impl<'n> Wanted<'n> {
    fn new(name: &'n str) -> Self {
        let mut chars = name.chars();
        let first = chars.next().unwrap_or('\0');
        let rest = chars.as_str();
        let as_written = chars.next().is_some_and(char::is_uppercase);
        let capital = Suffix(upper(first), rest);
        let suffix = if as_written {
            Suffix(first, rest)
        } else {
            capital
        };
        let capital = (!suffix.0.is_uppercase()).then_some(capital);
        Wanted {
            name,
            suffix,
            capital,
        }
    }

    /// How early the reference would take the method for this property; smaller is earlier.
    fn rank(&self, method: &Method) -> Option<u8> {
        let is_boolean = [ClassId::BOOLEAN_P, ClassId::BOOLEAN]
            .map(ClassRef::of)
            .contains(&method.returns);
        let getter = method
            .name
            .strip_prefix("get")
            .and_then(|rest| self.form(rest));
        let question = method
            .name
            .strip_prefix("is")
            .filter(|_| is_boolean)
            .and_then(|rest| self.form(rest));
        let itself = (method.name == self.name).then_some(4);
        getter.or(question.map(|form| form + 2)).or(itself)
    }

    fn form(&self, rest: &str) -> Option<u8> {
        match self.capital {
            _ if self.suffix.is(rest) => Some(0),
            Some(capital) if capital.is(rest) => Some(1),
            _ => None,
        }
    }
}

/// One character in upper case, as long as that is one character.
fn upper(char: char) -> char {
    let mut upper = char.to_uppercase();
    match (upper.next(), upper.next()) {
        (Some(one), None) => one,
        _ => char,
    }
}

fn array_length(target: Value<'_>) -> Outcome<Value<'_>> {
    match target.items() {
        Some(items) => Ok(Value::Int(i32::try_from(items.len()).unwrap_or(i32::MAX))),
        None => {
            let cause = Thrown::new("IllegalStateException", "an array class has no length");
            Err(Fault::caused(
                Code::PROPERTY_FAILED,
                "an array class has no length",
                cause,
            ))
        }
    }
}

/// A property of a bean, or what the table of its class offers (an entry, an `Optional` of the host).
fn property_of_bean<'a>(call: &Call<'a>, bean: &'a dyn Object, name: &str) -> Outcome<Value<'a>> {
    if let Some(value) = bean_property(bean, name) {
        return Ok(value);
    }
    match reader(bean.class().into(), false, name) {
        Some(reader) => reader.read(call, Value::Bean(bean), name),
        None => Err(unknown_of_bean(bean, name)),
    }
}

/// A property of a bean. The gateway's own beans are read through getters in Java, so `Id` and `getId` name `id` too; a
/// bean of the host has exactly the names it lists.
fn bean_property<'a>(bean: &'a dyn Object, name: &str) -> Option<Value<'a>> {
    if bean.class() == ClassId::OBJECT {
        return bean.get(name);
    }
    bean.get(name).or_else(|| {
        let getter = name.strip_prefix("get").or_else(|| name.strip_prefix("is"));
        let getter = getter.filter(|rest| rest.starts_with(char::is_uppercase));
        bean.get(&uncapitalised(getter.unwrap_or(name)))
    })
}

/// The property that a getter called `get` with this suffix stands for.
fn uncapitalised(suffix: &str) -> String {
    let mut chars = suffix.chars();
    let Some(first) = chars.next() else {
        return String::new();
    };
    first.to_lowercase().chain(chars).collect()
}

#[cold]
fn unknown_of_bean(bean: &dyn Object, name: &str) -> Box<Fault> {
    suggest::unknown_among(bean.class_name(), name, bean.properties().into_iter())
}

/// An exception of a getter is an evaluation error; other faults stay what they are.
#[cold]
fn getter_failed(fault: Box<Fault>, name: &str) -> Box<Fault> {
    match fault.family {
        Family::El(_) => fault,
        Family::Java(_) | Family::Invocation => {
            let cause = fault.thrown();
            let message = format!("reading `{name}` failed: {}", cause.message);
            Fault::caused(Code::PROPERTY_FAILED, message, cause)
        }
    }
}
