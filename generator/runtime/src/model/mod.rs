//! Models: the code behind every emitted struct and enum.

mod additional;
mod base;
mod build;
mod capture;
mod changes;
mod collection;
mod compare;
mod element;
mod expanded;
mod flags;
mod json;
mod kind;
mod macros;
mod marks;
mod named;
mod object;
mod payload;
mod property;
mod queried;
mod read;
mod read_list;
mod read_text;
mod read_value;
mod readable;
mod reference;
mod scalar;
pub(crate) mod secret;
mod shared;
mod slots;
mod transcode;
mod unknown;
mod write;

pub use additional::AdditionalProperties;
pub use build::Build;
pub use changes::NotTheSame;
pub use collection::{Collection, Single};
pub use element::Element;
#[doc(hidden)]
pub use element::{AsObject, AsScalar, AsText, Kind};
pub use expanded::Expanded;
pub use flags::FlagSet;
pub use json::Json;
pub use named::named;
pub use object::{Object, Shape};
#[cfg(feature = "client")]
pub(crate) use payload::list_to_body;
pub use payload::{Payload, from_slice, from_str, to_string, to_vec};
pub use property::Property;
pub use queried::Queried;
pub use reference::Reference;
pub use slots::Text;
pub use unknown::{UnknownMember, UnknownObject};
pub use write::Naming;

#[doc(hidden)]
pub use kind::kind;
#[doc(hidden)]
pub use named::name_type;
#[doc(hidden)]
pub use object::{Slot, SlotMut};
#[doc(hidden)]
pub use read_text::read_text;
#[doc(hidden)]
pub use shared::{
    base_of, changes, copy, copy_text, debug, debug_text, display_text, equal, equal_text, hash_text, position, read,
    write, write_text,
};

#[allow(unreachable_pub, unused_imports)]
pub use macros::*;
