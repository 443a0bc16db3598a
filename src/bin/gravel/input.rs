//! Where the data of an evaluation come from: files and flags.

use crate::Problem;
use clap::Args;
use gravitee_el::Owned;
use gravitee_el::host::{Body, HeaderKey, HeaderList, Headers};
use gravitee_el::model;
use gravitee_el::typed::{self, ContextData};
use std::io::Read;
use std::path::{Path, PathBuf};

/// The flags that describe a request and its surroundings. Single values win over files.
#[derive(Args)]
pub(crate) struct Data {
    /// A raw HTTP request: request line, headers, an empty line, body
    #[arg(long, value_name = "FILE")]
    request: Option<PathBuf>,
    /// A raw HTTP response
    #[arg(long, value_name = "FILE")]
    response: Option<PathBuf>,
    /// A context as JSON: request, response, context, api, vars …
    #[arg(long, value_name = "FILE")]
    context: Option<PathBuf>,
    /// A header of the request
    #[arg(long, value_name = "NAME: VALUE")]
    header: Vec<String>,
    /// The method of the request
    #[arg(long)]
    method: Option<String>,
    /// The path of the request
    #[arg(long)]
    path: Option<String>,
    /// A query parameter of the request
    #[arg(long, value_name = "NAME=VALUE")]
    param: Vec<String>,
    /// An attribute, `#context.attributes['NAME']`
    #[arg(long, value_name = "NAME=VALUE")]
    attribute: Vec<String>,
    /// A property of the API, `#api.properties['NAME']`
    #[arg(long, value_name = "NAME=VALUE")]
    property: Vec<String>,
    /// Any variable, its value as JSON
    #[arg(long, value_name = "NAME=JSON")]
    var: Vec<String>,
    /// The body of the request, text in the charset of its Content-Type (UTF-8 without one)
    #[arg(long, value_name = "FILE")]
    body: Option<PathBuf>,
}

impl Data {
    pub(crate) fn read(&self) -> Result<ContextData, Problem> {
        let (mut data, mut body) = self.files()?;
        if let Some(method) = &self.method {
            data.request_mut().method.clone_from(method);
        }
        if let Some(path) = &self.path {
            data.request_mut().path.clone_from(path);
        }
        for header in &self.header {
            let (name, value) = split(header, ':', "--header", "NAME: VALUE")?;
            data.request_mut()
                .headers
                .add(name.trim(), value.trim().as_bytes());
        }
        for param in &self.param {
            let (name, value) = param
                .split_once('=')
                .map_or((param.as_str(), None), |(name, value)| (name, Some(value)));
            data.request_mut().params.add(name, value);
        }
        for attribute in &self.attribute {
            let (name, value) = split(attribute, '=', "--attribute", "NAME=VALUE")?;
            data.set_attribute(name, Owned::from(value));
        }
        for property in &self.property {
            let (name, value) = split(property, '=', "--property", "NAME=VALUE")?;
            data.set_property(name, Owned::from(value));
        }
        for var in &self.var {
            let (name, json) = split(var, '=', "--var", "NAME=JSON")?;
            let value = typed::value_from_json(json).map_err(|error| {
                Problem::Usage(format!("the value of `--var {name}` is no JSON: {error}"))
            })?;
            data.set(name, value);
        }
        if let Some(file) = &self.body {
            body = Some(bytes(file)?);
        }
        if let Some(bytes) = body {
            let body = decoded(bytes, &data.request_mut().headers)?;
            data.set_request_body(body);
        }
        Ok(data)
    }

    /// What the files say; the body of a request waits for its headers, which flags may add to.
    fn files(&self) -> Result<(ContextData, Option<Vec<u8>>), Problem> {
        let mut data = match &self.context {
            Some(file) => ContextData::from_json(&text(file)?).map_err(|error| {
                Problem::Usage(format!("{} is no context: {error}", file.display()))
            })?,
            None => ContextData::default(),
        };
        let mut request_body = None;
        if let Some(file) = &self.request {
            let (request, body) = model::read_request(&bytes(file)?).map_err(|error| {
                Problem::Usage(format!("{} is no HTTP request: {error}", file.display()))
            })?;
            data.set_request(request, None);
            request_body = body;
        }
        if let Some(file) = &self.response {
            let (response, body) = model::read_response(&bytes(file)?).map_err(|error| {
                Problem::Usage(format!("{} is no HTTP response: {error}", file.display()))
            })?;
            let body = body.map(|bytes| decoded(bytes, &response.headers));
            data.set_response(response, body.transpose()?);
        }
        Ok((data, request_body))
    }
}

/// A body in the charset that the headers beside it name.
fn decoded(bytes: Vec<u8>, headers: &HeaderList) -> Result<Body, Problem> {
    let content_type = headers
        .value(&HeaderKey::new("content-type"), 0)
        .map(String::from_utf8_lossy)
        .unwrap_or_default();
    Body::of_content_type(&content_type, move || bytes.clone()).ok_or_else(|| {
        Problem::Usage(format!(
            "the charset of `Content-Type: {content_type}` is not known"
        ))
    })
}

fn split<'t>(
    text: &'t str,
    at: char,
    flag: &str,
    form: &str,
) -> Result<(&'t str, &'t str), Problem> {
    text.split_once(at)
        .ok_or_else(|| Problem::Usage(format!("`{flag} {text}` is not of the form {form}")))
}

/// The expression itself, or standard input for `-` (without the line break at its end).
pub(crate) fn expression(argument: &str) -> Result<String, Problem> {
    if argument != "-" {
        return Ok(argument.to_owned());
    }
    let mut text = String::new();
    std::io::stdin()
        .read_to_string(&mut text)
        .map_err(|error| Problem::Usage(format!("standard input cannot be read: {error}")))?;
    let line = text.strip_suffix('\n').unwrap_or(&text);
    Ok(line.strip_suffix('\r').unwrap_or(line).to_owned())
}

/// A text file; `-` is standard input.
pub(crate) fn text(file: &Path) -> Result<String, Problem> {
    String::from_utf8(bytes(file)?)
        .map_err(|_| Problem::Usage(format!("{} is no UTF-8 text", file.display())))
}

pub(crate) fn bytes(file: &Path) -> Result<Vec<u8>, Problem> {
    if file == Path::new("-") {
        let mut bytes = Vec::new();
        std::io::stdin()
            .read_to_end(&mut bytes)
            .map_err(|error| unreadable(file, &error))?;
        return Ok(bytes);
    }
    std::fs::read(file).map_err(|error| unreadable(file, &error))
}

pub(crate) fn unreadable(file: &Path, error: &std::io::Error) -> Problem {
    Problem::Usage(format!("{} cannot be read: {error}", file.display()))
}
