//! The registry of codes. `EL1xxxE` are the reference engine's, for the same failure; `EL2xxx` are ours, for what the
//! reference has no code for. A released number is never used for anything else; a new code takes the next free one.

use std::fmt;

/// A stable code, printed as `EL1008E`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Code(pub u16);

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "EL{}E", self.0)
    }
}

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $number:literal, $title:literal;)*) => {
        impl Code {
            $($(#[$doc])* #[doc = $title] pub const $name: Code = Code($number);)*
        }
        /// Every code with its one-line title, ascending.
        pub const ALL: &[(Code, &str)] = &[$((Code($number), $title)),*];
    };
}

codes! {
    TYPE_CONVERSION = 1001, "a value cannot be converted to the type needed here";
    CONSTRUCTOR_PROBLEM = 1003, "an object cannot be constructed";
    METHOD_NOT_FOUND = 1004, "no callable method fits";
    TYPE_NOT_FOUND = 1005, "the class does not exist";
    FUNCTION_NOT_FOUND = 1006, "the function does not exist";
    PROPERTY_ON_NULL = 1007, "a property of null was read";
    PROPERTY_NOT_FOUND = 1008, "the property does not exist";
    PROPERTY_WRITE_ON_NULL = 1009, "a property of null was written";
    PROPERTY_NOT_WRITABLE = 1010, "the property cannot be written";
    METHOD_ON_NULL = 1011, "a method of null was called";
    INDEX_INTO_NULL = 1012, "null was indexed";
    NOT_COMPARABLE = 1013, "the values have no order";
    FUNCTION_ARITY = 1014, "the function takes another number of arguments";
    SELECTION_TARGET = 1015, "the value has no elements to select";
    SELECTION_NOT_BOOLEAN = 1016, "the selection criterion is not a boolean";
    BETWEEN_OPERAND = 1017, "between needs a list of two bounds";
    PATTERN_INVALID = 1018, "the regular expression is not valid";
    PROJECTION_TARGET = 1019, "the value has no elements to project";
    PROPERTY_FAILED = 1021, "reading the property failed";
    NOT_A_FUNCTION = 1022, "the variable is not a function";
    FUNCTION_FAILED = 1023, "the function failed";
    ARRAY_INDEX = 1024, "the array index is out of bounds";
    COLLECTION_INDEX = 1025, "the collection index is out of bounds";
    STRING_INDEX = 1026, "the string index is out of bounds";
    NOT_INDEXABLE = 1027, "the value cannot be indexed";
    INSTANCEOF_OPERAND = 1028, "instanceof needs a class on its right";
    METHOD_ARGUMENT = 1029, "the method cannot be called with these arguments";
    OPERATOR_TYPES = 1030, "the operator does not work on these types";
    METHOD_LOOKUP = 1031, "choosing the method failed";
    NOT_A_TARGET = 1032, "the left side cannot be assigned";
    METHOD_AMBIGUOUS = 1033, "several methods fit only by conversion";
    NOT_AN_INT = 1035, "the number does not fit an int";
    NOT_A_LONG = 1036, "the number does not fit a long";
    MATCHES_LEFT = 1037, "the left side of matches is null";
    MATCHES_RIGHT = 1038, "the right side of matches is not a string";
    NOT_A_REAL = 1040, "the text is not a real number";
    MORE_INPUT = 1041, "there is more text after a complete expression";
    RIGHT_OPERAND = 1042, "the right operand is missing";
    UNEXPECTED_TOKEN = 1043, "another token was expected here";
    OUT_OF_INPUT = 1044, "the expression ends too early";
    DOUBLE_QUOTE_OPEN = 1045, "a string in double quotes is not closed";
    SINGLE_QUOTE_OPEN = 1046, "a string in single quotes is not closed";
    LONG_SUFFIX_ON_REAL = 1048, "a real number cannot have the suffix L";
    DATA_AFTER_DOT = 1049, "no name follows the dot";
    CONSTRUCTOR_ARGUMENTS = 1050, "the constructor call has no arguments";
    OUT_OF_ARGUMENTS = 1051, "the argument list is not closed";
    NO_BEANS = 1057, "there are no beans here";
    BEAN_NAME = 1059, "a bean reference needs a name";
    ARRAY_INITIALIZER_DIMENSIONS = 1062, "only one-dimensional arrays take an initialiser";
    ARRAY_DIMENSION_MISSING = 1063, "the array has no size";
    ARRAY_INITIALIZER_SIZE = 1064, "size and initialiser of the array disagree";
    ESCAPE_CHARACTER = 1065, "a backslash stands outside a string";
    NOT_INCREMENTABLE = 1066, "the operand cannot be incremented";
    NOT_DECREMENTABLE = 1067, "the operand cannot be decremented";
    NOT_ASSIGNABLE = 1068, "the operand cannot be assigned";
    MISSING_CHARACTER = 1069, "a character of the operator is missing";
    LEFT_OPERAND = 1070, "the left operand is missing";
    MISSING_SELECTION = 1071, "the brackets are empty";
    REGEX_WORK = 1073, "the regular expression took too many steps";
    ARRAY_TOO_LARGE = 1075, "the array is too large";
    REPEAT_TOO_LONG = 1076, "the repeated text is too long";
    REGEX_TOO_LONG = 1077, "the regular expression is too long";
    CONCAT_TOO_LONG = 1078, "the concatenated text is too long";
    EXPRESSION_TOO_LONG = 1079, "the expression is too long";
    NEGATIVE_REPEAT = 1081, "a text cannot be repeated a negative number of times";
    UNSUPPORTED_CHARACTER = 1082, "the character has no meaning here";
    TEMPLATE_TOO_LONG = 2001, "the template is too long";
    NESTING_TOO_DEEP = 2002, "the expression is nested too deeply";
    OUT_OF_FUEL = 2003, "the evaluation took too many operations";
    TEXT_TOO_LARGE = 2004, "the evaluation produced too much text";
    COLLECTION_TOO_LARGE = 2005, "the evaluation produced too large a collection";
    NOT_AVAILABLE = 2006, "this Java member is not available in this engine";
    JSON_TOO_LARGE = 2007, "the JSON text is too large";
    JSON_TOO_DEEP = 2008, "the JSON document or the JSON path is nested too deeply";
    JSON_PATH_WORK = 2009, "the JSON path visits too many values";
    JSON_PATH_TOO_LONG = 2010, "the JSON path is too long";
    JSON_RESULT_TOO_LARGE = 2011, "the JSON path finds too many values";
    BODY_TOO_LARGE = 2012, "the body is too large to be read as JSON or XML";
    BODY_TOO_DEEP = 2013, "the JSON or XML of the body is nested too deeply";
    BODY_TOO_MANY_VALUES = 2014, "the JSON or XML of the body has too many values";
    XML_TOO_LARGE = 2015, "the XML text is too large";
    XML_TOO_DEEP = 2016, "the elements of the XML text are nested too deeply";
    XPATH_WORK = 2017, "the XPath expression looks at too many nodes";
    XPATH_RESULT_TOO_LARGE = 2018, "the XPath expression builds too large a result";
    XPATH_TOO_DEEP = 2019, "the XPath expression is nested too deeply";
}
