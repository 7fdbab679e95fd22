//! Macros. Emitted code calls one of them after each type.
//!
//! They are expanded thousands of times, so each implementation only calls a function of `shared`. Emitted types never
//! have the name of a type of the prelude, so those names need no path.

/// The [`Property`](crate::Property) of a field: `property!(RoleAssignment: display_name)`.
///
/// ```
/// # use graph_runtime::{AdditionalProperties, model};
/// # struct RoleAssignment {
/// #     display_name: Option<String>,
/// #     additional_properties: AdditionalProperties,
/// # }
/// # model! { RoleAssignment = "microsoft.graph.roleAssignment" { 0 display_name: Str = "displayName", } }
/// use graph_runtime::property;
///
/// assert_eq!(property!(RoleAssignment: display_name).name(), "displayName");
/// ```
#[macro_export]
macro_rules! property {
    ($type:ty: $field:ident) => {
        $crate::Property::of(|object: &$type| &object.$field)
    };
}

/// An array with the properties of fields: `properties!(RoleAssignment: id, display_name)`.
#[macro_export]
macro_rules! properties {
    ($type:ty: $($field:ident),+ $(,)?) => {
        [$($crate::property!($type: $field).untyped()),+]
    };
}

/// Implements `Object` for a struct that a call returns, and the traits that are based on it.
#[doc(hidden)]
#[macro_export]
macro_rules! model {
    ($name:ident $($rest:tt)*) => {
        impl $crate::Queried for $name {
            type Of = Self;
        }
        $crate::object! { $name $($rest)* }
    };
}

/// Implements `Object` for a struct, and the traits that are based on it. If a call returns it, [`Queried`] is implemented
/// beside it: a macro inside of a macro would cost more.
///
/// [`Queried`]: crate::Queried
#[doc(hidden)]
#[macro_export]
macro_rules! object {
    ($name:ident = $type_name:tt $(read_only $read_only:tt)? $(update $update:ident)? {
        $($(#[$gate:meta])* $index:literal $field:ident: $kind:ident = $wire:tt,)*
    }) => {
        impl $crate::Object for $name {
            #[inline]
            fn slot(&self, index: usize) -> $crate::Slot<'_> {
                match index {
                    $($(#[$gate])* $index => $crate::Slot::$kind(&self.$field),)*
                    _ => $crate::Slot::Rest(
                        &self.additional_properties,
                        &$crate::Shape {
                            type_name: $type_name,
                            names: &[$($wire),*],
                            read_only: concat!($($read_only)?),
                        },
                    ),
                }
            }
            #[inline]
            fn slot_mut(&mut self, index: usize) -> $crate::SlotMut<'_> {
                match index {
                    $($(#[$gate])* $index => $crate::SlotMut::$kind(&mut self.$field),)*
                    _ => $crate::SlotMut::Rest(&mut self.additional_properties),
                }
            }
        }
        impl Default for $name {
            #[inline]
            fn default() -> Self {
                Self {
                    $($(#[$gate])* $field: None,)*
                    additional_properties: $crate::AdditionalProperties::new(),
                }
            }
        }
        $($crate::changes_impl!($name $update);)?
        $crate::object_impls!([] $name);
    };
}

/// The method of the objects that an update takes; others have it from the trait.
#[doc(hidden)]
#[macro_export]
macro_rules! changes_impl {
    ($name:ident $update:ident) => {
        impl $name {
            /// What is different from an earlier state of the object, for an update: a property without a value now
            /// becomes `null`. An error if the values have another type or another `id`.
            #[inline]
            pub fn $update(&self, before: &Self) -> Result<Self, $crate::NotTheSame> {
                $crate::changes(self, before)
            }
        }
    };
}

/// The traits that are the same for all objects.
#[doc(hidden)]
#[macro_export]
macro_rules! object_impls {
    ([$($generics:tt)*] $name:ty) => {
        impl<$($generics)*> ::core::fmt::Debug for $name {
            #[inline]
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                $crate::debug(self, f)
            }
        }
        impl<$($generics)*> Clone for $name {
            #[inline]
            fn clone(&self) -> Self {
                $crate::copy(self)
            }
        }
        #[cfg(feature = "extra-traits")]
        impl<$($generics)*> PartialEq for $name {
            #[inline]
            fn eq(&self, other: &Self) -> bool {
                $crate::equal(self, other)
            }
        }
        impl<$($generics)*> $crate::serde::Serialize for $name {
            fn serialize<S: $crate::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                $crate::write(self, serializer)
            }
        }
        impl<'de, $($generics)*> $crate::serde::Deserialize<'de> for $name {
            fn deserialize<D: $crate::serde::Deserializer<'de>>(source: D) -> Result<Self, D::Error> {
                $crate::read(source)
            }
        }
    };
}

/// Implements the traits of an enum, whose members are strings in JSON.
#[doc(hidden)]
#[macro_export]
macro_rules! open_enum {
    ($name:ident { $($index:literal $member:ident = $wire:tt,)* } else $unknown:ident) => {
        impl $name {
            /// The JSON string.
            #[inline]
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$member => $wire,)*
                    Self::$unknown(member) => member.as_str(),
                }
            }
        }
        impl From<&str> for $name {
            #[inline]
            fn from(text: &str) -> Self {
                // A match on texts would be compared, member by member, in code of its own.
                match $crate::position(&[$($wire),*], text) {
                    $($index => Self::$member,)*
                    _ => Self::$unknown($crate::UnknownMember::new(text)),
                }
            }
        }
        impl $crate::Text for $name {
            #[inline]
            fn text(&self) -> ::std::borrow::Cow<'_, str> {
                ::std::borrow::Cow::Borrowed(self.as_str())
            }
        }
        $crate::text_impls!($name);
        #[cfg(feature = "extra-traits")]
        $crate::key_impls!($name);
    };
}

