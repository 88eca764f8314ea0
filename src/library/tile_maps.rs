//! Where the districts of a city stand as tiles: a map in which every district is as large as any other.

use super::wording::Wording;

/// A district with its place on the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TilePlace {
    /// Administrative code, ten digits.
    pub code: &'static str,
    pub name: Wording,
    /// From the left, from the top.
    pub place: (u32, u32),
}

/// The map on which all of the regions are found, by code or else by name in either language, each once; answers
/// the places in the order of the regions.
pub fn places<'a>(regions: impl Iterator<Item = (&'a str, Option<&'a str>)> + Clone) -> Option<Vec<(u32, u32)>> {
    [BUSAN.as_slice(), SEOUL.as_slice()].into_iter().find_map(|map| {
        let found = |(name, code): (&str, Option<&str>)| {
            let by_code = map.iter().find(|tile| Some(tile.code) == code);
            let by_name = || map.iter().find(|tile| tile.name.korean() == name || tile.name.english() == name);
            by_code.or_else(by_name).map(|tile| tile.place)
        };
        let places: Vec<(u32, u32)> = regions.clone().map(found).collect::<Option<_>>()?;
        let is_twice = (0..places.len()).any(|index| places[..index].contains(&places[index]));
        (!places.is_empty() && !is_twice).then_some(places)
    })
}

const fn tile(code: &'static str, korean: &'static str, english: &'static str, column: u32, row: u32) -> TilePlace {
    TilePlace { code, name: Wording::new(korean, english), place: (column, row) }
}

/// Busan: the river in the west, the coast in the south and east.
pub const BUSAN: [TilePlace; 16] = [
    tile("2611000000", "중구", "Jung-gu", 2, 4),
    tile("2614000000", "서구", "Seo-gu", 1, 3),
    tile("2617000000", "동구", "Dong-gu", 2, 3),
    tile("2620000000", "영도구", "Yeongdo-gu", 3, 4),
    tile("2623000000", "부산진구", "Busanjin-gu", 2, 2),
    tile("2626000000", "동래구", "Dongnae-gu", 2, 1),
    tile("2629000000", "남구", "Nam-gu", 3, 3),
    tile("2632000000", "북구", "Buk-gu", 1, 1),
    tile("2635000000", "해운대구", "Haeundae-gu", 3, 1),
    tile("2638000000", "사하구", "Saha-gu", 0, 3),
    tile("2641000000", "금정구", "Geumjeong-gu", 2, 0),
    tile("2644000000", "강서구", "Gangseo-gu", 0, 2),
    tile("2647000000", "연제구", "Yeonje-gu", 3, 2),
    tile("2650000000", "수영구", "Suyeong-gu", 4, 2),
    tile("2653000000", "사상구", "Sasang-gu", 1, 2),
    tile("2671000000", "기장군", "Gijang-gun", 3, 0),
];

/// Seoul: the river runs between the fourth and fifth column in the middle, from east to west.
pub const SEOUL: [TilePlace; 25] = [
    tile("1111000000", "종로구", "Jongno-gu", 3, 1),
    tile("1114000000", "중구", "Jung-gu", 3, 2),
    tile("1117000000", "용산구", "Yongsan-gu", 3, 3),
    tile("1120000000", "성동구", "Seongdong-gu", 4, 3),
    tile("1121500000", "광진구", "Gwangjin-gu", 5, 3),
    tile("1123000000", "동대문구", "Dongdaemun-gu", 4, 2),
    tile("1126000000", "중랑구", "Jungnang-gu", 5, 2),
    tile("1129000000", "성북구", "Seongbuk-gu", 4, 1),
    tile("1130500000", "강북구", "Gangbuk-gu", 3, 0),
    tile("1132000000", "도봉구", "Dobong-gu", 4, 0),
    tile("1135000000", "노원구", "Nowon-gu", 5, 1),
    tile("1138000000", "은평구", "Eunpyeong-gu", 2, 1),
    tile("1141000000", "서대문구", "Seodaemun-gu", 2, 2),
    tile("1144000000", "마포구", "Mapo-gu", 1, 2),
    tile("1147000000", "양천구", "Yangcheon-gu", 0, 4),
    tile("1150000000", "강서구", "Gangseo-gu", 0, 3),
    tile("1153000000", "구로구", "Guro-gu", 1, 4),
    tile("1154500000", "금천구", "Geumcheon-gu", 1, 5),
    tile("1156000000", "영등포구", "Yeongdeungpo-gu", 1, 3),
    tile("1159000000", "동작구", "Dongjak-gu", 2, 4),
    tile("1162000000", "관악구", "Gwanak-gu", 2, 5),
    tile("1165000000", "서초구", "Seocho-gu", 3, 4),
    tile("1168000000", "강남구", "Gangnam-gu", 4, 4),
    tile("1171000000", "송파구", "Songpa-gu", 5, 4),
    tile("1174000000", "강동구", "Gangdong-gu", 6, 3),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library::busan::RESIDENTS;

    #[test]
    fn every_district_of_a_map_has_a_place_of_its_own() {
        for map in [BUSAN.as_slice(), SEOUL.as_slice()] {
            let korean = map.iter().map(|tile| (tile.name.korean(), None));
            let english = map.iter().map(|tile| (tile.name.english(), None));
            let by_code = map.iter().map(|tile| ("?", Some(tile.code)));
            let expected: Vec<(u32, u32)> = map.iter().map(|tile| tile.place).collect();
            assert_eq!(places(korean), Some(expected.clone()));
            assert_eq!(places(english), Some(expected.clone()));
            assert_eq!(places(by_code), Some(expected));
        }
    }

    #[test]
    fn the_map_of_busan_names_its_districts_as_the_population_table_does() {
        let named: Vec<_> = BUSAN.iter().map(|tile| (tile.code, tile.name)).collect();
        let counted: Vec<_> = RESIDENTS.regions.iter().map(|region| (region.code, region.name)).collect();
        assert_eq!(named, counted);
    }

    #[test]
    fn regions_of_no_map_or_of_several_have_no_places() {
        assert_eq!(places([("A", None)].into_iter()), None);
        assert_eq!(places([("해운대구", None), ("종로구", None)].into_iter()), None);
        assert_eq!(places([("해운대구", None), ("Haeundae-gu", None)].into_iter()), None);
        assert_eq!(places(std::iter::empty()), None);
    }
}
