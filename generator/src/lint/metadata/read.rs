//! Reads the EDMX file of a service.

use super::csdl::{Csdl, Enum, Member, Operation, Reference, Root, Type};
use crate::source::SourceFile;
use roxmltree::{Document, Node, ParsingOptions};
use rustc_hash::FxHashMap;
use thiserror::Error;

/// Why a file of metadata cannot be used.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum MetadataError {
    /// It is no XML.
    #[error("it is not XML: {0}")]
    Xml(#[from] roxmltree::Error),
    /// It has no schema.
    #[error("it has no `Schema`: it is no EDMX file")]
    NoSchema,
}

struct Reader<'r> {
    file: &'r SourceFile,
    /// Alias -> namespace.
    aliases: FxHashMap<&'r str, &'r str>,
    csdl: Csdl,
}

/// Reads the text of such a file; `file` is the same text, for its lines.
pub(super) fn read(file: &SourceFile) -> Result<Csdl, MetadataError> {
    let options = ParsingOptions {
        allow_dtd: false,
        nodes_limit: 20_000_000,
        ..ParsingOptions::default()
    };
    let document = Document::parse_with_options(&file.text, options)?;
    let is_schema = |node: &Node<'_, '_>| node.has_tag_name_local("Schema");
    let schemas: Vec<Node<'_, '_>> = document.descendants().filter(is_schema).collect();
    if schemas.is_empty() {
        return Err(MetadataError::NoSchema);
    }
    let alias = |node: &Node<'_, '_>| {
        Some((
            attribute(*node, "Alias")?.to_owned(),
            attribute(*node, "Namespace")?.to_owned(),
        ))
    };
    let aliases: Vec<(String, String)> = schemas.iter().filter_map(alias).collect();
    let mut reader = Reader {
        file,
        aliases: aliases
            .iter()
            .map(|(alias, name)| (alias.as_str(), name.as_str()))
            .collect(),
        csdl: Csdl::default(),
    };
    for schema in schemas {
        reader.schema(schema);
    }
    let mut csdl = reader.csdl;
    csdl.index();
    Ok(csdl)
}

trait Local {
    fn has_tag_name_local(&self, name: &str) -> bool;
}

impl Local for Node<'_, '_> {
    fn has_tag_name_local(&self, name: &str) -> bool {
        self.is_element() && self.tag_name().name() == name
    }
}

fn attribute<'n>(node: Node<'n, '_>, name: &str) -> Option<&'n str> {
    node.attribute(name)
}

impl Reader<'_> {
    fn schema(&mut self, schema: Node<'_, '_>) {
        let namespace = attribute(schema, "Namespace").unwrap_or("").to_owned();
        for node in schema.children().filter(Node::is_element) {
            let name = attribute(node, "Name").unwrap_or("");
            let full = format!("{namespace}.{name}");
            match node.tag_name().name() {
                "EntityType" | "ComplexType" => {
                    let item = self.structured(node, full);
                    self.csdl.types.insert(item.name.to_lowercase(), item);
                }
                "EnumType" => {
                    let item = self.enumeration(node, full);
                    self.csdl.enums.insert(item.name.to_lowercase(), item);
                }
                "Action" | "Function" => {
                    let operation = self.operation(node, full);
                    self.csdl.operations.push(operation);
                }
                "EntityContainer" => self.container(node),
                _ => {}
            }
        }
    }

    fn line(&self, node: Node<'_, '_>) -> u32 {
        let start = u32::try_from(node.range().start).unwrap_or(u32::MAX);
        self.file.line_column(start).line
    }

    /// A type's name in full, its alias replaced.
    fn full(&self, name: &str) -> String {
        match name.rsplit_once('.') {
            Some((space, local)) => format!("{}.{local}", self.aliases.get(space).unwrap_or(&space)),
            None => name.to_owned(),
        }
    }

    fn reference(&self, text: &str) -> Reference {
        let inner = text.strip_prefix("Collection(").and_then(|rest| rest.strip_suffix(')'));
        Reference {
            name: self.full(inner.unwrap_or(text)),
            collection: inner.is_some(),
        }
    }

    fn structured(&self, node: Node<'_, '_>, name: String) -> Type {
        let flag = |key| attribute(node, key) == Some("true");
        let is_member = |child: &Node<'_, '_>| {
            child.has_tag_name_local("Property") || child.has_tag_name_local("NavigationProperty")
        };
        Type {
            name,
            base: attribute(node, "BaseType").map(|base| self.full(base).to_lowercase()),
            is_open: flag("OpenType"),
            members: node
                .children()
                .filter(is_member)
                .map(|child| self.member(child))
                .collect(),
            line: self.line(node),
        }
    }

    fn member(&self, node: Node<'_, '_>) -> Member {
        Member {
            name: attribute(node, "Name").unwrap_or("").to_owned(),
            reference: self.reference(attribute(node, "Type").unwrap_or("")),
            is_navigation: node.has_tag_name_local("NavigationProperty"),
            nullable: attribute(node, "Nullable") != Some("false"),
            line: self.line(node),
        }
    }

    fn enumeration(&self, node: Node<'_, '_>, name: String) -> Enum {
        let members = node.children().filter(|child| child.has_tag_name_local("Member"));
        let member = |child: Node<'_, '_>| {
            let number = attribute(child, "Value").and_then(|value| value.parse().ok());
            (
                attribute(child, "Name").unwrap_or("").to_owned(),
                number,
                self.line(child),
            )
        };
        Enum {
            name,
            members: members.map(member).collect(),
            line: self.line(node),
        }
    }

    fn operation(&self, node: Node<'_, '_>, name: String) -> Operation {
        let parameters = node.children().filter(|child| child.has_tag_name_local("Parameter"));
        let mut parameters: Vec<Member> = parameters.map(|child| self.member(child)).collect();
        let is_bound = attribute(node, "IsBound") == Some("true") && !parameters.is_empty();
        let binding = is_bound.then(|| parameters.remove(0).reference);
        let returns = node.children().find(|child| child.has_tag_name_local("ReturnType"));
        Operation {
            name,
            is_action: node.has_tag_name_local("Action"),
            binding,
            parameters,
            returns: returns
                .and_then(|child| attribute(child, "Type"))
                .map(|text| self.reference(text)),
            line: self.line(node),
        }
    }

    fn container(&mut self, node: Node<'_, '_>) {
        for child in node.children().filter(Node::is_element) {
            let name = attribute(child, "Name").unwrap_or("").to_owned();
            let (text, collection) = match child.tag_name().name() {
                "EntitySet" => (attribute(child, "EntityType"), true),
                "Singleton" => (attribute(child, "Type"), false),
                _ => continue,
            };
            let reference = Reference {
                name: self.full(text.unwrap_or("")),
                collection,
            };
            self.csdl.roots.insert(name.to_lowercase(), Root { name, reference });
        }
    }
}