/// Implements the methods and traits of a set of flags.
#[doc(hidden)]
#[macro_export]
macro_rules! flags_enum {
    ($name:ident { $($wire:tt,)* }) => {
        impl $name {
            /// The names of the members, in the order of the documentation.
            pub const MEMBERS: &'static [&'static str] = &[$($wire),*];

            /// The empty set.
            pub const fn empty() -> Self {
                Self($crate::FlagSet::empty())
            }
            /// Whether the set has every member of `other`.
            #[inline]
            pub fn contains(&self, other: &Self) -> bool {
                self.0.contains(&other.0)
            }
            /// The names of the members of this set, including unknown ones.
            #[inline]
            pub fn words(&self) -> Vec<&str> {
                self.0.words(Self::MEMBERS)
            }
        }
        impl From<&str> for $name {
            #[inline]
            fn from(text: &str) -> Self {
                Self($crate::FlagSet::parse(Self::MEMBERS, text))
            }
        }
        impl ::core::ops::BitOr for $name {
            type Output = Self;
            #[inline]
            fn bitor(self, other: Self) -> Self {
                Self(self.0.union(&other.0, Self::MEMBERS))
            }
        }
        impl $crate::Text for $name {
            #[inline]
            fn text(&self) -> ::std::borrow::Cow<'_, str> {
                self.0.text(Self::MEMBERS)
            }
        }
        $crate::text_impls!($name);
        #[cfg(feature = "extra-traits")]
        $crate::key_impls!($name);
    };
}

/// The traits that are the same for all types that are strings in JSON.
#[doc(hidden)]
#[macro_export]
macro_rules! text_impls {
    ($name:ident) => {
        impl Clone for $name {
            #[inline]
            fn clone(&self) -> Self {
                $crate::copy_text(self)
            }
        }
        impl PartialEq for $name {
            #[inline]
            fn eq(&self, other: &Self) -> bool {
                $crate::equal_text(self, other)
            }
        }
        impl PartialEq<&str> for $name {
            #[inline]
            fn eq(&self, other: &&str) -> bool {
                *$crate::Text::text(self) == **other
            }
        }
        impl ::core::fmt::Debug for $name {
            #[inline]
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                $crate::debug_text(self, f)
            }
        }
        impl ::core::fmt::Display for $name {
            #[inline]
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                $crate::display_text(self, f)
            }
        }
        impl $crate::serde::Serialize for $name {
            fn serialize<S: $crate::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                $crate::write_text(self, serializer)
            }
        }
        impl<'de> $crate::serde::Deserialize<'de> for $name {
            fn deserialize<D: $crate::serde::Deserializer<'de>>(source: D) -> Result<Self, D::Error> {
                $crate::read_text(source)
            }
        }
        impl $crate::Element for $name {
            type Kind = $crate::AsText;
        }
    };
}

/// `Eq` and `Hash` of a type that is a string in JSON.
#[doc(hidden)]
#[macro_export]
macro_rules! key_impls {
    ($name:ident) => {
        impl Eq for $name {}
        impl ::core::hash::Hash for $name {
            fn hash<H: ::core::hash::Hasher>(&self, state: &mut H) {
                $crate::hash_text(self, state);
            }
        }
    };
}

/// Implements `Object` for a polymorphic enum, and the traits that are based on it.
#[doc(hidden)]
#[macro_export]
macro_rules! any_enum {
    ($name:ident: $base:ident($base_object:ident) $(update $update:ident)? {
        $($index:literal $type_name:tt => $variant:ident($object:ident) $as_variant:ident,)*
    } else $unknown:ident) => {
        impl Default for $name {
            #[inline]
            fn default() -> Self {
                Self::$base(Box::default())
            }
        }
        impl $name {
            /// The properties that every kind has, as a value of the base type. It has a copy of them, and no property
            /// of the kind's own.
            #[inline]
            pub fn base(&self) -> $base_object {
                $crate::base_of(self)
            }
            $(
                #[doc = concat!("The value, if it is a [`", stringify!($object), "`].")]
                #[inline]
                pub fn $as_variant(&self) -> Option<&$object> {
                    match self {
                        Self::$variant(object) => Some(object),
                        _ => None,
                    }
                }
            )*
        }
        impl $crate::Object for $name {
            #[inline]
            fn inner(&self) -> Option<(&dyn $crate::Object, bool)> {
                match self {
                    $(Self::$variant(object) => Some((&**object, $index != 0)),)*
                    Self::$unknown(object) => Some((&**object, false)),
                }
            }
            #[inline]
            fn inner_mut(&mut self) -> Option<&mut dyn $crate::Object> {
                match self {
                    $(Self::$variant(object) => Some(&mut **object),)*
                    Self::$unknown(object) => Some(&mut **object),
                }
            }
            #[inline]
            fn choose(&mut self, type_name: &str) {
                *self = match $crate::kind(&[$($type_name),*], type_name) {
                    $($index => Self::$variant(Box::default()),)*
                    _ => Self::$unknown(Box::default()),
                };
            }
        }
        $(
            impl From<$object> for $name {
                #[inline]
                fn from(object: $object) -> Self {
                    Self::$variant(Box::new(object))
                }
            }
        )*
        $($crate::changes_impl!($name $update);)?
        $crate::object_impls!([] $name);
    };
}

// Exported macros are at the root of the crate anyway; an emitted crate has them in its module `runtime` too.
#[allow(unreachable_pub, unused_imports)]
pub use {
    any_enum, changes_impl, flags_enum, key_impls, model, object, object_impls, open_enum, properties, property,
    text_impls,
};
