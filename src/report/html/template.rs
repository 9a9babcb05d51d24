//! The templates, and the page that they make. Everything they are given is escaped; nothing is loaded from elsewhere.

use minijinja::syntax::SyntaxConfig;
use minijinja::value::Serde;
use minijinja::{Environment, Error, UndefinedBehavior, Value};

use super::view::Page;

const STYLE: &str = include_str!("assets/report.css");
const SCRIPT: &str = include_str!("assets/report.js");

/// What the page may run and how it may look: these two and nothing else. A test holds the digests to the files.
const STYLE_DIGEST: &str = "sha256-xSMqvaqmv6a5CfLruAIDh0J8z1qNoiHDXvPx2Gde3Gk=";
const SCRIPT_DIGEST: &str = "sha256-0qlks/BQDIYVhQlZ+FuSzi9h+BMFOgfI1Xpwhm6mBGk=";

const TEMPLATES: [(&str, &str); 5] = [
    ("page.html", include_str!("assets/page.html")),
    ("finding.html", include_str!("assets/finding.html")),
    ("article.html", include_str!("assets/article.html")),
    ("left_out.html", include_str!("assets/left_out.html")),
    ("parts.html", include_str!("assets/parts.html")),
];

/// The page as a browser reads it.
pub(super) fn render(page: &Page) -> Result<String, Error> {
    let mut environment = Environment::new();
    environment.set_syntax(SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build()?);
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    for (name, source) in TEMPLATES {
        environment.add_template(name, source)?;
    }
    environment.add_global("style", Value::from_safe_string(STYLE.to_owned()));
    environment.add_global("script", Value::from_safe_string(SCRIPT.to_owned()));
    environment.add_global("policy", policy());
    environment.get_template("page.html")?.render(Serde(page))
}

fn policy() -> String {
    format!(
        "default-src 'none'; style-src '{STYLE_DIGEST}'; script-src '{SCRIPT_DIGEST}'; base-uri 'none'; form-action 'none'"
    )
}

#[cfg(test)]
mod tests {
    use base64::prelude::{BASE64_STANDARD, Engine};
    use sha2::{Digest, Sha256};

    use super::*;

    #[test]
    fn the_policy_names_the_style_and_the_script_that_are_there() {
        let digest = |text: &str| format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(text)));
        assert_eq!((digest(STYLE).as_str(), digest(SCRIPT).as_str()), (STYLE_DIGEST, SCRIPT_DIGEST));
    }
}
