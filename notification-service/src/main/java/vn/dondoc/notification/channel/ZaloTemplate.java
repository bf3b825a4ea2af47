package vn.dondoc.notification.channel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A template as it was approved: its fields in order, what stands in each and how long that may be. */
record ZaloTemplate(String id, List<Field> fields) {

    private static final Pattern FIELD = Pattern.compile("([a-z0-9_]{1,40}):(code|link|count|day):([1-9]\\d{0,3})");
    private static final String SEPARATOR = ",";

    /** What a field may hold: nothing of persons. */
    enum What {
        CODE,
        LINK,
        COUNT,
        DAY
    }

    record Field(String name, What what, int longest) {

        @Override
        public String toString() {
            return name + ":" + what.name().toLowerCase(Locale.ROOT) + ":" + longest;
        }
    }

    static boolean isGood(String fields) {
        return List.of(fields.split(SEPARATOR, -1)).stream().allMatch(field -> FIELD.matcher(field.strip()).matches());
    }

    static ZaloTemplate parse(String id, String fields) {
        var parsed = new ArrayList<Field>();
        for (var field : List.of(fields.split(SEPARATOR, -1))) {
            var parts = FIELD.matcher(field.strip());
            if (!parts.matches()) {
                throw new IllegalArgumentException("No field of a template: " + field);
            }
            parsed.add(new Field(parts.group(1), What.valueOf(parts.group(2).toUpperCase(Locale.ROOT)), Integer.parseInt(parts.group(3))));
        }
        return new ZaloTemplate(id, List.copyOf(parsed));
    }

    /** As it is written in the settings. */
    String definition() {
        return fields.stream().map(Field::toString).collect(Collectors.joining(SEPARATOR));
    }

    /**
     * Looks at the lengths before anything is sent by it.
     *
     * @throws IllegalStateException where a field has no room for what is to stand in it
     */
    void check(ToIntFunction<What> longest) {
        for (var field : fields) {
            if (longest.applyAsInt(field.what()) > field.longest()) {
                throw new IllegalStateException("Zalo template %s: field %s has room for %d characters, and a %s here has up to %d".formatted(
                        id, field.name(), field.longest(), field.what().name().toLowerCase(Locale.ROOT), longest.applyAsInt(field.what())));
            }
        }
    }

    /** The fields filled in; nothing where one is longer than the template allows, since half a code or a link is none. */
    Optional<Map<String, String>> filled(Function<What, String> values) {
        var filled = new LinkedHashMap<String, String>();
        for (var field : fields) {
            var value = values.apply(field.what());
            if (value.length() > field.longest()) {
                return Optional.empty();
            }
            filled.put(field.name(), value);
        }
        return Optional.of(filled);
    }
}
