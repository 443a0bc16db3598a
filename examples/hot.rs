//! Evaluates one condition many times, for an instruction profile.
use gravitee_el::host::{Headers, ParamList, Params, Request};
use gravitee_el::{Context, Engine};
use http::{HeaderMap, HeaderName, HeaderValue};
struct S {
    h: HeaderMap,
    p: ParamList,
}
impl Request for S {
    fn method(&self) -> &str {
        "GET"
    }
    fn path(&self) -> &str {
        "/orders/42"
    }
    fn headers(&self) -> &dyn Headers {
        &self.h
    }
    fn params(&self) -> &dyn Params {
        &self.p
    }
}
fn main() {
    let mut h = HeaderMap::new();
    for (n, v) in [("host", "api"), ("accept", "*/*"), ("x-test", "something")] {
        h.insert(HeaderName::from_static(n), HeaderValue::from_static(v));
    }
    let s = S {
        h,
        p: ParamList::default(),
    };
    let t = Engine::new()
        .compile("{#request.headers['X-Test'][0] == 'something' && #request.method == 'GET'}")
        .unwrap();
    let mut n = 0;
    for _ in 0..100000 {
        let mut c = Context::new();
        c.set_request(std::hint::black_box(&s), None);
        n += t.matches(&c).is_true() as u32;
    }
    println!("{n}");
}
