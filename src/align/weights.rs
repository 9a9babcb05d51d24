//! The weights of the comparisons, in one place: base-2 logarithms of how much likelier a finding is for two tellings of one
//! event than for two events (Fellegi and Sunter 1969). Their order of size was estimated on pairs of dated incident reports (a
//! logistic fit over the two public sets that the scorer reads) and then rounded to what the finding means in news, so that
//! none rests on single records.

/// A pair's standing before anything is compared: two tellings of one kind within a week are seldom one event.
pub(super) const PRIOR: f64 = -3.0;
/// Two remarks of one speaker, before their words are compared: a speaker is quoted with a hundred remarks in a pile of articles.
pub(super) const UTTERANCE: f64 = -8.0;
/// The most that words can say for one utterance, and what is taken off where they have too little in common.
pub(super) const UTTERANCE_MOST: f64 = 20.0;
pub(super) const UNALIKE: f64 = -3.0;
/// One of the speakers is not known: anybody may have said it.
pub(super) const UNKNOWN_SPEAKER: f64 = -5.0;
/// Their articles were published within a day of each other: an interview holds many remarks, so that it says little.
pub(super) const SAME_NEWS: f64 = 1.0;
/// Both are about one person, whom one of them names outside the words.
pub(super) const ABOUT_SAME: f64 = 3.0;
/// Where few words are alike, the words beside them are one remark too.
pub(super) const BESIDE_ALIKE: f64 = 6.0;
/// Both are about what there can be only one of.
pub(super) const SAME_MATTER: f64 = 10.0;
/// Both name the same day.
pub(super) const SAME_DAY: f64 = 3.5;
/// Both name days that touch (time zones, nights).
pub(super) const NEXT_DAY: f64 = 0.0;
/// Both name dates that overlap and one is coarser than a day.
pub(super) const COARSE_DATE: f64 = 0.0;
/// One names a day and the other was published then or the day after.
pub(super) const DAY_AND_PUBLICATION: f64 = 2.5;
/// Both were published within a day of each other and name no date.
pub(super) const PUBLISHED_TOGETHER: f64 = 2.0;
/// Within the week in which figures still come.
pub(super) const SAME_WEEK: f64 = -0.5;
/// One tells of arrests or a trial and names no day: which event it recalls the place and the words must say.
pub(super) const AFTERMATH: f64 = -2.0;
/// They name different days of what may be one meeting: more must speak for it than for another.
pub(super) const OTHER_DAY: f64 = -8.0;
/// Both name one town.
pub(super) const SAME_TOWN: f64 = 3.5;
/// One names a place that the other's is part of.
pub(super) const PART_OF: f64 = 0.0;
/// The same of a region, which is narrower than a country.
pub(super) const PART_OF_REGION: f64 = 1.0;
/// They name different places, one of which the other article names too: a town and its quarter, a place that only speaks.
pub(super) const ALSO_NAMED: f64 = -2.5;
/// How alike their words must be for that, the names of the places left out.
pub(super) const ALIKE_ELSEWHERE: f64 = 0.2;
/// They name different towns, of which the lexicon knows one no more than the name: words and a day that are alike do not make one
/// event of two bulletins of one kind.
pub(super) const OTHER_TOWN: f64 = -8.0;
/// Both say what happened, and it is not the same: a flood, a ferry.
pub(super) const OTHER_HAPPENING: f64 = -12.0;
/// Both count people or things of one side.
pub(super) const SAME_SIDE: f64 = 2.0;
/// Each shared participant, up to three, where at least as many as the rule needs are shared.
pub(super) const PARTICIPANT: f64 = 2.5;
/// Each shared country where countries are the participants: the same few stand in every story.
pub(super) const COUNTRY: f64 = 1.0;
/// Slope of the similarity of context words.
pub(super) const WORDS_SLOPE: f64 = 20.0;
/// Similarity at which the context words speak neither for nor against.
pub(super) const WORDS_EVEN: f64 = 0.1;
/// The most that context words can say either way.
pub(super) const WORDS_MOST: f64 = 7.0;
/// The least that context words can say.
pub(super) const WORDS_LEAST: f64 = -3.0;
/// What a bit of rarity of the names that two articles share says.
pub(super) const NAMES_SLOPE: f64 = 0.3;
/// The most that they can say.
pub(super) const NAMES_MOST: f64 = 7.0;
/// From how many bits on the same people are named: two rare names.
pub(super) const NAMES_STRONG: f64 = 14.0;
/// The most that two tellings of one event may speak against it in a cluster of several: what two articles do not share says less than
/// what they do.
pub(super) const LEAST_TIE: f64 = -2.0;
/// In which share of articles a full name stands before any is read.
pub(super) const SHARE_OF_NAME: f64 = 0.0015;
/// As how many articles the lexicon's knowledge of words counts beside those at hand.
pub(super) const ARTICLES_BEFORE: f64 = 300.0;
/// In which share of articles a word stands, by how common it is in English, from hardly used to most common.
pub(super) const SHARES: [f64; 9] = [0.003, 0.004, 0.008, 0.02, 0.05, 0.08, 0.12, 0.2, 0.3];
/// The same of a word that the lexicon does not know: most are names.
pub(super) const SHARE_OF_UNKNOWN: f64 = 0.003;
/// The same of words by which news tells harm, and of countries.
pub(super) const COMMON_IN_NEWS: f64 = 0.25;
/// From which share on a name is a common word with a capital, and no key to look others up by.
pub(super) const COMMON_NAME: f64 = 0.05;
/// A word weighs as its bits of rarity to this power: rare names tell far more than words.
pub(super) const RARITY_POWER: f64 = 1.5;
/// Probability from which two tellings are one event, unless a rule says otherwise.
pub const THRESHOLD: f64 = 0.5;
/// Probability from which a pair that was not linked is counted as a near miss.
pub(super) const NEAR_MISS: f64 = 0.2;

/// The probability behind a sum of weights.
pub(super) fn probability(sum: f64) -> f64 {
    1.0 / (1.0 + (-sum).exp2())
}
