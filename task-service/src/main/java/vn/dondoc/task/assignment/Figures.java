package vn.dondoc.task.assignment;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.api.Tasks;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.history.Decision;
import vn.dondoc.platform.history.Fact;
import vn.dondoc.platform.history.HistoryEntry;

/**
 * Figures that are told with progress or a completion, of which a task keeps the latest of each name. The history keeps the numbers; what they are called
 * are people's words and stands beside the entry.
 */
public final class Figures {

    /** In the history only, behind the entry of what they are told with. */
    public static final String TYPE = "FiguresTold";

    /** Names that one task keeps. */
    public static final int MOST = 20;

    private static final String FIGURES = "figures";
    private static final String VALUE = "value";
    private static final String OUT_OF = "outOf";
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}\\p{Cntrl}]+");

    private Figures() {}

    /** A figure as it was last told. */
    public record Latest(String name, BigDecimal value, @Nullable BigDecimal outOf, @Nullable String unit, LocalDate toldOn) {

        private static Latest of(Tasks.Figure told, LocalDate day) {
            return new Latest(told.name(), told.value(), told.outOf(), told.unit(), day);
        }

        public Tasks.FigureTold told() {
            return new Tasks.FigureTold(new Tasks.Figure(name, value, outOf, unit), toldOn);
        }
    }

    /** On one line. */
    public static String spaced(String words) {
        return SPACES.matcher(Normalizer.normalize(words, Normalizer.Form.NFC)).replaceAll(" ").strip();
    }

    /** By what names are the same: neither case nor spaces count. */
    public static String folded(String name) {
        return spaced(name).toLowerCase(Locale.ROOT);
    }

    /** The figures of a task as callers see them. */
    public static List<Tasks.FigureTold> of(Assignment task) {
        var latest = task.work().figures();
        return latest == null ? List.of() : latest.stream().map(Latest::told).toList();
    }

    static @Nullable List<Latest> after(@Nullable List<Latest> before, @Nullable List<Tasks.Figure> told, LocalDate day) {
        if (told == null) {
            return before;
        }
        var kept = new LinkedHashMap<String, Latest>();
        Stream.concat(told.stream().map(figure -> Latest.of(figure, day)), Objects.requireNonNullElse(before, List.<Latest>of()).stream())
                .forEach(latest -> kept.putIfAbsent(folded(latest.name()), latest));
        return List.copyOf(kept.values());
    }

    /** What was decided, or its refusal where the task would keep too many names. */
    static Decision<Assignment> limited(Decision<Assignment> decision) {
        return decision instanceof Decision.Accepted<Assignment>(Assignment after, List<Fact> _) && of(after).size() > MOST
                ? Decision.refuse(422, "FIGURE_NAMES_TOO_MANY", MOST) : decision;
    }

    static Fact fact(UnitId commune, List<Tasks.Figure> told) {
        var numbers = told.stream().map(figure -> figure.outOf() == null
                ? Map.of(VALUE, figure.value().toPlainString())
                : Map.of(VALUE, figure.value().toPlainString(), OUT_OF, figure.outOf().toPlainString())).toList();
        return Fact.internal(TYPE, commune, Map.of(FIGURES, numbers)).withText(told.stream()
                .map(figure -> figure.name() + "\t" + Objects.requireNonNullElse(figure.unit(), "")).collect(Collectors.joining("\n")));
    }

    /**
     * The figures that an entry of a history tells.
     *
     * @param words that stand beside it; null where they were erased, which leaves numbers of nothing
     */
    public static List<Tasks.Figure> in(HistoryEntry entry, @Nullable String words) {
        if (!entry.type().equals(TYPE) || words == null || !(entry.data().get(FIGURES) instanceof List<?> numbers)) {
            return List.of();
        }
        var called = words.split("\n", -1);
        var figures = new ArrayList<Tasks.Figure>();
        for (int at = 0; at < Math.min(numbers.size(), called.length); at++) {
            var number = (Map<?, ?>) numbers.get(at);
            var name = called[at].split("\t", -1);
            figures.add(new Tasks.Figure(
                    name[0], Objects.requireNonNull(decimal(number.get(VALUE))), decimal(number.get(OUT_OF)), name[1].isEmpty() ? null : name[1]));
        }
        return figures;
    }

    private static @Nullable BigDecimal decimal(@Nullable Object stored) {
        return stored == null ? null : new BigDecimal(stored.toString());
    }
}
