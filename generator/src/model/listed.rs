//! Properties in JSON: what tables list, apart from what only examples of requests show.
//!
//! A reader of `properties` counts on rows of tables. A field of an example is a weaker fact, so it has a list of its own.

use super::{Property, PropertySection};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Written<'a> {
    properties: Vec<&'a Property>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    request_properties: Vec<&'a Property>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Read {
    properties: Vec<Property>,
    #[serde(default)]
    request_properties: Vec<Property>,
}

pub(super) fn serialize<S: Serializer>(all: &[Property], serializer: S) -> Result<S::Ok, S::Error> {
    let (request_properties, properties) = all.iter().partition(|row| row.section == PropertySection::Example);
    Written {
        properties,
        request_properties,
    }
    .serialize(serializer)
}

pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Property>, D::Error> {
    let Read {
        mut properties,
        request_properties,
    } = Read::deserialize(deserializer)?;
    properties.extend(request_properties);
    Ok(properties)
}
