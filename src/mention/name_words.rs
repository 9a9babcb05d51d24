//! The words that tell kinds of names apart: given names, titles, words for organisations, and the ordinary words that
//! a sentence's start, a heading or a calendar writes with a capital.

use std::sync::LazyLock;

use super::class::PART;
use super::{Reader, Vocabulary, Words, words};

/// What a word says about a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// A given name.
    Given,
    /// A title before a person: "Mr", "Gen", "Sheikh".
    Title,
    /// The word of an organisation, last or before "of": "Ministry", "University".
    Organisation,
    /// An ordinary word, no part of an unknown name.
    Ordinary,
}

/// What the token says about a name, ASCII case ignored.
pub(super) fn part_of_name(reader: &Reader<'_>, at: usize) -> Option<Part> {
    let token = reader.token(at).filter(|token| token.may_be(PART))?;
    if let Some(&part) = WORDS.get(token) {
        return Some(part);
    }
    if !matches!(token.bytes(reader.text), [.., b's' | b'S']) {
        return None;
    }
    let bare = super::name_match::bare(reader.word(at))?;
    WORDS.get_word(bare).copied()
}

/// The words that say something about a name.
pub(super) fn known() -> impl Iterator<Item = &'static str> {
    WORDS.words()
}

/// The words of organisations.
pub(super) fn of_organisations() -> impl Iterator<Item = &'static str> {
    ORGANISATION.split_whitespace()
}

/// Whether a lower-case word joins the parts of a person's name: "van", "bin", "al".
pub(super) fn is_particle(reader: &Reader<'_>, at: usize) -> bool {
    const PARTICLES: &Words = words![
        "van", "von", "de", "der", "den", "da", "dos", "do", "del", "della", "di", "du", "la", "le", "bin", "ibn",
        "bint", "al", "el", "ul", "ur", "abu", "ben", "ter", "y",
    ];
    reader.is_any(at, PARTICLES) && reader.word(at).bytes().all(|byte| byte.is_ascii_lowercase())
}

static WORDS: LazyLock<Vocabulary<Part>> = LazyLock::new(|| {
    let tagged = |words: &'static str, part| words.split_whitespace().map(move |word| (word, part));
    Vocabulary::new(
        tagged(GIVEN, Part::Given)
            .chain(tagged(ORGANISATION, Part::Organisation))
            .chain(tagged(ORDINARY, Part::Ordinary))
            .chain(tagged(TITLE, Part::Title)),
    )
});

const TITLE: &str = "mr mrs ms miss mx sir dame lord lady dr prof professor rev reverend father sister brother pastor \
    sheikh sheik imam ayatollah rabbi archbishop bishop cardinal saint gen lt col sgt capt cpl pvt maj adm cmdr cdr brig det \
    insp supt rep reps sen sens gov hon officer deputy detective sergeant captain lieutenant colonel major corporal private \
    admiral brigadier inspector superintendent trooper constable commander judge justice attorney lawyer marshal patrolman \
    investigator agent spokesman spokeswoman spokesperson analyst journalist reporter photographer prince princess king \
    queen emperor activist coroner principal coach dc sheriff";

const ORGANISATION: &str = "ministry university college school institute institution party council committee commission \
    observatory agency bureau department office organisation organization association federation union alliance foundation \
    centre center hospital clinic corporation corp inc ltd llc plc company co group bank fund court tribunal church mosque \
    brigade battalion regiment corps police academy society league authority administration service services initiative \
    parliament assembly congress senate directorate coalition movement front network news times post herald tribune \
    journal gazette television tv radio airlines airways jail prison stadium airport library museum cathedral synagogue \
    temple chapel project campaign club team rancheria tribe embassy consulate laboratory laboratories medicine mall \
    headquarters squad circuit elementary schools command secretariat conference taskforce unit division district crescent cross kremlin";

