//! Breaks every rule on purpose, one piece at a time, and asks whether the rule's own texts notice. Slow, so it runs only
//! with `RULE_MUTATION=1`; `RULE_MUTATION_LEAST` sets the share that must be noticed, in percent.
#![allow(clippy::unwrap_used, clippy::print_stderr)]

use crosscheck::article::Article;
use crosscheck::lexicon::Lexicon;
use crosscheck::mention::{Mentions, scan};
use crosscheck::rule::{Match, Rule, RuleFile, RuleSet, Selection, embedded_files, match_rules};

/// What a rule makes of one text: values, what is fixed for them, and their groups, but not which pattern it was.
type Outcome = Vec<String>;

struct Text {
    article: Article,
    mentions: Mentions,
}

fn texts(rule: &Rule, lexicon: &Lexicon) -> Vec<Text> {
    let accept = rule.accept().iter().map(|accept| (&accept.text, accept.published));
    let reject = rule.reject().iter().map(|reject| (&reject.text, reject.published));
    let read = |(text, published): (&String, _)| {
        let article = Article::plain("text", text, published);
        let mentions = scan(&article, lexicon);
        Text { article, mentions }
    };
    accept.chain(reject).map(read).collect()
}

fn outcome(rules: &RuleSet, text: &Text) -> Outcome {
    let found = match_rules(rules, text.article.text(), &text.mentions);
    let rule = &rules.rules()[0];
    let told =
        |found: &Match| format!("{:?} {:?} {:?}", found.value, rule.patterns()[found.pattern].fixed, found.groups);
    found.matches.iter().map(told).collect()
}

/// The ways to break an expression: drop one alternative, one optional part's mark, one slot or word list.
fn breaks(expression: &str) -> Vec<String> {
    let mut broken = Vec::new();
    for (at, _) in expression.match_indices('|') {
        let before = alternative_start(expression, at);
        broken.push(format!("{}{}", &expression[..before], &expression[at + 1..]));
    }
    for (at, _) in expression.match_indices('{') {
        let Some(end) = expression[at..].find('}').map(|end| at + end + 1) else { continue };
        let slot = &expression[at..end];
        if !slot.starts_with("{value") && slot.as_bytes()[1].is_ascii_lowercase() {
            let rest = expression[end..].strip_prefix(' ').unwrap_or(&expression[end..]);
            broken.push(format!("{}{rest}", &expression[..at]));
        }
    }
    broken
}

/// Where the alternative that ends at `at` begins.
fn alternative_start(expression: &str, at: usize) -> usize {
    let mut depth = 0;
    for (index, byte) in expression[..at].bytes().enumerate().rev() {
        match byte {
            b')' => depth += 1,
            b'(' if depth == 0 => {
                let open = ["?:", "?<subgroup>", "?<party>", "?<place>", "?<value>", "?<stage>"];
                let group = open.into_iter().find(|open| expression[index + 1..].starts_with(open));
                return index + 1 + group.map_or(0, str::len);
            }
            b'(' => depth -= 1,
            b'|' if depth == 0 => return index + 1,
            _ => {}
        }
    }
    0
}

/// Every broken version of a rule file, with a name for each.
fn mutants(text: &str) -> Vec<(String, String)> {
    let mut mutants = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        if let Some(expression) = line.strip_prefix("match = ") {
            let quote = if expression.starts_with("'''") { "'''" } else { "'" };
            let inner = expression.trim_end().trim_matches('\'');
            for broken in breaks(inner) {
                let changed = format!("{}match = {quote}{broken}{quote}\n{}", &text[..at], &text[at + line.len()..]);
                mutants.push((format!("{inner}\n    -> {broken}"), changed));
            }
            let header = text[..at].trim_end().rfind("[[").unwrap_or(at);
            let next = text[at..].find("\n[").map_or(text.len(), |next| at + next + 1);
            mutants.push((format!("{inner}\n    -> dropped"), format!("{}{}", &text[..header], &text[next..])));
        }
        at += line.len();
    }
    mutants
}

fn report(file: &RuleFile, others: &[RuleFile], lexicon: &Lexicon) -> Option<(usize, usize)> {
    let load = |text: &str| {
        let own = RuleFile { path: file.path.clone(), text: text.into() };
        let files: Vec<RuleFile> = others.iter().cloned().chain([own]).collect();
        RuleSet::from_texts(
            &files,
            &Selection { packs: vec![], rules: vec![file.path.file_stem()?.to_str()?.to_owned()] },
        )
        .ok()
    };
    let sound = load(&file.text)?;
    let texts = texts(&sound.rules()[0], lexicon);
    let expected: Vec<Outcome> = texts.iter().map(|text| outcome(&sound, text)).collect();
    let (mut caught, mut all) = (0, 0);
    for (name, changed) in mutants(&file.text) {
        let Some(broken) = load(&changed) else { continue };
        let noticed = texts.iter().zip(&expected).any(|(text, expected)| &outcome(&broken, text) != expected);
        all += 1;
        caught += usize::from(noticed);
        if !noticed {
            eprintln!("{}: not noticed: {name}", file.path.display());
        }
    }
    eprintln!("{}: {caught} of {all} noticed", file.path.display());
    Some((caught, all))
}

#[test]
fn breaking_a_rule_is_noticed_by_its_texts() {
    if std::env::var_os("RULE_MUTATION").is_none() {
        return;
    }
    let least: usize = std::env::var("RULE_MUTATION_LEAST").ok().and_then(|least| least.parse().ok()).unwrap_or(90);
    let (words, rules): (Vec<_>, Vec<_>) =
        embedded_files().into_iter().partition(|file| file.path.ends_with("words.toml"));
    let lists = |file: &RuleFile| ["quantities", "dates"].iter().any(|pack| file.path.to_string_lossy().contains(pack));
    let lexicon = Lexicon::embedded();
    let counts: Vec<(usize, usize)> =
        rules.iter().filter(|file| !lists(file)).filter_map(|file| report(file, &words, lexicon)).collect();
    let (caught, all) = counts.iter().fold((0, 0), |sum, count| (sum.0 + count.0, sum.1 + count.1));
    eprintln!("all rules: {caught} of {all} noticed");
    assert!(caught * 100 >= all * least, "only {caught} of {all} broken rules are noticed by their own texts");
}
