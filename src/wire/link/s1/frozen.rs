//! What links of codec `s1` take for known: texts, regions, residents, words of pointers. It never changes.
//!
//! These began as copies of what comes with the planner, and stay as they are whatever becomes of that: a link names
//! a text by its number here. A test holds them against a checksum.

/// Texts in Korean and English by turns, in the order in which plans have them.
#[rustfmt::skip]
pub(super) const TEXTS: [&str; 78] = [
    "구별로 날을, 나이로 시간을 나눈 계획",
    "District tells the day, age tells the hour",
    "2022년 4월 1일, 실제로 있었던 그대로",
    "1 April 2022, the day as it was",
    "다운로드",
    "Download",
    "본인인증",
    "Identity check",
    "로그인",
    "Login",
    "첫 충전",
    "First top-up",
    "전체 회원",
    "All members",
    "회차를 어기고 첫날 오는 사람의 측정값은 없습니다. 3%로 두고 1–10%로 보았습니다. 막는 단계가 없으므로 그대로 시작합니다.",
    "Nobody measured how many ignore their window and come on the first day. Taken as 3 %, between 1 and 10 %; nothing stops them.",
    "모두 같은 시각에 초대되었으므로 회차를 어길 수 없습니다.",
    "Everybody was invited at the same time, so there was no window to ignore.",
    "사람마다 시계와 안내를 본 시각이 달라 5분에 걸쳐 몰리는 것으로 두고 2–10분으로 보았습니다.",
    "People's clocks and messages differ, so the rush is spread over five minutes; two to ten were considered.",
    "보도된 대기 인원에서 추정한 값입니다. 열린 뒤 5분 안에 오는 비율입니다.",
    "Inferred from the reported queue: the share that comes within five minutes of the opening.",
    "보도된 대기 인원과 재개통 뒤의 원활한 상태에서 추정한 값입니다. 초대받은 사람 가운데 시작하는 비율입니다.",
    "Inferred from the reported queue and the quiet reopening: the share of the invited who start.",
    "나머지는 평균 3시간의 지수분포로 온다고 두었습니다. 추정에서는 0.7–8시간이 가능했습니다.",
    "The others are taken to come exponentially with a mean of three hours; 0.7 to 8 hours were considered.",
    "나머지 사람은 모두 한 가지 분포로 온다고 두었습니다.",
    "All the others are taken to follow one law.",
    "회원이 아닌 사람이 얼마나 왔는지는 알려지지 않아 0으로 두었습니다.",
    "How many came who were no members is not known; none are assumed.",
    "이 단계의 실패는 알려지지 않아 0으로 두었습니다.",
    "Failures at this stage are not known; none are assumed.",
    "다시 시도하는 비율과 간격은 측정값이 없어 가정했고, 범위도 넓게 가정했습니다.",
    "A guess, with a wide range: nobody measured who tries again, and when.",
    "이 단계에는 제한이 없어 기다리다 떠나는 사람이 없습니다.",
    "This stage has no limit, so nobody waits and leaves.",
    "공개된 측정값이 없어 가정한 시간입니다. 범위는 절반에서 두 배까지로 두었습니다.",
    "A guess: no measurement was published. The range is from half to double.",
    "2022년 4월 1일 14:00에 모두에게 열렸고 17:00에 중단되었습니다(부산일보 2022-04-03, 2022-04-04).",
    "Opened to everybody at 14:00 on 1 April 2022 and stopped at 17:00 (Busan Ilbo, 3 and 4 April 2022).",
    "주말에 시스템을 최대 4배로 늘렸다고 보도되었습니다(한국경제 2022-04-03, 2022-04-04).",
    "The system was reported to be enlarged up to four times over the weekend (Hankyung, 3 and 4 April 2022).",
    "측정값이 없어 실패한 사람의 90%가 다시 시도한다고 두고 70–97%로 보았습니다.",
    "A guess: 90 % of those who fail try again, between 70 and 97 %.",
    "붐비지 않을 때 첫 시도는 90–97% 성공한다고 알려져 있습니다. 붐비는 날이므로 12%가 실패한다고 두고 5–25%로 보았습니다.",
    "With little load 90 to 97 % succeed at first. On a crowded day 12 % are taken to fail, between 5 and 25 %.",
    "얼마나 기다리다 떠나는지는 보도로 알 수 없습니다. 추정에서는 14–161분이 모두 가능했습니다.",
    "How long people wait before they leave cannot be told from the reports: 14 to 161 minutes all fit.",
    "보도된 대기 인원과 ‘4배 증설로 정상’이라는 보도에 맞도록 추정한 값입니다(1초 7.2–24건).",
    "Inferred so that the reported queue appears and four times as much is enough: 7.2 to 24 per second.",
    "다시 오기까지 20분으로 두었습니다. 보도로는 알 수 없어 5–90분으로 보았습니다.",
    "Taken to come back after 20 minutes; the reports do not tell: 5 to 90 minutes.",
    "공공 혜택이라 포기한 사람 대부분이 다시 온다고 두었습니다. 보도로는 알 수 없어 50–98%로 보았습니다.",
    "Most who give up on a public benefit are taken to come back; the reports do not tell: 50 to 98 %.",
    "측정값이 없어 3분으로 가정했습니다. 입력만 하는 본인확인은 45–90초로 알려져 있고, 여기에 계좌 확인이 더해집니다. 범위는 절반에서 두 배까지로 두었습니다.",
    "A guess of three minutes: filling in an identity check takes 45 to 90 seconds, and the account is checked as well. The range is from half to double.",
    "‘4배’가 어느 단계인지는 보도되지 않아 본인인증 뒤의 단계에도 똑같이 적용하고 2–8배로 보았습니다.",
    "Which stages were enlarged was not reported; the same factor is taken after the identity check, between 2 and 8.",
    "기다리다 떠나기까지의 시간은 측정값이 없어 가정했습니다. 범위는 절반에서 두 배까지로 두었습니다.",
    "A guess: nobody measured how long people wait here. The range is from half to double.",
    "공개된 값이 없어 가정한 동시 처리 수입니다. 은행은 5만 명의 동시 접속을 예상했다고 보도되었습니다. 범위는 절반에서 두 배까지로 두었습니다.",
    "A guess: not published. The bank is reported to have expected 50,000 people at once in all. The range is from half to double.",
    "회원 90만 명(2021년 6월 ‘90여만’ 보도)을 15세 이상 거주자에 비례해 나누었습니다(행정안전부 주민등록 인구통계, 2022-12). 나이에 따른 가입률 차이는 넣지 않았습니다.",
    "900,000 members (reported as \"more than 900,000\" in June 2021) in proportion to residents aged 15 and over (Ministry of the Interior and Safety, 2022-12). No difference of adoption by age.",
    "이 예시의 목표입니다. 시도의 95%가 1분 안에 시작하고, 가장 붐비는 1분에도 용량의 80%를 넘지 않는 것입니다.",
    "The target of this example: 95 % of attempts begin within a minute, and the busiest minute stays within 80 % of capacity.",
    "옛 앱의 자료가 넘어온 뒤라야 하므로 4월 1일 14:00보다 일찍 열 수 없습니다(부산일보 2022-03-22).",
    "Nothing can open before the old app's data have been handed over, 14:00 on 1 April (Busan Ilbo, 22 March 2022).",
    "2022년 4월 4일 09:00에 다시 열렸습니다(부산일보 2022-04-04).",
    "Reopened on 4 April 2022 at 09:00 (Busan Ilbo, 4 April 2022).",
    "새 계획",
    "New plan",
    "전체 지역",
    "All regions",
    "모든 나이",
    "All ages",
    "새 계획을 만들 때 넣은 예입니다. 실제 값으로 바꾸십시오.",
    "A placeholder of the new plan; put in your own value.",
];