const ORDINARY: &str = "monday tuesday wednesday thursday friday saturday sunday january february march april may june july \
    august september october november december mon tue tues wed thu thur thurs fri sat sun jan feb mar apr jun jul aug sep \
    sept oct nov dec today yesterday tomorrow tonight spring summer autumn fall winter christmas easter ramadan eid \
    the a an and or but nor so yet for of in on at by to from with without into onto over under between among amid against \
    about above across after before behind below beneath beside besides beyond despite down during except inside like near \
    off out outside past per since than through throughout till toward towards until unlike up upon via within as if when \
    while where why how who whom whose which what that this these those there here then thus hence i me my mine we us our \
    ours you your yours he him his she her hers it its they them their theirs one two three four five six seven eight nine \
    ten eleven twelve twenty thirty forty fifty hundred hundreds thousand thousands million billion dozens scores several \
    some many most more much few less least all both each every any no none not neither either another other others same \
    such own only just even also too very still now once again ever never always often sometimes already almost perhaps \
    maybe however therefore moreover meanwhile nevertheless otherwise instead indeed finally first second third last next \
    earlier later recently currently previously originally initially apparently reportedly allegedly additionally \
    according although though because unless whether is are was were be been being am do does did done doing have has had \
    having will would shall should can could may might must ought let lets get gets got go goes went gone come comes came \
    make makes made take takes took taken give gives gave given say says said saying tell tells told ask asks asked \
    see sees saw seen look looks know knows knew think thinks thought want wants need needs use used using call calls called \
    calling find found keep kept leave left put show shows showed shown try trying turn hear help helping share read click \
    follow watch view play photo photos picture image images video videos file files story stories highlights advertisement \
    related update updated breaking exclusive live more related editor editors note correction caption replay print email \
    copyright reserved rights credit courtesy source sources posted published subscribe newsletter comment comments \
    people person man men woman women boy boys girl girls child children kid kids family families mother father parents \
    son daughter wife husband friend friends neighbor neighbors neighbour neighbours student students teacher teachers \
    victim victims suspect suspects witness witnesses gunman shooter shooting shootings attack attacks bombing bombings \
    killing killed dead death deaths wounded injured injuries fire fires troops soldiers forces army military navy air \
    rebels rebel militants militant fighters insurgents terrorists terror terrorist jihadist jihadists civilians residents \
    officials official authorities investigators detectives officers deputies paramedics doctors medics rescuers firefighters \
    activists opposition regime government governments state states nation nations national international federal local \
    regional global world country countries city cities town towns village villages province provinces county region area \
    areas street avenue road highway boulevard lane drive north south east west northern southern eastern western central \
    northeast northwest southeast southwest northeastern northwestern southeastern southwestern downtown \
    former current new old young big small large great good bad high low long short early late recent major senior top \
    chief acting interim vice ex pro anti non pre post multi human heavy air ground sea land day days week weeks month \
    months year years night morning evening afternoon hour hours minute minutes time times part parts way ways \
    war wars peace talks talk deal ceasefire truce crisis conflict invasion aid election elections vote votes law laws bill \
    islam christian christians muslim muslims jew jews jewish islamic catholic orthodox sunni shia shiite shiites sunnis \
    alawite alawites druze kurd kurds kurdish arab arabs yazidi yazidis protestant hindu hindus buddhist democrat democrats \
    democratic republican republicans conservative conservatives liberal liberals labour communist nazi nazis western \
    yes no ok okay well oh ah hello dear thank thanks please sorry god internet tv dna gps id ids suv ak covid pm am ceo usd \
    fighting shelling warplanes helicopters jets missiles missile drones drone rockets rocket tanks tank artillery airstrike \
    airstrikes strikes strike bomb bombs explosion explosions blast blasts gunfire clashes following including citing \
    speaking asked based born founded located added adding police nearly about around roughly under half double \
    members member leader leaders ministers minister workers worker protesters protestors demonstrators police cops cop \
    experts expert analysts critics supporters voters migrants refugees hostages prisoners evacuees survivors nobody someone \
    everyone everybody anyone something nothing everything what whatever whoever wherever relatives medical emergency \
    security defense defence foreign interior health justice education energy finance economy trade home office \
    pulling standing working looking waiting leaving taking making moving getting coming going running hundreds \
    staff terms privacy policy contact home menu search login sign close open skip weather sports business opinion politics \
    summit summits category tags commonwealth ongoing showcase edt est cdt cst mdt mst pdt pst gmt utc entertainment technology science lifestyle travel latest trending popular featured must-watch just watch affiliate";

