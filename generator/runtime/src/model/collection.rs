//! Responses that wrap their value: one page of a collection, one primitive value.

use super::additional::AdditionalProperties;
use super::element::{Element, Kind};
use super::object::{Object, Shape, Slot, SlotMut};

/// One page of a collection.
///
/// If an element cannot be read, `value` has the other elements, and `additional_properties` has the whole list as it
/// was sent, under the name `value`.
pub struct Collection<T> {
    /// The elements of the page.
    pub value: Vec<T>,
    /// The link to the next page.
    pub next_link: Option<String>,
    /// The link to later changes, on the last page of a delta query.
    pub delta_link: Option<String>,
    /// The number of all elements, if it was requested.
    pub count: Option<i64>,
    /// The other annotations.
    pub additional_properties: AdditionalProperties,
}

impl<T> Collection<T> {
    /// Iterates over the elements of the page.
    pub fn iter(&self) -> std::slice::Iter<'_, T> {
        self.value.iter()
    }
}

impl<T> IntoIterator for Collection<T> {
    type Item = T;
    type IntoIter = std::vec::IntoIter<T>;
    fn into_iter(self) -> Self::IntoIter {
        self.value.into_iter()
    }
}

impl<'a, T> IntoIterator for &'a Collection<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;
    fn into_iter(self) -> Self::IntoIter {
        self.value.iter()
    }
}

impl<T> From<Vec<T>> for Collection<T> {
    fn from(value: Vec<T>) -> Self {
        Self {
            value,
            ..Self::default()
        }
    }
}

impl<T> Default for Collection<T> {
    fn default() -> Self {
        Self {
            value: Vec::new(),
            next_link: None,
            delta_link: None,
            count: None,
            additional_properties: AdditionalProperties::new(),
        }
    }
}

const PAGE: Shape = Shape {
    type_name: "Collection",
    names: &["@odata.nextLink", "@odata.deltaLink", "@odata.count", "value"],
    read_only: "",
};

const ONE: Shape = Shape {
    type_name: "Single",
    names: &["value"],
    read_only: "",
};

impl<T: Element> Object for Collection<T> {
    fn is_list(&self) -> bool {
        true
    }
    fn check(&self) -> Result<(), &'static str> {
        let odd = self
            .additional_properties
            .iter()
            .any(|(name, _)| !name.starts_with('@'));
        if odd && self.value.is_empty() {
            Err("there is no list of elements")
        } else {
            Ok(())
        }
    }
    fn slot(&self, index: usize) -> Slot<'_> {
        match index {
            0 => Slot::Str(&self.next_link),
            1 => Slot::Str(&self.delta_link),
            2 => Slot::I64(&self.count),
            3 => <T::Kind as Kind<T>>::many(&self.value),
            _ => Slot::Rest(&self.additional_properties, &PAGE),
        }
    }
    fn slot_mut(&mut self, index: usize) -> SlotMut<'_> {
        match index {
            0 => SlotMut::Str(&mut self.next_link),
            1 => SlotMut::Str(&mut self.delta_link),
            2 => SlotMut::I64(&mut self.count),
            3 => <T::Kind as Kind<T>>::many_mut(&mut self.value),
            _ => SlotMut::Rest(&mut self.additional_properties),
        }
    }
}

/// A response with one primitive value, enum member or object under the name `value`.
pub struct Single<T> {
    /// The value; `None` if it was `null` or of another type.
    pub value: Option<T>,
    /// The annotations.
    pub additional_properties: AdditionalProperties,
}

impl<T> Default for Single<T> {
    fn default() -> Self {
        Self {
            value: None,
            additional_properties: AdditionalProperties::new(),
        }
    }
}

impl<T: Element> Object for Single<T> {
    fn slot(&self, index: usize) -> Slot<'_> {
        match index {
            0 => <T::Kind as Kind<T>>::one(&self.value),
            _ => Slot::Rest(&self.additional_properties, &ONE),
        }
    }
    fn slot_mut(&mut self, index: usize) -> SlotMut<'_> {
        match index {
            0 => <T::Kind as Kind<T>>::one_mut(&mut self.value),
            _ => SlotMut::Rest(&mut self.additional_properties),
        }
    }
}

super::macros::object_impls!([T: Element] Collection<T>);
super::macros::object_impls!([T: Element] Single<T>);
