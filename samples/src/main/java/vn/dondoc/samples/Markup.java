package vn.dondoc.samples;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reads the markup of the Word templates, line by line.
 *
 * <p>{@code @title}, {@code @subject}, {@code @note}, {@code @h1}, {@code @h2} begin such a line; below {@code @head} and
 * {@code @sign} stand two columns parted by {@code ||}; below {@code @table} and the widths of its columns the rows,
 * {@code | a | b |}, or {@code = I | a group}; {@code @page} and {@code @page landscape} begin a page. Every other line is a paragraph.
 */
final class Markup {

    private final Deque<String> lines;
    private final List<Block> blocks = new ArrayList<>();

    private Markup(String text) {
        lines = new ArrayDeque<>(text.lines().filter(line -> !line.isBlank()).toList());
    }

    static List<Block> parse(String text) {
        var markup = new Markup(text);
        while (!markup.lines.isEmpty()) {
            markup.blocks.add(markup.block(markup.lines.removeFirst()));
        }
        return List.copyOf(markup.blocks);
    }

    private Block block(String line) {
        if (!line.startsWith("@")) {
            return new Block.Paragraph(line);
        }
        var words = line.split(" ", 2);
        var rest = words.length == 2 ? words[1] : "";
        return switch (words[0]) {
            case "@title" -> new Block.Title(rest);
            case "@subject" -> new Block.Subject(rest);
            case "@note" -> new Block.Note(rest);
            case "@h1" -> new Block.Heading(1, rest);
            case "@h2" -> new Block.Heading(2, rest);
            case "@head" -> new Block.Columns(columns(), Block.Columns.Place.HEAD);
            case "@sign" -> new Block.Columns(columns(), Block.Columns.Place.SIGNATURE);
            case "@table" -> new Block.Table(Stream.of(rest.split(" ")).map(Integer::valueOf).toList(), rows());
            case "@page" -> new Block.NewPage(rest.equals("landscape"));
            default -> throw new IllegalArgumentException("No such mark: " + words[0]);
        };
    }

    private List<List<String>> columns() {
        var rows = new ArrayList<List<String>>();
        while (!lines.isEmpty() && lines.getFirst().contains("||")) {
            rows.add(cells(lines.removeFirst(), "\\|\\|"));
        }
        return rows;
    }

    private List<Block.Row> rows() {
        var rows = new ArrayList<Block.Row>();
        while (!lines.isEmpty() && (lines.getFirst().startsWith("|") || lines.getFirst().startsWith("="))) {
            var line = lines.removeFirst();
            var inner = line.substring(1, line.endsWith("|") ? line.length() - 1 : line.length());
            rows.add(new Block.Row(cells(inner, "\\|"), line.startsWith("=")));
        }
        return rows;
    }

    private static List<String> cells(String line, String separator) {
        return Stream.of(line.split(separator, -1)).map(String::strip).toList();
    }
}
