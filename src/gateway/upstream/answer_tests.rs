//! Heads of answers, good and bad.

use super::{Delimiter, parse};
use bytes::BytesMut;

fn delimiter(text: &str, head: bool) -> Result<Delimiter, &'static str> {
    let mut input = BytesMut::from(text);
    let answer = parse(&mut input, &mut 0)?.ok_or("it is not whole")?;
    answer.delimiter(head)
}

#[test]
fn an_answer_says_where_its_body_ends() {
    for (text, head, expected) in [
        ("HTTP/1.1 200 OK\r\n\r\n", false, Delimiter::Close),
        ("HTTP/1.1 200 OK\r\n\r\n", true, Delimiter::Length(0)),
        ("HTTP/1.1 204\r\n\r\n", false, Delimiter::Length(0)),
        (
            "HTTP/1.1 304 \r\nContent-Length: 9\r\n\r\n",
            false,
            Delimiter::Length(0),
        ),
        (
            "HTTP/1.0 200 OK\nContent-Length: 9\n\n",
            false,
            Delimiter::Length(9),
        ),
        (
            "HTTP/1.1 200 OK\r\nContent-Length: 9\r\nContent-Length: 9\r\n\r\n",
            false,
            Delimiter::Length(9),
        ),
        (
            "HTTP/1.1 200 \u{fc}\r\nTransfer-Encoding: Chunked\r\n\r\n",
            false,
            Delimiter::Chunked,
        ),
    ] {
        assert_eq!(delimiter(text, head), Ok(expected), "{text:?}");
    }
}

#[test]
fn what_is_no_answer_is_told_from_one_that_is_to_come() {
    let large = format!("HTTP/1.1 200 OK\r\nX: {}\r\n\r\n", "a".repeat(70_000));
    let many = format!("HTTP/1.1 200 OK\r\n{}\r\n", "X: a\r\n".repeat(300));
    for text in [
        "HTTP/2 200 OK\r\n\r\n",
        "<html>hello</html>",
        "HTTP/1.1 99 OK\r\n\r\n",
        "HTTP/1.1 099 OK\r\n\r\n",
        "HTTP/1.1 1000 OK\r\n\r\n",
        "HTTP/1.1  200 OK\r\n\r\n",
        "HTTP/1.1 200 O\0K\r\n\r\n",
        "HTTP/1.1 200 OK\r\nX: a\r\n folded\r\n\r\n",
        "HTTP/1.1 200 OK\r\nX : a\r\n\r\n",
        "HTTP/1.1 200 OK\r\nX: a\rb\r\n\r\n",
        "HTTP/1.1 200 OK\r\nno field\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 1, 1\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n",
        "HTTP/1.0 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n",
        large.as_str(),
        many.as_str(),
    ] {
        let found = delimiter(text, false);
        assert!(found.is_err_and(|why| why != "it is not whole"), "{text:?}");
    }
}

#[test]
fn a_head_may_come_in_pieces() {
    let text = "HTTP/1.1 200 OK\r\nX: a\r\n\r\nrest";
    let (mut input, mut scanned) = (BytesMut::new(), 0);
    let end = text.len() - 4;
    for (at, octet) in text[..end].bytes().enumerate() {
        input.extend_from_slice(&[octet]);
        let whole = parse(&mut input, &mut scanned).expect("nothing is wrong with it");
        assert_eq!(whole.is_some(), at == end - 1, "at {at}");
    }
    let mut input = BytesMut::from(text);
    assert!(matches!(parse(&mut input, &mut 0), Ok(Some(_))));
    assert_eq!(&input[..], b"rest");
}
