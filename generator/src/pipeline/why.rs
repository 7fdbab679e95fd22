//! Why the model says what it says.

use super::{Error, Generator, Reading, Why};

impl Generator {
    /// The decisions about an item, in each version that has it: `microsoft.graph.user`, `user/manager`,
    /// `GET /users/{id}/manager`. With `include` or `exclude` patterns also what pulls the item in.
    ///
    /// # Errors
    ///
    /// No item has the name, or a pattern cannot be used.
    pub fn why(&self, reading: &Reading, item: &str) -> Result<Vec<Why>, Error> {
        let found = reading.rows.why(&reading.docs, &reading.model, item);
        let mut found = found.map_err(|alike| Error::NoSuchItem {
            item: item.to_owned(),
            alike,
        })?;
        let Some(selection) = self.selection()? else {
            return Ok(found);
        };
        for why in &mut found {
            let mut schemas = reading.model.schemas.iter();
            let schema = schemas.find(|schema| schema.version == why.api_version);
            why.chain = schema.map(|schema| match why.type_name() {
                Some(name) => selection.chain(schema, &name),
                None if selection.keeps_call(schema, &why.item) => vec![why.item.clone()],
                None => Vec::new(),
            });
        }
        Ok(found)
    }
}
