//! Makes the client: the calls for scope tags, with the types that they need.

fn main() -> Result<(), generator::Error> {
    generator::Generator::new()
        .docs("../../../docs-src")
        .include("type:roleScopeTag")
        .include("/deviceManagement/roleScopeTags")
        .compile("graph")?;
    Ok(())
}
