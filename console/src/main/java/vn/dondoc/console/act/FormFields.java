package vn.dondoc.console.act;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import vn.dondoc.contracts.event.Coded;
import vn.dondoc.contracts.event.Due;
import vn.dondoc.contracts.event.Frequency;
import vn.dondoc.contracts.id.Ids;
import vn.dondoc.contracts.id.UnitId;

/** What was filled in, field by field; what is left empty is nothing. */
public record FormFields(MultiValueMap<String, String> form) {

    /** As it was filled in; null where it was left empty. */
    public @Nullable String text(String field) {
        var value = form.getFirst(field);
        return value == null || value.isBlank() ? null : value.strip();
    }

    String said(String field) {
        return Objects.requireNonNullElse(text(field), "");
    }

    public List<String> all(String field) {
        return form.getOrDefault(field, List.of());
    }

    public boolean has(String field, Object value) {
        return all(field).contains(value.toString());
    }

    List<UnitId> units(String field) {
        return all(field).stream().filter(Ids::plausible).distinct().map(UnitId::new).toList();
    }

    /** @throws DateTimeParseException for what is no day */
    @Nullable LocalDate day(String field) {
        var text = text(field);
        return text == null ? null : LocalDate.parse(text);
    }

    /** A day where one was given; else a rhythm, ongoing, or none, as it was chosen. */
    @Nullable Due due(String kind, String day) {
        var chosen = said(kind);
        var date = day(day);
        return switch (chosen) {
            case "ongoing" -> new Due.Ongoing();
            case "", "by" -> date == null ? null : new Due.By(date, false, false);
            default -> Coded.of(Frequency.class, chosen).<Due>map(Due.Recurring::new).orElse(null);
        };
    }
}
