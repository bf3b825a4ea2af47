package vn.dondoc.task.exchange;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dondoc.contracts.api.Organisation.BrokenCell;
import vn.dondoc.contracts.api.Systems.Column;
import vn.dondoc.contracts.api.Systems.Field;
import vn.dondoc.contracts.api.Systems.Preview;
import vn.dondoc.contracts.api.Systems.Reading;
import vn.dondoc.contracts.api.Systems.UnknownCode;
import vn.dondoc.contracts.api.Tasks;
import vn.dondoc.platform.access.Caller;
import vn.dondoc.platform.problem.Problems;
import vn.dondoc.platform.sheet.Sheet;
import vn.dondoc.platform.web.Folded;
import vn.dondoc.task.assignment.Figures;

/** Reads another system's sheet: what it tells of tasks that is not known here, row by row. Nothing is written; what is not clear is told by its cell. */
@Component
public final class ExchangeReading {

    private static final int MOST_ROWS = 5_000;
    private static final int MOST_SHOWN = 100;
    private static final int MOST_COMPLAINTS = 300;
    private static final int ROWS_ABOVE = 20;
    private static final int LONGEST_NOTE = 4_000;
    private static final int MOST_FIGURES = 5;
    private static final Pattern PERCENT = Pattern.compile("(\\d{1,3})\\s*%?");
    private static final List<Field> READ = List.of(Field.CODE, Field.PROGRESS, Field.PERCENT, Field.FIGURES);

    private final Exchange exchange;
    private final Problems problems;

    ExchangeReading(Exchange exchange, Problems problems) {
        this.exchange = exchange;
        this.problems = problems;
    }

    /** @param columns as that system has them; others in the sheet are its own */
    public Preview read(List<Sheet> sheets, List<Column> columns, Caller caller, Locale locale) {
        return new Run(columns, caller, locale).read(sheets);
    }

    /** What a row says; null where it says nothing of that. */
    private record Line(int row, String code, @Nullable String note, @Nullable Integer percent, List<Tasks.Figure> figures) {}

    private final class Run {

        private final Caller caller;
        private final Locale locale;
        private final Map<List<String>, Field> wanted = new HashMap<>();
        private final Map<Field, String> headings = new EnumMap<>(Field.class);
        private final Map<Field, Integer> places = new EnumMap<>(Field.class);
        private final List<BrokenCell> broken = new ArrayList<>();
        private final HashSet<Integer> brokenRows = new HashSet<>();
        private String sheetName = "";

        private Run(List<Column> columns, Caller caller, Locale locale) {
            this.caller = caller;
            this.locale = locale;
            columns.stream().filter(column -> READ.contains(column.field())).forEach(column -> {
                wanted.putIfAbsent(Folded.words(column.heading()), column.field());
                headings.putIfAbsent(column.field(), column.heading());
            });
        }

        private Preview read(List<Sheet> sheets) {
            for (var sheet : sheets) {
                var head = headOf(sheet);
                if (head.isPresent()) {
                    sheetName = sheet.name();
                    var below = sheet.rows().stream().filter(row -> row.number() > head.get().number()).toList();
                    if (below.size() > MOST_ROWS) {
                        complain(0, null, "EXCHANGE_ROWS", MOST_ROWS);
                        return preview(0, 0, List.of(), List.of());
                    }
                    return matched(lines(below));
                }
            }
            complain(0, headings.get(Field.CODE), "COLUMN_MISSING", String.valueOf(headings.get(Field.CODE)));
            return preview(0, 0, List.of(), List.of());
        }

        /** The first row with the heading of the code: titles may stand above it. */
        private Optional<Sheet.Row> headOf(Sheet sheet) {
            for (var row : sheet.rows().stream().limit(ROWS_ABOVE).toList()) {
                places.clear();
                for (int place = 0; place < row.cells().size(); place++) {
                    var words = Folded.words(row.cell(place));
                    var field = words.isEmpty() ? null : wanted.get(words);
                    if (field != null) {
                        places.putIfAbsent(field, place);
                    }
                }
                if (places.containsKey(Field.CODE)) {
                    return Optional.of(row);
                }
            }
            return Optional.empty();
        }

        private List<Line> lines(List<Sheet.Row> rows) {
            var lines = new ArrayList<Line>();
            var seen = new HashSet<String>();
            for (var row : rows) {
                places.forEach((field, place) -> {
                    if (row.formulas().contains(place)) {
                        complain(row.number(), headings.get(field), "CELL_FORMULA");
                    }
                });
                var code = text(row, Field.CODE);
                if (code == null || brokenRows.contains(row.number())) {
                    continue;
                }
                var line = new Line(row.number(), code, note(row), percent(row), figures(row));
                if (!seen.add(code)) {
                    complain(row.number(), headings.get(Field.CODE), "EXCHANGE_CODE_TWICE", code);
                } else if (!brokenRows.contains(row.number())) {
                    lines.add(line);
                }
            }
            return lines;
        }

