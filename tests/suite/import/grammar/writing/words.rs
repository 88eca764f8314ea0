//! The words of the written tables in four languages.

use stagger::import::band::Band;

#[derive(Debug)]
pub struct Language {
    pub encoding: &'static str,
    /// It has digits of full width.
    pub is_wide: bool,
    pub title: &'static str,
    pub note: &'static str,
    pub province: &'static str,
    pub place: &'static str,
    pub code: &'static str,
    pub year: &'static str,
    /// What stands behind a year.
    pub year_word: &'static str,
    pub sex: &'static str,
    pub sexes: [&'static str; 3],
    pub age: &'static str,
    pub all_ages: &'static str,
    pub people: &'static str,
    pub total: &'static str,
    pub provinces: [&'static str; 4],
    pub districts: [&'static str; 24],
    /// The band in one of three spellings.
    pub band: fn(Band, u64) -> String,
}

pub const LANGUAGES: [Language; 4] = [
    Language {
        encoding: "euc-kr",
        is_wide: true,
        title: "주민등록 인구 현황",
        note: "※ 자료: 행정안전부 주민등록 인구통계",
        province: "시도",
        place: "행정구역",
        code: "행정구역코드",
        year: "연도",
        year_word: "년",
        sex: "성별",
        sexes: ["계", "남", "여"],
        age: "연령",
        all_ages: "총인구수",
        people: "인구수",
        total: "합계",
        provinces: ["서울특별시", "부산광역시", "경기도", "경상남도"],
        districts: [
            "중구", "서구", "동구", "남구", "북구", "강서구", "연제구", "수영구", "사상구", "기장군", "종로구", "용산구", "성동구", "광진구",
            "수원시", "성남시", "안양시", "부천시", "평택시", "창원시", "진주시", "통영시", "사천시", "김해시",
        ],
        band: korean,
    },
    Language {
        encoding: "windows-1252",
        is_wide: false,
        title: "Population by area and age",
        note: "Source: national statistics, rounded to whole people.",
        province: "Region",
        place: "District",
        code: "Code",
        year: "Year",
        year_word: "",
        sex: "Sex",
        sexes: ["Total", "Male", "Female"],
        age: "Age",
        all_ages: "All ages",
        people: "Population",
        total: "Total",
        provinces: ["Northland", "Eastmark", "Southshire", "Westfold"],
        districts: [
            "Ashford", "Barnet", "Camden", "Dover", "Epsom", "Fareham", "Gosport", "Harlow", "Ipswich", "Kettering", "Lewes", "Medway",
            "Newark", "Oadby", "Preston", "Redcar", "Slough", "Torbay", "Vale", "Wigan", "Yeovil", "Zeal", "Bath", "Crewe",
        ],
        band: english,
    },
    Language {
        encoding: "windows-1252",
        is_wide: false,
        title: "Bevölkerung nach Kreisen und Altersgruppen",
        note: "Quelle: Statistische Ämter des Bundes und der Länder",
        province: "Land",
        place: "Kreis",
        code: "Schlüssel",
        year: "Jahr",
        year_word: "",
        sex: "Geschlecht",
        sexes: ["insgesamt", "männlich", "weiblich"],
        age: "Altersgruppe",
        all_ages: "Insgesamt",
        people: "Bevölkerung",
        total: "Insgesamt",
        provinces: ["Württemberg", "Thüringen", "Niederbayern", "Münsterland"],
        districts: [
            "Ahaus", "Böblingen", "Celle", "Düren", "Emden", "Fürth", "Göppingen", "Höxter", "Jülich", "Köthen", "Lübben", "Mühldorf",
            "Nürtingen", "Öhringen", "Plön", "Rügen", "Süderholm", "Tübingen", "Uelzen", "Vöhringen", "Würzen", "Zülpich", "Bünde", "Görlitz",
        ],
        band: german,
    },
    Language {
        encoding: "shift_jis",
        is_wide: true,
        title: "住民基本台帳年齢階級別人口",
        note: "注：住民基本台帳に基づく人口である。",
        province: "都道府県",
        place: "市区町村",
        code: "団体コード",
        year: "年次",
        year_word: "年",
        sex: "性別",
        sexes: ["計", "男", "女"],
        age: "年齢",
        all_ages: "総数",
        people: "人口",
        total: "合計",
        provinces: ["北海道", "東京都", "大阪府", "福岡県"],
        districts: [
            "中央区", "港区", "新宿区", "文京区", "台東区", "墨田区", "江東区", "品川区", "目黒区", "大田区", "世田谷区", "渋谷区", "中野区",
            "杉並区", "豊島区", "北区", "荒川区", "板橋区", "練馬区", "足立区", "葛飾区", "江戸川区", "八王子市", "立川市",
        ],
        band: japanese,
    },
];

fn korean(band: Band, spelling: u64) -> String {
    match (band.to, spelling) {
        (None, 0) => format!("{}세 이상", band.from),
        (None, 1) => format!("{}세이상", band.from),
        (None, _) => format!("{}+", band.from),
        (Some(to), _) if to == band.from => format!("{to}세"),
        (Some(to), 2) if to == band.from + 9 && band.from % 10 == 0 && band.from > 0 => format!("{}대", band.from),
        (Some(to), 1) => format!("{}-{to}세", band.from),
        (Some(to), _) => format!("{}~{to}세", band.from),
    }
}

fn english(band: Band, spelling: u64) -> String {
    match (band.to, spelling) {
        (None, 0) => format!("{} years and over", band.from),
        (None, _) => format!("{}+", band.from),
        (Some(to), _) if to == band.from => format!("{to} years"),
        (Some(to), 0) if band.from == 0 => format!("Under {} years", to + 1),
        (Some(to), 0) => format!("{} to {to} years", band.from),
        (Some(to), 1) => format!("{}\u{2013}{to}", band.from),
        (Some(to), _) => format!("{}-{to}", band.from),
    }
}

fn german(band: Band, spelling: u64) -> String {
    match (band.to, spelling) {
        (None, 0) => format!("{} Jahre und älter", band.from),
        (None, 1) => format!("ab {} Jahre", band.from),
        (None, _) => format!("{} und mehr", band.from),
        (Some(to), _) if to == band.from => format!("{to} Jahre"),
        (Some(to), 0) if band.from == 0 => format!("unter {} Jahre", to + 1),
        (Some(to), 0) => format!("{} bis unter {} Jahre", band.from, to + 1),
        (Some(to), 1) => format!("{} bis {to}", band.from),
        (Some(to), _) => format!("{}-{to}", band.from),
    }
}

fn japanese(band: Band, spelling: u64) -> String {
    match (band.to, spelling) {
        (None, _) => format!("{}歳以上", band.from),
        (Some(to), _) if to == band.from => format!("{to}歳"),
        (Some(to), 0) => format!("{}～{to}歳", band.from),
        (Some(to), 1) => format!("{}歳～{to}歳", band.from),
        (Some(to), _) => format!("{}-{to}", band.from),
    }
}
