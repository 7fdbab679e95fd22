//! The macro calls that stand under every emitted type.
//!
//! Whatever can be said once is said in `shared`, and each implementation is as short as it can be: the macros are
//! expanded thousands of times. No type of a page hides a name of the prelude, so those need no path.

/// Binds a struct to its table: names, slots, and the traits that rest on them.
#[allow(unused_macros)] // an area may have none
macro_rules! model {
    ($name:ident = $type_name:tt $(read_only $read_only:tt)? {
        $($(#[$gate:meta])* $index:literal $field:ident: $kind:ident = $wire:tt,)*
    }) => {
        impl $crate::runtime::Object for $name {
            #[inline]
            fn slot(&self, index: usize) -> $crate::runtime::Slot<'_> {
                match index {
                    $($(#[$gate])* $index => $crate::runtime::Slot::$kind(&self.$field),)*
                    _ => $crate::runtime::Slot::Rest(
                        &self.additional_properties,
                        &$crate::runtime::Shape {
                            type_name: $type_name,
                            names: &[$($wire),*],
                            read_only: concat!($($read_only)?),
                        },
                    ),
                }
            }
            #[inline]
            fn slot_mut(&mut self, index: usize) -> $crate::runtime::SlotMut<'_> {
                match index {
                    $($(#[$gate])* $index => $crate::runtime::SlotMut::$kind(&mut self.$field),)*
                    _ => $crate::runtime::SlotMut::Rest(&mut self.additional_properties),
                }
            }
        }
        impl Default for $name {
            #[inline]
            fn default() -> Self {
                Self {
                    $($(#[$gate])* $field: None,)*
                    additional_properties: $crate::runtime::AdditionalProperties::new(),
                }
            }
        }
        $crate::runtime::object_impls!([] $name);
    };
}
#[allow(unused_imports)]
pub(crate) use model;

/// The traits that are the same for every object.
macro_rules! object_impls {
    ([$($generics:tt)*] $name:ty) => {
        impl<$($generics)*> ::core::fmt::Debug for $name {
            #[inline]
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                $crate::runtime::debug(self, f)
            }
        }
        impl<$($generics)*> Clone for $name {
            #[inline]
            fn clone(&self) -> Self {
                $crate::runtime::copy(self)
            }
        }
        #[cfg(feature = "extra-traits")]
        impl<$($generics)*> PartialEq for $name {
            #[inline]
            fn eq(&self, other: &Self) -> bool {
                $crate::runtime::equal(self, other)
            }
        }
        impl<$($generics)*> ::serde::Serialize for $name {
            fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                $crate::runtime::write(self, serializer)
            }
        }
        impl<'de, $($generics)*> ::serde::Deserialize<'de> for $name {
            fn deserialize<D: ::serde::Deserializer<'de>>(source: D) -> Result<Self, D::Error> {
                $crate::runtime::read(source)
            }
        }
    };
}
pub(crate) use object_impls;

/// Binds an enum to the words that stand for its members.
#[allow(unused_macros)] // an area may have none
macro_rules! open_enum {
    ($name:ident { $($index:literal $member:ident = $wire:tt,)* } else $unknown:ident) => {
        impl $name {
            /// The word on the wire.
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
                match $crate::runtime::position(&[$($wire),*], text) {
                    $($index => Self::$member,)*
                    _ => Self::$unknown($crate::runtime::UnknownMember::new(text)),
                }
            }
        }
        impl $crate::runtime::Text for $name {
            #[inline]
            fn text(&self) -> ::std::borrow::Cow<'_, str> {
                ::std::borrow::Cow::Borrowed(self.as_str())
            }
        }
        $crate::runtime::text_impls!($name);
        #[cfg(feature = "extra-traits")]
        $crate::runtime::key_impls!($name);
    };
}
#[allow(unused_imports)]
pub(crate) use open_enum;

/// Binds a set of flags to the words that stand for its members.
#[allow(unused_macros)] // an area may have none
macro_rules! flags_enum {
    ($name:ident { $($wire:tt,)* }) => {
        impl $name {
            /// The words of the members, in the order of the documentation.
            pub const MEMBERS: &'static [&'static str] = &[$($wire),*];

            /// The empty set.
            pub const fn empty() -> Self {
                Self($crate::runtime::FlagSet::empty())
            }
            /// Whether every member of `other` is in this set.
            #[inline]
            pub fn contains(&self, other: &Self) -> bool {
                self.0.contains(&other.0)
            }
            /// The words of the members of this set, unknown ones included.
            #[inline]
            pub fn words(&self) -> Vec<&str> {
                self.0.words(Self::MEMBERS)
            }
        }
        impl From<&str> for $name {
            #[inline]
            fn from(text: &str) -> Self {
                Self($crate::runtime::FlagSet::parse(Self::MEMBERS, text))
            }
        }
        impl ::core::ops::BitOr for $name {
            type Output = Self;
            #[inline]
            fn bitor(self, other: Self) -> Self {
                Self(self.0.union(&other.0, Self::MEMBERS))
            }
        }
        impl $crate::runtime::Text for $name {
            #[inline]
            fn text(&self) -> ::std::borrow::Cow<'_, str> {
                self.0.text(Self::MEMBERS)
            }
        }
        $crate::runtime::text_impls!($name);
        #[cfg(feature = "extra-traits")]
        $crate::runtime::key_impls!($name);
    };
}
#[allow(unused_imports)]
pub(crate) use flags_enum;

