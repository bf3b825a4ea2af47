package vn.dondoc.reading.text;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document of any format as blocks in reading order, with its whole text.
 *
 * @param notes codes of what the format reader had to do ("PAGES_WITHOUT_TEXT", "TEXT_RECOGNISED"), for warnings
 */
public record TextDocument(List<Block> blocks, String text, List<String> notes) {

    public List<Paragraph> paragraphs() {
        return blocks.stream().filter(Paragraph.class::isInstance).map(Paragraph.class::cast).toList();
    }

    public List<Table> tables() {
        return blocks.stream().filter(Table.class::isInstance).map(Table.class::cast).toList();
    }

    /** A cell as a format reader finds it, before its place in the grid is known. */
    public record RawCell(String text, boolean bold, int columns, int rows) {

        public RawCell(String text) {
            this(text, false, 1, 1);
        }
    }

    /** Collects blocks and gives each its place. */
    public static final class Builder {

        private final List<Block> blocks = new ArrayList<>();
        private final List<String> notes = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();
        private int tables;

        /** A paragraph that is empty after cleaning is left out. */
        public Builder paragraph(String raw, Style style, @Nullable Integer page) {
            String line = Clean.line(raw);
            if (!line.isEmpty()) {
                blocks.add(new Paragraph(line, style, page, blocks.size(), text.length()));
                text.append(line).append('\n');
            }
            return this;
        }

        public Builder paragraph(String raw) {
            return paragraph(raw, Style.PLAIN, null);
        }

        /** Rows as found, with spans; the grid is filled from them. */
        public Builder table(List<List<RawCell>> rows, @Nullable Integer page) {
            List<List<Cell>> grid = new Grid(text).fill(rows);
            if (!grid.isEmpty()) {
                blocks.add(new Table(grid, page, blocks.size(), tables++));
            }
            return this;
        }

        public Builder note(String code) {
            if (!notes.contains(code)) {
                notes.add(code);
            }
            return this;
        }

        public boolean isEmpty() {
            return blocks.isEmpty();
        }

        public TextDocument build() {
            return new TextDocument(List.copyOf(blocks), text.toString(), List.copyOf(notes));
        }
    }
}
