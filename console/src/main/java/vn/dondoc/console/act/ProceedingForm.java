package vn.dondoc.console.act;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import vn.dondoc.contracts.api.Proceedings;
import vn.dondoc.contracts.event.Due;
import vn.dondoc.contracts.event.ProceedingKind;
import vn.dondoc.contracts.id.Ids;
import vn.dondoc.contracts.id.ProceedingId;

/** A meeting or an inspection as it is filled in: {@code p.0.text} and so on for its points, a line each for its agenda. */
public record ProceedingForm(ProceedingKind kind, FormFields fields) {

    private static final int BLANK = 3;
    private static final int MOST = 200;

    /** One row of the form. */
    public record Row(int at, boolean settled) {}

    static ProceedingForm empty(ProceedingKind kind) {
        return new ProceedingForm(kind, new FormFields(new LinkedMultiValueMap<>()));
    }

    static ProceedingForm of(Proceedings.Proceeding proceeding) {
        var map = new LinkedMultiValueMap<String, String>();
        var summary = proceeding.summary();
        put(map, "title", summary.title());
        put(map, "number", summary.number());
        put(map, "heldOn", summary.heldOn().toString());
        put(map, "place", proceeding.place());
        put(map, "chair", proceeding.chair());
        proceeding.participants().forEach(unit -> map.add("participants", unit.id().value()));
        put(map, "agenda", String.join("\n", proceeding.agenda().stream().filter(item -> item.of() == null).map(Proceedings.AgendaItem::text).toList()));
        proceeding.agenda().stream().filter(item -> item.of() != null).forEach(item -> map.add("follow", item.of() + "|" + item.point() + "|" + item.text()));
        for (int at = 0; at < proceeding.points().size(); at++) {
            var point = proceeding.points().get(at);
            var name = "p." + at + ".";
            put(map, name + "id", point.id());
            put(map, name + "text", point.text());
            put(map, name + "product", point.product());
            switch (point.due()) {
                case null -> { }
                case Due.By(var day, _, _) -> put(map, name + "due", day.toString());
                case Due.Ongoing _ -> put(map, name + "kind", "ongoing");
                case Due.Recurring(var frequency) -> put(map, name + "kind", frequency.code());
            }
            put(map, name + "settled", point.directive() != null || point.closedOn() != null ? "true" : null);
            point.units().forEach(unit -> map.add(name + "units", unit.id().value()));
        }
        return new ProceedingForm(summary.kind(), new FormFields(map));
    }

    /** Those that are filled in, and some blank ones. */
    public List<Row> rows() {
        int filled = (int) IntStream.range(0, MOST).filter(at -> fields.text("p." + at + ".text") != null || fields.text("p." + at + ".id") != null).count();
        return IntStream.range(0, Math.min(filled + BLANK, MOST)).mapToObj(at -> new Row(at, fields.text("p." + at + ".settled") != null)).toList();
    }

    /** @throws java.time.format.DateTimeParseException for what is no day */
    Proceedings.Wanted wanted(LocalDate today) {
        return new Proceedings.Wanted(
                kind, fields.said("title"), fields.text("number"), Objects.requireNonNullElse(fields.day("heldOn"), today), fields.text("place"),
                fields.text("chair"), fields.units("participants"), agenda(), points());
    }

    private List<Proceedings.AgendaItem> agenda() {
        var followed = fields.all("follow").stream().map(text -> text.split("\\|", 3)).filter(parts -> parts.length == 3 && Ids.plausible(parts[0]))
                .map(parts -> new Proceedings.AgendaItem(parts[2], new ProceedingId(parts[0]), parts[1]));
        var own = fields.said("agenda").lines().filter(line -> !line.isBlank()).map(line -> new Proceedings.AgendaItem(line.strip(), null, null));
        return Stream.concat(followed, own).toList();
    }

    private List<Proceedings.PointWanted> points() {
        var points = new ArrayList<Proceedings.PointWanted>();
        for (int at = 0; at < MOST; at++) {
            var name = "p." + at + ".";
            var text = fields.text(name + "text");
            if (text != null) {
                points.add(new Proceedings.PointWanted(
                        fields.text(name + "id"), text, fields.units(name + "units"), fields.due(name + "kind", name + "due"), fields.text(name + "product")));
            }
        }
        return points;
    }

    private static void put(LinkedMultiValueMap<String, String> map, String field, @Nullable String value) {
        if (value != null) {
            map.add(field, value);
        }
    }
}
