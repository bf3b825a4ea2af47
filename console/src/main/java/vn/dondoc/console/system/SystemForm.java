package vn.dondoc.console.system;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import vn.dondoc.contracts.api.Systems;
import vn.dondoc.contracts.event.AssigningLevel;
import vn.dondoc.contracts.event.Coded;
import vn.dondoc.contracts.event.Frequency;
import vn.dondoc.contracts.id.Ids;
import vn.dondoc.contracts.id.UnitId;

/** What is typed of a system. What is missing stays missing, for the service to say so. */
public final class SystemForm {

    private static final int MORE_COLUMNS = 4;
    private static final int FEWEST_COLUMNS = 8;

    private final MultiValueMap<String, String> typed;

    private SystemForm(MultiValueMap<String, String> typed) {
        this.typed = typed;
    }

    /** As the service takes it. */
    record Wanted(
            @Nullable UnitId place, @Nullable String name, @Nullable String address, List<Column> columns, @Nullable Frequency frequency, int day,
            @Nullable Integer month, @Nullable UnitId owner, Systems.Scope scope, boolean retired) {}

    /** A line of the form; nothing stands in it where a column can be added. */
    public record Column(String heading, Systems.@Nullable Field field) {}

    static SystemForm typed(MultiValueMap<String, String> typed) {
        return new SystemForm(typed);
    }

    /** What most sheets have. */
    static SystemForm fresh() {
        var typed = new LinkedMultiValueMap<String, String>();
        typed.add("frequency", Frequency.MONTHLY.code());
        typed.add("day", "25");
        typed.add("coded", "true");
        return new SystemForm(typed);
    }

    static SystemForm of(Systems.Detail system) {
        var summary = system.summary();
        var typed = new LinkedMultiValueMap<String, String>();
        typed.add("name", summary.name());
        typed.add("address", summary.address());
        typed.add("frequency", summary.frequency().code());
        typed.add("day", Integer.toString(summary.day()));
        typed.add("month", summary.month() == null ? "" : Integer.toString(summary.month()));
        typed.add("owner", summary.owner() == null ? "" : summary.owner().value());
        typed.add("programme", system.scope().programme() == null ? "" : system.scope().programme());
        system.scope().levels().forEach(level -> typed.add("level", level.code()));
        typed.add("coded", Boolean.toString(system.scope().coded()));
        typed.add("retired", Boolean.toString(summary.retired()));
        typed.add("version", Long.toString(system.version()));
        system.columns().forEach(column -> {
            typed.add("heading", column.heading());
            typed.add("field", column.field().code());
        });
        return new SystemForm(typed);
    }

    public String text(String name) {
        var text = typed.getFirst(name);
        return text == null ? "" : text;
    }

    public boolean has(String name, String value) {
        return typed.getOrDefault(name, List.of()).contains(value);
    }

    /** The columns, and some lines for more. */
    public List<Column> columns() {
        var headings = typed.getOrDefault("heading", List.of());
        var fields = typed.getOrDefault("field", List.of());
        return IntStream.range(0, Math.max(FEWEST_COLUMNS, headings.size() + MORE_COLUMNS))
                .mapToObj(at -> new Column(at < headings.size() ? headings.get(at) : "",
                        at < fields.size() ? Coded.of(Systems.Field.class, fields.get(at)).orElse(null) : null)).toList();
    }

    long version() {
        return Long.parseLong(text("version").matches("\\d{1,15}") ? text("version") : "0");
    }

    @Nullable String key() {
        return typed.getFirst("key");
    }

    Wanted wanted() {
        var columns = new ArrayList<Column>();
        columns().stream().filter(column -> !column.heading().isBlank()).forEach(columns::add);
        var levels = typed.getOrDefault("level", List.of()).stream().flatMap(code -> Coded.of(AssigningLevel.class, code).stream()).toList();
        return new Wanted(
                null, typed.getFirst("name"), typed.getFirst("address"), columns, Coded.of(Frequency.class, text("frequency")).orElse(null), number("day", 0),
                text("month").isBlank() ? null : number("month", 0), Ids.plausible(text("owner")) ? new UnitId(text("owner")) : null,
                new Systems.Scope(text("programme"), levels, has("coded", "true")), has("retired", "true"));
    }

    /** What is no number is none that can be, for the service to refuse. */
    private int number(String name, int none) {
        var text = text(name).strip();
        return text.isEmpty() ? none : text.matches("\\d{1,4}") ? Integer.parseInt(text) : -1;
    }
}
