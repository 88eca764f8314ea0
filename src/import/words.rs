//! The words of tables: what headings and labels call totals, sexes, ages, years and places, in several languages.
//!
//! These are words that are recognised, never shown. Words of one and two letters count only as a whole word.

/// What a word or phrase means in a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meaning {
    Total,
    /// The sum of the bands that are given, which need not be all ages.
    TotalOfBands,
    Both,
    Male,
    Female,
    UnknownAge,
    /// Figures that are no people: shares, households, means.
    NotPeople,
    AgeHead,
    RegionHead,
    CodeHead,
    YearHead,
    SexHead,
    /// People as such; says nothing that a table of people does not say.
    People,
    /// Members of a programme, preferred over residents.
    Members,
    RowNumber,
    /// Names, numbers and dates of persons.
    Person,
    /// "under 5": up to the age before.
    Under,
    /// "up to 5": up to the age itself.
    UpTo,
    /// "over 64", "from 65".
    From,
    /// "5 to 9".
    Range,
    /// "65 and over".
    OrMore,
    /// "under 20" behind the number.
    OrLess,
    /// "20 or younger", the age itself included.
    OrLessInclusive,
    /// Years of age.
    Years,
    /// "20s".
    Decade,
    /// Year of the calendar.
    CalendarYear,
    CalendarMonth,
    Born,
    /// Says nothing.
    Filler,
}

use Meaning::*;

