package vn.dondoc.platform.store;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.Document;
import vn.dondoc.contracts.event.Due;
import vn.dondoc.contracts.event.Frequency;

/** Dues as they are in JSON, but by hand: the way over JSON was the dearest part of reading an aggregate (16 of 98 samples of a command). */
final class StoredDue {

    private static final Map<String, Frequency> FREQUENCIES =
            Arrays.stream(Frequency.values()).collect(Collectors.toUnmodifiableMap(Frequency::code, Function.identity()));

    private StoredDue() {}

    static Document write(Due due) {
        return switch (due) {
            case Due.By by -> new Document("kind", "by")
                    .append("date", by.date().toString())
                    .append("thenOngoing", by.thenOngoing())
                    .append("tentative", by.tentative());
            case Due.Ongoing _ -> new Document("kind", "ongoing");
            case Due.Recurring recurring -> new Document("kind", "recurring").append("frequency", recurring.frequency().code());
        };
    }

    /** @throws IllegalStateException for a kind or frequency that this version does not know */
    static Due read(Document stored) {
        var kind = stored.getString("kind");
        return switch (kind) {
            case "by" -> new Due.By(
                    LocalDate.parse(stored.getString("date")), stored.getBoolean("thenOngoing", false), stored.getBoolean("tentative", false));
            case "ongoing" -> new Due.Ongoing();
            case "recurring" -> new Due.Recurring(frequency(stored.getString("frequency")));
            case null, default -> throw new IllegalStateException("A stored due is of an unknown kind: " + kind);
        };
    }

    private static Frequency frequency(String code) {
        var known = FREQUENCIES.get(Objects.requireNonNullElse(code, ""));
        if (known == null) {
            throw new IllegalStateException("A stored due is of an unknown frequency: " + code);
        }
        return known;
    }
}
