//! Residents of Busan aged 15 and over by district and age band, December 2022.

use crate::library::Wording;
use crate::library::population::{PopulationTable, TableAge, TableRegion};

/// Residents (거주자) at the end of December 2022. The last band is open; it is written as 70 to 99.
pub const RESIDENTS: PopulationTable = PopulationTable {
    name: Wording::new(
        "부산광역시 2022년 12월 거주자(15세 이상)",
        "Residents of Busan aged 15 and over, December 2022",
    ),
    source: Wording::new(
        "행정안전부 주민등록 인구통계, 2022-12",
        "Ministry of the Interior and Safety, resident registration statistics, 2022-12",
    ),
    regions: &REGIONS,
    ages: &AGES,
    residents: &BY_REGION_AND_AGE,
};

const AGES: [TableAge; 7] = [
    TableAge { name: "15-19", from: 15, to: 19 },
    TableAge { name: "20-29", from: 20, to: 29 },
    TableAge { name: "30-39", from: 30, to: 39 },
    TableAge { name: "40-49", from: 40, to: 49 },
    TableAge { name: "50-59", from: 50, to: 59 },
    TableAge { name: "60-69", from: 60, to: 69 },
    TableAge { name: "70+", from: 70, to: 99 },
];

const REGIONS: [TableRegion; 16] = [
    TableRegion { code: "2611000000", name: Wording::new("중구", "Jung-gu") },
    TableRegion { code: "2614000000", name: Wording::new("서구", "Seo-gu") },
    TableRegion { code: "2617000000", name: Wording::new("동구", "Dong-gu") },
    TableRegion { code: "2620000000", name: Wording::new("영도구", "Yeongdo-gu") },
    TableRegion { code: "2623000000", name: Wording::new("부산진구", "Busanjin-gu") },
    TableRegion { code: "2626000000", name: Wording::new("동래구", "Dongnae-gu") },
    TableRegion { code: "2629000000", name: Wording::new("남구", "Nam-gu") },
    TableRegion { code: "2632000000", name: Wording::new("북구", "Buk-gu") },
    TableRegion { code: "2635000000", name: Wording::new("해운대구", "Haeundae-gu") },
    TableRegion { code: "2638000000", name: Wording::new("사하구", "Saha-gu") },
    TableRegion { code: "2641000000", name: Wording::new("금정구", "Geumjeong-gu") },
    TableRegion { code: "2644000000", name: Wording::new("강서구", "Gangseo-gu") },
    TableRegion { code: "2647000000", name: Wording::new("연제구", "Yeonje-gu") },
    TableRegion { code: "2650000000", name: Wording::new("수영구", "Suyeong-gu") },
    TableRegion { code: "2653000000", name: Wording::new("사상구", "Sasang-gu") },
    TableRegion { code: "2671000000", name: Wording::new("기장군", "Gijang-gun") },
];

#[rustfmt::skip]
const BY_REGION_AND_AGE: [&[u64]; 16] = [
    &[981, 5_664, 4_388, 4_748, 6_411, 7_757, 7_634],
    &[3_640, 12_480, 10_470, 13_936, 16_847, 19_304, 19_304],
    &[2_457, 9_685, 10_349, 11_195, 13_719, 15_843, 16_653],
    &[3_508, 10_495, 9_901, 13_920, 17_728, 22_061, 22_110],
    &[12_285, 50_159, 48_229, 49_438, 55_488, 57_930, 49_095],
    &[12_447, 30_267, 32_237, 43_625, 43_435, 42_768, 35_067],
    &[11_322, 32_954, 26_501, 38_663, 41_080, 40_997, 37_589],
    &[11_202, 32_803, 33_239, 38_347, 50_178, 50_116, 34_221],
    &[18_163, 43_128, 42_630, 61_105, 67_527, 60_436, 48_763],
    &[12_218, 35_928, 33_831, 43_410, 51_527, 54_200, 41_047],
    &[8_666, 30_112, 22_785, 29_548, 37_056, 39_502, 33_980],
    &[5_153, 11_988, 24_883, 27_744, 16_979, 17_467, 11_174],
    &[8_123, 23_276, 25_222, 30_695, 32_630, 33_521, 28_370],
    &[5_809, 23_053, 23_514, 24_414, 26_397, 28_751, 26_720],
    &[7_251, 25_974, 23_426, 27_253, 36_801, 39_090, 26_108],
    &[8_320, 16_570, 23_136, 33_394, 25_759, 23_146, 20_387],
];