const GIVEN: &str = "aaron abdul abdullah abdulrahman abigail abraham adam adel adrian ahmad ahmed aisha akbar alan albert \
    alberto aleksandr aleksei alessandro alex alexander alexandra alexei alexey alexis alfred ali alice alicia alina allison \
    amanda amber amina amir amy ana anastasia anatoly anders andre andrea andreas andrei andrew andrey andrii andriy angela \
    angelina anil anita ann anna anne annie anthony antoine anton antonio antony anwar april arif armando arnold arthur arturo \
    asad ashley ashraf asif audrey augustin austin ayman aziz barack barbara barry bashar basil beatrice beau ben benedict benito \
    benjamin bernard bernie beth betty bill billy bob bogdan boris brad bradley brandon brenda brent brett brian brianna \
    bridget brittany bruce bruno bryan caitlin caleb cameron carl carla carlo carlos carmen carol caroline carolyn catherine \
    cathy cecilia cedric cesar chad charles charlie charlotte chelsea cheryl chloe chris christian christina christine \
    christopher cindy claire clara clarence claude claudia clayton clifford clint cody colin connor constantin corey courtney \
    craig cristina crystal curtis cynthia cyril daisy dale damian dan dana daniel daniela danielle danny daria darius darrell \
    darren daryl dave david dawn dean deborah debra delia denis denise dennis denys derek derrick diana diane diego dimitri \
    dina dmitri dmitriy dmitry dmytro dominic dominique don donald donna doris dorothy doug douglas duncan dustin dwayne dylan \
    earl ed eddie edgar eduardo edward edwin eileen elaine eleanor elena eli elias elijah elizabeth ella ellen elliot emad \
    emanuel emil emilio emily emma emmanuel enrique eric erica erik erin ernest ernesto esteban ethan eugene eva evan evelyn \
    evgeny fabian fadi fahad faisal fatima federico felipe felix fernando filip florence florian frances francesca francesco \
    francis francisco francois frank franklin fred frederick gabriel gareth gary gavin gene geoffrey george gerald gerard \
    gerhard giancarlo gianni gilbert gina giorgia giovanni giuseppe glen glenn gloria gordon grace graham grant greg gregory \
    guillermo gustavo guy habib hamid hamza hank hannah hans harold harry harvey hasan hassan hatem hazel heather hector heidi \
    helen helena henri henrik henry herbert hisham holly hossein howard hugh hugo hunter hussein ian ibrahim ida ignacio igor ihor ilya \
    imran inna ioannis irene irina isaac ivanka isabel isabella ismail ivan jack jackie jacob jacqueline jacques jaime jake jalal \
    jamal james jamie jan jane janet janice jared jason javier jay jaylen jean jeff jeffrey jen jenna jennifer jens jeremy \
    jerome jerry jesse jessica jesus jill jim jimmy jo joan joanna joao joe joel johan johannes john johnny jon jonas jonathan \
    jordan jorge jose josef joseph josh joshua joyce juan juanita judith judy julia julian juliana julie julio june jurgen \
    justin kaja kamal kamala karen karim karl karla kate katherine kathleen kathryn kathy katie keir keith kelly ken kenneth \
    kerry kevin khaled khalid khalil kim kimberly kirill kirk konrad konstantin krishna kristen kristin kumar kurt kyle \
    lance larry lars laura lauren laurence laurent leah lee leila lena leo leon leonard leonardo leonid leroy leslie lester \
    lewis liam lidia lillian linda lindsay lindsey lisa liz lloyd logan lois lora lorenzo loretta lori louis louise luc luca \
    lucas lucia lucy luigi luis luiz lukas luke lydia lyudmila mackenzie maggie mahmoud majid maksym malcolm malik manuel marc \
    marcel marco marcos marcus margaret maria mariam marie marilyn marina mario marion marjorie mark marlene marsha martha \
    martin luther marvin mary maryam masoud matt matteo matthew matthias maureen maurice max maxim maxime megan mehdi mehmet melania \
    melanie melissa melvin mercedes michael michel michele michelle miguel mikael mike mikhail milan mildred milos mira miriam \
    misty mitch mitchell mohamad mohamed mohammad mohammed mohsen moises molly monica morgan muhammad munir murat mustafa \
    mykhailo mykola nadia nadine nancy naomi narendra nasser natalia natalie natasha nate nathan nathaniel neil nelson \
    nicholas nick nicola nicolas nicole nigel nikita nikki nikol nikolai nikolay nina noah noel nora norman nouri olaf oleg \
    oleh oleksandr oleksii oleksiy olga oliver olivia omar oscar osama otto owen pablo pamela paola paolo pascal pat patricia \
    patrick paul paula pavel pavlo pedro peggy penny pete peter petr petro phil philip philippe phillip pierre pietro piotr \
    polly rachel rafael raheem rahul raj rajesh ralph rami ramon ramona ramzan randall randy rashid raul ray raymond rebecca \
    recep regina rene renee reza ricardo riccardo richard rick ricky rishi rita rob robert roberta roberto robin rodney \
    rodrigo roger roland roman ron ronald ronnie rosa rose ross roy ruben rudolf russell rustam ruth ryan sabrina saeed said \
    salah salem salim sally salman salvador sam samantha samer sami samir samuel sandra sanjay santiago sara sarah saul scott \
    sean sebastian selim serena serge sergei sergey sergio serhii serhiy seth shane shannon sharon shaun shawn sheila shelby \
    sherie sherry shinzo shirley sidney silvia silvio simon simone sofia sonia sophia sophie stacey stacy stan stanislav \
    stanley stefan stefano stella stephanie stephen steve steven stewart stuart sue sultan susan suzanne svetlana sven sylvia \
    tamara tammy tanya tara tariq tatiana tayyip ted terence teresa terrence terry theodore theresa thierry thomas tiffany tim \
    timothy tina todd tom tommy toni tony tracy travis trevor tyler ulrich umar ursula usman valentina valeria valeriy valery \
    vanessa vasily vera veronica vicki victor victoria vikram viktor vincent virginia vitali vitaly vlad vladimir volodymyr \
    vyacheslav wael walid wallace walter wanda warren wayne wendy wesley wilhelm will william willie wolfgang xavier yahya \
    yaroslav yasser yehor yevgeny yevhen yoav yossi youssef yulia yuri yuriy yury yusuf yves yvette yvonne zachary zeinab zhanna";

#[cfg(test)]
mod tests {
    use super::{GIVEN, ORDINARY, ORGANISATION, TITLE};

    #[test]
    fn all_words_are_lower_case() {
        for list in [GIVEN, ORDINARY, ORGANISATION, TITLE] {
            assert!(list.chars().all(|c| c.is_ascii_lowercase() || c.is_whitespace() || c == '-'), "{list}");
        }
    }
}
