//! Breaks every rule on purpose, one piece at a time (a pattern, a slot, an alternative, half a word list), and asks
//! whether the rule's own texts notice. Slow, so it runs only with `RULE_MUTATION=1`, or for one rule alone with its id;
//! `RULE_MUTATION_LEAST` sets the share that must be noticed, in percent.
#![allow(clippy::unwrap_used, clippy::print_stderr)]

mod common;

use crosscheck::article::Article;
use crosscheck::lexicon::Lexicon;
use crosscheck::mention::{Mentions, scan};
use crosscheck::rule::{Match, Rule, RuleFile, RuleSet, Selection, match_rules};

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

/// The ways to break an expression: drop one alternative that is written in it, or one slot.
fn breaks(expression: &str) -> Vec<String> {
    let mut broken = Vec::new();
    for (at, _) in expression.match_indices('|') {
        let before = alternative_start(expression, at);
        broken.push(format!("{}{}", &expression[..before], &expression[at + 1..]));
        let after = alternative_end(expression, at + 1);
        if !expression[after..].starts_with('|') {
            broken.push(format!("{}{}", &expression[..at], &expression[after..]));
        }
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

/// Where the alternative that begins at `at` ends.
fn alternative_end(expression: &str, at: usize) -> usize {
    let mut depth = 0;
    for (index, byte) in expression.bytes().enumerate().skip(at) {
        match byte {
            b'(' => depth += 1,
            b'|' | b')' if depth == 0 => return index,
            b')' => depth -= 1,
            _ => {}
        }
    }
    expression.len()
}

/// A word list without a random half of its entries, the same half every time; nothing for a list of one.
fn halved(name: &str, list: &str) -> Option<String> {
    let value: toml::Table = format!("list = {list}").parse().ok()?;
    let entries = value["list"].as_array()?;
    let mut state =
        name.bytes().fold(0x9e37_79b9_u64, |state, byte| (state ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    let mut order: Vec<usize> = (0..entries.len()).collect();
    for last in (1..order.len()).rev() {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        order.swap(last, usize::try_from((state >> 33) % (last as u64 + 1)).ok()?);
    }
    let mut kept = order.split_off(order.len() / 2);
    kept.sort_unstable();
    let kept: Vec<toml::Value> = kept.into_iter().map(|index| entries[index].clone()).collect();
    (kept.len() < entries.len()).then(|| toml::Value::Array(kept).to_string())
}

/// Every broken version of a rule file, with a name for each.
fn mutants(text: &str) -> Vec<(String, String)> {
    let mut mutants = Vec::new();
    let mut at = 0;
    let mut section = "";
    for line in text.split_inclusive('\n') {
        let (before, after) = (&text[..at], &text[at + line.len()..]);
        if line.starts_with('[') {
            section = line.trim_end();
        } else if let Some((name, list)) = line.split_once(" = ").filter(|_| section == "[words]") {
            let name = name.trim_end();
            if let Some(half) = halved(name, list.trim_end()) {
                mutants.push((format!("{{{name}}}\n    -> {half}"), format!("{before}{name} = {half}\n{after}")));
            }
        } else if let Some(expression) = line.strip_prefix("match = ") {
            let quote = ["'''", "'", "\""].into_iter().find(|quote| expression.starts_with(quote)).unwrap_or("'");
            let inner = expression.trim_end().trim_matches(['\'', '"']);
            for broken in breaks(inner) {
                let changed = format!("{before}match = {quote}{broken}{quote}\n{after}");
                mutants.push((format!("{inner}\n    -> {broken}"), changed));
            }
            let header = before.trim_end().rfind("[[").unwrap_or(at);
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
    let Ok(wanted) = std::env::var("RULE_MUTATION") else { return };
    let least: usize = std::env::var("RULE_MUTATION_LEAST").ok().and_then(|least| least.parse().ok()).unwrap_or(90);
    let (words, rules): (Vec<_>, Vec<_>) =
        common::rule_files().into_iter().partition(|file| file.path.ends_with("words.toml"));
    let lists = |file: &RuleFile| ["quantities", "dates"].iter().any(|pack| file.path.to_string_lossy().contains(pack));
    let named = |file: &&RuleFile| wanted == "1" || file.path.file_stem().is_some_and(|stem| *stem == *wanted);
    let lexicon = Lexicon::embedded();
    let tried = rules.iter().filter(|file| !lists(file)).filter(named);
    let counts: Vec<(usize, usize)> = tried.filter_map(|file| report(file, &words, lexicon)).collect();
    let (caught, all) = counts.iter().fold((0, 0), |sum, count| (sum.0 + count.0, sum.1 + count.1));
    eprintln!("all rules: {caught} of {all} noticed");
    assert!(caught * 100 >= all * least, "only {caught} of {all} broken rules are noticed by their own texts");
}
