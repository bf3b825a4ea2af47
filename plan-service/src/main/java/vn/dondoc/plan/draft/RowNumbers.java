package vn.dondoc.plan.draft;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Gives rows that were added an id of their own; those that have one keep it, and a repeated id counts as none. */
final class RowNumbers<T> {

    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9._-]{1,40}");

    private final String letter;
    private final Function<T, @Nullable String> idOf;
    private final BiFunction<String, T, T> withId;

    RowNumbers(String letter, Function<T, @Nullable String> idOf, BiFunction<String, T, T> withId) {
        this.letter = letter;
        this.idOf = idOf;
        this.withId = withId;
    }

    List<T> numbered(@Nullable List<@Nullable T> rows) {
        var present = new ArrayList<T>();
        if (rows != null) {
            for (var row : rows) {
                if (row != null) {
                    present.add(row);
                }
            }
        }
        var taken = new HashSet<String>();
        present.forEach(row -> taken.add(String.valueOf(idOf.apply(row))));
        var seen = new HashSet<String>();
        return present.stream().map(row -> withId.apply(idFor(row, seen, taken), row)).toList();
    }

    private String idFor(T row, Set<String> seen, Set<String> taken) {
        var id = idOf.apply(row);
        if (id != null && SHAPE.matcher(id).matches() && seen.add(id)) {
            return id;
        }
        int number = 1;
        while (!taken.add(letter + number)) {
            number++;
        }
        seen.add(letter + number);
        return letter + number;
    }
}
