//! Types, constructors and arrays.

use super::Emitter;
use crate::diagnostic::Code;
use crate::java;
use crate::syntax::ast::{Kind, Node};
use crate::value::fault::Fault;
use crate::value::{ClassRef, Owned};
use crate::vm::op::Op;
use crate::vm::program::ArraySite;

impl Emitter {
    pub(super) fn type_ref(&mut self, name: &str, dims: u8, node: &Node) {
        match java::type_ref(name, dims) {
            Ok(class) => self.load(Owned::Class(class), node),
            Err(fault) => self.fail(fault, node),
        }
    }

    pub(super) fn construct(&mut self, name: &str, args: &[Node], node: &Node) {
        self.arguments(args);
        let site = self.site(name, args.len(), false);
        self.op(Op::New(site), node);
    }

    pub(super) fn array(
        &mut self,
        name: &str,
        dims: &[Option<Node>],
        init: Option<&Node>,
        node: &Node,
    ) {
        let component = match java::array_component(name) {
            Ok(component) => component,
            Err(fault) => return self.fail(fault, node),
        };
        match init {
            None if dims.iter().any(Option::is_none) => {
                self.fail(
                    Fault::el(Code::ARRAY_DIMENSION_MISSING, "the array has no size"),
                    node,
                );
            }
            None => {
                for dim in dims.iter().flatten() {
                    self.node(dim);
                    self.op(Op::Push, dim);
                }
                let site = self.array_site(component, dims.len());
                self.op(Op::NewArray(site), node);
            }
            Some(_) if dims.len() > 1 => {
                let message = "only an array of one dimension takes an initialiser";
                self.fail(Fault::el(Code::ARRAY_INITIALIZER_DIMENSIONS, message), node);
            }
            Some(Node {
                kind: Kind::List(items),
                ..
            }) => self.array_of(component, dims, items, node),
            Some(_) => self.fail(
                Fault::java("ClassCastException", "a map cannot initialise an array"),
                node,
            ),
        }
    }

    pub(super) fn array_of(
        &mut self,
        component: ClassRef,
        dims: &[Option<Node>],
        items: &[Node],
        node: &Node,
    ) {
        if let Some(Some(size)) = dims.first() {
            self.node(size);
            self.op(Op::ArraySize(items.len() as u32), node);
        }
        let site = self.array_site(component, items.len());
        for item in items {
            self.node(item);
            self.op(Op::ArrayItem(site), node);
            self.op(Op::Push, item);
        }
        self.op(Op::ArrayOf(site), node);
    }

    pub(super) fn array_site(&mut self, component: ClassRef, count: usize) -> u32 {
        self.arrays.push(ArraySite {
            component,
            count: count as u32,
        });
        self.arrays.len() as u32 - 1
    }
}
