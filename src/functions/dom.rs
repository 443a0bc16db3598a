//! DOM nodes that `#xpath` returns, as beans of an expression.

use super::xpath::DomNode;
use crate::value::Value;
use crate::value::host::{Object, Sequence};
use elsa::FrozenVec;

/// A node, with what its properties have given so far.
pub(crate) struct DomBean {
    node: DomNode,
    class_name: String,
    given: FrozenVec<Box<Given>>,
}

/// The value of a property that had to be made.
enum Given {
    Text(String),
    Node(DomBean),
    Nodes(DomNodes),
}

/// A list of nodes.
pub(crate) struct DomNodes(Vec<DomBean>);

impl Sequence for DomNodes {
    fn len(&self) -> usize {
        self.0.len()
    }

    fn get(&self, index: usize) -> Option<Value<'_>> {
        self.0.get(index).map(|node| Value::Bean(node))
    }
}

const PROPERTIES: [&str; 16] = [
    "nodeName",
    "nodeValue",
    "nodeType",
    "textContent",
    "localName",
    "prefix",
    "namespaceURI",
    "parentNode",
    "ownerDocument",
    "ownerElement",
    "documentElement",
    "childNodes",
    "firstChild",
    "lastChild",
    "nextSibling",
    "previousSibling",
];

impl DomBean {
    pub(crate) fn new(node: DomNode) -> Self {
        DomBean {
            class_name: node.class_name(),
            node,
            given: FrozenVec::new(),
        }
    }

    fn text(&self, text: Option<impl Into<String>>) -> Value<'_> {
        match text.map(|text| self.given.push_get(Box::new(Given::Text(text.into())))) {
            Some(Given::Text(text)) => Value::Str(text),
            _ => Value::Null,
        }
    }

    fn node(&self, node: Option<DomNode>) -> Value<'_> {
        match node.map(|node| {
            self.given
                .push_get(Box::new(Given::Node(DomBean::new(node))))
        }) {
            Some(Given::Node(node)) => Value::Bean(node),
            _ => Value::Null,
        }
    }

    fn nodes(&self, nodes: Vec<DomNode>) -> Value<'_> {
        let nodes = DomNodes(nodes.into_iter().map(DomBean::new).collect());
        match self.given.push_get(Box::new(Given::Nodes(nodes))) {
            Given::Nodes(nodes) => Value::Sequence(nodes),
            _ => Value::Null,
        }
    }
}

impl Object for DomBean {
    fn class_name(&self) -> &str {
        &self.class_name
    }

    fn get(&self, property: &str) -> Option<Value<'_>> {
        let node = &self.node;
        Some(match property {
            "nodeName" => self.text(Some(node.name())),
            "nodeValue" => self.text(node.value()),
            "nodeType" => Value::Short(node.node_type()),
            "textContent" => self.text(node.text_content()),
            "localName" => self.text(node.local_name()),
            "prefix" => self.text(node.prefix()),
            "namespaceURI" => self.text(node.namespace_uri()),
            "parentNode" => self.node(node.parent()),
            "ownerDocument" => self.node(node.owner_document()),
            "ownerElement" => self.node(node.owner_element()),
            "documentElement" => self.node(node.document_element()),
            "childNodes" => self.nodes(node.children()),
            "firstChild" => self.node(node.children().into_iter().next()),
            "lastChild" => self.node(node.children().pop()),
            "nextSibling" => self.node(node.next_sibling()),
            "previousSibling" => self.node(node.previous_sibling()),
            _ => return None,
        })
    }

    fn properties(&self) -> Vec<&str> {
        PROPERTIES.to_vec()
    }

    fn text(&self) -> Option<String> {
        self.node.display()
    }
}
