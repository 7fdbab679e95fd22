//! `Edm.Guid`.

use super::text_newtype;

text_newtype! {
    /// `Edm.Guid`: a GUID, such as `9c1f2b6a-0000-0000-0000-6a2b1f9c6a2b`.
    ///
    /// ```
    /// use graph_runtime::Guid;
    ///
    /// let guid = Guid::from("00000000-0000-0000-0000-0000000000ff");
    /// assert_eq!(guid.to_bytes().map(u128::from_be_bytes), Some(255));
    /// ```
    Guid, None
}

impl Guid {
    /// The 16 bytes in the order of the digits; `None` if the text is not a GUID.
    pub fn to_bytes(&self) -> Option<[u8; 16]> {
        let text = self.as_str().trim().trim_start_matches('{').trim_end_matches('}');
        let digits: String = text.chars().filter(|c| *c != '-').collect();
        if digits.len() != 32 || !digits.bytes().all(|b| b.is_ascii_hexdigit()) {
            return None;
        }
        u128::from_str_radix(&digits, 16).ok().map(u128::to_be_bytes)
    }
}
