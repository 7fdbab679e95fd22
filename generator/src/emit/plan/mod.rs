//! The plan: what is emitted, in which file, under which name, and for which areas.
//!
//! Emitters only write down what the plan says. All names, all lookups and all decisions about areas are made here,
//! once for a version.

pub(crate) mod areas;
mod derived;
mod field;
mod flatten;
mod index;
mod kinds;
mod lookup;
mod needs;
mod operation;
mod place;
mod reach;
mod returned;
mod twins;
mod updates;
mod version;

pub(crate) use areas::{AreaId, AreaSet, Areas};
pub(crate) use field::Field;
pub(crate) use index::ResolvedType;
pub(crate) use operation::{
    Body, Function, HeaderValue, OperationPlan, ParametersPlan, QueryValue, ReturnType, SentHeader,
};
pub(crate) use place::{Constructor, PlacePlan};
pub(crate) use version::{AnyPlan, EmittedType, EnumPlan, Module, TypePlan, VersionPlan};

use super::name::module;
use super::name::scope::Scope;
use super::write::Files;
use super::{Settings, tree};
use crate::model::Model;

/// What is emitted for a whole model, and under which names.
pub struct Plan<'a> {
    /// All areas.
    pub(crate) areas: Areas,
    /// One for each version that has anything.
    pub(crate) versions: Vec<VersionPlan<'a>>,
    /// The base URL of a service other than Graph.
    pub(crate) base_url: Option<&'a str>,
}

impl<'a> Plan<'a> {
    /// The plan of a model.
    pub fn of(model: &'a Model) -> Self {
        let areas = Areas::of(model);
        let mut modules = Scope::with(&["runtime"]);
        let versions = model.schemas.iter().map(|schema| {
            let name = modules.claim(&module::version(&schema.version));
            VersionPlan::of(schema, name, &areas)
        });
        let versions = versions.collect();
        Self {
            areas,
            versions,
            base_url: model.base_url.as_deref(),
        }
    }

    /// The files of the plan, by path.
    pub fn emit(&self, settings: &Settings) -> Files {
        tree::files(self, settings)
    }
}