/// Words and phrases in the form of [`plain`], with a bar between them.
const LEXICON: &[(Meaning, &str)] = &[
    (
        Total,
        "계|합계|소계|총계|총합계|전체|전국|총인구수|총인구|총수|누계|전연령|전 연령|합|total|totals|all|\
         grand total|sub total|subtotal|sum|all ages|all persons|overall|insgesamt|gesamt|summe|zusammen|\
         ensemble|総数|総計|合計|計|小計|全国|合计|总计|总数|小计|totale|totaal|t|tot|suma|razem|toplam|\
         yhteensä|celkem|итого|всего|tous âges|alle altersgruppen|alle|todas|todas las edades|i alt|totalt|總計|總數|合計數|小計數|\
         jumlah|tổng số|tổng|cộng|łącznie|összesen|spolu|σύνολο|รวม|всі|усього|yleensä|todos|ogółem|total geral",
    ),
    (TotalOfBands, "연령구간인구수"),
    (
        Both,
        "남녀|남녀계|남여|both|both sexes|persons|beide|les deux sexes|deux sexes|男女計|男女|ambos sexos|mf|\
         all sexes|ambos|оба пола|obě pohlaví|begge køn|båda könen|kaikki",
    ),
    (
        Male,
        "남|남자|남성|male|males|men|m|boys|hommes|homme|masculin|männlich|maennlich|männer|mann|男|男性|\
         男子|hombres|masculino|varones|maschi|mannen|mænd|män|\
         homens|laki laki|pria|nam|mężczyźni|muži|férfi|erkek|мужчины|чоловіки|άνδρες|ชาย|miehet|menn",
    ),
    (
        Female,
        "여|여자|여성|female|females|women|f|w|girls|femmes|femme|féminin|weiblich|frauen|frau|女|女性|女子|\
         mujeres|femenino|femmine|vrouwen|kvinder|kvinnor|\
         mulheres|feminino|perempuan|wanita|nữ|kobiety|ženy|nő|kadın|женщины|жінки|γυναίκες|หญิง|naiset|kvinner",
    ),
    (
        UnknownAge,
        "미상|연령미상|불상|unknown|not stated|age unknown|age not stated|unbekannt|ohne angabe|inconnu|不詳|\
         年齢不詳|desconocida",
    ),
    (
        NotPeople,
        "비율|구성비|비중|성비|세대|세대수|세대당|가구|가구수|평균연령|밀도|증감|증감률|면적|percent|\
         percentage|share|rate|ratio|household|households|median age|mean age|average age|density|per cent|\
         pct|anteil|anteil in|haushalte|prozent|veränderung|割合|構成比|世帯|世帯数|性比|part|taux|ménages|\
         change|area km|fläche|面積",
    ),
    (
        AgeHead,
        "연령|나이|연령별|연령대|연령구간|만나이|age|ages|aged|age group|age groups|age band|ageband|\
         agegroup|alter|altersgruppe|altersgruppen|âge|tranche d âge|classe d âge|年齢|年齢別|年齢階級|年龄|\
         edad|years of age|im alter von|idade|grupo de idade|faixa etária|grupos de edad|kelompok umur|\
         umur|usia|nhóm tuổi|tuổi|wiek|ikä|возраст|yaş|yaş grubu|leeftijd|età|alder|ålder|年齡|年齡別|歲數",
    ),
    (
        RegionHead,
        "행정구역|행정구역별|행정기관|지역|지역별|시도|시도별|시군구|시군구별|구군|구·군|자치구|읍면동|\
         행정동|region|regions|area|areas|name|geography|district|districts|county|state|city|\
         local authority|municipality|land|bundesland|kreis|gemeinde|commune|département|région|市区町村|\
         市区町村名|都道府県|都道府県名|団体名|地域|地区|area name|la name|province|ward|territory|gebiet|\
         libellé|municipio|município|provincia|província|comunidad|distrito|kecamatan|kabupaten|kelurahan|quận|\
         huyện|tỉnh|區域別|區域|縣市|鄉鎮市區|город|район|регион|ilçe|il|gmina|powiat|comune|gemeenten",
    ),
    (
        CodeHead,
        "코드|행정구역코드|행정기관코드|지역코드|code|codes|region code|area code|la code|fips|geoid|ags|\
         insee|コード|団体コード|代码|schlüssel|id|gss|geo",
    ),
    (
        YearHead,
        "연도|년도|시점|기준|기준연월|기준년월|기준일|year|date|period|time|jahr|stichtag|année|年次|年度|\
         時点|año|reference date",
    ),
    (
        SexHead,
        "성별|sex|gender|geschlecht|sexe|性別|性别|sexo|jenis kelamin|giới tính|płeć|пол|cinsiyet|sesso|geslacht",
    ),
    (
        People,
        "인구|인구수|주민등록인구|명|사람|people|population|pop|count|counts|number|value|values|obs value|n|\
         anzahl|bevölkerung|personen|einwohner|effectif|effectifs|nombre|personnes|人口|人数|人|값|데이터|\
         población|인원|인원수|수",
    ),
    (
        Members,
        "회원|회원수|가입자|가입자수|이용자|members|member|subscribers|customers|users|mitglieder|会員|\
         会員数|adhérents",
    ),
    (
        Person,
        "성명|이름|주민등록번호|주민번호|생년월일|휴대폰|휴대전화|휴대폰번호|전화번호|이메일|first name|\
         last name|full name|surname|phone|mobile|email|e mail|dob|date of birth|birth date|birthdate|\
         birthday|vorname|nachname|geburtsdatum|prénom|date de naissance|氏名|生年月日|電話番号",
    ),
    (RowNumber, "번호|순번|연번|no|nr|row|index|連番|番号|num|lfd|lfd nr"),
    (Under, "under|unter|below|less than|younger than|moins de|menos de|jünger als|meno di|<|lt|menor de|menores de"),
    (UpTo, "up to|bis zu|jusqu à|≤|<=|hasta"),
    (From, "over|above|ab|über|plus de|≥|>=|65 and over from|min|ge"),
    (Range, "to|bis|à|a|through|until|から|至|부터|~|-"),
    (
        OrMore,
        "이상|以上|and over|and older|and above|and more|and up|or over|or older|or more|or above|plus|\
         und älter|und mehr|und darüber|u m|u ä|oder älter|oder mehr|ou plus|et plus|y más|o más|e più|over|\
         older|+|ou mais|e mais|及以上|en ouder|og over|og eldre|och äldre|& over|이상인구",
    ),
    (OrLess, "미만|未満"),
    (
        OrLessInclusive,
        "이하|以下|and under|or under|or younger|and younger|or less|ou moins|und jünger|oder jünger|까지",
    ),
    (
        Years,
        "세|살|歳|才|岁|years|year|yrs|yr|years old|year old|year olds|years of age|y|yo|歲|anos|ano|ans|an|jahre|jahr|\
         jahren|años|anni|let|lat|år|jaar",
    ),
    (Decade, "대|代|s|er"),
    (CalendarYear, "년|年|년도"),
    (CalendarMonth, "월|月"),
    (Born, "생|생년|년생|生まれ|born|geboren|nés en"),
    (
        Filler,
        "말|말일|기준|현재|일|日|末|現在|of|the|in|for|from|de|von|der|die|du|des|at|as|mid|end|und|and|et|\
         and over from|january|february|march|april|may|june|july|august|september|october|november|december|\
         januar|februar|märz|mai|juni|juli|oktober|dezember|janvier|도|census|estimate|estimates|i|y",
    ),
];

