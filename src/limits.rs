//! How much one expression may cost, in units that do not depend on the machine.

/// Upper bounds of one compilation and one evaluation. Where the reference engine has a bound, the default is its bound;
/// where it has none, the default is generous for an expression and harmless for a host.
///
/// ```
/// use gravitee_el::Limits;
///
/// let strict = Limits { operations: 10_000, ..Limits::default() };
/// assert_eq!(strict.concatenated_text, 100_000);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of a whole template; beyond it `EL2001E`.
    pub template_text: usize,
    /// UTF-16 units of one expression; beyond it `EL1079E`.
    pub expression_text: usize,
    /// Levels of nesting of an expression; beyond it `EL2002E`.
    pub nesting: usize,
    /// Operations of one evaluation, elements of projections and selections included; beyond it `EL2003E`.
    pub operations: u32,
    /// Bytes of text that one evaluation may produce; beyond it `EL2004E`.
    pub produced_text: usize,
    /// Collection elements that one evaluation may produce; beyond it `EL2005E`.
    pub produced_items: usize,
    /// Decimal digits of one `BigInteger` or `BigDecimal`; beyond it `EL2004E`.
    pub big_number_digits: usize,
    /// UTF-16 units of one concatenation; beyond it `EL1078E`.
    pub concatenated_text: usize,
    /// UTF-16 units of one repetition; beyond it `EL1076E`.
    pub repeated_text: usize,
    /// UTF-16 units of a regular expression of `matches`; beyond it `EL1077E`.
    pub regex_text: usize,
    /// Elements of one array construction must stay below this; otherwise `EL1075E`.
    pub array_items: usize,
    /// Bytes of a JSON text that `#jsonPath` reads; beyond it `EL2007E`.
    pub json_text: usize,
    /// Levels that one JSON path goes down, steps of the path included; beyond it `EL2008E`.
    pub json_depth: usize,
    /// Values that one JSON path visits; beyond it `EL2009E`.
    pub json_visits: usize,
    /// Bytes of a JSON path; beyond it `EL2010E`.
    pub json_path_text: usize,
    /// Values in the answer of one JSON path; beyond it `EL2011E`.
    pub json_results: usize,
    /// Bytes of a body that `jsonContent` or `xmlContent` reads; beyond it `EL2012E`.
    pub body_text: usize,
    /// Levels of a body that `jsonContent` or `xmlContent` reads; beyond it `EL2013E`. Beyond 1 000 levels the reference
    /// gives an empty map, so a larger limit lets that happen.
    pub body_depth: usize,
    /// Values of a body that `jsonContent` or `xmlContent` reads; beyond it `EL2014E`.
    pub body_values: usize,
    /// Bytes of a document that `#xpath` reads; beyond it `EL2015E`.
    pub xml_text: usize,
    /// Levels of elements of a document that `#xpath` reads; beyond it `EL2016E`. The reference's own limit is 100 and
    /// a failure of the function (`EL1023E`), so only a smaller one is ever met.
    pub xml_depth: usize,
    /// Nodes that one XPath expression looks at, each time counted; beyond it `EL2017E`.
    pub xml_visits: u64,
    /// Bytes of a text, or nodes of a list, that one XPath expression builds; beyond it `EL2018E`.
    pub xml_result: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Limits {
            template_text: 1 << 20,
            expression_text: 10_000,
            nesting: 400,
            operations: 1_000_000,
            produced_text: 16 << 20,
            produced_items: 1 << 20,
            big_number_digits: 50_000,
            concatenated_text: 100_000,
            repeated_text: 256,
            regex_text: 1_000,
            array_items: 262_144,
            json_text: 32 << 20,
            json_depth: 1_000,
            json_visits: 10_000_000,
            json_path_text: 20_000,
            json_results: 1 << 20,
            body_text: 16 << 20,
            body_depth: 1_000,
            body_values: 4 << 20,
            xml_text: 16 << 20,
            xml_depth: 1_000,
            xml_visits: 20_000_000,
            xml_result: 16 << 20,
        }
    }
}
