//! stub
pub(crate) struct Pattern;
pub(crate) struct Bad {
    pub(crate) message: String,
}
impl Pattern {
    pub(crate) fn new(_t: &str) -> Result<Pattern, Bad> {
        Ok(Pattern)
    }
    pub(crate) fn full_match(&self, _t: &str, _w: usize) -> Result<bool, Bad> {
        Ok(true)
    }
    pub(crate) fn full_match_units(&self, _t: &[u16], _w: usize) -> Result<bool, Bad> {
        Ok(true)
    }
}

#[derive(Default)]
pub(crate) struct PatternCache;
impl PatternCache {
    pub(crate) fn get(&self, t: &str) -> Result<std::sync::Arc<Pattern>, Bad> {
        Pattern::new(t).map(std::sync::Arc::new)
    }
}