/// Words that may hang on the end of another without a space.
const TAILS: [&str; 7] = ["인구수", "인구", "회원수", "회원", "자수", "人口", "計"];

/// Words of a unit of a thousand people.
const THOUSANDS: [&str; 9] =
    ["천명", "천 명", "千人", "in thousands", "(thousands)", "(000s)", "in 1000", "in 1 000", "en milliers"];

/// Letters that are common in tables of the language of an encoding, by label of the encoding.
pub const COMMON_LETTERS: [(&str, &str); 5] = [
    ("euc-kr", "시도구군읍면동리남여계세인구년월총수이상합부산서울특별광역자치행정역거주연령간회원전국중북주경천원"),
    ("shift_jis", "市区町村県都道府男女計歳人口年月総数以上合未満住民基本台帳東京大阪北海"),
    ("gb18030", "市区县省男女岁人口年月总数合计以上地按上海北京"),
    ("big5", "市區縣省男女歲人口年月總數合計以上臺北高雄"),
    ("windows-1252", "äöüÄÖÜßéèêàâçñáíóúãõøåæ°§–"),
];

/// What a word or a phrase in the form of [`plain`] means; of several meanings the first that `fits`.
pub fn meaning(phrase: &str, fits: impl Fn(Meaning) -> bool) -> Option<Meaning> {
    let known = |phrase: &str| {
        LEXICON
            .iter()
            .find(|(meaning, words)| fits(*meaning) && words.split('|').any(|word| word == phrase))
            .map(|(meaning, _)| *meaning)
    };
    known(phrase).or_else(|| TAILS.iter().find_map(|tail| phrase.strip_suffix(tail).and_then(known)))
}

/// Whether a title says that its figures are thousands of people.
pub fn counts_thousands(title: &str) -> bool {
    let plain = plain(title);
    THOUSANDS.iter().any(|word| plain.contains(word))
}

/// One spelling for comparison: lower case, half width, one kind of dash, tilde and space, no marks of footnotes.
pub fn plain(text: &str) -> String {
    let mut result = String::with_capacity(text.len());
    for letter in text.chars() {
        let letter = match letter {
            '\u{ff01}'..='\u{ff5e}' => char::from_u32(letter as u32 - 0xfee0).unwrap_or(letter),
            '\u{a0}' | '\u{202f}' | '\u{2000}'..='\u{200a}' | '\u{3000}' | '\t' | '\r' | '\n' => ' ',
            '〜' | '∼' | '˜' => '~',
            '\u{2010}'..='\u{2015}' | '−' => '-',
            '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{feff}' | '¹' | '²' | '³' | '"' => continue,
            '…' => {
                result.push_str("...");
                continue;
            }
            other => other,
        };
        match letter {
            ' ' if result.ends_with(' ') || result.is_empty() => {}
            other => result.extend(other.to_lowercase()),
        }
    }
    result.truncate(result.trim_end().len());
    result
}
