package vn.dondoc.reading.format;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import vn.dondoc.reading.format.PdfPage.Glyph;
import vn.dondoc.reading.format.PdfPage.Rule;
import vn.dondoc.reading.text.TextDocument.RawCell;

/** A table drawn with lines: a grid whose cells are merged where no line parts them. */
final class PdfTable {

    private static final float SLACK = 2.5f;
    private static final int MOST_LINES = 400;
    private static final float LEAST_ROW = 8f;
    private static final int LEAST_LINES = 3;

    private final List<Float> xs;
    private final List<Float> ys;
    private final List<Rule> rules;

    private PdfTable(List<Float> xs, List<Float> ys, List<Rule> rules) {
        this.xs = xs;
        this.ys = ys;
        this.rules = rules;
    }

    /** All tables of a page, from the top. */
    static List<PdfTable> on(PdfPage page) {
        List<PdfTable> tables = new ArrayList<>();
        for (List<Rule> joined : connected(page.rules())) {
            List<Float> xs = positions(joined, true);
            List<Float> ys = withOpenEnds(positions(joined, false), joined);
            if (xs.size() >= 3 && ys.size() >= 2 && xs.size() < MOST_LINES && ys.size() < MOST_LINES) {
                tables.add(new PdfTable(xs, ys, joined));
            }
        }
        tables.sort((a, b) -> Float.compare(a.top(), b.top()));
        return tables;
    }

