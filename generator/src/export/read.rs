//! Reads exported JSON.

use crate::model::{Ledger, Model, Schema};
use serde::Deserialize;
use serde::de::IgnoredAny;

/// The model of an exported text with one or several versions. Its ledger is empty: the JSON does not contain it.
pub fn from_json(text: &str) -> serde_json::Result<Model> {
    #[derive(Deserialize)]
    struct Probe {
        versions: Option<IgnoredAny>,
    }
    #[derive(Deserialize)]
    struct Versions {
        versions: Vec<Schema>,
    }
    #[derive(Deserialize)]
    #[serde(rename_all = "camelCase")]
    struct Base {
        #[serde(default)]
        base_url: Option<String>,
    }
    let mut schemas = match serde_json::from_str::<Probe>(text)?.versions {
        Some(_) => serde_json::from_str::<Versions>(text)?.versions,
        None => vec![serde_json::from_str(text)?],
    };
    schemas.sort_by(|a, b| a.version.cmp(&b.version));
    Ok(Model {
        schemas,
        ledger: Ledger::default(),
        base_url: serde_json::from_str::<Base>(text)?.base_url,
    })
}