/// The traits that are the same for everything that is text on the wire.
macro_rules! text_impls {
    ($name:ident) => {
        impl Clone for $name {
            #[inline]
            fn clone(&self) -> Self {
                $crate::runtime::copy_text(self)
            }
        }
        impl PartialEq for $name {
            #[inline]
            fn eq(&self, other: &Self) -> bool {
                $crate::runtime::equal_text(self, other)
            }
        }
        impl ::core::fmt::Debug for $name {
            #[inline]
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                $crate::runtime::debug_text(self, f)
            }
        }
        impl ::core::fmt::Display for $name {
            #[inline]
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                $crate::runtime::show_text(self, f)
            }
        }
        impl ::serde::Serialize for $name {
            fn serialize<S: ::serde::Serializer>(
                &self,
                serializer: S,
            ) -> Result<S::Ok, S::Error> {
                $crate::runtime::write_text(self, serializer)
            }
        }
        impl<'de> ::serde::Deserialize<'de> for $name {
            fn deserialize<D: ::serde::Deserializer<'de>>(
                source: D,
            ) -> Result<Self, D::Error> {
                $crate::runtime::read_text(source)
            }
        }
        impl $crate::runtime::Element for $name {
            type Kind = $crate::runtime::AsText;
        }
    };
}
pub(crate) use text_impls;

/// What makes a key of a map out of something that is text on the wire.
macro_rules! key_impls {
    ($name:ident) => {
        impl Eq for $name {}
        impl ::core::hash::Hash for $name {
            fn hash<H: ::core::hash::Hasher>(&self, state: &mut H) {
                $crate::runtime::hash_text(self, state);
            }
        }
    };
}
pub(crate) use key_impls;

/// Binds a polymorphic enum to the types that it can hold.
#[allow(unused_macros)] // an area may have none
macro_rules! any_enum {
    ($name:ident: $base:ident { $($type_name:tt => $variant:ident($object:ident),)* } else $unknown:ident) => {
        impl Default for $name {
            #[inline]
            fn default() -> Self {
                Self::$base(Box::default())
            }
        }
        impl $name {
            /// The value as any object.
            #[inline]
            fn object(&self) -> &dyn $crate::runtime::Object {
                match self {
                    $(Self::$variant(object) => &**object,)*
                    Self::$unknown(object) => &**object,
                }
            }
            /// The value as any object, to change it.
            #[inline]
            fn object_mut(&mut self) -> &mut dyn $crate::runtime::Object {
                match self {
                    $(Self::$variant(object) => &mut **object,)*
                    Self::$unknown(object) => &mut **object,
                }
            }
        }
        impl $crate::runtime::Object for $name {
            #[inline]
            fn slot(&self, index: usize) -> $crate::runtime::Slot<'_> {
                self.object().slot(index)
            }
            #[inline]
            fn slot_mut(&mut self, index: usize) -> $crate::runtime::SlotMut<'_> {
                self.object_mut().slot_mut(index)
            }
            #[inline]
            fn is_open(&self) -> bool {
                true
            }
            #[inline]
            fn choose(&mut self, type_name: &str) {
                *self = match type_name {
                    "" => Self::default(),
                    $($type_name => Self::$variant(Box::default()),)*
                    _ => Self::$unknown(Box::default()),
                };
            }
            #[inline]
            fn implied_type(&self) -> Option<&'static str> {
                match self {
                    Self::$base(_) | Self::$unknown(_) => None,
                    _ => Some(self.object().shape().type_name),
                }
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
        $crate::runtime::object_impls!([] $name);
    };
}
#[allow(unused_imports)]
pub(crate) use any_enum;
