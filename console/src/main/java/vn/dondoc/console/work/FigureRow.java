package vn.dondoc.console.work;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.dondoc.console.page.Numbers;
import vn.dondoc.contracts.api.Tasks;

/**
 * A row for a figure in the form for progress, as typed.
 *
 * @param was the name that it was offered with; empty where it was offered empty
 */
public record FigureRow(
        @Nullable String name, @Nullable String value, @Nullable String outOf, @Nullable String unit, @Nullable String was) {

    private static final int ROWS = 3;
    private static final FigureRow NOTHING = new FigureRow(null, null, null, null, null);

    /**
     * A row as it is shown.
     *
     * @param last what was told of that name before; null for another one
     */
    public record Offered(FigureRow row, Tasks.@Nullable FigureTold last) {}

    /** As they were typed; at first those that were told last, without their values. */
    static List<Offered> offered(TaskForm form, Tasks.Task task) {
        var typed = form.figures();
        return IntStream.range(0, ROWS).mapToObj(at -> typed == null ? fresh(task, at) : again(task, at < typed.size() ? typed.get(at) : NOTHING)).toList();
    }

    private static Offered fresh(Tasks.Task task, int at) {
        if (at >= task.figures().size()) {
            return new Offered(NOTHING, null);
        }
        var last = task.figures().get(at);
        var figure = last.figure();
        var outOf = figure.outOf() == null ? null : figure.outOf().toPlainString().replace('.', ',');
        return new Offered(new FigureRow(figure.name(), null, outOf, figure.unit(), figure.name()), last);
    }

    private static Offered again(Tasks.Task task, @Nullable FigureRow typed) {
        var row = typed == null ? NOTHING : typed;
        return new Offered(row, task.figures().stream().filter(told -> told.figure().name().equals(row.was)).findFirst().orElse(null));
    }

    /** Nothing was told: a name that was only offered says nothing by itself. */
    boolean isEmpty() {
        return text(value).isEmpty() && (text(name).isEmpty() || text(name).equals(text(was)));
    }

    /** What it is called in a sentence about it. */
    String called() {
        return text(name).isEmpty() ? "…" : text(name);
    }

    /** Nothing where a number is none. */
    Optional<Tasks.Figure> figure() {
        return wrong().isEmpty()
                ? Optional.of(new Tasks.Figure(text(name), Objects.requireNonNull(number(value)), number(outOf), text(unit).isEmpty() ? null : text(unit)))
                : Optional.empty();
    }

    /** The fields that are no numbers, with what was typed there. */
    Map<String, String> wrong() {
        var wrong = new TreeMap<String, String>();
        if (number(value) == null) {
            wrong.put("value", text(value));
        }
        if (!text(outOf).isEmpty() && number(outOf) == null) {
            wrong.put("outOf", text(outOf));
        }
        return wrong;
    }

    public boolean isWrong(String field) {
        return !isEmpty() && wrong().containsKey(field);
    }

    /** A share is a number with its unit beside it. */
    private static @Nullable BigDecimal number(@Nullable String typed) {
        return text(typed).contains("%") ? null : Numbers.of(typed);
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
