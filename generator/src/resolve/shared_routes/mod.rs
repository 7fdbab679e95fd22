//! One route on several pages: `GET /shapes/{id}` stands on the page of each derived type.

pub(super) mod permissions;
pub(super) mod returned;
