//! The grid that every block shares: columns of one width from block to block, so that the eye can run down them.

use comfy_table::presets::UTF8_FULL_CONDENSED;
use comfy_table::{ColumnConstraint, ContentArrangement, LineStyle, Table, Width};

/// Narrower than this nothing can be read; a narrower terminal wraps by itself.
const NARROWEST: usize = 48;

/// The widths of the columns of a block, borders and padding taken off.
#[derive(Clone, Copy, Debug)]
pub(super) struct Columns {
    pub(super) figure: usize,
    pub(super) who: usize,
    pub(super) words: usize,
}

/// The columns for a terminal of this width: a fifth for the figure, a quarter for who says it, the rest for the words.
pub(super) fn columns(width: usize) -> Columns {
    // Three columns take four borders and a space on either side of each cell.
    let room = width.max(NARROWEST) - 10;
    let figure = (room / 5).clamp(10, 26);
    let who = (room / 4).clamp(12, 32);
    Columns { figure, who, words: room - figure - who }
}

/// Rows in these widths, a light line between them.
pub(super) fn table(rows: impl IntoIterator<Item = [String; 3]>, columns: Columns) -> String {
    let mut table = Table::new();
    let light = UTF8_FULL_CONDENSED.row_separator(LineStyle::new('├', '╌', '┼', '┤'));
    table.load_style(light).set_content_arrangement(ContentArrangement::Disabled).add_rows(rows);
    let widths = [columns.figure, columns.who, columns.words];
    table.set_constraints(widths.map(|width| ColumnConstraint::Absolute(Width::Fixed(fixed(width)))));
    format!("{table}\n")
}

/// Cell widths in comfy-table count the padding, a space on either side.
fn fixed(width: usize) -> u16 {
    u16::try_from(width + 2).unwrap_or(u16::MAX)
}
