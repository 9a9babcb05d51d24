//! The kinds of problem in rule files: for each a stable id, how serious it is, whether it can be put right without
//! judgement, and what it says. `docs/lint.md` tells more of each.

/// How serious a problem is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Level {
    /// The rule cannot be used.
    Error,
    /// The rule can be used, and is probably not what was meant.
    Warning,
}

impl Level {
    /// Its name in messages.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

macro_rules! kinds {
    ($($kind:ident $name:literal $level:ident $fixed:literal $summary:literal)+) => {
        /// The kinds of problem, named in their messages.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum ProblemKind { $(#[doc = $summary] $kind),+ }

        impl ProblemKind {
            /// Every kind: errors first, then warnings.
            pub const ALL: &'static [Self] = &[$(Self::$kind),+];

            /// Its id: the name in messages, in `[[allow]]` and in the documentation.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$kind => $name),+ }
            }

            /// How serious it is.
            pub const fn level(self) -> Level {
                match self { $(Self::$kind => Level::$level),+ }
            }

            /// Whether `rules lint --fix` can put it right, where there is only one way to.
            pub const fn is_fixed(self) -> bool {
                match self { $(Self::$kind => $fixed),+ }
            }

            /// What it says, in a few words.
            pub const fn summary(self) -> &'static str {
                match self { $(Self::$kind => $summary),+ }
            }
        }
    };
}

kinds! {
    Syntax "syntax" Error false "the file is not TOML"
    UnknownKey "unknown-key" Error true "a key that no rule file has"
    MissingKey "missing-key" Error false "a key that must be there"
    WrongType "wrong-type" Error true "a value of another type, or a word that is none of those allowed"
    BadExpression "bad-expression" Error false "a regular expression that cannot be read, or is too large"
    UnknownSlot "unknown-slot" Error false "a slot that does not exist"
    BadGap "bad-gap" Error false "a gap that can never match, or is used where it makes no sense"
    UnknownWords "unknown-words" Error false "a word list that neither the file nor the shared lists have"
    UnknownGroup "unknown-group" Error false "a named group that is no field of the scope"
    NoValue "no-value" Error false "a pattern that can match without its `{value}`"
    MatchesEmpty "matches-empty" Error false "an expression that matches the empty text"
    DuplicateId "duplicate-id" Error false "two rules of one id"
    BadLimit "bad-limit" Error false "a `min`, `max`, `tolerance`, `stretch` or `threshold` that cannot be read or makes no sense"
    BadStage "bad-stage" Error false "a stage without words, or a fixed stage whose name is misspelt"
    BadId "bad-id" Error false "a file name that is no rule id"
    BadDate "bad-date" Error false "a date that does not exist"

    UnreachedPattern "unreached-pattern" Warning false "a pattern that no accept text reaches"
    ShadowedPattern "shadowed-pattern" Warning false "a pattern that can never win: an earlier one of its file matches wherever it does"
    OutdonePattern "outdone-pattern" Warning false "a pattern whose texts all go to another rule"
    UntriggeredPattern "untriggered-pattern" Warning false "a pattern that holds no word for certain, and so is tried on every sentence with a figure"
    SlowPattern "slow-pattern" Warning false "an expression whose automaton is larger than the budget"
    IdleUnless "idle-unless" Warning false "an `unless` that stops none of the file's texts"
    OpenEnded "open-ended" Warning false "a repetition without end that runs across words and marks"
    DigitClass "digit-class" Warning false "digits where the shadow of a sentence has a single sign"
    DoubleBlank "double-blank" Warning true "two blanks in a row, which no shadow of a sentence holds"
    NeedlessEscape "needless-escape" Warning true "a backslash before a character that needs none"
    HiddenWords "hidden-words" Warning false "a word list with the name of a slot, which can never be used"
    UnusedWords "unused-words" Warning false "a word list that nothing in the file uses"
    DuplicateWord "duplicate-word" Warning true "a word that stands twice in its list"
    InertKey "inert-key" Warning false "a key that has no effect where it stands"
    ShortSummary "short-summary" Warning false "a `summary` that is not one sentence"
    ShortExplain "short-explain" Warning false "an `explain` too short to say what is left out"
    FewTexts "few-texts" Warning false "fewer texts than it takes to trust a rule"
    RepeatedText "repeated-text" Warning false "a text that stands twice in the file"
    SectionOrder "section-order" Warning true "sections in another order than everywhere else"
    TrailingBlank "trailing-blank" Warning true "blanks at the end of a line"
    BadAllow "bad-allow" Warning false "an `[[allow]]` that names no warning, or gives no reason"
    UnusedAllow "unused-allow" Warning true "an `[[allow]]` that silences nothing"
}
