//! Tables as one workbook, a sheet each: numbers as numbers, times as times, empty cells where nothing is known.

use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};

use super::data::{DataTable, Value, moment};
use crate::clock::CivilTime;
use crate::plan::Plan;

/// What a cell of a workbook can hold [UTF-16 units], a little less.
const TEXT_MOST: usize = 32_000;
/// Widths of columns [characters].
const WIDTHS: (f64, f64) = (9.0, 44.0);

/// The bytes of a workbook with these tables.
///
/// # Errors
/// A table has more rows or columns than a sheet can hold.
pub fn write(plan: &Plan, tables: &[DataTable]) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    // Nothing of the day on which it is written: the same plan gives the same bytes.
    let written = plan.dated.midnight();
    let properties = DocProperties::new().set_title(&plan.title).set_author(&plan.author);
    workbook.set_properties(&properties.set_creation_datetime(&date_time(written)?));
    for table in tables {
        let sheet = workbook.add_worksheet();
        sheet.set_name(&table.name)?;
        fill(sheet, table)?;
    }
    workbook.save_to_buffer()
}

fn fill(sheet: &mut Worksheet, table: &DataTable) -> Result<(), XlsxError> {
    let head =
        Format::new().set_bold().set_text_wrap().set_align(FormatAlign::Top).set_border_bottom(FormatBorder::Thin);
    let time = Format::new().set_num_format("yyyy-mm-dd hh:mm");
    sheet.set_freeze_panes(1, 0)?;
    for (at, heading) in table.columns.iter().enumerate() {
        let at = column(at);
        sheet.write_string_with_format(0, at, heading, &head)?;
        sheet.set_column_width(at, width(table, usize::from(at)))?;
    }
    for (index, row) in table.rows.iter().enumerate() {
        let index = u32::try_from(index + 1).unwrap_or(u32::MAX);
        for (at, value) in row.iter().enumerate() {
            let at = column(at);
            match value {
                Value::Empty => {}
                Value::Text(text) => {
                    sheet.write_string(index, at, short(text))?;
                }
                Value::Number(number) => {
                    sheet.write_number(index, at, *number)?;
                }
                Value::Moment(moment) => {
                    sheet.write_datetime_with_format(index, at, date_time(*moment)?, &time)?;
                }
            }
        }
    }
    Ok(())
}

/// A column beyond what a sheet has is refused when it is written.
fn column(at: usize) -> u16 {
    u16::try_from(at).unwrap_or(u16::MAX)
}

/// As wide as the first rows ask for, Hangul counting twice; headings may take several lines.
fn width(table: &DataTable, at: usize) -> f64 {
    let wide = |text: &str| text.chars().map(|letter| if letter.is_ascii() { 1.0 } else { 1.9 }).sum::<f64>();
    let of_value = |value: &Value| match value {
        Value::Empty => 0.0,
        Value::Text(text) => wide(text),
        Value::Number(_) => 11.0,
        Value::Moment(_) => 16.0,
    };
    let heading = table.columns.get(at).map_or(0.0, |heading| wide(heading) / 2.0);
    let cells = table.rows.iter().take(50).filter_map(|row| row.get(at)).map(of_value);
    (cells.fold(heading, f64::max) + 2.0).clamp(WIDTHS.0, WIDTHS.1)
}

fn short(text: &str) -> String {
    if text.len() <= TEXT_MOST { text.to_owned() } else { text.chars().take(TEXT_MOST / 2).chain(['…']).collect() }
}

fn date_time(time: CivilTime) -> Result<ExcelDateTime, XlsxError> {
    let text = moment(time);
    ExcelDateTime::parse_from_str(&text.replace(' ', "T"))
}
