//! Keys that stand in another object than the tables say.

use super::{Outer, Reader};
use crate::json::{Member, Value};
use crate::lint::Finding;
use crate::model::{Property, QualifiedName};
use crate::source::codes::example::NESTING;

impl<'k> Reader<'_, 'k> {
    /// A key that the type of its object does not have, and that of the object around it or of one inside of it has. Where
    /// that object has the key too, as with `id`, the key was not moved.
    pub(super) fn misplaced(
        &self,
        (name, value): Outer<'_>,
        outer: Option<Outer<'_>>,
        member: &Member<'_>,
    ) -> Option<Finding> {
        let (row, message) = self
            .around(name, outer, &member.name)
            .or_else(|| self.inside(name, value, &member.name))?;
        let place = self.place(&row.origin, &row.name);
        Some(Finding::new(&NESTING, self.span(&member.range), message).label(place, "the row"))
    }

    fn around(&self, name: &QualifiedName, outer: Option<Outer<'_>>, key: &str) -> Option<(&'k Property, String)> {
        let (of, _) = outer.filter(|(_, value)| value.get(key).is_none())?;
        let row = self.known.property(of, key)?;
        let message = format!(
            "`{key}` is a property of `{}`, and this object is `{}`",
            of.name, name.name
        );
        Some((row, message))
    }

    /// The only property of a type whose own type has a property of this name.
    fn inside(&self, name: &QualifiedName, value: &Value<'_>, key: &str) -> Option<(&'k Property, String)> {
        let inner = |property: &'k Property| {
            let of = property.type_ref.as_named();
            let of = of.filter(|of| *of != name && !property.type_ref.collection)?;
            Some((property, self.known.property(of, key)?))
        };
        let mut found = self.known.documented(name).filter_map(inner);
        let (property, row) = found.next().filter(|_| found.next().is_none())?;
        // Without that object beside it, the key only has its name in common with the property.
        let lacks_key = |inner: &Value<'_>| !inner.members().is_empty() && inner.get(key).is_none();
        let is_beside = value.get(&property.name).is_some_and(lacks_key);
        let message = || format!("`{key}` is a property of `{}`, and stands beside it", property.name);
        is_beside.then(|| (row, message()))
    }
}