        private @Nullable String note(Sheet.Row row) {
            var note = text(row, Field.PROGRESS);
            if (note != null && note.length() > LONGEST_NOTE) {
                complain(row.number(), headings.get(Field.PROGRESS), "TEXT_TOO_LONG", LONGEST_NOTE);
            } else if (note != null && note.chars().anyMatch(sign -> Character.isISOControl(sign) && sign != '\n' && sign != '\r' && sign != '\t')) {
                complain(row.number(), headings.get(Field.PROGRESS), "CELL_CONTROL");
            }
            return note;
        }

        private @Nullable Integer percent(Sheet.Row row) {
            var typed = text(row, Field.PERCENT);
            if (typed == null) {
                return null;
            }
            var found = PERCENT.matcher(typed);
            if (found.matches() && Integer.parseInt(found.group(1)) <= 100) {
                return Integer.valueOf(found.group(1));
            }
            complain(row.number(), headings.get(Field.PERCENT), "PERCENT_RANGE");
            return null;
        }

        private List<Tasks.Figure> figures(Sheet.Row row) {
            var typed = text(row, Field.FIGURES);
            var figures = typed == null ? Optional.of(List.<Tasks.Figure>of()) : FigureText.read(typed);
            if (figures.isEmpty()) {
                complain(row.number(), headings.get(Field.FIGURES), "EXCHANGE_FIGURES", String.valueOf(typed));
            } else if (figures.get().size() > MOST_FIGURES) {
                complain(row.number(), headings.get(Field.FIGURES), "FIGURES_TOO_MANY", MOST_FIGURES);
            }
            return figures.orElse(List.of());
        }

        private Preview matched(List<Line> lines) {
            var known = exchange.byCode(caller, lines.stream().map(Line::code).toList());
            var readings = new ArrayList<Reading>();
            var unknown = new ArrayList<UnknownCode>();
            int same = 0;
            for (var line : lines) {
                var there = known.getOrDefault(line.code(), List.of());
                var own = there.stream().filter(told -> exchange.mayRecord(told.task(), caller)).toList();
                if (there.isEmpty()) {
                    unknown.add(new UnknownCode(line.row(), line.code()));
                } else if (there.stream().allMatch(told -> isSame(line, told))) {
                    same++;
                } else if (own.size() == 1) {
                    if (isSame(line, own.getFirst())) {
                        same++;
                    } else {
                        readings.add(reading(line, own.getFirst()));
                    }
                } else {
                    complain(line.row(), headings.get(Field.CODE), own.isEmpty() ? "EXCHANGE_NOT_YOURS" : "EXCHANGE_CODE_OF_SEVERAL", line.code());
                }
            }
            return preview(lines.size(), same, readings, unknown);
        }

        private boolean isSame(Line line, Exchange.Told told) {
            var work = told.task().work();
            return (line.note() == null || spaced(line.note()).equals(spaced(Objects.requireNonNullElse(told.note(), ""))))
                    && (line.percent() == null || line.percent().equals(work.percent()))
                    && line.figures().stream().allMatch(figure -> Figures.of(told.task()).stream().anyMatch(latest -> isSame(figure, latest.figure())));
        }

        private static boolean isSame(Tasks.Figure one, Tasks.Figure other) {
            return Figures.folded(one.name()).equals(Figures.folded(other.name())) && one.value().compareTo(other.value()) == 0
                    && (one.outOf() == null ? other.outOf() == null : other.outOf() != null && one.outOf().compareTo(other.outOf()) == 0);
        }

        private Reading reading(Line line, Exchange.Told told) {
            var task = told.task();
            return new Reading(
                    line.row(), task.id(), line.code(), task.planned().title(), exchange.names(task.planned().lead()), told.note(), task.work().percent(), line.note(),
                    line.percent(), line.figures());
        }

        private Preview preview(int rows, int same, List<Reading> readings, List<UnknownCode> unknown) {
            return new Preview(
                    rows, same, readings.stream().limit(MOST_SHOWN).toList(), Math.max(0, readings.size() - MOST_SHOWN), unknown.stream().limit(MOST_COMPLAINTS).toList(), broken);
        }

        private @Nullable String text(Sheet.Row row, Field field) {
            var place = places.get(field);
            var text = place == null ? "" : row.cell(place);
            return text.isEmpty() ? null : text;
        }

        private static String spaced(String text) {
            return Figures.spaced(text);
        }

        private void complain(int row, @Nullable String column, String code, Object... arguments) {
            brokenRows.add(row);
            if (broken.size() < MOST_COMPLAINTS) {
                broken.add(new BrokenCell(sheetName, row, column, code, problems.text(code, locale, arguments)));
            }
        }
    }
}