    private static List<List<Rule>> connected(List<Rule> rules) {
        int[] group = new int[rules.size()];
        for (int i = 0; i < group.length; i++) {
            group[i] = i;
        }
        List<Integer> byLeft = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            byLeft.add(i);
        }
        byLeft.sort((a, b) -> Float.compare(rules.get(a).x0(), rules.get(b).x0()));
        for (int i = 0; i < byLeft.size(); i++) {
            Rule a = rules.get(byLeft.get(i));
            for (int j = i + 1; j < byLeft.size() && rules.get(byLeft.get(j)).x0() <= a.x1() + SLACK; j++) {
                if (a.touches(rules.get(byLeft.get(j)), SLACK)) {
                    group[root(group, byLeft.get(j))] = root(group, byLeft.get(i));
                }
            }
        }
        java.util.Map<Integer, List<Rule>> groups = new java.util.LinkedHashMap<>();
        for (int i = 0; i < group.length; i++) {
            groups.computeIfAbsent(root(group, i), key -> new ArrayList<>()).add(rules.get(i));
        }
        return new ArrayList<>(groups.values());
    }

    private static int root(int[] group, int at) {
        int root = at;
        while (group[root] != root) {
            group[root] = group[group[root]];
            root = group[root];
        }
        return root;
    }

    private static List<Float> positions(List<Rule> rules, boolean vertical) {
        TreeSet<Float> all = new TreeSet<>();
        for (Rule rule : rules) {
            if (rule.isVertical() == vertical) {
                all.add(vertical ? rule.x0() : rule.y0());
                all.add(vertical ? rule.x1() : rule.y1());
            }
        }
        List<Float> positions = new ArrayList<>();
        for (float position : all) {
            if (positions.isEmpty() || position - positions.getLast() > SLACK) {
                positions.add(position);
            }
        }
        return positions;
    }

    /** A table that runs over pages may have no line above its first row, or below its last: there its vertical lines end. */
    private static List<Float> withOpenEnds(List<Float> ys, List<Rule> rules) {
        List<Rule> vertical = rules.stream().filter(Rule::isVertical).toList();
        float top = (float) vertical.stream().mapToDouble(rule -> Math.min(rule.y0(), rule.y1())).min().orElse(0);
        float bottom = (float) vertical.stream().mapToDouble(rule -> Math.max(rule.y0(), rule.y1())).max().orElse(0);
        List<Float> all = new ArrayList<>(ys);
        if (!ys.isEmpty() && top < ys.getFirst() - LEAST_ROW && reach(vertical, top) >= LEAST_LINES) {
            all.addFirst(top);
        }
        if (!ys.isEmpty() && bottom > ys.getLast() + LEAST_ROW && reach(vertical, bottom) >= LEAST_LINES) {
            all.add(bottom);
        }
        return all;
    }

    /** How many lines at different places begin or end at a height. */
    private static int reach(List<Rule> vertical, float y) {
        return positions(vertical.stream().filter(rule -> Math.abs(rule.y0() - y) < SLACK || Math.abs(rule.y1() - y) < SLACK).toList(), true).size();
    }

    float top() {
        return ys.getFirst();
    }

    float bottom() {
        return ys.getLast();
    }

    int columns() {
        return xs.size() - 1;
    }

    boolean holds(Glyph glyph) {
        float middle = glyph.x() + glyph.width() / 2;
        float y = glyph.y() - glyph.size() * 0.3f;
        return middle > xs.getFirst() && middle < xs.getLast() && y > top() - 1 && y < bottom() + 1;
    }

    /** Whether the other table stands in the same columns. */
    boolean sameColumns(PdfTable other) {
        if (columns() != other.columns()) {
            return false;
        }
        for (int i = 0; i < xs.size(); i++) {
            if (Math.abs(xs.get(i) - other.xs.get(i)) > 6) {
                return false;
            }
        }
        return true;
    }

    /** @param glyphs those that the table holds */
    List<List<RawCell>> rows(List<Glyph> glyphs) {
        int rowCount = ys.size() - 1;
        boolean[][] taken = new boolean[rowCount][columns()];
        PdfTableGlyphs inside = new PdfTableGlyphs(xs, ys, glyphs);
        List<List<RawCell>> rows = new ArrayList<>();
        for (int r = 0; r < rowCount; r++) {
            List<RawCell> row = new ArrayList<>();
            for (int c = 0; c < columns(); c++) {
                if (!taken[r][c]) {
                    row.add(cell(r, c, taken, inside));
                }
            }
            rows.add(row);
        }
        return rows;
    }

    private RawCell cell(int row, int column, boolean[][] taken, PdfTableGlyphs glyphs) {
        int right = column;
        while (right + 1 < columns() && !taken[row][right + 1] && !parted(xs.get(right + 1), ys.get(row), ys.get(row + 1), true)) {
            right++;
        }
        int below = row;
        while (below + 1 < ys.size() - 1 && !parted(ys.get(below + 1), xs.get(column), xs.get(column + 1), false)) {
            below++;
        }
        for (int r = row; r <= below; r++) {
            for (int c = column; c <= right; c++) {
                taken[r][c] = true;
            }
        }
        List<PdfLine> lines = PdfLine.of(glyphs.within(row, below, column, right));
        boolean bold = !lines.isEmpty() && lines.stream().allMatch(PdfLine::bold);
        return new RawCell(text(lines, xs.get(right + 1)), bold, right - column + 1, below - row + 1);
    }

    private boolean parted(float at, float from, float to, boolean vertical) {
        float middle = (from + to) / 2;
        for (Rule rule : rules) {
            if (rule.isVertical() != vertical) {
                continue;
            }
            float position = vertical ? rule.x0() : rule.y0();
            float start = vertical ? rule.y0() : rule.x0();
            float end = vertical ? rule.y1() : rule.x1();
            if (Math.abs(position - at) <= SLACK && start - SLACK <= middle && middle <= end + SLACK) {
                return true;
            }
        }
        return false;
    }

    /** Lines of a cell: a break stays where the next word would have fitted. */
    private static String text(List<PdfLine> lines, float right) {
        StringBuilder text = new StringBuilder();
        PdfLine before = null;
        float least = (float) lines.stream().mapToDouble(PdfLine::x).min().orElse(0);
        for (PdfLine line : lines) {
            if (before != null) {
                float margin = Math.max(4, least - 0) > 0 ? 6 : 0;
                boolean sameLine = Math.abs(line.y() - before.y()) < 1;
                boolean fitted = before.width() + line.firstWordWidth() + before.size() * 0.4f < right - least - margin;
                boolean hyphen = TextLine.endsInHyphen(before.text());
                text.append(sameLine || !fitted && !hyphen ? " " : fitted && !hyphen ? "\n" : "");
            }
            text.append(line.text());
            before = line;
        }
        return text.toString();
    }
}
