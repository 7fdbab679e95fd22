//! Keeps a part of a model: the items that match the patterns, and everything that they need.

mod areas;
mod closure;
mod named;
mod pages;
mod pattern;
mod routes;
#[cfg(test)]
mod tests;

pub use pattern::{Pattern, PatternError};

use crate::model::{Model, QualifiedName, Schema};
use closure::Needs;
use named::Named;

/// What to keep.
#[derive(Debug, Clone, Default)]
pub struct Selection {
    include: Vec<Pattern>,
    exclude: Vec<Pattern>,
}

impl Selection {
    /// Reads the patterns. Without an `include` pattern, everything is kept.
    pub fn parse(include: &[String], exclude: &[String]) -> Result<Self, PatternError> {
        let parse = |text: &String| Pattern::parse(text);
        Ok(Self {
            include: include.iter().map(parse).collect::<Result<_, _>>()?,
            exclude: exclude.iter().map(parse).collect::<Result<_, _>>()?,
        })
    }

    /// The model reduced to the selected items.
    ///
    /// An item is selected if an `include` pattern and no `exclude` pattern matches it. Everything that selected items
    /// need is kept too: the types and enums of parameters, bodies, responses and properties, their base types, and the
    /// derived types of everything that can be sent or received. A type that is only the target of a navigation
    /// property, or that is excluded, stays as a placeholder. The ledger is not changed.
    ///
    /// A pattern that matches nothing is an error, because it is usually misspelt.
    pub fn apply(&self, model: Model) -> Result<Model, PatternError> {
        let (model, unmatched) = self.apply_to_side(model);
        match unmatched.into_iter().next() {
            Some(pattern) => Err(PatternError::MatchesNothing(pattern)),
            None => Ok(model),
        }
    }

    /// The same for one of two states of the pages, with the patterns that match nothing in it: an item that is new or
    /// gone matches on one side only.
    pub fn apply_to_side(&self, mut model: Model) -> (Model, Vec<String>) {
        if self.include.is_empty() && self.exclude.is_empty() {
            return (model, Vec::new());
        }
        let patterns = self.include.iter().chain(&self.exclude);
        let unmatched = patterns.filter(|pattern| !matches_any(pattern, &model));
        let unmatched = unmatched.map(ToString::to_string).collect();
        for schema in &mut model.schemas {
            self.reduce(schema);
        }
        (model, unmatched)
    }

    fn reduce(&self, schema: &mut Schema) {
        self.prune(schema);
        let kept = self.needs(schema).finish();
        kept.apply(schema);
    }

    /// The chain that pulls a type or an enum of a version in: a selected call or type, what that needs, and so on to
    /// the name itself. Empty for what is left out.
    pub fn chain(&self, schema: &Schema, name: &QualifiedName) -> Vec<String> {
        let mut schema = schema.clone();
        self.prune(&mut schema);
        self.needs(&schema).chain(name)
    }

    /// Whether a call of a version is kept: `GET /users`.
    pub fn keeps_call(&self, schema: &Schema, call: &str) -> bool {
        schema.operations.iter().any(|operation| {
            let mut routes = operation.routes.iter();
            routes.any(|route| {
                let named = call == format!("{} {}", route.method, route.path.as_str());
                named && self.asks(|pattern| pattern.matches_route(&schema.version, operation, route))
            })
        })
    }

    /// Removes routes and areas that nobody asks for.
    fn prune(&self, schema: &mut Schema) {
        let version = schema.version.clone();
        routes::keep(&mut schema.operations, |operation, route| {
            self.asks(|pattern| pattern.matches_route(&version, operation, route))
        });
        areas::keep(schema, |item| self.asks(|pattern| pattern.matches_named(item)));
    }

    /// Whether an item is asked for, in one of its areas.
    fn asks_for<'a>(&self, mut areas: impl Iterator<Item = Named<'a>>) -> bool {
        areas.any(|item| self.asks(|pattern| pattern.matches_named(item)))
    }

    fn needs<'a>(&self, schema: &'a Schema) -> Needs<'a> {
        let version = &schema.version;
        let mut needs = Needs::new(schema, |kept| {
            Named::of_type(version, kept).all(|item| self.excludes(|pattern| pattern.matches_named(item)))
        });
        for (index, kept) in schema.types.iter().enumerate() {
            if self.asks_for(Named::of_type(version, kept)) {
                needs.keep_type(index);
            }
        }
        for (index, kept) in schema.enums.iter().enumerate() {
            if self.asks_for(Named::of_enum(version, kept)) {
                needs.keep_enum(index);
            }
        }
        for (index, operation) in schema.operations.iter().enumerate() {
            needs.keep_operation(index, operation);
        }
        needs
    }

    fn asks(&self, matches: impl Fn(&Pattern) -> bool) -> bool {
        (self.include.is_empty() || self.include.iter().any(&matches)) && !self.exclude.iter().any(&matches)
    }

    fn excludes(&self, matches: impl Fn(&Pattern) -> bool) -> bool {
        self.exclude.iter().any(matches)
    }
}

fn matches_any(pattern: &Pattern, model: &Model) -> bool {
    model.schemas.iter().any(|schema| {
        Named::all(schema).any(|item| pattern.matches_named(item))
            || schema.operations.iter().any(|operation| {
                let mut routes = operation.routes.iter();
                routes.any(|route| pattern.matches_route(&schema.version, operation, route))
            })
    })
}
