//! Actions, functions of OData, queries and bytes.

use super::*;

#[test]
fn actions_functions_queries_and_bytes() {
    let mut assign = sends(
        answers(
            operation("role-assign", "assign", &["POST /roles/{id}/assign"]),
            200,
            "Boolean",
        ),
        BodyKind::Parameters,
        "",
    );
    assign.parameters = vec![
        body_parameter("targets: Collection(role)"),
        body_parameter("force: Boolean"),
    ];
    let view = answers(
        operation(
            "role-view",
            "view",
            &["GET /roles/view(name='{name}')?startDateTime={start}&includeOld=true&$filter=a eq '{b}'"],
        ),
        200,
        "Collection(String)",
    );
    let content = answers(
        operation("role-content", "content", &["GET /roles/{id}/$value"]),
        200,
        "Stream",
    );
    let upload = sends(
        answers(
            operation("role-upload", "upload", &["PUT /roles/{id}/content"]),
            200,
            "",
        ),
        BodyKind::Binary,
        "",
    );
    let types = vec![structured("things", "role", &["id: String"])];
    let model = of_operations(types, vec![assign, view, content, upload]);
    let text = text(&model, "src/beta/role.rs");
    let from = text.find("/// Parameters of").unwrap();
    insta::assert_snapshot!(&text[from..], @r#"
    /// Parameters of `assign`.
    #[cfg(feature = "client")]
    pub struct AssignParameters {
        /// What to do it with.
        pub targets: Option<Vec<Role>>,
        /// What to do it with.
        pub force: Option<bool>,
        /// Other properties to send.
        pub additional_properties: rt::AdditionalProperties,
    }

    #[cfg(feature = "client")]
    rt::object! {
        AssignParameters = "" {
            0 targets: Objs = "targets",
            1 force: Bool = "force",
        }
    }

    /// Performs assign.
    ///
    /// `POST /roles/{id}/assign`
    ///
    /// ```no_run
    /// # async fn call(client: &sample::runtime::Client) -> Result<(), sample::runtime::Error> {
    /// use sample::beta::role;
    /// use sample::beta::role::AssignParameters;
    ///
    /// let body = AssignParameters::default();
    /// let reply = role::assign(client, "id", &body).await?;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// | Permissions | Least privileged first |
    /// | --- | --- |
    /// | Delegated, work or school account | `Things.Read.All`, `Things.ReadWrite.All` |
    /// | Delegated, personal account | not supported |
    /// | Application | `Things.Read.All`, `Things.ReadWrite.All` |
    ///
    /// [Public page](https://learn.microsoft.com/graph/api/role-assign?view=graph-rest-beta)
    // beta/api/sample.md:25
    #[cfg(feature = "client")]
    pub fn assign(
        client: &rt::Client,
        role_id: &str,
        body: &AssignParameters,
    ) -> rt::Request<rt::Single<bool>> {
        rt::Request::new(client, &ASSIGN, &[role_id]).body(body)
    }

    /// Performs content.
    ///
    /// `GET /roles/{id}/$value`
    ///
    /// ```no_run
    /// # async fn call(client: &sample::runtime::Client) -> Result<(), sample::runtime::Error> {
    /// use sample::beta::role;
    ///
    /// let reply = role::content_value(client, "id").await?;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// | Permissions | Least privileged first |
    /// | --- | --- |
    /// | Delegated, work or school account | `Things.Read.All`, `Things.ReadWrite.All` |
    /// | Delegated, personal account | not supported |
    /// | Application | `Things.Read.All`, `Things.ReadWrite.All` |
    ///
    /// [Public page](https://learn.microsoft.com/graph/api/role-content?view=graph-rest-beta)
    // beta/api/sample.md:25
    #[cfg(feature = "client")]
    pub fn content_value(client: &rt::Client, role_id: &str) -> rt::Request<rt::Bytes> {
        rt::Request::new(client, &CONTENT_VALUE, &[role_id])
    }

    /// Performs upload.
    ///
    /// `PUT /roles/{id}/content`
    ///
    /// ```no_run
    /// # async fn call(client: &sample::runtime::Client) -> Result<(), sample::runtime::Error> {
    /// use sample::beta::role;
    /// use sample::runtime::Content;
    ///
    /// let body = Content::binary(vec![1, 2, 3]);
    /// let reply = role::upload(client, "id", body).await?;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// | Permissions | Least privileged first |
    /// | --- | --- |
    /// | Delegated, work or school account | `Things.Read.All`, `Things.ReadWrite.All` |
    /// | Delegated, personal account | not supported |
    /// | Application | `Things.Read.All`, `Things.ReadWrite.All` |
    ///
    /// [Public page](https://learn.microsoft.com/graph/api/role-upload?view=graph-rest-beta)
    // beta/api/sample.md:25
    #[cfg(feature = "client")]
    pub fn upload(
        client: &rt::Client,
        role_id: &str,
        body: rt::Content,
    ) -> rt::Request<rt::Json> {
        rt::Request::new(client, &UPLOAD, &[role_id]).content(body)
    }

    /// Performs view.
    ///
    /// `GET /roles/view(name='{name}')?startDateTime={start}&includeOld=true&$filter=a eq '{b}'`
    ///
    /// ```no_run
    /// # async fn call(client: &sample::runtime::Client) -> Result<(), sample::runtime::Error> {
    /// use sample::beta::role;
    ///
    /// let reply = role::view(client, "name", "start_date_time", "b").await?;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// | Permissions | Least privileged first |
    /// | --- | --- |
    /// | Delegated, work or school account | `Things.Read.All`, `Things.ReadWrite.All` |
    /// | Delegated, personal account | not supported |
    /// | Application | `Things.Read.All`, `Things.ReadWrite.All` |
    ///
    /// [Public page](https://learn.microsoft.com/graph/api/role-view?view=graph-rest-beta)
    // beta/api/sample.md:25
    #[cfg(feature = "client")]
    pub fn view(
        client: &rt::Client,
        name: &str,
        start_date_time: &str,
        b: &str,
    ) -> rt::Request<rt::Collection<String>> {
        rt::Request::new(client, &VIEW, &[name])
            .query("startDateTime", start_date_time)
            .query("includeOld", "true")
            .query("$filter", &format!("a eq '{}'", b.replace('\'', "''")))
    }

    /// What the pages say about the calls, as data.
    pub mod endpoints {
        use super::rt;

        /// The endpoint of `assign`: `POST /roles/{id}/assign`.
        pub static ASSIGN: rt::Endpoint = rt::Endpoint {
            method: rt::Method::Post,
            version: "beta",
            path: "/roles/{id}/assign",
            more_paths: "",
            permissions: "work: Things.Read.All < Things.ReadWrite.All; personal: -; application: Things.Read.All < Things.ReadWrite.All",
            clouds: "",
            query_options: "",
            docs: "https://learn.microsoft.com/graph/api/role-assign?view=graph-rest-beta",
            examples: crate::beta::EXAMPLES,
            mark: "graph-endpoint/1 47 POST beta api/role-assign.md\n/roles/{id}/assign",
        };

        /// The endpoint of `content_value`: `GET /roles/{id}/$value`.
        pub static CONTENT_VALUE: rt::Endpoint = rt::Endpoint {
            method: rt::Method::Get,
            version: "beta",
            path: "/roles/{id}/$value",
            more_paths: "",
            permissions: "work: Things.Read.All < Things.ReadWrite.All; personal: -; application: Things.Read.All < Things.ReadWrite.All",
            clouds: "",
            query_options: "",
            docs: "https://learn.microsoft.com/graph/api/role-content?view=graph-rest-beta",
            examples: crate::beta::EXAMPLES,
            mark: "graph-endpoint/1 47 GET beta api/role-content.md\n/roles/{id}/$value",
        };

        /// The endpoint of `upload`: `PUT /roles/{id}/content`.
        pub static UPLOAD: rt::Endpoint = rt::Endpoint {
            method: rt::Method::Put,
            version: "beta",
            path: "/roles/{id}/content",
            more_paths: "",
            permissions: "work: Things.Read.All < Things.ReadWrite.All; personal: -; application: Things.Read.All < Things.ReadWrite.All",
            clouds: "",
            query_options: "",
            docs: "https://learn.microsoft.com/graph/api/role-upload?view=graph-rest-beta",
            examples: crate::beta::EXAMPLES,
            mark: "graph-endpoint/1 47 PUT beta api/role-upload.md\n/roles/{id}/content",
        };

        /// The endpoint of `view`: `GET /roles/view(name='{name}')`.
        pub static VIEW: rt::Endpoint = rt::Endpoint {
            method: rt::Method::Get,
            version: "beta",
            path: "/roles/view(name='{name}')",
            more_paths: "",
            permissions: "work: Things.Read.All < Things.ReadWrite.All; personal: -; application: Things.Read.All < Things.ReadWrite.All",
            clouds: "",
            query_options: "",
            docs: "https://learn.microsoft.com/graph/api/role-view?view=graph-rest-beta",
            examples: crate::beta::EXAMPLES,
            mark: "graph-endpoint/1 52 GET beta api/role-view.md\n/roles/view(name='{name}')",
        };
    }
    #[doc(no_inline)]
    pub use endpoints::*;
    "#);
}

/// `DELETE ../$ref?$id=` with the URL of a user or of a group: one argument for the whole URL.
#[test]
fn a_query_option_with_other_words_on_each_line() {
    let mut delete = answers(
        operation(
            "role-remove",
            "remove",
            &["DELETE /roles/{id}/$ref", "DELETE /roles/{id}/$ref"],
        ),
        204,
        "",
    );
    for (route, kind) in delete.routes.iter_mut().zip(["users", "groups"]) {
        route.query = format!("$id=https://things.example/{kind}/{{id}}");
    }
    let text = text(&of_operations(Vec::new(), vec![delete]), "src/beta/role.rs");
    let lines = text
        .lines()
        .filter(|line| line.contains("?$id=") || line.contains(".query(") || line.contains("id: &str"));
    insta::assert_snapshot!(lines.collect::<Vec<_>>().join("\n"), @r#"
    /// `DELETE /roles/{id}/$ref?$id=https://things.example/users/{id}`
    /// `DELETE /roles/{id}/$ref?$id=https://things.example/groups/{id}`
    pub fn remove_role(client: &rt::Client, role_id: &str, id: &str) -> rt::Request<()> {
        rt::Request::new(client, &REMOVE_ROLE, &[role_id]).query("$id", id)
    "#);
}

#[test]
fn several_objects_are_sent_as_a_slice() {
    let heat = sends(
        operation("kiln-heat", "heat", &["POST /kilns/{id}/heat"]),
        BodyKind::Entity,
        "Collection(step)",
    );
    let types = vec![
        structured("things", "kiln", &["id: String"]),
        structured("things", "step", &["degrees: Int32"]),
    ];
    let text = text(&of_operations(types, vec![heat]), "src/beta/kiln.rs");
    let lines: Vec<&str> = text.lines().filter(|line| line.contains("body")).collect();
    insta::assert_snapshot!(lines.join("\n"), @r#"
    /// let body = [Step::default()];
    /// let reply = kiln::heat(client, "id", &body).await?;
    pub fn heat(client: &rt::Client, kiln_id: &str, body: &[Step]) -> rt::Request<rt::Json> {
        rt::Request::new(client, &HEAT, &[kiln_id]).list(body)
    "#);
}

/// A request names the properties of what it returns.
#[test]
fn types_that_a_call_returns_have_properties_to_name() {
    let types = vec![
        structured("things", "kiln", &["lid: lid"]),
        structured("things", "lid", &["size: Int32"]),
        structured("things", "pot", &["size: Int32"]),
        derived("things", "teaPot", "pot", &["strainer: Boolean"]),
        derived("things", "bigKiln", "kiln", &["pots: Collection(pot)"]),
    ];
    let list = answers(operation("kiln-list", "list", &["GET /kilns"]), 200, "Collection(kiln)");
    let model = of_operations(types, vec![list]);
    let macros = |module: &str| {
        let text = text(&model, &format!("src/beta/{module}.rs"));
        let lines = text
            .lines()
            .filter(|line| line.starts_with("rt::") || line.contains("Queried"));
        lines.collect::<Vec<_>>().join("\n")
    };
    insta::assert_snapshot!(macros("kiln"), @r#"
    rt::object! {
    rt::any_enum! {
    impl rt::Queried for AnyKiln {
    "#);
    insta::assert_snapshot!(macros("lid"), @"rt::object! {");
    insta::assert_snapshot!(macros("pot"), @r#"
    rt::object! {
    rt::any_enum! {
    "#);
}