/// Codes of regions with their names in Korean and English: districts of Busan, provinces, districts of Seoul.
#[rustfmt::skip]
pub(super) const REGIONS: [(&str, [&str; 2]); 58] = [
    ("2611000000", ["중구", "Jung-gu"]),
    ("2614000000", ["서구", "Seo-gu"]),
    ("2617000000", ["동구", "Dong-gu"]),
    ("2620000000", ["영도구", "Yeongdo-gu"]),
    ("2623000000", ["부산진구", "Busanjin-gu"]),
    ("2626000000", ["동래구", "Dongnae-gu"]),
    ("2629000000", ["남구", "Nam-gu"]),
    ("2632000000", ["북구", "Buk-gu"]),
    ("2635000000", ["해운대구", "Haeundae-gu"]),
    ("2638000000", ["사하구", "Saha-gu"]),
    ("2641000000", ["금정구", "Geumjeong-gu"]),
    ("2644000000", ["강서구", "Gangseo-gu"]),
    ("2647000000", ["연제구", "Yeonje-gu"]),
    ("2650000000", ["수영구", "Suyeong-gu"]),
    ("2653000000", ["사상구", "Sasang-gu"]),
    ("2671000000", ["기장군", "Gijang-gun"]),
    ("1100000000", ["서울특별시", "Seoul"]),
    ("2600000000", ["부산광역시", "Busan"]),
    ("2700000000", ["대구광역시", "Daegu"]),
    ("2800000000", ["인천광역시", "Incheon"]),
    ("2900000000", ["광주광역시", "Gwangju"]),
    ("3000000000", ["대전광역시", "Daejeon"]),
    ("3100000000", ["울산광역시", "Ulsan"]),
    ("3600000000", ["세종특별자치시", "Sejong"]),
    ("4100000000", ["경기도", "Gyeonggi-do"]),
    ("4200000000", ["강원도", "Gangwon-do"]),
    ("4300000000", ["충청북도", "Chungcheongbuk-do"]),
    ("4400000000", ["충청남도", "Chungcheongnam-do"]),
    ("4500000000", ["전라북도", "Jeollabuk-do"]),
    ("4600000000", ["전라남도", "Jeollanam-do"]),
    ("4700000000", ["경상북도", "Gyeongsangbuk-do"]),
    ("4800000000", ["경상남도", "Gyeongsangnam-do"]),
    ("5000000000", ["제주특별자치도", "Jeju"]),
    ("1111000000", ["종로구", "Jongno-gu"]),
    ("1114000000", ["중구", "Jung-gu"]),
    ("1117000000", ["용산구", "Yongsan-gu"]),
    ("1120000000", ["성동구", "Seongdong-gu"]),
    ("1121500000", ["광진구", "Gwangjin-gu"]),
    ("1123000000", ["동대문구", "Dongdaemun-gu"]),
    ("1126000000", ["중랑구", "Jungnang-gu"]),
    ("1129000000", ["성북구", "Seongbuk-gu"]),
    ("1130500000", ["강북구", "Gangbuk-gu"]),
    ("1132000000", ["도봉구", "Dobong-gu"]),
    ("1135000000", ["노원구", "Nowon-gu"]),
    ("1138000000", ["은평구", "Eunpyeong-gu"]),
    ("1141000000", ["서대문구", "Seodaemun-gu"]),
    ("1144000000", ["마포구", "Mapo-gu"]),
    ("1147000000", ["양천구", "Yangcheon-gu"]),
    ("1150000000", ["강서구", "Gangseo-gu"]),
    ("1153000000", ["구로구", "Guro-gu"]),
    ("1154500000", ["금천구", "Geumcheon-gu"]),
    ("1156000000", ["영등포구", "Yeongdeungpo-gu"]),
    ("1159000000", ["동작구", "Dongjak-gu"]),
    ("1162000000", ["관악구", "Gwanak-gu"]),
    ("1165000000", ["서초구", "Seocho-gu"]),
    ("1168000000", ["강남구", "Gangnam-gu"]),
    ("1171000000", ["송파구", "Songpa-gu"]),
    ("1174000000", ["강동구", "Gangdong-gu"]),
];

/// So many of the regions are those of the table of residents.
pub(super) const OF_TABLE: usize = 16;

/// Age bands of the table.
pub(super) const BANDS: [(u32, u32); 7] = [(15, 19), (20, 29), (30, 39), (40, 49), (50, 59), (60, 69), (70, 99)];

/// Residents of Busan by region and age band [people].
#[rustfmt::skip]
pub(super) const RESIDENTS: [u64; 112] = [
    981, 5_664, 4_388, 4_748, 6_411, 7_757, 7_634,
    3_640, 12_480, 10_470, 13_936, 16_847, 19_304, 19_304,
    2_457, 9_685, 10_349, 11_195, 13_719, 15_843, 16_653,
    3_508, 10_495, 9_901, 13_920, 17_728, 22_061, 22_110,
    12_285, 50_159, 48_229, 49_438, 55_488, 57_930, 49_095,
    12_447, 30_267, 32_237, 43_625, 43_435, 42_768, 35_067,
    11_322, 32_954, 26_501, 38_663, 41_080, 40_997, 37_589,
    11_202, 32_803, 33_239, 38_347, 50_178, 50_116, 34_221,
    18_163, 43_128, 42_630, 61_105, 67_527, 60_436, 48_763,
    12_218, 35_928, 33_831, 43_410, 51_527, 54_200, 41_047,
    8_666, 30_112, 22_785, 29_548, 37_056, 39_502, 33_980,
    5_153, 11_988, 24_883, 27_744, 16_979, 17_467, 11_174,
    8_123, 23_276, 25_222, 30_695, 32_630, 33_521, 28_370,
    5_809, 23_053, 23_514, 24_414, 26_397, 28_751, 26_720,
    7_251, 25_974, 23_426, 27_253, 36_801, 39_090, 26_108,
    8_320, 16_570, 23_136, 33_394, 25_759, 23_146, 20_387,
];

/// Words of pointers.
pub(super) const WORDS: [&str; 60] = [
    "members", "regions", "ages", "counts", "name", "code", "from", "to",
    "cohorts", "birth_year_digits", "birth_day_digits", "windows", "opens", "closes", "catch_up", "show_up",
    "closes_hard", "arrivals", "opening_share", "opening_ramp_s", "tail", "weight", "kind", "mean_s",
    "shape", "scale_s", "alpha", "hour_weights", "ignore_window_share", "uninvited_per_member", "eligibility_stage", "gate_stage",
    "starters_table", "at", "per_s", "waiting_room", "admit_per_s", "patience_s", "inside_max", "journey",
    "service_s", "service_law", "cv", "phases", "sessions", "rate_per_s", "retry_share", "retry_after_s",
    "fail_share", "fail_retry_share", "on_capacity_drop", "changes", "times", "turn_away", "background", "target",
    "wait_s", "percentile", "load", "days",
];

/// Bits of the number of a word.
pub(super) const WORD_BITS: u32 = 6;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wire::checksum::crc32;

    #[test]
    fn nothing_here_has_changed() {
        let all = format!("{TEXTS:?}{REGIONS:?}{OF_TABLE}{BANDS:?}{RESIDENTS:?}{WORDS:?}{WORD_BITS}");
        assert_eq!(crc32(all.as_bytes()), 0);
    }
}
